//! Packing the entries of a lane into rows so that none overlap.
//!
//! Rows are computed from all entries of the lane at one zoom level, never from the visible part alone, so an entry
//! keeps its row while the window pans.
#![expect(
    clippy::disallowed_types,
    reason = "only looked up; what is chosen follows from the order of the input"
)]

use std::collections::HashMap;
use std::iter;

/// An entry to be packed. Pixels are counted from day 0 at the given zoom; open ends are infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Entry {
    /// Left end of its mark, or of its label if that is on the left.
    pub from_px: f64,
    /// Right end of its mark and label.
    pub to_px: f64,
    /// If its label has two lines: how far it reaches in the row below, from the same left end.
    pub below_to_px: Option<f64>,
    /// True for bands: they are placed first, and points go around them.
    pub band: bool,
    /// Decides what is kept when there is not room for everything.
    pub weight: u64,
}

/// The rows of a lane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Packing {
    /// Entries that have a row, with that row, in the order of entries; all others go to a bucket.
    pub laid: Vec<(usize, usize)>,
    /// How many rows there are.
    pub row_count: usize,
}

/// Width of the tiles in which a crowded lane selects what may have a row.
const TILE_PX: f64 = 128.0;

/// Packs `count` entries into at most `rows_max` rows.
///
/// `by_weight` lists them all, the heaviest first, and ties in order; `claim` returns the room that each of them needs.
/// When the lane is crowded, entries that reach a weight in `heavy` are placed before those that do not.
#[must_use]
pub fn pack(
    count: usize,
    by_weight: impl Iterator<Item = usize>,
    claim: impl Fn(usize) -> Entry,
    rows_max: usize,
    heavy: &[u64],
) -> Packing {
    let crowded = count > rows_max;
    let chosen: Vec<usize> = if crowded {
        chosen(by_weight, &claim, rows_max)
    } else {
        by_weight.collect()
    };
    let order = chosen.into_iter().map(|at| (at, claim(at))).collect();
    let heavy = if crowded { heavy } else { &[] };
    let mut rows: Vec<TakenRow> = Vec::new();
    let laid = lay_all(order, &mut rows, rows_max, heavy);
    Packing {
        laid,
        row_count: rows.len(),
    }
}

/// Packs entries into at most `rows_max` rows that are partly taken already: `taken` gives the row and both ends of each
/// taken part, in pixels. Returns the rows of the entries that found one, in the order of entries.
#[must_use]
pub fn pack_between(
    entries: Vec<(usize, Entry)>,
    taken: impl Iterator<Item = (usize, f64, f64)>,
    rows_max: usize,
    heavy: &[u64],
) -> Vec<(usize, usize)> {
    let mut rows: Vec<TakenRow> = Vec::new();
    for (row, from_px, to_px) in taken.filter(|it| it.0 < rows_max) {
        if rows.len() <= row {
            rows.resize_with(row + 1, TakenRow::default);
        }
        rows[row].put((from_px, to_px));
    }
    rows.iter_mut().for_each(TakenRow::settle);
    lay_all(entries, &mut rows, rows_max, heavy)
}

/// Places entries by level of weight; within a level, bands first, then from left to right.
fn lay_all(
    mut order: Vec<(usize, Entry)>,
    rows: &mut Vec<TakenRow>,
    rows_max: usize,
    heavy: &[u64],
) -> Vec<(usize, usize)> {
    let phase = |entry: &Entry| {
        let lacking = heavy.iter().filter(|it| entry.weight < **it);
        (lacking.count(), !entry.band)
    };
    order.sort_unstable_by(|(a, left), (b, right)| {
        phase(left)
            .cmp(&phase(right))
            .then(left.from_px.total_cmp(&right.from_px))
            .then(right.to_px.total_cmp(&left.to_px))
            .then(a.cmp(b))
    });
    let mut laid = Vec::with_capacity(order.len());
    for same_phase in order.chunk_by(|(_, a), (_, b)| phase(a) == phase(b)) {
        for (index, entry) in same_phase {
            laid.extend(lay(rows, entry, rows_max).map(|row| (*index, row)));
        }
        rows.iter_mut().for_each(TakenRow::settle);
    }
    laid.sort_unstable();
    laid
}

