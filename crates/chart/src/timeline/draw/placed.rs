//! The visible rows: marks with their positions, and labels beside them.

use std::iter;

use layout::labels::{self, Second};
use model::{EventId, Workspace};
use scene::text;

use crate::extent::{SpotPx, When, spot_px};
use crate::marks::{Glyph, label_face};

use super::band::Band;
use super::card;
use super::mark::{Body, Mark, RING_PX};
use crate::timeline::frame::{CARD_PX, EDGE_PX, Frame, LABEL_PX, ROW_PX};
use crate::timeline::plan::lanes::PlacedLane;
use crate::timeline::prepare::entry::Entry;
use crate::timeline::ready::timeline::Timeline;
use crate::timeline::rows::{Claimed, claim};

/// The marks of a lane that are visible in the frame, row by row, with their labels placed.
pub(crate) fn marks_of<'a>(
    lane: &PlacedLane<'_>,
    timeline: &Timeline,
    workspace: &'a Workspace,
    frame: &Frame,
    selected: Option<EventId>,
    as_of: Option<f32>,
) -> Vec<Mark<'a>> {
    let mut rows: Vec<Vec<Mark<'a>>> = Vec::new();
    rows.resize_with(lane.row_count + 1, Vec::new);
    for &(at, row) in &lane.laid {
        let entry = &lane.index.entries[at];
        let middle = lane.row_middle_px(row);
        if !frame.shows(middle - ROW_PX, middle + ROW_PX) {
            continue;
        }
        let y = frame.content_top_px + middle;
        let Some(mark) = mark(entry, lane, timeline, workspace, frame, selected, y) else {
            continue;
        };
        let (from, to) = mark.extent(false);
        if to > frame.left_px && from < frame.width_px {
            rows[row].push(mark);
        }
    }
    let counts: Vec<usize> = rows.iter().map(Vec::len).collect();
    let numbers = counts.into_iter().enumerate();
    let numbers: Vec<usize> = numbers
        .flat_map(|(row, count)| iter::repeat_n(row, count))
        .collect();
    let mut marks: Vec<Mark<'a>> = rows.into_iter().flatten().collect();
    label(&mut marks, &numbers, lane, frame, (selected, as_of));
    marks
}

/// The mark of an entry, unless it is far outside the frame; its event is then not even looked up.
fn mark<'a>(
    entry: &Entry,
    lane: &PlacedLane<'_>,
    timeline: &Timeline,
    workspace: &'a Workspace,
    frame: &Frame,
    selected: Option<EventId>,
    y: f32,
) -> Option<Mark<'a>> {
    let ruler = frame.ruler();
    let weight = entry.weight(selected);
    let near = claim(
        entry,
        &entry.when(timeline.as_of_days()),
        weight,
        &ruler,
        Claimed {
            cards: frame.has_cards(),
            labels: lane.rows.labels(),
            plot_px: frame.width_px - frame.left_px,
        },
    );
    if near.to_px < f64::from(frame.left_px) - 1.0 || near.from_px > f64::from(frame.width_px) + 1.0
    {
        return None;
    }
    let event = workspace.event(entry.id)?;
    let as_of = timeline.as_of_unfolded();
    let when = When::of(event.date.as_ref()?, event.is_unrealized(), as_of)?;
    let when = when.moved(|day| timeline.folds.fold(day) - lane.index.since_days);
    let body = match when.at_zoom(ruler.px_per_day) {
        When::Spot {
            from,
            to,
            middle,
            doubt,
        } => {
            let spot = spot_px(from, to, middle, doubt, &entry.glyph, &ruler);
            let ring_px = if selected == Some(entry.id) && !frame.is_page {
                RING_PX + 1.0
            } else {
                0.0
            };
            let spot = if is_cut(&spot, &entry.glyph, ring_px, frame) {
                // No part of a glyph outside the window is shown.
                let (from, to) = entry.stretch();
                let touches = from < frame.scale.to_days() && to > frame.scale.from_days();
                touches.then(|| moved_in(spot, &entry.glyph, ring_px, frame))?
            } else {
                spot
            };
            Body::Spot(spot, doubt)
        }
        When::Band { start, end } => {
            let px = |days| ruler.px(days);
            Body::Band(Band::new(&start, &end, px, frame.left_px, frame.width_px))
        }
    };
    Some(Mark {
        event,
        glyph: entry.glyph,
        body,
        y,
        keeps_below: near.below_to_px.is_some(),
        weight,
        row_px: frame.row_px,
        second: frame
            .has_cards()
            .then(|| card::second_line(event, workspace)),
        label: None,
    })
}

