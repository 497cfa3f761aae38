//! The course of a link: straight lines and cubic curves from cause to effect.

use scene::{Hit, HitKind, Path, Segment};

/// A point in pixels.
pub(crate) type Point = (f32, f32);

/// A segment of a course; it starts where the previous one ended.
#[derive(Debug, Clone, Copy, PartialEq)]
enum CoursePiece {
    Line(Point),
    Cubic(Point, Point, Point),
}

/// The course of a link, from cause to effect.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Course {
    start: Point,
    pieces: Vec<CoursePiece>,
}

/// A curve between two marks that swings out to the left by `reach_px`, clear of the labels right of the marks.
pub(crate) fn bulge(from: Point, to: Point, reach_px: f32) -> Course {
    let left = from.0.min(to.0) - reach_px;
    let third = (to.1 - from.1) / 6.0;
    let pieces = vec![CoursePiece::Cubic(
        (left, from.1 + third),
        (left, to.1 - third),
        to,
    )];
    Course {
        start: from,
        pieces,
    }
}

/// Straight lines through `points`, with corners rounded by at most `radius_px`.
pub(crate) fn rounded(points: &[Point], radius_px: f32) -> Course {
    let start = points.first().copied().unwrap_or((0.0, 0.0));
    let mut pieces = Vec::new();
    for triple in points.windows(3) {
        let &[before, corner, after] = triple else {
            continue;
        };
        let radius = radius_px
            .min(distance(before, corner) / 2.0)
            .min(distance(corner, after) / 2.0);
        let (into, out) = (
            toward(corner, before, radius),
            toward(corner, after, radius),
        );
        pieces.push(CoursePiece::Line(into));
        // 0.55 of the way to the corner: the cubic that approximates a quarter circle.
        pieces.push(CoursePiece::Cubic(
            mix(into, corner, 0.55),
            mix(out, corner, 0.55),
            out,
        ));
    }
    if let (true, Some(&last)) = (points.len() > 1, points.last()) {
        pieces.push(CoursePiece::Line(last));
    }
    Course { start, pieces }
}

impl Course {
    /// Where it ends.
    pub(crate) fn end(&self) -> Point {
        self.pieces.last().map_or(self.start, |piece| piece.end())
    }

    /// Where it starts.
    pub(crate) fn start(&self) -> Point {
        self.start
    }

    /// The unit vector of its direction at the end.
    pub(crate) fn arrival(&self) -> Point {
        let points = self.points();
        let end = self.end();
        let before = points
            .iter()
            .rev()
            .find(|&&point| distance(point, end) > 0.5);
        before.map_or((1.0, 0.0), |&before| unit(before, end))
    }

    /// The unit vector of its direction at the start.
    pub(crate) fn departure(&self) -> Point {
        let points = self.points();
        let after = points
            .iter()
            .find(|&&point| distance(point, self.start) > 0.5);
        after.map_or((1.0, 0.0), |&after| unit(self.start, after))
    }

    /// The same course, ended `px` earlier.
    pub(crate) fn cut_end(&self, px: f32) -> Self {
        let mut cut = self.clone();
        let Some(last) = cut.pieces.pop() else {
            return cut;
        };
        let from = cut.end();
        cut.pieces.push(last.cut(from, px));
        cut
    }

    /// A place for a sign and the direction of the line there: the middle of the longest straight segment, or of the
    /// whole course if no segment is long enough.
    pub(crate) fn sign_place(&self) -> (Point, Point) {
        let mut at = self.start;
        let mut best: Option<(f32, Point, Point)> = None;
        for piece in &self.pieces {
            if let CoursePiece::Line(to) = *piece {
                let length = distance(at, to);
                if length >= 22.0 && best.is_none_or(|(most, ..)| length > most) {
                    best = Some((length, at, to));
                }
            }
            at = piece.end();
        }
        best.map_or_else(|| self.midway(), |(_, a, b)| (mix(a, b, 0.5), unit(a, b)))
    }

    /// A place for a sign near the start, and the direction of the line there.
    pub(crate) fn tail_place(&self) -> (Point, Point) {
        const BACK_PX: f32 = 8.0;
        let after = self.points().into_iter();
        let length = after
            .map(|it| distance(self.start, it))
            .find(|it| *it > 0.5)
            .unwrap_or(0.0);
        let (dx, dy) = self.departure();
        let back = BACK_PX.min(length * 0.6);
        (
            (self.start.0 + dx * back, self.start.1 + dy * back),
            (dx, dy),
        )
    }

    fn midway(&self) -> (Point, Point) {
        let points = self.points();
        let total: f32 = points
            .windows(2)
            .map(|pair| distance(pair[0], pair[1]))
            .sum();
        let mut left = total / 2.0;
        for pair in points.windows(2) {
            let length = distance(pair[0], pair[1]);
            if length >= left && length > 0.0 {
                return (mix(pair[0], pair[1], left / length), unit(pair[0], pair[1]));
            }
            left -= length;
        }
        (self.start, (1.0, 0.0))
    }

    /// A path to stroke.
    pub(crate) fn path(&self) -> Path {
        let mut path = Path(vec![Segment::Move(self.start.0, self.start.1)]);
        for piece in &self.pieces {
            path.0.push(match *piece {
                CoursePiece::Line((x, y)) => Segment::Line(x, y),
                CoursePiece::Cubic(a, b, c) => Segment::Cubic(a.0, a.1, b.0, b.1, c.0, c.1),
            });
        }
        path
    }

