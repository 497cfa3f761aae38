//! What lines of links keep clear of: text, glyphs, counts, stubs; and the parts of a line that it hides.

use super::bucket::Bucket;
use super::mark::{Body, Mark};
use super::stub::Area;
use crate::marks::{LABEL_PX, MICRO_PX};
use crate::timeline::frame::Frame;

/// A point in pixels.
pub(crate) type Point = (f32, f32);

/// Width and height of the cells by which obstacles are found.
const CELL_PX: f32 = 16.0;
/// Between a line and what it keeps clear of.
const CLEAR_PX: f32 = 1.5;
/// From the middle line of a text to its upper and lower edge, as a share of its size: ascenders and descenders.
const HALF_SHARE: f32 = 0.62;

/// An area that lines are not drawn in, except those of its owner's own links if it is a glyph.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Obstacle {
    area: Area,
    /// The entry whose glyph it is; links of that entry end at it.
    glyph_of: Option<i64>,
}

/// All obstacles of a plot, by column and by row.
pub(crate) struct Obstacles {
    all: Vec<Obstacle>,
    left_px: f32,
    top_px: f32,
    /// Indices of the obstacles that reach into a column.
    columns: Vec<Vec<usize>>,
    /// The same by row.
    rows: Vec<Vec<usize>>,
}

impl Obstacles {
    /// None yet, in this plot.
    pub(crate) fn none(frame: &Frame) -> Self {
        let cells = |px: f32| vec![Vec::new(); (px.max(0.0) / CELL_PX) as usize + 1];
        Self {
            all: Vec::new(),
            left_px: frame.left_px,
            top_px: frame.top_px,
            columns: cells(frame.width_px - frame.left_px),
            rows: cells(frame.bottom_px - frame.top_px),
        }
    }

    /// Those of marks with their labels, and of buckets.
    pub(crate) fn of(frame: &Frame, marks: &[Mark<'_>], buckets: &[(usize, Bucket)]) -> Self {
        let mut obstacles = Self::none(frame);
        for mark in marks {
            obstacles.add_mark(mark);
        }
        for (_, bucket) in buckets {
            obstacles.add(bucket.area(), None);
        }
        obstacles
    }

    fn add_mark(&mut self, mark: &Mark<'_>) {
        if let Body::Spot(spot, _) = &mark.body {
            let (left, right) = mark.glyph.reach_px();
            let (x, half) = (spot.middle as f32, mark.half_px());
            let area = (x - left, mark.y - half, x + right, mark.y + half);
            self.add(area, Some(mark.event.id.0));
        }
        if let Some(label) = &mark.label {
            for line in &label.lines {
                let y = mark.y + line.lower_px;
                let width_px = line.width + mark.pin_px();
                self.add_text((line.x, line.x + width_px), y, LABEL_PX);
            }
            if let Some(line) = &label.second {
                let y = mark.y + line.lower_px;
                self.add_text((line.x, line.x + line.width), y, MICRO_PX);
            }
        }
    }

    /// Text around a middle line.
    fn add_text(&mut self, (from, to): (f32, f32), y: f32, size_px: f32) {
        let half = size_px * HALF_SHARE;
        self.add((from, y - half, to, y + half), None);
    }

    /// An area that no line may enter, or only those of one entry.
    pub(crate) fn add(&mut self, (left, top, right, bottom): Area, glyph_of: Option<i64>) {
        let area = (
            left - CLEAR_PX,
            top - CLEAR_PX,
            right + CLEAR_PX,
            bottom + CLEAR_PX,
        );
        let at = self.all.len();
        self.all.push(Obstacle { area, glyph_of });
        let columns = cells(
            self.columns.len(),
            area.0 - self.left_px,
            area.2 - self.left_px,
        );
        self.columns[columns].iter_mut().for_each(|it| it.push(at));
        let rows = cells(self.rows.len(), area.1 - self.top_px, area.3 - self.top_px);
        self.rows[rows].iter_mut().for_each(|it| it.push(at));
    }

    /// Whether an area meets none of them.
    pub(crate) fn is_clear(&self, area: Area) -> bool {
        self.is_clear_for(area, [0; 2])
    }

    /// Whether an area meets none of them but the glyphs of these entries.
    pub(crate) fn is_clear_for(&self, area: Area, ends: [i64; 2]) -> bool {
        let rows = cells(self.rows.len(), area.1 - self.top_px, area.3 - self.top_px);
        let near = self.rows[rows].iter().flatten().map(|at| &self.all[*at]);
        let mut foreign = near.filter(|it| !it.lets(ends)).map(|it| it.area);
        !foreign.any(|it| it.0 < area.2 && area.0 < it.2 && it.1 < area.3 && area.1 < it.3)
    }

    /// How much of a level or upright line is hidden, in pixels; what overlaps counts twice. `ends` are the entries it
    /// belongs to.
    pub(crate) fn hidden_px(&self, from: Point, to: Point, ends: [i64; 2]) -> f32 {
        let near = self.near(from, to).iter().map(|at| &self.all[*at]);
        let hidden = near.filter(|it| !it.lets(ends)).map(|it| {
            let (left, top, right, bottom) = it.area;
            let over = |a: f32, b: f32, low: f32, high: f32| {
                (a.max(b).min(high) - a.min(b).max(low)).max(0.0)
            };
            if is_upright(from, to) {
                let is_in = left < from.0 && from.0 < right;
                if is_in {
                    over(from.1, to.1, top, bottom)
                } else {
                    0.0
                }
            } else {
                let is_in = top < from.1 && from.1 < bottom;
                if is_in {
                    over(from.0, to.0, left, right)
                } else {
                    0.0
                }
            }
        });
        hidden.sum()
    }

    /// The obstacles in the column of an upright line, or in the row of a level one.
    fn near(&self, from: Point, to: Point) -> &[usize] {
        let (cells, px) = if is_upright(from, to) {
            (&self.columns, from.0 - self.left_px)
        } else {
            (&self.rows, from.1 - self.top_px)
        };
        let inside = px >= 0.0 && px < cells.len() as f32 * CELL_PX;
        let cell = inside.then(|| &cells[(px / CELL_PX) as usize]);
        cell.map_or(&[], |it| it.as_slice())
    }

    /// The parts of a line through these points that no obstacle hides.
    pub(crate) fn visible(&self, points: &[Point], ends: [i64; 2]) -> Vec<Vec<Point>> {
        let mut parts: Vec<Vec<Point>> = Vec::new();
        let mut is_open = false;
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            for (start, end) in self.gaps(from, to, ends) {
                let at = |t: f32| (from.0 + (to.0 - from.0) * t, from.1 + (to.1 - from.1) * t);
                match parts.last_mut().filter(|_| is_open && start == 0.0) {
                    Some(part) => part.push(at(end)),
                    None => parts.push(vec![at(start), at(end)]),
                }
                is_open = end == 1.0;
            }
            let reaches = parts
                .last()
                .and_then(|it| it.last())
                .is_some_and(|it| *it == to);
            is_open = is_open && reaches;
        }
        parts
    }

