//! Drivers, outcomes, bridges and bottlenecks: the role of an event in the whole graph.
//!
//! - A *driver* is what much follows from; an *outcome* is what much leads to. Both are counts of events, over any number
//!   of steps.
//! - A *bridge* lies on the shortest ways between many others (`between.rs`).
//! - A *single point* is one that everything passes on its way from the first causes to others: those others are
//!   dominated by it (Lengauer and Tarjan 1979; petgraph's `simple_fast`, after Cooper, Harvey, Kennedy 2001).

use std::collections::BTreeMap;

use model::EventId;
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::{Direction, Incoming, Outgoing};

use crate::between::between;
use crate::causes::Causes;

/// Above this many linked events, only the [`SOME`] with the most links are measured.
const ALL: usize = 3_000;
const SOME: usize = 300;
/// Sources for bridges where there are more events than [`ALL`].
const BEGINNINGS: usize = 400;

/// An event with the count that gives it its role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Role {
    /// Which event.
    pub event: EventId,
    /// Events that follow, that lead here, or that are reached only through it; for a bridge, pairs of events.
    pub count: usize,
    /// Claims that lead to it.
    pub causes: usize,
    /// Claims that start at it.
    pub effects: usize,
}

/// Events by role, the highest count first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Roles {
    /// What much follows from.
    pub drivers: Vec<Role>,
    /// What much leads to.
    pub outcomes: Vec<Role>,
    /// What lies between others.
    pub bridges: Vec<Role>,
    /// What everything passes on its way to others.
    pub single_points: Vec<Role>,
    /// True when there were too many events to measure all of them.
    pub is_sampled: bool,
}

impl Causes<'_> {
    /// The `most` first of each role.
    #[must_use]
    pub fn roles(&self, most: usize) -> Roles {
        let graph = self.acting();
        let linked: Vec<NodeIndex> = graph
            .node_indices()
            .filter(|it| graph.neighbors_undirected(*it).next().is_some())
            .collect();
        let is_sampled = linked.len() > ALL;
        let reach = |direction| {
            let counts = candidates(&graph, &linked, direction);
            let counts = counts
                .into_iter()
                .map(|it| (it, reached(&graph, it, direction).len()));
            self.ranked(&graph, counts, most)
        };
        let beginnings = if is_sampled { BEGINNINGS } else { ALL };
        let ways = between(&graph, beginnings);
        let ways = linked
            .iter()
            .map(|it| (*it, ways[it.index()].round() as usize));
        Roles {
            drivers: reach(Outgoing),
            outcomes: reach(Incoming),
            bridges: self.ranked(&graph, ways, most),
            single_points: self.ranked(&graph, dominated(&graph), most),
            is_sampled,
        }
    }

    /// The claims that pass on an effect, one edge for each pair of events.
    fn acting(&self) -> DiGraph<EventId, ()> {
        let all = self.graph.filter_map(
            |_, event| Some(*event),
            |_, claim| claim.acts().then_some(()),
        );
        let mut graph = all.map(|_, event| *event, |_, ()| ());
        let mut seen = std::collections::BTreeSet::new();
        graph.retain_edges(|graph, edge| {
            let ends = graph.edge_endpoints(edge);
            ends.is_some_and(|(a, b)| a != b && seen.insert((a, b)))
        });
        graph
    }

    fn ranked(
        &self,
        graph: &DiGraph<EventId, ()>,
        counts: impl IntoIterator<Item = (NodeIndex, usize)>,
        most: usize,
    ) -> Vec<Role> {
        let mut counts: Vec<(NodeIndex, usize)> =
            counts.into_iter().filter(|it| it.1 > 0).collect();
        counts.sort_by_key(|it| (std::cmp::Reverse(it.1), graph[it.0]));
        counts.truncate(most);
        let claims = |node, direction| {
            let edges = self.graph.edges_directed(node, direction);
            edges.filter(|it| it.weight().acts()).count()
        };
        let role = |(node, count): (NodeIndex, usize)| Role {
            event: graph[node],
            count,
            causes: claims(node, Incoming),
            effects: claims(node, Outgoing),
        };
        counts.into_iter().map(role).collect()
    }
}

/// The events to measure: all linked ones, or of very many those with the most links in that direction.
fn candidates(
    graph: &DiGraph<EventId, ()>,
    linked: &[NodeIndex],
    direction: Direction,
) -> Vec<NodeIndex> {
    let mut chosen = linked.to_vec();
    if chosen.len() > ALL {
        let links = |it: &NodeIndex| graph.edges_directed(*it, direction).count();
        chosen.sort_by_cached_key(|it| (std::cmp::Reverse(links(it)), graph[*it]));
        chosen.truncate(SOME);
    }
    chosen
}

