//! The layered layout: causes above, effects below, few links crossing, none through a box.
//!
//! The steps of Sugiyama, Tagawa, Toda (1981), each in its own file: links that close a cycle are reversed (`turn`),
//! nodes get layers by network simplex (`rank`), long links get a slot in every layer they pass (`layering`), layers an
//! order with few crossings (`order`, `transpose`, `sift`), slots their x with long links straight (`align`), and links
//! their corners (`course`). Connected components are laid out one by one and packed (`pack`). Nothing is random: the
//! same input gives the same output, and ties go to what comes first in the list, so that adding one node moves few
//! others.

mod align;
mod around;
mod count;
mod course;
mod ends;
mod given;
mod graph;
mod layering;
mod order;
mod pack;
mod pins;
mod rank;
mod sift;
#[cfg(test)]
mod tests;
mod transpose;
mod turn;

pub(crate) use given::{Given, short_rows};
pub use graph::{Edge, Effort, Node, Placed, Spacing};

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

/// Like [`lay`], with some boxes pinned at a position, given by their middles. Other boxes move aside and links are
/// routed around them, so a link of a pinned box may run against the flow.
///
/// # Panics
///
/// When an edge names a node that is not in the list, or `pins` is not as long as `nodes`.
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

/// Lays out one connected component, with its own indices for nodes and edges.
fn lay_part(
    nodes: &[Node],
    edges: &[Edge],
    part: &pack::Component,
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
    let steps: Vec<layering::Step> = layering::steps(&own_edges, &turned);
    let layer = rank::rank(own_nodes.len(), &steps);
    let mut layering = layering::Layering::new(&own_nodes, &own_edges, &steps, &layer, spacing);
    order::order(&mut layering, effort);
    let x_px = align::align(&layering, spacing);
    course::place(&own_nodes, &own_edges, &turned, &layering, &x_px, spacing)
}
