//! A mark of a timeline: a spot or a band, with its label.

use std::collections::BTreeSet;

use layout::labels::Side;
use model::{Event, EventId};
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, text};

use crate::extent::{Doubt, SpotPx};
use crate::marks::{Glyph, PLATE_PX, block, plate, rule};
use crate::pins::draw_pin;

use super::band::Band;
use super::card::SECOND_PX;
use super::frame::{BAND_PX, Frame, LABEL_PX, MICRO_PX, ROW_PX};
use super::spot;

/// A mark on the page.
pub(super) struct Mark<'a> {
    pub(super) event: &'a Event,
    pub(super) glyph: Glyph,
    pub(super) body: Body,
    /// Middle line of its row, on the page.
    pub(super) y: f32,
    pub(super) weight: u64,
    /// Height of its row.
    pub(super) row_px: f32,
    /// What its second line would say.
    pub(super) second: Option<String>,
    pub(super) label: Option<Label>,
}

/// What is drawn of it.
pub(super) enum Body {
    Spot(SpotPx, Doubt),
    Band(Band),
}

/// A label on the page.
pub(super) struct Label {
    pub(super) words: String,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) face: Face,
    pub(super) side: Side,
    /// The second line: words, left end, width.
    pub(super) second: Option<(String, f32, f32)>,
}

impl Label {
    /// A stretch of the page made longer so that it holds the label.
    fn reach(&self, (from, to): (f32, f32)) -> (f32, f32) {
        let second = self.second.as_ref().map(|it| (it.1, it.1 + it.2));
        let lines = second.into_iter().chain([(self.x, self.x + self.width)]);
        lines.fold((from, to), |all, it| (all.0.min(it.0), all.1.max(it.1)))
    }
}

/// From the end of a label to the pin beside it.
const PIN_PX: f32 = 5.0;
/// Ring of the selected mark: from the glyph's edge outward.
const RING_PX: f32 = 4.5;

/// What stands out.
pub(super) struct Stress<'a> {
    pub(super) selected: Option<EventId>,
    pub(super) hovered: Option<EventId>,
    /// Linked to the selection.
    pub(super) neighbors: &'a BTreeSet<EventId>,
    /// Whether links run behind the labels.
    pub(super) links: bool,
}

