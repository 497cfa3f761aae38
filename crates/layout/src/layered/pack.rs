//! The connected components of a graph: found, and arranged in an area.

use super::graph::{Edge, Placed, Spacing};

/// A connected component: its nodes, and its edges with their ends as indices into `nodes`.
#[derive(Debug, Clone, Default)]
pub(super) struct Component {
    pub(super) nodes: Vec<usize>,
    /// Index in the list of all edges, and both ends as indices into `nodes`.
    pub(super) edges: Vec<(usize, usize, usize)>,
}

/// The connected components, the largest first, then in the order of the list.
pub(super) fn parts(nodes: usize, edges: &[Edge]) -> Vec<Component> {
    let mut leader: Vec<usize> = (0..nodes).collect();
    for edge in edges {
        let (a, b) = (find(&mut leader, edge.from), find(&mut leader, edge.to));
        leader[a.max(b)] = a.min(b);
    }
    let mut part_of = vec![usize::MAX; nodes];
    let mut own = vec![0; nodes];
    let mut parts: Vec<Component> = Vec::new();
    for node in 0..nodes {
        let leader = find(&mut leader, node);
        if part_of[leader] == usize::MAX {
            part_of[leader] = parts.len();
            parts.push(Component::default());
        }
        part_of[node] = part_of[leader];
        let part = &mut parts[part_of[node]];
        own[node] = part.nodes.len();
        part.nodes.push(node);
    }
    for (at, edge) in edges.iter().enumerate() {
        parts[part_of[edge.from]]
            .edges
            .push((at, own[edge.from], own[edge.to]));
    }
    parts.sort_by_key(|part| (std::cmp::Reverse(part.nodes.len()), part.nodes[0]));
    parts
}

/// The representative of a node's set, with path halving (Tarjan and van Leeuwen 1984).
fn find(leader: &mut [usize], mut node: usize) -> usize {
    while leader[node] != node {
        leader[node] = leader[leader[node]];
        node = leader[node];
    }
    node
}

/// Arranges the components so that they fit an area of this shape at the largest scale: in rows or in columns of the
/// best length, the largest first.
pub(super) fn pack(
    nodes: usize,
    edges: usize,
    parts: &[Component],
    laid: &[Placed],
    spacing: &Spacing,
) -> Placed {
    let mut layout = Placed {
        center_px: vec![(0.0, 0.0); nodes],
        courses: vec![Vec::new(); edges],
        labels: vec![None; edges],
        turned: vec![false; edges],
        layer: vec![0; nodes],
        ..Placed::default()
    };
    let corners = best(laid, spacing);
    for ((part, laid), (x, y)) in parts.iter().zip(laid).zip(corners) {
        layout.put(part, laid, (x, y));
        layout.width_px = layout.width_px.max(x + laid.width_px);
        layout.height_px = layout.height_px.max(y + laid.height_px);
    }
    layout
}

/// The upper left corner of each component, chosen from rows and columns of several lengths.
fn best(laid: &[Placed], spacing: &Spacing) -> Vec<(f32, f32)> {
    let gap = 2.0 * spacing.node_gap_px;
    let sizes: Vec<(f32, f32)> = laid.iter().map(|it| (it.width_px, it.height_px)).collect();
    let turned: Vec<(f32, f32)> = sizes.iter().map(|it| (it.1, it.0)).collect();
    let rows = shelves(&sizes, gap);
    let columns = shelves(&turned, gap);
    let columns = columns.map(|it| it.into_iter().map(|(y, x)| (x, y)).collect());
    let needed = |corners: &Vec<(f32, f32)>| {
        let ends = corners.iter().zip(&sizes);
        ends.map(|(at, size)| (at.0 + size.0).max((at.1 + size.1) * spacing.aspect))
            .fold(0.0, f32::max)
    };
    let all = rows.chain(columns);
    all.min_by(|a, b| needed(a).total_cmp(&needed(b)))
        .unwrap_or_default()
}

/// Lengths of shelves that are tried, each longer than the one before by the same factor.
const LENGTHS: i32 = 12;

/// The corners of boxes put on shelves one below the other, for several lengths from that of the longest box to that of
/// all.
fn shelves(sizes: &[(f32, f32)], gap: f32) -> impl Iterator<Item = Vec<(f32, f32)>> {
    let longest = sizes.iter().map(|it| it.0).fold(1.0, f32::max);
    let all: f32 = sizes.iter().map(|it| it.0 + gap).sum();
    let share = (all / longest).max(1.0).powf(1.0 / LENGTHS as f32);
    (0..=LENGTHS).map(move |nth| shelved(sizes, gap, longest * share.powi(nth)))
}

fn shelved(sizes: &[(f32, f32)], gap: f32, length: f32) -> Vec<(f32, f32)> {
    let (mut x, mut y, mut depth) = (0.0, 0.0, 0.0_f32);
    let corners = sizes.iter().map(|size| {
        if x > 0.0 && x + size.0 > length {
            (x, y, depth) = (0.0, y + depth + gap, 0.0);
        }
        let corner = (x, y);
        depth = depth.max(size.1);
        x += size.0 + gap;
        corner
    });
    corners.collect()
}

impl Placed {
    fn put(&mut self, part: &Component, laid: &Placed, (x, y): (f32, f32)) {
        let moved = |it: &(f32, f32)| (it.0 + x, it.1 + y);
        for (own, node) in part.nodes.iter().enumerate() {
            self.center_px[*node] = moved(&laid.center_px[own]);
            self.layer[*node] = laid.layer[own];
        }
        for (own, (edge, ..)) in part.edges.iter().enumerate() {
            self.courses[*edge] = laid.courses[own].iter().map(moved).collect();
            self.labels[*edge] = laid.labels[own].as_ref().map(moved);
            self.turned[*edge] = laid.turned[own];
        }
    }
}
