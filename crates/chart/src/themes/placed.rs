//! Where everything of the chart stands.

use super::area::{Area, Point};
use super::block::Size;
use super::label::Label;

/// A block in its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seat {
    /// Its place in the list of blocks.
    pub(super) block: usize,
    pub(super) area: Area,
    pub(super) size: Size,
    /// Whether it stands left of the partners.
    pub(super) is_left: bool,
}

/// A line between two blocks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Route {
    /// Its place in the list of lines.
    pub(super) line: usize,
    /// Its corners from the first block to the second.
    pub(super) points: Vec<Point>,
    /// Where it is interrupted for its label.
    pub(super) cut: Option<Area>,
    pub(super) label: Option<Label>,
}

/// A band that says how many entries of a block a partner is in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Band {
    pub(super) block: usize,
    pub(super) partner: usize,
    pub(super) entries: usize,
    /// The middle of its end at the block.
    pub(super) from: Point,
    /// The middle of its end at the partner.
    pub(super) to: Point,
    pub(super) width_px: f32,
}

/// The chart with the place of everything that has room.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Placed {
    pub(super) blocks: Vec<Seat>,
    pub(super) routes: Vec<Route>,
    /// Partners by their place in the list.
    pub(super) partners: Vec<(usize, Area)>,
    pub(super) bands: Vec<Band>,
    /// Whether blocks name their partners in a line of their own, because there are no bands.
    pub(super) names_partners: bool,
    /// The height at which it stands comfortably.
    pub(super) needed_px: f32,
}
