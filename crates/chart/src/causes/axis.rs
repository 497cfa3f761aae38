//! Ground, grid, axis and as-of line, as on the timeline.

use layout::calendar::{civil_of, month_name};
use layout::ticks::{Label, Rank, Ticks, ticks};
use model::date::Day;
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, text};

use super::frame::Frame;
use crate::marks::{block, rule};

const MAJOR_PX: f32 = 11.0;
const MINOR_PX: f32 = 10.0;
const BASELINE_PX: f32 = 10.0;
const CHIP_HEIGHT_PX: f32 = 15.0;

/// The ticks of the frame's window.
pub(super) fn ticks_of(frame: &Frame) -> Ticks {
    ticks(&frame.scale, |words, rank| match rank {
        Rank::Major => text::width(words, MAJOR_PX, Face::SemiBold),
        Rank::Minor => text::width(words, MINOR_PX, Face::Regular),
    })
}

/// Ground, tinted right of the as-of line, grid lines, and that line.
pub(super) fn ground(
    frame: &Frame,
    ticks: &Ticks,
    as_of: Option<f32>,
    palette: &Palette,
    out: &mut Vec<Item>,
) {
    let (top, bottom) = (frame.top_px, frame.bottom_px);
    if let Some(x) = as_of.filter(|x| *x < frame.width_px) {
        let x = x.max(0.0);
        out.push(block(
            x,
            top,
            frame.width_px - x,
            bottom - top,
            palette.surface_future,
        ));
    }
    for tick in ticks
        .major
        .iter()
        .filter(|tick| tick.x_px > frame.left_px() + 0.5)
    {
        out.push(rule(
            (tick.x_px, top),
            (tick.x_px, bottom),
            palette.line_hair,
            1.0,
        ));
    }
    if let Some(x) = as_of.filter(|x| (0.0..=frame.width_px).contains(x)) {
        out.push(rule((x, top), (x, bottom), palette.asof, 1.2));
    }
}

/// The axis with its labels, over whatever scrolled under it.
pub(super) fn axis(frame: &Frame, ticks: &Ticks, palette: &Palette, out: &mut Vec<Item>) {
    let line = frame.top_px;
    for tick in &ticks.minor {
        out.push(rule(
            (tick.x_px, line - 4.0),
            (tick.x_px, line),
            palette.line_rule,
            0.75,
        ));
        if let Some(label) = &tick.label {
            out.push(tick_label(
                label,
                line,
                MINOR_PX,
                Face::Regular,
                palette.text_tertiary,
            ));
        }
    }
    for (index, tick) in ticks.major.iter().enumerate() {
        if tick.x_px > frame.left_px() + 0.5 {
            out.push(rule(
                (tick.x_px, line - 20.0),
                (tick.x_px, line),
                palette.line_hair,
                1.0,
            ));
        }
        let Some(label) = &tick.label else { continue };
        let first = index == 0;
        let face = if first { Face::SemiBold } else { Face::Medium };
        let color = if first {
            palette.text_primary
        } else {
            palette.text_secondary
        };
        out.push(tick_label(label, line, MAJOR_PX, face, color));
    }
    out.push(rule(
        (0.0, line),
        (frame.width_px, line),
        palette.line_strong,
        1.0,
    ));
}

fn tick_label(label: &Label, line: f32, size: f32, face: Face, color: Rgba) -> Item {
    text::text(
        &label.words,
        label.x_px,
        line - BASELINE_PX,
        Anchor::Start,
        size,
        face,
        color,
    )
}

/// The label of the as-of line, above the ticks; kept on the page. Gives its handle.
pub(super) fn as_of_chip(
    frame: &Frame,
    x: Option<f32>,
    day: Option<Day>,
    palette: &Palette,
    out: &mut Vec<Item>,
) -> Option<Hit> {
    let x = x.filter(|x| (0.0..=frame.width_px).contains(x))?;
    let (_, month, number) = civil_of(day?.0);
    let words = format!("as of {number} {}", month_name(month));
    let width = text::width(&words, MINOR_PX, Face::SemiBold) + 12.0;
    let left = (x - width * 0.5).clamp(0.0, (frame.width_px - width).max(0.0));
    out.push(rule(
        (x, CHIP_HEIGHT_PX),
        (x, frame.top_px),
        palette.asof,
        1.2,
    ));
    out.push(block(left, 2.0, width, CHIP_HEIGHT_PX, palette.asof));
    let baseline = 2.0 + (CHIP_HEIGHT_PX + text::cap_height(MINOR_PX)) * 0.5;
    let middle = left + width * 0.5;
    out.push(text::text(
        &words,
        middle,
        baseline,
        Anchor::Middle,
        MINOR_PX,
        Face::SemiBold,
        palette.text_inverse,
    ));
    Some(Hit {
        x: left,
        y: 0.0,
        width,
        height: CHIP_HEIGHT_PX + 4.0,
        kind: HitKind::AsOf,
        id: String::new(),
    })
}
