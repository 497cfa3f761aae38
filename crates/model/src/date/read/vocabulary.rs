//! The words of typed dates.

use super::super::day::{MONTH_NAMES, Weekday};

/// The month (1 to 12) of a name or of an abbreviation of three letters or more.
pub(super) fn month(word: &str) -> Option<u32> {
    let index = MONTH_NAMES
        .iter()
        .position(|name| abbreviates(word, name))?;
    u32::try_from(index + 1).ok()
}

/// The weekday of a name or abbreviation.
pub(in super::super) fn weekday(word: &str) -> Option<Weekday> {
    Weekday::ALL
        .into_iter()
        .find(|weekday| abbreviates(word, weekday.name()))
}

fn abbreviates(word: &str, name: &str) -> bool {
    // All names are in ASCII.
    word.len() >= 3
        && name
            .get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The EDTF code of a season.
pub(super) fn season(word: &str) -> Option<u8> {
    match word {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}

/// The number of an ordinal word, except "last", whose number depends on what follows.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        "fifth" => Some(5),
        _ => None,
    }
}

/// The astronomical year of two digits after a month: 1969 to 2068, as in POSIX.
pub(super) fn short_year(number: u64) -> Option<i64> {
    let number = i64::try_from(number).ok().filter(|it| *it < 100)?;
    Some(number + if number < 69 { 2000 } else { 1900 })
}

/// The number of a word from one to twelve.
pub(super) fn cardinal(word: &str) -> Option<u64> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let index = WORDS.iter().position(|known| *known == word)?;
    u64::try_from(index + 1).ok()
}

/// Words before a date that add nothing to it.
pub(super) const FILLERS: &[&str] = &["the", "in", "on", "at", "of", "during", "year"];

/// Words before a month, a season or a year that say "some time in it".
pub(super) const SOME_TIME_IN: &[&str] = &[
    "sometime in",
    "some time in",
    "some day in",
    "at some point in",
    "one day in",
    "sometime during",
    "some time during",
];

/// Words before two dates between which one day, month or year lies.
pub(super) const BETWEEN: &[&str] = &[
    "between",
    "sometime between",
    "some time between",
    "on a day between",
    "a day between",
    "in a month between",
    "a month between",
    "in a year between",
    "a year between",
];
