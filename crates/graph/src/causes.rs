//! The graph itself: a directed graph of petgraph with events as nodes and links as edges; parallel links stay separate.

use std::collections::{BTreeMap, BTreeSet};

use model::{EventId, Link, LinkType, Sign, Workspace};
use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;

use crate::extent::{Extent, FAR};
use crate::order::{Order, ahead, order_between};
use crate::rank::strongest_first;
use crate::strength::carried;

/// Causes and effects among the shown events of a workspace.
#[derive(Debug, Clone)]
pub struct Causes<'a> {
    pub(crate) graph: DiGraph<EventId, Claim<'a>>,
    pub(crate) nodes: BTreeMap<EventId, NodeIndex>,
    /// When each node begins and ends, in the order of the nodes.
    pub(crate) extents: Vec<Extent>,
}

/// A link with what its type and the dates of its ends imply.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim<'a> {
    pub(crate) link: &'a Link,
    pub(crate) sign: Sign,
    pub(crate) order: Order,
    /// By how many seconds its effect may precede its cause.
    pub(crate) ahead: i64,
    /// Its strength as a number, see [`carried`].
    pub(crate) carried: f64,
}

impl Claim<'_> {
    /// Whether it passes on an effect: it has a direction, and its dates do not rule it out.
    pub(crate) fn acts(&self) -> bool {
        self.sign != Sign::Zero && self.order != Order::Impossible
    }
}

/// The claims of one sign from one event to another: drawn and followed as one step, but kept separate.
#[derive(Debug, Clone)]
pub(crate) struct Step<'a> {
    /// The event at the other end.
    pub(crate) to: NodeIndex,
    /// The claims, the strongest first; at least one.
    pub(crate) claims: Vec<Claim<'a>>,
}

impl<'a> Causes<'a> {
    /// The graph of `shown`: every one of these events that the workspace has, and the links of which
    /// both ends are shown.
    #[must_use]
    pub fn of(workspace: &'a Workspace, shown: &BTreeSet<EventId>) -> Self {
        let mut graph = DiGraph::new();
        let present = || {
            let events = workspace.events.iter();
            events.filter(|event| shown.contains(&event.id))
        };
        let nodes: BTreeMap<_, _> = present()
            .map(|event| (event.id, graph.add_node(event.id)))
            .collect();
        let extents: Vec<Extent> = present().map(Extent::of).collect();
        for link in &workspace.links {
            if let (Some(&cause), Some(&effect)) = (nodes.get(&link.cause), nodes.get(&link.effect))
            {
                let ends = (extents[cause.index()], extents[effect.index()]);
                let claim = claim(link, workspace.link_type(link), &ends);
                graph.add_edge(cause, effect, claim);
            }
        }
        Self {
            graph,
            nodes,
            extents,
        }
    }

    /// The steps from `node`, strongest first: to its effects, or back to its causes. Only claims that act.
    pub(crate) fn steps(&self, node: NodeIndex, direction: Direction) -> Vec<Step<'a>> {
        let mut groups: BTreeMap<(EventId, Sign), Step<'a>> = BTreeMap::new();
        let edges = self.graph.edges_directed(node, direction);
        for edge in edges.filter(|it| it.weight().acts()) {
            let to = match direction {
                Direction::Outgoing => edge.target(),
                Direction::Incoming => edge.source(),
            };
            let key = (self.graph[to], edge.weight().sign);
            let step = groups.entry(key).or_insert(Step {
                to,
                claims: Vec::new(),
            });
            step.claims.push(*edge.weight());
        }
        let mut steps: Vec<Step<'a>> = groups.into_values().collect();
        for step in &mut steps {
            step.claims.sort_by_key(|it| strongest_first(it.link));
        }
        steps.sort_by_cached_key(|it| strongest_first(it.claims[0].link));
        steps
    }

    /// Links that lead to `event`, the strongest first.
    #[must_use]
    pub fn causes_of(&self, event: EventId) -> Vec<&'a Link> {
        self.links_of(event, Direction::Incoming)
    }

    /// Links that start at `event`, the strongest first.
    #[must_use]
    pub fn effects_of(&self, event: EventId) -> Vec<&'a Link> {
        self.links_of(event, Direction::Outgoing)
    }

    fn links_of(&self, event: EventId, direction: Direction) -> Vec<&'a Link> {
        let Some(&node) = self.nodes.get(&event) else {
            return Vec::new();
        };
        let edges = self.graph.edges_directed(node, direction);
        let mut links: Vec<&Link> = edges.map(|edge| edge.weight().link).collect();
        links.sort_by_key(|link| strongest_first(link));
        links
    }

    /// Events one link away, either way, in the order of their ids; never the event itself.
    #[must_use]
    pub fn neighbors(&self, event: EventId) -> BTreeSet<EventId> {
        let Some(&node) = self.nodes.get(&event) else {
            return BTreeSet::new();
        };
        let around = self.graph.neighbors_undirected(node);
        around
            .map(|index| self.graph[index])
            .filter(|&id| id != event)
            .collect()
    }

    /// The events of the graph, in the order of their ids.
    pub fn events(&self) -> impl Iterator<Item = EventId> + '_ {
        self.nodes.keys().copied()
    }
}

fn claim<'a>(link: &'a Link, link_type: Option<&LinkType>, ends: &(Extent, Extent)) -> Claim<'a> {
    // An unknown type is assumed to raise, as most types do, and to require no order.
    let order = link_type.map_or(Order::Fine, |it| order_between(it.order, link, ends));
    Claim {
        link,
        sign: link_type.map_or(Sign::Plus, |it| it.sign),
        order,
        ahead: link_type.map_or(FAR, |it| ahead(it.order)),
        carried: carried(link),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;
    use model::Confidence;

    fn all(workspace: &Workspace) -> BTreeSet<EventId> {
        workspace.events.iter().map(|event| event.id).collect()
    }

    #[test]
    fn the_strongest_link_comes_first_and_parallel_links_stay_apart() {
        let mut workspace = workspace(
            3,
            &[(1, 3, "causes"), (2, 3, "causes"), (1, 3, "motivates")],
        );
        workspace.links[1].confidence = Confidence::High;
        let causes = Causes::of(&workspace, &all(&workspace));
        let ids: Vec<i64> = causes
            .causes_of(EventId(3))
            .iter()
            .map(|link| link.id.0)
            .collect();
        assert_eq!(ids, [2, 1, 3]);
        assert_eq!(causes.effects_of(EventId(1)).len(), 2);
        assert_eq!(
            causes.neighbors(EventId(3)),
            BTreeSet::from([EventId(1), EventId(2)])
        );
    }

    #[test]
    fn what_is_not_shown_has_no_links() {
        let workspace = workspace(3, &[(1, 2, "causes"), (2, 3, "causes")]);
        let causes = Causes::of(
            &workspace,
            &BTreeSet::from([EventId(1), EventId(2), EventId(99)]),
        );
        assert_eq!(causes.events().count(), 2);
        assert!(causes.effects_of(EventId(2)).is_empty());
        assert!(causes.causes_of(EventId(3)).is_empty());
    }
}