/// The heaviest entries that begin in each tile, as many as there are rows.
fn chosen(
    by_weight: impl Iterator<Item = usize>,
    claim: impl Fn(usize) -> Entry,
    rows_max: usize,
) -> Vec<usize> {
    let mut taken: HashMap<i64, usize> = HashMap::new();
    by_weight
        .filter(|&index| {
            let tile = (claim(index).from_px / TILE_PX).floor();
            let taken = taken.entry(tile.clamp(-1.0e15, 1.0e15) as i64).or_default();
            *taken += 1;
            *taken <= rows_max
        })
        .collect()
}

/// Puts an entry into the topmost row that has room, or a new one.
fn lay(rows: &mut Vec<TakenRow>, entry: &Entry, rows_max: usize) -> Option<usize> {
    let own = (entry.from_px, entry.to_px.max(entry.from_px));
    let below = entry.below_to_px.map(|to_px| (own.0, to_px.max(own.0)));
    let count = 1 + usize::from(below.is_some());
    for at in 0..=rows.len() {
        if at + count > rows_max {
            return None;
        }
        let mut has_room = |at: usize, (from_px, to_px)| {
            let row = rows.get_mut(at);
            row.is_none_or(|row| row.has_room(from_px, to_px))
        };
        if !has_room(at, own) || below.is_some_and(|it| !has_room(at + 1, it)) {
            continue;
        }
        if rows.len() < at + count {
            rows.resize_with(at + count, TakenRow::default);
        }
        rows[at].put(own);
        if let Some(below) = below {
            rows[at + 1].put(below);
        }
        return Some(at);
    }
    None
}

/// A row being filled. Within a phase, entries come from left to right.
#[derive(Default)]
pub(crate) struct TakenRow {
    /// What earlier phases placed, from left to right.
    settled: Vec<(f64, f64)>,
    /// The first settled entry that the current phase has not passed.
    cursor: usize,
    /// What the current phase placed.
    new: Vec<(f64, f64)>,
}

impl TakenRow {
    /// A row with its first entry.
    pub(crate) fn with(from_px: f64, to_px: f64) -> Self {
        Self {
            new: vec![(from_px, to_px)],
            ..Self::default()
        }
    }

    /// Takes an entry that is known to fit.
    pub(crate) fn put(&mut self, ends: (f64, f64)) {
        self.new.push(ends);
    }

    /// Takes an entry if there is room for it; returns whether it did.
    pub(crate) fn takes(&mut self, from_px: f64, to_px: f64) -> bool {
        let has_room = self.has_room(from_px, to_px);
        if has_room {
            self.put((from_px, to_px));
        }
        has_room
    }

    /// Whether there is room for an entry.
    fn has_room(&mut self, from_px: f64, to_px: f64) -> bool {
        if self.new.last().is_some_and(|last| last.1 > from_px) {
            return false;
        }
        while self
            .settled
            .get(self.cursor)
            .is_some_and(|it| it.1 <= from_px)
        {
            self.cursor += 1;
        }
        self.settled.get(self.cursor).is_none_or(|it| it.0 >= to_px)
    }

    /// Gaps in what earlier phases placed where something of length `least` or more may begin: first and last possible
    /// beginning.
    pub(crate) fn gaps(&self, least: f64) -> impl Iterator<Item = (f64, f64)> {
        let ends = self.settled.iter().map(|it| it.1);
        let begins = self.settled.iter().map(|it| it.0);
        let gaps = iter::once(f64::NEG_INFINITY).chain(ends);
        let gaps = gaps.zip(begins.chain(iter::once(f64::INFINITY)));
        let gaps = gaps.map(move |(from, to)| (from, to - least));
        gaps.filter(|(from, to)| from <= to)
    }

