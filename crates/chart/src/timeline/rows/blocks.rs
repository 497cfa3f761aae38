//! The rows of a large lane, block by block.
//!
//! Blocks of a fixed width are fixed in time, counted from day 0. Anything longer than half a block gets its row from
//! the [rows of long spans](layout::long_spans). Of the rest, each tile of a block proposes its heaviest entries. Even
//! blocks are packed on their own, odd ones between their two neighbors: no entry extends over more than one border, so
//! a block depends on nothing else and is the same from whichever side it comes into view.

use std::collections::BTreeMap;

use layout::lanes::{Entry as Claim, pack_between};
use layout::spans::octave;

use super::claim::{Claimed, Claims, Labels};
use super::zoom::{Laid, Zoom};
use crate::timeline::prepare::entry::HEAVY;
use crate::timeline::prepare::lane_index::{LaneIndex, ROWS_MAX};

/// Width of a block. More than the longest entry in it: [`LONG_PX`], a label, and a bound.
const BLOCK_PX: f64 = 1024.0;
/// Anything at least about this long gets its row from the rows of long spans.
const LONG_PX: f64 = 512.0;
/// Tiles per block; each proposes entries for rows.
const TILES: i64 = 8;
/// A mark may extend this far left of its first day.
const LEFT_PX: f64 = 64.0;
/// Width of the range whose typical count decides the number of rows: about a mark and its label.
pub(crate) const CROWD_PX: f64 = 256.0;
/// A lane twice as dense as its rows can hold gets fewer rows again, down to [`ROWS_DENSE`].
const CROWDED: usize = 2 * ROWS_MAX;
/// Rows of the densest lanes, for the most important labels.
const ROWS_DENSE: usize = 6;
/// Maximum number of cached blocks.
const KEPT: usize = 64;
/// For each row, a tile examines this many of its entries.
const PATIENCE: usize = 40;

/// The rows of a lane, computed as far as needed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    pub(crate) px_per_day: f64,
    as_of: Option<f64>,
    /// Maximum number of rows.
    pub(crate) rows_max: usize,
    pub(crate) row_count: usize,
    /// Typical number of entries in the width of a mark and its label.
    pub(crate) crowd: usize,
    /// The octave from which spans are long.
    long: i32,
    packed: BTreeMap<i64, Laid>,
}

impl Blocks {
    pub(crate) fn new(index: &mut LaneIndex, zoom: Zoom) -> Self {
        let px_per_day = zoom.px_per_day;
        let long = (LONG_PX / px_per_day).log2().floor();
        let long = long.clamp(f64::from(octave(0.0)), f64::from(octave(f64::INFINITY))) as i32;
        index.lay_long_spans(long);
        let crowd = index.density.in_stretch(CROWD_PX / px_per_day);
        let most = (ROWS_MAX * CROWDED / crowd.max(CROWDED)).max(ROWS_DENSE);
        let most = most.min(zoom.rows_max);
        let wanted = crowd + index.long_rows.depth(long, most);
        Self {
            px_per_day,
            as_of: zoom.as_of,
            rows_max: zoom.rows_max,
            row_count: wanted.clamp(1, most),
            crowd,
            long,
            packed: BTreeMap::new(),
        }
    }

    /// The entries with a row that may be visible in a range of days, in the order of the lane.
    pub(crate) fn laid_within(&mut self, index: &LaneIndex, from_days: f64, to_days: f64) -> Laid {
        let block = |px: f64| (px / BLOCK_PX).floor() as i64;
        let first = block(from_days * self.px_per_day - BLOCK_PX);
        let last = block(to_days * self.px_per_day + LEFT_PX);
        self.let_go(first, last);
        for even in (first - 1..=last + 1).filter(|it| !is_odd(*it)) {
            self.pack(index, even);
        }
        for odd in (first..=last).filter(|it| is_odd(*it)) {
            self.pack(index, odd);
        }
        let mut laid: Laid = self
            .packed
            .range(first..=last)
            .flat_map(|it| it.1.clone())
            .collect();
        let margin_days = LEFT_PX / self.px_per_day;
        let days = (from_days - margin_days, to_days + margin_days);
        let span = |at: usize| index.span(at);
        laid.extend(
            index
                .long_rows
                .within(self.long, self.row_count, days, span),
        );
        laid.sort_unstable();
        laid
    }

    /// Keeps memory bounded when scrolling far.
    fn let_go(&mut self, first: i64, last: i64) {
        if self.packed.len() > KEPT {
            let near = first - KEPT as i64 / 4..=last + KEPT as i64 / 4;
            self.packed.retain(|block, _| near.contains(block));
        }
    }

    fn pack(&mut self, index: &LaneIndex, block: i64) {
        if self.packed.contains_key(&block) {
            return;
        }
        let claims = Claims {
            index,
            px_per_day: self.px_per_day,
            as_of: self.as_of,
            claimed: Claimed {
                cards: false,
                labels: Labels::Part,
                plot_px: 0.0,
            },
        };
        let candidates: Vec<(usize, Claim)> = self
            .candidates(index, block)
            .map(|at| (at, claims.of(at)))
            .collect();
        let laid = if candidates.is_empty() {
            Laid::new()
        } else {
            let taken = self.taken(index, block, claims);
            pack_between(candidates, taken.into_iter(), self.row_count, &HEAVY)
        };
        self.packed.insert(block, laid);
    }

    /// The entries of a block that are proposed for a row: the heaviest of each tile that are not long.
    fn candidates<'a>(
        &'a self,
        index: &'a LaneIndex,
        block: i64,
    ) -> impl Iterator<Item = usize> + 'a {
        let border = move |tile: i64| {
            let px = (block * TILES + tile) as f64 * (BLOCK_PX / TILES as f64);
            index.begun_before(px / self.px_per_day)
        };
        let is_short = |at: &usize| {
            let (from, to) = index.span(*at);
            octave(to - from) < self.long || to <= from
        };
        (0..TILES).flat_map(move |tile| {
            let heaviest = index.heaviest_of(border(tile)..border(tile + 1));
            let looked = heaviest.take(self.row_count * PATIENCE);
            looked.filter(is_short).take(self.row_count)
        })
    }

    /// The parts of rows taken around a block: by long spans, and by the neighboring blocks.
    fn taken(&self, index: &LaneIndex, block: i64, claims: Claims<'_>) -> Vec<(usize, f64, f64)> {
        let (from_px, to_px) = (
            (block as f64 - 1.0) * BLOCK_PX,
            (block as f64 + 2.0) * BLOCK_PX,
        );
        let days = (from_px / self.px_per_day, to_px / self.px_per_day);
        let span = |at: usize| index.span(at);
        let gap_px = f64::from(layout::labels::GAP_PX);
        let long_rows = index
            .long_rows
            .within(self.long, self.row_count, days, span);
        let long_rows = long_rows.map(|(at, row)| {
            let (from, to) = index.span(at);
            (row, from * self.px_per_day, to * self.px_per_day + gap_px)
        });
        // Even blocks ignore all others, whichever was packed first.
        let beside = [block - 1, block + 1].into_iter().filter(|_| is_odd(block));
        let beside = beside.filter_map(|it| self.packed.get(&it)).flatten();
        let beside = beside.map(|(at, row)| {
            let claim = claims.of(*at);
            (*row, claim.from_px, claim.to_px)
        });
        long_rows.chain(beside).collect()
    }
}

fn is_odd(block: i64) -> bool {
    block.rem_euclid(2) == 1
}
