//! Rectangles and lines: what meets what.

use scene::{Path, Segment};

/// Marks and text may come this close.
const TOUCH_PX: f32 = 0.75;
/// Points of a curve.
const STEPS: u8 = 6;
/// Crossings nearer to each other than this are one to the eye.
const ONE_PLACE_PX: f32 = 1.5;

/// A rectangle: left, top, right, bottom.
pub(super) type Box4 = [f32; 4];

/// A rectangle that any other is around.
pub(super) const NOTHING: Box4 = [
    f32::INFINITY,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NEG_INFINITY,
];

/// The rectangle around both.
pub(super) fn around(a: Box4, b: Box4) -> Box4 {
    [
        a[0].min(b[0]),
        a[1].min(b[1]),
        a[2].max(b[2]),
        a[3].max(b[3]),
    ]
}

/// What both have in common; its edges are the wrong way round if there is nothing.
pub(super) fn shared(a: Box4, b: Box4) -> Box4 {
    [
        a[0].max(b[0]),
        a[1].max(b[1]),
        a[2].min(b[2]),
        a[3].min(b[3]),
    ]
}

/// A rectangle without the edge that others may touch.
pub(super) fn shrunk(it: Box4) -> Box4 {
    [
        it[0] + TOUCH_PX,
        it[1] + TOUCH_PX,
        it[2] - TOUCH_PX,
        it[3] - TOUCH_PX,
    ]
}

pub(super) fn meets(a: Box4, b: Box4) -> bool {
    let (a, b) = (shrunk(a), shrunk(b));
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

pub(super) fn holds(outer: Box4, inner: Box4) -> bool {
    let [left, top, right, bottom] = shrunk(inner);
    left >= outer[0] - 0.01
        && top >= outer[1] - 0.01
        && right <= outer[2] + 0.01
        && bottom <= outer[3] + 0.01
}

/// The corners of a path, and points between those of its curves.
pub(super) fn points(path: &Path) -> Vec<(f32, f32)> {
    let mut points: Vec<(f32, f32)> = Vec::new();
    for segment in &path.0 {
        match *segment {
            Segment::Move(x, y) | Segment::Line(x, y) => points.push((x, y)),
            Segment::Cubic(ax, ay, bx, by, x, y) => {
                let from = points.last().copied().unwrap_or((ax, ay));
                points.extend((1..=STEPS).map(|step| {
                    let t = f32::from(step) / f32::from(STEPS);
                    let of = |p: f32, a: f32, b: f32, q: f32| {
                        let s = 1.0 - t;
                        s * s * s * p + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * q
                    };
                    (of(from.0, ax, bx, x), of(from.1, ay, by, y))
                }));
            }
            Segment::Close => points.extend(points.first().copied()),
        }
    }
    points
}

/// The length of a line.
pub(super) fn way_px(points: &[(f32, f32)]) -> f32 {
    let steps = points.windows(2);
    steps
        .map(|it| (it[0].0 - it[1].0).hypot(it[0].1 - it[1].1))
        .sum()
}

/// Whether a segment has a point in a rectangle, given by its left, top, right and bottom (Liang and Barsky 1984).
#[must_use]
pub fn crosses(from: (f32, f32), to: (f32, f32), area: [f32; 4]) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    for (slope, room) in [
        (-dx, from.0 - area[0]),
        (dx, area[2] - from.0),
        (-dy, from.1 - area[1]),
        (dy, area[3] - from.1),
    ] {
        if slope == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if slope < 0.0 {
            start = start.max(room / slope);
        } else {
            end = end.min(room / slope);
        }
    }
    start < end
}

/// Adds where two lines cross; where they only touch or share a stretch they do not.
pub(super) fn meeting_points(a: &[(f32, f32)], b: &[(f32, f32)], found: &mut Vec<(f32, f32)>) {
    for one in a.windows(2) {
        found.extend(b.windows(2).filter_map(|other| crossing(one, other)));
    }
}

fn crossing(one: &[(f32, f32)], other: &[(f32, f32)]) -> Option<(f32, f32)> {
    let step = |it: &[(f32, f32)]| (it[1].0 - it[0].0, it[1].1 - it[0].1);
    let (p, q) = (step(one), step(other));
    let across = p.0 * q.1 - p.1 * q.0;
    let apart = (other[0].0 - one[0].0, other[0].1 - one[0].1);
    let on_one = (apart.0 * q.1 - apart.1 * q.0) / across;
    let on_other = (apart.0 * p.1 - apart.1 * p.0) / across;
    // Close to an end is a touch: so lines leave a shared one.
    let clear = |share: f32, (x, y): (f32, f32)| {
        let edge = 0.5 / x.hypot(y);
        share > edge && share < 1.0 - edge
    };
    let is_one = clear(on_one, p) && clear(on_other, q);
    is_one.then(|| (one[0].0 + p.0 * on_one, one[0].1 + p.1 * on_one))
}

/// How many of these places are apart from each other.
pub(super) fn apart(mut places: Vec<(f32, f32)>) -> usize {
    places.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut kept: Vec<(f32, f32)> = Vec::new();
    for place in places {
        let near = |it: &&(f32, f32)| {
            (it.0 - place.0).abs() < ONE_PLACE_PX && (it.1 - place.1).abs() < ONE_PLACE_PX
        };
        if !kept.iter().rev().any(|it| near(&it)) {
            kept.push(place);
        }
    }
    kept.len()
}
