//! Reading what a person types.

use super::day::Day;
use super::error::DateError;
use super::fuzzy::FuzzyDate;

/// What was understood of typed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    /// One meaning.
    Date(FuzzyDate),
    /// Several; the person chooses.
    Ask {
        /// What to ask, one line.
        question: String,
        /// The meanings, at least two.
        choices: Vec<FuzzyDate>,
    },
}

/// Reads what a person types.
pub fn read(words: &str, today: Option<Day>) -> Result<Understood, DateError> {
    let _ = today;
    let words = words.trim();
    let edtf: super::Edtf = words.parse()?;
    Ok(Understood::Date(FuzzyDate {
        words: words.to_owned(),
        bounds: edtf.bounds(),
        edtf,
    }))
}
