//! What stood out on the last charts, so that hovering asks no graph.

use api::dto::Filter;

use super::recent::Recent;

/// What decides a highlight besides the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    pub(crate) asked: api::dto::Highlight,
    pub(crate) filter: Filter,
}

/// The highlights found since the last change: that of the chart on screen, and the one before.
pub(crate) type Cache = Recent<Key, chart::Highlight, 2>;
