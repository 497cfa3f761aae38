//! The default window: the densest part of what is linked.

use std::collections::{BTreeMap, BTreeSet};

use layout::stretch::densest;
use model::EventId;

use super::nodes::{Dated, anchor_days};
use crate::spec::Window;

/// Room for labels right of the last mark, or of the as-of day, as a share of what is to its left.
const LABELS: f64 = 0.9;

/// The shortest stretch that contains 88 % of the linked marks, with room for labels on the right.
pub(super) fn fit(
    dated: &[Dated<'_>],
    linked: &BTreeMap<EventId, BTreeSet<EventId>>,
    as_of_days: Option<f64>,
) -> Window {
    let chosen = dated
        .iter()
        .filter(|it| linked.is_empty() || linked.contains_key(&it.event.id));
    let mut days: Vec<f64> = chosen.map(|it| anchor_days(&it.when)).collect();
    days.sort_by(f64::total_cmp);
    let Some((from, to)) = densest(&days) else {
        let middle = as_of_days.unwrap_or(0.0);
        return Window {
            from_days: middle - 15.0,
            to_days: middle + 15.0,
        };
    };
    let length = (to - from).max(2.0);
    Window {
        from_days: from - length * 0.03,
        to_days: to + length * LABELS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_shown_still_has_a_window() {
        let window = fit(&[], &BTreeMap::new(), Some(20_251.0));
        assert!(window.from_days < 20_251.0 && window.to_days > 20_251.0);
    }
}
