//! Draws the chart of an index.

use model::Measure;
use model::date::Day;
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, Scene, text};

use super::chart::{Chart, Overlay};
use super::{crosshair, marks};
use crate::axis::{self, AXIS_PX};
use crate::marks::{LABEL_PX, MICRO_PX};
use crate::plot::{Ink, Panel, paper};

/// Draws all of it.
pub(super) fn scene(chart: &Chart<'_>, palette: &Palette) -> Scene {
    let look = &chart.spec.look;
    let mut scene = paper(*look, palette);
    let (items, hits) = (&mut scene.items, &mut scene.hits);
    let plot = chart.plot();
    let ticks = axis::ticks_of(&plot);
    let as_of = chart
        .spec
        .as_of
        .map(|day| plot.scale.x_px(day.0 as f64 + 1.0));
    hits.push(Hit {
        x: plot.left_px,
        y: AXIS_PX,
        width: plot.width_px - plot.left_px,
        height: plot.bottom_px - AXIS_PX,
        kind: HitKind::Plot,
        id: String::new(),
    });
    axis::draw_background(&plot, &ticks, as_of, palette, items);
    main_panel(chart, palette, items);
    attention_panel(chart, palette, items);
    chart
        .overlays
        .iter()
        .enumerate()
        .for_each(|(place, it)| overlay(it, place, chart.spec.as_of, palette, items));
    axis::draw_as_of_line(&plot, as_of, palette, items);
    marks::draw(chart, palette, items, hits);
    axis::draw_as_of_line_head(&plot, as_of, palette, items);
    axis::draw_axis(&plot, &ticks, palette, items);
    hits.extend(axis::draw_as_of_chip(
        &plot,
        as_of,
        chart.spec.as_of,
        palette,
        items,
    ));
    crosshair::draw(chart, palette, items);
    scene
}

fn main_panel(chart: &Chart<'_>, palette: &Palette, items: &mut Vec<Item>) {
    let panel = &chart.main;
    panel.draw_scale(palette, items);
    let (up, down) = (chart.points(&chart.index.escalation), chart.down());
    let line = |points, color, width_px| Ink::Line {
        points,
        color,
        width_px,
    };
    let area = |points: &[(f64, f64)], color| Ink::Area {
        points: points.to_vec(),
        base: 0.0,
        color,
    };
    let mut inks = Vec::new();
    if chart.index.is_mirrored {
        inks.push(area(&up, palette.escalatory_tint));
        inks.push(area(&down, palette.deescalatory_tint));
    }
    let today = chart.net_today();
    inks.extend(today.map(|points| line(points, palette.text_tertiary, 1.2)));
    inks.push(line(up, palette.escalatory, 1.4));
    inks.push(line(down, palette.deescalatory, 1.4));
    inks.push(line(
        chart.points(&chart.index.net),
        palette.text_primary,
        2.0,
    ));
    panel.draw(&inks, items);
    let caption = format!("Risk index: {}", chart.index.unit);
    // The name of the first series is above the right end.
    let share = if chart.spec.series.is_empty() {
        1.0
    } else {
        0.5
    };
    let room = (panel.right_px - panel.left_px) * share - 8.0;
    let caption = text::shorten(&caption, LABEL_PX, Face::Medium, room);
    caption_over(panel, &caption, palette.text_secondary, palette, items);
    if chart.index.is_mirrored {
        let at = |y: f32, words: &str, color| side_label(panel, y, words, color, palette);
        items.push(at(panel.top_px + 13.0, "escalation", palette.escalatory));
        items.push(at(
            panel.bottom_px - 6.0,
            "de-escalation",
            palette.deescalatory,
        ));
    }
}

fn attention_panel(chart: &Chart<'_>, palette: &Palette, items: &mut Vec<Item>) {
    let panel = &chart.attention;
    panel.draw_scale(palette, items);
    let points = chart.points(&chart.index.attention);
    let area = Ink::Area {
        points: points.clone(),
        base: 0.0,
        color: palette.neutral_tint,
    };
    let line = Ink::Line {
        points,
        color: palette.neutral,
        width_px: 1.2,
    };
    panel.draw(&[area, line], items);
    let words = "Attention: entries per week. More entries raise the index.";
    caption_over(panel, words, palette.text_secondary, palette, items);
}

/// The line of a series; values after the as-of day are pale, because they were not known then.
fn inks(it: &Overlay<'_>, as_of: Option<Day>) -> Vec<Ink> {
    const WIDTH_PX: f32 = 1.6;
    const PALE: u8 = 110;
    let end = as_of.map_or(it.points.len(), |day| {
        it.points
            .partition_point(|point| point.0 < day.0 as f64 + 1.0)
    });
    let (known, later) = (&it.points[..end], &it.points[end.saturating_sub(1)..]);
    let ink = |points: &[(f64, f64)], color| {
        let points = points.to_vec();
        match it.series.measure {
            Measure::Steps => Ink::Steps {
                points,
                color,
                width_px: WIDTH_PX,
            },
            _ => Ink::Line {
                points,
                color,
                width_px: WIDTH_PX,
            },
        }
    };
    let mut inks = vec![ink(known, it.color)];
    if as_of.is_some() && later.len() > 1 {
        inks.push(ink(later, it.color.with_alpha(PALE)));
    }
    inks
}

/// A series with its scale and name.
fn overlay(
    it: &Overlay<'_>,
    place: usize,
    as_of: Option<Day>,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let panel = &it.panel;
    let name = match it.series.unit.as_str() {
        "" => it.series.name.clone(),
        unit => format!("{}, {unit}", it.series.name),
    };
    let (inks, color) = (inks(it, as_of), it.color);
    if place == 0 {
        panel.draw(&inks, items);
        panel.draw_scale_right(color, items);
        let y = panel.top_px - 8.0;
        let words = text::shorten(
            &name,
            LABEL_PX,
            Face::Medium,
            (panel.right_px - panel.left_px) * 0.5,
        );
        let right = panel.right_px;
        items.push(
            text::text(&words, right, y, Anchor::End, LABEL_PX, Face::Medium, color)
                .with_halo(palette.surface_canvas, 3.0),
        );
    } else {
        panel.draw_scale(palette, items);
        panel.draw(&inks, items);
        caption_over(panel, &name, color, palette, items);
    }
}

/// The caption of a panel, above its upper left corner.
fn caption_over(panel: &Panel, words: &str, color: Rgba, palette: &Palette, items: &mut Vec<Item>) {
    let room = panel.right_px - panel.left_px;
    let words = text::shorten(words, LABEL_PX, Face::Medium, room);
    let (x, y) = (panel.left_px, panel.top_px - 8.0);
    items.push(
        text::text(&words, x, y, Anchor::Start, LABEL_PX, Face::Medium, color)
            .with_halo(palette.surface_canvas, 3.0),
    );
}

fn side_label(panel: &Panel, y: f32, words: &str, color: Rgba, palette: &Palette) -> Item {
    let x = panel.left_px + 6.0;
    text::text(words, x, y, Anchor::Start, MICRO_PX, Face::SemiBold, color)
        .with_halo(palette.surface_canvas, 3.0)
}
