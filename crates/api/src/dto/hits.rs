//! Where on the line of time lies what passes a filter or a search: a few numbers, however much it is.

use model::EventId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use crate::ts;

/// Arguments of `hits`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HitsArgs {
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Where the first bin begins, in days since 1970-01-01.
    pub from_days: f64,
    /// Where the last bin ends; later than the first begins.
    pub to_days: f64,
    /// How many bins of the same length, 1 to 500.
    pub bins: u32,
    /// An event whose place among them is wanted.
    #[serde(default)]
    #[ts(as = "Option<ts::EventId>", optional)]
    pub at: Option<EventId>,
}

/// Reply of `hits`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hits {
    /// Entries that pass, wherever they lie.
    pub total: u32,
    /// For each bin how many begin in it.
    pub bins: Vec<u32>,
    /// Place of the event asked about among them in order of time, from 0; null when it is none of them.
    pub place: Option<u32>,
}

/// Arguments of `span`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SpanArgs {
    /// Which entries; all that pass the filter when none are named.
    #[ts(as = "Vec<ts::EventId>")]
    pub ids: Vec<EventId>,
    /// Which entries when none are named.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}
