//! The time-aligned causal layout: x is given exactly by time; y and the routes of the links are computed.
//!
//! Every node has a row. Rows are ordered so that few links cross and links are short, and links run in straight
//! segments: vertically through a free channel, or horizontally along a node's own row or a gap between rows. So no link
//! passes through the box of another node, by construction and by test.
//!
//! The order comes from barycenter sweeps (Sugiyama, Tagawa, Toda 1981) and sifting (Matuszewski, Schönfeld, Molitor
//! 1999), the channels from trying those next to the boxes, cheapest first. Nothing is random: the same input gives the
//! same output.

mod graph;
mod order;
mod parts;
mod pins;
mod place;
mod route;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use graph::{Edge, Node, NodeRow, Placed, Spacing};

/// Rows are never spread further apart than this to fill a height.
const WIDEST_GAP_PX: f32 = 14.0;

/// Lays out `nodes` and `edges`.
///
/// # Panics
///
/// When an edge names a node that is not in the list.
#[must_use]
pub fn lay(nodes: &[Node], edges: &[Edge], spacing: &Spacing) -> Placed {
    lay_pinned(nodes, edges, &vec![None; nodes.len()], spacing)
}

/// Like [`lay`], with some nodes held in a row, given by its number; other nodes make room for them.
///
/// # Panics
///
/// When an edge names a node that is not in the list, or `pins` is not as long as `nodes`.
#[must_use]
pub fn lay_pinned(
    nodes: &[Node],
    edges: &[Edge],
    pins: &[Option<f32>],
    spacing: &Spacing,
) -> Placed {
    check(nodes, edges);
    let parts = parts::parts(nodes, edges);
    let order = |part: &Vec<usize>| order::order(nodes, edges, part);
    let ordered: Vec<_> = parts.iter().map(order).collect();
    let grid = rows::rows(nodes, edges, &ordered);
    lay_rows(nodes, edges, spacing, &pins::held(nodes, edges, grid, pins))
}

/// Like [`lay`], with every node kept within its lane; lanes go from the top down by number.
///
/// # Panics
///
/// When an edge names a node that is not in the list, or a node has no lane.
#[must_use]
pub fn lay_in_lanes(nodes: &[Node], edges: &[Edge], lanes: &[usize], spacing: &Spacing) -> Placed {
    check(nodes, edges);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for node in parts::in_time(nodes) {
        members.entry(lanes[node]).or_default().push(node);
    }
    let order = |lane: &Vec<usize>| order::order(nodes, edges, lane);
    lay_ordered(
        nodes,
        edges,
        spacing,
        &members.values().map(order).collect::<Vec<_>>(),
    )
}

/// Like [`lay`], with rows filled in order of time: the baseline against which [`lay`] is measured.
///
/// # Panics
///
/// When an edge names a node that is not in the list.
#[must_use]
pub fn lay_as_they_come(nodes: &[Node], edges: &[Edge], spacing: &Spacing) -> Placed {
    check(nodes, edges);
    let parts = parts::parts(nodes, edges);
    let order = |part: &Vec<usize>| rows::as_they_come(nodes, part);
    lay_ordered(
        nodes,
        edges,
        spacing,
        &parts.iter().map(order).collect::<Vec<_>>(),
    )
}

fn check(nodes: &[Node], edges: &[Edge]) {
    let known = |edge: &Edge| edge.cause < nodes.len() && edge.effect < nodes.len();
    assert!(
        edges.iter().all(known),
        "every edge joins two nodes of the list"
    );
}

/// Rows for nodes in this order, and links between them.
fn lay_ordered(
    nodes: &[Node],
    edges: &[Edge],
    spacing: &Spacing,
    ordered: &[Vec<usize>],
) -> Placed {
    lay_rows(nodes, edges, spacing, &rows::rows(nodes, edges, ordered))
}

/// Links between nodes in these rows, and all heights.
fn lay_rows(nodes: &[Node], edges: &[Edge], spacing: &Spacing, grid: &rows::Grid) -> Placed {
    let routes = route::routes(nodes, edges, grid, spacing);
    let placed = place::place(nodes, edges, grid, &routes, spacing);
    let gaps = f32::from(u16::try_from(grid.members.len()).unwrap_or(u16::MAX)).max(2.0) - 1.0;
    let more_px =
        ((spacing.fill_px - placed.height_px) / gaps).min(WIDEST_GAP_PX - spacing.row_gap_px);
    if more_px < 0.5 {
        return placed;
    }
    let airy = Spacing {
        row_gap_px: spacing.row_gap_px + more_px,
        ..*spacing
    };
    place::place(nodes, edges, grid, &routes, &airy)
}
