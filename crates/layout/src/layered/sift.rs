//! The best place in its layer for each rung in turn, its neighbors standing still (sifting: Matuszewski, Schoenfeld,
//! Molitor 1999). How often two rungs cross in either order is counted once for a layer.

use super::ladder::Ladder;

/// Layers wider than this only have neighbors change places.
const WIDEST: usize = 160;

/// Room for sifting, used again.
#[derive(Debug, Default)]
pub(super) struct Sifter {
    /// Sorted places of the neighbors of each rung of the layer, above and below, one after the other.
    places: Vec<u32>,
    /// Where those of each rung begin, twice: above, below.
    starts: Vec<usize>,
    /// Crossings saved when the one rung stands left of the other rather than right.
    saved: Vec<i32>,
    /// What was looked at so far, for limits that do not depend on the clock.
    pub(super) work: usize,
}

impl Sifter {
    /// Sifts a layer; gives how many crossings that saved.
    pub(super) fn sift(&mut self, ladder: &mut Ladder, layer: usize) -> i64 {
        let width = ladder.layers[layer].len();
        if width < 2 {
            return 0;
        }
        self.look(ladder, layer);
        let gain = if width <= WIDEST {
            self.compare(width);
            self.insert(ladder, layer)
        } else {
            self.exchange(ladder, layer)
        };
        if gain > 0 {
            ladder.arrange(layer);
        }
        gain
    }

    fn look(&mut self, ladder: &Ladder, layer: usize) {
        self.places.clear();
        self.starts.clear();
        for &rung in &ladder.layers[layer] {
            for side in [&ladder.up, &ladder.down] {
                let start = self.places.len();
                self.starts.push(start);
                let neighbors = side.of(rung).iter();
                self.places
                    .extend(neighbors.map(|it| ladder.place[*it as usize]));
                self.places[start..].sort_unstable();
            }
        }
        self.starts.push(self.places.len());
        self.work += self.places.len();
    }

    /// Crossings of the pieces of two rungs if the first stands left, less those if it stands right.
    fn difference(&self, one: usize, other: usize) -> i32 {
        let list = |at: usize| &self.places[self.starts[at]..self.starts[at + 1]];
        let above = lean(list(2 * one), list(2 * other));
        above + lean(list(2 * one + 1), list(2 * other + 1))
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
        self.work += width * width / 2 + self.places.len() * width;
    }

    /// Puts each rung where most is saved, until nothing more is.
    fn insert(&mut self, ladder: &mut Ladder, layer: usize) -> i64 {
        let rungs = ladder.layers[layer].clone();
        let width = rungs.len();
        let mut order: Vec<usize> = (0..width).collect();
        let mut gain = 0;
        loop {
            let before = gain;
            for it in 0..width {
                gain += self.best_place(&mut order, it, width);
            }
            self.work += width * width;
            if gain == before {
                break;
            }
        }
        if gain > 0 {
            ladder.layers[layer] = order.iter().map(|it| rungs[*it]).collect();
        }
        gain
    }

    fn best_place(&self, order: &mut Vec<usize>, it: usize, width: usize) -> i64 {
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

    /// Lets neighbors change places until that saves nothing more.
    fn exchange(&mut self, ladder: &mut Ladder, layer: usize) -> i64 {
        let rungs = ladder.layers[layer].clone();
        let mut order: Vec<usize> = (0..rungs.len()).collect();
        let mut gain = 0;
        for _ in 0..8 {
            let before = gain;
            for at in 1..order.len() {
                let difference = self.difference(order[at - 1], order[at]);
                if difference > 0 {
                    order.swap(at - 1, at);
                    gain += i64::from(difference);
                }
            }
            self.work += 4 * self.places.len();
            if gain == before {
                break;
            }
        }
        if gain > 0 {
            ladder.layers[layer] = order.iter().map(|it| rungs[*it]).collect();
        }
        gain
    }
}

/// How many pairs of pieces cross when the rung with the ends `one` stands left of that with the ends `other`, less those
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
