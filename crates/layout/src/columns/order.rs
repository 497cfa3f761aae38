//! The order within columns: few crossings, short ways.

use std::collections::BTreeMap;

use super::graph::Entry;
use super::items::{Items, Joint, Kind};

/// Sweeps from one side to the other and back, for each start.
const SWEEPS: usize = 16;
/// Pairs of lines that may be compared for one part, so that large graphs take a bounded time.
const WORK: usize = 5_000_000;
/// What a crossing costs, against a step of one item that a link goes up or down.
const CROSSING: f32 = 8.0;

/// A line between two items of neighboring columns, or of one column.
#[derive(Debug, Clone, Copy)]
struct Line {
    net: usize,
    from: usize,
    to: usize,
}

/// The lines in the channel left of a column.
#[derive(Debug, Clone, Default)]
struct Lines {
    across: Vec<Line>,
    within: Vec<Line>,
}

/// Puts the items of every column in order; parts and bands stay together.
pub(super) fn order(entries: &[Entry], items: &mut Items) {
    let mut parts: BTreeMap<(usize, usize), Vec<Vec<usize>>> = BTreeMap::new();
    for (column, members) in items.columns.iter().enumerate() {
        for item in members {
            let empty = || vec![Vec::new(); items.columns.len()];
            parts.entry(items.all[*item].part).or_insert_with(empty)[column].push(*item);
        }
    }
    let lines: Vec<Lines> = items.joints.iter().map(|it| lines(it)).collect();
    let mut whole: Vec<Vec<usize>> = vec![Vec::new(); items.columns.len()];
    for (part, columns) in parts {
        let inside = |it: &&Line| items.all[it.from].part == part && items.all[it.to].part == part;
        let own = |it: &Lines| Lines {
            across: it.across.iter().filter(inside).copied().collect(),
            within: it.within.iter().filter(inside).copied().collect(),
        };
        let mut search = Search::new(columns, lines.iter().map(own).collect(), items.all.len());
        search.run();
        for (column, members) in search.columns.into_iter().enumerate() {
            whole[column].extend(members);
        }
    }
    whole.iter_mut().for_each(|it| hold(entries, items, it));
    items.columns = whole;
}

fn lines(joints: &[Joint]) -> Lines {
    let mut found = Lines::default();
    for joint in joints {
        let net = joint.net;
        for left in &joint.left {
            found.across.extend(joint.right.iter().map(|right| Line {
                net,
                from: left.item,
                to: right.item,
            }));
        }
        if joint.left.is_empty() {
            let hub = joint.right.iter().find(|it| it.spoke.is_none());
            let spokes = joint.right.iter().filter(|it| it.spoke.is_some());
            let within = hub
                .into_iter()
                .flat_map(|hub| spokes.clone().map(|it| (hub.item, it.item)));
            found
                .within
                .extend(within.map(|(from, to)| Line { net, from, to }));
        }
    }
    found
}

/// Pinned entries of a column change places among themselves until they stand in the order of their pins.
fn hold(entries: &[Entry], items: &Items, column: &mut [usize]) {
    let pin = |item: usize| match items.all[item].kind {
        Kind::Entry(entry) => entries[entry].pin,
        Kind::Passing => None,
    };
    let places: Vec<usize> = (0..column.len())
        .filter(|it| pin(column[*it]).is_some())
        .collect();
    let mut pinned: Vec<usize> = places.iter().map(|it| column[*it]).collect();
    pinned.sort_by(|a, b| pin(*a).unwrap_or(0.0).total_cmp(&pin(*b).unwrap_or(0.0)));
    for (place, item) in places.into_iter().zip(pinned) {
        column[place] = item;
    }
}

struct Search {
    columns: Vec<Vec<usize>>,
    lines: Vec<Lines>,
    /// The place of each item in its column.
    place: Vec<f32>,
    work: usize,
}

impl Search {
    fn new(columns: Vec<Vec<usize>>, lines: Vec<Lines>, items: usize) -> Self {
        let mut search = Self {
            columns,
            lines,
            place: vec![0.0; items],
            work: WORK,
        };
        search.number();
        search
    }

    fn number(&mut self) {
        for column in &self.columns {
            number(column, &mut self.place);
        }
    }

    /// Sweeps from two starts, then moves single items where that is cheaper.
    fn run(&mut self) {
        let first = self.columns.clone();
        let mut best = (self.cost(), first.clone());
        for is_reversed in [false, true] {
            self.columns.clone_from(&first);
            if is_reversed {
                self.columns.iter_mut().for_each(|it| it.reverse());
            }
            self.number();
            for sweep in 0..SWEEPS {
                self.sweep(sweep);
                let now = self.cost();
                if now < best.0 {
                    best = (now, self.columns.clone());
                }
                if self.work == 0 {
                    break;
                }
            }
        }
        self.columns = best.1;
        self.number();
        self.sift();
    }

