//! Feedback loops: chains of causes that lead back to where they began.
//!
//! Loops lie inside strongly connected components (Tarjan 1972, petgraph's `tarjan_scc`). Within one,
//! each loop is found once, from its first node, by walking only to later nodes (the rule of
//! Tiernan 1970). That takes exponential time at worst, so length and number are limited; the walk
//! tries short loops before long ones, so what the limits leave out is the longest. A loop of plus
//! signs feeds itself; an odd number of minus signs holds it in check (Forrester, Industrial Dynamics).

use std::collections::BTreeSet;

use model::{EventId, LinkId, Sign};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};

use crate::causes::Causes;
use crate::groups::Groups;
use crate::rank::strongest_first;

/// Longer loops are not searched for: nobody can follow them.
const MAX_LENGTH: usize = 8;
/// The most loops that are returned.
const MAX_LOOPS: usize = 1000;
/// The most steps of the search in one component.
const MAX_STEPS: usize = 200_000;

/// Whether a loop feeds itself or holds itself in check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LoopKind {
    /// Each turn makes the next one stronger: an even number of minus signs.
    Reinforcing,
    /// Each turn makes the next one weaker: an odd number of minus signs.
    Balancing,
}

impl LoopKind {
    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Reinforcing => "reinforcing",
            Self::Balancing => "balancing",
        }
    }
}

/// A feedback loop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loop<T> {
    /// Its nodes, each leading to the next and the last to the first; it starts with the smallest.
    pub nodes: Vec<T>,
    /// The claims from each to the next, all of one sign, the strongest first.
    pub claims: Vec<Vec<LinkId>>,
    /// Whether it is reinforcing or balancing.
    pub kind: LoopKind,
    /// True when it contains only moments and nothing that lasts: then time would run backward somewhere, and one of the dates
    /// is probably wrong.
    pub is_of_moments: bool,
}

impl Causes<'_> {
    /// The feedback loops among events, shortest first. Links without a direction are not followed; those that the dates rule
    /// out are, because a loop may reveal the error.
    #[must_use]
    pub fn loops(&self) -> Vec<Loop<EventId>> {
        let turns: Vec<Vec<Turn>> = self.graph.node_indices().map(|it| self.turns(it)).collect();
        let told = |it: Loop<usize>| Loop {
            is_of_moments: it.nodes.iter().all(|at| self.extents[*at].is_moment),
            nodes: it
                .nodes
                .iter()
                .map(|at| self.graph[NodeIndex::new(*at)])
                .collect(),
            claims: it.claims,
            kind: it.kind,
        };
        loops_in(&turns).into_iter().map(told).collect()
    }

    fn turns(&self, node: NodeIndex) -> Vec<Turn> {
        let mut turns: Vec<Turn> = Vec::new();
        let mut next: Vec<NodeIndex> = self.graph.neighbors(node).collect();
        next.sort_unstable();
        next.dedup();
        for to in next {
            let mut claims: Vec<_> = self
                .graph
                .edges_connecting(node, to)
                .map(|it| *it.weight())
                .filter(|it| it.sign != Sign::Zero)
                .collect();
            claims.sort_by_key(|it| (it.sign, strongest_first(it.link)));
            for same in claims.chunk_by(|a, b| a.sign == b.sign) {
                turns.push(Turn {
                    to: to.index(),
                    claims: same.iter().map(|it| it.link.id).collect(),
                    sign: same[0].sign,
                });
            }
        }
        turns
    }
}

impl<K: Copy, S> Groups<K, S> {
    /// The feedback loops among groups, shortest first.
    #[must_use]
    pub fn loops(&self) -> Vec<Loop<K>> {
        let mut turns: Vec<Vec<Turn>> = vec![Vec::new(); self.groups.len()];
        for it in self.between.iter().filter(|it| it.sign != Sign::Zero) {
            turns[it.from].push(Turn {
                to: it.to,
                claims: it.claims.clone(),
                sign: it.sign,
            });
        }
        let told = |it: Loop<usize>| Loop {
            nodes: it.nodes.iter().map(|at| self.groups[*at].key).collect(),
            claims: it.claims,
            kind: it.kind,
            is_of_moments: false,
        };
        loops_in(&turns).into_iter().map(told).collect()
    }
}

/// A step from one node to another.
#[derive(Debug, Clone)]
struct Turn {
    to: usize,
    claims: Vec<LinkId>,
    sign: Sign,
}

/// The loops of a graph, given as the steps from each node.
fn loops_in(turns: &[Vec<Turn>]) -> Vec<Loop<usize>> {
    let steps = turns.iter().enumerate();
    let edges = steps.flat_map(|(from, turns)| turns.iter().map(move |it| (from, it.to)));
    let edges = edges.map(|(from, to)| (NodeIndex::new(from), NodeIndex::new(to)));
    let graph: DiGraph<(), (), u32> = DiGraph::from_edges(edges);
    let mut found = Vec::new();
    for nodes in tarjan_scc(&graph) {
        let inside: BTreeSet<usize> = nodes.iter().map(|it| it.index()).collect();
        let has_loop = |it: &usize| turns[*it].iter().any(|turn| inside.contains(&turn.to));
        if inside.iter().any(has_loop) {
            loops_within(turns, &inside, &mut found);
        }
    }
    found.sort_by(|a, b| {
        (a.nodes.len(), &a.nodes, &a.claims).cmp(&(b.nodes.len(), &b.nodes, &b.claims))
    });
    found.truncate(MAX_LOOPS);
    found
}

