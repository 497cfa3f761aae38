//! What a workspace becomes before any zoom or window is known: entries as numbers, by lane.

pub(crate) mod chain;
pub(crate) mod collect;
pub(crate) mod entry;
pub(crate) mod lane_index;
pub(crate) mod lane_names;
pub(crate) mod lane_title;
pub(crate) mod strip;
pub(crate) mod widths;
