//! Years, groups of months and times in words.

use super::bound::group_months;
use super::day::year_in_words;
use super::edtf::{Offset, Time, Year, YearForm};

/// A year, a decade or the years that an `X` allows.
pub(crate) fn year_words(year: &Year) -> String {
    let (low, high) = year.range();
    let words = |year| year_in_words(year);
    match (year.form, year.significant) {
        (_, Some(_)) => {
            let estimate = words(
                Year {
                    significant: None,
                    ..*year
                }
                .range()
                .0,
            );
            format!(
                "about {estimate}, between {} and {}",
                words(low),
                words(high)
            )
        }
        (_, None) if low == high => words(low),
        (YearForm::Four(digits), None) if digits.0 == [None; 4] && !year.negative => {
            "unknown year".to_owned()
        }
        (YearForm::Four(super::Digits([Some(_), Some(_), Some(_), None])), None) if low >= 1000 => {
            format!("{low}s")
        }
        (YearForm::Four(digits), None) if is_open_at_end(digits.0) => {
            format!("a year between {} and {}", words(low), words(high))
        }
        _ => format!("a year between {} and {} ({year})", words(low), words(high)),
    }
}

/// True when every digit after the first `X` is an `X` too, so that every year between the bounds is meant.
fn is_open_at_end(digits: [Option<u8>; 4]) -> bool {
    digits.iter().is_sorted_by_key(|digit| digit.is_none())
}

/// A season, quarter, third or half of a year: "spring 2025", "Q1 2026", "first third of 2025", "H2 2025".
pub(crate) fn group_words(code: u8, year: &Year) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDER: [&str; 3] = ["first", "second", "third"];
    let season = |from: u8| SEASONS[usize::from((code - from) % 4)];
    debug_assert!(group_months(code).is_some());
    let words = match code {
        21..=24 => season(21).to_owned(),
        25..=28 => format!("northern {}", season(25)),
        29..=32 => format!("southern {}", season(29)),
        33..=36 => format!("Q{}", code - 32),
        37..=39 => format!("{} third", ORDER[usize::from(code - 37)]),
        40..=41 => format!("H{}", code - 39),
        _ => code.to_string(),
    };
    let of = if year.exact().is_none() || (37..=39).contains(&code) {
        " of"
    } else {
        ""
    };
    format!("{words}{of} {}", year_words(year))
}

/// "18:30 UTC".
pub(crate) fn time_words(time: Time) -> String {
    let (hour, minute, second) = (time.second / 3600, time.second / 60 % 60, time.second % 60);
    let seconds = if second == 0 {
        String::new()
    } else {
        format!(":{second:02}")
    };
    let offset = match time.offset {
        None => String::new(),
        Some(Offset::Utc) => " UTC".to_owned(),
        Some(offset) => format!(" UTC{offset}"),
    };
    format!("{hour:02}:{minute:02}{seconds}{offset}")
}
