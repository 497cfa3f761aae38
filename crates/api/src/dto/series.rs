//! Series: rows, files, and figures checked against them.

use model::{EventId, Measure, SeriesId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::event::EventRef;
use super::write::SetField;
use crate::ts;

/// A series as a row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesRow {
    /// Identity.
    #[ts(as = "ts::SeriesId")]
    pub id: SeriesId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// Unit; may be empty.
    pub unit: String,
    /// price, rate, steps or returns.
    #[ts(as = "ts::Measure")]
    pub measure: Measure,
    /// `16:00 America/New_York`; may be empty.
    pub closes: String,
    /// Where the numbers are from.
    pub origin: String,
    /// Whether highs and lows are known.
    pub has_highs: bool,
    /// What is in it.
    pub extent: SeriesExtent,
}

/// The extent of a series, shown before it is imported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesExtent {
    /// Days with a number.
    pub count: u32,
    /// First day, ISO 8601; empty without any.
    pub first: String,
    /// Last day.
    pub last: String,
    /// The last number.
    pub last_value: Option<f64>,
    /// Gaps that are longer than is usual in it, the longest first: "12 days to 5 May 2025".
    pub gaps: Vec<String>,
    /// How many such gaps there are.
    pub gap_count: u32,
    /// Up to 120 numbers from the first day to the last, for a small line; 0 to 1.
    pub spark: Vec<f32>,
}

/// A file of series, previewed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesFile {
    /// Its name, without folders.
    pub file_name: String,
    /// What sort of file it is ("Yahoo, three header lines").
    pub form: String,
    /// Headers of all its columns.
    pub columns: Vec<String>,
    /// The column that was taken for the date.
    pub date_column: String,
    /// The series in it.
    pub offers: Vec<SeriesOffer>,
    /// What of the file is not loaded and why, in sentences without a full stop.
    pub remarks: Vec<String>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// The sheet that was read; empty for a file that is not a workbook.
    pub sheet: String,
    /// A question that must be answered first; with it there are no offers.
    pub question: Option<SeriesQuestion>,
}

/// A question that only the analyst can answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesQuestion {
    /// `day_order`, `decimal` or `columns`.
    pub about: String,
    /// The question.
    pub words: String,
}

/// A series in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesOffer {
    /// Its number in the file.
    pub number: u32,
    /// The word for typing that it would get.
    pub handle: String,
    /// The name that it would get.
    pub name: String,
    /// The measure that fits: price, steps or returns. "returns" is to be asked.
    #[ts(as = "ts::Measure")]
    pub measure: Measure,
    /// True when the numbers may be changes rather than levels: to be asked.
    pub ask_measure: bool,
    /// What is in it.
    pub extent: SeriesExtent,
    /// What was not taken and why, in sentences.
    pub remarks: Vec<String>,
    /// Handle of the series of the workspace that it would be joined to; empty when there is none.
    pub joins: String,
    /// What that would change; only with such a series.
    pub joined: Option<SeriesJoined>,
}

/// What loading a series again changes, in days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SeriesJoined {
    /// Days that had no number before.
    pub new: u32,
    /// Days whose number is another one.
    pub changed: u32,
    /// Days within the time of the file that it has no number for; they are kept.
    pub gone: u32,
}

/// How a file of series is to be read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SeriesReading {
    /// day or month: which comes first; asked when the file cannot tell.
    #[ts(optional)]
    pub day_order: Option<String>,
    /// point or comma: what marks decimals; asked when the file cannot tell.
    #[ts(optional)]
    pub decimal: Option<String>,
    /// The sheet of a workbook; absent: the first that holds dates and numbers.
    #[ts(optional)]
    pub sheet: Option<String>,
    /// Header of the column with dates.
    #[ts(optional)]
    pub date_column: Option<String>,
    /// Headers of the columns with numbers.
    #[ts(as = "Option<_>", optional)]
    pub value_columns: Vec<String>,
}

/// What to take of a file of series.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TakeSeries {
    /// How it is read.
    #[ts(as = "Option<_>", optional)]
    pub reading: SeriesReading,
    /// Which offers; none: all.
    #[ts(as = "Option<_>", optional)]
    pub offers: Vec<TakeOffer>,
}

/// An offer, as it is taken.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct TakeOffer {
    /// Its number in the file.
    pub number: u32,
    /// Fields that differ from what is offered: handle, name, unit, measure, closes, origin.
    #[ts(as = "Option<_>", optional)]
    pub set: Vec<SetField>,
}

/// Arguments of `checked`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CheckedArgs {
    /// Whose figures; absent: those of every event.
    #[ts(as = "Option<ts::EventId>", optional)]
    pub id: Option<EventId>,
}

/// A figure of an event, checked against a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CheckedFigure {
    /// Whose figure.
    pub event: EventRef,
    /// The name of the figure.
    pub figure: String,
    /// Its value as printed, with its unit.
    pub value: String,
    /// Handle of the series.
    pub series: String,
    /// "holds", "does not hold" or "not checkable".
    pub verdict: String,
    /// close, high or low.
    pub basis: String,
    /// What the series says.
    pub why: String,
}
