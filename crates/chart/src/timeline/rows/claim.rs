//! What an entry claims of its row.

use layout::lanes::Entry as Laid;

use crate::extent::{Ruler, When, spot_px};
use crate::timeline::card::CARD_PX;
use crate::timeline::entry::Entry;
use crate::timeline::filed::Filed;

/// A band at least this long carries its label inside and claims no room beside it.
const LABEL_INSIDE_PX: f64 = 96.0;

/// What the entries of a lane claim at a zoom, in pixels from day 0 on.
#[derive(Clone, Copy)]
pub(super) struct Claims<'a> {
    pub(super) filed: &'a Filed,
    pub(super) px_per_day: f64,
    pub(super) as_of: Option<f64>,
    pub(super) cards: bool,
}

impl Claims<'_> {
    pub(super) fn of(&self, at: usize) -> Laid {
        let entry = &self.filed.entries[at];
        let ruler = Ruler {
            origin: (0.0, 0.0),
            px_per_day: self.px_per_day,
        };
        let when = entry.when(self.as_of);
        claim(entry, &when, entry.weight(None), &ruler, self.cards)
    }
}

/// What an entry claims of its row: mark and label.
pub(in crate::timeline) fn claim(
    entry: &Entry,
    when: &When,
    weight: u64,
    ruler: &Ruler,
    cards: bool,
) -> Laid {
    let gap_px = f64::from(layout::labels::GAP_PX);
    let least_px = if cards { CARD_PX } else { 0.0 };
    let label_px = f64::from(entry.label_px.max(least_px));
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
            let inside = to_px - from_px >= LABEL_INSIDE_PX.min(label_px + 16.0);
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
