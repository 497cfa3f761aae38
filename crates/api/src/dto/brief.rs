//! Arguments of the brief.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Filter;

/// The contents of a brief.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct BriefArgs {
    /// The first day, in EDTF or words: "2025-06-02", "1 June 2025"; a month means its first day.
    pub since: String,
    /// The last day; a month means its last day; absent: the as-of day, or today.
    #[ts(optional)]
    pub until: Option<String>,
    /// Its parts in their order, of summary, happened, changed, coming, the charts timeline, causes, cause-map, themes, index,
    /// heat and outlook, sources, notes; absent: the usual ones.
    #[ts(optional)]
    pub parts: Option<Vec<String>>,
    /// Its title; absent: the workspace's name.
    #[ts(optional)]
    pub title: Option<String>,
    /// Who wrote it, for the properties of a Word document; absent: the program.
    #[ts(optional)]
    pub author: Option<String>,
    /// Handling mark: clear, green, amber, amber+strict or red of the Traffic Light Protocol, or words of one's
    /// own; absent: nothing is said.
    #[ts(optional)]
    pub handling: Option<String>,
    /// Which entries.
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}
