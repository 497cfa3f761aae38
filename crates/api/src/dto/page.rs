//! What the page asks for row by row, so that it never holds a whole list.

use model::{EventId, LinkId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use super::chart::Arrange;
use super::event::EventRef;
use super::list::EventRow;
use crate::ts;
use crate::words::LanesBy;

/// Arguments of `events` and `links`: a part of what passes, or all of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct RowsArgs {
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Rows that are left out at the beginning.
    #[ts(as = "Option<_>", optional)]
    pub offset: u32,
    /// At most this many rows; all if absent.
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// Arguments of `list`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct PageArgs {
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// Place of the first row wanted, from 0.
    #[ts(as = "Option<_>", optional)]
    pub offset: u32,
    /// At most this many rows, 1 to 1,000; 100 if absent.
    #[ts(optional)]
    pub limit: Option<u32>,
    /// An event that the rows lie around, if it passes; `offset` does not count then.
    #[ts(as = "Option<ts::EventId>", optional)]
    pub around: Option<EventId>,
    /// Where time begins for the first row, in days since 1970-01-01; `offset` does not count then.
    #[ts(optional)]
    pub from_days: Option<f64>,
}

/// Reply of `list`: a slice of the entries that pass, in order of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListSlice {
    /// Entries that pass.
    pub total: u32,
    /// Place of the first row, from 0.
    pub offset: u32,
    /// The rows.
    pub rows: Vec<EventRef>,
}

/// Arguments of `row`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RowArgs {
    /// Which event.
    #[ts(as = "ts::EventId")]
    pub id: EventId,
    /// The filter in force.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of `row`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RowPlace {
    /// The event, as a row of `events`.
    pub event: EventRow,
    /// Its place among the entries that pass the filter; null when it does not pass.
    pub place: Option<u32>,
    /// Its first and last known instant, in days since 1970-01-01; null when none is known.
    pub span_days: Option<(f64, f64)>,
}

/// Arguments of `chosen`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ChosenArgs {
    /// Which events, in what order; unknown ids are ignored.
    #[ts(as = "Vec<ts::EventId>")]
    pub ids: Vec<EventId>,
    /// The filter in force.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of `chosen`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Chosen {
    /// Those that pass the filter, in the order asked for.
    pub rows: Vec<EventRow>,
    /// How many of the ids the filter hides.
    pub hidden: u32,
}

/// Arguments of `link_row`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LinkRowArgs {
    /// Which link.
    #[ts(as = "ts::LinkId")]
    pub id: LinkId,
}

/// Arguments of `ids`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct IdsOfArgs {
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// None are given when more than this pass, up to 100,000.
    pub most: u32,
}

/// Reply of `ids`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct IdsOf {
    /// Entries that pass.
    pub total: u32,
    /// Their ids in order of time; empty when they are more than asked for.
    #[ts(as = "Vec<ts::EventId>")]
    pub ids: Vec<EventId>,
}

/// Which way `walk` goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Toward {
    /// To the entry before, in order of time.
    Earlier,
    /// To the entry after, in order of time.
    Later,
    /// To the entry nearest in time in the next lane above that has one.
    Above,
    /// To the entry nearest in time in the next lane below that has one.
    Below,
}

/// Arguments of `walk`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WalkArgs {
    /// Where to start; from nowhere one comes to the first entry, or going earlier to the last.
    #[serde(default)]
    #[ts(as = "Option<ts::EventId>", optional)]
    pub id: Option<EventId>,
    /// Which way.
    pub toward: Toward,
    /// The filter in force.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
    /// The way to make lanes; by theme if empty.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub lanes: LanesBy,
    /// How its lanes are arranged beyond that.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub arrange: Arrange,
    /// Whether the timeline folds long empty stretches.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub collapse: bool,
    /// The as-of day, ISO 8601; the workspace's own if absent.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<String>,
}

/// Ids of events, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventIds(#[ts(as = "Vec<ts::EventId>")] pub Vec<EventId>);
