//! A mark of a timeline: a spot or a band, with its label.

use std::collections::BTreeSet;

use model::{Event, EventId};
use scene::{Hit, HitKind, Item, Paint, Palette};

use crate::extent::{Doubt, SpotPx};
use crate::marks::Glyph;

use super::band::Band;
use super::frame::{BAND_PX, Frame, ROW_PX};
use super::label::{Ink, Label};
use super::spot;

/// A mark on the page.
pub(super) struct Mark<'a> {
    pub(super) event: &'a Event,
    pub(super) glyph: Glyph,
    pub(super) body: Body,
    /// Middle line of its row, on the page.
    pub(super) y: f32,
    /// Whether the row below was kept free for a second line of its label.
    pub(super) keeps_below: bool,
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

/// Ring of the selected mark: from the glyph's edge outward.
pub(super) const RING_PX: f32 = 4.5;

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
            let ink = Ink {
                as_of,
                palette,
                stress,
            };
            self.draw_label(label, &ink, out);
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
        let mut lower = 0.0;
        if let Some(label) = &self.label {
            (from, to) = label.reach((from, to));
            lower = label.lower_px(self.row_px);
        }
        out.push(Item::Rect {
            x: from - 3.0,
            y: self.y - ROW_PX * 0.5,
            width: to - from + 6.0,
            height: self.row_px + lower,
            radius: 2.0,
            fill: Paint::Solid(palette.surface_sunken),
            stroke: None,
        });
    }

    /// Where it can be pointed at: its mark and its label.
    pub(super) fn hits(&self, frame: &Frame, hits: &mut Vec<Hit>) {
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
            // A line within the row of the mark is as high as that.
            let lower = if line.lower_px < self.row_px {
                0.0
            } else {
                line.lower_px
            };
            push(line.x, line.x + line.width, lower);
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
