//! How high the lanes are and where they stand. Decided at a zoom, not at a window.

use layout::labels::GAP_PX;
use model::EventId;
use rayon::prelude::*;

use super::header_height;
use crate::timeline::frame::{Frame, ROW_PX};
use crate::timeline::prepare::lane_index::LaneIndex;
use crate::timeline::ready::timeline::Timeline;
use crate::timeline::rows::{CROWD_PX, Claimed, Labels, Laid, PackedLane, Rows, Zoom};

/// Room above and below the rows of a lane, and where there is little of it.
const LANE_PAD_PX: f32 = 3.5;
const LOW_LANE_PAD_PX: f32 = 2.0;
/// Beyond the window marks may begin or end whose labels or bounds reach into it.
const MARGIN_PX: f64 = 2.0 * GAP_PX as f64 + 8.0;

/// A lane with its rows.
pub(crate) struct PlacedLane<'a> {
    /// Upper edge, from the top of the content.
    pub(crate) y_px: f32,
    pub(crate) height_px: f32,
    pub(crate) index: &'a LaneIndex,
    pub(crate) rows: &'a Rows,
    /// Places of its entries that have a row and may be seen, with it, in their order. The others are in
    /// buckets.
    pub(crate) laid: Laid,
    pub(crate) row_count: usize,
    /// The row after those of the marks: of the crowd, and of what was picked from it.
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

    /// How many entries fill a step of its hill, at twice the typical crowd; `None` where all are drawn.
    pub(crate) fn full_step(&self, step_px: f64) -> Option<f32> {
        let Rows::Blocks(blocks) = self.rows else {
            return None;
        };
        let is_crowded = blocks.crowd > self.row_count;
        is_crowded.then(|| (2.0 * blocks.crowd as f64 * step_px / CROWD_PX).max(1.0) as f32)
    }

    /// How many of its rows labels may use: those of the marks, and what is empty below them.
    pub(crate) fn label_rows(&self) -> usize {
        if self.bucket_row.is_some() {
            return self.row_count;
        }
        let below_px = self.height_px - 2.0 * self.pad_px - self.row_px * self.row_count as f32;
        self.row_count + (below_px / self.row_px).max(0.0) as usize
    }

    /// Whether any of it can be seen.
    pub(crate) fn shows(&self, frame: &Frame) -> bool {
        frame.shows(self.y_px, self.y_px + self.height_px)
    }
}

/// Decides the rows of all lanes at this zoom, where they are not known yet, with room for so much of their `labels`, and at
/// most as many rows of marks for each as `most` says; gives for each lane that can be seen the entries that may be. Lanes know nothing of each other,
/// so all processors work on them.
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

/// Which lanes can be seen, once their rows are decided.
fn shown(timeline: &Timeline, frame: &Frame) -> Vec<bool> {
    let mut y_px = 0.0;
    let lanes = timeline.lanes.iter().map(|packed| {
        let top_px = y_px;
        y_px += height_px(packed, frame);
        frame.shows(top_px, y_px)
    });
    lanes.collect()
}

/// How high the content is, once its rows are decided.
pub(crate) fn content_px(timeline: &Timeline, frame: &Frame) -> f32 {
    let lanes = timeline.lanes.iter();
    lanes.map(|it| height_px(it, frame)).sum()
}

/// The lanes of the content, from top to bottom, with what was laid into each.
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

/// Where the selected entry stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Selected {
    pub(crate) id: EventId,
    pub(crate) lane: usize,
    /// Its place in that.
    pub(crate) at: usize,
}

/// Gives the selected entry the row below the others, if it found none among them.
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

/// The entries of a lane that have a row and may be seen.
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

/// Whether a row of buckets follows.
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

/// Height of a lane if it has so many rows of any kind.
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

/// How many rows are not of marks in a lane that does not draw everything: buckets, and the crowd of a large one.
pub(crate) fn others(packed: &PackedLane) -> usize {
    1 + usize::from(matches!(packed.rows, Rows::Blocks(_)))
}
