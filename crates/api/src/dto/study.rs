//! The event study.

use model::EventId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::event::EventRef;
use crate::ts;

/// Arguments of `study`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StudyArgs {
    /// Ids of 1 to 24 events.
    #[ts(as = "Vec<ts::EventId>")]
    pub events: Vec<EventId>,
    /// Id or handle of the series.
    pub series: String,
    /// mean, market or adjusted; mean if absent.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub model: String,
    /// Id or handle of the series that stands for the market, for the models that need one.
    #[serde(default)]
    #[ts(optional)]
    pub market: Option<String>,
    /// Ids of events whose news came after the close.
    #[serde(default)]
    #[ts(as = "Option<Vec<ts::EventId>>", optional)]
    pub after_close: Vec<EventId>,
}

/// Reply of `study`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StudyReply {
    /// The method in sentences.
    pub method: Vec<String>,
    /// Whether changes are in percent.
    pub in_percent: bool,
    /// The windows: first and last day from the event.
    pub windows: Vec<[i32; 2]>,
    /// Each event.
    pub events: Vec<StudiedLine>,
    /// The events taken together; empty for one.
    pub average: Vec<CarLine>,
    /// Events that could not be studied, and why.
    pub left_out: Vec<String>,
}

/// One event of a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct StudiedLine {
    /// Which.
    pub event: EventRef,
    /// Day 0, ISO 8601.
    pub day: String,
    /// Why day 0 is what it is, in a sentence.
    pub day_why: String,
    /// First and last day in which normal was learned, and how many trading days that are.
    pub learned: String,
    /// The normal change by day, percent where changes are.
    pub normal: f64,
    /// How much the series follows the market; null without a market model.
    pub slope: Option<f64>,
    /// Standard deviation of what the model does not explain, percent where changes are.
    pub deviation: f64,
    /// The windows.
    pub cars: Vec<CarLine>,
    /// What is abnormal on each of the days around, from 20 trading days before to 20 after.
    pub abnormal: Vec<AbnormalLine>,
    /// Other events of severity 4 and up within the widest window, which share in what is measured.
    pub overlaps: Vec<EventRef>,
}

/// One day of a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AbnormalLine {
    /// Trading days from the event.
    pub offset: i32,
    /// What the model does not explain, percent where changes are.
    pub change: f64,
    /// That in standard deviations.
    pub t: f64,
}

/// A window of a study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct CarLine {
    /// Cumulative abnormal return, percent where changes are.
    pub car: f64,
    /// Its t; null where there is none.
    pub t: Option<f64>,
    /// Days of the window that the series does not reach.
    pub missing: u32,
}
