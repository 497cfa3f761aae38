//! Lanes with less room than they need, as on a slide: rows and headers are condensed, and if that is not enough, the
//! number of rows per lane is limited. Entries without a row are counted.

use super::lanes::{self, Selected};
use crate::spec::{AIR_PX, Fit};
use crate::timeline::frame::{Frame, LOW_ROW_PX};
use crate::timeline::ready::timeline::Timeline;
use crate::timeline::rows::{Labels, Laid, PackedLane};

impl Timeline {
    /// Decides the rows according to `fit`.
    pub(crate) fn rows_for(
        &mut self,
        frame: &mut Frame,
        selected: Option<Selected>,
        fit: Fit,
    ) -> Vec<Laid> {
        if fit == Fit::Grows {
            return self.roomy_rows(frame, selected);
        }
        frame.row_px = LOW_ROW_PX;
        let room_px = frame.bottom_px - frame.top_px - AIR_PX;
        // Shorter labels are better than fewer entries.
        for labels in Labels::ALL {
            let laid = lanes::decide_rows(self, frame, selected, labels, None);
            if lanes::content_px(self, frame) <= room_px {
                return laid;
            }
        }
        let most = shares(&self.lanes, frame, room_px);
        lanes::decide_rows(self, frame, selected, Labels::Part, Some(&most))
    }
}

/// How many rows of marks each lane gets, once the number each would need is known: one, and then one more for the lane
/// with the fewest, as long as there is room.
fn shares(lanes: &[PackedLane], frame: &Frame, room_px: f32) -> Vec<usize> {
    let mut shares: Vec<Share<'_>> = lanes.iter().map(|it| Share::least(it, frame)).collect();
    let mut left_px = room_px - shares.iter().map(|it| it.height_px).sum::<f32>();
    let wanting = |it: &Share<'_>| it.rows < it.wanted;
    while let Some(at) = fewest(&shares, |it| wanting(it) && it.more_px(frame) <= left_px) {
        left_px -= shares[at].more_px(frame);
        shares[at] = shares[at].with(shares[at].rows + 1, frame);
    }
    // A lane that gets all rows it needs keeps them as they are: packed again into the same number, an entry might not
    // fit.
    let most = |it: Share<'_>| if wanting(&it) { it.rows } else { usize::MAX };
    shares.into_iter().map(most).collect()
}

/// The first of those with the fewest rows that may have one more.
fn fewest(shares: &[Share<'_>], may: impl Fn(&Share<'_>) -> bool) -> Option<usize> {
    let those = (0..shares.len()).filter(|at| may(&shares[*at]));
    those.min_by_key(|at| shares[*at].rows)
}

/// The rows that a lane has got so far.
struct Share<'a> {
    packed: &'a PackedLane,
    /// Rows of marks.
    rows: usize,
    wanted: usize,
    height_px: f32,
}

impl<'a> Share<'a> {
    fn least(packed: &'a PackedLane, frame: &Frame) -> Self {
        let wanted = packed.rows.count();
        let none = Self {
            packed,
            rows: 0,
            wanted,
            height_px: 0.0,
        };
        none.with(wanted.min(1), frame)
    }

    fn with(&self, rows: usize, frame: &Frame) -> Self {
        let drawn = if rows < self.wanted {
            rows + lanes::others(self.packed)
        } else {
            lanes::rows(self.packed)
        };
        Self {
            rows,
            height_px: lanes::of_rows_px(self.packed, drawn, frame),
            ..*self
        }
    }

    fn more_px(&self, frame: &Frame) -> f32 {
        self.with(self.rows + 1, frame).height_px - self.height_px
    }
}