    /// Ends a phase.
    pub(crate) fn settle(&mut self) {
        self.settled.append(&mut self.new);
        self.settled.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.cursor = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The row of each entry.
    fn rows(entries: &[Entry], rows_max: usize, heavy: u64) -> (Vec<Option<usize>>, usize) {
        let mut by_weight: Vec<usize> = (0..entries.len()).collect();
        by_weight.sort_by_key(|&at| std::cmp::Reverse(entries[at].weight));
        let packing = pack(
            entries.len(),
            by_weight.into_iter(),
            |at| entries[at],
            rows_max,
            &[heavy],
        );
        let mut rows = vec![None; entries.len()];
        for (at, row) in packing.laid {
            rows[at] = Some(row);
        }
        (rows, packing.row_count)
    }

    fn entry(from_px: f64, width_px: f64, band: bool, weight: u64) -> Entry {
        Entry {
            from_px,
            to_px: from_px + width_px,
            below_to_px: None,
            band,
            weight,
        }
    }

    #[test]
    fn points_fill_the_gaps_that_bands_leave() {
        let entries = [
            entry(0.0, 10.0, false, 1),
            entry(20.0, 100.0, true, 1),
            entry(130.0, 5.0, false, 1),
        ];
        let (rows, count) = rows(&entries, 8, 9);
        assert_eq!(rows, [Some(0), Some(0), Some(0)]);
        assert_eq!(count, 1);
    }

    #[test]
    fn open_bands_take_a_row_each() {
        let open = Entry {
            from_px: f64::NEG_INFINITY,
            to_px: f64::INFINITY,
            below_to_px: None,
            band: true,
            weight: 1,
        };
        assert_eq!(rows(&[open, open], 8, 9).1, 2);
    }

    #[test]
    fn what_is_heavy_has_a_row_when_the_lane_is_crowded() {
        let mut entries: Vec<Entry> = (0..500)
            .map(|at| entry(f64::from(at) * 2.0, 60.0, false, 1))
            .collect();
        entries.push(entry(501.0, 60.0, false, 9));
        let (rows, count) = rows(&entries, 4, 9);
        assert!(rows[500].is_some());
        assert_eq!(count, 4);
        assert!(rows.iter().any(Option::is_none));
    }

    #[test]
    fn a_label_on_two_lines_keeps_the_row_below_it_free() {
        let two = Entry {
            below_to_px: Some(60.0),
            ..entry(0.0, 100.0, false, 1)
        };
        let beside = |from_px| entry(from_px, 20.0, false, 1);
        assert_eq!(rows(&[two, beside(50.0)], 8, 9).0, [Some(0), Some(2)]);
        assert_eq!(rows(&[two, beside(70.0)], 8, 9).0, [Some(0), Some(1)]);
        assert_eq!(rows(&[two], 8, 9).1, 2);
        assert_eq!(rows(&[two], 1, 9).0, [None]);
        let over = entry(-5.0, 20.0, false, 1);
        assert_eq!(rows(&[over, two], 3, 9).0, [Some(0), Some(1)]);
        assert_eq!(rows(&[over, two], 2, 9).0, [Some(0), None]);
    }

    fn any_entry() -> impl Strategy<Value = Entry> {
        (
            -2000.0..2000.0f64,
            1.0..400.0f64,
            any::<bool>(),
            1..6u64,
            0..12,
            prop::option::of(0.0..1.0f64),
        )
            .prop_map(|(from, width, band, weight, open, below)| {
                let mut it = entry(from, width, band, weight);
                it.below_to_px = below.map(|share| from + width * share);
                if open == 0 && band {
                    it.from_px = f64::NEG_INFINITY;
                }
                if open == 1 && band {
                    it.to_px = f64::INFINITY;
                }
                it
            })
    }

    proptest! {
        #[test]
        fn rows_never_collide(entries in prop::collection::vec(any_entry(), 0..120), rows_max in 1..40usize) {
            let (rows, count) = rows(&entries, rows_max, 4);
            prop_assert!(count <= rows_max);
            for row in 0..count {
                let own = entries.iter().zip(&rows).filter(|(_, at)| **at == Some(row));
                let own = own.map(|(it, _)| (it.from_px, it.to_px));
                let above = entries.iter().zip(&rows).filter(|(_, at)| at.map(|it| it + 1) == Some(row));
                let above = above.filter_map(|(it, _)| Some((it.from_px, it.below_to_px?)));
                let mut laid: Vec<(f64, f64)> = own.chain(above).collect();
                laid.sort_by(|a, b| a.0.total_cmp(&b.0));
                prop_assert!(!laid.is_empty());
                prop_assert!(laid.windows(2).all(|pair| pair[0].1 <= pair[1].0));
            }
        }

        #[test]
        fn moving_everything_by_whole_tiles_changes_no_row(
            entries in prop::collection::vec(any_entry(), 0..80), tiles in -20..20i32,
        ) {
            let by = f64::from(tiles) * TILE_PX;
            let moved: Vec<Entry> = entries.iter()
                .map(|it| Entry {
                    from_px: it.from_px + by,
                    to_px: it.to_px + by,
                    below_to_px: it.below_to_px.map(|to_px| to_px + by),
                    ..*it
                }).collect();
            prop_assert_eq!(rows(&entries, 6, 4), rows(&moved, 6, 4));
        }
    }
}
