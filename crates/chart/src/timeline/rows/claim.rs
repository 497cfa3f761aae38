//! What an entry claims of its row.

use layout::lanes::Entry as Laid;

use crate::extent::{Ruler, When, spot_px};
use crate::timeline::card::CARD_PX;
use crate::timeline::entry::Entry;
use crate::timeline::filed::Filed;

/// Where room is scarce, a band at least this long carries what it can of its label inside and claims no room beside it.
const LABEL_INSIDE_PX: f64 = 96.0;
/// Where room is scarce, a label does not claim more of its row than this; it may still take what is free.
const LABEL_CLAIM_PX: f64 = 430.0;
/// Left and right of a label in its band.
const INSIDE_PAD_PX: f64 = 26.0;

/// How much room marks claim for their labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::timeline) struct Claimed {
    /// At least that of a card.
    pub(in crate::timeline) cards: bool,
    /// All that the label needs; else as much as is enough to read.
    pub(in crate::timeline) whole: bool,
}

/// What the entries of a lane claim at a zoom, in pixels from day 0 on.
#[derive(Clone, Copy)]
pub(super) struct Claims<'a> {
    pub(super) filed: &'a Filed,
    pub(super) px_per_day: f64,
    pub(super) as_of: Option<f64>,
    pub(super) claimed: Claimed,
}

impl Claims<'_> {
    pub(super) fn of(&self, at: usize) -> Laid {
        let entry = &self.filed.entries[at];
        let ruler = Ruler {
            origin: (0.0, 0.0),
            px_per_day: self.px_per_day,
        };
        let when = entry.when(self.as_of);
        claim(entry, &when, entry.weight(None), &ruler, self.claimed)
    }
}

/// What an entry claims of its row: mark and label.
pub(in crate::timeline) fn claim(
    entry: &Entry,
    when: &When,
    weight: u64,
    ruler: &Ruler,
    claimed: Claimed,
) -> Laid {
    let gap_px = f64::from(layout::labels::GAP_PX);
    let least_px = if claimed.cards { CARD_PX } else { 0.0 };
    let most_px = if claimed.whole { f64::INFINITY } else { LABEL_CLAIM_PX };
    let label_px = f64::from(entry.label_px.max(least_px)).min(most_px);
    let beside_px = gap_px * 2.0 + label_px + 4.0;
    let (from_px, to_px, band) = match when.at_zoom(ruler.px_per_day) {
        When::Spot {
            from,
            to,
            middle,
            doubt,
        } => {
            let spot = spot_px(from, to, middle, doubt, &entry.glyph, ruler);
            (spot.from, spot.to + beside_px, false)
        }
        When::Band { start, end } => {
            let (from_px, to_px) = (ruler.px(start.outer), ruler.px(end.outer));
            let inside = if claimed.whole {
                to_px - from_px >= label_px + INSIDE_PAD_PX
            } else {
                to_px - from_px >= LABEL_INSIDE_PX.min(label_px + 16.0)
            };
            let beside_px = if inside { gap_px } else { beside_px };
            (from_px, to_px + beside_px, true)
        }
    };
    Laid {
        from_px,
        to_px,
        band,
        weight,
    }
}
