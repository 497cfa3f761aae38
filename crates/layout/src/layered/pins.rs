//! Boxes that are pinned at a position: they stay there, what is in their way moves aside, and links are routed around
//! all of them.
//!
//! The rest of the map stays as it is without any pin, so that pinning one box disturbs little.

use super::around::{Frame, Obstacles};
use super::graph::{Edge, Node, Placed, Spacing};

/// Boxes that overlap by less count as side by side.
const TOLERANCE_PX: f32 = 0.01;

/// Moves the pinned boxes of a finished layout to their positions, never beyond its upper or left edge. If two are
/// pinned to the same position, the first in the list gets it and the other goes beside it.
pub(super) fn hold(
    layout: &mut Placed,
    nodes: &[Node],
    edges: &[Edge],
    pins: &[Option<(f32, f32)>],
    spacing: &Spacing,
) {
    if pins.iter().all(Option::is_none) {
        return;
    }
    let moved = move_boxes(layout, nodes, pins, spacing);
    let frames: Vec<Frame> = nodes
        .iter()
        .zip(&layout.center_px)
        .map(|(node, center)| Frame::around(*center, (node.width_px, node.height_px)))
        .collect();
    let obstacles = Obstacles::new(&frames);
    let changed: Vec<bool> = edges
        .iter()
        .zip(&layout.courses)
        .map(|(edge, course)| {
            let in_the_way = |at: &usize| moved[*at] && obstacles.is_met_by(*at, course);
            moved[edge.from] || moved[edge.to] || (0..nodes.len()).any(|it| in_the_way(&it))
        })
        .collect();
    for (at, edge) in edges.iter().enumerate() {
        if changed[at] && edge.from != edge.to {
            layout.courses[at] = obstacles.course(edge.from, edge.to);
        }
    }
    move_labels(layout, edges, &frames, &changed);
    let far = |size: fn(&Frame) -> f32| frames.iter().map(size).fold(0.0, f32::max);
    layout.width_px = layout.width_px.max(far(|it| it.right));
    layout.height_px = layout.height_px.max(far(|it| it.bottom));
}

/// Puts the boxes where they go; returns which moved.
fn move_boxes(
    layout: &mut Placed,
    nodes: &[Node],
    pins: &[Option<(f32, f32)>],
    spacing: &Spacing,
) -> Vec<bool> {
    let mut taken = Taken {
        spacing,
        nodes,
        boxes: Vec::new(),
    };
    let mut moved: Vec<bool> = pins.iter().map(Option::is_some).collect();
    for (at, pin) in pins.iter().enumerate() {
        if let Some(goal) = pin {
            layout.center_px[at] = taken.put_near(at, *goal);
        }
    }
    let held = taken.boxes.len();
    let free: Vec<usize> = (0..nodes.len()).filter(|it| pins[*it].is_none()).collect();
    let (stay, give_way): (Vec<usize>, Vec<usize>) = free
        .into_iter()
        .partition(|it| taken.is_free(*it, layout.center_px[*it], held));
    taken
        .boxes
        .extend(stay.iter().map(|it| (*it, layout.center_px[*it])));
    for at in give_way {
        moved[at] = true;
        layout.center_px[at] = taken.put_near(at, layout.center_px[at]);
    }
    moved
}

/// Boxes that have been placed.
struct Taken<'a> {
    spacing: &'a Spacing,
    nodes: &'a [Node],
    boxes: Vec<(usize, (f32, f32))>,
}

impl Taken<'_> {
    /// The minimum distance between the middles of two boxes, across the flow and along it.
    fn apart(&self, one: usize, other: usize) -> (f32, f32) {
        let (one, other) = (&self.nodes[one], &self.nodes[other]);
        (
            f32::midpoint(one.width_px, other.width_px) + self.spacing.node_gap_px,
            f32::midpoint(one.height_px, other.height_px) + self.spacing.layer_gap_px,
        )
    }

    /// Whether a box fits at `center` beside the first `count` boxes.
    fn is_free(&self, at: usize, center: (f32, f32), count: usize) -> bool {
        self.boxes[..count].iter().all(|(other, middle)| {
            let apart = self.apart(at, *other);
            (middle.0 - center.0).abs() >= apart.0 - TOLERANCE_PX
                || (middle.1 - center.1).abs() >= apart.1 - TOLERANCE_PX
        })
    }

    /// Puts a box at `goal` or, if that is taken, moves it as little as possible across the flow or along it.
    fn put_near(&mut self, at: usize, goal: (f32, f32)) -> (f32, f32) {
        let node = &self.nodes[at];
        let least = (node.width_px / 2.0, node.height_px / 2.0);
        let goal = (goal.0.max(least.0), goal.1.max(least.1));
        let beside = self.boxes.iter().flat_map(|(other, middle)| {
            let apart = self.apart(at, *other);
            [
                (middle.0 - apart.0, goal.1),
                (middle.0 + apart.0, goal.1),
                (goal.0, middle.1 - apart.1),
                (goal.0, middle.1 + apart.1),
            ]
        });
        // There is always room below the lowest box.
        let place = std::iter::once(goal)
            .chain(beside)
            .filter(|it| it.0 >= least.0 && it.1 >= least.1)
            .filter(|it| self.is_free(at, *it, self.boxes.len()))
            .min_by(|a, b| far(*a, goal).total_cmp(&far(*b, goal)))
            .unwrap_or(goal);
        self.boxes.push((at, place));
        place
    }
}

fn far(one: (f32, f32), other: (f32, f32)) -> f32 {
    (one.0 - other.0).abs() + (one.1 - other.1).abs()
}

/// Fractions of a route at which a label may be placed, the best first.
const LABEL_AT: [f32; 7] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/// Moves the labels of links that changed, and labels that a box now covers, to a new place on their link; a label
/// without a place is dropped.
fn move_labels(layout: &mut Placed, edges: &[Edge], frames: &[Frame], changed: &[bool]) {
    let frame_of = |at: usize, middle| Some(Frame::around(middle, edges[at].label?));
    let mut taken = frames.to_vec();
    let mut homeless = Vec::new();
    for (at, label) in layout.labels.iter().enumerate() {
        let Some(frame) = label.and_then(|it| frame_of(at, it)) else {
            continue;
        };
        if changed[at] || frames.iter().any(|it| it.overlaps(&frame)) {
            homeless.push(at);
        } else {
            taken.push(frame);
        }
    }
    for at in homeless {
        let course = &layout.courses[at];
        let places = LABEL_AT.iter().filter_map(|share| along(course, *share));
        let frames = places.filter_map(|it| Some((it, frame_of(at, it)?)));
        let free = frames
            .filter(|(_, frame)| !taken.iter().any(|it| it.overlaps(frame)))
            .collect::<Vec<_>>();
        layout.labels[at] = free.first().map(|(place, frame)| {
            taken.push(*frame);
            *place
        });
    }
}

/// The point at this fraction of a route.
fn along(course: &[(f32, f32)], share: f32) -> Option<(f32, f32)> {
    let length = |it: &[(f32, f32)]| (it[1].0 - it[0].0).hypot(it[1].1 - it[0].1);
    let mut left = share * course.windows(2).map(length).sum::<f32>();
    for piece in course.windows(2) {
        let long = length(piece);
        if left <= long {
            let part = left / long.max(0.01);
            let between = |a: f32, b: f32| a + (b - a) * part;
            return Some((
                between(piece[0].0, piece[1].0),
                between(piece[0].1, piece[1].1),
            ));
        }
        left -= long;
    }
    course.last().copied()
}
