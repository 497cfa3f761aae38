//! The heaviest entries of any range of a list, without reading the whole range.
//!
//! A pyramid of maxima over the weights: its lowest level holds the maximum of each block of neighbors, every further
//! level the maximum of two below. The same idea as the implicit segment forests of trace viewers (T. Hume, "Production
//! Twitter on one machine", `IForestIndex`).

use std::collections::BinaryHeap;
use std::ops::Range;

/// How many neighbors the lowest level groups together.
const BLOCK: usize = 16;

/// The weights of a list, and their maxima, level by level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heaviest {
    weights: Vec<u16>,
    /// From blocks of neighbors up to the whole list.
    levels: Vec<Vec<u16>>,
}

/// A chunk of the list: its weight, then where it begins, then its height, packed into one number because chunks are
/// compared more often than anything else. The greatest is opened first: the heaviest; of equals the earliest; of those
/// the smallest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Chunk(u64);

impl Chunk {
    fn new(weight: u16, first: usize, height: u32) -> Self {
        let earlier = u64::from(!(first as u32));
        Self(u64::from(weight) << 48 | earlier << 16 | u64::from(!(height as u16)))
    }

    fn first(self) -> usize {
        !((self.0 >> 16) as u32) as usize
    }

    fn height(self) -> u32 {
        u32::from(!(self.0 as u16))
    }
}

impl Heaviest {
    /// The pyramid over a list of fewer than 2³² weights.
    #[must_use]
    pub fn new(weights: Vec<u16>) -> Self {
        let mut levels = vec![weights.chunks(BLOCK).map(greatest).collect::<Vec<u16>>()];
        while levels.last().is_some_and(|it| it.len() > 1) {
            let below = levels.last().map_or(&[][..], |it| it);
            levels.push(below.chunks(2).map(greatest).collect());
        }
        Self { weights, levels }
    }

    /// Changes the weight at one index of the list.
    pub fn reweigh(&mut self, at: usize, weight: u16) {
        self.weights[at] = weight;
        let mut slot = at / BLOCK;
        let block = &self.weights[slot * BLOCK..];
        let mut heaviest = greatest(&block[..block.len().min(BLOCK)]);
        for level in &mut self.levels {
            level[slot] = heaviest;
            heaviest = heaviest.max(level.get(slot ^ 1).copied().unwrap_or(0));
            slot /= 2;
        }
    }

    /// The indices of a range, the heaviest first; ties in order of index.
    pub fn of(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut parts: BinaryHeap<Chunk> = self.cover(range).into();
        std::iter::from_fn(move || {
            loop {
                let part = parts.pop()?;
                if part.height() == 0 {
                    return Some(part.first());
                }
                self.open(part, &mut parts);
            }
        })
    }

    /// As few chunks as cover the range; a chunk of height 0 is a single index.
    fn cover(&self, range: Range<usize>) -> Vec<Chunk> {
        let (mut from, to) = (range.start, range.end.min(self.weights.len()));
        let mut parts = Vec::new();
        while from < to {
            let mut height = 0;
            while self.fits(from, height + 1, to) {
                height += 1;
            }
            parts.push(self.part(from, height));
            from += Self::length(height);
        }
        parts
    }

    /// Whether the chunk of this height that begins at `from` ends before `to`.
    fn fits(&self, from: usize, height: u32, to: usize) -> bool {
        let length = Self::length(height);
        height as usize <= self.levels.len()
            && from.is_multiple_of(length)
            && (from + length).min(self.weights.len()) <= to
    }

    /// How many indices a chunk of this height covers.
    fn length(height: u32) -> usize {
        if height == 0 {
            1
        } else {
            BLOCK << (height - 1)
        }
    }

    fn part(&self, first: usize, height: u32) -> Chunk {
        let heaviest = match height {
            0 => self.weights[first],
            _ => self.levels[height as usize - 1][first / Self::length(height)],
        };
        Chunk::new(heaviest, first, height)
    }

    /// Replaces a chunk by the chunks that it is made of.
    fn open(&self, part: Chunk, parts: &mut BinaryHeap<Chunk>) {
        let (first, height) = (part.first(), part.height());
        let end = (first + Self::length(height)).min(self.weights.len());
        let below = (first..end).step_by(Self::length(height - 1));
        for at in below {
            parts.push(self.part(at, height - 1));
        }
    }

    /// Size in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let levels: usize = self.levels.iter().map(|it| it.capacity() * 2).sum();
        self.weights.capacity() * 2 + levels
    }
}

fn greatest(weights: &[u16]) -> u16 {
    weights.iter().copied().fold(0, u16::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::cmp::Reverse;

    proptest! {
        #[test]
        fn the_top_of_a_range_is_the_true_top(
            weights in prop::collection::vec(0_u16..50, 0..400),
            (from, length) in (0_usize..400, 0_usize..400),
            count in 0_usize..40,
        ) {
            let range = from.min(weights.len())..(from + length).min(weights.len());
            let heaviest = Heaviest::new(weights.clone());
            let found: Vec<usize> = heaviest.of(range.clone()).take(count).collect();
            let mut all: Vec<usize> = range.collect();
            all.sort_by_key(|at| (Reverse(weights[*at]), *at));
            all.truncate(count);
            prop_assert_eq!(found, all);
        }

        #[test]
        fn one_weight_changed_is_a_pyramid_made_anew(
            mut weights in prop::collection::vec(0_u16..50, 1..400), at in 0_usize..400, weight in 0_u16..50,
        ) {
            let mut heaviest = Heaviest::new(weights.clone());
            let at = at % weights.len();
            weights[at] = weight;
            heaviest.reweigh(at, weight);
            prop_assert_eq!(heaviest, Heaviest::new(weights));
        }
    }
}
