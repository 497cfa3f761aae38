//! The label of a line: what its claims say, and below it what they rest on.

use scene::{Anchor, Face, Item, Palette, text};

use super::area::Area;
use super::claims::Line;
use super::letters::{Letters, lines_of};

/// Beside and above a label that interrupts a line.
const CUT_PX: (f32, f32) = (3.0, 1.0);

/// Share of a line of text that is air above its capitals and below its baseline.
const LINE_AIR: f32 = 0.3;

/// How much a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// The kinds of claims and the evidence.
    Full,
    /// Only how many claims there are.
    Number,
}

/// A label in lines of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// Each with its face.
    lines: Vec<(String, Face)>,
    pub(super) width_px: f32,
    pub(super) height_px: f32,
    /// Left end, middle or right end of its lines, and its upper edge.
    pub(super) at: (f32, f32),
    pub(super) anchor: Anchor,
    pub(super) is_shortened: bool,
}

impl Label {
    pub(super) fn of(line: &Line, letters: &Letters, room_px: f32, detail: Detail) -> Self {
        let size_px = letters.text_px;
        let mut is_shortened = false;
        let mut lines: Vec<(String, Face)> = Vec::new();
        let mut put = |words: &str, face: Face| {
            let (found, shortened) = lines_of(words, size_px, face, room_px, 3);
            is_shortened |= shortened;
            lines.extend(found.into_iter().map(|it| (it, face)));
        };
        match detail {
            Detail::Full => {
                put(&line.kinds, Face::Medium);
                put(&line.evidence, Face::Regular);
            }
            Detail::Number => put(&line.claims.len().to_string(), Face::Medium),
        }
        let widths = lines.iter().map(|it| letters.width(&it.0, it.1));
        Self {
            width_px: widths.fold(0.0, f32::max),
            height_px: letters.line_px() * lines.len() as f32,
            lines,
            at: (0.0, 0.0),
            anchor: Anchor::Start,
            is_shortened,
        }
    }

    /// The same label, put somewhere.
    pub(super) fn put(self, x: f32, top: f32, anchor: Anchor) -> Self {
        Self {
            at: (x, top),
            anchor,
            ..self
        }
    }

    /// Its left edge.
    pub(super) fn left(&self) -> f32 {
        match self.anchor {
            Anchor::Start => self.at.0,
            Anchor::Middle => self.at.0 - self.width_px / 2.0,
            Anchor::End => self.at.0 - self.width_px,
        }
    }

    /// What its text takes up, without the air above and below it.
    pub(super) fn area(&self) -> Area {
        let air_px = if self.lines.is_empty() {
            0.0
        } else {
            self.height_px / self.lines.len() as f32 * LINE_AIR / 2.0
        };
        Area {
            left: self.left(),
            top: self.at.1 + air_px,
            width: self.width_px,
            height: self.height_px - 2.0 * air_px,
        }
    }

    /// Where it interrupts a line.
    pub(super) fn cut(&self) -> Area {
        Area {
            left: self.left() - CUT_PX.0,
            top: self.at.1 - CUT_PX.1,
            width: self.width_px + 2.0 * CUT_PX.0,
            height: self.height_px + 2.0 * CUT_PX.1,
        }
    }

    pub(super) fn draw(&self, letters: &Letters, palette: &Palette, out: &mut Vec<Item>) {
        let (x, top) = self.at;
        for (row, (words, face)) in self.lines.iter().enumerate() {
            let middle = top + letters.line_px() * (row as f32 + 0.5);
            let color = match face {
                Face::Regular => palette.text_secondary,
                _ => palette.text_primary,
            };
            let line = middle + text::cap_height(letters.text_px) / 2.0;
            let size_px = letters.text_px;
            out.push(text::text(
                words,
                x,
                line,
                self.anchor,
                size_px,
                *face,
                color,
            ));
        }
    }
}
