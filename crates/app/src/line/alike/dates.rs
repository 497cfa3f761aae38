//! How well two dates may be the same.

use model::FuzzyDate;

/// Days of a month, about: wider dates say little.
const MONTH_DAYS: f64 = 31.0;
const SEASON_DAYS: f64 = 120.0;

/// How well two dates go together.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Together {
    /// 0 (not at all) to 1 (the same day).
    pub(super) value: f64,
    /// What is left of the likeness of the two entries: less than 1 when the dates lie far apart.
    pub(super) factor: f64,
    /// In words; empty where they speak against.
    pub(super) reason: String,
}

/// What is left of the likeness of entries whose dates lie more than a month apart: they are never alike enough.
const FAR: f64 = 0.4;

/// True when two dates lie so far apart that nothing else needs comparing.
pub(super) fn are_far(one: Option<&FuzzyDate>, other: Option<&FuzzyDate>) -> bool {
    let both = one.zip(other);
    both.is_some_and(|(one, other)| together(one, other).factor <= FAR)
}

/// Compares where two dates may lie.
pub(super) fn together(one: &FuzzyDate, other: &FuzzyDate) -> Together {
    let (a, b) = (Reach::of(one), Reach::of(other));
    if a.until.min(b.until) <= a.from.max(b.from) {
        return apart(days_between(one, other));
    }
    let same = a == b;
    let widest = a.width().max(b.width());
    let (value, reason) = match widest {
        days if days <= 1.0 && same => (1.0, "same day"),
        days if days <= MONTH_DAYS && same => (0.9, "same dates"),
        days if days <= MONTH_DAYS => (0.8, "dates overlap"),
        days if days <= SEASON_DAYS => (0.6, if same { "same dates" } else { "dates overlap" }),
        _ => (0.35, if same { "same dates" } else { "dates overlap" }),
    };
    Together {
        value,
        factor: 1.0,
        reason: reason.to_owned(),
    }
}

/// Days from the last of the earlier to the first of the later, counted from day to day whatever the hours.
fn days_between(one: &FuzzyDate, other: &FuzzyDate) -> f64 {
    let gap = |earlier: &FuzzyDate, later: &FuzzyDate| {
        let (last, first) = (earlier.bounds.end_latest?, later.bounds.start_earliest?);
        Some((first.day.0 - last.day.0) as f64)
    };
    let gaps = [gap(one, other), gap(other, one)];
    gaps.into_iter().flatten().fold(0.0, f64::max)
}

fn apart(days: f64) -> Together {
    let (value, factor) = match days {
        days if days <= 1.0 => (0.6, 1.0),
        days if days <= 3.0 => (0.45, 1.0),
        days if days <= 7.0 => (0.2, 0.9),
        days if days <= MONTH_DAYS => (0.0, 0.7),
        _ => (0.0, FAR),
    };
    let reason = match days {
        days if days < 1.0 => String::from("same day"),
        days if days <= 1.0 => String::from("one day apart"),
        days if days <= 7.0 => format!("{days} days apart"),
        _ => String::new(),
    };
    Together {
        value,
        factor,
        reason,
    }
}

/// From the first to the last moment that is possible, in days; open sides are infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Reach {
    from: f64,
    until: f64,
}

impl Reach {
    fn of(date: &FuzzyDate) -> Self {
        let bounds = &date.bounds;
        Self {
            from: bounds
                .start_earliest
                .map_or(f64::NEG_INFINITY, |it| it.from_days()),
            until: bounds
                .end_latest
                .map_or(f64::INFINITY, |it| it.until_days()),
        }
    }

    fn width(self) -> f64 {
        self.until - self.from
    }
}

#[cfg(test)]
mod tests {
    use model::FuzzyDate;

    use super::together;

    #[test]
    fn nearer_dates_go_better_together() {
        for (one, other, wanted) in [
            ("2025-06-11", "2025-06-11", "1 same day"),
            ("2025-06-11", "2025-06-11T18:00:00Z", "0.8 dates overlap"),
            ("2025-06-11", "2025-06-12", "0.6 one day apart"),
            ("2025-06-11", "2025-06-13", "0.45 2 days apart"),
            (
                "2025-06-11T08:00:00Z",
                "2025-06-12T20:00:00Z",
                "0.6 one day apart",
            ),
            (
                "2025-06-11T23:00:00Z",
                "2025-06-12T01:00:00Z",
                "0.6 one day apart",
            ),
            (
                "2025-06-11T08:00:00Z",
                "2025-06-11T20:00:00Z",
                "0.6 same day",
            ),
            ("2025-06-11", "2025-06-18", "0.2 7 days apart"),
            ("2025-06-11", "2025-07-18", "0 "),
            ("2025-05", "2025-05", "0.9 same dates"),
            (
                "[2025-05-01..2025-05-15]",
                "2025-05-10/2025-05-11",
                "0.8 dates overlap",
            ),
            ("2025", "2025-06-11", "0.35 dates overlap"),
            ("../2025-06-11", "2025-06-11", "0.35 dates overlap"),
            ("2025-06-11/..", "2025-06-09", "0.45 2 days apart"),
        ] {
            let date = |text| FuzzyDate::from_edtf(text).unwrap();
            let found = together(&date(one), &date(other));
            assert_eq!(
                format!("{} {}", found.value, found.reason),
                wanted,
                "{one} {other}"
            );
        }
    }
}
