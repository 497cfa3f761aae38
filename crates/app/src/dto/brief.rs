//! The brief as it is asked for.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Filter;

/// What a brief tells.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BriefArgs {
    /// The first day, ISO 8601.
    pub since: String,
    /// The last day; absent: the as-of day.
    #[ts(optional)]
    pub until: Option<String>,
    /// Its parts in their order, of summary, happened, changed, coming, the charts timeline, causes, layers, themes, index,
    /// heat and outlook, sources, notes; absent: the usual ones.
    #[ts(optional)]
    pub parts: Option<Vec<String>>,
    /// Its title; absent: the workspace's name.
    #[ts(optional)]
    pub title: Option<String>,
    /// How it may be handed on: clear, green, amber, amber+strict or red of the Traffic Light Protocol, or words of one's
    /// own; absent: nothing is said.
    #[ts(optional)]
    pub handling: Option<String>,
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}
