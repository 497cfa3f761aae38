//! *How did A lead to B?* The strongest chains, and what supports them.
//!
//! The strongest chain is the shortest path over -ln of the strength of each claim (Dijkstra 1959); the next ones are found
//! by leaving out one step after another (Yen 1971). Chains that the dates rule out are left out.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use model::{EventId, LinkId, Sign, SourceId, Stance, Target, Workspace};
use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef as _;

use crate::causes::Causes;
use crate::extent::FAR;
use crate::rank::strongest_first;
use crate::tree::product;

/// The most chains that are tried to find ones that the dates allow.
const TRIES: usize = 200;

/// A chain of causes from one event to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// The events, from the first cause to the last effect.
    pub events: Vec<EventId>,
    /// For each step its claims, the strongest first.
    pub claims: Vec<Vec<LinkId>>,
    /// The strength of all steps together, see [`crate::word`].
    pub carried: f64,
    /// Whether all steps together raise or lower the end.
    pub sign: Sign,
    /// The weakest step, by its index in `claims`; the first of several.
    pub weakest: usize,
    /// Sources that support every step: the chain is told as a whole by someone.
    pub threads: Vec<SourceId>,
    /// All sources that support a step. Without a thread, the chain is combined from them.
    pub sources: BTreeSet<SourceId>,
    /// Steps without a source, by index.
    pub unsourced: Vec<usize>,
}

impl Causes<'_> {
    /// The `most` strongest chains from `from` to `to`, the strongest first.
    #[must_use]
    pub fn chains(
        &self,
        workspace: &Workspace,
        from: EventId,
        to: EventId,
        most: usize,
    ) -> Vec<Chain> {
        let ends = self.nodes.get(&from).zip(self.nodes.get(&to));
        let Some((&from, &to)) = ends.filter(|_| from != to) else {
            return Vec::new();
        };
        let mut found: Vec<Vec<EdgeIndex>> = Vec::new();
        let mut offered: BinaryHeap<Reverse<(Cost, Vec<EdgeIndex>)>> = BinaryHeap::new();
        let mut looked_at = BTreeSet::new();
        offered.extend(self.strongest(from, to, &Banned::default()).map(Reverse));
        while let Some(Reverse((_, chain))) = offered.pop() {
            if !looked_at.insert(self.nodes_of(from, &chain)) {
                continue;
            }
            self.offer_detours(from, to, &chain, &looked_at, &mut offered);
            if self.is_in_time(&chain) {
                found.push(chain);
            }
            if found.len() == most || looked_at.len() == TRIES {
                break;
            }
        }
        found
            .iter()
            .map(|chain| self.told(workspace, from, chain))
            .collect()
    }

    /// The chains that leave `chain` at each of its events in turn.
    fn offer_detours(
        &self,
        from: NodeIndex,
        to: NodeIndex,
        chain: &[EdgeIndex],
        looked_at: &BTreeSet<Vec<NodeIndex>>,
        offered: &mut BinaryHeap<Reverse<(Cost, Vec<EdgeIndex>)>>,
    ) {
        let nodes = self.nodes_of(from, chain);
        for at in 0..chain.len() {
            let taken = looked_at
                .iter()
                .filter(|it| it.len() > at + 1 && it[..=at] == nodes[..=at]);
            let banned = Banned {
                nodes: nodes[..at].iter().copied().collect(),
                steps: taken.map(|it| (it[at], it[at + 1])).collect(),
            };
            if let Some((cost, rest)) = self.strongest(nodes[at], to, &banned) {
                let root: f64 = chain[..at].iter().map(|it| self.cost(*it)).sum();
                let whole = [&chain[..at], &rest[..]].concat();
                offered.push(Reverse((Cost(cost.0 + root), whole)));
            }
        }
    }

    fn strongest(
        &self,
        from: NodeIndex,
        to: NodeIndex,
        banned: &Banned,
    ) -> Option<(Cost, Vec<EdgeIndex>)> {
        let (cost, chain) = strongest(&self.graph, from, to, |edge, one, other| {
            let claim = &self.graph[edge];
            let free = claim.acts()
                && !banned.nodes.contains(&other)
                && !banned.steps.contains(&(one, other));
            free.then(|| -claim.carried.ln())
        })?;
        Some((Cost(cost), chain))
    }

    fn cost(&self, edge: EdgeIndex) -> f64 {
        -self.graph[edge].carried.ln()
    }

    fn nodes_of(&self, from: NodeIndex, chain: &[EdgeIndex]) -> Vec<NodeIndex> {
        let ends = chain
            .iter()
            .filter_map(|it| self.graph.edge_endpoints(*it).map(|(_, effect)| effect));
        std::iter::once(from).chain(ends).collect()
    }

    /// Whether no event of the chain begins only after a later one has ended.
    fn is_in_time(&self, chain: &[EdgeIndex]) -> bool {
        let mut first = -FAR;
        for &edge in chain {
            let Some((cause, effect)) = self.graph.edge_endpoints(edge) else {
                return false;
            };
            first = first.max(self.extents[cause.index()].begins.0);
            first -= self.graph[edge].ahead;
            if self.extents[effect.index()].ends.1 < first {
                return false;
            }
        }
        true
    }

    fn told(&self, workspace: &Workspace, from: NodeIndex, chain: &[EdgeIndex]) -> Chain {
        let claims: Vec<Vec<LinkId>> = chain.iter().map(|it| self.beside(*it)).collect();
        let sources: Vec<BTreeSet<SourceId>> = claims
            .iter()
            .map(|claims| sources_of(workspace, claims))
            .collect();
        let in_all = |it: &SourceId| sources.iter().all(|step| step.contains(it));
        let weights = chain.iter().map(|it| self.graph[*it].carried);
        let weakest = weights
            .clone()
            .enumerate()
            .min_by(|a, b| a.1.total_cmp(&b.1));
        let signs = chain.iter().map(|it| self.graph[*it].sign);
        let unsourced = (0..chain.len()).filter(|at| sources[*at].is_empty());
        let nodes = self.nodes_of(from, chain);
        Chain {
            events: nodes.into_iter().map(|it| self.graph[it]).collect(),
            carried: weights.product(),
            sign: signs.fold(Sign::Plus, product),
            weakest: weakest.map_or(0, |(at, _)| at),
            threads: sources
                .first()
                .map(|it| it.iter().copied().filter(in_all).collect())
                .unwrap_or_default(),
            unsourced: unsourced.collect(),
            sources: sources.into_iter().flatten().collect(),
            claims,
        }
    }

    /// The claims of the same sign between the same two events.
    fn beside(&self, edge: EdgeIndex) -> Vec<LinkId> {
        let Some((cause, effect)) = self.graph.edge_endpoints(edge) else {
            return Vec::new();
        };
        let sign = self.graph[edge].sign;
        let edges = self.graph.edges_connecting(cause, effect);
        let mut links: Vec<_> = edges
            .filter(|it| it.weight().sign == sign && it.weight().acts())
            .map(|it| it.weight().link)
            .collect();
        links.sort_by_key(|it| strongest_first(it));
        links.into_iter().map(|it| it.id).collect()
    }
}

