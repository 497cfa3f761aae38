//! Links that close a cycle.

use super::graph::Edge;

/// Whether each edge has to be reversed so that there are no cycles: those that lead back to where a depth-first walk in
/// list order came from. Edges from a node to itself are not reversed.
pub(super) fn turned(nodes: usize, edges: &[Edge]) -> Vec<bool> {
    let mut out: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    let mut arriving = vec![0_usize; nodes];
    for (at, edge) in edges.iter().enumerate() {
        if edge.from != edge.to {
            out[edge.from].push(at);
            arriving[edge.to] += 1;
        }
    }
    let mut turned = vec![false; edges.len()];
    let mut state = vec![State::New; nodes];
    // Start at nodes without incoming edges, so that what has no cause remains a beginning.
    let beginnings = (0..nodes).filter(|it| arriving[*it] == 0);
    for start in beginnings.chain(0..nodes) {
        if state[start] == State::New {
            walk(start, edges, &out, &mut state, &mut turned);
        }
    }
    turned
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnTheWay,
    Done,
}

fn walk(
    start: usize,
    edges: &[Edge],
    out: &[Vec<usize>],
    state: &mut [State],
    turned: &mut [bool],
) {
    let mut way = vec![(start, 0)];
    state[start] = State::OnTheWay;
    while let Some((node, next)) = way.pop() {
        let Some(&edge) = out[node].get(next) else {
            state[node] = State::Done;
            continue;
        };
        way.push((node, next + 1));
        let to = edges[edge].to;
        match state[to] {
            State::New => {
                state[to] = State::OnTheWay;
                way.push((to, 0));
            }
            State::OnTheWay => turned[edge] = true,
            State::Done => {}
        }
    }
}