    /// Points along it, close enough together to measure by.
    pub(crate) fn points(&self) -> Vec<Point> {
        let mut points = vec![self.start];
        for piece in &self.pieces {
            let from = points[points.len() - 1];
            match *piece {
                CoursePiece::Line(to) => points.push(to),
                CoursePiece::Cubic(..) => {
                    points.extend((1_u8..=12).map(|step| piece.at(from, f32::from(step) / 12.0)));
                }
            }
        }
        points
    }
}

impl CoursePiece {
    fn end(self) -> Point {
        match self {
            Self::Line(end) | Self::Cubic(.., end) => end,
        }
    }

    fn at(self, from: Point, t: f32) -> Point {
        self.split(from, t).end()
    }

    /// The part of it up to parameter `t` (de Casteljau).
    fn split(self, from: Point, t: f32) -> Self {
        match self {
            Self::Line(to) => Self::Line(mix(from, to, t)),
            Self::Cubic(a, b, c) => {
                let (p, q, r) = (mix(from, a, t), mix(a, b, t), mix(b, c, t));
                let (s, u) = (mix(p, q, t), mix(q, r, t));
                Self::Cubic(p, s, mix(s, u, t))
            }
        }
    }

    /// The segment without its last `px`.
    fn cut(self, from: Point, px: f32) -> Self {
        let end = self.end();
        let (mut low, mut high) = (0.0_f32, 1.0_f32);
        for _ in 0..16 {
            let middle = f32::midpoint(low, high);
            if distance(self.at(from, middle), end) > px {
                low = middle;
            } else {
                high = middle;
            }
        }
        self.split(from, low)
    }
}

/// Hit areas of a link: small boxes along its course.
pub(crate) fn hits(course: &Course, id: &str) -> Vec<Hit> {
    const REACH_PX: f32 = 4.0;
    const STEP_PX: f32 = 40.0;
    let mut hits = Vec::new();
    let points = course.points();
    let mut from = course.start;
    let mut box_of = (from.0, from.1, from.0, from.1);
    for (index, &point) in points.iter().enumerate() {
        // A straight segment is one thin box however long; a curve is split into steps.
        box_of = (
            box_of.0.min(point.0),
            box_of.1.min(point.1),
            box_of.2.max(point.0),
            box_of.3.max(point.1),
        );
        let thin = (box_of.2 - box_of.0).min(box_of.3 - box_of.1) < 2.0;
        let long = distance(from, point) >= STEP_PX && !thin;
        if long || index + 1 == points.len() || bends(&points, index) {
            hits.push(hit(box_of, REACH_PX, id));
            from = point;
            box_of = (point.0, point.1, point.0, point.1);
        }
    }
    hits
}

/// Whether the course turns at this point by more than a step of a curve does.
fn bends(points: &[Point], index: usize) -> bool {
    let (Some(&before), Some(&after)) = (points.get(index.wrapping_sub(1)), points.get(index + 1))
    else {
        return false;
    };
    distance(before, points[index]) > 24.0 || distance(points[index], after) > 24.0
}

fn hit((left, top, right, bottom): (f32, f32, f32, f32), reach: f32, id: &str) -> Hit {
    Hit {
        x: left - reach,
        y: top - reach,
        width: right - left + 2.0 * reach,
        height: bottom - top + 2.0 * reach,
        kind: HitKind::Link,
        id: id.to_owned(),
    }
}

fn mix(a: Point, b: Point, t: f32) -> Point {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn toward(from: Point, to: Point, px: f32) -> Point {
    let length = distance(from, to);
    if length > 0.0 {
        mix(from, to, px / length)
    } else {
        from
    }
}

fn unit(a: Point, b: Point) -> Point {
    let length = distance(a, b);
    if length > 0.0 {
        ((b.0 - a.0) / length, (b.1 - a.1) / length)
    } else {
        (1.0, 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_course_ends_that_much_earlier() {
        for course in [
            bulge((100.0, 0.0), (110.0, 80.0), 40.0),
            rounded(&[(0.0, 0.0), (0.0, 50.0), (60.0, 50.0)], 6.0),
        ] {
            let left = distance(course.cut_end(7.0).end(), course.end());
            assert!((left - 7.0).abs() < 0.2, "{left}");
        }
    }

    #[test]
    fn rounded_corners_keep_ends_and_arrive_straight() {
        let course = rounded(&[(0.0, 0.0), (0.0, 50.0), (60.0, 50.0)], 6.0);
        assert_eq!((course.start(), course.end()), ((0.0, 0.0), (60.0, 50.0)));
        assert_eq!(
            (course.departure(), course.arrival()),
            ((0.0, 1.0), (1.0, 0.0))
        );
        assert_eq!(course.sign_place().1, (1.0, 0.0));
    }

    #[test]
    fn a_bulge_stays_left_of_its_marks() {
        let course = bulge((100.0, 0.0), (110.0, 80.0), 40.0);
        let points = course.points();
        assert!(points.iter().all(|point| point.0 <= 110.0));
        assert!(points.iter().any(|point| point.0 < 85.0));
    }

    #[test]
    fn every_point_of_a_course_can_be_hit_and_boxes_stay_small() {
        let course = bulge((300.0, 0.0), (310.0, 400.0), 120.0);
        let hits = hits(&course, "7");
        for (x, y) in course.points() {
            assert!(
                hits.iter()
                    .any(|h| x >= h.x && x <= h.x + h.width && y >= h.y && y <= h.y + h.height)
            );
        }
        assert!(hits.len() > 4);
        assert!(hits.iter().all(|h| h.kind == HitKind::Link && h.id == "7"));
        assert!(hits.iter().all(|h| h.width * h.height < 120.0 * 120.0));
    }
}
