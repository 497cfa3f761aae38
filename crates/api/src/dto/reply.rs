//! Replies of the smaller verbs.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::overview::{IdCount, KindCount, SeverityCount, StatusCount, ToneCount, WordCount};

/// Reply of `filter`. A facet's counts heed every other part of the filter but not its own, so they
/// say what choosing a value would show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FilterResult {
    /// Entries that pass.
    pub shown: u32,
    /// Entries of the chronology and the shown datasets.
    pub total: u32,
    /// Entries that do not pass: `total - shown`.
    pub hidden: u32,
    /// Per theme, subthemes included.
    pub themes: Vec<IdCount>,
    /// Per status.
    pub statuses: Vec<StatusCount>,
    /// Per tone.
    pub tones: Vec<ToneCount>,
    /// Per severity.
    pub severities: Vec<SeverityCount>,
    /// Per actor, its parts included.
    pub actors: Vec<IdCount>,
    /// Per place.
    pub places: Vec<IdCount>,
    /// Per source.
    pub sources: Vec<IdCount>,
    /// Per category, its parts included.
    pub categories: Vec<IdCount>,
    /// Per kind.
    pub kinds: Vec<KindCount>,
    /// Per tag, the most frequent ones.
    pub tags: Vec<WordCount>,
}

/// A row of `verbs`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VerbInfo {
    /// Its name.
    pub name: String,
    /// read, write, picture or file.
    pub kind: String,
    /// One line.
    pub help: String,
}
