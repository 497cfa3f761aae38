//! *Why?* and *What follows?*: the causes or effects of an event, step by step, as a tree.
//!
//! The strongest steps are followed first (best-first search), so that a size limit leaves out the weakest. An event is
//! expanded once, where it is strongest; elsewhere it is only named, which also ends loops. A cause that began only after
//! its effect had ended is not followed, over however many steps.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};

use model::{EventId, LinkId, Sign};
use petgraph::Direction;
use petgraph::graph::NodeIndex;

use crate::causes::{Causes, Step};
use crate::order::Order;

/// A step of the tree and what is behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Branch {
    /// The cause, or the effect.
    pub event: EventId,
    /// Its claims, the strongest first.
    pub claims: Vec<LinkId>,
    /// Whether this step raises or lowers.
    pub sign: Sign,
    /// Whether all steps from here to the root together raise or lower it.
    pub through: Sign,
    /// The strength of all steps from here to the root together, see [`crate::word`].
    pub carried: f64,
    /// Whether the dates of the strongest claim are known to be in order.
    pub order: Order,
    /// True when the event is expanded elsewhere in the tree.
    pub is_again: bool,
    /// Its branches, the strongest first.
    pub branches: Vec<Branch>,
    /// How many of its steps are left out because of the limits.
    pub left_out: usize,
}

/// The answer to *Why?* or *What follows?*.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// The first steps, the strongest first.
    pub branches: Vec<Branch>,
    /// How many different events it names.
    pub events: usize,
    /// How many first steps are left out.
    pub left_out: usize,
}

impl Causes<'_> {
    /// What led to `event`: up to `steps` steps, up to `most` branches.
    #[must_use]
    pub fn why(&self, event: EventId, steps: usize, most: usize) -> Tree {
        self.tree(event, Direction::Incoming, steps, most)
    }

    /// What follows from `event`.
    #[must_use]
    pub fn follows(&self, event: EventId, steps: usize, most: usize) -> Tree {
        self.tree(event, Direction::Outgoing, steps, most)
    }

    fn tree(&self, event: EventId, direction: Direction, steps: usize, most: usize) -> Tree {
        let Some(&root) = self.nodes.get(&event) else {
            return Tree {
                branches: Vec::new(),
                events: 0,
                left_out: 0,
            };
        };
        let mut growth = Growth {
            causes: self,
            direction,
            steps,
            most,
            grown: vec![Grown::root(root, self)],
            heap: BinaryHeap::from([Open {
                carried: 1.0,
                at: 0,
            }]),
            opened: BTreeSet::new(),
        };
        growth.grow();
        let root = growth.branch(0);
        let events: BTreeSet<NodeIndex> = growth.grown.iter().skip(1).map(|it| it.node).collect();
        Tree {
            branches: root.branches,
            events: events.len(),
            left_out: root.left_out,
        }
    }
}

/// A branch as it grows.
struct Grown {
    node: NodeIndex,
    claims: Vec<LinkId>,
    sign: Sign,
    through: Sign,
    carried: f64,
    order: Order,
    depth: usize,
    /// For causes: the last second at which one further back may begin. For effects: the first at which one may end.
    limit: i64,
    is_again: bool,
    children: Vec<usize>,
    left_out: usize,
}

impl Grown {
    fn root(node: NodeIndex, causes: &Causes<'_>) -> Self {
        Self {
            node,
            claims: Vec::new(),
            sign: Sign::Plus,
            through: Sign::Plus,
            carried: 1.0,
            order: Order::Fine,
            depth: 0,
            limit: causes.extents[node.index()].ends.1,
            is_again: false,
            children: Vec::new(),
            left_out: 0,
        }
    }
}

/// A branch to be expanded: the strongest first, then the one found first.
#[derive(PartialEq)]
struct Open {
    carried: f64,
    at: usize,
}

impl Eq for Open {}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_carried = self.carried.total_cmp(&other.carried);
        by_carried.then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

struct Growth<'a> {
    causes: &'a Causes<'a>,
    direction: Direction,
    steps: usize,
    most: usize,
    grown: Vec<Grown>,
    heap: BinaryHeap<Open>,
    opened: BTreeSet<NodeIndex>,
}

impl Growth<'_> {
    fn grow(&mut self) {
        // Limits of the walk back and on mirror one another; on from the root, nothing may end before it begins.
        if self.direction == Direction::Outgoing {
            let root = self.grown[0].node.index();
            self.grown[0].limit = self.causes.extents[root].begins.0;
        }
        while let Some(Open { at, .. }) = self.heap.pop() {
            self.open(at);
        }
    }

    fn open(&mut self, at: usize) {
        let (node, depth) = (self.grown[at].node, self.grown[at].depth);
        let steps = self.causes.steps(node, self.direction);
        if !self.opened.insert(node) {
            self.grown[at].is_again = !steps.is_empty() || depth == 0;
            return;
        }
        for step in steps {
            let Some(limit) = self.limit(at, &step) else {
                continue;
            };
            if depth == self.steps || self.grown.len() > self.most {
                self.grown[at].left_out += 1;
                continue;
            }
            self.add(at, &step, limit);
        }
    }

    fn add(&mut self, parent: usize, step: &Step<'_>, limit: i64) {
        let (first, at) = (step.claims[0], self.grown.len());
        let before = &self.grown[parent];
        let grown = Grown {
            node: step.to,
            claims: step.claims.iter().map(|it| it.link.id).collect(),
            sign: first.sign,
            through: product(before.through, first.sign),
            carried: before.carried * first.carried,
            order: first.order,
            depth: before.depth + 1,
            limit,
            is_again: false,
            children: Vec::new(),
            left_out: 0,
        };
        self.heap.push(Open {
            carried: grown.carried,
            at,
        });
        self.grown.push(grown);
        self.grown[parent].children.push(at);
    }

    /// The limit in time beyond `step`; `None` if the step itself is beyond the one before it.
    fn limit(&self, parent: usize, step: &Step<'_>) -> Option<i64> {
        let extent = self.causes.extents[step.to.index()];
        let (ahead, limit) = (step.claims[0].ahead, self.grown[parent].limit);
        match self.direction {
            Direction::Incoming => {
                (extent.begins.0 <= limit + ahead).then(|| (limit + ahead).min(extent.ends.1))
            }
            Direction::Outgoing => {
                (extent.ends.1 >= limit - ahead).then(|| (limit - ahead).max(extent.begins.0))
            }
        }
    }

    fn branch(&self, at: usize) -> Branch {
        let it = &self.grown[at];
        let mut branches: Vec<Branch> = it.children.iter().map(|&at| self.branch(at)).collect();
        branches.sort_by(|a, b| {
            b.carried
                .total_cmp(&a.carried)
                .then(a.claims.cmp(&b.claims))
        });
        Branch {
            event: self.causes.graph[it.node],
            claims: it.claims.clone(),
            sign: it.sign,
            through: it.through,
            carried: it.carried,
            order: it.order,
            is_again: it.is_again,
            branches,
            left_out: it.left_out,
        }
    }
}

