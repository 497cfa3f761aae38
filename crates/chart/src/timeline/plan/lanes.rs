//! The heights and positions of the lanes. Decided for a zoom level, not for a window.

use layout::labels::GAP_PX;
use model::EventId;
use rayon::prelude::*;

use super::header_height;
use crate::timeline::frame::{Frame, ROW_PX};
use crate::timeline::prepare::lane_index::LaneIndex;
use crate::timeline::ready::timeline::Timeline;
use crate::timeline::rows::{CROWD_PX, Claimed, Labels, Laid, PackedLane, Rows, Zoom};

/// Padding above and below the rows of a lane, and the same where there is little room.
const LANE_PAD_PX: f32 = 3.5;
const LOW_LANE_PAD_PX: f32 = 2.0;
/// Marks that begin or end this far outside the window may have labels or bounds that reach into it.
const MARGIN_PX: f64 = 2.0 * GAP_PX as f64 + 8.0;

/// A lane with its rows.
pub(crate) struct PlacedLane<'a> {
    /// Upper edge, from the top of the content.
    pub(crate) y_px: f32,
    pub(crate) height_px: f32,
    pub(crate) index: &'a LaneIndex,
    pub(crate) rows: &'a Rows,
    /// Indices of its entries that have a row and may be visible, with their rows, in order. The others are in buckets.
    pub(crate) laid: Laid,
    pub(crate) row_count: usize,
    /// The row after those of the marks: for the density area and for a selected entry that has no row.
    pub(crate) crowd_row: Option<usize>,
    /// The row of the buckets.
    pub(crate) bucket_row: Option<usize>,
    /// Height of a row.
    row_px: f32,
    /// Above the first row.
    pad_px: f32,
}

impl PlacedLane<'_> {
    /// Middle of a row, or of its first line, from the top of the content.
    pub(crate) fn row_middle_px(&self, row: usize) -> f32 {
        self.y_px + self.pad_px + self.row_px * row as f32 + self.row_px.min(ROW_PX) * 0.5
    }

    /// How many entries fill a step of its density area, at twice the typical density; `None` if all entries are drawn.
    pub(crate) fn full_step(&self, step_px: f64) -> Option<f32> {
        let Rows::Blocks(blocks) = self.rows else {
            return None;
        };
        let is_crowded = blocks.crowd > self.row_count;
        is_crowded.then(|| (2.0 * blocks.crowd as f64 * step_px / CROWD_PX).max(1.0) as f32)
    }

    /// How many of its rows labels may use: those of the marks, and empty ones below them.
    pub(crate) fn label_rows(&self) -> usize {
        if self.bucket_row.is_some() {
            return self.row_count;
        }
        let below_px = self.height_px - 2.0 * self.pad_px - self.row_px * self.row_count as f32;
        self.row_count + (below_px / self.row_px).max(0.0) as usize
    }

    /// Whether any of it is visible.
    pub(crate) fn shows(&self, frame: &Frame) -> bool {
        frame.shows(self.y_px, self.y_px + self.height_px)
    }
}

/// Decides the rows of all lanes at this zoom level, if they are not known yet, reserving this much room for `labels`,
/// and at most as many rows of marks per lane as `most` says. Returns, for each visible lane, the entries that may be
/// visible. Lanes do not depend on each other, so they are processed in parallel.
pub(crate) fn decide_rows(
    timeline: &mut Timeline,
    frame: &Frame,
    selected: Option<Selected>,
    labels: Labels,
    most: Option<&[usize]>,
) -> Vec<Laid> {
    let as_of = timeline.as_of_days();
    let px_per_day = frame.scale.px_per_day();
    let lane_count = timeline.lanes.len();
    let share = timeline.whole / lane_count.max(1);
    let chosen = |at: usize| selected.filter(|it| it.lane == at);
    let lanes = timeline.lanes.par_iter_mut().enumerate();
    lanes.for_each(|(at, packed)| {
        let id = chosen(at).map(|it| it.id);
        let claimed = Claimed {
            cards: frame.has_cards(),
            labels,
            plot_px: frame.width_px - frame.left_px,
        };
        let zoom = Zoom::new(px_per_day, as_of, id, claimed);
        let zoom = zoom.sharing(lane_count, packed.index.entries.len());
        let zoom = most.map_or(zoom, |most| zoom.at_most(most[at]));
        packed.decide_rows(zoom, packed.index.entries.len() <= share);
    });
    let shows = shown(timeline, frame);
    let lanes = timeline.lanes.par_iter_mut().enumerate();
    let laid = lanes.map(|(at, packed)| {
        let mut laid = Laid::new();
        if shows[at] {
            laid = laid_in(packed, frame);
            pick(packed, chosen(at), &mut laid);
        }
        laid
    });
    laid.collect()
}

