//! Heights of the lanes at a zoom level, and their rows.

pub(crate) mod condense;
pub(crate) mod header_height;
pub(crate) mod lanes;
pub(crate) mod roomy;
