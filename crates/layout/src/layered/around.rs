//! Routes links around boxes at arbitrary positions: shortest straight segments from box to box, by way of the corners
//! of boxes in between (visibility graph, Lozano-Pérez and Wesley 1979; A*, Hart, Nilsson, Raphael 1968).

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

type Point = (f32, f32);

/// Links keep this far from boxes.
const CLEAR_PX: f32 = 4.0;
/// Links turn this far from boxes.
const TURN_PX: f32 = 5.0;
/// A link leaves and enters a box straight for this long.
const STUB_PX: f32 = 6.0;
/// The cost of a corner, in pixels of length.
const CORNER_PX: f32 = 24.0;
/// Of two links between the same two boxes, one in each direction, each keeps to its own side.
const ASIDE_PX: f32 = 8.0;

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) right: f32,
    pub(super) bottom: f32,
}

impl Frame {
    pub(super) fn around((x, y): Point, (width, height): (f32, f32)) -> Self {
        Self {
            left: x - width / 2.0,
            top: y - height / 2.0,
            right: x + width / 2.0,
            bottom: y + height / 2.0,
        }
    }

    fn grown(&self, by: f32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    fn corners(&self) -> [Point; 4] {
        [
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ]
    }

    fn middle(&self) -> Point {
        (
            f32::midpoint(self.left, self.right),
            f32::midpoint(self.top, self.bottom),
        )
    }

    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// All boxes, and the margin that links keep from them.
pub(super) struct Obstacles<'a> {
    boxes: &'a [Frame],
    closed: Vec<Frame>,
}

impl<'a> Obstacles<'a> {
    pub(super) fn new(boxes: &'a [Frame]) -> Self {
        let closed = boxes.iter().map(|it| it.grown(CLEAR_PX)).collect();
        Self { boxes, closed }
    }

    /// Whether a route comes too close to a box.
    pub(super) fn is_met_by(&self, at: usize, course: &[Point]) -> bool {
        let closed = &self.closed[at];
        course.windows(2).any(|it| touches(it[0], it[1], closed))
    }

    /// The corners of a link from edge to edge.
    pub(super) fn course(&self, from: usize, to: usize) -> Vec<Point> {
        let (one, other) = (&self.boxes[from], &self.boxes[to]);
        let (out, into) = ports(one, other);
        let mut course = vec![out.rim];
        course.extend(self.way(out.stub(), into.stub()));
        course.push(into.rim);
        course
    }

    /// The shortest way between two free points, both included: first by way of the corners met along it, and if those
    /// lead nowhere, by way of all corners. There is always one, because links have room between any two boxes.
    fn way(&self, from: Point, to: Point) -> Vec<Point> {
        let coming_up = |at: Point| self.coming_up(at, to);
        let all = |at: Point| {
            let corners = self.boxes.iter().flat_map(|it| it.grown(TURN_PX).corners());
            let open = corners
                .chain([to])
                .filter(|it| self.first_met(at, *it).is_none());
            open.collect()
        };
        shortest(from, to, coming_up)
            .or_else(|| shortest(from, to, all))
            .unwrap_or_else(|| vec![from, to])
    }

    /// What can be reached in a straight line from a point: the goal, or corners of the boxes that block the way to it,
    /// or to them.
    fn coming_up(&self, at: Point, goal: Point) -> Vec<Point> {
        let mut wanted = vec![goal];
        let (mut seen, mut reached) = (BTreeSet::new(), Vec::new());
        while let Some(next) = wanted.pop() {
            match self.first_met(at, next) {
                None => reached.push(next),
                Some(met) if seen.insert(met) => {
                    wanted.extend(self.boxes[met].grown(TURN_PX).corners());
                }
                Some(_) => {}
            }
        }
        reached
    }