    fn sweep(&mut self, sweep: usize) {
        let is_down = sweep.is_multiple_of(2);
        let count = self.columns.len();
        for step in 0..count {
            let at = if is_down { step } else { count - 1 - step };
            let both = sweep >= SWEEPS / 2;
            let aims = self.aims(at, is_down || both, !is_down || both);
            let mut column = std::mem::take(&mut self.columns[at]);
            column.sort_by(|a, b| {
                let aim = |it: &usize| aims.get(it).copied().unwrap_or(self.place[*it]);
                aim(a)
                    .total_cmp(&aim(b))
                    .then(self.place[*a].total_cmp(&self.place[*b]))
            });
            number(&column, &mut self.place);
            self.columns[at] = column;
        }
    }

    /// The mean place of the neighbors of each item, scaled to the length of its own column.
    fn aims(&self, at: usize, from_left: bool, from_right: bool) -> BTreeMap<usize, f32> {
        let mut sums: BTreeMap<usize, (f32, f32)> = BTreeMap::new();
        let length = |column: usize| size(self.columns[column].len().max(1));
        let mut add = |own: usize, other: usize, column: usize| {
            let sum = sums.entry(own).or_default();
            sum.0 += (self.place[other] + 0.5) / length(column) * length(at) - 0.5;
            sum.1 += 1.0;
        };
        if from_left && at > 0 {
            self.lines[at]
                .across
                .iter()
                .for_each(|it| add(it.to, it.from, at - 1));
        }
        if from_right && at + 1 < self.columns.len() {
            self.lines[at + 1]
                .across
                .iter()
                .for_each(|it| add(it.from, it.to, at + 1));
        }
        for it in &self.lines[at].within {
            add(it.from, it.to, at);
            add(it.to, it.from, at);
        }
        sums.into_iter()
            .map(|(item, (sum, count))| (item, sum / count))
            .collect()
    }

    fn cost(&mut self) -> f32 {
        (0..self.columns.len()).map(|at| self.cost_at(at)).sum()
    }

    /// Crossings and ways in the channel left of a column.
    fn cost_at(&mut self, at: usize) -> f32 {
        let Lines { across, within } = &self.lines[at];
        let place = &self.place;
        let lengths = (
            size(self.columns[at.saturating_sub(1)].len().max(1)),
            size(self.columns[at].len().max(1)),
        );
        let mut cost = 0.0;
        for (index, a) in across.iter().enumerate() {
            let (from, to) = (place[a.from], place[a.to]);
            cost += (from / lengths.0 - to / lengths.1).abs() * lengths.1 * 0.5;
            let crossed = across[index + 1..]
                .iter()
                .filter(|b| b.net != a.net && (place[b.from] - from) * (place[b.to] - to) < 0.0);
            cost += CROSSING * size(crossed.count());
        }
        for a in within {
            let (top, bottom) = (
                place[a.from].min(place[a.to]),
                place[a.from].max(place[a.to]),
            );
            cost += bottom - top;
            let inside = |item: usize| place[item] > top && place[item] < bottom;
            let crossed = across.iter().filter(|b| b.net != a.net && inside(b.to));
            cost += CROSSING * size(crossed.count());
        }
        let compared = across.len() * (across.len() / 2 + within.len()) + 1;
        self.work = self.work.saturating_sub(compared);
        cost
    }

    /// What changes when the order of a column does.
    fn cost_around(&mut self, at: usize) -> f32 {
        let right = if at + 1 < self.columns.len() {
            self.cost_at(at + 1)
        } else {
            0.0
        };
        self.cost_at(at) + right
    }

    /// Moves each item to its best place until nothing improves or the work is used up.
    fn sift(&mut self) {
        let mut improved = true;
        while improved && self.work > 0 {
            improved = false;
            for at in 0..self.columns.len() {
                for item in self.columns[at].clone() {
                    improved |= self.sift_one(at, item);
                    if self.work == 0 {
                        return;
                    }
                }
            }
        }
    }

    fn sift_one(&mut self, at: usize, item: usize) -> bool {
        let before = self.columns[at].clone();
        let mut best = (self.cost_around(at) - 1.0e-3, None);
        let mut rest = before.clone();
        rest.retain(|it| *it != item);
        for place in 0..=rest.len() {
            let mut trial = rest.clone();
            trial.insert(place, item);
            if trial == before {
                continue;
            }
            number(&trial, &mut self.place);
            let cost = self.cost_around(at);
            if cost < best.0 {
                best = (cost, Some(trial));
            }
            if self.work == 0 {
                break;
            }
        }
        let is_better = best.1.is_some();
        self.columns[at] = best.1.unwrap_or(before);
        number(&self.columns[at], &mut self.place);
        is_better
    }
}

fn number(column: &[usize], place: &mut [f32]) {
    let mut at = 0.0;
    for item in column {
        place[*item] = at;
        at += 1.0;
    }
}

fn size(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
