//! Seeded chance: the same seed gives the same throws on every machine.

/// A die with a known seed (`SplitMix64`, Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A die for one use of `seed`; another `purpose` gives other throws.
    #[must_use]
    pub fn of(seed: u64, purpose: u64) -> Self {
        let mut mixed = Self(seed);
        mixed.0 = mixed.throw() ^ purpose;
        mixed.0 = mixed.throw();
        mixed
    }

    /// Any number.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number from 0 up to, not including, `end`; 0 when `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let throw = usize::try_from(self.throw() >> 32).unwrap_or(0);
        throw.checked_rem(end).unwrap_or(0)
    }

    /// True `percent` times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of `all`, if there is any.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(self.below(all.len()))
    }

    /// A number from 1 to `most`; small ones as often as large ones on a logarithmic scale.
    pub fn magnitude(&mut self, most: usize) -> usize {
        let digits = most.max(1).ilog2() as usize + 1;
        let scale = 1_usize << self.below(digits);
        (scale + self.below(scale)).min(most.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn throws_follow_from_the_seed_and_spread() {
        let thrown = |seed| {
            let mut dice = Dice::of(seed, 3);
            (0..1000).map(|_| dice.below(10)).collect::<Vec<_>>()
        };
        assert_eq!(thrown(1), thrown(1));
        assert_ne!(thrown(1), thrown(2));
        for side in 0..10 {
            assert!(thrown(7).iter().filter(|it| **it == side).count() > 50);
        }
        let mut dice = Dice::of(1, 1);
        let sizes: Vec<_> = (0..1000).map(|_| dice.magnitude(1000)).collect();
        assert!(sizes.iter().all(|it| (1..=1000).contains(it)));
        assert!(sizes.iter().any(|it| *it > 600) && sizes.iter().any(|it| *it < 3));
    }
}
