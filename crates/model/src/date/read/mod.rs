//! Parsing dates that a person types, and asking where they are ambiguous.

mod clock;
mod date_phrase;
mod meaning;
pub(super) mod narrow;
mod numeric;
mod part;
mod phrase;
mod reading;
mod relative;
mod span;
mod token;
mod typed;
mod vocabulary;
mod week;
mod what;
mod zone;

use super::cursor::MAX_LENGTH;
use super::cursor::too_long;
use super::day::Day;
use super::edtf::Edtf;
use super::error::DateError;
use super::fuzzy::FuzzyDate;
use phrase::{looks_like_edtf, two_years};
use typed::{Reading, Typed};
pub(super) use vocabulary::weekday;
pub use zone::is_zone;

/// What was understood of typed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    /// One meaning.
    Date(FuzzyDate),
    /// Several meanings to choose from.
    Ask {
        /// What to ask, one line.
        question: String,
        /// The meanings, at least two.
        choices: Vec<FuzzyDate>,
    },
}

impl Understood {
    /// The date, when it is unambiguous.
    #[must_use]
    pub fn date(self) -> Option<FuzzyDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Ask { .. } => None,
        }
    }
}

/// Reads what a person types: EDTF, or English words such as "early May 2025" or "before 11 June 2025".
///
/// `today` is needed for dates without a year ("11 June": the nearest one) and relative dates ("yesterday", "this weekend");
/// without it they are errors. The words of the result are those that were typed; [`FuzzyDate::in_words`] says what was
/// understood.
pub fn read(words: &str, today: Option<Day>) -> Result<Understood, DateError> {
    let skipped = words
        .chars()
        .take_while(|c| c.is_whitespace())
        .take(MAX_LENGTH)
        .count();
    let words = words.trim();
    if words.chars().nth(MAX_LENGTH).is_some() {
        return Err(too_long());
    }
    understand(words, today).map_err(|error| DateError {
        at: error.at + skipped,
        ..error
    })
}

fn understand(words: &str, today: Option<Day>) -> Result<Understood, DateError> {
    // People type spaces after the commas of a set.
    let bracketed = words.starts_with(['[', '{']);
    let as_edtf = if bracketed {
        words.replace(' ', "").parse()
    } else {
        words.parse::<Edtf>()
    };
    match as_edtf {
        Ok(edtf) => {
            let other = two_years(words).and_then(|text| text.parse::<Edtf>().ok());
            let meanings = [Some(edtf), other].into_iter().flatten();
            Ok(ask(
                words,
                meanings
                    .map(|edtf| FuzzyDate {
                        words: words.to_owned(),
                        ..edtf.into()
                    })
                    .collect(),
            ))
        }
        Err(error) => in_english(words, today).map_err(|other| {
            let is_form = looks_like_edtf(words);
            // "2025/13/01" is no form of EDTF, but nearly a date in words.
            let is_nearer = other.is_impossible && words.contains(['/', '.']);
            if (bracketed || is_form) && !is_nearer {
                DateError {
                    is_impossible: is_form,
                    ..error
                }
            } else {
                other
            }
        }),
    }
}

fn in_english(words: &str, today: Option<Day>) -> Result<Understood, DateError> {
    let readings = Typed::new(words, Reading::default(), today)?
        .readings()
        .all();
    let mut choices: Vec<FuzzyDate> = Vec::new();
    let mut refused = None;
    for reading in readings {
        match Typed::new(words, reading, today)?.whole(words) {
            Ok(date) if choices.contains(&date) => {}
            Ok(date) => choices.push(date),
            Err(error) => refused = refused.or(Some(error)),
        }
    }
    match refused {
        Some(error) if choices.is_empty() => Err(error),
        _ => Ok(ask(words, choices)),
    }
}

/// The only meaning, or a question that lists all of them.
fn ask(words: &str, mut choices: Vec<FuzzyDate>) -> Understood {
    if choices.len() == 1 {
        return Understood::Date(choices.remove(0));
    }
    let texts: Vec<String> = choices.iter().map(FuzzyDate::in_words).collect();
    Understood::Ask {
        question: format!("\"{words}\": is it {}?", texts.join(", or ")),
        choices,
    }
}
