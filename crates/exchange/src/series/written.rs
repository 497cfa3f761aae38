//! Parsing the day in a cell.

use model::date::{Day, MONTH_NAMES};

use super::day::{Written, Year};
use super::number::EXACT;

/// The day that is written in a cell.
pub(super) fn written(cell: &str) -> Option<Written> {
    let cell = cell.trim_start_matches(EXACT).trim_matches('"').trim();
    // Only the civil date of a date-time is used: closes are daily.
    let date = cell.split_once(['T', ' ']).filter(|(date, rest)| {
        is_numeric(date) && rest.starts_with(|it: char| it.is_ascii_digit())
    });
    let date = date.map_or(cell, |it| it.0);
    if is_numeric(date) {
        of_numbers(date)
    } else {
        of_period(date).or_else(|| of_words(date))
    }
}

fn is_numeric(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|it| it.is_ascii_digit() || matches!(it, b'-' | b'/' | b'.'))
}

/// A day that exists in some century.
fn day(year: Year, month: u32, day: u32) -> Option<Written> {
    let probe = match year {
        Year::Whole(year) => year,
        // A leap year, which every two digits may be but those before a century.
        Year::Short(_) => 2000,
    };
    Day::from_ymd(probe, month, day)?;
    Some(Written::Day { year, month, day })
}

fn of_numbers(text: &str) -> Option<Written> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |at: usize| parts.get(at)?.parse::<u32>().ok();
    let whole = |it: u32| Year::Whole(i64::from(it));
    match parts.as_slice() {
        [all] if all.len() == 8 => day(
            whole(all[..4].parse().ok()?),
            all[4..6].parse().ok()?,
            all[6..].parse().ok()?,
        ),
        [year, _] if year.len() == 4 => day(whole(number(0)?), number(1)?, 1),
        [year, _, _] if year.len() == 4 => day(whole(number(0)?), number(1)?, number(2)?),
        [_, _, year] if year.len() == 4 => order(text, number(0)?, number(1)?, whole(number(2)?)),
        // With hyphens, two digits in the last place may be a day as well.
        [_, _, year] if year.len() == 2 && !text.contains('-') => {
            order(text, number(0)?, number(1)?, Year::Short(number(2)?))
        }
        _ => None,
    }
}

/// Day and month, in the order that their marks or their sizes show, or open.
fn order(text: &str, first: u32, second: u32, year: Year) -> Option<Written> {
    // Dots part days from months only where the day comes first; two ways to the same day are one way.
    if text.contains('.') || first == second {
        return day(year, second, first);
    }
    Some(Written::Open {
        first,
        second,
        year,
    })
}

/// "2025Q1", "Q1 2025", "2025M06", "2025-W24": the first day of it.
fn of_period(text: &str) -> Option<Written> {
    let upper = text.to_ascii_uppercase();
    let year = |it: &str| -> Option<i64> {
        let it = it.trim_matches(['-', ' ', ':', '/']);
        let year: i64 = it.parse().ok()?;
        (it.len() == 4 && year >= 1000).then_some(year)
    };
    let number = |it: &str| -> Option<u32> {
        let it = it.trim_matches(['-', ' ', ':', '/']);
        it.parse().ok().filter(|_| it.len() <= 2)
    };
    if let Some((before, after)) = upper.split_once('Q') {
        let (year, quarter) = match before.is_empty() {
            // "Q1 2025"
            true => (year(after.get(1..)?)?, number(after.get(..1)?)?),
            false => (year(before)?, number(after)?),
        };
        (1..=4).contains(&quarter).then_some(())?;
        return day(Year::Whole(year), quarter * 3 - 2, 1);
    }
    if let Some((before, after)) = upper.split_once('M') {
        return day(Year::Whole(year(before)?), number(after)?, 1);
    }
    let (before, after) = upper.split_once('W')?;
    let (year, week) = (year(before)?, number(after)?);
    (1..=53).contains(&week).then_some(())?;
    // Week 1 holds 4 January (ISO 8601), and weeks begin on Mondays.
    let fourth = Day::from_ymd(year, 1, 4)?;
    let monday = fourth.plus(-(fourth.0 + 3).rem_euclid(7));
    let (year, month, of_month) = monday.plus(i64::from(week - 1) * 7).ymd();
    day(Year::Whole(year), month, of_month)
}

