//! The chart once it is drawn.

use crate::map::Map;
use crate::spec::LegendEntry;

/// A chart before it is looked at through a window.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) map: Map,
    pub(super) legend: Vec<LegendEntry>,
    /// What is counted, as sentences.
    pub(super) counts: String,
    /// The height at which it stands comfortably.
    pub(super) needed_px: f32,
    /// Whether nothing was left out for want of room.
    pub(super) is_complete: bool,
}
