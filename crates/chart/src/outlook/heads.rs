//! The headers below the columns: a likelihood word and its range.

use scene::{Anchor, Face, Item, Palette, text};

use crate::marks::{LABEL_PX, MICRO_PX};

/// A column narrower than this has no header: one letter and an ellipsis would be meaningless.
const LEAST_HEAD_PX: f32 = 26.0;
const LINE_PX: f32 = 13.0;
/// From the grid to the first baseline.
const GAP_PX: f32 = 16.0;
const BELOW_PX: f32 = 10.0;
/// The minimum height of all headers.
const LEAST_PX: f32 = 56.0;
/// Maximum number of lines of either kind.
const MOST_LINES: usize = 3;

/// The header of a column.
pub(super) struct Head {
    middle_px: f32,
    words: Vec<String>,
    band: Vec<String>,
}

/// The headers of all columns, the first being for entries without a likelihood.
pub(super) fn of(words: &[(String, String)], edges_px: &[f32]) -> Vec<Head> {
    let unstated = (
        String::from("not stated"),
        String::from("no likelihood given"),
    );
    let named = [&unstated]
        .into_iter()
        .chain(words)
        .zip(edges_px.windows(2));
    let wide = named.filter(|(_, edges)| edges[1] - edges[0] - 6.0 >= LEAST_HEAD_PX);
    wide.map(|((word, band), edges)| {
        let room_px = edges[1] - edges[0] - 6.0;
        Head {
            middle_px: (edges[0] + edges[1]) * 0.5,
            words: lines(word, LABEL_PX, Face::Medium, room_px),
            band: lines(band, MICRO_PX, Face::Regular, room_px),
        }
    })
    .collect()
}

/// The height of the headers.
pub(super) fn height_px(heads: &[Head]) -> f32 {
    let lines = heads.iter().map(|it| it.words.len() + it.band.len());
    let lines = lines.max().unwrap_or(0) as f32;
    (GAP_PX + lines * LINE_PX + BELOW_PX - LINE_PX).max(LEAST_PX)
}

impl Head {
    /// Draws it below the grid that ends at `bottom`.
    pub(super) fn draw(&self, bottom: f32, palette: &Palette, items: &mut Vec<Item>) {
        let mut y = bottom + GAP_PX;
        let words = self
            .words
            .iter()
            .map(|it| (it, LABEL_PX, Face::Medium, palette.text_primary));
        let band = self
            .band
            .iter()
            .map(|it| (it, MICRO_PX, Face::Regular, palette.text_tertiary));
        for (line, size, face, color) in words.chain(band) {
            let x = self.middle_px;
            items.push(text::text(line, x, y, Anchor::Middle, size, face, color));
            y += LINE_PX;
        }
    }
}

/// Text on as many lines as it needs; words too wide for a line are shortened rather than broken.
fn lines(words: &str, size_px: f32, face: Face, room_px: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Keep a number and its percent sign together.
    let words = words.replace(" %", "\u{a0}%");
    for word in words.split(' ') {
        let longer = lines.last().map(|it| format!("{it} {word}"));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(last)) if text::width(&longer, size_px, face) <= room_px => {
                *last = longer;
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > MOST_LINES {
        let rest = lines.split_off(MOST_LINES - 1).join(" ");
        lines.push(rest);
    }
    let short = |it: &String| text::shorten(it, size_px, face, room_px);
    lines.iter().map(short).collect()
}
