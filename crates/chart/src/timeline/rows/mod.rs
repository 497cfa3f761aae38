//! Who goes into which row of a lane. Decided at a zoom, from the data, never from the window: so nothing
//! changes its row while panning.
//!
//! A small lane is packed whole. A large one is packed in blocks that stand still on the time line, as
//! they come into view.

mod blocks;
mod claim;

use layout::lanes::{self, Packing};
use model::EventId;

use super::entry::{GRAVE, HEAVY};
use super::filed::{Filed, ROWS_MAX};
use blocks::Blocks;
use claim::Claims;

pub(super) use blocks::CROWD_PX;
pub(super) use claim::{Claimed, Labels, claim};

/// Places of entries in a lane, each with its row.
pub(super) type Laid = Vec<(usize, usize)>;

/// The rows of a lane as they were last decided. They follow from everything else in a timeline and so do
/// not tell two apart.
#[derive(Debug, Clone, Default)]
pub(super) enum Rows {
    /// Not yet, or not any more.
    #[default]
    Open,
    /// Of all entries at once, with so much room for their labels.
    Whole(Zoom, Labels, Packing),
    /// Block by block.
    Blocks(Blocks),
}

/// What rows are decided by, besides the entries of the lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Zoom {
    /// Without its last bits, which change while a window pans.
    px_per_day: f64,
    as_of: Option<f64>,
    /// The selected entry, if it is in this lane.
    selected: Option<EventId>,
    /// Rows that the lane may have.
    rows_max: usize,
    claimed: Claimed,
    /// Rows are scarce: the gravest entries are laid before all others.
    scarce: bool,
}

/// Entries of a lane that is given as many rows as it needs.
const FEW: usize = 64;
/// More entries than this hardly ever all find a row with whole labels, so that is not tried.
const MANY: usize = 512;
/// Rows of a page that the lanes share, where they are many and full.
const ROWS_SHARED: usize = 96;
/// Rows that a full lane has in any case.
const ROWS_LEAST: usize = 8;

impl Zoom {
    pub(super) fn new(
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
    pub(super) fn sharing(self, lane_count: usize, entry_count: usize) -> Self {
        let share = (ROWS_SHARED / lane_count.max(1)).clamp(ROWS_LEAST, ROWS_MAX);
        Self {
            rows_max: if entry_count <= FEW { FEW } else { share },
            ..self
        }
    }

    /// With so much room for labels.
    fn with(self, labels: Labels) -> Self {
        Self {
            claimed: Claimed {
                labels,
                ..self.claimed
            },
            ..self
        }
    }

    /// With at most so many rows of marks.
    pub(super) fn at_most(self, rows: usize) -> Self {
        Self {
            rows_max: self.rows_max.min(rows),
            scarce: rows < self.rows_max,
            ..self
        }
    }
}

impl PartialEq for Rows {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Rows {
    /// Forgets them: entries of the lane have changed.
    pub(super) fn forget(&mut self) {
        *self = Self::Open;
    }

    /// How much room labels have in them.
    pub(super) fn labels(&self) -> Labels {
        match self {
            Self::Whole(_, labels, _) => *labels,
            Self::Open | Self::Blocks(_) => Labels::Part,
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Open => 0,
            Self::Whole(_, _, packing) => packing.row_count,
            Self::Blocks(blocks) => blocks.row_count,
        }
    }
}

impl Filed {
    /// Decides how many rows the lane has at this zoom, if that is not known yet; `whole` lanes are packed
    /// at once.
    pub(super) fn decide_rows(&mut self, zoom: Zoom, whole: bool) {
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
            Rows::Blocks(Blocks::new(self, zoom))
        };
    }

    /// The entries with a row that may be seen in a stretch of days, in the order of the lane. Of a lane
    /// that is packed whole, all.
    pub(super) fn laid_within(&mut self, from_days: f64, to_days: f64) -> Laid {
        match std::mem::take(&mut self.rows) {
            Rows::Open => Laid::new(),
            Rows::Whole(zoom, labels, packing) => {
                let laid = packing.laid.clone();
                self.rows = Rows::Whole(zoom, labels, packing);
                laid
            }
            Rows::Blocks(mut blocks) => {
                let laid = blocks.laid_within(self, from_days, to_days);
                self.rows = Rows::Blocks(blocks);
                laid
            }
        }
    }

    /// The rows of all entries: with as much room for labels as leaves a row for each, up to what `zoom` says.
    fn pack_whole(&self, zoom: Zoom) -> (Labels, Packing) {
        let wanted = Labels::ALL.into_iter();
        let wanted = wanted.skip_while(|it| *it != zoom.claimed.labels);
        // Of many it is known beforehand.
        let tried = wanted.filter(|it| *it != Labels::Part && self.entries.len() <= MANY);
        for labels in tried {
            let packing = self.packed(zoom.with(labels));
            if packing.laid.len() == self.entries.len() {
                return (labels, packing);
            }
        }
        (Labels::Part, self.packed(zoom.with(Labels::Part)))
    }

    fn packed(&self, zoom: Zoom) -> Packing {
        let claims = Claims {
            filed: self,
            px_per_day: zoom.px_per_day,
            as_of: zoom.as_of,
            claimed: zoom.claimed,
        };
        let weight = |at: usize| self.entries[at].weight(zoom.selected);
        let mut by_weight: Vec<usize> = (0..self.entries.len()).collect();
        by_weight.sort_by_key(|at| (std::cmp::Reverse(weight(*at)), self.entries[*at].id));
        let claim = |at: usize| lanes::Entry {
            weight: weight(at),
            ..claims.of(at)
        };
        let count = self.entries.len();
        let heavy: &[u64] = if zoom.scarce { &GRAVE } else { &HEAVY };
        lanes::pack(count, by_weight.into_iter(), claim, zoom.rows_max, heavy)
    }
}
