//! Empty stretches of time, folded so that they take little room.
//!
//! A folded day is where a day would be if the empty stretches before it were shorter. Between folds the two differ only
//! by an offset, so a window keeps its calendar, and everything that is drawn needs only one number.

/// An empty stretch and the room it keeps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fold {
    /// Where it begins, in days.
    pub from_days: f64,
    /// Where it ends.
    pub to_days: f64,
    /// The length at which it is drawn.
    pub shown_days: f64,
}

impl Fold {
    fn saved_days(&self) -> f64 {
        self.to_days - self.from_days - self.shown_days
    }
}

/// Folds from left to right, not touching.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Folds(Vec<Fold>);

/// A stretch is folded while it is longer than this share of everything not folded.
const LONG: f64 = 0.2;
/// A folded stretch is drawn as long as this share of everything not folded.
const SHOWN: f64 = 0.03;
/// But never shorter than this.
const SHORTEST_DAYS: f64 = 1.0;
/// Days at either end of a stretch that are not folded, as a share of everything not folded.
const MARGIN: f64 = 0.01;

/// A piece of time that is drawn at one scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisPiece {
    /// Its days.
    pub days: (f64, f64),
    /// The same in folded days.
    pub folded: (f64, f64),
    /// Whether it is a fold.
    pub is_fold: bool,
}

impl Folds {
    /// The folds of time in which something happens in each of these `stretches`, in any order. What lies between them
    /// is empty; the longest are folded first, as long as they are a fifth of what remains.
    #[must_use]
    pub fn between(mut stretches: Vec<(f64, f64)>) -> Self {
        stretches.retain(|it| it.0.is_finite() && it.1.is_finite());
        stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut empty: Vec<(f64, f64)> = Vec::new();
        let Some(&(first, mut end)) = stretches.first() else {
            return Self::default();
        };
        for (from, to) in stretches {
            if from > end {
                empty.push((end, from));
            }
            end = end.max(to);
        }
        empty.sort_by(|a, b| (b.1 - b.0).total_cmp(&(a.1 - a.0)));
        let mut rest = end - first;
        let is_long = |it: &&(f64, f64)| {
            let length = it.1 - it.0;
            let folds = length > rest * LONG;
            rest -= if folds { length } else { 0.0 };
            folds
        };
        let long: Vec<(f64, f64)> = empty.iter().take_while(is_long).copied().collect();
        Self::of(long, rest)
    }

    fn of(mut long: Vec<(f64, f64)>, rest: f64) -> Self {
        long.sort_by(|a, b| a.0.total_cmp(&b.0));
        let margin = rest * MARGIN;
        let fold = |(from, to): (f64, f64)| Fold {
            from_days: from + margin,
            to_days: to - margin,
            shown_days: (rest * SHOWN).max(SHORTEST_DAYS),
        };
        let folds = long.into_iter().map(fold);
        Self(folds.filter(|it| it.saved_days() > 0.0).collect())
    }

    /// Whether nothing is folded.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where a day is after folding; infinite stays infinite.
    #[must_use]
    pub fn fold(&self, days: f64) -> f64 {
        let mut saved = 0.0;
        for it in self.0.iter().take_while(|it| it.from_days < days) {
            let length = it.to_days - it.from_days;
            let share = ((days - it.from_days) / length).min(1.0);
            saved += it.saved_days() * share;
        }
        days - saved
    }

    /// The day at this place: the inverse of [`fold`](Self::fold).
    #[must_use]
    pub fn unfold(&self, folded: f64) -> f64 {
        let mut saved = 0.0;
        for it in &self.0 {
            let into = folded + saved - it.from_days;
            if into <= 0.0 {
                break;
            }
            let share = (into / it.shown_days).min(1.0);
            saved += it.saved_days() * share;
        }
        folded + saved
    }

    /// The pieces between two folded days, each drawn at one scale.
    #[must_use]
    pub fn pieces(&self, from: f64, to: f64) -> Vec<AxisPiece> {
        let ends = |it: &Fold| [it.from_days, it.to_days].map(|day| self.fold(day));
        let mut borders = vec![from];
        let inner = self.0.iter().flat_map(ends);
        borders.extend(inner.filter(|it| from < *it && *it < to));
        borders.push(to);
        let piece = |it: &[f64]| {
            let middle = self.unfold((it[0] + it[1]) * 0.5);
            let is_fold = |fold: &Fold| fold.from_days < middle && middle < fold.to_days;
            AxisPiece {
                days: (self.unfold(it[0]), self.unfold(it[1])),
                folded: (it[0], it[1]),
                is_fold: self.0.iter().any(is_fold),
            }
        };
        borders.windows(2).map(piece).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn years_between_two_busy_weeks_are_folded() {
        let days =
            |from: f64| (0..7).map(move |day| (from + f64::from(day), from + f64::from(day) + 1.0));
        let folds = Folds::between(days(0.0).chain(days(2000.0)).collect());
        assert_eq!(folds.0.len(), 1);
        assert!(folds.fold(2000.0) < 9.0);
        assert_eq!(folds.fold(5.0), 5.0);
        let kinds: Vec<bool> = folds
            .pieces(0.0, 14.0)
            .iter()
            .map(|it| it.is_fold)
            .collect();
        assert_eq!(kinds, [false, true, false]);
    }

    #[test]
    fn even_time_is_not_folded() {
        let folds = Folds::between(
            (0..50)
                .map(|day| (f64::from(day) * 10.0, f64::from(day) * 10.0 + 1.0))
                .collect(),
        );
        assert!(folds.is_empty());
        assert!(Folds::between(vec![(f64::NEG_INFINITY, 3.0)]).is_empty());
    }

    proptest! {
        #[test]
        fn there_and_back_is_the_same_day(
            starts in prop::collection::vec(-5000.0..5000.0_f64, 1..20),
            days in prop::collection::vec(-6000.0..6000.0_f64, 2..20),
        ) {
            let folds = Folds::between(starts.into_iter().map(|it| (it, it + 1.0)).collect());
            let mut days = days;
            days.sort_by(f64::total_cmp);
            for day in &days {
                prop_assert!((folds.unfold(folds.fold(*day)) - day).abs() < 1.0e-6);
            }
            for pair in days.windows(2) {
                prop_assert!(folds.fold(pair[0]) <= folds.fold(pair[1]), "order is kept");
            }
            for it in folds.pieces(folds.fold(-6000.0), folds.fold(6000.0)) {
                let even = (it.days.1 - it.days.0) - (it.folded.1 - it.folded.0);
                prop_assert!(it.is_fold || even.abs() < 1.0e-6, "{it:?}");
            }
        }
    }
}
