//! The rows that show: marks with a place on the page, their labels beside them.

use layout::labels::{self, Placed, Side};
use model::{EventId, Workspace};
use scene::text;

use crate::extent::{Ruler, When, spot_px};
use crate::marks::label_face;

use super::band::Band;
use super::card::{self, CARD_PX};
use super::entry::Entry;
use super::frame::{EDGE_PX, Frame, LABEL_PX, ROW_PX};
use super::mark::{Body, Label, Mark};
use super::plan::Lane;
use super::ready::Timeline;
use super::rows::claim;

/// The marks of a lane that show in the frame, row by row, with their labels placed.
pub(super) fn marks_of<'a>(
    lane: &Lane<'_>,
    timeline: &Timeline,
    workspace: &'a Workspace,
    frame: &Frame,
    selected: Option<EventId>,
    as_of: Option<f32>,
) -> Vec<Mark<'a>> {
    let mut rows: Vec<Vec<Mark<'a>>> = Vec::new();
    rows.resize_with(lane.row_count + 1, Vec::new);
    for &(at, row) in &lane.laid {
        let entry = &lane.filed.entries[at];
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
    for row in &mut rows {
        label_row(row, frame, selected, as_of);
    }
    rows.into_iter().flatten().collect()
}

pub(super) fn ruler_of(frame: &Frame) -> Ruler {
    let origin = (frame.scale.from_days(), f64::from(frame.left_px));
    Ruler {
        origin,
        px_per_day: frame.scale.px_per_day(),
    }
}

/// The mark of an entry, unless it is far outside the frame; its event is then not even looked up.
fn mark<'a>(
    entry: &Entry,
    lane: &Lane<'_>,
    timeline: &Timeline,
    workspace: &'a Workspace,
    frame: &Frame,
    selected: Option<EventId>,
    y: f32,
) -> Option<Mark<'a>> {
    let ruler = ruler_of(frame);
    let weight = entry.weight(selected);
    let near = claim(
        entry,
        &entry.when(timeline.as_of_days()),
        weight,
        &ruler,
        frame.has_cards(),
    );
    if near.to_px < f64::from(frame.left_px) - 1.0 || near.from_px > f64::from(frame.width_px) + 1.0
    {
        return None;
    }
    let event = workspace.event(entry.id)?;
    let as_of = timeline.as_of_unfolded();
    let when = When::of(event.date.as_ref()?, event.is_unrealized(), as_of)?;
    let when = when.moved(|day| timeline.folds.fold(day) - lane.filed.since_days);
    let body = match when.at_zoom(ruler.px_per_day) {
        When::Spot {
            from,
            to,
            middle,
            doubt,
        } => {
            let spot = spot_px(from, to, middle, doubt, &entry.glyph, &ruler);
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
        weight,
        row_px: frame.row_px,
        second: frame
            .has_cards()
            .then(|| card::second_line(event, workspace)),
        label: None,
    })
}

/// Places the labels of a row.
fn label_row(row: &mut [Mark<'_>], frame: &Frame, selected: Option<EventId>, as_of: Option<f32>) {
    let wishes: Vec<(labels::Mark, f32)> = row
        .iter()
        .map(|mark| {
            let pad = if selected == Some(mark.event.id) {
                4.0
            } else {
                0.0
            };
            (mark.wish(pad, as_of), pad)
        })
        .collect();
    let marks: Vec<labels::Mark> = wishes.iter().map(|it| it.0).collect();
    let placed = labels::place(&marks, frame.left_px, frame.width_px - EDGE_PX);
    for ((mark, (wish, pad)), placed) in row.iter_mut().zip(wishes).zip(placed) {
        mark.label = placed.and_then(|it| mark.labeled(&it, wish.label_px, pad));
    }
}

impl Mark<'_> {
    /// What its label asks for; `pad` is the ground around an inverted label.
    fn wish(&self, pad: f32, as_of: Option<f32>) -> labels::Mark {
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
            from_px,
            to_px,
            inside_px,
            solid_to_px,
            solid_from_px,
            label_px,
            weight: self.weight,
        }
    }

    fn labeled(&self, placed: &Placed, wanted_px: f32, pad: f32) -> Option<Label> {
        let face = label_face(self.event);
        let room_px = placed.room_px.min(wanted_px) - 2.0 * pad - self.pin_px();
        let words = if placed.room_px >= wanted_px {
            self.event.title.clone()
        } else {
            text::shorten(&self.event.title, LABEL_PX, face, room_px)
        };
        let width = text::width(&words, LABEL_PX, face);
        // A lone letter and an ellipsis say nothing.
        if words != self.event.title && words.chars().count() < 5 {
            return None;
        }
        // Left of its mark a line ends where the mark begins.
        let x = |width_px: f32| match placed.side {
            Side::Left => placed.x_px + pad + room_px - width_px,
            _ => placed.x_px + pad,
        };
        let second = self
            .second
            .as_deref()
            .map(|it| card::shortened(it, room_px));
        Some(Label {
            words,
            x: x(width),
            width,
            face,
            side: placed.side,
            second: second.map(|(words, width_px)| (words, x(width_px), width_px)),
        })
    }
}
