//! The window that fits: the dense part of what is shown.

use crate::spec::Window;

use super::entries::Entry;

/// Share of the known ends of dates that a fitting window holds.
const SHARE: f64 = 0.88;
/// Room for labels right of the as-of line, as a share of what lies left of it.
const AHEAD: f64 = 0.9;
/// With fewer ends than this all are shown.
const FEW: usize = 8;

/// The window that shows the dense part of `entries`.
///
/// The rule: of all known ends of dates (a day counts as two, an open end as none), the shortest
/// stretch that holds 88 %. So a state that began ten years ago or a plan for next year does not squash
/// the weeks in which things happen; the lane headers count what lies outside. Then, with an as-of day
/// in or near it, the window reaches as far right of its line as fits nine tenths of the left part:
/// what happened last has its labels there. A margin of 2 % on the left.
pub(super) fn fit(entries: &[Entry<'_>], as_of_days: Option<f64>) -> Window {
    let mut ends: Vec<f64> = Vec::with_capacity(entries.len() * 2);
    for entry in entries {
        let (from, to) = entry.when.known_days();
        let (outer_from, outer_to) = entry.when.reach_days();
        ends.extend(outer_from.is_finite().then_some(from));
        ends.extend(outer_to.is_finite().then_some(to));
    }
    ends.sort_by(f64::total_cmp);
    let Some((mut from, mut to)) = shortest(&ends) else {
        let middle = as_of_days.unwrap_or(0.0);
        return Window {
            from_days: middle - 15.0,
            to_days: middle + 15.0,
        };
    };
    let length = (to - from).max(1.0);
    if let Some(as_of) = as_of_days {
        // An as-of day far from the events is not worth squashing them for.
        if as_of > from && as_of < to + length * 0.5 {
            to = to.max(as_of + (as_of - from) * AHEAD);
        }
    }
    from -= (to - from).max(1.0) * 0.02;
    to = to.max(from + 1.0) + length * 0.01;
    Window {
        from_days: from,
        to_days: to,
    }
}

/// The shortest stretch that holds the share of the sorted `ends`.
fn shortest(ends: &[f64]) -> Option<(f64, f64)> {
    let (first, last) = (*ends.first()?, *ends.last()?);
    if ends.len() < FEW {
        return Some((first, last));
    }
    let held = ((ends.len() as f64 * SHARE).ceil() as usize).clamp(2, ends.len());
    let stretches = ends.windows(held).map(|it| (it[0], it[held - 1]));
    stretches.min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outliers_do_not_squash_the_rest() {
        let mut ends = vec![-3000.0, -2999.0];
        ends.extend((0..40).map(f64::from));
        assert_eq!(shortest(&ends).map(|it| it.0 >= 0.0), Some(true));
        assert_eq!(shortest(&[1.0, 500.0]), Some((1.0, 500.0)));
        assert_eq!(shortest(&[]), None);
    }

    #[test]
    fn nothing_shown_still_has_a_window() {
        let window = fit(&[], Some(20_251.0));
        assert!(window.from_days < 20_251.0 && window.to_days > 20_251.0);
    }
}
