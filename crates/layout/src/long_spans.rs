//! Rows for long spans, decided once for all zoom levels.
//!
//! A span longer than the window cannot be packed with its visible neighbors, because its other neighbors may be
//! anywhere. But it needs no room beyond itself: its label goes inside. So rows are decided in days: the longest octave
//! first, then each shorter one in the space left, and within an octave the most severe first. So the spans from any
//! octave up get the same rows at every zoom level that counts them as long.

use crate::lanes::TakenRow;
use crate::spans::{Spans, least_days, octave};

/// From this octave up, spans may take [`SHARE_OF_LONG`] of the rows; below it, which is a day, all of them.
const LONG: i32 = 1;
/// Long spans may take one row in this many: the rest is for what happens meanwhile.
const SHARE_OF_LONG: usize = 3;

/// How many of `rows` the spans of an octave may take.
#[must_use]
pub fn rows_of(octave: i32, rows: usize) -> usize {
    if octave >= LONG {
        (rows / SHARE_OF_LONG).max(1)
    } else {
        rows
    }
}

/// The rows of long spans, computed only down to the octave needed so far: most zoom levels count few spans as long, and
/// in a large list spans of a day are most of the work.
#[derive(Debug, Clone, Default)]
pub struct LongSpanRows {
    /// By octave, from the longest down, and by row: indices into the list, in order.
    octaves: Vec<Vec<Vec<u32>>>,
}

/// Compares only octaves that both have computed.
impl PartialEq for LongSpanRows {
    fn eq(&self, other: &Self) -> bool {
        let mut both = self.octaves.iter().zip(&other.octaves);
        both.all(|(a, b)| a == b)
    }
}

impl LongSpanRows {
    /// Assigns rows, at most `rows`, to the spans of a list that are in octave `shortest` or longer, except those
    /// already assigned. `span` gives both ends of a span in days, `severity` which is placed first, from 0 (last) to 5
    /// (first).
    pub fn lay_down_to(
        &mut self,
        shortest: i32,
        spans: &Spans,
        span: impl Fn(usize) -> (f64, f64),
        severity: impl Fn(usize) -> u8,
        rows: usize,
    ) {
        let waiting = Spans::octaves().skip(self.octaves.len());
        let mut waiting = waiting.take_while(|it| *it >= shortest).peekable();
        if waiting.peek().is_none() {
            return;
        }
        let mut taken = self.taken(&span);
        for octave in waiting {
            let most = rows_of(octave, rows);
            let least = least_days(octave);
            let places = with_room(spans.of(octave), &span, &taken, most, least);
            let mut laid: Vec<Vec<u32>> = Vec::new();
            for severity_now in (0..=5).rev() {
                let now = places
                    .iter()
                    .filter(|at| severity(**at as usize) == severity_now);
                lay(now, &span, &mut taken, most, &mut laid);
            }
            laid.iter_mut().for_each(|row| row.sort_unstable());
            laid.iter_mut().for_each(Vec::shrink_to_fit);
            self.octaves.push(laid);
        }
    }

    /// The rows as taken by the spans placed so far.
    fn taken(&self, span: impl Fn(usize) -> (f64, f64)) -> Vec<TakenRow> {
        let mut taken: Vec<TakenRow> = Vec::new();
        for (row, places) in self.octaves.iter().flat_map(|it| it.iter().enumerate()) {
            if taken.len() <= row {
                taken.resize_with(row + 1, TakenRow::default);
            }
            places
                .iter()
                .for_each(|at| taken[row].put(span(*at as usize)));
        }
        taken.iter_mut().for_each(TakenRow::settle);
        taken
    }

    /// Forgets the rows of an octave and of all shorter ones, which depend on it, because a span in it is now placed
    /// earlier or later.
    pub fn forget(&mut self, octave: i32) {
        let longer = Spans::octaves().take_while(|it| *it > octave).count();
        self.octaves.truncate(longer);
    }

    /// Its octaves down to `shortest`, the longest first.
    fn long(&self, shortest: i32) -> impl Iterator<Item = (i32, &Vec<Vec<u32>>)> {
        let long = Spans::octaves().take_while(move |it| *it >= shortest);
        long.zip(&self.octaves)
    }

