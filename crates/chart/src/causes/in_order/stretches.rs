//! Which dates share a column: as many stretches of time as the room has columns for, cut where nothing begins for long
//! and where there is much to tell.

use std::collections::{BTreeMap, BTreeSet};

/// When an entry begins, as far as columns are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Start {
    /// Before the window.
    Earlier,
    /// Not known.
    Open,
    /// On this day since 1970-01-01.
    On(i64),
    /// On this day, after the as-of day.
    Ahead(i64),
    /// After the window.
    Later,
}

/// Something to put into a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Starting {
    pub(super) start: Start,
    /// About how many lines its title takes.
    pub(super) lines: f32,
}

/// A stretch of time with one heading.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Stretch {
    /// Every start in it, in order.
    pub(super) starts: BTreeSet<Start>,
    /// Its first column.
    pub(super) column: usize,
    /// How many columns it has.
    pub(super) columns: usize,
    lines: f32,
}

impl Stretch {
    /// Whether it is after the as-of day.
    pub(super) fn is_ahead(&self) -> bool {
        self.starts
            .first()
            .is_some_and(|it| matches!(it, Start::Ahead(_)))
    }

    /// Whether it is on one day.
    pub(super) fn day(&self) -> Option<i64> {
        match (self.starts.first(), self.starts.len()) {
            (Some(Start::On(day) | Start::Ahead(day)), 1) => Some(*day),
            _ => None,
        }
    }

    /// The days on which something in it begins.
    pub(super) fn days(&self) -> impl DoubleEndedIterator<Item = i64> {
        self.starts.iter().filter_map(|it| match it {
            Start::On(day) | Start::Ahead(day) => Some(*day),
            Start::Earlier | Start::Open | Start::Later => None,
        })
    }
}

/// What a day without a beginning costs, by its logarithm, against this many lines for the whole chart.
const LINES_WEIGHT: f32 = 60.0;
/// Columns of one stretch are preferred to fewer, fuller ones only where they save this share.
const SAVES: f32 = 0.97;

/// The stretches of these starts in at most so many columns.
pub(super) fn stretches(starting: &[Starting], columns: usize) -> Vec<Stretch> {
    let single = single(starting);
    let total: f32 = single.iter().map(|it| it.lines).sum();
    let mut merged = single;
    while merged.len() > columns.max(1) && merge(&mut merged, total, true) {}
    let mut best = shared(merged.clone(), columns);
    // Fewer stretches leave columns for those that have most to tell.
    while merged.len() > 3 && merge(&mut merged, total, false) {
        let trial = shared(merged.clone(), columns);
        if fullest(&trial) < fullest(&best) * SAVES {
            best = trial;
        }
    }
    let mut column = 0;
    for it in &mut best {
        it.column = column;
        column += it.columns;
    }
    best
}

/// A stretch for each start.
fn single(starting: &[Starting]) -> Vec<Stretch> {
    let mut by_start: BTreeMap<Start, f32> = BTreeMap::new();
    for it in starting {
        *by_start.entry(it.start).or_default() += it.lines;
    }
    let stretch = |(start, lines)| Stretch {
        starts: BTreeSet::from([start]),
        column: 0,
        columns: 1,
        lines,
    };
    by_start.into_iter().map(stretch).collect()
}

/// Merges the two neighbors that are nearest to each other and have least to tell; whether there were any.
fn merge(stretches: &mut Vec<Stretch>, total: f32, may_mix: bool) -> bool {
    let costs = stretches.windows(2).enumerate().filter_map(|(at, pair)| {
        let is_mixed = pair[0].is_ahead() != pair[1].is_ahead();
        let cost = apart(&pair[0], &pair[1]).ln_1p() * 1.44
            + LINES_WEIGHT * (pair[0].lines + pair[1].lines) / total.max(1.0);
        // What has happened and what has not share a column only if there is no other way.
        (!is_mixed || may_mix).then_some((at, if is_mixed { cost + 1.0e6 } else { cost }))
    });
    let Some((at, _)) = costs.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0))) else {
        return false;
    };
    let other = stretches.remove(at + 1);
    stretches[at].starts.extend(other.starts);
    stretches[at].lines += other.lines;
    true
}

/// Days between two stretches without a beginning.
fn apart(a: &Stretch, b: &Stretch) -> f32 {
    match (a.days().next_back(), b.days().next()) {
        (Some(last), Some(first)) => (first - last) as f32,
        _ => 0.0,
    }
}

