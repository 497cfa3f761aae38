//! The rows that show: marks with a place on the page, their labels beside them.

use std::collections::BTreeSet;

use layout::labels::{self, Placed, Side};
use model::{Event, EventId, Workspace};
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, Rgba, text};

use crate::extent::{Doubt, Ruler, SpotPx, When, spot_px};
use crate::marks::{Glyph, block, label_face, rule};

use super::band::Band;
use super::entry::Entry;
use super::frame::{BAND_PX, EDGE_PX, Frame, LABEL_PX, ROW_PX};
use super::plan::{Lane, claim};
use super::ready::Timeline;
use super::spot;

/// A mark on the page.
pub(super) struct Mark<'a> {
    pub(super) event: &'a Event,
    pub(super) glyph: Glyph,
    pub(super) body: Body,
    /// Middle line of its row, on the page.
    pub(super) y: f32,
    weight: u64,
    pub(super) label: Option<Label>,
}

/// What is drawn of it.
pub(super) enum Body {
    Spot(SpotPx, Doubt),
    Band(Band),
}

/// A label on the page.
pub(super) struct Label {
    pub(super) words: String,
    pub(super) x: f32,
    pub(super) width: f32,
    pub(super) face: Face,
    side: Side,
}

/// Ring of the selected mark: from the glyph's edge outward.
const RING_PX: f32 = 4.5;