    /// The visible stretches of a straight line, as shares of it from 0 to 1.
    fn gaps(&self, from: Point, to: Point, ends: [i64; 2]) -> Vec<(f32, f32)> {
        let (low, high) = (from.1.min(to.1), from.1.max(to.1));
        let rows = cells(self.rows.len(), low - self.top_px, high - self.top_px);
        let near: Vec<usize> = if rows.len() > 2 && (from.0 - to.0).abs() < CELL_PX {
            let (left, right) = (from.0.min(to.0), from.0.max(to.0));
            let columns = cells(
                self.columns.len(),
                left - self.left_px,
                right - self.left_px,
            );
            self.columns[columns].iter().flatten().copied().collect()
        } else {
            self.rows[rows].iter().flatten().copied().collect()
        };
        let near = near.into_iter().map(|at| &self.all[at]);
        let mut hidden: Vec<(f32, f32)> = near
            .filter(|it| !it.lets(ends))
            .filter_map(|it| within(from, to, it.area))
            .collect();
        hidden.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut gaps, mut at) = (Vec::new(), 0.0_f32);
        for (start, end) in hidden {
            if start > at {
                gaps.push((at, start));
            }
            at = at.max(end);
        }
        if at < 1.0 {
            gaps.push((at, 1.0));
        }
        gaps
    }
}

impl Obstacle {
    /// Whether links of these entries end at it.
    fn lets(&self, ends: [i64; 2]) -> bool {
        self.glyph_of.is_some_and(|it| ends.contains(&it))
    }
}

fn is_upright(from: Point, to: Point) -> bool {
    (from.0 - to.0).abs() < (from.1 - to.1).abs()
}

/// The cells that a range of pixels reaches into.
fn cells(count: usize, from_px: f32, to_px: f32) -> std::ops::Range<usize> {
    let first = ((from_px / CELL_PX).max(0.0) as usize).min(count);
    let last = if to_px < 0.0 {
        0
    } else {
        (to_px / CELL_PX) as usize + 1
    };
    first..last.clamp(first, count)
}

/// The stretch of a line within an area, as shares of the line (Liang and Barsky 1984).
fn within(from: Point, to: Point, (left, top, right, bottom): Area) -> Option<(f32, f32)> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (step, room) in [
        (-dx, from.0 - left),
        (dx, right - from.0),
        (-dy, from.1 - top),
        (dy, bottom - from.1),
    ] {
        if step == 0.0 {
            if room <= 0.0 {
                return None;
            }
        } else if step < 0.0 {
            start = start.max(room / step);
        } else {
            end = end.min(room / step);
        }
    }
    (start < end).then_some((start, end))
}
