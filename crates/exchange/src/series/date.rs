//! Days as publishers write them. Which of day and month comes first is read from the file or asked, never guessed.

use model::date::{Day, MONTH_NAMES};

use super::error::SeriesError;
use super::forms::{DateColumns, Form};
use super::table::Table;

/// Which comes first in 03/04/2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// A written day: told, or two numbers whose order is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Day(Day),
    Open { first: u32, second: u32, year: i64 },
}

impl Written {
    fn read(self, order: DayOrder) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Open {
                first,
                second,
                year,
            } => match order {
                DayOrder::DayFirst => Day::from_ymd(year, second, first),
                DayOrder::MonthFirst => Day::from_ymd(year, first, second),
            },
        }
    }
}

/// The day of each row; `None` where there is none.
pub(super) fn days(
    table: &Table,
    form: &Form,
    order: Option<DayOrder>,
) -> Result<Vec<Option<Day>>, SeriesError> {
    let column = match form.date {
        DateColumns::One(column) => column,
        DateColumns::Parts { year, month, day } => {
            let part = |row: &csv::StringRecord, at: usize| row.get(at)?.trim().parse::<i64>().ok();
            let of_row = |row: &csv::StringRecord| {
                let day = day.map_or(Some(1), |it| part(row, it))?;
                let month = u32::try_from(part(row, month)?).ok()?;
                Day::from_ymd(part(row, year)?, month, u32::try_from(day).ok()?)
            };
            return Ok(table.rows.iter().map(of_row).collect());
        }
    };
    let written: Vec<Option<Written>> = table.column(column).map(written).collect();
    // What cannot be otherwise goes before what was answered, and that before what merely looks even.
    let order = proved(&written).or(order).or_else(|| even(&written));
    let order = order.ok_or_else(|| {
        let open = |it: &Option<Written>| matches!(it, Some(Written::Open { .. }));
        let at = written.iter().position(open).unwrap_or(0);
        let example = table.column(column).nth(at).unwrap_or_default();
        SeriesError::DayOrder {
            example: example.chars().take(40).collect(),
        }
    })?;
    Ok(written
        .into_iter()
        .map(|it| it.and_then(|it| it.read(order)))
        .collect())
}

/// The order that must be, because the other makes days that there are not.
fn proved(written: &[Option<Written>]) -> Option<DayOrder> {
    let mut open = written
        .iter()
        .flatten()
        .filter(|it| matches!(it, Written::Open { .. }))
        .peekable();
    if open.peek().is_none() {
        return Some(DayOrder::DayFirst);
    }
    let (mut day_first, mut month_first) = (true, true);
    for it in open {
        day_first &= it.read(DayOrder::DayFirst).is_some();
        month_first &= it.read(DayOrder::MonthFirst).is_some();
    }
    match (day_first, month_first) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// The order that alone makes the days follow one another evenly.
fn even(written: &[Option<Written>]) -> Option<DayOrder> {
    let is_even =
        |order: DayOrder| is_even(written.iter().flatten().filter_map(|it| it.read(order)));
    match (is_even(DayOrder::DayFirst), is_even(DayOrder::MonthFirst)) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// Days that go one way only, with no gap of more than ten times the usual one. A dozen rows show it, fewer nothing.
fn is_even(days: impl Iterator<Item = Day>) -> bool {
    let days: Vec<Day> = days.collect();
    let mut gaps: Vec<i64> = days.windows(2).map(|it| it[1].0 - it[0].0).collect();
    if gaps.len() < 12 || !(gaps.iter().all(|it| *it > 0) || gaps.iter().all(|it| *it < 0)) {
        return false;
    }
    gaps.iter_mut().for_each(|it| *it = it.abs());
    gaps.sort_unstable();
    gaps[gaps.len() - 1] <= 10 * gaps[gaps.len() / 2]
}

/// The day that is written in a cell.
pub(super) fn written(cell: &str) -> Option<Written> {
    let cell = cell.trim_matches('"').trim();
    // A date-time is its civil date: closes are told by day.
    let date = cell.split_once(['T', ' ']).filter(|(date, rest)| {
        is_numeric(date) && rest.starts_with(|it: char| it.is_ascii_digit())
    });
    let date = date.map_or(cell, |it| it.0);
    if is_numeric(date) {
        of_numbers(date)
    } else {
        of_words(date)
    }
}

fn is_numeric(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|it| it.is_ascii_digit() || matches!(it, b'-' | b'/' | b'.'))
}

fn of_numbers(text: &str) -> Option<Written> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |at: usize| parts.get(at)?.parse::<u32>().ok();
    let day = |year: u32, month, day| Day::from_ymd(i64::from(year), month, day).map(Written::Day);
    match parts.as_slice() {
        [all] if all.len() == 8 => day(
            all[..4].parse().ok()?,
            all[4..6].parse().ok()?,
            all[6..].parse().ok()?,
        ),
        [year, _] if year.len() == 4 => day(number(0)?, number(1)?, 1),
        [year, _, _] if year.len() == 4 => day(number(0)?, number(1)?, number(2)?),
        // Dots part days from months only where the day comes first.
        [_, _, year] if year.len() == 4 && text.contains('.') => {
            day(number(2)?, number(1)?, number(0)?)
        }
        [_, _, year] if year.len() == 4 => {
            let (first, second, year) = (number(0)?, number(1)?, i64::from(number(2)?));
            let open = Written::Open {
                first,
                second,
                year,
            };
            // Two ways to the same day are one way.
            if first == second {
                open.read(DayOrder::DayFirst).map(Written::Day)
            } else {
                Some(open)
            }
        }
        _ => None,
    }
}

