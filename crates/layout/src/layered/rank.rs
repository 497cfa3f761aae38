//! Layers by network simplex, so that the total length of links is small (Gansner, Koutsofios, North, Vo 1993, section
//! 2).
//!
//! The cut value of a tree edge is what leaves the subtree below it minus what enters it, so all cut values follow from
//! one walk over the tree.

use super::layering::Step;

/// Pivots times their work: a limit for very large graphs, which then keep the layers reached so far.
const WORK: usize = 60_000_000;

/// The layer of each node, the lowest being 0. `steps` are directed downward and connect all nodes.
pub(super) fn rank(nodes: usize, steps: &[Step]) -> Vec<usize> {
    if nodes == 0 {
        return Vec::new();
    }
    let mut simplex = Simplex::new(nodes, steps);
    simplex.grow_tree();
    let pivots = WORK / (nodes + steps.len());
    for _ in 0..pivots {
        simplex.walk();
        let Some(leaving) = simplex.leaving() else {
            break;
        };
        if !simplex.pivot(leaving) {
            break;
        }
    }
    simplex.even_out();
    let least = simplex.rank.iter().min().copied().unwrap_or(0);
    let layer = |it: &i64| usize::try_from(it - least).unwrap_or(0);
    simplex.rank.iter().map(layer).collect()
}

struct Simplex<'a> {
    steps: &'a [Step],
    /// Steps at each node.
    at: Vec<Vec<usize>>,
    rank: Vec<i64>,
    in_tree: Vec<bool>,
    /// The tree edge toward the root.
    up: Vec<Option<usize>>,
    /// Nodes from the root, each before its subtree.
    sequence: Vec<usize>,
    /// Index in the sequence, and the index after the last node of its subtree.
    span: Vec<(usize, usize)>,
    /// What leaves a node and its subtree, minus what enters it.
    outflow: Vec<i64>,
}

impl<'a> Simplex<'a> {
    fn new(nodes: usize, steps: &'a [Step]) -> Self {
        let mut at: Vec<Vec<usize>> = vec![Vec::new(); nodes];
        for (index, step) in steps.iter().enumerate() {
            at[step.from].push(index);
            at[step.to].push(index);
        }
        Self {
            rank: longest_ways(nodes, steps, &at),
            steps,
            at,
            in_tree: vec![false; steps.len()],
            up: vec![None; nodes],
            sequence: Vec::with_capacity(nodes),
            span: vec![(0, 0); nodes],
            outflow: vec![0; nodes],
        }
    }

    fn slack(&self, step: usize) -> i64 {
        let Step {
            from, to, least, ..
        } = self.steps[step];
        self.rank[to] - self.rank[from] - least
    }

    /// A spanning tree of steps that are as short as allowed: it grows along such steps, and is shifted as a whole to
    /// make the next one so.
    fn grow_tree(&mut self) {
        let mut inside = vec![false; self.at.len()];
        let mut members = Vec::new();
        let mut open = vec![0];
        inside[0] = true;
        loop {
            while let Some(node) = open.pop() {
                members.push(node);
                for at in 0..self.at[node].len() {
                    let step = self.at[node][at];
                    let other = self.steps[step].other(node);
                    if !inside[other] && self.slack(step) == 0 {
                        self.in_tree[step] = true;
                        inside[other] = true;
                        open.push(other);
                    }
                }
            }
            let leaves = |it: &usize| inside[self.steps[*it].from] != inside[self.steps[*it].to];
            let next = (0..self.steps.len()).filter(leaves);
            let Some(nearest) = next.min_by_key(|it| self.slack(*it)) else {
                return;
            };
            let Step { from, to, .. } = self.steps[nearest];
            let by = if inside[from] {
                self.slack(nearest)
            } else {
                -self.slack(nearest)
            };
            members.iter().for_each(|it| self.rank[*it] += by);
            self.in_tree[nearest] = true;
            let new = if inside[from] { to } else { from };
            inside[new] = true;
            open.push(new);
        }
    }

