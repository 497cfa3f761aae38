//! The time-aligned causal layout: x is given, exact, by time; y and the course of the links are found.
//!
//! Every node has a row, rows are ordered so that few links cross and links are short, and links run in
//! straight pieces: down or up a free channel, along a node's own row or a gap between rows. So no link
//! passes through the box of a node that is not its own, by construction and by test.
//!
//! The order is found by barycenter sweeps (Sugiyama, Tagawa, Toda 1981) and sifting (Matuszewski,
//! Schönfeld, Molitor 1999), the channels by trying those next to the boxes, cheapest first. No chance
//! is involved: the same numbers in give the same numbers out.

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

/// Rows move no further apart than this to fill a height.
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

/// The same with some nodes held in a row, by its number; others give way to them.
///
/// # Panics
///
/// When an edge names a node that is not in the list, or there is not a pin or none for each node.
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

/// The same with every node among those of its lane, lanes from the top down in the order of their numbers.
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

/// The same with rows filled as they come, in the order of time: what the order of [`lay`] is measured against.
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

/// Links between nodes in these rows, and heights for all.
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
