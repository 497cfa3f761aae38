//! Draws marks: what is under links, and what is over them.

use scene::{Item, Paint, Palette};

use super::lettering::Ink;
use super::mark::{Body, Mark, RING_PX, Stress};
use super::spot;
use crate::timeline::frame::{BAND_PX, Frame, ROW_PX};

impl Mark<'_> {
    /// Draws what is under links: a band, or nothing.
    pub(crate) fn draw_band(
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

    /// Draws what is over links: a spot with its label, or the label of a band.
    pub(crate) fn draw_front(
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
                let background = if ahead {
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
                    background,
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

    /// A light background under mark and label of the hovered entry.
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
}