    /// Walks the tree from the first node and sums what leaves.
    fn walk(&mut self) {
        self.sequence.clear();
        self.up[0] = None;
        let mut open = vec![0];
        while let Some(node) = open.pop() {
            self.span[node].0 = self.sequence.len();
            self.sequence.push(node);
            let above = self.up[node];
            for &step in &self.at[node] {
                if self.in_tree[step] && Some(step) != above {
                    let below = self.steps[step].other(node);
                    self.up[below] = Some(step);
                    open.push(below);
                }
            }
        }
        self.outflow.fill(0);
        for step in self.steps {
            self.outflow[step.from] += step.weight;
            self.outflow[step.to] -= step.weight;
        }
        for it in &mut self.span {
            it.1 = it.0 + 1;
        }
        for at in (1..self.sequence.len()).rev() {
            let node = self.sequence[at];
            if let Some(step) = self.up[node] {
                let above = self.steps[step].other(node);
                self.outflow[above] += self.outflow[node];
                self.span[above].1 = self.span[above].1.max(self.span[node].1);
            }
        }
    }

    /// The node whose tree edge has the lowest cut value, if that is below 0: the edge should be longer.
    fn leaving(&self) -> Option<usize> {
        let cut = |node: &usize| {
            let step = self.steps[self.up[*node]?];
            let flow = self.outflow[*node];
            Some(if step.from == *node { flow } else { -flow })
        };
        let cuts = self.sequence.iter().filter_map(|it| Some((cut(it)?, *it)));
        cuts.filter(|it| it.0 < 0).min().map(|it| it.1)
    }

    fn is_below(&self, node: usize, top: usize) -> bool {
        let (first, end) = self.span[top];
        (first..end).contains(&self.span[node].0)
    }

    /// Removes the tree edge above `node` and adds the shortest one in the opposite direction.
    fn pivot(&mut self, node: usize) -> bool {
        let Some(leaving) = self.up[node] else {
            return false;
        };
        let down = self.steps[leaving].to == node;
        let turns = |it: &usize| {
            let Step { from, to, .. } = self.steps[*it];
            let (one, other) = (self.is_below(from, node), self.is_below(to, node));
            if down { one && !other } else { !one && other }
        };
        let entering = (0..self.steps.len())
            .filter(turns)
            .min_by_key(|it| self.slack(*it));
        let Some(entering) = entering else {
            return false;
        };
        let by = if down {
            self.slack(entering)
        } else {
            -self.slack(entering)
        };
        let (first, end) = self.span[node];
        for at in first..end {
            self.rank[self.sequence[at]] += by;
        }
        self.in_tree[leaving] = false;
        self.in_tree[entering] = true;
        true
    }

    /// Moves nodes that may be in several layers at no cost to the one with the fewest others.
    fn even_out(&mut self) {
        let least = self.rank.iter().min().copied().unwrap_or(0);
        self.rank.iter_mut().for_each(|it| *it -= least);
        let layers = self.rank.iter().max().map_or(0, |it| it + 1);
        let mut crowd = vec![0_usize; usize::try_from(layers).unwrap_or(0)];
        let place = |rank: i64| usize::try_from(rank).unwrap_or(0);
        self.rank.iter().for_each(|it| crowd[place(*it)] += 1);
        for node in 0..self.rank.len() {
            let (mut low, mut high, mut flow) = (0, layers - 1, 0);
            for &step in &self.at[node] {
                let Step {
                    from,
                    to,
                    least,
                    weight,
                } = self.steps[step];
                if to == node {
                    low = low.max(self.rank[from] + least);
                    flow += weight;
                } else {
                    high = high.min(self.rank[to] - least);
                    flow -= weight;
                }
            }
            if flow != 0 || low >= high {
                continue;
            }
            let now = self.rank[node];
            crowd[place(now)] -= 1;
            let best = (low..=high).min_by_key(|it| (crowd[place(*it)], (it - now).abs()));
            self.rank[node] = best.unwrap_or(now);
            crowd[place(self.rank[node])] += 1;
        }
    }
}

/// The longest path to each node from nodes without incoming steps.
fn longest_ways(nodes: usize, steps: &[Step], at: &[Vec<usize>]) -> Vec<i64> {
    let mut waiting = vec![0_usize; nodes];
    steps.iter().for_each(|it| waiting[it.to] += 1);
    let mut rank = vec![0; nodes];
    let mut open: Vec<usize> = (0..nodes).filter(|it| waiting[*it] == 0).collect();
    while let Some(node) = open.pop() {
        for &index in &at[node] {
            let Step {
                from, to, least, ..
            } = steps[index];
            if from != node {
                continue;
            }
            rank[to] = rank[to].max(rank[node] + least);
            waiting[to] -= 1;
            if waiting[to] == 0 {
                open.push(to);
            }
        }
    }
    rank
}
