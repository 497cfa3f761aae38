//! A label of a mark: one line or two, in or beside it, with what a card says under it.

use layout::labels::{Placed, Side};
use scene::{Anchor, Face, Item, Paint, Palette, Rgba, text};

use crate::marks::{PLATE_PX, block, label_face, plate, rule};
use crate::pins::draw_pin;

use super::card::{self, SECOND_PX};
use super::frame::{BAND_PX, LABEL_PX, MICRO_PX, ROW_PX};
use super::mark::{Mark, Stress};

/// A label on the page.
pub(super) struct Label {
    /// The title.
    pub(super) lines: Vec<Line>,
    face: Face,
    /// The second line of a card.
    pub(super) second: Option<Line>,
}

/// A line of it.
pub(super) struct Line {
    pub(super) words: String,
    pub(super) x: f32,
    pub(super) width: f32,
    /// How far below the middle line of the row its own lies.
    pub(super) lower_px: f32,
    /// Whether it stands in a band.
    pub(super) is_inside: bool,
}

/// What labels are drawn with.
pub(super) struct Ink<'a> {
    pub(super) as_of: Option<f32>,
    pub(super) palette: &'a Palette,
    pub(super) stress: &'a Stress<'a>,
}

/// From the end of a label to the pin beside it.
const PIN_PX: f32 = 5.0;

impl Label {
    /// A stretch of the page made longer so that it holds the label.
    pub(super) fn reach(&self, (from, to): (f32, f32)) -> (f32, f32) {
        let lines = self.lines.iter().chain(&self.second);
        let ends = lines.map(|it| (it.x, it.x + it.width));
        ends.fold((from, to), |all, it| (all.0.min(it.0), all.1.max(it.1)))
    }

    /// How far it reaches below the row of its mark.
    pub(super) fn lower_px(&self, row_px: f32) -> f32 {
        let lowest = self.lines.iter().map(|it| it.lower_px);
        lowest.filter(|it| *it >= row_px).fold(0.0, f32::max)
    }
}

impl Mark<'_> {
    /// Room for the pin beside its label.
    pub(super) fn pin_px(&self) -> f32 {
        if self.event.is_pinned() {
            PIN_PX + 4.0
        } else {
            0.0
        }
    }

    /// The widths of its label on two lines that have this room, with `pad` around an inverted label.
    pub(super) fn in_two(&self, (first, second): (f32, f32), pad: f32) -> Option<(f32, f32)> {
        let own = (2.0 * pad, 2.0 * pad + self.pin_px());
        let lines = self.broken((first - own.0, second - own.1))?;
        let width = |it: &str| text::width(it, LABEL_PX, label_face(self.event));
        Some((width(&lines.0) + own.0, width(&lines.1) + own.1))
    }

    fn broken(&self, rooms: (f32, f32)) -> Option<(String, String)> {
        text::in_two(&self.event.title, LABEL_PX, label_face(self.event), rooms)
    }

    /// The label where it was placed; it wanted to be so wide.
    pub(super) fn labeled(&self, placed: &Placed, wanted_px: f32, pad: f32) -> Option<Label> {
        let lines = match placed.second() {
            Some(second) => self.two_lines(placed, second, pad)?,
            None => vec![self.one_line(placed, wanted_px, pad)?],
        };
        let room_px = placed.room_px.min(wanted_px) - 2.0 * pad;
        // A title on two lines has taken the place of what a card says.
        let about = self.second.as_deref().filter(|_| lines.len() == 1);
        let second = about.map(|it| {
            let (words, width) = card::shortened(it, room_px);
            Line {
                x: begin(
                    placed,
                    (placed.x_px, placed.room_px.min(wanted_px)),
                    width,
                    pad,
                ),
                words,
                width,
                lower_px: SECOND_PX,
                is_inside: false,
            }
        });
        Some(Label {
            lines,
            face: label_face(self.event),
            second,
        })
    }

    fn one_line(&self, placed: &Placed, wanted_px: f32, pad: f32) -> Option<Line> {
        let (title, face) = (&self.event.title, label_face(self.event));
        let taken_px = placed.room_px.min(wanted_px);
        let words = if placed.room_px >= wanted_px {
            title.clone()
        } else {
            text::shorten(title, LABEL_PX, face, taken_px - 2.0 * pad - self.pin_px())
        };
        // A lone letter and an ellipsis say nothing.
        if words != *title && words.chars().count() < 5 {
            return None;
        }
        let width = text::width(&words, LABEL_PX, face);
        let pinned_px = width + self.pin_px();
        Some(Line {
            x: begin(placed, (placed.x_px, taken_px), pinned_px, pad),
            words,
            width,
            lower_px: if placed.side.is_below() {
                self.row_px
            } else {
                0.0
            },
            is_inside: placed.side == Side::Inside,
        })
    }

    fn two_lines(&self, placed: &Placed, second: (f32, f32), pad: f32) -> Option<Vec<Line>> {
        // The widths were added up before; the last bits of that break no line.
        let room = |px: f32| px - 2.0 * pad + 0.05;
        let rooms = (room(placed.room_px), room(second.1) - self.pin_px());
        let (upper, lower) = self.broken(rooms)?;
        let width = |it: &str| text::width(it, LABEL_PX, label_face(self.event));
        let (upper_px, lower_px) = (width(&upper), width(&lower));
        let line_px = if self.second.is_some() {
            SECOND_PX
        } else {
            self.row_px
        };
        Some(vec![
            Line {
                x: begin(placed, (placed.x_px, placed.room_px), upper_px, pad),
                words: upper,
                width: upper_px,
                lower_px: 0.0,
                is_inside: placed.side == Side::Inside,
            },
            Line {
                x: begin(placed, second, lower_px + self.pin_px(), pad),
                words: lower,
                width: lower_px,
                lower_px: line_px,
                is_inside: false,
            },
        ])
    }

    pub(super) fn draw_label(&self, label: &Label, ink: &Ink<'_>, out: &mut Vec<Item>) {
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

    /// The dark ground of the selected label.
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
            // A plate would eat the edges of the band: what runs behind the letters is painted over.
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

    /// Draws when and where under the label.
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

    /// Takes grid, as-of line and links out from behind a line of text: left and right end, baseline and size of letters.
    fn draw_plate(
        &self,
        (from, to, baseline, size_px): (f32, f32, f32, f32),
        ink: &Ink<'_>,
        out: &mut Vec<Item>,
    ) {
        let (from, to) = (from - PLATE_PX, to + PLATE_PX);
        let mut push = |x, end, ground| out.push(plate((x, end), baseline, size_px, ground));
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

    /// Takes the as-of line, and links of a selection, out from behind a label in a band.
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
        // Without links only the line itself is in the way.
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

/// Where a line so wide begins in its place: left end and width.
fn begin(placed: &Placed, (x, room_px): (f32, f32), width_px: f32, pad: f32) -> f32 {
    if placed.side.ends_level() {
        x + room_px - pad - width_px
    } else {
        x + pad
    }
}