/// "Jan 13, 2026", "13 January 2026", "2025Q1", "2025-Q1".
fn of_words(text: &str) -> Option<Written> {
    let upper = text.to_ascii_uppercase();
    if let Some((year, quarter)) = upper.split_once('Q') {
        let year: i64 = year
            .trim_end_matches(['-', ' ', ':'])
            .parse()
            .ok()
            .filter(|it| (1000..=9999).contains(it))?;
        let quarter: u32 = quarter.parse().ok().filter(|it| (1..=4).contains(it))?;
        return Day::from_ymd(year, quarter * 3 - 2, 1).map(Written::Day);
    }
    let words: Vec<&str> = text
        .split([' ', ',', '-'])
        .filter(|it| !it.is_empty())
        .collect();
    let month_at = words.iter().position(|it| month(it).is_some())?;
    let month = month(words[month_at])?;
    let numbers: Vec<&str> = words
        .iter()
        .filter(|it| it.bytes().all(|it| it.is_ascii_digit()))
        .copied()
        .collect();
    let year: i64 = numbers.iter().find(|it| it.len() == 4)?.parse().ok()?;
    let day = numbers
        .iter()
        .find(|it| it.len() <= 2)
        .map_or(Some(1), |it| it.parse().ok())?;
    (words.len() <= 3).then(|| Day::from_ymd(year, month, day).map(Written::Day))?
}

fn month(word: &str) -> Option<u32> {
    let word = word.trim_end_matches('.');
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
    use super::{Written, written};
    use model::date::Day;

    #[test]
    fn days_are_read_as_they_are_written() {
        let day = Some(Written::Day(Day::from_ymd(2025, 6, 11).unwrap()));
        for cell in [
            "2025-06-11",
            "2025/06/11",
            "20250611",
            "11.06.2025",
            "Jun 11, 2025",
            "11 June 2025",
            "June 11 2025",
            "2025-06-11T00:00:00Z",
            "2025-06-11 00:00:00-04:00",
            "11-Jun-2025",
        ] {
            assert_eq!(written(cell), day, "{cell}");
        }
        let first = Some(Written::Day(Day::from_ymd(2025, 4, 1).unwrap()));
        for cell in ["2025-04", "2025Q2", "2025-Q2", "Apr 2025"] {
            assert_eq!(written(cell), first, "{cell}");
        }
        for cell in [
            "",
            "11/06/25",
            "2025-13-01",
            "Total",
            "5",
            "1.5",
            "May",
            "Junk 11, 2025",
        ] {
            assert_eq!(written(cell), None, "{cell}");
        }
        assert!(matches!(written("03/04/2025"), Some(Written::Open { .. })));
        assert!(matches!(written("04/04/2025"), Some(Written::Day(_))));
    }
}
