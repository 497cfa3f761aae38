//! The layered layout: causes above, effects below, few links crossing, none through a box.
//!
//! The steps of Sugiyama, Tagawa, Toda (1981), each in its file: links that close a cycle are turned (`turn`), nodes get
//! layers by network simplex (`rank`), long links a place in every layer they pass (`ladder`), layers an order with few
//! crossings (`order`, `transpose`, `sift`), places their x with long links straight (`align`), and links their corners
//! (`course`). Parts without a link in common are laid out one by one and packed (`pack`). No chance is involved: the same
//! numbers in give the same numbers out, and ties go to what comes first in the list, so that adding one node moves few
//! others.

mod align;
mod around;
mod count;
mod course;
mod ends;
mod ladder;
mod order;
mod pack;
mod pins;
mod rank;
mod sift;
#[cfg(test)]
mod tests;
mod transpose;
mod turn;

/// A box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Its width, across the flow.
    pub width_px: f32,
    /// Its height, along the flow.
    pub height_px: f32,
}

/// A link, by the places of its nodes in the list of nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge {
    /// Where it starts.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// Width and height of a label that wants room of its own on the way.
    pub label: Option<(f32, f32)>,
}

/// Distances, and the shape of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spacing {
    /// Between two boxes of one layer. Links keep a part of it.
    pub node_gap_px: f32,
    /// Between two layers.
    pub layer_gap_px: f32,
    /// How many times wider than high the page is on which parts without a link in common are put side by side.
    pub aspect: f32,
}

impl Default for Spacing {
    fn default() -> Self {
        Self {
            node_gap_px: 40.0,
            layer_gap_px: 60.0,
            aspect: 1.6,
        }
    }
}

/// How hard crossings are sought out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Effort {
    /// One attempt from the order of the list: adding a node moves few others.
    #[default]
    Steady,
    /// Many attempts, of which the best is kept: some 6 % fewer crossings, and less steady.
    Thorough,
}

/// Where everything goes; y grows with the flow.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The middle of each box.
    pub center_px: Vec<(f32, f32)>,
    /// The corners of each link from the rim of its first box to that of its last; it runs straight between them. Empty
    /// for a link from a node to itself.
    pub courses: Vec<Vec<(f32, f32)>>,
    /// The middle of the room of each label.
    pub labels: Vec<Option<(f32, f32)>>,
    /// Whether a link runs against the flow, because it closes a cycle.
    pub turned: Vec<bool>,
    /// The layer of each node within its part, from 0.
    pub layer: Vec<usize>,
    /// Width of it all.
    pub width_px: f32,
    /// Height of it all.
    pub height_px: f32,
}

/// Lays out `nodes` and `edges`.
///
/// # Panics
///
/// When an edge names a node that is not in the list.
#[must_use]
pub fn lay(nodes: &[Node], edges: &[Edge], spacing: &Spacing, effort: Effort) -> Placed {
    assert!(
        edges
            .iter()
            .all(|it| it.from < nodes.len() && it.to < nodes.len()),
        "every edge joins two nodes of the list"
    );
    let parts = pack::parts(nodes.len(), edges);
    let laid: Vec<Placed> = parts
        .iter()
        .map(|part| lay_part(nodes, edges, part, spacing, effort))
        .collect();
    pack::pack(nodes.len(), edges.len(), &parts, &laid, spacing)
}

/// The same with the middles of some boxes held in a place. Others give way to them and links run round them, so a link of
/// a held box may run against the flow.
///
/// # Panics
///
/// When an edge names a node that is not in the list, or there is not a pin or none for each node.
#[must_use]
pub fn lay_pinned(
    nodes: &[Node],
    edges: &[Edge],
    pins: &[Option<(f32, f32)>],
    spacing: &Spacing,
    effort: Effort,
) -> Placed {
    let mut placed = lay(nodes, edges, spacing, effort);
    pins::hold(&mut placed, nodes, edges, pins, spacing);
    placed
}

/// One part, with its own numbers for nodes and edges.
fn lay_part(
    nodes: &[Node],
    edges: &[Edge],
    part: &pack::Part,
    spacing: &Spacing,
    effort: Effort,
) -> Placed {
    let own_nodes: Vec<Node> = part.nodes.iter().map(|it| nodes[*it]).collect();
    let own_edges: Vec<Edge> = part
        .edges
        .iter()
        .map(|(at, from, to)| Edge {
            from: *from,
            to: *to,
            ..edges[*at]
        })
        .collect();
    let turned = turn::turned(own_nodes.len(), &own_edges);
    let steps: Vec<ladder::Step> = ladder::steps(&own_edges, &turned);
    let layer = rank::rank(own_nodes.len(), &steps);
    let mut ladder = ladder::Ladder::new(&own_nodes, &own_edges, &steps, &layer, spacing);
    order::order(&mut ladder, effort);
    let x_px = align::align(&ladder, spacing);
    course::place(&own_nodes, &own_edges, &turned, &ladder, &x_px, spacing)
}