    /// The spans in octave `shortest` or longer that have one of `rows` rows and touch the days from `from` to `to`,
    /// with their rows.
    pub fn within<'a>(
        &'a self,
        shortest: i32,
        rows: usize,
        (from, to): (f64, f64),
        span: impl Fn(usize) -> (f64, f64) + Copy + 'a,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        self.long(shortest).flat_map(move |(octave, by_row)| {
            let by_row = by_row.iter().enumerate().take(rows_of(octave, rows));
            by_row.flat_map(move |(row, places)| {
                // No two in a row overlap, so their ends are sorted as well.
                let first = places.partition_point(|at| span(*at as usize).1 <= from);
                let rest = places[first..].iter().map(|at| *at as usize);
                rest.take_while(move |at| span(*at).0 < to)
                    .map(move |at| (at, row))
            })
        })
    }

    /// The row of the span at this index, if it got one of `rows` rows.
    #[must_use]
    pub fn row_of(&self, at: usize, length_days: f64, rows: usize) -> Option<usize> {
        let octave = octave(length_days);
        let by_row = self.long(octave).find(|it| it.0 == octave)?.1;
        let place = at as u32;
        by_row
            .iter()
            .take(rows_of(octave, rows))
            .position(|row| row.binary_search(&place).is_ok())
    }

    /// How many of `rows` rows are used by spans in octave `shortest` or longer.
    #[must_use]
    pub fn depth(&self, shortest: i32, rows: usize) -> usize {
        let long = self.long(shortest);
        let depths = long.map(|(octave, by_row)| by_row.len().min(rows_of(octave, rows)));
        depths.max().unwrap_or(0)
    }

    /// Size in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let rows = self.octaves.iter().flatten();
        rows.map(|it| it.capacity() * 4 + 24).sum()
    }
}

/// Those of the spans at `places` that begin where one of `most` rows has room for something of at least this length. In
/// a crowded list these are few, and the others are skipped.
fn with_room(
    places: &[u32],
    span: impl Fn(usize) -> (f64, f64),
    taken: &[TakenRow],
    most: usize,
    least_days: f64,
) -> Vec<u32> {
    if taken.len() < most {
        return places.to_vec();
    }
    let begin = |at: &u32| span(*at as usize).0;
    let rows = taken.iter().take(most);
    let mut gaps: Vec<(f64, f64)> = rows.flat_map(|row| row.gaps(least_days)).collect();
    gaps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut found = Vec::new();
    let mut rest = places;
    for (from, to) in gaps {
        rest = &rest[rest.partition_point(|at| begin(at) < from)..];
        let (inside, after) = rest.split_at(rest.partition_point(|at| begin(at) <= to));
        found.extend(inside);
        rest = after;
    }
    found
}

