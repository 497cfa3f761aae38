//! The best place in its layer for each slot in turn, its neighbors standing still (sifting: Matuszewski, Schoenfeld,
//! Molitor 1999). How often two slots cross in either order is counted once for a layer.

use super::ends::Ends;
use super::layering::Layering;

/// Layers wider than this are left as they are.
const WIDEST: usize = 160;

/// Room for sifting, used again.
#[derive(Debug, Default)]
pub(super) struct Sifter {
    ends: Ends,
    /// Crossings saved when the one slot stands left of the other rather than right.
    saved: Vec<i32>,
    /// What was looked at so far, for limits that do not depend on the clock.
    pub(super) work: usize,
}

impl Sifter {
    /// Sifts a layer; gives how many crossings that saved.
    pub(super) fn sift(&mut self, layering: &mut Layering, layer: usize) -> i64 {
        let width = layering.layers[layer].len();
        if !(2..=WIDEST).contains(&width) {
            return 0;
        }
        let ends = self.ends.look(layering, layer);
        self.work += width * width / 2 + ends * width;
        self.compare(width);
        let mut order: Vec<usize> = (0..width).collect();
        let gain = self.insert(&mut order);
        if gain > 0 {
            layering.rearrange(layer, &order);
        }
        gain
    }

    /// Crossings of the pieces of two slots if the first stands left, less those if it stands right.
    fn difference(&self, one: usize, other: usize) -> i32 {
        let (one, other) = (self.ends.of(one), self.ends.of(other));
        lean(one[0], other[0]) + lean(one[1], other[1])
    }

    fn compare(&mut self, width: usize) {
        self.saved.clear();
        self.saved.resize(width * width, 0);
        for one in 0..width {
            for other in one + 1..width {
                let difference = self.difference(one, other);
                self.saved[one * width + other] = -difference;
                self.saved[other * width + one] = difference;
            }
        }
    }

    /// Puts each slot where most is saved, until nothing more is.
    fn insert(&mut self, order: &mut Vec<usize>) -> i64 {
        let width = order.len();
        let mut gain = 0;
        loop {
            let before = gain;
            for it in 0..width {
                gain += self.best_place(order, it);
            }
            self.work += width * width;
            if gain == before {
                return gain;
            }
        }
    }

    fn best_place(&self, order: &mut Vec<usize>, it: usize) -> i64 {
        let width = order.len();
        let Some(at) = order.iter().position(|other| *other == it) else {
            return 0;
        };
        let saved = &self.saved[it * width..(it + 1) * width];
        let (mut best, mut place) = (0, at);
        let mut sum = 0;
        for to in (0..at).rev() {
            sum += saved[order[to]];
            if sum > best {
                (best, place) = (sum, to);
            }
        }
        sum = 0;
        for (to, other) in order.iter().enumerate().skip(at + 1) {
            sum -= saved[*other];
            if sum > best {
                (best, place) = (sum, to);
            }
        }
        if best > 0 {
            let moved = order.remove(at);
            order.insert(place, moved);
        }
        i64::from(best)
    }
}

/// How many pairs of pieces cross when the slot with the ends `one` stands left of that with the ends `other`, less those
/// that cross when it stands right. Both lists are sorted.
fn lean(one: &[u32], other: &[u32]) -> i32 {
    match (one, other) {
        ([], _) | (_, []) => return 0,
        ([a], [b]) => return i32::from(a > b) - i32::from(a < b),
        _ => {}
    }
    let (mut sum, mut less, mut up_to) = (0, 0, 0);
    for end in one {
        while less < other.len() && other[less] < *end {
            less += 1;
        }
        up_to = up_to.max(less);
        while up_to < other.len() && other[up_to] == *end {
            up_to += 1;
        }
        sum += less as i32 - (other.len() - up_to) as i32;
    }
    sum
}
