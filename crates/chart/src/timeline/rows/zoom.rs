//! What rows are decided by.

use model::EventId;

use super::claim::{Claimed, Labels};
use crate::timeline::prepare::lane_index::ROWS_MAX;

/// Places of entries in a lane, each with its row.
pub(crate) type Laid = Vec<(usize, usize)>;

/// What rows are decided by, besides the entries of the lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Zoom {
    /// Without its last bits, which change while a window pans.
    pub(super) px_per_day: f64,
    pub(super) as_of: Option<f64>,
    /// The selected entry, if it is in this lane.
    pub(super) selected: Option<EventId>,
    /// Rows that the lane may have.
    pub(super) rows_max: usize,
    pub(super) claimed: Claimed,
    /// Rows are scarce: the gravest entries are laid before all others.
    pub(super) scarce: bool,
}

/// Entries of a lane that is given as many rows as it needs.
const FEW: usize = 64;
/// Rows of a page that the lanes share, where they are many and full.
const ROWS_SHARED: usize = 96;
/// Rows that a full lane has in any case.
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

    /// For one of so many lanes, with so many entries.
    pub(crate) fn sharing(self, lane_count: usize, entry_count: usize) -> Self {
        let share = (ROWS_SHARED / lane_count.max(1)).clamp(ROWS_LEAST, ROWS_MAX);
        Self {
            rows_max: if entry_count <= FEW { FEW } else { share },
            ..self
        }
    }

    /// With so much room for labels.
    pub(super) fn with(self, labels: Labels) -> Self {
        Self {
            claimed: Claimed {
                labels,
                ..self.claimed
            },
            ..self
        }
    }

    /// With at most so many rows of marks.
    pub(crate) fn at_most(self, rows: usize) -> Self {
        Self {
            rows_max: self.rows_max.min(rows),
            scarce: rows < self.rows_max,
            ..self
        }
    }
}
