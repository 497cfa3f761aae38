//! What stands in the columns: entries, and lines that pass.

use std::collections::BTreeMap;

use super::graph::Entry;
use super::nets::Net;

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// An entry, by its index.
    Entry(usize),
    /// The line of a net that passes this column.
    Passing,
}

/// Something that takes a place in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) column: usize,
    /// Band and connected part of the graph: these stay together from the top down.
    pub(super) part: (usize, usize),
}

/// Where a net ends in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct End {
    pub(super) item: usize,
    /// The link that ends here, or `None` where its hub or a passing line is.
    pub(super) spoke: Option<usize>,
}

/// What a net joins in the channel left of a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Joint {
    pub(super) net: usize,
    pub(super) left: Vec<End>,
    pub(super) right: Vec<End>,
}

/// All items, in columns from the top down.
#[derive(Debug, Clone, Default)]
pub(super) struct Items {
    pub(super) all: Vec<Item>,
    /// The items of each column in order.
    pub(super) columns: Vec<Vec<usize>>,
    /// The joints in the channel left of each column.
    pub(super) joints: Vec<Vec<Joint>>,
    /// The item of each entry; `None` if it is hidden.
    pub(super) of_entry: Vec<Option<usize>>,
    /// The passing item of each net in a column.
    pub(super) passing: BTreeMap<(usize, usize), usize>,
}

impl Items {
    pub(super) fn of(entries: &[Entry], nets: &[Net], hidden: &[bool]) -> Self {
        let count = entries.iter().map(|it| it.column + 1).max().unwrap_or(0);
        let parts = parts(entries, nets);
        let mut items = Self {
            columns: vec![Vec::new(); count],
            joints: vec![Vec::new(); count],
            of_entry: vec![None; entries.len()],
            ..Self::default()
        };
        for (entry, it) in entries.iter().enumerate().filter(|it| !hidden[it.0]) {
            let part = (it.band, parts[entry]);
            items.of_entry[entry] = Some(items.add(Kind::Entry(entry), it.column, part));
        }
        for (number, net) in nets.iter().enumerate() {
            let (first, last) = net.columns(entries);
            for column in first + 1..last {
                let part = (entries[net.hub].band, parts[net.hub]);
                let item = items.add(Kind::Passing, column, part);
                items.passing.insert((number, column), item);
            }
            items.join(entries, number, net);
        }
        items
    }

    fn add(&mut self, kind: Kind, column: usize, part: (usize, usize)) -> usize {
        self.all.push(Item { kind, column, part });
        self.columns[column].push(self.all.len() - 1);
        self.all.len() - 1
    }

    /// The joints of a net in every channel that it turns in.
    fn join(&mut self, entries: &[Entry], number: usize, net: &Net) {
        let (first, last) = net.columns(entries);
        let hub = entries[net.hub].column;
        let ends = |items: &Self, column: usize, is_left: bool| -> Vec<End> {
            // Spokes join a line on the side where the hub is, or left of the hub in its own column.
            let joins = if net.hub_is_right {
                is_left || column == hub
            } else {
                !is_left
            };
            let inside = net
                .spokes
                .iter()
                .filter(|it| joins && entries[it.0].column == column);
            let mut found: Vec<End> = inside
                .filter_map(|it| {
                    Some(End {
                        item: items.of_entry[it.0]?,
                        spoke: Some(it.1),
                    })
                })
                .collect();
            if column == hub {
                found.extend(items.of_entry[net.hub].map(|item| End { item, spoke: None }));
            }
            let passing = items.passing.get(&(number, column));
            found.extend(passing.map(|item| End {
                item: *item,
                spoke: None,
            }));
            found
        };
        let channels = if first == last {
            first..=last
        } else {
            first + 1..=last
        };
        for channel in channels {
            let left = if first == last {
                Vec::new()
            } else {
                ends(self, channel - 1, true)
            };
            let right = ends(self, channel, false);
            self.joints[channel].push(Joint {
                net: number,
                left,
                right,
            });
        }
    }
}

/// The connected part of each entry, the largest first.
fn parts(entries: &[Entry], nets: &[Net]) -> Vec<usize> {
    let mut leader: Vec<usize> = (0..entries.len()).collect();
    let mut changed = true;
    while changed {
        changed = false;
        for (a, b) in nets
            .iter()
            .flat_map(|net| net.spokes.iter().map(|it| (net.hub, it.0)))
        {
            let least = leader[a].min(leader[b]);
            changed |= leader[a] != least || leader[b] != least;
            (leader[a], leader[b]) = (least, least);
        }
    }
    let mut size: BTreeMap<usize, usize> = BTreeMap::new();
    leader
        .iter()
        .for_each(|it| *size.entry(*it).or_default() += 1);
    let mut ranked: Vec<(usize, usize)> = size.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let rank: BTreeMap<usize, usize> = (0..).zip(&ranked).map(|(at, it)| (it.0, at)).collect();
    leader.iter().map(|it| rank[it]).collect()
}
