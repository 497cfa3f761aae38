//! The default window: the densest part of what is shown.

use super::timeline::Timeline;
use crate::spec::Window;

/// Room for labels right of the as-of line, as a share of what is to its left.
const AHEAD: f64 = 0.9;

/// Room left of day 0, as a share of the window: links leave there.
const BEFORE: f64 = 0.06;

impl Timeline {
    /// The default window.
    pub(crate) fn fitting(&self) -> Window {
        let mut window = fit(self.dense, self.as_of_days());
        if self.is_relative() {
            window.from_days -= window.length_days() * BEFORE;
        }
        window
    }
}

/// The window that shows the densest part of a timeline, if it has any.
///
/// The rule: of all known ends of dates (a day counts as two, an open end as none), the shortest range that contains 88
/// %. So a condition that began ten years ago or a plan for next year does not squeeze the weeks in which things happen;
/// the lane headers count what is outside. Then, if there is an as-of day in or near it, the window extends to its right
/// by nine tenths of the left part: the labels of the latest events go there. A margin of 2 % is added on the left.
fn fit(dense: Option<(f64, f64)>, as_of_days: Option<f64>) -> Window {
    let Some((mut from, mut to)) = dense else {
        let middle = as_of_days.unwrap_or(0.0);
        return Window {
            from_days: middle - 15.0,
            to_days: middle + 15.0,
        };
    };
    let length = (to - from).max(1.0);
    if let Some(as_of) = as_of_days {
        // An as-of day far from the events is not worth squeezing them for.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_shown_still_has_a_window() {
        let window = fit(None, Some(20_251.0));
        assert!(window.from_days < 20_251.0 && window.to_days > 20_251.0);
    }
}
