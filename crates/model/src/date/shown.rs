//! How a date is shown: by the words that were typed, unless they are EDTF or depend on the day on which they were typed.

use std::borrow::Cow;

use super::day::{Day, MONTH_NAMES};
use super::edtf::Edtf;
use super::fuzzy::FuzzyDate;
use super::read::{Understood, read, weekday};

/// Words that are relative to the day on which they are typed.
const COUNTING: &[&str] = &[
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "this",
    "last",
    "next",
    "previous",
    "coming",
    "past",
    "following",
    "ago",
    "now",
];
/// Words of phrases that may be relative to a day: "end of the month", "in two weeks", "within 90 days".
const PERHAPS_COUNTING: &[&str] = &["in", "of", "within"];

impl FuzzyDate {
    /// How it is shown everywhere: the words as typed if they state the date by themselves, else what was understood.
    /// "yesterday" and "11 June" depend on the day on which they were typed, "03/04/2025" on the answer to a question, and
    /// EDTF is for programs. Words of a source that name a time, such as "the first term", are shown as they are.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        if self.says_itself() && !self.is_typed_as_edtf() {
            Cow::Borrowed(&self.words)
        } else {
            Cow::Owned(self.in_words())
        }
    }

    /// The words as typed, where they state another date than what is [`shown`](Self::shown) or none by themselves.
    #[must_use]
    pub fn remark(&self) -> Option<&str> {
        (!self.words.is_empty() && !self.says_itself()).then_some(self.words.as_str())
    }

    /// True when the words are the form itself: "2024-33", "2025-06-11".
    fn is_typed_as_edtf(&self) -> bool {
        let may_be = !self.words.contains(|it: char| it.is_ascii_lowercase());
        may_be && self.words.parse::<Edtf>().is_ok_and(|it| it == self.edtf)
    }

    /// True when the words mean this date whenever they are read.
    fn says_itself(&self) -> bool {
        let words = &self.words;
        let may_count = || has_word(words, COUNTING) || has_word(words, PERHAPS_COUNTING);
        if names_year_clearly(words) && !may_count() {
            return true;
        }
        match read(words, None) {
            Ok(Understood::Date(date)) => date.edtf == self.edtf,
            Ok(Understood::Ask { .. }) => false,
            Err(_) if read(words, Some(Day(0))).is_ok() => false,
            Err(_) => {
                let lacks_year = has_word(words, &MONTH_NAMES) && !has_year(words);
                !words.is_empty() && !lacks_year && !has_word(words, COUNTING)
            }
        }
    }
}

/// True for words with a four-digit year that can be read in one way only. It saves parsing most words again.
fn names_year_clearly(words: &str) -> bool {
    let mut runs = words
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty());
    let has_letters = words.contains(|it: char| it.is_ascii_lowercase());
    let is_clear = !words.contains(['/', ':', '-', '\'', '’']) && !words.ends_with('s');
    let is_plain = runs.all(|run| matches!(run.len(), 1 | 2 | 4));
    has_letters && is_clear && is_plain && has_year(words)
}

/// True when there are four digits in a row.
fn has_year(words: &str) -> bool {
    let mut runs = words.split(|it: char| !it.is_ascii_digit());
    runs.any(|run| run.len() == 4)
}

/// True when one of `known`, or the name of a weekday or its abbreviation, is among the words.
fn has_word(words: &str, known: &[&str]) -> bool {
    let mut parts = words.split(|it: char| !it.is_alphabetic());
    parts
        .any(|part| known.iter().any(|it| it.eq_ignore_ascii_case(part)) || weekday(part).is_some())
}
