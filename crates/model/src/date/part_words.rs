//! The reading form of years, groups of months and times.

use super::bound::group_months;
use super::day::year_in_words;
use super::edtf::{Offset, Time, Year, YearForm};

/// A year, a decade or the years behind an `X`.
pub(crate) fn year_words(year: &Year) -> String {
    let (low, high) = year.range();
    let words = |year| year_in_words(year);
    match (year.form, year.significant) {
        (_, Some(kept)) => {
            let estimate = words(
                Year {
                    significant: None,
                    ..*year
                }
                .range()
                .0,
            );
            format!(
                "about {estimate}, from {} to {} (S{kept})",
                words(low),
                words(high)
            )
        }
        (_, None) if low == high => words(low),
        (YearForm::Four(digits), None) if digits.0 == [None; 4] && !year.negative => {
            "a year that is not known".to_owned()
        }
        (YearForm::Four(super::Digits([Some(_), Some(_), Some(_), None])), None) if low >= 1000 => {
            format!("{low}s")
        }
        (YearForm::Four(super::Digits([Some(_), Some(_), None, None])), None) if low >= 1000 => {
            format!("one year from {} to {}", words(low), words(high))
        }
        _ => format!("one year from {} to {} ({year})", words(low), words(high)),
    }
}

/// A season, quarter, third or half, up to its year: "first quarter of".
pub(crate) fn group_words(code: u8) -> String {
    const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];
    const ORDER: [&str; 4] = ["first", "second", "third", "fourth"];
    let season = |from: u8| SEASONS[usize::from((code - from) % 4)];
    let order = |from: u8| ORDER[usize::from((code - from) % 4)];
    debug_assert!(group_months(code).is_some());
    match code {
        21..=24 => season(21).to_owned(),
        25..=28 => format!("northern {}", season(25)),
        29..=32 => format!("southern {}", season(29)),
        33..=36 => format!("{} quarter of", order(33)),
        37..=39 => format!("{} third of", order(37)),
        40..=41 => format!("{} half of", order(40)),
        _ => code.to_string(),
    }
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
