//! The lines that are taken: which stretches of rows and columns links run on, and what of a new line is there already.

use std::collections::BTreeMap;

use super::obstacles::Point;

/// Lines closer than this run into one another.
const APART_PX: f32 = 4.0;
/// Two lines are on one another.
const SAME_PX: f32 = 0.5;
/// How far a line reaches into one that it joins, so that its corner is drawn.
const JOIN_PX: f32 = 6.0;

/// What a line may be drawn together with: its cause and its effect, each with the style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) from: (i64, u32),
    pub(crate) to: (i64, u32),
}

impl Way {
    /// That of a line which is no link.
    pub(crate) fn none() -> Self {
        let no_entry = (i64::MIN, 0);
        Self {
            from: no_entry,
            to: no_entry,
        }
    }
}

/// A straight piece of a link: where it is across its direction, and its ends along it.
#[derive(Debug, Clone, Copy)]
struct Piece {
    across: f32,
    ends: (f32, f32),
    way: Way,
}

/// The pieces of all links so far, by whether they are upright and by whole pixels across.
#[derive(Debug, Default)]
pub(crate) struct Tracks {
    pieces: BTreeMap<(bool, i32), Vec<Piece>>,
}

/// A piece between two points: whether it is upright, where it is, and from where to where it runs.
fn piece(from: Point, to: Point) -> (bool, f32, (f32, f32)) {
    if (from.0 - to.0).abs() < (from.1 - to.1).abs() {
        (true, from.0, (from.1, to.1))
    } else {
        (false, from.1, (from.0, to.0))
    }
}

fn sorted((a, b): (f32, f32)) -> (f32, f32) {
    (a.min(b), a.max(b))
}

impl Tracks {
    /// Takes the pieces of a link.
    pub(crate) fn take(&mut self, points: &[Point], way: Way) {
        for pair in points.windows(2) {
            let (is_upright, across, ends) = piece(pair[0], pair[1]);
            let cell = (is_upright, across.floor() as i32);
            self.pieces.entry(cell).or_default().push(Piece {
                across,
                ends: sorted(ends),
                way,
            });
        }
    }

    /// The pieces within a distance of a line across its direction.
    fn near(&self, is_upright: bool, across: f32, px: f32) -> impl Iterator<Item = &Piece> {
        let cells =
            (is_upright, (across - px).floor() as i32)..=(is_upright, (across + px).floor() as i32);
        let near = self.pieces.range(cells).flat_map(|it| it.1);
        near.filter(move |it| (it.across - across).abs() <= px)
    }

    /// How much of a line runs on or close beside that of links it cannot share with, in pixels.
    pub(crate) fn conflict_px(&self, from: Point, to: Point, way: Way) -> f32 {
        let (is_upright, across, ends) = piece(from, to);
        let (low, high) = sorted(ends);
        let near = self.near(is_upright, across, APART_PX);
        let over = near.map(|it| {
            let over = (high.min(it.ends.1) - low.max(it.ends.0)).max(0.0);
            // Links of one effect or cause run on one line or well apart.
            let shares = it.way.to == way.to || it.way.from == way.from;
            if shares && (it.across - across).abs() < SAME_PX {
                -0.2 * over.min(30.0)
            } else {
                over
            }
        });
        over.sum()
    }

    /// How far the pieces that satisfy `is_shared` cover a line from its start, in pixels; `None` if they do not.
    fn covered_px(&self, from: Point, to: Point, is_shared: impl Fn(&Way) -> bool) -> Option<f32> {
        let (is_upright, across, (start, end)) = piece(from, to);
        let near = self.near(is_upright, across, SAME_PX);
        let over = near.filter(|it| is_shared(&it.way)).filter_map(|it| {
            let holds = it.ends.0 - SAME_PX <= start && start <= it.ends.1 + SAME_PX;
            let far = if end > start {
                it.ends.1 - start
            } else {
                start - it.ends.0
            };
            (holds && far > SAME_PX).then_some(far)
        });
        over.reduce(f32::max)
    }

    /// How far along a line the first piece into the same effect begins; `None` if none does.
    fn joined_px(&self, from: Point, to: Point, way: Way) -> Option<f32> {
        let (is_upright, across, (start, end)) = piece(from, to);
        let near = self.near(is_upright, across, SAME_PX);
        let near = near.filter(|it| it.way.to == way.to);
        let at = near.filter_map(|it| {
            let (near_end, far_end) = if end > start {
                (it.ends.0 - start, it.ends.1 - start)
            } else {
                (start - it.ends.1, start - it.ends.0)
            };
            let is_over = near_end < (end - start).abs() - SAME_PX && far_end > SAME_PX;
            is_over.then_some(near_end.max(0.0))
        });
        at.reduce(f32::min)
    }

    /// What is to be drawn of a link besides what is there already, and whether it reaches its effect by itself. It runs
    /// a little into the lines that it leaves and joins.
    pub(crate) fn rest(&self, points: &[Point], way: Way) -> (Vec<Point>, bool) {
        let mut rest = self.without_start(points, way);
        for at in 1..rest.len() {
            let (from, to) = (rest[at - 1], rest[at]);
            if let Some(px) = self.joined_px(from, to, way) {
                let length = (from.0 - to.0).abs() + (from.1 - to.1).abs();
                rest.truncate(at);
                rest.push(along(from, to, (px + JOIN_PX).min(length)));
                return (rest, false);
            }
        }
        (rest, true)
    }

    /// A link from where it leaves the lines that start at the same cause.
    fn without_start(&self, points: &[Point], way: Way) -> Vec<Point> {
        for (at, pair) in points.windows(2).enumerate() {
            let length = (pair[0].0 - pair[1].0).abs() + (pair[0].1 - pair[1].1).abs();
            let covered = self.covered_px(pair[0], pair[1], |it| it.from == way.from);
            let from = match covered {
                Some(px) if px + SAME_PX >= length && at + 2 < points.len() => continue,
                Some(px) => along(pair[0], pair[1], (px - JOIN_PX).max(0.0)),
                // It leaves at the corner.
                None if at > 0 => {
                    let (before, corner) = (points[at - 1], points[at]);
                    let length = (before.0 - corner.0).abs() + (before.1 - corner.1).abs();
                    let from = along(before, corner, (length - JOIN_PX).max(0.0));
                    let mut rest = vec![from];
                    rest.extend(&points[at..]);
                    return rest;
                }
                None => return points.to_vec(),
            };
            let mut rest = vec![from];
            rest.extend(&points[at + 1..]);
            return rest;
        }
        points.to_vec()
    }
}

/// The point this far from the start of a straight line.
fn along(from: Point, to: Point, px: f32) -> Point {
    let length = (from.0 - to.0).abs() + (from.1 - to.1).abs();
    let share = if length > 0.0 { px / length } else { 0.0 };
    (
        from.0 + (to.0 - from.0) * share,
        from.1 + (to.1 - from.1) * share,
    )
}