fn sources_of(workspace: &Workspace, claims: &[LinkId]) -> BTreeSet<SourceId> {
    let cited = workspace.citations.iter().filter(|it| {
        let of = |link: &LinkId| it.target == Target::Link(*link);
        it.stance == Stance::For && claims.iter().any(of)
    });
    cited.map(|it| it.source).collect()
}

/// What a detour may not use.
#[derive(Default)]
struct Banned {
    nodes: BTreeSet<NodeIndex>,
    steps: BTreeSet<(NodeIndex, NodeIndex)>,
}

/// A length that sorts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cost(f64);

impl Eq for Cost {}

impl Ord for Cost {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Cost {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The cheapest path from `from` to `to` with its cost, over the edges for which `cost` returns one. `cost` gets the edge,
/// its start and its end, and must not return a negative number.
pub fn strongest<N, E>(
    graph: &DiGraph<N, E>,
    from: NodeIndex,
    to: NodeIndex,
    cost: impl Fn(EdgeIndex, NodeIndex, NodeIndex) -> Option<f64>,
) -> Option<(f64, Vec<EdgeIndex>)> {
    let mut least = vec![f64::INFINITY; graph.node_count()];
    let mut came_by: Vec<Option<(NodeIndex, EdgeIndex)>> = vec![None; graph.node_count()];
    let mut heap = BinaryHeap::from([Reverse((Cost(0.0), from))]);
    least[from.index()] = 0.0;
    while let Some(Reverse((Cost(so_far), node))) = heap.pop() {
        if node == to {
            return Some((so_far, back(&came_by, from, to)));
        }
        if so_far > least[node.index()] {
            continue;
        }
        for edge in graph.edges_directed(node, Direction::Outgoing) {
            let next = edge.target();
            let Some(step) = cost(edge.id(), node, next) else {
                continue;
            };
            if so_far + step < least[next.index()] {
                least[next.index()] = so_far + step;
                came_by[next.index()] = Some((node, edge.id()));
                heap.push(Reverse((Cost(so_far + step), next)));
            }
        }
    }
    None
}

fn back(
    came_by: &[Option<(NodeIndex, EdgeIndex)>],
    from: NodeIndex,
    to: NodeIndex,
) -> Vec<EdgeIndex> {
    let mut chain = Vec::new();
    let mut at = to;
    while let Some((before, edge)) = came_by[at.index()].filter(|_| at != from) {
        chain.push(edge);
        at = before;
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use model::{Citation, CitationId, Confidence};

    use super::*;
    use crate::testing::{dated, workspace};

    fn chains(workspace: &Workspace, from: i64, to: i64, most: usize) -> Vec<Chain> {
        let causes = Causes::of(
            workspace,
            &workspace.events.iter().map(|it| it.id).collect(),
        );
        causes.chains(workspace, EventId(from), EventId(to), most)
    }

    fn numbers(chain: &Chain) -> Vec<i64> {
        chain.events.iter().map(|it| it.0).collect()
    }

    fn diamond() -> Workspace {
        let links = [
            (1, 2, "causes"),
            (2, 4, "causes"),
            (1, 3, "mitigates"),
            (3, 4, "causes"),
            (1, 4, "refers_to"),
        ];
        workspace(4, &links)
    }

    #[test]
    fn the_strongest_chain_comes_first_with_its_weakest_step() {
        let mut workspace = diamond();
        workspace.links[1].confidence = Confidence::Low;
        let found = chains(&workspace, 1, 4, 9);
        assert_eq!(
            found.iter().map(numbers).collect::<Vec<_>>(),
            [[1, 3, 4], [1, 2, 4]]
        );
        assert_eq!((found[0].sign, found[1].sign), (Sign::Minus, Sign::Plus));
        assert_eq!(found[1].weakest, 1);
        assert!(found[0].carried > found[1].carried);
    }

    #[test]
    fn one_source_may_tell_it_all_or_it_is_spliced() {
        let mut workspace = diamond();
        let cite = |id, link, source| Citation {
            id: CitationId(id),
            source: SourceId(source),
            target: Target::Link(LinkId(link)),
            quote: String::new(),
            locator: String::new(),
            credibility: None,
            stance: Stance::For,
        };
        workspace.citations = vec![cite(1, 1, 1), cite(2, 2, 1), cite(3, 2, 2), cite(4, 3, 2)];
        let found = chains(&workspace, 1, 4, 9);
        let thread = found.iter().find(|it| numbers(it) == [1, 2, 4]).unwrap();
        assert_eq!(thread.threads, [SourceId(1)]);
        assert_eq!(thread.sources.len(), 2);
        let spliced = found.iter().find(|it| numbers(it) == [1, 3, 4]).unwrap();
        assert!(spliced.threads.is_empty());
        assert_eq!(spliced.unsourced, [1]);
    }

    #[test]
    fn parallel_claims_are_one_step() {
        let found = chains(
            &workspace(2, &[(1, 2, "causes"), (1, 2, "motivates")]),
            1,
            2,
            9,
        );
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].claims, [[LinkId(1), LinkId(2)]]);
    }