/// Gives columns that are left to the stretches that have most to tell for each of theirs.
fn shared(mut stretches: Vec<Stretch>, columns: usize) -> Vec<Stretch> {
    let each = |it: &Stretch| it.lines / it.columns as f32;
    for _ in stretches.len()..columns {
        let mean = stretches.iter().map(|it| it.lines).sum::<f32>() / columns.max(1) as f32;
        let fullest = stretches
            .iter_mut()
            .max_by(|a, b| each(a).total_cmp(&each(b)));
        if let Some(it) = fullest.filter(|it| it.lines / it.columns as f32 > mean * 1.25) {
            it.columns += 1;
        }
    }
    stretches
}

fn fullest(stretches: &[Stretch]) -> f32 {
    stretches
        .iter()
        .map(|it| it.lines / it.columns as f32)
        .fold(0.0, f32::max)
}

/// Which of `columns` columns of one stretch each of its members stands in: causes left of their effects, the rest where
/// there is room.
pub(super) fn inside(lines: &[f32], links: &[(usize, usize)], columns: usize) -> Vec<usize> {
    let last = columns.saturating_sub(1);
    let mut at = vec![0_usize; lines.len()];
    if last == 0 {
        return at;
    }
    let mut is_linked = vec![false; lines.len()];
    for _ in 0..last {
        for (cause, effect) in links {
            at[*effect] = at[*effect].max((at[*cause] + 1).min(last));
            (is_linked[*cause], is_linked[*effect]) = (true, true);
        }
    }
    let mut used = vec![0.0_f32; columns];
    for it in (0..lines.len()).filter(|it| is_linked[*it]) {
        used[at[it]] += lines[it];
    }
    // The longest first, so that the short ones even out what is left.
    let mut free: Vec<usize> = (0..lines.len()).filter(|it| !is_linked[*it]).collect();
    free.sort_by(|a, b| lines[*b].total_cmp(&lines[*a]).then(a.cmp(b)));
    for it in free {
        // Further right, the ways to what comes next are shorter.
        let least = (0..columns)
            .rev()
            .min_by(|a, b| used[*a].total_cmp(&used[*b]));
        at[it] = least.unwrap_or(0);
        used[at[it]] += lines[it];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn starting(starts: &[(Start, u8)]) -> Vec<Starting> {
        let each = |it: &(Start, u8)| {
            vec![
                Starting {
                    start: it.0,
                    lines: 3.0
                };
                usize::from(it.1)
            ]
        };
        starts.iter().flat_map(each).collect()
    }

    #[test]
    fn near_dates_share_a_column_and_the_as_of_day_parts_what_is_ahead() {
        use Start::{Ahead, On, Open};
        let starts = [
            (Open, 6),
            (On(0), 1),
            (On(100), 2),
            (On(101), 2),
            (On(160), 5),
            (Ahead(163), 1),
            (Ahead(300), 1),
        ];
        let found = stretches(&starting(&starts), 5);
        assert!(
            found
                .iter()
                .any(|it| it.starts == BTreeSet::from([On(100), On(101)]))
        );
        assert!(
            found
                .iter()
                .any(|it| it.starts == BTreeSet::from([Ahead(163), Ahead(300)]) && it.is_ahead())
        );
        assert!(found.iter().map(|it| it.columns).sum::<usize>() <= 5);
        let columns: Vec<usize> = found.iter().map(|it| it.column).collect();
        assert!(columns.windows(2).all(|it| it[0] < it[1]), "{columns:?}");
    }

    #[test]
    fn a_day_with_much_to_tell_gets_columns_of_its_own() {
        let found = stretches(&starting(&[(Start::On(0), 2), (Start::On(9), 40)]), 6);
        assert_eq!(found.len(), 2);
        assert!(found[1].columns > 2, "{found:?}");
    }

    #[test]
    fn inside_a_stretch_causes_stand_left_of_their_effects() {
        let at = inside(&[3.0; 6], &[(0, 1), (1, 2)], 3);
        assert!(at[0] < at[1] && at[1] < at[2]);
        let mut count = [0; 3];
        at.iter().for_each(|it| count[*it] += 1);
        assert_eq!(count, [2, 2, 2]);
        assert_eq!(inside(&[1.0; 2], &[(0, 1), (1, 0)], 2).len(), 2);
    }
}
