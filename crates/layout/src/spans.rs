//! Spans of days by their length, so that those which last over a day are found without reading all.

use std::ops::Range;

/// Lengths that are told apart, in powers of two of a day: from a quarter of an hour to 10,000 years, and
/// what is endless.
const OCTAVES: Range<i32> = -6..23;

/// The octave of a length: of spans of one octave none is twice as long as another. The last octave holds
/// all longer ones too, the first all shorter ones.
#[must_use]
pub fn octave(length_days: f64) -> i32 {
    if !length_days.is_finite() {
        return OCTAVES.end - 1;
    }
    let exact = length_days.max(f64::MIN_POSITIVE).log2().floor() as i32;
    exact.clamp(OCTAVES.start, OCTAVES.end - 1)
}

/// What no span of an octave is shorter than, in days.
#[must_use]
pub fn least_days(octave: i32) -> f64 {
    if octave == OCTAVES.start {
        return 0.0;
    }
    // A hair less than the power of two, for the logarithm of what lies below it may be rounded up.
    f64::from(octave).exp2() * 0.999
}

/// The spans of a list that is sorted by their beginnings, filed by octave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spans {
    /// Places in the list, in its order, from the first octave on.
    by_octave: Vec<Vec<u32>>,
}

impl Spans {
    /// Files a list of `count` spans; `span` tells the two ends of each, in days. Points are not filed.
    #[must_use]
    pub fn new(count: usize, span: impl Fn(usize) -> (f64, f64)) -> Self {
        let mut by_octave = vec![Vec::new(); OCTAVES.len()];
        for at in 0..count {
            let (from, to) = span(at);
            if to > from {
                by_octave[Self::slot(octave(to - from))].push(at as u32);
            }
        }
        by_octave.iter_mut().for_each(Vec::shrink_to_fit);
        Self { by_octave }
    }

    fn slot(octave: i32) -> usize {
        (octave - OCTAVES.start) as usize
    }

    /// The places of the spans of an octave, in the order of the list.
    #[must_use]
    pub fn of(&self, octave: i32) -> &[u32] {
        &self.by_octave[Self::slot(octave)]
    }

    /// The octaves of spans, from the longest on.
    pub fn octaves() -> impl Iterator<Item = i32> {
        OCTAVES.rev()
    }

    /// The places of the spans that begin before `day` and end after it.
    pub fn over<'a>(
        &'a self,
        day: f64,
        span: impl Fn(usize) -> (f64, f64) + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let span = std::rc::Rc::new(span);
        OCTAVES.flat_map(move |octave| {
            let places = self.of(octave);
            // The first octave holds shorter ones too, the last may hold any.
            let reach = if octave + 1 == OCTAVES.end {
                f64::INFINITY
            } else {
                2.0_f64.powi(octave + 1)
            };
            let first = places.partition_point(|at| span(*at as usize).0 < day - reach);
            let last = places.partition_point(|at| span(*at as usize).0 < day);
            let span = std::rc::Rc::clone(&span);
            let begun = places[first..last.max(first)].iter().map(|at| *at as usize);
            begun.filter(move |at| span(*at).1 > day)
        })
    }

    /// Bytes that it takes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.by_octave.iter().map(|it| it.capacity() * 4).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_span() -> impl Strategy<Value = (f64, f64)> {
        let length = prop_oneof![Just(0.0), 0.001..3.0, 1.0..400.0_f64, Just(f64::INFINITY)];
        let from = prop_oneof![8 => -500.0..500.0_f64, 1 => Just(f64::NEG_INFINITY)];
        (from, length).prop_map(|(from, length)| {
            let to = if from.is_finite() {
                from + length
            } else {
                length
            };
            (from, to)
        })
    }

    proptest! {
        #[test]
        fn what_lasts_over_a_day_is_found(
            mut spans in prop::collection::vec(any_span(), 0..200),
            day in -500.0..500.0_f64,
        ) {
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            let filed = Spans::new(spans.len(), |at| spans[at]);
            let mut found: Vec<usize> = filed.over(day, |at| spans[at]).collect();
            found.sort_unstable();
            let lasting = (0..spans.len()).filter(|at| spans[*at].0 < day && spans[*at].1 > day);
            prop_assert_eq!(found, lasting.collect::<Vec<_>>());
        }
    }
}