    #[test]
    fn there_is_no_way_back_and_none_to_itself() {
        assert!(chains(&diamond(), 4, 1, 9).is_empty());
        assert!(chains(&diamond(), 1, 1, 9).is_empty());
    }

    #[test]
    fn a_chain_does_not_run_against_time_over_a_state_that_lasts() {
        let links = [(1, 2, "causes"), (2, 3, "causes")];
        let dates = ["2025-07-01", "2025-05-02/..", "2025-05-10"];
        assert!(chains(&dated(&dates, &links), 1, 3, 9).is_empty());
    }

    mod against_every_path {
        use proptest::prelude::*;

        use super::*;

        /// All simple paths, the strongest first.
        fn every(
            workspace: &Workspace,
            to: i64,
            so_far: &[i64],
            carried: f64,
            into: &mut Vec<(f64, Vec<i64>)>,
        ) {
            let at = so_far[so_far.len() - 1];
            if at == to {
                into.push((carried, so_far.to_vec()));
                return;
            }
            let best = |next: i64| {
                let between = workspace
                    .links
                    .iter()
                    .filter(|it| (it.cause.0, it.effect.0) == (at, next));
                between.map(crate::strength::carried).reduce(f64::max)
            };
            for next in 1..=6 {
                if let Some(step) = best(next).filter(|_| !so_far.contains(&next)) {
                    every(
                        workspace,
                        to,
                        &[so_far, &[next]].concat(),
                        carried * step,
                        into,
                    );
                }
            }
        }

        proptest! {
            #[test]
            fn they_are_the_strongest_of_all(links in prop::collection::vec((1..7_i64, 1..7_i64, 0..3_u8), 0..14)) {
                let plain: Vec<_> = links.iter().map(|it| (it.0, it.1, "causes")).collect();
                let mut workspace = workspace(6, &plain);
                for (link, it) in workspace.links.iter_mut().zip(&links) {
                    link.confidence = [Confidence::Low, Confidence::Moderate, Confidence::High][usize::from(it.2)];
                }
                let mut all = Vec::new();
                every(&workspace, 6, &[1], 1.0, &mut all);
                all.sort_by(|a, b| b.0.total_cmp(&a.0));
                let found = chains(&workspace, 1, 6, 5);
                prop_assert_eq!(found.len(), all.len().min(5));
                for (chain, (carried, _)) in found.iter().zip(&all) {
                    prop_assert!((chain.carried - carried).abs() < 1e-9);
                }
            }
        }
    }
}
