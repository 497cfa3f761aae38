//! The history as it is shown.

use model::EventId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ts;

/// Arguments of `history`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct HistoryArgs {
    /// Only steps that touched this event.
    #[ts(as = "Option<ts::EventId>", optional)]
    pub event: Option<EventId>,
    /// Only steps with a smaller number, for the next page.
    #[ts(optional)]
    pub before: Option<i64>,
    /// At most this many, 1 to 1,000; 100 if absent.
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// Reply of `history`, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryPage {
    /// The steps.
    pub steps: Vec<StepLine>,
    /// True when there are older ones.
    pub more: bool,
    /// Number of the step we are at; 0 is the empty beginning.
    pub now: i64,
    /// Name of the step that undo takes back.
    pub undo: Option<String>,
    /// Name of the step that redo brings back.
    pub redo: Option<String>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepLine {
    /// Its number.
    pub number: i64,
    /// The step it followed.
    pub parent: i64,
    /// What was done.
    pub name: String,
    /// When, ISO 8601 in UTC, if noted.
    pub at: Option<String>,
    /// False for what was undone, or belongs to a branch that was left.
    pub done: bool,
}

/// Reply of `step`: what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StepDetail {
    /// The step.
    pub step: StepLine,
    /// What changed, the first hundred.
    pub changes: Vec<ChangeLine>,
    /// How many more there are.
    pub more: u32,
}

/// One thing that a step changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeLine {
    /// What it is ("event E21, State Department orders …").
    pub what: String,
    /// added, removed or edited.
    pub change: String,
    /// The event that it belongs to, if it still exists.
    #[ts(as = "Option<ts::EventId>")]
    pub event: Option<EventId>,
    /// Its fields.
    pub fields: Vec<ChangedField>,
}

/// A field before and after, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangedField {
    /// Which one.
    pub field: String,
    /// What it held; null when there was nothing.
    pub before: Option<String>,
    /// What it holds; null when there is nothing.
    pub after: Option<String>,
}
