//! Straight arrows between two blocks that stand one above the other, each with its label beside it.

use scene::Anchor;

use super::content::Content;
use super::label::{Detail, Label};
use super::letters::Letters;

/// From a line to its label, and from a label to the next line.
const BESIDE_PX: f32 = 8.0;
const NEXT_PX: f32 = 16.0;
/// Between the first two lines, which have their labels on the outside.
const PAIR_PX: f32 = 34.0;
/// From the corner of a block to a line.
const CORNER_PX: f32 = 14.0;
/// Above and below labels.
const AIR_PX: f32 = 9.0;
/// A corridor without lines.
const EMPTY_PX: f32 = 16.0;
/// Widths of a label that are tried, in letters.
const WIDTHS: [f32; 4] = [15.0, 11.5, 9.0, 7.0];

/// An arrow and its label.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Arrow {
    pub(super) line: usize,
    pub(super) x: f32,
    pub(super) label: Label,
}

/// What runs between two blocks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Corridor {
    pub(super) arrows: Vec<Arrow>,
    /// The height that it needs.
    pub(super) height_px: f32,
}

impl Corridor {
    /// The corridor of these lines: arrows stand within `overlap`, the stretch that both blocks have in common, and labels
    /// within `reach`. `None` if there is no room, even for numbers.
    pub(super) fn of(
        content: &Content<'_>,
        lines: &[usize],
        overlap: (f32, f32),
        reach: (f32, f32),
        letters: &Letters,
    ) -> Option<Self> {
        if lines.is_empty() {
            return Some(Self {
                arrows: Vec::new(),
                height_px: EMPTY_PX,
            });
        }
        let full = WIDTHS.map(|it| (it * letters.text_px, Detail::Full));
        let ways = full.into_iter().chain([(60.0, Detail::Number)]);
        ways.into_iter().find_map(|(room_px, detail)| {
            let label = |line: &usize| Label::of(&content.lines[*line], letters, room_px, detail);
            let labels: Vec<Label> = lines.iter().map(label).collect();
            Self::with(content, lines, labels, overlap, reach)
        })
    }

    fn with(
        content: &Content<'_>,
        lines: &[usize],
        labels: Vec<Label>,
        overlap: (f32, f32),
        reach: (f32, f32),
    ) -> Option<Self> {
        let half = |at: usize| content.lines[lines[at]].style.width_px / 2.0 + BESIDE_PX;
        let left_first = labels.len() > 1;
        let mut xs: Vec<f32> = Vec::new();
        let mut end = reach.0;
        for (at, label) in labels.iter().enumerate() {
            let x = match at {
                0 if left_first => (reach.0 + label.width_px + half(0)).max(overlap.0 + CORNER_PX),
                0 => overlap.0 + CORNER_PX,
                1 => (xs[0] + PAIR_PX).max(overlap.0 + CORNER_PX),
                _ => end + NEXT_PX,
            };
            end = x + half(at) + label.width_px;
            xs.push(x);
        }
        let last = xs.last().copied().unwrap_or(overlap.0);
        let slack = (reach.1 - end).min(overlap.1 - CORNER_PX - last);
        if slack < 0.0 {
            return None;
        }
        // Toward the middle of what both have in common.
        let middle = f32::midpoint(overlap.0, overlap.1);
        let wanted = middle - f32::midpoint(xs[0], last);
        let moved = wanted.clamp(0.0, slack);
        let height_px = labels.iter().map(|it| it.height_px).fold(0.0, f32::max) + 2.0 * AIR_PX;
        let arrows = labels
            .into_iter()
            .zip(xs)
            .enumerate()
            .map(|(at, (label, x))| {
                let x = x + moved;
                let label = match at {
                    0 if left_first => label.put(x - half(0), 0.0, Anchor::End),
                    _ => label.put(x + half(at), 0.0, Anchor::Start),
                };
                Arrow {
                    line: lines[at],
                    x,
                    label,
                }
            });
        Some(Self {
            arrows: arrows.collect(),
            height_px,
        })
    }
}
