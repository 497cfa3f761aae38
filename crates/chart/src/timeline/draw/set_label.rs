//! Fits the text of labels into the room they were given.

use layout::labels::{Placed, Side};
use scene::text;

use super::card::{self, SECOND_PX};
use super::label::{Label, Line};
use super::mark::Mark;
use crate::marks::label_face;
use crate::timeline::frame::LABEL_PX;

impl Mark<'_> {
    /// The widths of its label on two lines within these rooms, with `pad` around an inverted label.
    pub(crate) fn in_two(&self, (first, second): (f32, f32), pad: f32) -> Option<(f32, f32)> {
        let own = (2.0 * pad, 2.0 * pad + self.pin_px());
        let lines = self.broken((first - own.0, second - own.1))?;
        let width = |it: &str| text::width(it, LABEL_PX, label_face(self.event));
        Some((width(&lines.0) + own.0, width(&lines.1) + own.1))
    }

    fn broken(&self, rooms: (f32, f32)) -> Option<(String, String)> {
        text::in_two(&self.event.title, LABEL_PX, label_face(self.event), rooms)
    }

    /// The label at its place; it would have liked to be `wanted_px` wide.
    pub(crate) fn labeled(&self, placed: &Placed, wanted_px: f32, pad: f32) -> Option<Label> {
        let lines = match placed.second() {
            Some(second) => self.two_lines(placed, second, pad)?,
            None => vec![self.one_line(placed, wanted_px, pad)?],
        };
        let room_px = placed.room_px.min(wanted_px) - 2.0 * pad;
        // A title on two lines replaces the second line of a card.
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
        // A single character and an ellipsis would be meaningless.
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
        // The widths were added up before; rounding errors must not break a line.
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
}

/// Where a line of this width begins within its room.
fn begin(placed: &Placed, (x, room_px): (f32, f32), width_px: f32, pad: f32) -> f32 {
    if placed.side.ends_level() {
        x + room_px - pad - width_px
    } else {
        x + pad
    }
}
