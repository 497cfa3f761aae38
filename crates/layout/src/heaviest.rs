//! The weightiest of any range of a list, without reading the range.
//!
//! A pyramid of maxima: its lowest level holds the greatest weight of each block of neighbors, every
//! further one the greatest of two below. The same idea as the implicit segment forests of trace viewers
//! (T. Hume, "Production Twitter on one machine", `IForestIndex`).

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

/// Neighbors of a list that the lowest level takes together.
const BLOCK: usize = 16;

/// The greatest weights of a list, level by level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heaviest {
    /// From blocks of neighbors to the whole list.
    levels: Vec<Vec<u16>>,
    count: usize,
}

/// A part of the list in the order in which parts are looked into: the weightiest first, of equals the
/// earliest, and of those the smallest.
type Part = (u16, Reverse<usize>, Reverse<u32>);

impl Heaviest {
    /// The pyramid over a list of `count` weights.
    #[must_use]
    pub fn new(count: usize, weight: impl Fn(usize) -> u16) -> Self {
        let block = |at: usize| (at..(at + BLOCK).min(count)).map(&weight).max();
        let lowest: Vec<u16> = (0..count).step_by(BLOCK).filter_map(block).collect();
        let mut levels = vec![lowest];
        while levels.last().is_some_and(|it| it.len() > 1) {
            let below = levels.last().map_or(&[][..], |it| it);
            let next = below
                .chunks(2)
                .map(|pair| pair.iter().copied().fold(0, u16::max))
                .collect();
            levels.push(next);
        }
        Self { levels, count }
    }

    /// Brings it up to date after the weight of one place of the list has changed.
    pub fn reweigh(&mut self, at: usize, weight: impl Fn(usize) -> u16) {
        let first = at / BLOCK * BLOCK;
        let block = (first..(first + BLOCK).min(self.count)).map(weight);
        let (mut slot, mut heaviest) = (at / BLOCK, block.fold(0, u16::max));
        for level in &mut self.levels {
            level[slot] = heaviest;
            heaviest = heaviest.max(level.get(slot ^ 1).copied().unwrap_or(0));
            slot /= 2;
        }
    }

    /// The places of a range from the weightiest on, of equals the earliest first. `weight` is that which
    /// the pyramid was made of.
    pub fn of<'a>(
        &'a self,
        range: Range<usize>,
        weight: impl Fn(usize) -> u16 + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let mut parts: BinaryHeap<Part> = self.cover(range, &weight).into();
        std::iter::from_fn(move || {
            loop {
                let (_, Reverse(first), Reverse(height)) = parts.pop()?;
                if height == 0 {
                    return Some(first);
                }
                self.open(first, height, &weight, &mut parts);
            }
        })
    }

    /// As few parts as make up the range; a part of height 0 is a single place.
    fn cover(&self, range: Range<usize>, weight: impl Fn(usize) -> u16) -> Vec<Part> {
        let (mut from, to) = (range.start, range.end.min(self.count));
        let mut parts = Vec::new();
        while from < to {
            let mut height = 0;
            while self.fits(from, height + 1, to) {
                height += 1;
            }
            parts.push(self.part(from, height, &weight));
            from += Self::length(height);
        }
        parts
    }

    /// Whether the part of this height that begins at `from` ends before `to`.
    fn fits(&self, from: usize, height: u32, to: usize) -> bool {
        let length = Self::length(height);
        height as usize <= self.levels.len()
            && from.is_multiple_of(length)
            && (from + length).min(self.count) <= to
    }

    /// How many places a part of this height takes together.
    fn length(height: u32) -> usize {
        if height == 0 {
            1
        } else {
            BLOCK << (height - 1)
        }
    }

    fn part(&self, first: usize, height: u32, weight: impl Fn(usize) -> u16) -> Part {
        let heaviest = match height {
            0 => weight(first),
            _ => self.levels[height as usize - 1][first / Self::length(height)],
        };
        (heaviest, Reverse(first), Reverse(height))
    }

    /// Puts the parts that make up this one in its place.
    fn open(
        &self,
        first: usize,
        height: u32,
        weight: impl Fn(usize) -> u16,
        parts: &mut BinaryHeap<Part>,
    ) {
        let end = (first + Self::length(height)).min(self.count);
        let below = (first..end).step_by(Self::length(height - 1));
        for at in below {
            parts.push(self.part(at, height - 1, &weight));
        }
    }

    /// Bytes that it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.levels.iter().map(|it| it.capacity() * 2).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_top_of_a_range_is_the_true_top(
            weights in prop::collection::vec(0_u16..50, 0..400),
            (from, length) in (0_usize..400, 0_usize..400),
            count in 0_usize..40,
        ) {
            let range = from.min(weights.len())..(from + length).min(weights.len());
            let heaviest = Heaviest::new(weights.len(), |at| weights[at]);
            let found: Vec<usize> = heaviest.of(range.clone(), |at| weights[at]).take(count).collect();
            let mut all: Vec<usize> = range.collect();
            all.sort_by_key(|at| (Reverse(weights[*at]), *at));
            all.truncate(count);
            prop_assert_eq!(found, all);
        }

        #[test]
        fn one_weight_changed_is_a_pyramid_made_anew(
            mut weights in prop::collection::vec(0_u16..50, 1..400), at in 0_usize..400, weight in 0_u16..50,
        ) {
            let mut heaviest = Heaviest::new(weights.len(), |at| weights[at]);
            let at = at % weights.len();
            weights[at] = weight;
            heaviest.reweigh(at, |at| weights[at]);
            prop_assert_eq!(heaviest, Heaviest::new(weights.len(), |at| weights[at]));
        }
    }
}
