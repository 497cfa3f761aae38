//! A mark of a timeline: a spot or a band, with its label.

use std::collections::BTreeSet;

use model::{Event, EventId};
use scene::{Hit, HitKind};

use crate::extent::{Doubt, SpotPx};
use crate::marks::Glyph;

use super::band::Band;
use super::label::{Label, PIN_PX};
use crate::timeline::frame::{BAND_PX, Frame, ROW_PX};

/// A mark in the plot.
pub(crate) struct Mark<'a> {
    pub(crate) event: &'a Event,
    pub(crate) glyph: Glyph,
    pub(crate) body: Body,
    /// Middle line of its row.
    pub(crate) y: f32,
    /// Whether the row below was kept free for a second line of its label.
    pub(crate) keeps_below: bool,
    pub(crate) weight: u64,
    /// Height of its row.
    pub(crate) row_px: f32,
    /// The text of the second line of its card.
    pub(crate) second: Option<String>,
    pub(crate) label: Option<Label>,
}

/// The shape that is drawn.
pub(crate) enum Body {
    Spot(SpotPx, Doubt),
    Band(Band),
}

/// Distance of the selection ring from the glyph's edge.
pub(crate) const RING_PX: f32 = 4.5;

/// What is highlighted.
pub(crate) struct Stress<'a> {
    pub(crate) selected: Option<EventId>,
    pub(crate) hovered: Option<EventId>,
    /// Linked to the selection.
    pub(crate) neighbors: &'a BTreeSet<EventId>,
    /// Whether links run behind the labels.
    pub(crate) links: bool,
}

impl Mark<'_> {
    /// Left and right end of what is drawn, including the ring if selected.
    pub(crate) fn extent(&self, selected: bool) -> (f32, f32) {
        let ring = if selected { RING_PX + 1.0 } else { 0.0 };
        match &self.body {
            Body::Band(band) => (band.from, band.to),
            Body::Spot(spot, _) => {
                let (left, right) = self.glyph.reach_px();
                let middle = spot.middle as f32;
                let (from, to) = (spot.from.max(-1.0e5) as f32, spot.to.min(1.0e5) as f32);
                (
                    from.min(middle - left - ring),
                    to.max(middle + right + ring),
                )
            }
        }
    }

    /// Its hit areas: mark and label.
    pub(crate) fn hits(&self, frame: &Frame, hits: &mut Vec<Hit>) {
        let (from, to) = self.extent(false);
        let mut push = |from: f32, to: f32, lower: f32| {
            let (x, end) = (from.max(frame.left_px), to.min(frame.width_px));
            let row_top = self.y + lower - ROW_PX * 0.5;
            let bottom = (row_top + self.row_px).min(frame.bottom_px);
            let top = row_top.max(frame.top_px);
            if end > x && bottom > top {
                let id = self.event.id.to_string();
                hits.push(Hit {
                    x,
                    y: top,
                    width: end - x,
                    height: bottom - top,
                    kind: HitKind::Event,
                    id,
                });
            }
        };
        push(from, to, 0.0);
        let lines = self.label.iter().flat_map(|it| &it.lines);
        for line in lines.filter(|it| !it.is_inside) {
            // A line within the row of the mark is as high as the row.
            let lower = if line.lower_px < self.row_px {
                0.0
            } else {
                line.lower_px
            };
            push(line.x, line.x + line.width, lower);
        }
    }

    /// Room for the pin beside its label.
    pub(crate) fn pin_px(&self) -> f32 {
        if self.event.is_pinned() {
            PIN_PX + 4.0
        } else {
            0.0
        }
    }

    /// How far its shape extends above and below its middle line.
    pub(crate) fn half_px(&self) -> f32 {
        match &self.body {
            Body::Band(_) => BAND_PX * 0.5,
            Body::Spot(..) => self.glyph.half_px(),
        }
    }

    /// The point where links attach.
    pub(crate) fn port(&self, selected: bool, leaving: bool, as_of: Option<f32>) -> (f32, f32) {
        match &self.body {
            Body::Spot(spot, _) => {
                let reach = self.glyph.reach_px().0.max(4.0) + if selected { RING_PX } else { 1.0 };
                (spot.middle as f32 - reach, self.y)
            }
            Body::Band(band) => {
                // Something that lasts acts from where it is now; an effect begins.
                let end = as_of.map_or(band.to, |as_of| band.to.min(as_of)) - 9.0;
                let x = if leaving { end } else { band.from + 10.0 };
                (x.clamp(band.from, band.to), self.y)
            }
        }
    }
}
