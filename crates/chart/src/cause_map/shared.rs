//! Lines that several links of one style share are drawn once: dashes on dashes would look solid.

use std::collections::BTreeMap;

use crate::links::Point;

/// Coordinates closer than this are the same.
const SAME_PX: f32 = 0.6;

/// Stretches that are drawn already, of upright and of level lines: by coordinate, in steps of [`SAME_PX`].
#[derive(Debug, Default)]
pub(super) struct Taken {
    upright: BTreeMap<i64, Vec<(f32, f32)>>,
    level: BTreeMap<i64, Vec<(f32, f32)>>,
}

impl Taken {
    /// The parts of a course that are not drawn yet, each longer by `corner_px` where it joins what is. The course is
    /// then drawn.
    pub(super) fn rest_of(&mut self, points: &[Point], corner_px: f32) -> Vec<Vec<Point>> {
        let mut rest: Vec<Vec<Point>> = Vec::new();
        for pair in points.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            for (start, end) in self.free(from, to) {
                let (a, b) = (along(from, to, start), along(from, to, end));
                match rest.last_mut() {
                    Some(line) if line.last().is_some_and(|it| near(*it, a)) => line.push(b),
                    _ => rest.push(vec![a, b]),
                }
            }
        }
        for line in &mut rest {
            lengthen(line, points, corner_px);
        }
        for pair in points.windows(2) {
            self.take(pair[0], pair[1]);
        }
        rest
    }

    /// The stretches of a line that are free, as distances from its start.
    fn free(&self, from: Point, to: Point) -> Vec<(f32, f32)> {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let (lines, key, low, is_down) = Self::place(self, from, to);
        let mut free: Vec<(f32, f32)> = vec![(0.0, length)];
        for step in [key - 1, key, key + 1] {
            for &(start, end) in lines.get(&step).into_iter().flatten() {
                let (a, b) = if is_down {
                    (start - low, end - low)
                } else {
                    (low + length - end, low + length - start)
                };
                free = free
                    .into_iter()
                    .flat_map(|(from, to)| [(from, to.min(a)), (from.max(b), to)])
                    .filter(|it| it.1 - it.0 > SAME_PX)
                    .collect();
            }
        }
        free
    }

    /// Where lines like this one are kept, the lower end, and whether it runs from there.
    fn place(&self, from: Point, to: Point) -> (&BTreeMap<i64, Vec<(f32, f32)>>, i64, f32, bool) {
        if is_upright(from, to) {
            (&self.upright, step(from.0), from.1.min(to.1), from.1 < to.1)
        } else {
            (&self.level, step(from.1), from.0.min(to.0), from.0 < to.0)
        }
    }

    fn take(&mut self, from: Point, to: Point) {
        if is_upright(from, to) {
            let span = (from.1.min(to.1), from.1.max(to.1));
            self.upright.entry(step(from.0)).or_default().push(span);
        } else {
            let span = (from.0.min(to.0), from.0.max(to.0));
            self.level.entry(step(from.1)).or_default().push(span);
        }
    }
}

fn is_upright(from: Point, to: Point) -> bool {
    (from.0 - to.0).abs() < SAME_PX
}

fn step(it: f32) -> i64 {
    (it / SAME_PX).round() as i64
}

fn near(a: Point, b: Point) -> bool {
    (a.0 - b.0).abs() < SAME_PX && (a.1 - b.1).abs() < SAME_PX
}

fn along(from: Point, to: Point, by: f32) -> Point {
    let length = (to.0 - from.0).hypot(to.1 - from.1).max(0.001);
    let share = by / length;
    (
        from.0 + (to.0 - from.0) * share,
        from.1 + (to.1 - from.1) * share,
    )
}

/// Leads a line around the corner at which it joins or leaves what other links draw.
fn lengthen(line: &mut Vec<Point>, points: &[Point], corner_px: f32) {
    let (first, last) = (line[0], line[line.len() - 1]);
    let corner = |at: Point| {
        points
            .windows(3)
            .find(|it| near(it[1], at))
            .map(|it| (it[0], it[2]))
    };
    if let Some((_, after)) = corner(last) {
        line.push(toward(last, after, corner_px));
    }
    if let Some((before, _)) = corner(first) {
        line.insert(0, toward(first, before, corner_px));
    }
}

fn toward(from: Point, to: Point, by: f32) -> Point {
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    along(from, to, by.min(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_joins_a_line_is_drawn_up_to_it() {
        let mut taken = Taken::default();
        let far = [(0.0, 0.0), (0.0, 50.0), (200.0, 50.0), (200.0, 80.0)];
        assert_eq!(taken.rest_of(&far, 6.0), [far.to_vec()]);
        let near = [(90.0, 0.0), (90.0, 50.0), (200.0, 50.0), (200.0, 80.0)];
        assert_eq!(
            taken.rest_of(&near, 6.0),
            [vec![(90.0, 0.0), (90.0, 50.0), (96.0, 50.0)]]
        );
        assert!(taken.rest_of(&far, 6.0).is_empty());
    }

    #[test]
    fn what_leaves_a_line_is_drawn_from_it() {
        let mut taken = Taken::default();
        taken.rest_of(&[(0.0, 0.0), (0.0, 50.0), (200.0, 50.0)], 6.0);
        let other = [(0.0, 0.0), (0.0, 50.0), (100.0, 50.0), (100.0, 90.0)];
        assert_eq!(
            taken.rest_of(&other, 6.0),
            [vec![(94.0, 50.0), (100.0, 50.0), (100.0, 90.0)]]
        );
    }
}
