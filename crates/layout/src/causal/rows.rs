//! Rows: which nodes are side by side.

use super::graph::{Edge, Node};

/// The rows of all components.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Grid {
    /// Row of each node.
    pub(super) row: Vec<usize>,
    /// Nodes of each row.
    pub(super) members: Vec<Vec<usize>>,
    /// The number by which nodes are pinned to each row: its index, unless pins added rows in between.
    pub(super) number: Vec<f32>,
    /// Rows that begin a component.
    pub(super) first_of_part: Vec<usize>,
}

/// Room that a node's incoming links need to the left of where they start.
const SLACK_PX: f32 = 16.0;

/// Gives each node the row of the node before it in the order if both fit side by side, and otherwise the next row.
pub(super) fn rows(nodes: &[Node], edges: &[Edge], ordered: &[Vec<usize>]) -> Grid {
    let keep = keeps(nodes, edges);
    let mut grid = Grid {
        row: vec![0; nodes.len()],
        ..Grid::default()
    };
    for part in ordered {
        grid.first_of_part.push(grid.members.len());
        grid.members.push(Vec::new());
        for &node in part {
            let fits =
                |other: &usize| keep[*other].1 < keep[node].0 || keep[node].1 < keep[*other].0;
            if grid.members.last().is_some_and(|row| !row.iter().all(fits)) {
                grid.members.push(Vec::new());
            }
            grid.row[node] = grid.members.len() - 1;
            if let Some(row) = grid.members.last_mut() {
                row.push(node);
            }
        }
    }
    grid.number = (0..grid.members.len()).map(|it| it as f32).collect();
    grid
}

/// The part of its row that each node needs for itself: its box, its margins, and the horizontal segments of its links.
pub(super) fn keeps(nodes: &[Node], edges: &[Edge]) -> Vec<(f32, f32)> {
    let mut keep: Vec<(f32, f32)> = nodes
        .iter()
        .map(|it| {
            (
                it.left_px.min(it.keep_px.0) - SLACK_PX,
                it.right_px.max(it.keep_px.1),
            )
        })
        .collect();
    for edge in edges {
        let from = nodes[edge.cause].left_px.min(nodes[edge.effect].left_px) - SLACK_PX;
        let effect = &mut keep[edge.effect];
        effect.0 = effect.0.min(from);
        if nodes[edge.effect].left_px < nodes[edge.cause].x_px + 8.0 {
            let cause = &mut keep[edge.cause];
            cause.0 = cause.0.min(from);
        }
    }
    keep
}

/// The members of a component by row: first those that the first row has room for, then those of the second, and so on
/// (greedy interval packing in order of time).
pub(super) fn as_they_come(nodes: &[Node], part: &[usize]) -> Vec<usize> {
    let mut rows: Vec<(f32, Vec<usize>)> = Vec::new();
    for &node in part {
        let it = &nodes[node];
        match rows.iter_mut().find(|row| row.0 + SLACK_PX < it.left_px) {
            Some(row) => {
                row.0 = it.right_px;
                row.1.push(node);
            }
            None => rows.push((it.right_px, vec![node])),
        }
    }
    rows.into_iter().flat_map(|row| row.1).collect()
}
