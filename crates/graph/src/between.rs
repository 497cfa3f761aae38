//! Which nodes are on the paths between others: betweenness (Brandes 2001, "A faster algorithm for betweenness
//! centrality"). Sampled from evenly spaced nodes where all would take too long (Brandes and Pich 2007).

use std::collections::VecDeque;

use petgraph::graph::{DiGraph, NodeIndex};

/// For every node, the number of pairs of others whose shortest paths pass through it; several shortest paths share the
/// count. At most `from_most` nodes are used as sources, and the counts are scaled up to all. Parallel edges count once.
#[must_use]
pub fn between<N, E>(graph: &DiGraph<N, E>, from_most: usize) -> Vec<f64> {
    let count = graph.node_count();
    let next: Vec<Vec<usize>> = graph.node_indices().map(|it| next_of(graph, it)).collect();
    let mut total = vec![0.0; count];
    let every = count.div_ceil(from_most.max(1)).max(1);
    let beginnings: Vec<usize> = (0..count).step_by(every).collect();
    let mut search = Search::new(count);
    for &from in &beginnings {
        search.from(from, &next, &mut total);
    }
    let scale = count as f64 / beginnings.len().max(1) as f64;
    total.iter_mut().for_each(|it| *it *= scale);
    total
}

fn next_of<N, E>(graph: &DiGraph<N, E>, node: NodeIndex) -> Vec<usize> {
    let mut next: Vec<usize> = graph.neighbors(node).map(NodeIndex::index).collect();
    next.sort_unstable();
    next.dedup();
    next
}

/// Buffers of one search, reused for the next.
struct Search {
    ways: Vec<f64>,
    depth: Vec<u32>,
    part: Vec<f64>,
    reached: Vec<usize>,
}

const UNSEEN: u32 = u32::MAX;

impl Search {
    fn new(count: usize) -> Self {
        Self {
            ways: vec![0.0; count],
            depth: vec![UNSEEN; count],
            part: vec![0.0; count],
            reached: Vec::with_capacity(count),
        }
    }

    fn from(&mut self, from: usize, next: &[Vec<usize>], total: &mut [f64]) {
        self.breadth_first(from, next);
        // Shares are added from the far end, so that those beyond a node are known when it is reached.
        for &node in self.reached.iter().rev() {
            for &to in &next[node] {
                if self.depth[to] == self.depth[node] + 1 {
                    self.part[node] += self.ways[node] / self.ways[to] * (1.0 + self.part[to]);
                }
            }
            if node != from {
                total[node] += self.part[node];
            }
        }
        for &node in &self.reached {
            (self.ways[node], self.depth[node], self.part[node]) = (0.0, UNSEEN, 0.0);
        }
        self.reached.clear();
    }

    fn breadth_first(&mut self, from: usize, next: &[Vec<usize>]) {
        (self.ways[from], self.depth[from]) = (1.0, 0);
        let mut open = VecDeque::from([from]);
        while let Some(node) = open.pop_front() {
            self.reached.push(node);
            for &to in &next[node] {
                if self.depth[to] == UNSEEN {
                    self.depth[to] = self.depth[node] + 1;
                    open.push_back(to);
                }
                if self.depth[to] == self.depth[node] + 1 {
                    self.ways[to] += self.ways[node];
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(count: u32, edges: &[(u32, u32)]) -> DiGraph<(), ()> {
        let mut graph = DiGraph::from_edges(edges);
        while graph.node_count() < count as usize {
            graph.add_node(());
        }
        graph
    }

    #[test]
    fn the_middle_of_a_chain_is_between_and_two_ways_share() {
        assert_eq!(between(&graph(3, &[(0, 1), (1, 2)]), 100), [0.0, 1.0, 0.0]);
        let diamond = graph(4, &[(0, 1), (0, 2), (1, 3), (2, 3)]);
        assert_eq!(between(&diamond, 100), [0.0, 0.5, 0.5, 0.0]);
        let doubled = graph(4, &[(0, 1), (0, 1), (0, 2), (1, 3), (2, 3)]);
        assert_eq!(between(&doubled, 100), between(&diamond, 100));
    }

    #[test]
    fn fewer_beginnings_are_scaled_up() {
        let chain: Vec<(u32, u32)> = (0..99).map(|it| (it, it + 1)).collect();
        let (all, some) = (
            between(&graph(100, &chain), 100),
            between(&graph(100, &chain), 20),
        );
        assert!((all[50] - some[50]).abs() / all[50] < 0.1);
    }
}