/// The sign of two steps together.
pub(crate) fn product(one: Sign, other: Sign) -> Sign {
    match (one, other) {
        (Sign::Zero, _) | (_, Sign::Zero) => Sign::Zero,
        (one, other) if one == other => Sign::Plus,
        _ => Sign::Minus,
    }
}

#[cfg(test)]
mod tests {
    use model::{Confidence, Workspace};

    use super::*;
    use crate::testing::{dated, workspace};

    /// "1(2 -3(1*))": events in brackets are behind the one before, "-" lowers the root, "*" is opened elsewhere.
    fn told(branches: &[Branch]) -> String {
        let one = |it: &Branch| {
            let sign = if it.through == Sign::Minus { "-" } else { "" };
            let again = if it.is_again { "*" } else { "" };
            let behind = told(&it.branches);
            let behind = if behind.is_empty() {
                behind
            } else {
                format!("({behind})")
            };
            let more = match it.left_out {
                0 => String::new(),
                more => format!("+{more}"),
            };
            format!("{sign}{}{again}{behind}{more}", it.event)
        };
        branches.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn all(workspace: &Workspace) -> Causes<'_> {
        Causes::of(
            workspace,
            &workspace.events.iter().map(|it| it.id).collect(),
        )
    }

    fn why(workspace: &Workspace, event: i64, steps: usize) -> String {
        told(&all(workspace).why(EventId(event), steps, 100).branches)
    }

    #[test]
    fn causes_come_strongest_first_and_carry_their_sign_through() {
        let links = [
            (1, 4, "causes"),
            (2, 4, "mitigates"),
            (3, 2, "mitigates"),
            (5, 4, "refers_to"),
        ];
        let mut workspace = workspace(5, &links);
        workspace.links[1].confidence = Confidence::High;
        assert_eq!(why(&workspace, 4, 9), "-2(3) 1");
        assert_eq!(why(&workspace, 4, 1), "-2+1 1");
        let follows = all(&workspace).follows(EventId(3), 9, 100);
        assert_eq!(told(&follows.branches), "-2(4)");
        assert_eq!(follows.events, 2);
    }

    #[test]
    fn a_loop_ends_where_it_comes_round() {
        let links = [(1, 2, "motivates"), (2, 3, "leads_to"), (3, 1, "mitigates")];
        let workspace = workspace(3, &links);
        assert_eq!(why(&workspace, 3, 9), "2(1(-3*))");
    }

    #[test]
    fn an_event_is_opened_once_where_it_carries_most() {
        let links = [
            (1, 2, "causes"),
            (2, 4, "causes"),
            (2, 3, "causes"),
            (3, 4, "causes"),
        ];
        assert_eq!(why(&workspace(4, &links), 4, 9), "2(1) 3(2*)");
    }

    #[test]
    fn what_the_dates_rule_out_is_not_walked() {
        let links = [(1, 2, "causes"), (2, 3, "causes"), (4, 2, "causes")];
        // The fourth may have led to the second, whose end is open, but comes after the third.
        let dates = ["2025-05-01", "2025-05-02/..", "2025-05-10", "2025-07-01"];
        assert_eq!(why(&dated(&dates, &links), 3, 9), "2(1)");
        let dates = ["2025-06-01", "2025-05-02", "2025-05-10", "2025-05-01"];
        assert_eq!(why(&dated(&dates, &links), 3, 9), "2(4)");
    }

    #[test]
    fn rivals_stand_side_by_side_and_parallel_claims_are_one_step() {
        let links = [(1, 3, "causes"), (1, 3, "motivates"), (2, 3, "causes")];
        let workspace = workspace(3, &links);
        let tree = all(&workspace).why(EventId(3), 9, 100);
        assert_eq!(tree.branches.len(), 2);
        assert_eq!(tree.branches[0].claims, [LinkId(1), LinkId(2)]);
    }

    #[test]
    fn the_limit_leaves_out_what_carries_least_and_says_how_much() {
        let links = [(1, 3, "causes"), (2, 3, "causes")];
        let mut workspace = workspace(3, &links);
        workspace.links[0].confidence = Confidence::Low;
        let tree = all(&workspace).why(EventId(3), 9, 1);
        assert_eq!((told(&tree.branches).as_str(), tree.left_out), ("2", 1));
    }
}
