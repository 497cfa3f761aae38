//! What rows depend on.

use model::EventId;

use super::claim::{Claimed, Labels};
use crate::timeline::prepare::lane_index::ROWS_MAX;

/// Indices of entries in a lane, each with its row.
pub(crate) type Laid = Vec<(usize, usize)>;

/// What rows depend on, besides the entries of the lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Zoom {
    /// Without its last bits, which change while panning.
    pub(super) px_per_day: f64,
    pub(super) as_of: Option<f64>,
    /// The selected entry, if it is in this lane.
    pub(super) selected: Option<EventId>,
    /// Rows that the lane may have.
    pub(super) rows_max: usize,
    pub(super) claimed: Claimed,
    /// Rows are scarce: the most severe entries are placed before all others.
    pub(super) scarce: bool,
}

/// Lanes with up to this many entries get as many rows as they need.
const FEW: usize = 64;
/// Rows that the lanes share if they are many and full.
const ROWS_SHARED: usize = 96;
/// Minimum number of rows of a full lane.
const ROWS_LEAST: usize = 8;

impl Zoom {
    pub(crate) fn new(
        px_per_day: f64,
        as_of: Option<f64>,
        selected: Option<EventId>,
        claimed: Claimed,
    ) -> Self {
        Self {
            px_per_day: f64::from_bits(px_per_day.to_bits() & !0xFFF),
            as_of,
            selected,
            rows_max: ROWS_MAX,
            claimed,
            scarce: false,
        }
    }

    /// For one of this many lanes, with this many entries.
    pub(crate) fn sharing(self, lane_count: usize, entry_count: usize) -> Self {
        let share = (ROWS_SHARED / lane_count.max(1)).clamp(ROWS_LEAST, ROWS_MAX);
        Self {
            rows_max: if entry_count <= FEW { FEW } else { share },
            ..self
        }
    }

    /// With this much room for labels.
    pub(super) fn with(self, labels: Labels) -> Self {
        Self {
            claimed: Claimed {
                labels,
                ..self.claimed
            },
            ..self
        }
    }

    /// With at most this many rows of marks.
    pub(crate) fn at_most(self, rows: usize) -> Self {
        Self {
            rows_max: self.rows_max.min(rows),
            scarce: rows < self.rows_max,
            ..self
        }
    }
}