/// Which lanes are visible, once their rows are decided.
fn shown(timeline: &Timeline, frame: &Frame) -> Vec<bool> {
    let mut y_px = 0.0;
    let lanes = timeline.lanes.iter().map(|packed| {
        let top_px = y_px;
        y_px += height_px(packed, frame);
        frame.shows(top_px, y_px)
    });
    lanes.collect()
}

/// The height of the content, once its rows are decided.
pub(crate) fn content_px(timeline: &Timeline, frame: &Frame) -> f32 {
    let lanes = timeline.lanes.iter();
    lanes.map(|it| height_px(it, frame)).sum()
}

/// The lanes of the content, from top to bottom, with the entries that have rows.
pub(crate) fn lanes<'a>(
    timeline: &'a Timeline,
    frame: &Frame,
    laid: Vec<Laid>,
) -> Vec<PlacedLane<'a>> {
    let mut y_px = 0.0;
    let lanes = timeline.lanes.iter().zip(laid).map(|(packed, laid)| {
        let lane = lane(packed, laid, y_px, frame);
        y_px += lane.height_px;
        lane
    });
    lanes.collect()
}

/// The position of the selected entry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selected {
    pub(crate) id: EventId,
    pub(crate) lane: usize,
    /// Its index in the lane.
    pub(crate) at: usize,
}

/// Gives the selected entry the row below the others if it has no row yet.
fn pick(packed: &PackedLane, selected: Option<Selected>, laid: &mut Laid) {
    let Some(selected) = selected else {
        return;
    };
    if let (Rows::Blocks(_), Err(slot)) = (
        &packed.rows,
        laid.binary_search_by_key(&selected.at, |it| it.0),
    ) {
        laid.insert(slot, (selected.at, packed.rows.count()));
    }
}

/// The entries of a lane that have a row and may be visible.
fn laid_in(packed: &mut PackedLane, frame: &Frame) -> Laid {
    let margin_days = MARGIN_PX / frame.scale.px_per_day();
    let (from, to) = (frame.scale.from_days(), frame.scale.to_days());
    packed.laid_within(from - margin_days, to + margin_days)
}

fn lane<'a>(packed: &'a PackedLane, laid: Laid, y_px: f32, frame: &Frame) -> PlacedLane<'a> {
    let row_count = packed.rows.count();
    let crowded = matches!(packed.rows, Rows::Blocks(_));
    let crowd_row = crowded.then_some(row_count);
    let bucket_row = has_buckets(packed).then_some(row_count + usize::from(crowded));
    PlacedLane {
        y_px,
        height_px: height_px(packed, frame),
        index: &packed.index,
        rows: &packed.rows,
        laid,
        row_count,
        crowd_row,
        bucket_row,
        row_px: frame.row_px,
        pad_px: pad_px(frame),
    }
}

/// Whether there is a row of buckets.
fn has_buckets(packed: &PackedLane) -> bool {
    match &packed.rows {
        Rows::Open => false,
        Rows::Whole(_, _, packing) => packing.laid.len() < packed.index.entries.len(),
        Rows::Blocks(_) => true,
    }
}

fn height_px(packed: &PackedLane, frame: &Frame) -> f32 {
    of_rows_px(packed, rows(packed), frame)
}

/// Height of a lane with this many rows of any kind.
pub(crate) fn of_rows_px(packed: &PackedLane, rows: usize, frame: &Frame) -> f32 {
    let rows_px = rows as f32 * frame.row_px + 2.0 * pad_px(frame);
    rows_px.max(header_height::height_px(&packed.index, frame.is_low()))
}

fn pad_px(frame: &Frame) -> f32 {
    if frame.is_low() {
        LOW_LANE_PAD_PX
    } else {
        LANE_PAD_PX
    }
}

/// How many rows of any kind a lane has, once they are decided.
pub(crate) fn rows(packed: &PackedLane) -> usize {
    packed.rows.count() + others(packed) * usize::from(has_buckets(packed))
}

/// How many rows a lane has besides those of marks if it does not draw everything: buckets, and the density area of a
/// large one.
pub(crate) fn others(packed: &PackedLane) -> usize {
    1 + usize::from(matches!(packed.rows, Rows::Blocks(_)))
}