fn loops_within(turns: &[Vec<Turn>], inside: &BTreeSet<usize>, found: &mut Vec<Loop<usize>>) {
    let (mut steps, before) = (0, found.len());
    for length in 1..=MAX_LENGTH.min(inside.len()) {
        for &start in inside {
            let mut walk = Walk {
                turns,
                inside,
                start,
                length,
                steps,
                before,
                chain: Vec::new(),
                found,
            };
            walk.on(start);
            steps = walk.steps;
        }
    }
}

/// A search from `start` for loops of exactly `length` steps.
struct Walk<'a> {
    turns: &'a [Vec<Turn>],
    inside: &'a BTreeSet<usize>,
    start: usize,
    length: usize,
    steps: usize,
    /// Loops of other components, which do not count against the limit of this one.
    before: usize,
    chain: Vec<(usize, &'a Turn)>,
    found: &'a mut Vec<Loop<usize>>,
}

impl Walk<'_> {
    fn on(&mut self, at: usize) {
        for turn in &self.turns[at] {
            self.steps += 1;
            if self.steps > MAX_STEPS || self.found.len() - self.before >= MAX_LOOPS {
                return;
            }
            let last = self.chain.len() + 1 == self.length;
            self.chain.push((at, turn));
            if last && turn.to == self.start {
                self.keep();
            } else if !last && self.may_visit(turn.to) {
                self.on(turn.to);
            }
            self.chain.pop();
        }
    }

    fn may_visit(&self, to: usize) -> bool {
        to > self.start
            && self.inside.contains(&to)
            && self.chain.iter().all(|&(node, _)| node != to)
    }

    fn keep(&mut self) {
        let minus = self.chain.iter().filter(|it| it.1.sign == Sign::Minus);
        let kind = if minus.count() % 2 == 1 {
            LoopKind::Balancing
        } else {
            LoopKind::Reinforcing
        };
        self.found.push(Loop {
            nodes: self.chain.iter().map(|it| it.0).collect(),
            claims: self.chain.iter().map(|it| it.1.claims.clone()).collect(),
            kind,
            is_of_moments: false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::groups::groups;
    use crate::testing::{dated, workspace};
    use model::Workspace;

    fn loops(workspace: &Workspace) -> Vec<Loop<EventId>> {
        let shown = workspace.events.iter().map(|event| event.id).collect();
        Causes::of(workspace, &shown).loops()
    }

    /// The sample's loop: war motivates talks, talks lead to a pause, the pause mitigates the war.
    const TALKS: [(i64, i64, &str); 4] = [
        (1, 2, "motivates"),
        (2, 3, "leads_to"),
        (3, 1, "mitigates"),
        (4, 1, "triggers"),
    ];

    #[test]
    fn talks_that_calm_the_war_that_made_them_balance() {
        let found = loops(&workspace(4, &TALKS));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].nodes, [EventId(1), EventId(2), EventId(3)]);
        assert_eq!(found[0].claims, [[LinkId(1)], [LinkId(2)], [LinkId(3)]]);
        assert_eq!(found[0].kind, LoopKind::Balancing);
    }

    #[test]
    fn a_loop_of_moments_is_told_from_one_through_what_lasts() {
        let dates = ["2025-04-02/..", "2025-05-10", "2025-05-12", "2025-04-02"];
        assert!(!loops(&dated(&dates, &TALKS))[0].is_of_moments);
        let dates = ["2025-04-02", "2025-05-10", "2025-05-12", "2025-04-02"];
        assert!(loops(&dated(&dates, &TALKS))[0].is_of_moments);
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
        let lengths: Vec<usize> = found.iter().map(|it| it.nodes.len()).collect();
        assert_eq!(lengths, [2, 2, 3]);
        assert_ne!(found[0].kind, found[1].kind);
        assert_eq!(found[0].claims[1].len() + found[1].claims[1].len(), 3);
    }

    #[test]
    fn references_make_no_loop() {
        assert!(loops(&workspace(2, &[(1, 2, "causes"), (2, 1, "refers_to")])).is_empty());
    }

    #[test]
    fn groups_have_loops_where_events_have_none() {
        let workspace = workspace(4, &[(1, 2, "causes"), (3, 4, "mitigates")]);
        let shown = workspace.events.iter().map(|it| it.id).collect();
        // 1 and 4 are of one theme, 2 and 3 of the other.
        let key = |it: &model::Event| Some(i64::from(it.id.0 == 2 || it.id.0 == 3));
        let found = groups(&workspace, &shown, key, |_| Vec::<u8>::new()).loops();
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].nodes.as_slice(), found[0].kind),
            ([0, 1].as_slice(), LoopKind::Balancing)
        );
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
                .all(|pair| pair[0].nodes.len() <= pair[1].nodes.len())
        );
    }
}
