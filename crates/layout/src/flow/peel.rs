//! Which entries are counted rather than drawn where there is no room for all marks: the ends of chains first, the least
//! important first; then small parts, then whatever matters least.

use std::collections::BTreeMap;

use super::graph::{Entry, Link};
use super::lanes::Component;

/// The entries that are drawn, and where the others are counted.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    pub(super) is_drawn: Vec<bool>,
    /// The order in which entries went, each with the neighbor at which it is counted.
    gone: Vec<(usize, Option<usize>)>,
}

impl Drawn {
    pub(super) fn all(count: usize) -> Self {
        Self {
            is_drawn: vec![true; count],
            gone: Vec::new(),
        }
    }

    /// The connected parts of what is drawn, the largest first, then in the order of the list.
    pub(super) fn parts(&self, links: &[Link]) -> Vec<Component> {
        let count = self.is_drawn.len();
        let near = self.near(links);
        let mut part_of = vec![usize::MAX; count];
        let mut parts: Vec<Component> = Vec::new();
        for start in (0..count).filter(|it| self.is_drawn[*it]) {
            if part_of[start] != usize::MAX {
                continue;
            }
            let mut open = vec![start];
            part_of[start] = parts.len();
            while let Some(node) = open.pop() {
                for other in &near[node] {
                    if part_of[*other] == usize::MAX {
                        part_of[*other] = parts.len();
                        open.push(*other);
                    }
                }
            }
            parts.push(Component::default());
        }
        let mut own = vec![0; count];
        for node in (0..count).filter(|it| self.is_drawn[*it]) {
            let part = &mut parts[part_of[node]];
            own[node] = part.entries.len();
            part.entries.push(node);
        }
        for (at, link) in links.iter().enumerate() {
            if self.is_drawn[link.from] && self.is_drawn[link.to] && link.from != link.to {
                let part = &mut parts[part_of[link.from]];
                part.links.push(at);
                part.own.push(Link {
                    from: own[link.from],
                    to: own[link.to],
                    ..*link
                });
            }
        }
        parts.sort_by_key(|it| (std::cmp::Reverse(it.entries.len()), it.entries[0]));
        parts
    }

    fn near(&self, links: &[Link]) -> Vec<Vec<usize>> {
        let mut near: Vec<Vec<usize>> = vec![Vec::new(); self.is_drawn.len()];
        for it in links {
            if it.from != it.to && self.is_drawn[it.from] && self.is_drawn[it.to] {
                if !near[it.from].contains(&it.to) {
                    near[it.from].push(it.to);
                }
                if !near[it.to].contains(&it.from) {
                    near[it.to].push(it.from);
                }
            }
        }
        near
    }

    /// Takes so many more entries out of the drawing. Returns whether there were any.
    pub(super) fn peel(&mut self, entries: &[Entry], links: &[Link], count: usize) -> bool {
        let near = self.near(links);
        // Pairs go as a whole, by what the more important of the two weighs.
        let mut pair: BTreeMap<usize, u32> = BTreeMap::new();
        for part in self.parts(links).iter().filter(|it| it.entries.len() <= 2) {
            let weight = part.entries.iter().map(|it| entries[*it].importance);
            let weight = weight.max().unwrap_or(0);
            pair.extend(part.entries.iter().map(|it| (*it, weight)));
        }
        let mut order: Vec<usize> = (0..entries.len())
            .filter(|it| self.is_drawn[*it] && !entries[*it].is_kept)
            .collect();
        order.sort_by_key(|it| {
            let is_leaf = near[*it].len() <= 1;
            let own = entries[*it].importance;
            let (rank, weight) = match (pair.get(it), is_leaf, entries[*it].may_be_counted) {
                (Some(weight), ..) => (1, *weight),
                (None, true, true) => (0, own),
                (None, true, false) => (2, own),
                _ => (3, own),
            };
            let first = near[*it].first().map_or(*it, |other| *it.min(other));
            (rank, weight, std::cmp::Reverse(first))
        });
        for it in order.iter().take(count) {
            self.is_drawn[*it] = false;
            let neighbor = near[*it].iter().copied();
            let neighbor = neighbor.filter(|_| !pair.contains_key(it));
            let best = neighbor.max_by_key(|it| (self.is_drawn[*it], entries[*it].importance));
            self.gone.push((*it, best));
        }
        !order.is_empty()
    }

    /// Which drawn entry each one that is not drawn is counted at; `None` where none is near.
    pub(super) fn counted(&self) -> Vec<(usize, Option<usize>)> {
        let next: BTreeMap<usize, Option<usize>> = self.gone.iter().copied().collect();
        let find = |from: usize| {
            let mut at = Some(from);
            // A chain of those that are gone may end in a ring of them.
            for _ in 0..=self.gone.len() {
                match at {
                    Some(it) if !self.is_drawn[it] => at = next.get(&it).copied().flatten(),
                    _ => break,
                }
            }
            at.filter(|it| self.is_drawn[*it])
        };
        let mut found: Vec<(usize, Option<usize>)> =
            self.gone.iter().map(|it| (it.0, find(it.0))).collect();
        found.sort_unstable();
        found
    }
}
