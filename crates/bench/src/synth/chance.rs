//! Numbers drawn from a seed.

/// `SplitMix64` (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The numbers of thing `number` of sort `sort`: the same whatever else is drawn.
    pub(super) fn of(seed: u64, sort: u64, number: u64) -> Self {
        let mut start = Self(seed.wrapping_add(sort.wrapping_mul(0xa076_1d64_78bd_642f)));
        Self(start.next() ^ number.wrapping_mul(0xe703_7ed1_a0b4_28db))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with this probability.
    pub(super) fn is(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// From 0 up to, not including, `end`; 0 where that is 0.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// From `least` to `most`, each order of magnitude as likely as another.
    pub(super) fn log_uniform(&mut self, least: f64, most: f64) -> f64 {
        least * (most / least).powf(self.unit())
    }

    /// One of them, each as likely as its weight says. There must be one.
    pub(super) fn of_weighted<T: Copy>(&mut self, all: &[(T, u64)]) -> T {
        let mut left = self.below(all.iter().map(|it| it.1).sum());
        for (it, weight) in all {
            if left < *weight {
                return *it;
            }
            left -= weight;
        }
        all[0].0
    }

    /// A place among `count`, place n with the weight 1 / (n + 1), as Zipf found of words.
    pub(super) fn zipf(&mut self, count: usize) -> usize {
        let weight = |place: usize| 1.0 / (place + 1) as f64;
        let mut left = self.unit() * (0..count).map(weight).sum::<f64>();
        for place in 0..count {
            left -= weight(place);
            if left < 0.0 {
                return place;
            }
        }
        count.saturating_sub(1)
    }

    /// One of these words.
    pub(super) fn word<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let at = self.zipf(words.len());
        words.get(at).copied().unwrap_or_default()
    }
}
