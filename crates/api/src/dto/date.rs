//! Dates in replies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A fuzzy date: the words, the EDTF and the bounds. A bound that is not known is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateDetail {
    /// The date in words: as typed, or as understood if the typed words count from the day they were typed.
    pub words: String,
    /// The words as typed ("yesterday"), where they are others; may be empty.
    pub typed: String,
    /// The words the program would use for it.
    pub in_words: String,
    /// EDTF.
    pub edtf: String,
    /// Earliest start, ISO 8601.
    pub start_earliest: Option<String>,
    /// Latest start.
    pub start_latest: Option<String>,
    /// Earliest end; the same as the start's for a single date.
    pub end_earliest: Option<String>,
    /// Latest end.
    pub end_latest: Option<String>,
    /// How it is drawn, in every picture of it.
    pub shape: DateShape,
    /// Why the date is what it is; may be empty.
    pub note: String,
}

/// How a date is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum DateShape {
    /// One known day, or a time of it.
    Day,
    /// One day somewhere inside a month, season or year.
    Within,
    /// One of a set of dates.
    OneOf,
    /// An approximate or uncertain date.
    About,
    /// Lasts from a start to an end.
    Span,
}

/// The result of reading a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateReply {
    /// It means one thing.
    Understood(DateDetail),
    /// It may mean several.
    Ask(DateQuestion),
}

/// What to ask the analyst about an ambiguous date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DateQuestion {
    /// The question.
    pub question: String,
    /// The readings, the likeliest first.
    pub choices: Vec<DateDetail>,
}
