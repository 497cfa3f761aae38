//! The words that dates are typed with.

use super::super::day::{MONTH_NAMES, Weekday};

/// The month (1 to 12) of a name or of an abbreviation of three letters or more.
pub(super) fn month(word: &str) -> Option<u32> {
    let index = MONTH_NAMES
        .iter()
        .position(|name| abbreviates(word, name))?;
    u32::try_from(index + 1).ok()
}

/// The weekday of a name or abbreviation.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Weekday::ALL
        .into_iter()
        .find(|weekday| abbreviates(word, weekday.name()))
}

fn abbreviates(word: &str, name: &str) -> bool {
    // All words are in lower case and all names in ASCII.
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

/// The number of an ordinal word; "last" is not one, because its number depends on what follows.
pub(super) fn ordinal(word: &str) -> Option<u8> {
    match word {
        "first" => Some(1),
        "second" => Some(2),
        "third" => Some(3),
        "fourth" => Some(4),
        _ => None,
    }
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

/// Words that stand before a date and add nothing to it.
pub(super) const FILLERS: &[&str] = &["the", "in", "on", "at", "of", "during", "year"];