    /// A box that blocks the way between two points.
    fn first_met(&self, from: Point, to: Point) -> Option<usize> {
        self.closed.iter().position(|it| touches(from, to, it))
    }
}

/// Where a link leaves a box, and in which direction.
#[derive(Debug, Clone, Copy)]
struct Port {
    rim: Point,
    toward: Point,
}

impl Port {
    fn stub(&self) -> Point {
        (
            self.rim.0 + self.toward.0 * STUB_PX,
            self.rim.1 + self.toward.1 * STUB_PX,
        )
    }
}

/// Both ends of a link: with the flow if the effect is ahead, otherwise on the sides that face each other.
fn ports(from: &Frame, to: &Frame) -> (Port, Port) {
    let (a, b) = (from.middle(), to.middle());
    let port = |x, y, toward| Port {
        rim: (x, y),
        toward,
    };
    if to.top - from.bottom >= 2.0 * STUB_PX {
        return (
            port(a.0, from.bottom, (0.0, 1.0)),
            port(b.0, to.top, (0.0, -1.0)),
        );
    }
    if from.top - to.bottom >= 2.0 * STUB_PX {
        return (
            port(a.0 + ASIDE_PX, from.top, (0.0, -1.0)),
            port(b.0 + ASIDE_PX, to.bottom, (0.0, 1.0)),
        );
    }
    if a.0 <= b.0 {
        return (
            port(from.right, a.1, (1.0, 0.0)),
            port(to.left, b.1, (-1.0, 0.0)),
        );
    }
    (
        port(from.left, a.1 + ASIDE_PX, (-1.0, 0.0)),
        port(to.right, b.1 + ASIDE_PX, (1.0, 0.0)),
    )
}

/// A point on the way, with the least possible cost of the whole way; the cheapest sorts first.
struct Tried {
    cost: f32,
    at: Key,
}

/// A point as a sort key.
type Key = (u32, u32);

fn key(point: Point) -> Key {
    (point.0.to_bits(), point.1.to_bits())
}

fn point(key: Key) -> Point {
    (f32::from_bits(key.0), f32::from_bits(key.1))
}

impl Ord for Tried {
    fn cmp(&self, other: &Self) -> Ordering {
        let cost = other.cost.total_cmp(&self.cost);
        cost.then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Tried {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Tried {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Tried {}

/// The cheapest way; `open` gives the points that can be reached in a straight line from a point.
fn shortest(from: Point, to: Point, open: impl Fn(Point) -> Vec<Point>) -> Option<Vec<Point>> {
    let length = |a: Point, b: Point| (a.0 - b.0).hypot(a.1 - b.1);
    let mut least = BTreeMap::from([(key(from), (0.0, None))]);
    let mut heap = BinaryHeap::from([Tried {
        cost: length(from, to),
        at: key(from),
    }]);
    let mut done = BTreeSet::new();
    while let Some(Tried { at, .. }) = heap.pop() {
        if at == key(to) {
            return Some(back(at, &least));
        }
        if !done.insert(at) {
            continue;
        }
        let so_far = least[&at].0;
        for next in open(point(at)) {
            let cost = so_far + length(point(at), next) + CORNER_PX;
            if least.get(&key(next)).is_none_or(|it| cost < it.0) {
                least.insert(key(next), (cost, Some(at)));
                heap.push(Tried {
                    cost: cost + length(next, to),
                    at: key(next),
                });
            }
        }
    }
    None
}

/// The points that led to this one, from the first.
fn back(mut at: Key, from: &BTreeMap<Key, (f32, Option<Key>)>) -> Vec<Point> {
    let mut points = vec![point(at)];
    while let Some(before) = from[&at].1 {
        points.push(point(before));
        at = before;
    }
    points.reverse();
    points
}

/// Whether the segment between two points touches the inside of a frame (Liang and Barsky 1984).
fn touches(from: Point, to: Point, frame: &Frame) -> bool {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let (mut first, mut last) = (0.0_f32, 1.0_f32);
    for (along, room) in [
        (-dx, from.0 - frame.left),
        (dx, frame.right - from.0),
        (-dy, from.1 - frame.top),
        (dy, frame.bottom - from.1),
    ] {
        if along == 0.0 {
            if room <= 0.0 {
                return false;
            }
        } else if along < 0.0 {
            first = first.max(room / along);
        } else {
            last = last.min(room / along);
        }
    }
    first < last
}
