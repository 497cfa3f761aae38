//! Rows: causes above effects, links short, rows of like length.
//!
//! Links that close a cycle are turned against the dates; rows are those with the shortest links (network simplex), from
//! which entries are moved where a crowded row gets emptier.

use super::graph::{Entry, Link};
use crate::layered::short_rows;

/// A link directed downward, by places in the part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Down {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_turned: bool,
}

/// The links without cycles: those against the order of time come last, and one that would close a cycle is turned.
pub(super) fn acyclic(count: usize, links: &[Link]) -> Vec<Down> {
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|it| (links[*it].from > links[*it].to, *it));
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut found = vec![None; links.len()];
    for at in order {
        let Link { from, to, .. } = links[at];
        let is_turned = reaches(&after, to, from);
        let (from, to) = if is_turned { (to, from) } else { (from, to) };
        after[from].push(to);
        found[at] = Some(Down {
            from,
            to,
            is_turned,
        });
    }
    found.into_iter().flatten().collect()
}

fn reaches(after: &[Vec<usize>], from: usize, to: usize) -> bool {
    let mut seen = vec![false; after.len()];
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if node == to {
            return true;
        }
        if !std::mem::replace(&mut seen[node], true) {
            open.extend(&after[node]);
        }
    }
    false
}

/// Neighbors above and below each entry.
struct Sides {
    into: Vec<Vec<usize>>,
    out: Vec<Vec<usize>>,
}

impl Sides {
    fn new(count: usize, links: &[Down]) -> Self {
        let (mut into, mut out) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for it in links {
            into[it.to].push(it.from);
            out[it.from].push(it.to);
        }
        Self { into, out }
    }

    /// Entries so that causes come first.
    fn in_order(&self) -> Vec<usize> {
        let mut waiting: Vec<usize> = self.into.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..waiting.len()).filter(|it| waiting[*it] == 0).collect();
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            at += 1;
            for next in &self.out[node] {
                waiting[*next] -= 1;
                if waiting[*next] == 0 {
                    order.push(*next);
                }
            }
        }
        order
    }

    /// Pushes entries down until each is below its causes.
    fn push_down(&self, row: &mut [usize]) {
        for node in self.in_order() {
            let least = self.into[node].iter().map(|it| row[*it] + 1).max();
            row[node] = row[node].max(least.unwrap_or(0));
        }
    }
}

/// The row of each entry. A row holds about `most` entries. What is `stored` keeps its row.
pub(super) fn rows(
    entries: &[&Entry],
    links: &[Down],
    most: usize,
    stored: &[Option<usize>],
) -> Vec<usize> {
    let sides = &Sides::new(entries.len(), links);
    let mut row = start(entries, links, stored);
    sides.push_down(&mut row);
    let free: Vec<bool> = entries
        .iter()
        .zip(stored)
        .map(|(entry, stored)| entry.pin.is_none() && stored.is_none())
        .collect();
    let deepest = row.iter().max().copied().unwrap_or(0);
    let bottom = deepest.max(entries.len().div_ceil(most.max(1)).saturating_sub(1));
    even_out(sides, &mut row, &free, (bottom, most));
    without_gaps(&mut row);
    row
}

/// Stored and pinned rows, or those with the shortest links if nothing is stored.
fn start(entries: &[&Entry], links: &[Down], stored: &[Option<usize>]) -> Vec<usize> {
    if stored.iter().all(Option::is_none) && entries.iter().all(|it| it.pin.is_none()) {
        let pairs: Vec<(usize, usize)> = links.iter().map(|it| (it.from, it.to)).collect();
        return short_rows(entries.len(), &pairs);
    }
    let pinned = entries.iter().zip(stored);
    pinned
        .map(|(entry, stored)| entry.pin.map(|it| it.row).or(*stored).unwrap_or(0))
        .collect()
}

fn even_out(sides: &Sides, row: &mut [usize], free: &[bool], (bottom, most): (usize, usize)) {
    let mut count = vec![0_usize; bottom + 1];
    row.iter().for_each(|it| count[*it] += 1);
    for _ in 0..12 {
        let mut moved = false;
        for node in (0..row.len()).filter(|it| free[*it]) {
            let (into, out) = (&sides.into[node], &sides.out[node]);
            let low = into.iter().map(|it| row[*it] + 1).max().unwrap_or(0);
            let high = out.iter().map(|it| row[*it] - 1).min().unwrap_or(bottom);
            let now = row[node];
            let cost = |to: usize| {
                let above: usize = into.iter().map(|it| to - row[*it]).sum();
                let below: usize = out.iter().map(|it| row[*it] - to).sum();
                let here = count[to] + usize::from(to != now);
                (above + below + 3 * here.saturating_sub(most), here)
            };
            let best = (low..=high).min_by_key(|to| (cost(*to), to.abs_diff(now)));
            if let Some(best) = best.filter(|it| cost(*it) < cost(now)) {
                count[now] -= 1;
                count[best] += 1;
                (row[node], moved) = (best, true);
            }
        }
        if !moved {
            return;
        }
    }
}

/// Takes empty rows away.
fn without_gaps(row: &mut [usize]) {
    let used: std::collections::BTreeSet<usize> = row.iter().copied().collect();
    let used: Vec<usize> = used.into_iter().collect();
    for it in row {
        *it = used.partition_point(|other| other < it);
    }
}
