//! Assigns entries to the rows of a lane. Decided for a zoom level, from the data, never from the window, so nothing
//! changes its row while panning.
//!
//! A small lane is packed whole. A large one is packed in blocks that are fixed in time, as they come into view.

mod blocks;
mod claim;
mod lane;
mod zoom;

pub(crate) use blocks::CROWD_PX;
pub(crate) use claim::{Claimed, Labels, claim};
pub(crate) use lane::{PackedLane, Rows};
pub(crate) use zoom::{Laid, Zoom};