/// Whether an edge of the plot would cut through the glyph of a spot.
fn is_cut(spot: &SpotPx, glyph: &Glyph, ring_px: f32, frame: &Frame) -> bool {
    let (left, right) = glyph.reach_px();
    let from = spot.middle - f64::from(left + ring_px);
    let to = spot.middle + f64::from(right + ring_px);
    [frame.left_px, frame.width_px]
        .into_iter()
        .any(|edge| from < f64::from(edge) && f64::from(edge) < to)
}

/// The same spot with its glyph moved a few pixels away from the edge, so that it is whole.
fn moved_in(spot: SpotPx, glyph: &Glyph, ring_px: f32, frame: &Frame) -> SpotPx {
    let (left, right) = glyph.reach_px();
    let least = f64::from(frame.left_px + left + ring_px);
    let most = f64::from(frame.width_px - right - ring_px);
    let middle = spot.middle.min(most).max(least);
    SpotPx {
        from: spot.from.min(middle - f64::from(left)),
        to: spot.to.max(middle + f64::from(right)),
        middle,
        ..spot
    }
}

/// Places the labels of a lane; `rows` are the rows of the marks.
fn label(
    marks: &mut [Mark<'_>],
    rows: &[usize],
    lane: &PlacedLane<'_>,
    frame: &Frame,
    (selected, as_of): (Option<EventId>, Option<f32>),
) {
    let pad = |mark: &Mark<'_>| {
        let is_inverted = selected == Some(mark.event.id) && !frame.is_page;
        if is_inverted { 4.0 } else { 0.0 }
    };
    let requests = marks.iter().zip(rows);
    let requests: Vec<labels::Mark> = requests
        .map(|(mark, row)| mark.request(*row, pad(mark), as_of))
        .collect();
    let second = if frame.has_cards() {
        Second::InItsRow
    } else {
        Second::InRows(lane.label_rows())
    };
    let ends = (frame.left_px, frame.width_px - EDGE_PX);
    let placed = labels::place(&requests, ends, second, |at, rooms| {
        marks[at].in_two(rooms, pad(&marks[at]))
    });
    for ((mark, request), placed) in marks.iter_mut().zip(requests).zip(placed) {
        let pad = pad(mark);
        mark.label = placed.and_then(|it| mark.labeled(&it, request.label_px, pad));
    }
}

impl Mark<'_> {
    /// The input for placing its label; `pad` is the padding around an inverted label.
    fn request(&self, row: usize, pad: f32, as_of: Option<f32>) -> labels::Mark {
        let face = label_face(self.event);
        let (from_px, to_px) = self.extent(pad > 0.0);
        let second_px = self
            .second
            .as_deref()
            .map_or(0.0, |it| card::width(it).min(CARD_PX));
        let title_px = text::width(&self.event.title, LABEL_PX, face);
        let label_px = (title_px + self.pin_px()).max(second_px) + 2.0 * pad;
        let (inside_px, solid_from_px, solid_to_px) = match &self.body {
            Body::Band(band) => (Some(band.label_inset_px(as_of)), from_px, to_px),
            Body::Spot(spot, _) => {
                let (middle, (left, right)) = (spot.middle as f32, self.glyph.reach_px());
                (None, middle - left, middle + right)
            }
        };
        labels::Mark {
            row,
            from_px,
            to_px,
            inside_px,
            solid_to_px,
            solid_from_px,
            label_px,
            keeps_below: self.keeps_below,
            weight: self.weight,
        }
    }
}
