//! Level of detail of a line: no more points than a picture can show, and every peak kept.

/// The points of a line between `from` and `to` on `columns` pixels: of each column the first, the lowest, the highest
/// and the last, in order (after Jugel et al., M4, VLDB 2014). The neighbors outside are included, so that the line
/// reaches the edges. A `NaN` is kept as a gap.
pub(crate) fn sampled(
    count: usize,
    point: impl Fn(usize) -> (f64, f64),
    (from, to): (f64, f64),
    columns: f32,
) -> Vec<(f64, f64)> {
    let before = |x: f64| partition(count, |at| point(at).0 < x);
    let (start, end) = (before(from).saturating_sub(1), (before(to) + 1).min(count));
    if end.saturating_sub(start) as f32 <= columns * 2.0 {
        return (start..end).map(point).collect();
    }
    let per_column = f64::from(columns) / (to - from);
    let mut kept = Vec::new();
    let mut at = start;
    while at < end {
        let column = ((point(at).0 - from) * per_column).floor();
        let mut extremes = [at; 4];
        let mut has_gap = false;
        while at < end && ((point(at).0 - from) * per_column).floor() == column {
            let y = point(at).1;
            has_gap |= y.is_nan();
            // A comparison with NaN is false: a gap replaces only itself.
            if y < point(extremes[1]).1 || point(extremes[1]).1.is_nan() {
                extremes[1] = at;
            }
            if y > point(extremes[2]).1 || point(extremes[2]).1.is_nan() {
                extremes[2] = at;
            }
            extremes[3] = at;
            at += 1;
        }
        extremes.sort_unstable();
        let mut last = None;
        for place in extremes {
            if last != Some(place) {
                kept.push(point(place));
            }
            last = Some(place);
        }
        if has_gap && kept.last().is_some_and(|it| !it.1.is_nan()) {
            kept.push((point(at - 1).0, f64::NAN));
        }
    }
    kept
}

/// How many of `count` ordered things pass a test that holds for a prefix of them.
fn partition(count: usize, passes: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = low + (high - low) / 2;
        if passes(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::sampled;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn peaks_stay_and_order_stays(values in prop::collection::vec(-5.0..5.0_f64, 1..3000)) {
            let point = |at: usize| (at as f64, values[at]);
            let kept = sampled(values.len(), point, (0.0, values.len() as f64), 40.0);
            prop_assert!(kept.len() <= 4 * 41 || kept.len() <= 80);
            prop_assert!(kept.windows(2).all(|it| it[0].0 < it[1].0));
            let highest = |of: &[(f64, f64)]| of.iter().map(|it| it.1).fold(f64::MIN, f64::max);
            let all: Vec<(f64, f64)> = (0..values.len()).map(point).collect();
            prop_assert_eq!(highest(&kept), highest(&all));
        }
    }

    #[test]
    fn the_line_reaches_the_edges() {
        let kept = sampled(1000, |at| (at as f64, 1.0), (100.5, 110.5), 400.0);
        assert_eq!((kept[0].0, kept[kept.len() - 1].0), (100.0, 111.0));
    }
}
