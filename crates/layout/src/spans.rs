//! Spans of days by length, so that those that cover a given day are found without reading all.

use std::ops::Range;

/// Lengths that are distinguished, in powers of two of a day: from a quarter of an hour to 10,000 years, and infinite.
const OCTAVES: Range<i32> = -6..23;

/// The octave of a length: within an octave no span is twice as long as another. The last octave includes everything
/// longer, the first everything shorter.
#[must_use]
pub fn octave(length_days: f64) -> i32 {
    if !length_days.is_finite() {
        return OCTAVES.end - 1;
    }
    let exact = length_days.max(f64::MIN_POSITIVE).log2().floor() as i32;
    exact.clamp(OCTAVES.start, OCTAVES.end - 1)
}

/// The minimum length of the spans of an octave, in days.
#[must_use]
pub fn least_days(octave: i32) -> f64 {
    if octave == OCTAVES.start {
        return 0.0;
    }
    // Slightly less than the power of two, because the logarithm of a length just below it may be rounded up.
    f64::from(octave).exp2() * 0.999
}

/// The spans of a list sorted by their beginnings, grouped by octave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spans {
    /// Indices into the list, in order, from the first octave up.
    by_octave: Vec<Vec<u32>>,
}

impl Spans {
    /// Groups a list of `count` spans; `span` gives both ends of each, in days. Points are left out.
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

    /// The indices of the spans of an octave, in the order of the list.
    #[must_use]
    pub fn of(&self, octave: i32) -> &[u32] {
        &self.by_octave[Self::slot(octave)]
    }

    /// The octaves of spans, from the longest.
    pub fn octaves() -> impl Iterator<Item = i32> {
        OCTAVES.rev()
    }

    /// The indices of the spans that begin before `day` and end after it.
    pub fn over<'a>(
        &'a self,
        day: f64,
        span: impl Fn(usize) -> (f64, f64) + 'a,
    ) -> impl Iterator<Item = usize> + 'a {
        let span = std::rc::Rc::new(span);
        OCTAVES.flat_map(move |octave| {
            let places = self.of(octave);
            // The first octave includes shorter spans, the last longer ones.
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

    /// Size in bytes.
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
