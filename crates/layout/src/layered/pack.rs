//! Parts of a graph that have no link in common: found, and put side by side on the page.

use super::{Edge, Placed, Spacing};

/// A part: its nodes, and its edges with their ends in its own numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Part {
    pub(super) nodes: Vec<usize>,
    /// Place in the list of all edges, and both ends by place in `nodes`.
    pub(super) edges: Vec<(usize, usize, usize)>,
}

/// The connected parts, the largest first, then in the order of the list.
pub(super) fn parts(nodes: usize, edges: &[Edge]) -> Vec<Part> {
    let mut leader: Vec<usize> = (0..nodes).collect();
    for edge in edges {
        let (a, b) = (find(&mut leader, edge.from), find(&mut leader, edge.to));
        leader[a.max(b)] = a.min(b);
    }
    let mut part_of = vec![usize::MAX; nodes];
    let mut own = vec![0; nodes];
    let mut parts: Vec<Part> = Vec::new();
    for node in 0..nodes {
        let leader = find(&mut leader, node);
        if part_of[leader] == usize::MAX {
            part_of[leader] = parts.len();
            parts.push(Part::default());
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

/// The leader of a node's set, with path halving (Tarjan and van Leeuwen 1984).
fn find(leader: &mut [usize], mut node: usize) -> usize {
    while leader[node] != node {
        leader[node] = leader[leader[node]];
        node = leader[node];
    }
    node
}

/// A page is about so much wider than high.
const ASPECT: f32 = 1.6;

/// Puts the parts in rows, the largest first.
pub(super) fn pack(
    nodes: usize,
    edges: usize,
    parts: &[Part],
    laid: Vec<Placed>,
    spacing: &Spacing,
) -> Placed {
    let (gap, between) = (spacing.node_gap_px, spacing.layer_gap_px);
    let area: f32 = laid
        .iter()
        .map(|it| (it.width_px + gap) * (it.height_px + between))
        .sum();
    let widest = laid.iter().map(|it| it.width_px).fold(0.0, f32::max);
    let row_px = widest.max((area * ASPECT).sqrt());
    let mut page = Placed {
        center_px: vec![(0.0, 0.0); nodes],
        courses: vec![Vec::new(); edges],
        labels: vec![None; edges],
        turned: vec![false; edges],
        layer: vec![0; nodes],
        ..Placed::default()
    };
    let (mut x, mut y, mut row_height) = (0.0, 0.0, 0.0_f32);
    for (part, laid) in parts.iter().zip(laid) {
        if x > 0.0 && x + laid.width_px > row_px {
            (x, y, row_height) = (0.0, y + row_height + between, 0.0);
        }
        page.put(part, &laid, (x, y));
        page.width_px = page.width_px.max(x + laid.width_px);
        page.height_px = page.height_px.max(y + laid.height_px);
        row_height = row_height.max(laid.height_px);
        x += laid.width_px + gap;
    }
    page
}

impl Placed {
    fn put(&mut self, part: &Part, laid: &Placed, (x, y): (f32, f32)) {
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
