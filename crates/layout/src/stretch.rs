//! The densest part of a list of days.

/// Share of the days that the stretch contains.
const SHARE: f64 = 0.88;
/// If there are fewer days than this, the stretch contains all.
const FEW: usize = 8;

/// The shortest stretch that contains 88 % of the `days`, which are sorted; `None` when there are none.
#[must_use]
pub fn densest(days: &[f64]) -> Option<(f64, f64)> {
    let (first, last) = (*days.first()?, *days.last()?);
    if days.len() < FEW {
        return Some((first, last));
    }
    let held = ((days.len() as f64 * SHARE).ceil() as usize).clamp(2, days.len());
    let stretches = days.windows(held).map(|it| (it[0], it[held - 1]));
    stretches.min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

#[cfg(test)]
mod tests {
    use super::densest;

    #[test]
    fn outliers_do_not_squash_the_rest() {
        let mut days = vec![-3000.0, -2999.0];
        days.extend((0..40).map(f64::from));
        assert_eq!(densest(&days).map(|it| it.0 >= 0.0), Some(true));
        assert_eq!(densest(&[1.0, 500.0]), Some((1.0, 500.0)));
        assert_eq!(densest(&[]), None);
    }
}
