//! Draws labels, and keeps lines from running through them.

use scene::{Anchor, Face, Item, Paint, Palette, Rgba, text};

use super::label::{Label, Line, PIN_PX};
use super::mark::{Mark, Stress};
use crate::marks::{PLATE_PX, block, plate, rule};
use crate::pins::draw_pin;
use crate::timeline::frame::{BAND_PX, LABEL_PX, MICRO_PX, ROW_PX};

/// Colors and context for drawing labels.
pub(crate) struct Ink<'a> {
    pub(crate) as_of: Option<f32>,
    pub(crate) palette: &'a Palette,
    pub(crate) stress: &'a Stress<'a>,
}

impl Mark<'_> {
    pub(crate) fn draw_label(&self, label: &Label, ink: &Ink<'_>, out: &mut Vec<Item>) {
        let is_selected = ink.stress.selected == Some(self.event.id);
        let color = if is_selected {
            ink.palette.text_inverse
        } else if self.event.status == model::Status::Cancelled {
            ink.palette.text_tertiary
        } else {
            ink.palette.text_primary
        };
        if is_selected {
            label
                .lines
                .iter()
                .for_each(|it| self.draw_accent(it, ink, out));
        }
        for line in &label.lines {
            self.draw_line(line, (label.face, color), ink, out);
        }
        if let Some(last) = label.lines.last().filter(|_| self.event.is_pinned()) {
            let x = last.x + last.width + PIN_PX;
            draw_pin(x, self.y + last.lower_px, ink.palette.text_primary, out);
        }
        if let Some(second) = &label.second {
            self.draw_second(second, ink, out);
        }
    }

    /// The dark background of the selected label.
    fn draw_accent(&self, line: &Line, ink: &Ink<'_>, out: &mut Vec<Item>) {
        out.push(Item::Rect {
            x: line.x - 4.0,
            y: self.y + line.lower_px - ROW_PX * 0.5 + 1.0,
            width: line.width + 8.0,
            height: ROW_PX - 2.0,
            radius: 2.0,
            fill: Paint::Solid(ink.palette.accent),
            stroke: None,
        });
    }

    fn draw_line(
        &self,
        line: &Line,
        (face, color): (Face, Rgba),
        ink: &Ink<'_>,
        out: &mut Vec<Item>,
    ) {
        let middle = self.y + line.lower_px;
        let baseline = middle + text::cap_height(LABEL_PX) * 0.5;
        let (x, end) = (line.x, line.x + line.width);
        if line.is_inside {
            // A plate would cover the edges of the band: lines behind the text are painted over instead.
            self.clear_behind(line, ink, out);
        } else if ink.stress.selected != Some(self.event.id) {
            self.draw_plate((x, end, baseline, LABEL_PX), ink, out);
        }
        out.push(text::text(
            &line.words,
            x,
            baseline,
            Anchor::Start,
            LABEL_PX,
            face,
            color,
        ));
        if self.event.status == model::Status::Cancelled {
            let y = middle + 0.5;
            out.push(rule((x, y), (end, y), color, 0.9));
        }
        if ink.stress.neighbors.contains(&self.event.id) {
            let (y, color) = (baseline + 2.4, ink.palette.line_strong);
            out.push(rule((x, y), (end, y), color, 0.9));
        }
    }

    /// Draws the second line of a card.
    fn draw_second(&self, line: &Line, ink: &Ink<'_>, out: &mut Vec<Item>) {
        let y = self.y + text::cap_height(LABEL_PX) * 0.5 + line.lower_px;
        let (x, color) = (line.x, ink.palette.text_secondary);
        self.draw_plate((x, x + line.width, y, MICRO_PX), ink, out);
        let (face, size) = (Face::Regular, MICRO_PX);
        out.push(text::text(
            &line.words,
            x,
            y,
            Anchor::Start,
            size,
            face,
            color,
        ));
    }

    /// Hides grid, as-of line and links behind a line of text: left and right end, baseline and text size.
    fn draw_plate(
        &self,
        (from, to, baseline, size_px): (f32, f32, f32, f32),
        ink: &Ink<'_>,
        out: &mut Vec<Item>,
    ) {
        let (from, to) = (from - PLATE_PX, to + PLATE_PX);
        let mut push =
            |x, end, background| out.push(plate((x, end), baseline, size_px, background));
        let (stress, palette) = (ink.stress, ink.palette);
        let hovered = stress.hovered == Some(self.event.id) && stress.selected != stress.hovered;
        if hovered {
            return push(from, to, palette.surface_sunken);
        }
        let until = ink.as_of.unwrap_or(to).clamp(from, to);
        if until > from {
            push(from, until, palette.surface_canvas);
        }
        if to > until {
            push(until, to, palette.surface_future);
        }
    }

    /// Hides the as-of line, and links of a selection, behind a label inside a band.
    fn clear_behind(&self, line: &Line, ink: &Ink<'_>, out: &mut Vec<Item>) {
        let (stress, palette) = (ink.stress, ink.palette);
        if stress.selected == Some(self.event.id) {
            return;
        }
        let (from, to) = (line.x - 2.0, line.x + line.width + 2.0);
        let crossed = ink.as_of.filter(|x| from < *x && *x < to);
        let filled = !self.event.is_unrealized() && self.event.kind != model::Kind::Scenario;
        let tint = if filled {
            crate::marks::tone_tint(palette, self.event.tone)
        } else {
            palette.surface_canvas
        };
        let until = ink.as_of.unwrap_or(to).clamp(from, to);
        // Without links, only the as-of line is in the way.
        let reach = if stress.links { f32::MAX } else { 1.0 };
        let (left, right) = (from.max(until - reach), to.min(until + reach));
        if !stress.links && crossed.is_none() {
            return;
        }
        let (top, height) = (self.y - BAND_PX * 0.5 + 1.9, BAND_PX - 3.8);
        for (x, end, fill) in [(left, until, tint), (until, right, palette.surface_future)] {
            if end > x {
                out.push(block(x, top, end - x, height, fill));
            }
        }
    }
}
