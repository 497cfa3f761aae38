//! The rows of a lane: decided whole or in blocks.

use layout::lanes::{self, Packing};

use super::blocks::Blocks;
use super::claim::{Claims, Labels};
use super::zoom::{Laid, Zoom};
use crate::timeline::prepare::entry::{HEAVY, SEVERE};
use crate::timeline::prepare::lane_index::{LaneIndex, Stale};

/// With more entries than this, hardly ever do all find a row with full labels, so that is not tried.
const MANY: usize = 512;

/// The rows of a lane as last decided. They depend on everything else in a timeline and so do not distinguish two of
/// them.
#[derive(Debug, Clone, Default)]
pub(crate) enum Rows {
    /// Not decided, or outdated.
    #[default]
    Open,
    /// Of all entries at once, with this much room for their labels.
    Whole(Zoom, Labels, Packing),
    /// Block by block.
    Blocks(Blocks),
}

impl PartialEq for Rows {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Rows {
    /// Discards them, because entries of the lane have changed.
    fn forget(&mut self) {
        *self = Self::Open;
    }

    /// How much room is reserved for labels.
    pub(crate) fn labels(&self) -> Labels {
        match self {
            Self::Whole(_, labels, _) => *labels,
            Self::Open | Self::Blocks(_) => Labels::Part,
        }
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Open => 0,
            Self::Whole(_, _, packing) => packing.row_count,
            Self::Blocks(blocks) => blocks.row_count,
        }
    }
}

/// A lane with its rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PackedLane {
    pub(crate) index: LaneIndex,
    pub(crate) rows: Rows,
}

impl PackedLane {
    /// A lane whose rows are not decided yet.
    pub(crate) fn new(index: LaneIndex) -> Self {
        Self {
            index,
            rows: Rows::Open,
        }
    }

    /// Puts the entries in order and computes everything that follows from them.
    pub(crate) fn order(&mut self) {
        self.index.order();
        self.rows.forget();
    }

    /// Computes what follows from the weights of the entries.
    pub(crate) fn weigh(&mut self) {
        self.index.weigh();
        self.rows.forget();
    }

    /// Computes again what follows from the entries, if they have changed.
    pub(crate) fn catch_up(&mut self) {
        match std::mem::take(&mut self.index.stale) {
            Stale::Nothing => {}
            Stale::Rows => self.rows.forget(),
            Stale::Everything => {
                self.index.settle();
                self.rows.forget();
            }
        }
    }

    /// Decides how many rows the lane has at this zoom level, if that is not known yet; `whole` lanes are packed at
    /// once.
    pub(crate) fn decide_rows(&mut self, zoom: Zoom, whole: bool) {
        let known = match &self.rows {
            Rows::Open => false,
            Rows::Whole(it, ..) => whole && *it == zoom,
            Rows::Blocks(it) => {
                !whole && it.px_per_day == zoom.px_per_day && it.rows_max == zoom.rows_max
            }
        };
        if known {
            return;
        }
        self.rows = if whole {
            let (labels, packing) = self.pack_whole(zoom);
            Rows::Whole(zoom, labels, packing)
        } else {
            Rows::Blocks(Blocks::new(&mut self.index, zoom))
        };
    }

    /// The entries with a row that may be visible in a range of days, in the order of the lane. For a lane that is
    /// packed whole, all of them.
    pub(crate) fn laid_within(&mut self, from_days: f64, to_days: f64) -> Laid {
        match std::mem::take(&mut self.rows) {
            Rows::Open => Laid::new(),
            Rows::Whole(zoom, labels, packing) => {
                let laid = packing.laid.clone();
                self.rows = Rows::Whole(zoom, labels, packing);
                laid
            }
            Rows::Blocks(mut blocks) => {
                let laid = blocks.laid_within(&self.index, from_days, to_days);
                self.rows = Rows::Blocks(blocks);
                laid
            }
        }
    }

    /// The rows of all entries: with as much room for labels as still leaves a row for each, up to what `zoom` allows.
    fn pack_whole(&self, zoom: Zoom) -> (Labels, Packing) {
        let wanted = Labels::ALL.into_iter();
        let wanted = wanted.skip_while(|it| *it != zoom.claimed.labels);
        // With many entries it is known in advance.
        let tried = wanted.filter(|it| *it != Labels::Part && self.index.entries.len() <= MANY);
        for labels in tried {
            let packing = self.packed(zoom.with(labels));
            if packing.laid.len() == self.index.entries.len() {
                return (labels, packing);
            }
        }
        (Labels::Part, self.packed(zoom.with(Labels::Part)))
    }

    fn packed(&self, zoom: Zoom) -> Packing {
        let claims = Claims {
            index: &self.index,
            px_per_day: zoom.px_per_day,
            as_of: zoom.as_of,
            claimed: zoom.claimed,
        };
        let weight = |at: usize| self.index.entries[at].weight(zoom.selected);
        let mut by_weight: Vec<usize> = (0..self.index.entries.len()).collect();
        by_weight.sort_by_key(|at| (std::cmp::Reverse(weight(*at)), self.index.entries[*at].id));
        let claim = |at: usize| lanes::Entry {
            weight: weight(at),
            ..claims.of(at)
        };
        let count = self.index.entries.len();
        let heavy: &[u64] = if zoom.scarce { &SEVERE } else { &HEAVY };
        lanes::pack(count, by_weight.into_iter(), claim, zoom.rows_max, heavy)
    }
}
