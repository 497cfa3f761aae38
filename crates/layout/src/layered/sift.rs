//! Finds the best place in its layer for each slot in turn while its neighbors stay put (sifting: Matuszewski,
//! Schönfeld, Molitor 1999). How often two slots cross in either order is counted once per layer.

use super::ends::Ends;
use super::layering::Layering;

/// Layers wider than this are left as they are.
const WIDEST: usize = 160;

/// Buffers for sifting, reused.
#[derive(Debug, Default)]
pub(super) struct Sifter {
    ends: Ends,
    /// Crossings saved when one slot is left of the other rather than right.
    saved: Vec<i32>,
    /// Work done so far, for limits that do not depend on the clock.
    pub(super) work: usize,
}

impl Sifter {
    /// Sifts a layer; returns how many crossings that saved.
    pub(super) fn sift(&mut self, layering: &mut Layering, layer: usize) -> i64 {
        self.sift_where(layering, layer, |_| true)
    }

    /// The same for the slots that are `free`; the others keep their order.
    pub(super) fn sift_some(
        &mut self,
        layering: &mut Layering,
        layer: usize,
        free: &[bool],
    ) -> i64 {
        self.sift_where(layering, layer, |slot| free[slot as usize])
    }

    fn sift_where(
        &mut self,
        layering: &mut Layering,
        layer: usize,
        is_free: impl Fn(u32) -> bool,
    ) -> i64 {
        let width = layering.layers[layer].len();
        if !(2..=WIDEST).contains(&width) {
            return 0;
        }
        let ends = self.ends.look(layering, layer);
        self.work += width * width / 2 + ends * width;
        self.compare(width);
        let mut order: Vec<usize> = (0..width).collect();
        let free: Vec<bool> = layering.layers[layer]
            .iter()
            .map(|it| is_free(*it))
            .collect();
        let gain = self.insert(&mut order, &free);
        if gain > 0 {
            layering.rearrange(layer, &order);
        }
        gain
    }

    /// Crossings between two slots if the first is on the left, minus those if it is on the right.
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

    /// Moves each slot to where it saves most, until nothing more is saved.
    fn insert(&mut self, order: &mut Vec<usize>, free: &[bool]) -> i64 {
        let width = order.len();
        let mut gain = 0;
        loop {
            let before = gain;
            for it in (0..width).filter(|it| free[*it]) {
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

/// How many pairs of segments cross when the slot with the ends `one` is left of the one with the ends `other`, minus
/// those that cross when it is on the right. Both lists are sorted.
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
