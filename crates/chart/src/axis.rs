//! Background, grid, axis and as-of line of every chart with a time axis.

use layout::calendar::{civil_of, month_name, year_words};
use layout::ticks::{Label, Rank, Ticks, ticks};
use model::date::Day;
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, text};

use layout::Scale;

use crate::marks::{LABEL_PX, PLATE_PX, block, plate, rule};

/// Height of the axis; the upper part is reserved for the as-of label, so that it covers no tick.
pub(crate) const AXIS_PX: f32 = 35.0;

/// Baseline of the tick labels, above the axis line.
const BASELINE_PX: f32 = 8.5;
const CHIP_HEIGHT_PX: f32 = 15.0;

/// The plot area.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    /// Left edge.
    pub(crate) left_px: f32,
    /// Right edge.
    pub(crate) width_px: f32,
    /// Lower edge of the axis.
    pub(crate) top_px: f32,
    /// Lower edge.
    pub(crate) bottom_px: f32,
    /// Days to pixels.
    pub(crate) scale: Scale,
    /// Size of the smaller labels.
    pub(crate) small_px: f32,
}

/// The ticks of the plot's window.
pub(crate) fn ticks_of(plot: &Plot) -> Ticks {
    ticks(&plot.scale, |words, rank| match rank {
        Rank::Major => text::width(words, LABEL_PX, Face::SemiBold),
        Rank::Minor => text::width(words, plot.small_px, Face::Regular),
    })
}

/// Background, tinted right of the as-of line, and grid lines.
pub(crate) fn draw_background(
    plot: &Plot,
    ticks: &Ticks,
    as_of: Option<f32>,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let (top, bottom) = (plot.top_px, plot.bottom_px);
    if let Some(x) = as_of.filter(|x| *x < plot.width_px) {
        let x = x.max(plot.left_px);
        out.push(block(
            x,
            top,
            plot.width_px - x,
            bottom - top,
            palette.surface_future,
        ));
    }
    for tick in ticks
        .major
        .iter()
        .filter(|tick| tick.x_px > plot.left_px + 0.5)
    {
        out.push(rule(
            (tick.x_px, top - 16.0),
            (tick.x_px, bottom),
            palette.line_hair,
            1.0,
        ));
    }
}

/// The axis with its labels, drawn over whatever scrolled under it.
pub(crate) fn draw_axis(plot: &Plot, ticks: &Ticks, palette: &Palette, out: &mut Vec<Item>) {
    let line = plot.top_px;
    for tick in &ticks.minor {
        out.push(rule(
            (tick.x_px, line - 4.0),
            (tick.x_px, line),
            palette.line_rule,
            0.75,
        ));
        if let Some(label) = &tick.label {
            let ink = (Face::Regular, palette.text_tertiary);
            draw_label(label, line, plot.small_px, ink, palette, out);
        }
    }
    let mut first = true;
    for tick in &ticks.major {
        if tick.x_px > plot.left_px + 0.5 {
            out.push(rule(
                (tick.x_px, line - 16.0),
                (tick.x_px, line),
                palette.line_hair,
                1.0,
            ));
        }
        let Some(label) = &tick.label else { continue };
        let (face, color) = if first {
            (Face::SemiBold, palette.text_primary)
        } else {
            (Face::Medium, palette.text_secondary)
        };
        draw_label(label, line, LABEL_PX, (face, color), palette, out);
        first = false;
    }
    out.push(rule(
        (0.0, line),
        (plot.width_px, line),
        palette.line_strong,
        1.0,
    ));
}

fn draw_label(
    label: &Label,
    line: f32,
    size_px: f32,
    (face, color): (Face, scene::Rgba),
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let (x, y) = (label.x_px, line - BASELINE_PX);
    let words = &label.words;
    let ends = (x, x + text::width(words, size_px, face) + PLATE_PX);
    out.push(plate(ends, y, size_px, palette.surface_canvas));
    out.push(text::text(words, x, y, Anchor::Start, size_px, face, color));
}

/// The as-of line over the plot.
pub(crate) fn draw_as_of_line(plot: &Plot, x: Option<f32>, palette: &Palette, out: &mut Vec<Item>) {
    let Some(x) = x.filter(|x| (plot.left_px..=plot.width_px).contains(x)) else {
        return;
    };
    out.push(rule(
        (x, plot.top_px),
        (x, plot.bottom_px),
        palette.asof,
        1.2,
    ));
}

/// The part of the line between its label and the plot.
pub(crate) fn draw_as_of_line_head(
    plot: &Plot,
    x: Option<f32>,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let Some(x) = x.filter(|x| (plot.left_px..=plot.width_px).contains(x)) else {
        return;
    };
    out.push(rule(
        (x, CHIP_HEIGHT_PX),
        (x, plot.top_px),
        palette.asof,
        1.2,
    ));
}

/// The label of the as-of line, above the ticks and kept within the plot. Returns its handle.
pub(crate) fn draw_as_of_chip(
    plot: &Plot,
    x: Option<f32>,
    day: Option<Day>,
    palette: &Palette,
    out: &mut Vec<Item>,
) -> Option<Hit> {
    let x = x.filter(|x| (plot.left_px..=plot.width_px).contains(x))?;
    let words = format!("as of {}", day_words(day?, plot));
    let size_px = plot.small_px;
    let width = text::width(&words, size_px, Face::SemiBold) + 12.0;
    let left = (x - width * 0.5).clamp(plot.left_px, (plot.width_px - width).max(plot.left_px));
    out.push(Item::Rect {
        x: left,
        y: 2.0,
        width,
        height: CHIP_HEIGHT_PX,
        radius: 0.0,
        fill: Paint::Solid(palette.asof),
        stroke: None,
    });
    let middle = left + width * 0.5;
    let baseline = 2.0 + (CHIP_HEIGHT_PX + text::cap_height(size_px)) * 0.5;
    out.push(text::text(
        &words,
        middle,
        baseline,
        Anchor::Middle,
        size_px,
        Face::SemiBold,
        palette.text_inverse,
    ));
    let hit = Hit {
        x: left,
        y: 0.0,
        width,
        height: CHIP_HEIGHT_PX + 4.0,
        kind: HitKind::AsOf,
        id: String::new(),
    };
    Some(hit)
}

/// "11 June"; with the year if the window is longer than a year.
fn day_words(day: Day, plot: &Plot) -> String {
    let (year, month, number) = civil_of(day.0);
    let words = format!("{number} {}", month_name(month));
    let long = plot.scale.to_days() - plot.scale.from_days() > 400.0;
    if long {
        format!("{words} {}", year_words(year))
    } else {
        words
    }
}
