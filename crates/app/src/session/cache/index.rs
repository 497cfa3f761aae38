//! The index that was computed last, kept between pictures; dropped at every change.

use api::dto::{Filter, Scaling};
use chart::Index;
use model::date::Day;
use risk::Entries;

use super::recent::Recent;

/// What decides an index besides the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) filter: Filter,
    pub(crate) scaling: Scaling,
    pub(crate) as_of: Option<Day>,
}

/// An index with the entries that it was computed from.
#[derive(Debug)]
pub(crate) struct Made {
    pub(crate) entries: Entries,
    pub(crate) index: Index,
}

/// What was computed since the last change: that of the filter in force, of an earlier day and of today, and that of
/// everything.
pub(crate) type Cache = Recent<Key, Made, 3>;
