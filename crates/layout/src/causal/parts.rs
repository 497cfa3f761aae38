//! The connected components of a graph.

use super::graph::{Edge, Node};

/// The connected components, the largest first, then by the earliest x; members by x, then by index.
pub(super) fn parts(nodes: &[Node], edges: &[Edge]) -> Vec<Vec<usize>> {
    let mut leader: Vec<usize> = (0..nodes.len()).collect();
    for edge in edges {
        let (a, b) = (
            find(&mut leader, edge.cause),
            find(&mut leader, edge.effect),
        );
        leader[a.max(b)] = a.min(b);
    }
    let mut by_leader: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for node in 0..nodes.len() {
        let it = find(&mut leader, node);
        by_leader[it].push(node);
    }
    let mut parts: Vec<Vec<usize>> = by_leader
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    for part in &mut parts {
        part.sort_by(|&a, &b| nodes[a].x_px.total_cmp(&nodes[b].x_px).then(a.cmp(&b)));
    }
    parts.sort_by(|a, b| {
        let first = |part: &[usize]| nodes[part[0]].x_px;
        b.len()
            .cmp(&a.len())
            .then(first(a).total_cmp(&first(b)))
            .then(a[0].cmp(&b[0]))
    });
    parts
}

/// All nodes by x, then by index.
pub(super) fn in_time(nodes: &[Node]) -> Vec<usize> {
    let mut all: Vec<usize> = (0..nodes.len()).collect();
    all.sort_by(|&a, &b| nodes[a].x_px.total_cmp(&nodes[b].x_px).then(a.cmp(&b)));
    all
}

/// The representative of a node's set, with path halving (Tarjan and van Leeuwen 1984).
fn find(leader: &mut [usize], mut node: usize) -> usize {
    while leader[node] != node {
        leader[node] = leader[leader[node]];
        node = leader[node];
    }
    node
}
