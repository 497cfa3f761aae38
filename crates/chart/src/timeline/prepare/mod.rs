//! A workspace as numbers, before any zoom level or window is known: entries, by lane.

pub(crate) mod chain;
pub(crate) mod collect;
pub(crate) mod entry;
pub(crate) mod lane_index;
pub(crate) mod lane_names;
pub(crate) mod lane_title;
pub(crate) mod strip;
pub(crate) mod widths;
