//! The order within rows that are given: for layouts that choose rows and passing lanes themselves.

use super::count::Counter;
use super::graph::Effort;
use super::layering::{Layering, Sides, Slot, Step};
use super::order::order;
use super::rank::rank;
use super::sift::Sifter;

/// Slots in rows, and the segments of links between slots of rows that follow each other.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    /// The row of each slot, from 0.
    pub(crate) row: Vec<usize>,
    /// Upper and lower slot of each segment.
    pub(crate) pairs: Vec<(u32, u32)>,
}

impl Given {
    fn layering(&self) -> Layering {
        let slot = |row: &usize| Slot {
            layer: *row as u32,
            width_px: 0.0,
            height_px: 0.0,
            is_way: false,
        };
        let back: Vec<(u32, u32)> = self.pairs.iter().map(|it| (it.1, it.0)).collect();
        let count = self.row.len();
        let mut layering = Layering {
            layers: vec![Vec::new(); self.row.iter().max().map_or(0, |it| it + 1)],
            place: vec![0; count],
            up: Sides::new(count, &back),
            down: Sides::new(count, &self.pairs),
            slots: self.row.iter().map(slot).collect(),
            chains: Vec::new(),
        };
        for (slot, row) in self.row.iter().enumerate() {
            layering.layers[*row].push(slot as u32);
        }
        (0..layering.layers.len()).for_each(|layer| layering.arrange(layer));
        layering
    }

    /// An order with few crossings, found from nothing, and its number of crossings.
    pub(crate) fn fewest(&self, effort: Effort) -> (Vec<Vec<u32>>, u64) {
        let mut layering = self.layering();
        order(&mut layering, effort);
        let crossings = Counter::default().all(&layering);
        (layering.layers, crossings)
    }

    /// The order of `rows`, in which only the slots that are `free` were moved to save crossings, and its number of
    /// crossings.
    pub(crate) fn settled(&self, rows: &[Vec<u32>], free: &[bool]) -> (Vec<Vec<u32>>, u64) {
        let mut layering = self.layering();
        layering.restore(rows);
        let mut sifter = Sifter::default();
        let count = layering.layers.len();
        for round in 0..8 {
            let mut gain = 0;
            for at in 0..count {
                let layer = if round % 2 == 0 { at } else { count - 1 - at };
                gain += sifter.sift_some(&mut layering, layer, free);
            }
            if gain == 0 {
                break;
            }
        }
        let crossings = Counter::default().all(&layering);
        (layering.layers, crossings)
    }
}

/// The row of each node so that links, directed downward and without cycles, are short in total; they connect all nodes.
pub(crate) fn short_rows(nodes: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let step = |&(from, to): &(usize, usize)| Step {
        from,
        to,
        least: 1,
        weight: 1,
    };
    let steps: Vec<Step> = links.iter().map(step).collect();
    rank(nodes, &steps)
}
