//! The room that an entry needs in its row.

use layout::lanes::Entry as Laid;

use crate::extent::{Ruler, When, spot_px};
use crate::timeline::frame::CARD_PX;
use crate::timeline::prepare::entry::Entry;
use crate::timeline::prepare::lane_index::LaneIndex;

/// If room is scarce, a band at least this long shows what fits of its label inside and reserves no room beside it.
const LABEL_INSIDE_PX: f64 = 96.0;
/// If room is scarce, a label reserves no more of its row than this; it may still use free room.
const LABEL_CLAIM_PX: f64 = 430.0;
/// A mark longer than this share of the plot keeps no row free for its label.
const SHORT_SHARE: f64 = 0.5;
/// The longer line of a label on two lines is hardly ever more than this share of it.
const LINE_SHARE: f64 = 0.56;
/// Padding of a label inside its band, left and right together.
const INSIDE_PAD_PX: f64 = 26.0;

/// A label wider than this share of the plot goes on two lines: beside a mark in the middle there is no room for it on
/// one.
const TWO_LINES_SHARE: f64 = 0.38;

/// How much room is reserved for labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Claimed {
    /// At least that of a card.
    pub(crate) cards: bool,
    pub(crate) labels: Labels,
    /// Width of the plot. It changes with the size of the window, never while panning.
    pub(crate) plot_px: f32,
}

/// How much of their labels room is reserved for, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Labels {
    /// All of it, long ones on two lines.
    InTwo,
    /// All of it, on one line.
    Whole,
    /// Enough to be readable.
    Part,
}

impl Labels {
    /// From the most room to the least.
    pub(crate) const ALL: [Self; 3] = [Self::InTwo, Self::Whole, Self::Part];
}

/// The room that the entries of a lane need at a zoom level, in pixels from day 0.
#[derive(Clone, Copy)]
pub(crate) struct Claims<'a> {
    pub(crate) index: &'a LaneIndex,
    pub(crate) px_per_day: f64,
    pub(crate) as_of: Option<f64>,
    pub(crate) claimed: Claimed,
}

impl Claims<'_> {
    pub(crate) fn of(&self, at: usize) -> Laid {
        let entry = &self.index.entries[at];
        let ruler = Ruler {
            origin: (0.0, 0.0),
            px_per_day: self.px_per_day,
        };
        let when = entry.when(self.as_of);
        claim(entry, &when, entry.weight(None), &ruler, self.claimed)
    }
}

/// The room that an entry needs in its row: mark and label.
pub(crate) fn claim(
    entry: &Entry,
    when: &When,
    weight: u64,
    ruler: &Ruler,
    claimed: Claimed,
) -> Laid {
    let gap_px = f64::from(layout::labels::GAP_PX);
    let least_px = if claimed.cards { CARD_PX } else { 0.0 };
    let is_part = claimed.labels == Labels::Part;
    let most_px = if is_part {
        LABEL_CLAIM_PX
    } else {
        f64::INFINITY
    };
    let label_px = f64::from(entry.label_px.max(least_px)).min(most_px);
    let widest_px = f64::from(claimed.plot_px) * TWO_LINES_SHARE;
    let in_two = claimed.labels == Labels::InTwo && label_px > widest_px;
    let line_px = if in_two {
        label_px * LINE_SHARE
    } else {
        label_px
    };
    let beside_px = gap_px * 2.0 + line_px + 4.0;
    let (from_px, mark_to_px, to_px, band) = match when.at_zoom(ruler.px_per_day) {
        When::Spot {
            from,
            to,
            middle,
            doubt,
        } => {
            let spot = spot_px(from, to, middle, doubt, &entry.glyph, ruler);
            (spot.from, spot.to, spot.to + beside_px, false)
        }
        When::Band { start, end } => {
            let (from_px, to_px) = (ruler.px(start.outer), ruler.px(end.outer));
            let inside = if is_part {
                to_px - from_px >= LABEL_INSIDE_PX.min(label_px + 16.0)
            } else {
                to_px - from_px >= label_px + INSIDE_PAD_PX
            };
            let beside_px = if inside { gap_px } else { beside_px };
            // A band that holds its label needs no second line.
            let mark_to_px = if inside { f64::INFINITY } else { to_px };
            (from_px, mark_to_px, to_px + beside_px, true)
        }
    };
    // In a row high enough for a card both lines fit; and the label of a long mark depends on which part of it is
    // visible, which rows do not know.
    let is_short = mark_to_px - from_px <= f64::from(claimed.plot_px) * SHORT_SHARE;
    let is_below = in_two && !claimed.cards && is_short;
    Laid {
        from_px,
        to_px,
        below_to_px: is_below.then_some(to_px),
        band,
        weight,
    }
}
