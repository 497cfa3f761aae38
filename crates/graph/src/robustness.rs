//! How much would have to be wrong for a chain of causes to break.
//!
//! The least number of claims whose loss leaves no chain from one event to the other is the greatest number of chains that
//! share no claim (Menger 1927; Ford and Fulkerson 1956). The count is of claims, not of events: two claims for the
//! same step hold it twice.

use std::collections::BTreeSet;

use model::{EventId, LinkId};
use petgraph::algo::maximum_flow::ford_fulkerson;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef as _;

use crate::causes::Causes;

/// What it takes to break all chains from one event to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Break {
    /// A smallest set of claims without which there is no chain, those nearest the cause. Empty when there is no chain.
    pub claims: BTreeSet<LinkId>,
}

impl Causes<'_> {
    /// The fewest claims that would have to be wrong so that nothing leads from `from` to `to`.
    #[must_use]
    pub fn breaks(&self, from: EventId, to: EventId) -> Break {
        let ends = self.nodes.get(&from).zip(self.nodes.get(&to));
        let Some((&from, &to)) = ends.filter(|_| from != to) else {
            return Break::default();
        };
        let flows = self.graph.filter_map(
            |_, event| Some(*event),
            |_, claim| claim.acts().then_some((1_u32, claim.link.id)),
        );
        let one_each = flows.map(|_, event| *event, |_, (one, _)| *one);
        let (_, flow) = ford_fulkerson(&one_each, from, to);
        let reached = reached(&one_each, &flow, from);
        let cut = flows
            .edge_references()
            .filter(|it| reached.contains(&it.source()) && !reached.contains(&it.target()));
        let claims = if reached.contains(&to) {
            BTreeSet::new()
        } else {
            cut.map(|it| it.weight().1).collect()
        };
        Break { claims }
    }
}

/// What can be reached along unused claims, or back along used ones.
fn reached(graph: &DiGraph<EventId, u32>, flow: &[u32], from: NodeIndex) -> BTreeSet<NodeIndex> {
    let used = |edge: EdgeIndex| flow.get(edge.index()).is_some_and(|it| *it > 0);
    let mut reached = BTreeSet::from([from]);
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        let on = graph.edges_directed(node, petgraph::Outgoing);
        let on = on.filter(|it| !used(it.id())).map(|it| it.target());
        let back = graph.edges_directed(node, petgraph::Incoming);
        let back = back.filter(|it| used(it.id())).map(|it| it.source());
        for next in on.chain(back) {
            if reached.insert(next) {
                open.push(next);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::workspace;
    use model::Workspace;

    fn breaks(workspace: &Workspace, from: i64, to: i64) -> Vec<i64> {
        let causes = Causes::of(
            workspace,
            &workspace.events.iter().map(|it| it.id).collect(),
        );
        let found = causes.breaks(EventId(from), EventId(to));
        found.claims.into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn one_claim_holds_a_chain_and_a_second_for_the_same_step_holds_it_twice() {
        let chain = [(1, 2, "causes"), (1, 2, "motivates"), (2, 3, "causes")];
        assert_eq!(breaks(&workspace(3, &chain), 1, 3), [3]);
        assert_eq!(breaks(&workspace(3, &chain[..2]), 1, 2), [1, 2]);
        assert!(breaks(&workspace(3, &chain[..2]), 1, 3).is_empty());
    }

    fn leads(links: &[(i64, i64)], from: i64, to: i64) -> bool {
        let mut reached = BTreeSet::from([from]);
        for _ in 0..6 {
            let next = links
                .iter()
                .filter(|it| reached.contains(&it.0))
                .map(|it| it.1);
            let next: Vec<i64> = next.collect();
            reached.extend(next);
        }
        reached.contains(&to)
    }

    proptest! {
        #[test]
        fn nothing_smaller_breaks_it(links in prop::collection::vec((1..6_i64, 1..6_i64), 0..9)) {
            let plain: Vec<_> = links.iter().map(|it| (it.0, it.1, "causes")).collect();
            let found = breaks(&workspace(5, &plain), 1, 5);
            let without = |mask: usize| -> Vec<(i64, i64)> {
                (0..links.len()).filter(|at| mask >> at & 1 == 0).map(|at| links[at]).collect()
            };
            let least = (0..1_usize << links.len())
                .filter(|mask| !leads(&without(*mask), 1, 5))
                .map(usize::count_ones)
                .min();
            prop_assert_eq!(least, Some(u32::try_from(found.len()).unwrap()));
            let mask = found.iter().fold(0, |mask, id| mask | 1 << (id - 1));
            prop_assert!(!leads(&without(mask), 1, 5));
        }
    }
}
