//! How high the lanes are at a zoom, and which rows they have.

pub(crate) mod condense;
pub(crate) mod header_height;
pub(crate) mod lanes;
pub(crate) mod roomy;