/// "Jan 13, 2026", "13 January 2026", "13-Jan-26", "Jan-26".
fn of_words(text: &str) -> Option<Written> {
    let words: Vec<&str> = text
        .split([' ', ',', '-', '/'])
        .map(|it| it.trim_start_matches(['\'', '’']))
        .filter(|it| !it.is_empty())
        .collect();
    let month_at = words.iter().position(|it| month(it).is_some())?;
    let month = month(words[month_at])?;
    let others = words.iter().enumerate().filter(|it| it.0 != month_at);
    let numbers: Vec<&str> = others.map(|it| *it.1).collect();
    if !numbers
        .iter()
        .all(|it| it.len() <= 4 && it.bytes().all(|it| it.is_ascii_digit()))
    {
        return None;
    }
    let number = |it: &str| it.parse::<u32>().ok();
    let whole = |it: &str| number(it).map(|it| Year::Whole(i64::from(it)));
    match numbers.as_slice() {
        [year] if year.len() == 4 => day(whole(year)?, month, 1),
        // "Jan 13" is a day without a year, "Jan-26" and "Jan '26" a month with one.
        [year] if year.len() == 2 && month_at == 0 && text.contains(['-', '\'', '’']) => {
            day(Year::Short(number(year)?), month, 1)
        }
        [year, of_month] if year.len() == 4 && of_month.len() <= 2 => {
            day(whole(year)?, month, number(of_month)?)
        }
        [of_month, year] if of_month.len() <= 2 && year.len() == 4 => {
            day(whole(year)?, month, number(of_month)?)
        }
        [of_month, year] if of_month.len() <= 2 && year.len() == 2 => {
            day(Year::Short(number(year)?), month, number(of_month)?)
        }
        _ => None,
    }
}

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
    // Four letters are usual too.
    let word = if word.eq_ignore_ascii_case("sept") {
        "sep"
    } else {
        word
    };
    let is = |name: &&str| {
        word.len() >= 3
            && name.len() >= word.len()
            && name.is_char_boundary(word.len())
            && name[..word.len()].eq_ignore_ascii_case(word)
    };
    let at = MONTH_NAMES.iter().position(is)?;
    u32::try_from(at).ok().map(|it| it + 1)
}

#[cfg(test)]
mod tests {
    use super::{Written, Year, written};

    /// "2025-06-11", "'25-06-11" for a year of two digits, "6 11 2025" where the order is open.
    fn told(cell: &str) -> String {
        let year = |it: Year| match it {
            Year::Whole(it) => it.to_string(),
            Year::Short(it) => format!("'{it:02}"),
        };
        match written(cell) {
            None => String::from("none"),
            Some(Written::Day {
                year: it,
                month,
                day,
            }) => format!("{}-{month:02}-{day:02}", year(it)),
            Some(Written::Open {
                first,
                second,
                year: it,
            }) => format!("{first} {second} {}", year(it)),
        }
    }

    #[test]
    fn days_are_read_as_they_are_written() {
        for cell in [
            "2025-06-11",
            "2025/06/11",
            "2025.06.11",
            "20250611",
            "\u{1}20250611",
            "11.06.2025",
            "11.6.2025",
            "Jun 11, 2025",
            "11 June 2025",
            "June 11 2025",
            "2025-06-11T00:00:00Z",
            "2025-06-11 00:00:00-04:00",
            "11-Jun-2025",
            "11/Jun/2025",
            "2025-Jun-11",
        ] {
            assert_eq!(told(cell), "2025-06-11", "{cell}");
        }
        for cell in [
            "11-Jun-25",
            "11 Jun 25",
            "11.06.25",
            "Jun 11, 25",
            "11 June '25",
        ] {
            assert_eq!(told(cell), "'25-06-11", "{cell}");
        }
        for cell in [
            "2025-04",
            "2025Q2",
            "2025-Q2",
            "Apr 2025",
            "Q2 2025",
            "Q2/2025",
            "2025 Q2",
            "2025M04",
            "2025m4",
            "April 2025",
        ] {
            assert_eq!(told(cell), "2025-04-01", "{cell}");
        }
        for (cell, day) in [
            ("Apr-25", "'25-04-01"),
            ("Apr '25", "'25-04-01"),
            ("2025-W24", "2025-06-09"),
            ("2025W01", "2024-12-30"),
            ("2026-W01", "2025-12-29"),
            ("03/04/2025", "3 4 2025"),
            ("11/06/25", "11 6 '25"),
            ("04/04/2025", "2025-04-04"),
            ("04/04/25", "'25-04-04"),
            ("13-Sept-2025", "2025-09-13"),
        ] {
            assert_eq!(told(cell), day, "{cell}");
        }
        for cell in [
            "",
            "11-06-25",
            "2025-13-01",
            "31.06.2025",
            "Total",
            "5",
            "1.5",
            "May",
            "Jun 11",
            "25-Jun",
            "Junk 11, 2025",
            "2025Q5",
            "2025-W54",
            "Q2",
            "meeting on 11 June 2025 in Geneva",
        ] {
            assert_eq!(told(cell), "none", "{cell}");
        }
    }
}
