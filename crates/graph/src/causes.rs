//! The graph itself: petgraph's directed graph, nodes events, edges links; parallel links stay apart.

use std::collections::{BTreeMap, BTreeSet};

use model::{EventId, Link, Sign, Workspace};
use petgraph::Direction;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};

use crate::rank::strongest_first;

/// Causes and effects among the shown events of a workspace.
#[derive(Debug, Clone)]
pub struct Causes<'a> {
    pub(crate) graph: StableDiGraph<EventId, Claim<'a>>,
    nodes: BTreeMap<EventId, NodeIndex>,
}

/// A link with the sign of its type.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim<'a> {
    pub(crate) link: &'a Link,
    pub(crate) sign: Sign,
}

impl<'a> Causes<'a> {
    /// The graph of `shown`: every one of these events that the workspace has, and the links of which
    /// both ends are shown.
    #[must_use]
    pub fn of(workspace: &'a Workspace, shown: &BTreeSet<EventId>) -> Self {
        let mut graph = StableDiGraph::new();
        let present = workspace
            .events
            .iter()
            .filter(|event| shown.contains(&event.id));
        let nodes: BTreeMap<_, _> = present
            .map(|event| (event.id, graph.add_node(event.id)))
            .collect();
        for link in &workspace.links {
            if let (Some(&cause), Some(&effect)) = (nodes.get(&link.cause), nodes.get(&link.effect))
            {
                // A type that the table lacks is taken to raise, as most types do.
                let sign = workspace.link_type(link).map_or(Sign::Plus, |it| it.sign);
                graph.add_edge(cause, effect, Claim { link, sign });
            }
        }
        Self { graph, nodes }
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
