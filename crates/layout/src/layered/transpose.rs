//! Swaps neighbors in a layer (Gansner, Koutsofios, North, Vo 1993, section 3).
//!
//! Two that cross equally often either way may be swapped too: that leads across plateaus between an order and a better
//! one, which neither barycenters nor sifting can cross.

use super::ends::Ends;
use super::layering::Layering;

/// Which pairs are worth swapping.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ties {
    /// Those that then cross less.
    Stay,
    /// Also those that cross equally often either way.
    Change,
}

/// Buffers for transposing, reused.
#[derive(Debug, Default)]
pub(super) struct Transposer {
    ends: Ends,
    /// The layer being examined, by the previous indices of its slots.
    order: Vec<usize>,
    /// Layers in or beside which something moved since they were examined.
    stale: Vec<bool>,
    /// Work done so far, for limits that do not depend on the clock.
    pub(super) work: usize,
}

impl Transposer {
    /// Goes through all layers repeatedly, as long as that saves crossings and the work is at most `most`.
    pub(super) fn transpose(&mut self, layering: &mut Layering, ties: Ties, most: usize) {
        let count = layering.layers.len();
        self.stale.clear();
        self.stale.resize(count, true);
        let mut gain = 1;
        while gain > 0 && self.work < most {
            gain = 0;
            for layer in 0..count {
                if std::mem::take(&mut self.stale[layer])
                    && let Some(saved) = self.go_through(layering, layer, ties)
                {
                    gain += saved;
                    let beside = layer.saturating_sub(1)..(layer + 2).min(count);
                    self.stale[beside].fill(true);
                }
            }
        }
    }

    /// Crossings saved in a layer; `None` if nothing moved.
    fn go_through(&mut self, layering: &mut Layering, layer: usize, ties: Ties) -> Option<u32> {
        let width = layering.layers[layer].len();
        self.work += width + self.ends.look(layering, layer);
        self.order.clear();
        self.order.extend(0..width);
        let mut gain = None;
        for at in 1..width {
            let (now, then) = self.crossings(self.order[at - 1], self.order[at]);
            if then < now || (ties == Ties::Change && now > 0 && then == now) {
                self.order.swap(at - 1, at);
                gain = Some(gain.unwrap_or(0) + now - then);
            }
        }
        if gain.is_some() {
            layering.rearrange(layer, &self.order);
        }
        gain
    }

    /// How often the links of two slots cross as they are, and how often if swapped.
    fn crossings(&self, left: usize, right: usize) -> (u32, u32) {
        let (left, right) = (self.ends.of(left), self.ends.of(right));
        // Most neighbors do not cross, and then it does not matter what they would do swapped.
        if in_order(left[0], right[0]) && in_order(left[1], right[1]) {
            return (0, 0);
        }
        let (above, below) = (crossings(left[0], right[0]), crossings(left[1], right[1]));
        (above.0 + below.0, above.1 + below.1)
    }
}

/// Whether no end of `right` is left of an end of `left`; both are sorted.
fn in_order(left: &[u32], right: &[u32]) -> bool {
    let ends = left.last().zip(right.first());
    ends.is_none_or(|(last, first)| last <= first)
}

/// How many pairs of ends are in the wrong order, and how many in the right one.
fn crossings(left: &[u32], right: &[u32]) -> (u32, u32) {
    let (mut now, mut then) = (0, 0);
    for one in left {
        for other in right {
            now += u32::from(one > other);
            then += u32::from(one < other);
        }
    }
    (now, then)
}

#[cfg(test)]
mod tests {
    use super::super::graph::{Edge, Node, Spacing};
    use super::super::layering;
    use super::*;

    /// Three slots below six: the first and the last would cross less if swapped, and both cross the one between them
    /// equally often either way.
    fn flat() -> Layering {
        let node = Node {
            width_px: 10.0,
            height_px: 10.0,
        };
        let links = [(1, 6), (5, 6), (2, 7), (3, 7), (0, 8), (4, 8)];
        let edges = links.map(|(from, to)| Edge {
            from,
            to,
            label: None,
        });
        let steps = layering::steps(&edges, &[false; 6]);
        let layer = [0, 0, 0, 0, 0, 0, 1, 1, 1];
        Layering::new(&[node; 9], &edges, &steps, &layer, &Spacing::default())
    }

    #[test]
    fn ties_lead_on() {
        let mut layering = flat();
        let mut transposer = Transposer::default();
        assert_eq!(transposer.go_through(&mut layering, 1, Ties::Stay), None);
        assert_eq!(
            transposer.go_through(&mut layering, 1, Ties::Change),
            Some(2)
        );
        assert_eq!(layering.layers[1], [7, 8, 6]);
    }

    #[test]
    fn pairs_are_counted_both_ways() {
        assert_eq!(crossings(&[1, 5], &[0, 4]), (3, 1));
        assert_eq!(crossings(&[1, 2], &[2]), (0, 1));
        assert!(in_order(&[1, 2], &[2, 3]) && !in_order(&[1, 3], &[2, 4]) && in_order(&[], &[0]));
    }
}
