//! Links that close a cycle.

use super::graph::Edge;

/// For each edge whether it is to be turned round, so that none lead in a circle: those that lead back to where a walk in
/// the order of the list came from. Edges from a node to itself are not turned.
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
    // From where nothing arrives first, so that what has no cause stays a beginning.
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