/// Places spans that come in order of their beginnings.
fn lay<'a>(
    places: impl Iterator<Item = &'a u32>,
    span: impl Fn(usize) -> (f64, f64),
    taken: &mut Vec<TakenRow>,
    most: usize,
    laid: &mut Vec<Vec<u32>>,
) {
    for &place in places {
        let (from, to) = span(place as usize);
        let free = taken
            .iter_mut()
            .take(most)
            .position(|row| row.takes(from, to));
        let row = match free {
            Some(row) => row,
            None if taken.len() < most => {
                taken.push(TakenRow::with(from, to));
                taken.len() - 1
            }
            None => continue,
        };
        if laid.len() <= row {
            laid.resize_with(row + 1, Vec::new);
        }
        laid[row].push(place);
    }
    taken.iter_mut().for_each(TakenRow::settle);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Rows of all spans of a list, assigned at once.
    fn laid(list: &[(f64, f64, u8)], rows: usize) -> LongSpanRows {
        let mut long_rows = LongSpanRows::default();
        lay_more(&mut long_rows, list, i32::MIN, rows);
        long_rows
    }

    fn lay_more(long_rows: &mut LongSpanRows, list: &[(f64, f64, u8)], shortest: i32, rows: usize) {
        let span = |at: usize| (list[at].0, list[at].1);
        let spans = Spans::new(list.len(), span);
        long_rows.lay_down_to(shortest, &spans, span, |at| list[at].2, rows);
    }

    fn spans() -> impl Strategy<Value = Vec<(f64, f64, u8)>> {
        let length = prop_oneof![Just(1.0), 1.0..30.0_f64, 30.0..2000.0_f64];
        let span = (0..3000_i32, length, 1..=5_u8);
        prop::collection::vec(span, 0..150).prop_map(|mut spans| {
            spans.sort_by_key(|it| it.0);
            let both = |it: (i32, f64, u8)| (f64::from(it.0), f64::from(it.0) + it.1, it.2);
            spans.into_iter().map(both).collect()
        })
    }

    proptest! {
        #[test]
        fn no_two_of_a_row_overlap_in_any_zoom(list in spans(), shortest in -3..8_i32, rows in 1..12_usize) {
            let span = |at: usize| (list[at].0, list[at].1);
            let long_rows = laid(&list, 12);
            let all: Vec<(usize, usize)> = long_rows.within(shortest, rows, (-1.0e9, 1.0e9), span).collect();
            for (index, (a, row)) in all.iter().enumerate() {
                prop_assert_eq!(long_rows.row_of(*a, list[*a].1 - list[*a].0, rows), Some(*row));
                for (b, other) in &all[index + 1..] {
                    let apart = list[*a].1 <= list[*b].0 || list[*b].1 <= list[*a].0;
                    prop_assert!(row != other || apart);
                }
            }
        }

        #[test]
        fn a_part_of_the_days_finds_what_touches_it(list in spans(), from in 0.0..3000.0_f64) {
            let span = |at: usize| (list[at].0, list[at].1);
            let long_rows = laid(&list, 12);
            let to = from + 40.0;
            let mut part: Vec<_> = long_rows.within(0, 12, (from, to), span).collect();
            let mut all: Vec<_> = long_rows.within(0, 12, (-1.0e9, 1.0e9), span).collect();
            all.retain(|(at, _)| list[*at].1 > from && list[*at].0 < to);
            part.sort_unstable();
            all.sort_unstable();
            prop_assert_eq!(part, all);
        }
    }

    /// As [`laid`], with every span offered to every row.
    fn laid_plainly(list: &[(f64, f64, u8)], rows: usize) -> LongSpanRows {
        let span = |at: usize| (list[at].0, list[at].1);
        let spans = Spans::new(list.len(), span);
        let (mut taken, mut long_rows) = (Vec::new(), LongSpanRows::default());
        for octave in Spans::octaves() {
            let (most, mut laid) = (rows_of(octave, rows), Vec::new());
            for severity in (0..=5).rev() {
                let now = spans.of(octave).iter();
                let now = now.filter(|at| list[**at as usize].2 == severity);
                lay(now, span, &mut taken, most, &mut laid);
            }
            laid.iter_mut().for_each(|row| row.sort_unstable());
            long_rows.octaves.push(laid);
        }
        long_rows
    }

    proptest! {
        #[test]
        fn only_where_there_is_room_is_as_good_as_everywhere(list in spans(), rows in 1..12_usize) {
            prop_assert_eq!(laid(&list, rows).octaves, laid_plainly(&list, rows).octaves);
        }

        #[test]
        fn what_is_laid_little_by_little_and_forgotten_is_laid_as_in_one_go(
            mut list in spans(), steps in prop::collection::vec((-8..24_i32, 0..150_usize, 1..=5_u8), 0..8),
        ) {
            let mut long_rows = LongSpanRows::default();
            for (shortest, at, severity) in steps {
                lay_more(&mut long_rows, &list, shortest, 12);
                if let Some(it) = list.get_mut(at) {
                    it.2 = severity;
                    long_rows.forget(octave(it.1 - it.0));
                }
            }
            lay_more(&mut long_rows, &list, i32::MIN, 12);
            prop_assert_eq!(long_rows, laid(&list, 12));
        }
    }

    #[test]
    fn the_most_severe_of_a_length_comes_first() {
        let list = [(0.0, 10.0, 1), (1.0, 11.0, 5), (2.0, 12.0, 3)];
        let long_rows = laid(&list, 3);
        assert_eq!(long_rows.row_of(1, 10.0, 3), Some(0));
        assert_eq!(
            long_rows.row_of(0, 10.0, 3),
            None,
            "a third of three rows is one"
        );
    }
}
