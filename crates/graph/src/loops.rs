//! Feedback loops: chains of causes that come back to where they began.
//!
//! Loops lie inside strongly connected components (Tarjan 1972, petgraph's `tarjan_scc`). Within one,
//! each loop is found once, from its smallest event, by walking only to larger events (the rule of
//! Tiernan 1970). That takes exponential time at worst, so length and number are limited; the walk
//! tries short loops before long ones, so what the limits leave out is the longest. A loop of plus
//! signs feeds itself; an odd number of minus signs holds it in check (Forrester, Industrial Dynamics).

use std::collections::BTreeSet;

use model::{EventId, LinkId, Sign};
use petgraph::algo::tarjan_scc;
use petgraph::stable_graph::NodeIndex;
use petgraph::visit::EdgeRef;

use crate::causes::{Causes, Claim};
use crate::rank::strongest_first;

/// Loops longer than this are not looked for: nobody follows them.
const MAX_LENGTH: usize = 8;
/// No more than this many loops are given.
const MAX_LOOPS: usize = 1000;
/// Steps of walking in one component before the search gives up.
const MAX_STEPS: usize = 200_000;

/// Whether a loop feeds itself or holds itself in check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LoopKind {
    /// Each turn makes the next one stronger: an even number of minus signs.
    Reinforcing,
    /// Each turn makes the next one weaker: an odd number of minus signs.
    Balancing,
}

/// A feedback loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop {
    /// The events, each leading to the next and the last to the first; the smallest id first.
    pub events: Vec<EventId>,
    /// The link from each event to the next: the strongest where there are several of one sign.
    pub links: Vec<LinkId>,
    /// Which way it turns.
    pub kind: LoopKind,
}

impl Causes<'_> {
    /// The feedback loops, shortest first. Links without a direction of effect carry none.
    #[must_use]
    pub fn loops(&self) -> Vec<Loop> {
        let mut found = Vec::new();
        let mut components = tarjan_scc(&self.graph);
        components
            .iter_mut()
            .for_each(|nodes| nodes.sort_by_key(|&node| self.graph[node]));
        components.sort_by_key(|nodes| nodes.first().map(|&node| self.graph[node]));
        for nodes in &components {
            self.loops_within(nodes, &mut found);
        }
        found.sort_by(|a, b| (a.events.len(), &a.links).cmp(&(b.events.len(), &b.links)));
        found.truncate(MAX_LOOPS);
        found
    }

    fn loops_within(&self, nodes: &[NodeIndex], found: &mut Vec<Loop>) {
        let inside: BTreeSet<NodeIndex> = nodes.iter().copied().collect();
        let mut steps = 0;
        for length in 1..=MAX_LENGTH.min(nodes.len()) {
            for &start in nodes {
                let mut walk = Walk {
                    causes: self,
                    inside: &inside,
                    start,
                    length,
                    steps,
                    chain: Vec::new(),
                    found,
                };
                walk.on(start);
                steps = walk.steps;
            }
        }
    }

    /// The strongest link for each next event and sign, in a stable order.
    fn steps_from(&self, node: NodeIndex) -> Vec<(NodeIndex, Claim<'_>)> {
        let edges = self
            .graph
            .edges(node)
            .filter(|edge| edge.weight().sign != Sign::Zero);
        let mut steps: Vec<_> = edges.map(|edge| (edge.target(), *edge.weight())).collect();
        steps.sort_by_key(|(to, claim)| (self.graph[*to], claim.sign, strongest_first(claim.link)));
        steps.dedup_by_key(|(to, claim)| (*to, claim.sign));
        steps
    }
}

/// A walk from `start` that looks for loops of exactly `length` links.
struct Walk<'a, 'b> {
    causes: &'a Causes<'a>,
    inside: &'a BTreeSet<NodeIndex>,
    start: NodeIndex,
    length: usize,
    steps: usize,
    chain: Vec<(NodeIndex, LinkId, Sign)>,
    found: &'b mut Vec<Loop>,
}

impl Walk<'_, '_> {
    fn on(&mut self, at: NodeIndex) {
        for (to, claim) in self.causes.steps_from(at) {
            self.steps += 1;
            if self.steps > MAX_STEPS || self.found.len() >= MAX_LOOPS {
                return;
            }
            let last = self.chain.len() + 1 == self.length;
            self.chain.push((at, claim.link.id, claim.sign));
            if last && to == self.start {
                self.keep();
            } else if !last && self.may_visit(to) {
                self.on(to);
            }
            self.chain.pop();
        }
    }

    fn may_visit(&self, to: NodeIndex) -> bool {
        let id = |node: NodeIndex| self.causes.graph[node];
        self.inside.contains(&to)
            && id(to) > id(self.start)
            && self.chain.iter().all(|&(node, ..)| node != to)
    }

    fn keep(&mut self) {
        let minus = self
            .chain
            .iter()
            .filter(|(.., sign)| *sign == Sign::Minus)
            .count();
        self.found.push(Loop {
            events: self
                .chain
                .iter()
                .map(|&(node, ..)| self.causes.graph[node])
                .collect(),
            links: self.chain.iter().map(|&(_, link, _)| link).collect(),
            kind: if minus % 2 == 1 {
                LoopKind::Balancing
            } else {
                LoopKind::Reinforcing
            },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::workspace;
    use model::Workspace;

    fn loops(workspace: &Workspace) -> Vec<Loop> {
        let shown = workspace.events.iter().map(|event| event.id).collect();
        Causes::of(workspace, &shown).loops()
    }

    /// The sample's loop: war motivates talks, talks lead to a pause, the pause mitigates the war.
    #[test]
    fn talks_that_calm_the_war_that_made_them_balance() {
        let found = loops(&workspace(
            4,
            &[
                (1, 2, "motivates"),
                (2, 3, "leads_to"),
                (3, 1, "mitigates"),
                (4, 1, "triggers"),
            ],
        ));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].events, [EventId(1), EventId(2), EventId(3)]);
        assert_eq!(found[0].links, [LinkId(1), LinkId(2), LinkId(3)]);
        assert_eq!(found[0].kind, LoopKind::Balancing);
    }

    #[test]
    fn shorter_loops_come_first_and_parallel_claims_make_one_loop_per_sign() {
        let found = loops(&workspace(
            3,
            &[
                (1, 2, "causes"),
                (2, 3, "causes"),
                (3, 1, "causes"),
                (2, 1, "causes"),
                (2, 1, "motivates"),
                (2, 1, "mitigates"),
            ],
        ));
        let lengths: Vec<usize> = found.iter().map(|it| it.events.len()).collect();
        assert_eq!(lengths, [2, 2, 3]);
        assert_ne!(found[0].kind, found[1].kind);
    }

    #[test]
    fn references_make_no_loop() {
        assert!(loops(&workspace(2, &[(1, 2, "causes"), (2, 1, "refers_to")])).is_empty());
    }

    #[test]
    fn a_dense_graph_ends_and_stays_within_the_limit() {
        let all: Vec<(i64, i64, &str)> = (1..=14)
            .flat_map(|a| {
                (1..=14)
                    .filter(move |b| *b != a)
                    .map(move |b| (a, b, "causes"))
            })
            .collect();
        let found = loops(&workspace(14, &all));
        assert_eq!(found.len(), MAX_LOOPS);
        assert!(
            found
                .windows(2)
                .all(|pair| pair[0].events.len() <= pair[1].events.len())
        );
    }
}
