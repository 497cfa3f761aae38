//! Moves and scales drawn items.

pub(crate) use scene::place::{scale, shift};