/// What stands out.
pub(super) struct Stress<'a> {
    pub(super) selected: Option<EventId>,
    pub(super) hovered: Option<EventId>,
    /// Linked to the selection.
    pub(super) neighbors: &'a BTreeSet<EventId>,
}

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
    rows.resize_with(lane.row_count, Vec::new);
    for &(index, row) in &lane.laid {
        let entry = &timeline.list[index];
        let middle = lane.row_middle_px(row);
        if !frame.shows(middle - ROW_PX, middle + ROW_PX) {
            continue;
        }
        let y = frame.content_top_px + middle;
        let Some(mark) = mark(entry, timeline, workspace, frame, selected, y) else {
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
    timeline: &Timeline,
    workspace: &'a Workspace,
    frame: &Frame,
    selected: Option<EventId>,
    y: f32,
) -> Option<Mark<'a>> {
    let ruler = ruler_of(frame);
    let as_of = timeline.as_of_days();
    let weight = entry.weight(selected);
    let near = claim(entry, &entry.when(as_of), weight, &ruler);
    if near.to_px < f64::from(frame.left_px) - 1.0 || near.from_px > f64::from(frame.width_px) + 1.0
    {
        return None;
    }
    let event = workspace.event(entry.id)?;
    let when = When::of(event.date.as_ref()?, event.is_unrealized(), as_of)?;
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

impl<'a> Mark<'a> {
    /// Left and right end of what is drawn, with the ring if it is selected.
    fn extent(&self, selected: bool) -> (f32, f32) {
        let ring = if selected { RING_PX + 1.0 } else { 0.0 };
        match &self.body {
            Body::Band(band) => (band.from, band.to),
            Body::Spot(spot, _) => {
                let (left, right) = self.glyph.reach_px();
                let middle = spot.middle as f32;
                let (from, to) = (spot.from.max(-1.0e5) as f32, spot.to.min(1.0e5) as f32);
                (
                    from.min(middle - left - ring),
                    to.max(middle + right + ring),
                )
            }
        }
    }

    /// What its label asks for; `pad` is the ground around an inverted label.
    fn wish(&self, pad: f32, as_of: Option<f32>) -> labels::Mark {
        let face = label_face(self.event);
        let (from_px, to_px) = self.extent(pad > 0.0);
        let label_px = text::width(&self.event.title, LABEL_PX, face) + 2.0 * pad;
        let (inside_px, solid_to_px) = match &self.body {
            Body::Band(band) => (Some(band.label_inset_px(as_of)), to_px),
            Body::Spot(spot, _) => (None, spot.middle as f32 + self.glyph.reach_px().1),
        };
        labels::Mark {
            from_px,
            to_px,
            inside_px,
            solid_to_px,
            label_px,
            weight: self.weight,
        }
    }

    fn labeled(&self, placed: &Placed, wanted_px: f32, pad: f32) -> Option<Label> {
        let face = label_face(self.event);
        let whole = placed.room_px >= wanted_px;
        let words = if whole {
            self.event.title.clone()
        } else {
            text::shorten(
                &self.event.title,
                LABEL_PX,
                face,
                placed.room_px - 2.0 * pad,
            )
        };
        let width = text::width(&words, LABEL_PX, face);
        // A lone letter and an ellipsis say nothing.
        if !whole && words.chars().count() < 5 {
            return None;
        }
        let slack = if placed.side == Side::Left {
            placed.room_px.min(wanted_px) - width - 2.0 * pad
        } else {
            0.0
        };
        Some(Label {
            words,
            x: placed.x_px + pad + slack,
            width,
            face,
            side: placed.side,
        })
    }

    /// Draws what lies under links: a band, or nothing.
    pub(super) fn draw_band(
        &self,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        let Body::Band(band) = &self.body else { return };
        self.open_group("event", out);
        self.draw_hover(palette, stress, out);
        band.draw(&self.glyph, self.y, as_of, palette, out);
        if stress.selected == Some(self.event.id) {
            out.push(Item::Rect {
                x: band.from - 2.0,
                y: self.y - BAND_PX * 0.5 - 2.0,
                width: band.to - band.from + 4.0,
                height: BAND_PX + 4.0,
                radius: 2.0,
                fill: Paint::None,
                stroke: Some(scene::Stroke {
                    paint: Paint::Solid(palette.accent),
                    width: 2.0,
                    dash: scene::Dash::Solid,
                }),
            });
        }
        out.push(Item::Ungroup);
    }

    /// Draws what lies over links: a spot with its label, or the label of a band.
    pub(super) fn draw_front(
        &self,
        frame: &Frame,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        match &self.body {
            Body::Band(_) if self.label.is_none() => return,
            Body::Band(_) => self.open_group("label", out),
            Body::Spot(spot, doubt) => {
                self.open_group("event", out);
                self.draw_hover(palette, stress, out);
                let x = spot.middle as f32;
                let ahead = as_of.is_some_and(|as_of| x > as_of);
                let ground = if ahead {
                    palette.surface_future
                } else {
                    palette.surface_canvas
                };
                if stress.selected == Some(self.event.id) {
                    self.draw_ring(x, palette, out);
                }
                let reach = (frame.left_px, frame.width_px);
                spot::draw(
                    spot,
                    *doubt,
                    &self.glyph,
                    self.y,
                    reach,
                    palette,
                    ground,
                    out,
                );
            }
        }
        if let Some(label) = &self.label {
            self.draw_label(label, as_of, palette, stress, out);
        }
        out.push(Item::Ungroup);
    }

    fn open_group(&self, part: &str, out: &mut Vec<Item>) {
        let title = if part == "event" {
            self.event.title.clone()
        } else {
            String::new()
        };
        out.push(Item::Group {
            id: format!("{part}-{}", self.event.id),
            title,
        });
    }

    fn draw_ring(&self, x: f32, palette: &Palette, out: &mut Vec<Item>) {
        let radius = self.glyph.size_px() * 0.5 + RING_PX - 0.5;
        let ring = scene::Path::circle(x, self.y, radius);
        let fill = Paint::Solid(palette.surface_canvas);
        out.push(crate::marks::stroked(
            ring,
            fill,
            palette.accent,
            2.0,
            scene::Dash::Solid,
        ));
    }

    /// A quiet ground under mark and label of what the pointer is on.
    fn draw_hover(&self, palette: &Palette, stress: &Stress<'_>, out: &mut Vec<Item>) {
        if stress.hovered != Some(self.event.id) || stress.selected == stress.hovered {
            return;
        }
        let (mut from, mut to) = self.extent(false);
        if let Some(label) = &self.label {
            (from, to) = (from.min(label.x), to.max(label.x + label.width));
        }
        out.push(Item::Rect {
            x: from - 3.0,
            y: self.y - ROW_PX * 0.5,
            width: to - from + 6.0,
            height: ROW_PX,
            radius: 2.0,
            fill: Paint::Solid(palette.surface_sunken),
            stroke: None,
        });
    }

    fn draw_label(
        &self,
        label: &Label,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        let baseline = self.y + text::cap_height(LABEL_PX) * 0.5;
        let id = Some(self.event.id);
        let mut color = palette.text_primary;
        if stress.selected == id {
            let (x, y) = (label.x - 4.0, self.y - ROW_PX * 0.5 + 1.0);
            let fill = Paint::Solid(palette.accent);
            out.push(Item::Rect {
                x,
                y,
                width: label.width + 8.0,
                height: ROW_PX - 2.0,
                radius: 2.0,
                fill,
                stroke: None,
            });
            color = palette.text_inverse;
        } else if self.event.status == model::Status::Cancelled {
            color = palette.text_tertiary;
        }
        let item = text::text(
            &label.words,
            label.x,
            baseline,
            Anchor::Start,
            LABEL_PX,
            label.face,
            color,
        );
        if label.side == Side::Inside {
            // A halo would eat the edges of the band: what runs behind the letters is painted over.
            self.clear_behind(label, as_of, palette, stress, out);
            out.push(item);
        } else if stress.selected == id {
            out.push(item);
        } else {
            let middle = label.x + label.width * 0.5;
            let halo = ground_at(middle, as_of, palette);
            let hovered = stress.hovered == id;
            out.push(item.with_halo(
                if hovered {
                    palette.surface_sunken
                } else {
                    halo
                },
                3.0,
            ));
        }
        if self.event.status == model::Status::Cancelled {
            let y = self.y + 0.5;
            out.push(rule((label.x, y), (label.x + label.width, y), color, 0.9));
        }
        if stress.neighbors.contains(&self.event.id) {
            let y = baseline + 2.4;
            out.push(rule(
                (label.x, y),
                (label.x + label.width, y),
                palette.line_strong,
                0.9,
            ));
        }
    }

    /// Takes the as-of line, and links of a selection, out from behind a label in a band.
    fn clear_behind(
        &self,
        label: &Label,
        as_of: Option<f32>,
        palette: &Palette,
        stress: &Stress<'_>,
        out: &mut Vec<Item>,
    ) {
        if stress.selected == Some(self.event.id) {
            return;
        }
        let (from, to) = (label.x - 2.0, label.x + label.width + 2.0);
        let line = as_of.filter(|x| from < *x && *x < to);
        let filled = !self.event.is_unrealized() && self.event.kind != model::Kind::Scenario;
        let tint = if filled {
            crate::marks::tone_tint(palette, self.event.tone)
        } else {
            palette.surface_canvas
        };
        let until = as_of.unwrap_or(to).clamp(from, to);
        // Without a selection only the line itself is in the way.
        let reach = if stress.selected.is_some() {
            f32::MAX
        } else {
            1.0
        };
        let (left, right) = (from.max(until - reach), to.min(until + reach));
        if stress.selected.is_none() && line.is_none() {
            return;
        }
        let (top, height) = (self.y - BAND_PX * 0.5 + 1.9, BAND_PX - 3.8);
        for (x, end, fill) in [(left, until, tint), (until, right, palette.surface_future)] {
            if end > x {
                out.push(block(x, top, end - x, height, fill));
            }
        }
    }

    /// Where it can be pointed at: its mark and its label.
    pub(super) fn hits(&self, frame: &Frame, hits: &mut Vec<Hit>) {
        let (from, to) = self.extent(false);
        let mut push = |from: f32, to: f32| {
            let (x, end) = (from.max(frame.left_px), to.min(frame.width_px));
            let top = (self.y - ROW_PX * 0.5).max(frame.top_px);
            let bottom = (self.y + ROW_PX * 0.5).min(frame.bottom_px);
            if end > x && bottom > top {
                let id = self.event.id.to_string();
                hits.push(Hit {
                    x,
                    y: top,
                    width: end - x,
                    height: bottom - top,
                    kind: HitKind::Event,
                    id,
                });
            }
        };
        push(from, to);
        if let Some(label) = self
            .label
            .as_ref()
            .filter(|label| label.side != Side::Inside)
        {
            push(label.x, label.x + label.width);
        }
    }

    /// The point where links arrive, and how far they keep from it.
    pub(super) fn port(&self, selected: bool, leaving: bool, as_of: Option<f32>) -> (f32, f32) {
        match &self.body {
            Body::Spot(spot, _) => {
                let reach = self.glyph.reach_px().0.max(4.0) + if selected { RING_PX } else { 1.0 };
                (spot.middle as f32 - reach, self.y)
            }
            Body::Band(band) => {
                // What lasts acts from where it is now; what is caused begins.
                let end = as_of.map_or(band.to, |as_of| band.to.min(as_of)) - 9.0;
                let x = if leaving { end } else { band.from + 10.0 };
                (x.clamp(band.from, band.to), self.y)
            }
        }
    }
}

/// The color of the ground at an x.
fn ground_at(x: f32, as_of: Option<f32>, palette: &Palette) -> Rgba {
    if as_of.is_some_and(|as_of| x > as_of) {
        palette.surface_future
    } else {
        palette.surface_canvas
    }
}
