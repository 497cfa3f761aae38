//! Nets: segments of links that share a line between two rows, because they have the same style and the same entry at
//! one end. Each net leaves and enters its entries at ports of its own.

use std::collections::BTreeMap;

use super::lanes::{Piece, Ranked};

/// Between two ports of an entry, and between those of one that has very many.
const PORT_EM: f32 = 0.5;
const LEAST_PORT_EM: f32 = 0.4;
/// What the ports of an entry take across, as far as they can be put closer.
const PORTS_EM: f32 = 5.0;
/// How far right of the mark's middle a port may be, so that a head stays clear of the title.
const RIGHTMOST_EM: f32 = 0.6;
/// Half the width of a head.
const HEAD_EM: f32 = 0.34;

/// Segments that share a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Net {
    pub(super) uppers: Vec<usize>,
    pub(super) lowers: Vec<usize>,
}

/// The nets between each row and the next, and which of them each segment belongs to.
#[derive(Debug, Clone, Default)]
pub(super) struct Nets {
    pub(super) below: Vec<Vec<Net>>,
    net_of: Vec<BTreeMap<Piece, usize>>,
    /// Number of ports of each entry, above and below.
    pub(super) ports: Vec<(usize, usize)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Into(usize, u32),
    OutOf(usize, u32, u32),
}

impl Nets {
    pub(super) fn new(ranked: &Ranked) -> Self {
        let mut nets = Self {
            ports: vec![(0, 0); ranked.row.len()],
            ..Self::default()
        };
        for pieces in &ranked.pieces {
            let (below, net_of) = gathered(ranked, pieces);
            for net in &below {
                net.uppers.iter().for_each(|it| nets.ports[*it].1 += 1);
                net.lowers.iter().for_each(|it| nets.ports[*it].0 += 1);
            }
            nets.below.push(below);
            nets.net_of.push(net_of);
        }
        nets
    }

    /// The net of a segment below a row.
    pub(super) fn of(&self, row: usize, piece: &Piece) -> Option<usize> {
        self.net_of[row].get(piece).copied()
    }

    /// How far the ports of an entry reach left and right of its mark's middle.
    pub(super) fn reach_em(&self, slot: usize) -> (f32, f32) {
        let (above, below) = self.ports[slot];
        let offsets = port_offsets(above.max(below));
        let first = offsets.first().copied().unwrap_or(0.0);
        let last = offsets.last().copied().unwrap_or(0.0);
        (HEAD_EM - first, HEAD_EM + last)
    }
}

/// Where the ports of an entry are, from left to right of its mark's middle.
pub(super) fn port_offsets(count: usize) -> Vec<f32> {
    let gaps = count.saturating_sub(1).max(1) as f32;
    let port_em = (PORTS_EM / gaps).clamp(LEAST_PORT_EM, PORT_EM);
    let span = port_em * count.saturating_sub(1) as f32;
    let first = if span / 2.0 > RIGHTMOST_EM {
        RIGHTMOST_EM - span
    } else {
        -span / 2.0
    };
    (0..count).map(|it| first + port_em * it as f32).collect()
}

fn gathered(ranked: &Ranked, pieces: &[Piece]) -> (Vec<Net>, BTreeMap<Piece, usize>) {
    let mut sizes: BTreeMap<Key, usize> = BTreeMap::new();
    let into = |it: &Piece| Key::Into(it.lower, it.style);
    let out_of = |it: &Piece| Key::OutOf(it.upper, it.style, it.sign);
    for it in pieces {
        *sizes.entry(into(it)).or_default() += 1;
        *sizes.entry(out_of(it)).or_default() += 1;
    }
    let mut nets: Vec<Net> = Vec::new();
    let mut by_key: BTreeMap<Key, usize> = BTreeMap::new();
    let mut net_of = BTreeMap::new();
    for it in pieces {
        let (enters, leaves) = (sizes[&into(it)], sizes[&out_of(it)]);
        let key = if leaves > enters && !ranked.is_lane(it.upper) {
            out_of(it)
        } else {
            into(it)
        };
        let at = *by_key.entry(key).or_insert_with(|| {
            nets.push(Net::default());
            nets.len() - 1
        });
        let net = &mut nets[at];
        if !net.uppers.contains(&it.upper) {
            net.uppers.push(it.upper);
        }
        if !net.lowers.contains(&it.lower) {
            net.lowers.push(it.lower);
        }
        net_of.insert(*it, at);
    }
    (nets, net_of)
}
