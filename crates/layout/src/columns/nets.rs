//! Links that share a line.

use std::collections::BTreeMap;

use super::graph::{Entry, Link};

/// A tree of links between one entry, the hub, and one or more others.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Net {
    /// The entry that all of them have in common.
    pub(super) hub: usize,
    /// The other entries, each with its link.
    pub(super) spokes: Vec<(usize, usize)>,
    /// Whether the hub is right of the others, or in the same column.
    pub(super) hub_is_right: bool,
    /// Whether its links lead into the hub.
    pub(super) hub_is_effect: bool,
    /// Whether its links run from right to left, against time.
    pub(super) is_turned: bool,
}

impl Net {
    /// The first and the last column that it touches.
    pub(super) fn columns(&self, entries: &[Entry]) -> (usize, usize) {
        let spokes = self.spokes.iter().map(|it| entries[it.0].column);
        let all = spokes.chain([entries[self.hub].column]);
        all.fold((usize::MAX, 0), |it, column| {
            (it.0.min(column), it.1.max(column))
        })
    }
}

/// Which line a link shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    hub: usize,
    style: u32,
    hub_is_right: bool,
    is_turned: bool,
    is_within: bool,
}

/// The nets of all links between two different entries that are drawn: by effect and style where that joins two or
/// more, else by cause and style.
pub(super) fn nets(entries: &[Entry], links: &[Link], hidden: &[bool]) -> Vec<Net> {
    let drawn = |it: &Link| it.cause != it.effect && !hidden[it.cause] && !hidden[it.effect];
    let column = |entry: usize| entries[entry].column;
    let into = |it: &Link| Key {
        hub: it.effect,
        style: it.style,
        hub_is_right: column(it.cause) <= column(it.effect),
        is_turned: column(it.cause) > column(it.effect),
        is_within: false,
    };
    let from = |it: &Link| Key {
        hub: it.cause,
        // A link within a column turns left of it, whatever others of its cause do.
        is_within: column(it.cause) == column(it.effect),
        hub_is_right: column(it.cause) >= column(it.effect),
        ..into(it)
    };
    let mut count: BTreeMap<Key, usize> = BTreeMap::new();
    for link in links.iter().filter(|it| drawn(it)) {
        *count.entry(into(link)).or_default() += 1;
    }
    let mut nets: BTreeMap<Key, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, link) in links.iter().enumerate().filter(|it| drawn(it.1)) {
        let key = into(link);
        let (key, spoke) = if count[&key] > 1 {
            (key, link.cause)
        } else {
            // Marked apart from nets into the same entry.
            let key = from(link);
            (
                Key {
                    style: key.style | OUT,
                    ..key
                },
                link.effect,
            )
        };
        nets.entry(key).or_default().push((spoke, index));
    }
    let net = |(key, spokes): (Key, Vec<(usize, usize)>)| Net {
        hub: key.hub,
        spokes,
        hub_is_right: key.hub_is_right,
        hub_is_effect: key.style & OUT == 0,
        is_turned: key.is_turned,
    };
    nets.into_iter().map(net).collect()
}

/// Set in the style of a net out of its hub.
const OUT: u32 = 1 << 31;
