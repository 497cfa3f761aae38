//! The values of one day, shown at a vertical line.

use model::date::Day;
use scene::{Anchor, Face, Item, Paint, Palette, Rgba, Stroke, text};

use super::chart::{Chart, hair};
use super::legend::NET_TODAY;
use crate::axis::AXIS_PX;
use crate::marks::MICRO_PX;

const LINE_PX: f32 = 15.0;
const PAD_PX: f32 = 8.0;
/// Room for a number.
const NUMBER_PX: f32 = 62.0;

/// A line at the day, and a box with its values.
pub(super) fn draw(chart: &Chart<'_>, palette: &Palette, items: &mut Vec<Item>) {
    let Some(day) = chart.spec.at else { return };
    let x = chart.main.x_px(day.0 as f64 + 0.5);
    if !(chart.main.left_px..=chart.main.right_px).contains(&x) {
        return;
    }
    items.push(hair(
        x,
        AXIS_PX,
        chart.attention.bottom_px,
        palette.text_secondary,
    ));
    let rows = rows(chart, day, palette);
    let name_px = rows
        .iter()
        .map(|it| text::width(&it.name, MICRO_PX, Face::Regular))
        .fold(0.0, f32::max);
    let width = name_px + NUMBER_PX + 2.0 * PAD_PX;
    let height = (rows.len() + 1) as f32 * LINE_PX + PAD_PX;
    let left = if x + 10.0 + width <= chart.main.right_px {
        x + 10.0
    } else {
        (x - 10.0 - width).max(0.0)
    };
    let top = chart.main.top_px + 6.0;
    items.push(Item::Rect {
        x: left,
        y: top,
        width,
        height,
        radius: 2.0,
        fill: Paint::Solid(palette.surface_raised),
        stroke: Some(Stroke {
            paint: Paint::Solid(palette.line_strong),
            width: 0.75,
            dash: scene::Dash::Solid,
        }),
    });
    let line = |at: usize| top + LINE_PX * (at as f32 + 1.0);
    let put = |words: &str, x, at, anchor, face, color| {
        text::text(words, x, line(at), anchor, MICRO_PX, face, color)
    };
    let inside = left + PAD_PX;
    items.push(put(
        &day.in_words(),
        inside,
        0,
        Anchor::Start,
        Face::SemiBold,
        palette.text_primary,
    ));
    for (at, row) in rows.iter().enumerate() {
        let right = left + width - PAD_PX;
        items.push(put(
            &row.name,
            inside,
            at + 1,
            Anchor::Start,
            Face::Regular,
            row.color,
        ));
        items.push(put(
            &row.number,
            right,
            at + 1,
            Anchor::End,
            Face::SemiBold,
            row.color,
        ));
    }
}

struct ValueRow {
    name: String,
    number: String,
    color: Rgba,
}

fn rows(chart: &Chart<'_>, day: Day, palette: &Palette) -> Vec<ValueRow> {
    let row = |name: &str, number: f64, color| ValueRow {
        name: name.to_owned(),
        number: if number.is_finite() {
            format!("{number:.2}")
        } else {
            String::from("–")
        },
        color,
    };
    let mut rows = Vec::new();
    if let Some([up, down, net, noted]) = chart.index.on(day) {
        rows.push(row("escalation", up, palette.escalatory));
        rows.push(row("de-escalation", down, palette.deescalatory));
        rows.push(row("net", net, palette.text_primary));
        if let Some([_, _, net, _]) = chart.spec.today.and_then(|it| it.on(day)) {
            rows.push(row(NET_TODAY, net, palette.text_tertiary));
        }
        rows.push(row("entries that week", noted, palette.neutral));
    }
    for overlay in &chart.overlays {
        let Some((then, value)) = overlay.series.points.last_until(day) else {
            continue;
        };
        // A market has no value for a Sunday: the last one is shown, with its day.
        let name = match then == day {
            true => overlay.series.name.clone(),
            false => format!("{} ({})", overlay.series.name, then.in_words()),
        };
        rows.push(row(&name, value, overlay.color));
    }
    rows
}
