//! Who goes into which row of a lane. Decided at a zoom, from the data, never from the window: so nothing
//! changes its row while panning.
//!
//! A small lane is packed whole. A large one is packed in blocks that stand still on the time line, as
//! they come into view.

mod blocks;
mod claim;
mod lane;
mod zoom;

pub(crate) use blocks::CROWD_PX;
pub(crate) use claim::{Claimed, Labels, claim};
pub(crate) use lane::{PackedLane, Rows};
pub(crate) use zoom::{Laid, Zoom};
