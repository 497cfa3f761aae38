//! Loading a series again: values of the newer file replace old ones.

use std::collections::BTreeMap;

use model::Points;
use model::date::Day;

/// What loading a series again changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merged {
    /// Days that had no number before.
    pub new: usize,
    /// Days whose value changed.
    pub changed: usize,
    /// Days within the time of the newer file that it has no number for. They are kept.
    pub gone: usize,
}

/// The numbers of a day.
type Of = [f64; 3];

/// Old and new numbers day by day, and what that changes. Nothing is removed: a value missing from the newer file
/// may be a mistake of its publisher; to remove it, delete the series.
#[must_use]
pub fn merged(old: &Points, new: &Points) -> (Points, Merged) {
    let mut days: BTreeMap<Day, Of> = by_day(old).collect();
    let mut told = Merged::default();
    for (day, mut numbers) in by_day(new) {
        match days.get(&day) {
            None => told.new += 1,
            Some(before) => {
                told.changed += usize::from(!is_same(*before, numbers));
                // A file without highs and lows keeps the existing ones.
                for (now, before) in numbers.iter_mut().zip(before) {
                    *now = if now.is_nan() { *before } else { *now };
                }
            }
        }
        days.insert(day, numbers);
    }
    if let (Some(first), Some(last)) = (new.days.first(), new.days.last()) {
        let within = old.days.iter().filter(|it| (first..=last).contains(it));
        told.gone = within.filter(|it| new.find(**it).is_err()).count();
    }
    (points(&days), told)
}

fn by_day(points: &Points) -> impl Iterator<Item = (Day, Of)> {
    let at = |list: &[f64], at: usize| list.get(at).copied().unwrap_or(f64::NAN);
    let days = points.days.iter().zip(&points.values).enumerate();
    days.map(move |(it, (day, value))| {
        (*day, [*value, at(&points.highs, it), at(&points.lows, it)])
    })
}

/// The same values; missing highs and lows do not count as changes.
fn is_same(before: Of, after: Of) -> bool {
    let pairs = before.into_iter().zip(after);
    pairs
        .into_iter()
        .all(|(one, other)| one == other || one.is_nan() || other.is_nan())
}

fn points(days: &BTreeMap<Day, Of>) -> Points {
    let column = |at: usize| -> Vec<f64> {
        let values: Vec<f64> = days.values().map(|it| it[at]).collect();
        match values.iter().all(|it| it.is_nan()) {
            true => Vec::new(),
            false => values,
        }
    };
    Points {
        days: days.keys().copied().collect(),
        values: days.values().map(|it| it[0]).collect(),
        highs: column(1),
        lows: column(2),
    }
}

#[cfg(test)]
mod tests {
    use model::Points;
    use model::date::Day;

    use super::{Merged, merged};

    fn points(list: &[(i64, f64)]) -> Points {
        Points {
            days: list.iter().map(|it| Day(it.0)).collect(),
            values: list.iter().map(|it| it.1).collect(),
            ..Points::default()
        }
    }

    #[test]
    fn what_is_loaded_again_is_joined_by_day() {
        let old = [(1, 1.0), (2, 2.0), (3, 3.0), (5, 5.0)];
        for (new, whole, [fresh, changed, gone]) in [
            (&old[..], &old[..], [0, 0, 0]),
            (
                &[(6, 6.0)],
                &[(1, 1.0), (2, 2.0), (3, 3.0), (5, 5.0), (6, 6.0)],
                [1, 0, 0],
            ),
            (
                &[(2, 2.5), (3, 3.0)],
                &[(1, 1.0), (2, 2.5), (3, 3.0), (5, 5.0)],
                [0, 1, 0],
            ),
            (&[(1, 1.0), (5, 5.0)], &old, [0, 0, 2]),
            (
                &[(2, 2.5), (4, 4.0), (5, 5.0)],
                &[(1, 1.0), (2, 2.5), (3, 3.0), (4, 4.0), (5, 5.0)],
                [1, 1, 1],
            ),
            (&[], &old, [0, 0, 0]),
        ] {
            let (all, told) = merged(&points(&old), &points(new));
            assert_eq!(all, points(whole), "{new:?}");
            let expected = Merged {
                new: fresh,
                changed,
                gone,
            };
            assert_eq!(told, expected, "{new:?}");
        }
    }

    #[test]
    fn highs_and_lows_come_with_their_days() {
        let mut new = points(&[(2, 2.0), (3, 3.0)]);
        new.highs = vec![2.5, 3.5];
        let (all, told) = merged(&points(&[(1, 1.0), (2, 2.0)]), &new);
        assert_eq!((told.new, told.changed), (1, 0));
        assert!(all.highs[0].is_nan() && all.highs[1..] == [2.5, 3.5] && all.lows.is_empty());
    }
}