impl Mark<'_> {
    /// Left and right end of what is drawn, with the ring if it is selected.
    pub(super) fn extent(&self, selected: bool) -> (f32, f32) {
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

    /// Room for the pin beside its label.
    pub(super) fn pin_px(&self) -> f32 {
        if self.event.is_pinned() {
            PIN_PX + 4.0
        } else {
            0.0
        }
    }

    /// Draws what lies under links: a band, or nothing.
    pub(super) fn draw_band(
        &self,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        let Body::Band(band) = &self.body else { return };
        self.open_group("event", out);
        self.draw_hover(palette, stress, out);
        band.draw(&self.glyph, self.y, as_of, palette, out);
        if stress.selected == Some(self.event.id) {
            out.push(Item::Rect {
                x: band.from - 2.0,
                y: self.y - BAND_PX * 0.5 - 2.0,
                width: band.to - band.from + 4.0,
                height: BAND_PX + 4.0,
                radius: 2.0,
                fill: Paint::None,
                stroke: Some(scene::Stroke {
                    paint: Paint::Solid(palette.accent),
                    width: 2.0,
                    dash: scene::Dash::Solid,
                }),
            });
        }
        out.push(Item::Ungroup);
    }

    /// Draws what lies over links: a spot with its label, or the label of a band.
    pub(super) fn draw_front(
        &self,
        frame: &Frame,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        match &self.body {
            Body::Band(_) if self.label.is_none() => return,
            Body::Band(_) => self.open_group("label", out),
            Body::Spot(spot, doubt) => {
                self.open_group("event", out);
                self.draw_hover(palette, stress, out);
                let x = spot.middle as f32;
                let ahead = as_of.is_some_and(|as_of| x > as_of);
                let ground = if ahead {
                    palette.surface_future
                } else {
                    palette.surface_canvas
                };
                if stress.selected == Some(self.event.id) {
                    self.draw_ring(x, palette, out);
                }
                let reach = (frame.left_px, frame.width_px);
                spot::draw(
                    spot,
                    *doubt,
                    &self.glyph,
                    self.y,
                    reach,
                    palette,
                    ground,
                    out,
                );
            }
        }
        if let Some(label) = &self.label {
            self.draw_label(label, as_of, palette, stress, out);
        }
        out.push(Item::Ungroup);
    }

    fn open_group(&self, part: &str, out: &mut Vec<Item>) {
        let title = if part == "event" {
            self.event.title.clone()
        } else {
            String::new()
        };
        out.push(Item::Group {
            id: format!("{part}-{}", self.event.id),
            title,
        });
    }

    fn draw_ring(&self, x: f32, palette: &Palette, out: &mut Vec<Item>) {
        let radius = self.glyph.size_px() * 0.5 + RING_PX - 0.5;
        let ring = scene::Path::circle(x, self.y, radius);
        let fill = Paint::Solid(palette.surface_canvas);
        out.push(crate::marks::stroked(
            ring,
            fill,
            palette.accent,
            2.0,
            scene::Dash::Solid,
        ));
    }

    /// A quiet ground under mark and label of what the pointer is on.
    fn draw_hover(&self, palette: &Palette, stress: &Stress<'_>, out: &mut Vec<Item>) {
        if stress.hovered != Some(self.event.id) || stress.selected == stress.hovered {
            return;
        }
        let (mut from, mut to) = self.extent(false);
        if let Some(label) = &self.label {
            (from, to) = label.reach((from, to));
        }
        out.push(Item::Rect {
            x: from - 3.0,
            y: self.y - ROW_PX * 0.5,
            width: to - from + 6.0,
            height: self.row_px,
            radius: 2.0,
            fill: Paint::Solid(palette.surface_sunken),
            stroke: None,
        });
    }

    fn draw_label(
        &self,
        label: &Label,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        let baseline = self.y + text::cap_height(LABEL_PX) * 0.5;
        let id = Some(self.event.id);
        let mut color = palette.text_primary;
        if stress.selected == id {
            let (x, y) = (label.x - 4.0, self.y - ROW_PX * 0.5 + 1.0);
            let fill = Paint::Solid(palette.accent);
            out.push(Item::Rect {
                x,
                y,
                width: label.width + 8.0,
                height: ROW_PX - 2.0,
                radius: 2.0,
                fill,
                stroke: None,
            });
            color = palette.text_inverse;
        } else if self.event.status == model::Status::Cancelled {
            color = palette.text_tertiary;
        }
        let item = text::text(
            &label.words,
            label.x,
            baseline,
            Anchor::Start,
            LABEL_PX,
            label.face,
            color,
        );
        if label.side == Side::Inside {
            // A plate would eat the edges of the band: what runs behind the letters is painted over.
            self.clear_behind(label, as_of, palette, stress, out);
            out.push(item);
        } else {
            if stress.selected != id {
                let line = (label.x, label.x + label.width, baseline, LABEL_PX);
                self.draw_plate(line, as_of, palette, stress, out);
            }
            out.push(item);
        }
        if self.event.is_pinned() {
            let x = label.x + label.width + PIN_PX;
            draw_pin(x, self.y, palette.text_primary, out);
        }
        self.draw_second(label, as_of, palette, stress, out);
        if self.event.status == model::Status::Cancelled {
            let y = self.y + 0.5;
            out.push(rule((label.x, y), (label.x + label.width, y), color, 0.9));
        }
        if stress.neighbors.contains(&self.event.id) {
            let y = baseline + 2.4;
            out.push(rule(
                (label.x, y),
                (label.x + label.width, y),
                palette.line_strong,
                0.9,
            ));
        }
    }

    /// Draws when and where under the label.
    fn draw_second(
        &self,
        label: &Label,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        let Some((words, x, width)) = &label.second else {
            return;
        };
        let y = self.y + text::cap_height(LABEL_PX) * 0.5 + SECOND_PX;
        let color = palette.text_secondary;
        self.draw_plate((*x, x + width, y, MICRO_PX), as_of, palette, stress, out);
        let item = text::text(words, *x, y, Anchor::Start, MICRO_PX, Face::Regular, color);
        out.push(item);
    }

    /// Takes grid, as-of line and links out from behind a line of text: left and right end, baseline and size of letters.
    fn draw_plate(
        &self,
        (from, to, baseline, size_px): (f32, f32, f32, f32),
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        let (from, to) = (from - PLATE_PX, to + PLATE_PX);
        let mut push = |x, end, ground| out.push(plate((x, end), baseline, size_px, ground));
        let hovered = stress.hovered == Some(self.event.id) && stress.selected != stress.hovered;
        if hovered {
            return push(from, to, palette.surface_sunken);
        }
        let until = as_of.unwrap_or(to).clamp(from, to);
        if until > from {
            push(from, until, palette.surface_canvas);
        }
        if to > until {
            push(until, to, palette.surface_future);
        }
    }

    /// Takes the as-of line, and links of a selection, out from behind a label in a band.
    fn clear_behind(
        &self,
        label: &Label,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        if stress.selected == Some(self.event.id) {
            return;
        }
        let (from, to) = (label.x - 2.0, label.x + label.width + 2.0);
        let line = as_of.filter(|x| from < *x && *x < to);
        let filled = !self.event.is_unrealized() && self.event.kind != model::Kind::Scenario;
        let tint = if filled {
            crate::marks::tone_tint(palette, self.event.tone)
        } else {
            palette.surface_canvas
        };
        let until = as_of.unwrap_or(to).clamp(from, to);
        // Without links only the line itself is in the way.
        let reach = if stress.links { f32::MAX } else { 1.0 };
        let (left, right) = (from.max(until - reach), to.min(until + reach));
        if !stress.links && line.is_none() {
            return;
        }
        let (top, height) = (self.y - BAND_PX * 0.5 + 1.9, BAND_PX - 3.8);
        for (x, end, fill) in [(left, until, tint), (until, right, palette.surface_future)] {
            if end > x {
                out.push(block(x, top, end - x, height, fill));
            }
        }
    }

    /// Where it can be pointed at: its mark and its label.
    pub(super) fn hits(&self, frame: &Frame, hits: &mut Vec<Hit>) {
        let (from, to) = self.extent(false);
        let mut push = |from: f32, to: f32| {
            let (x, end) = (from.max(frame.left_px), to.min(frame.width_px));
            let top = (self.y - ROW_PX * 0.5).max(frame.top_px);
            let bottom = (self.y - ROW_PX * 0.5 + self.row_px).min(frame.bottom_px);
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
        push(from, to);
        if let Some(label) = self
            .label
            .as_ref()
            .filter(|label| label.side != Side::Inside)
        {
            push(label.x, label.x + label.width);
        }
    }

    /// The point where links arrive, and how far they keep from it.
    pub(super) fn port(&self, selected: bool, leaving: bool, as_of: Option<f32>) -> (f32, f32) {
        match &self.body {
            Body::Spot(spot, _) => {
                let reach = self.glyph.reach_px().0.max(4.0) + if selected { RING_PX } else { 1.0 };
                (spot.middle as f32 - reach, self.y)
            }
            Body::Band(band) => {
                // What lasts acts from where it is now; what is caused begins.
                let end = as_of.map_or(band.to, |as_of| band.to.min(as_of)) - 9.0;
                let x = if leaving { end } else { band.from + 10.0 };
                (x.clamp(band.from, band.to), self.y)
            }
        }
    }
}
