//! Marks for the heaviest events, above the lines and without overlaps.

use model::{Event, EventId};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, text};

use super::chart::{Chart, ROW_PX, ROWS};
use super::chart::{Mark, hair};
use crate::axis::AXIS_PX;
use crate::marks::{Glyph, MICRO_PX, label_face};

/// Labels are shortened to this.
const LONGEST_PX: f32 = 170.0;
/// This many events are considered, the heaviest first.
const MOST: usize = 160;
const GAP_PX: f32 = 6.0;

/// The heaviest events of the window, as many as there is room for; always including the selected one.
pub(super) fn chosen<'a>(chart: &Chart<'a>) -> Vec<Mark<'a>> {
    let all = &chart.index.marks;
    let from = all.partition_point(|it| (it.0.0 as f64) < chart.window.from_days);
    let to = all
        .partition_point(|it| (it.0.0 as f64) < chart.window.to_days)
        .max(from);
    let heaviest = chart.index.heaviest.of(from..to).take(MOST);
    let selected = all[from..to]
        .iter()
        .position(|it| Some(it.1) == chart.spec.selected);
    let first = selected.map(|at| at + from);
    let order = first
        .into_iter()
        .chain(heaviest.filter(move |at| Some(*at) != first));
    let mut rows: [Vec<(f32, f32)>; ROWS] = Default::default();
    let mut marks = Vec::new();
    for at in order {
        let (day, id) = all[at];
        if let Some(mark) = place(chart, day.0 as f64 + 0.5, id, &mut rows) {
            marks.push(mark);
        }
    }
    marks.sort_by(|a, b| a.x_px.total_cmp(&b.x_px));
    marks
}

fn place<'a>(
    chart: &Chart<'a>,
    days: f64,
    id: EventId,
    rows: &mut [Vec<(f32, f32)>; ROWS],
) -> Option<Mark<'a>> {
    let event = chart.workspace.event(id)?;
    let x = chart.main.x_px(days);
    let glyph = Glyph::of(event, false).size_px();
    let label = text::shorten(&event.title, MICRO_PX, face(event), LONGEST_PX);
    let width = text::width(&label, MICRO_PX, face(event));
    let right_of = (x - glyph, x + glyph * 0.6 + 4.0 + width);
    let left_of = (x - glyph * 0.6 - 4.0 - width, x + glyph);
    for reach in [right_of, left_of] {
        let is_inside =
            reach.0 >= chart.main.left_px - glyph && reach.1 <= chart.main.right_px + 4.0;
        let free = |row: &Vec<(f32, f32)>| {
            row.iter()
                .all(|it| reach.1 + GAP_PX < it.0 || reach.0 > it.1 + GAP_PX)
        };
        if let Some(row) = rows.iter().position(free).filter(|_| is_inside) {
            rows[row].push(reach);
            return Some(Mark {
                event,
                x_px: x,
                row,
                label,
                reach,
            });
        }
    }
    None
}

fn face(event: &Event) -> Face {
    label_face(event)
}

/// The marks, each with a hairline down to the lines.
pub(super) fn draw(
    chart: &Chart<'_>,
    palette: &Palette,
    items: &mut Vec<Item>,
    hits: &mut Vec<Hit>,
) {
    for mark in &chart.marks {
        let y = middle(mark);
        let is_chosen = Some(mark.event.id) == chart.spec.selected;
        let color = if is_chosen {
            palette.accent
        } else {
            palette.line_rule
        };
        items.push(hair(mark.x_px, y, chart.main.bottom_px, color));
    }
    for mark in &chart.marks {
        let (y, event) = (middle(mark), mark.event);
        let is_ahead = chart.spec.as_of.is_some_and(|day| {
            let start = event.date.as_ref().and_then(|it| it.bounds.start_earliest);
            start.is_some_and(|it| it.day > day)
        });
        items.push(Item::Group {
            id: format!("event-{}", event.id),
            title: event.title.clone(),
        });
        Glyph::of(event, is_ahead).draw(mark.x_px, y, palette, palette.surface_canvas, items);
        let is_right = mark.reach.1 - mark.x_px > mark.x_px - mark.reach.0;
        let (x, anchor) = if is_right {
            (mark.reach.1, Anchor::End)
        } else {
            (mark.reach.0, Anchor::Start)
        };
        let is_near = [chart.spec.selected, chart.spec.hovered].contains(&Some(event.id));
        let color = if is_near {
            palette.text_primary
        } else {
            palette.text_secondary
        };
        let baseline = y + text::cap_height(MICRO_PX) * 0.5;
        let label = text::text(
            &mark.label,
            x,
            baseline,
            anchor,
            MICRO_PX,
            face(event),
            color,
        );
        items.push(label.with_halo(palette.surface_canvas, 3.0));
        items.push(Item::Ungroup);
        hits.push(Hit {
            x: mark.reach.0,
            y: y - ROW_PX * 0.5,
            width: mark.reach.1 - mark.reach.0,
            height: ROW_PX,
            kind: HitKind::Event,
            id: event.id.to_string(),
        });
    }
}

fn middle(mark: &Mark<'_>) -> f32 {
    AXIS_PX + 12.0 + mark.row as f32 * ROW_PX
}
