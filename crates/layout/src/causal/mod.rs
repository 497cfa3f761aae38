//! The time-aligned causal layout: x is given, exact, by time; y and the course of the links are found.
//!
//! Every node has a row, rows are ordered so that few links cross and links are short, and links run in
//! straight pieces: down or up a free channel, along a node's own row or a gap between rows. So no link
//! passes through the box of a node that is not its own, by construction and by test.
//!
//! The order is found by barycenter sweeps (Sugiyama, Tagawa, Toda 1981) and sifting (Matuszewski,
//! Schönfeld, Molitor 1999), the channels by trying those next to the boxes, cheapest first. No chance
//! is involved: the same numbers in give the same numbers out.

mod order;
mod parts;
mod pins;
mod place;
mod route;
mod rows;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

/// What has a place in time and a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Where its mark stands.
    pub x_px: f32,
    /// Left edge of its box, of mark and label; links arrive here.
    pub left_px: f32,
    /// Right edge of its box.
    pub right_px: f32,
    /// Height of its box.
    pub height_px: f32,
    /// How far left and right it needs its row for itself, such as for a line over its bounds.
    pub keep_px: (f32, f32),
}

/// A link, by the places of its nodes in the list of nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edge {
    /// Where it starts.
    pub cause: usize,
    /// Where it ends.
    pub effect: usize,
}

/// Distances.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spacing {
    /// Between two rows with no link running between them.
    pub row_gap_px: f32,
    /// Between two parts of the graph that have no link in common.
    pub part_gap_px: f32,
    /// Between two links side by side.
    pub lane_px: f32,
    /// Between a link and a box that is not its own.
    pub clear_px: f32,
    /// Height to fill, as far as rows may move apart for it.
    pub fill_px: f32,
}

impl Default for Spacing {
    fn default() -> Self {
        Self {
            row_gap_px: 4.0,
            part_gap_px: 12.0,
            lane_px: 6.0,
            clear_px: 4.0,
            fill_px: 0.0,
        }
    }
}

/// Rows move no further apart than this to fill a height.
const WIDEST_GAP_PX: f32 = 14.0;

/// Where everything goes.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The middle of each node's row, from 0 down.
    pub y_px: Vec<f32>,
    /// The corners of each link from cause to effect; it runs straight between them. Empty for a link
    /// from a node to itself.
    pub courses: Vec<Vec<(f32, f32)>>,
    /// Height of it all.
    pub height_px: f32,
    /// The rows from the top down.
    pub rows: Vec<Row>,
}

/// A row of nodes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// The number that a node is pinned to it by.
    pub number: f32,
    /// Its upper edge.
    pub top_px: f32,
    /// Its lower edge.
    pub bottom_px: f32,
}

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