/// The others that can be reached.
pub fn reached<N, E>(
    graph: &DiGraph<N, E>,
    from: NodeIndex,
    direction: Direction,
) -> Vec<NodeIndex> {
    let mut seen = vec![false; graph.node_count()];
    let mut reached = vec![from];
    seen[from.index()] = true;
    let mut at = 0;
    while let Some(&node) = reached.get(at) {
        at += 1;
        for next in graph.neighbors_directed(node, direction) {
            if !std::mem::replace(&mut seen[next.index()], true) {
                reached.push(next);
            }
        }
    }
    reached.swap_remove(0);
    reached
}

/// For each event that has causes, how many others are reached from the first causes only through it.
fn dominated(graph: &DiGraph<EventId, ()>) -> Vec<(NodeIndex, usize)> {
    let mut rooted = graph.map(|_, event| Some(*event), |_, ()| ());
    let root = rooted.add_node(None);
    for first in first_causes(graph) {
        rooted.add_edge(root, first, ());
    }
    let dominators = simple_fast(&rooted, root);
    let mut counts: BTreeMap<NodeIndex, usize> = BTreeMap::new();
    for node in graph.node_indices() {
        let above = dominators.strict_dominators(node).into_iter().flatten();
        for it in above.filter(|it| *it != root) {
            *counts.entry(it).or_default() += 1;
        }
    }
    // A first cause is trivially the only way to its own effects: it counts as a driver.
    let has_causes = |it: &NodeIndex| graph.neighbors_directed(*it, Incoming).next().is_some();
    counts.retain(|node, _| has_causes(node));
    counts.into_iter().collect()
}

/// Events without causes; of a loop without causes from outside, its smallest event.
fn first_causes(graph: &DiGraph<EventId, ()>) -> Vec<NodeIndex> {
    let components = tarjan_scc(graph);
    let mut part_of = vec![0; graph.node_count()];
    for (at, nodes) in components.iter().enumerate() {
        nodes.iter().for_each(|it| part_of[it.index()] = at);
    }
    let is_first = |nodes: &Vec<NodeIndex>| {
        let from_outside = |it: &NodeIndex| {
            let part = part_of[it.index()];
            let mut before = graph.neighbors_directed(*it, Incoming);
            before.any(|it| part_of[it.index()] != part)
        };
        !nodes.iter().any(from_outside)
    };
    let first = components.iter().filter(|it| is_first(it));
    let smallest = |nodes: &Vec<NodeIndex>| nodes.iter().copied().min_by_key(|it| graph[*it]);
    first.filter_map(smallest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;

    fn roles(count: i64, links: &[(i64, i64, &str)]) -> Roles {
        let workspace = workspace(count, links);
        let all = workspace.events.iter().map(|it| it.id).collect();
        Causes::of(&workspace, &all).roles(3)
    }

    fn told(roles: &[Role]) -> Vec<(i64, usize)> {
        roles.iter().map(|it| (it.event.0, it.count)).collect()
    }

    /// 1 and 2 lead to 3, everything on passes 3; 4 and 5 both lead to 6.
    fn hourglass() -> Roles {
        let links = [
            (1, 3, "causes"),
            (2, 3, "causes"),
            (3, 4, "causes"),
            (3, 5, "mitigates"),
            (4, 6, "causes"),
            (5, 6, "causes"),
            (1, 7, "refers_to"),
        ];
        roles(7, &links)
    }

    #[test]
    fn the_neck_of_an_hourglass_is_bridge_and_single_point() {
        let roles = hourglass();
        assert_eq!(told(&roles.drivers), [(1, 4), (2, 4), (3, 3)]);
        assert_eq!(told(&roles.outcomes), [(6, 5), (4, 3), (5, 3)]);
        assert_eq!(told(&roles.single_points), [(3, 3)]);
        assert_eq!(roles.bridges[0].event, EventId(3));
        assert_eq!((roles.bridges[0].causes, roles.bridges[0].effects), (2, 2));
    }

    #[test]
    fn a_loop_has_roles_too() {
        let roles = roles(
            4,
            &[
                (1, 2, "causes"),
                (2, 1, "causes"),
                (2, 3, "causes"),
                (3, 4, "causes"),
            ],
        );
        assert_eq!(told(&roles.drivers)[0], (1, 3));
        // Everything starts in the loop at 1, and goes on over 2 and 3.
        assert_eq!(told(&roles.single_points), [(1, 3), (2, 2), (3, 1)]);
    }

    #[test]
    fn nothing_linked_has_no_roles() {
        assert_eq!(roles(3, &[]), Roles::default());
    }
}
