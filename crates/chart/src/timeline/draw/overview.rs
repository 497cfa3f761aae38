//! The strip under the timeline: severity over the whole extent, and the window as a frame.

use layout::Scale;
use layout::ticks::Rank;
use model::Tone;
use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Stroke, text};

use crate::marks::{block, rule};
use crate::spec::Window;

use super::folded;
use super::since_axis;
use crate::timeline::frame::{Frame, MICRO_PX};
use crate::timeline::ready::timeline::Timeline;

/// Width of a column.
const COLUMN_PX: f32 = 5.0;
/// Height of the part above the middle line, and of the part below.
const UP_PX: f32 = 22.0;
const DOWN_PX: f32 = 13.0;
/// Room left and right of the strip, for the handles.
const SIDE_PX: f32 = 8.0;
/// How far the strip extends beyond the default window, in lengths of that window.
const FAR: f64 = 1.0;
/// The handles of the window are drawn at least this far apart.
const HANDLES_APART_PX: f32 = 9.0;

/// The range that the strip shows: from the first to the last known day, and the window. It does not move while the
/// window moves within it.
///
/// It extends at most one length of the default window to either side of that window; what is further out is drawn at
/// that end, behind a break, so that one distant entry does not squeeze all others into a column.
fn extent(known: Option<(f64, f64)>, fitting: Window, window: Window) -> Window {
    let (mut from, mut to) = (fitting.from_days, fitting.to_days);
    if let Some(known) = known {
        (from, to) = (from.min(known.0), to.max(known.1));
    }
    let reach = fitting.length_days() * FAR;
    from = from.max(fitting.from_days - reach).min(window.from_days);
    to = to.min(fitting.to_days + reach).max(window.to_days);
    let pad = (to - from) * 0.01;
    Window {
        from_days: from - pad,
        to_days: to + pad,
    }
}

/// Draws the strip and adds its hit areas.
pub(crate) fn draw(
    timeline: &Timeline,
    window: Window,
    frame: &Frame,
    palette: &Palette,
    items: &mut Vec<Item>,
    hits: &mut Vec<Hit>,
) {
    let (top, width) = (frame.bottom_px, frame.width_px);
    items.push(block(
        0.0,
        top,
        width,
        frame.height_px - top,
        palette.surface_panel,
    ));
    items.push(rule((0.0, top), (width, top), palette.line_strong, 1.0));
    let fitting = timeline.fitting();
    let extent = extent(timeline.known, fitting, window);
    let (left, right) = (frame.left_px + SIDE_PX, width - SIDE_PX);
    let scale = Scale::new(extent.from_days, extent.to_days, left, right);
    let base = top + 6.0 + UP_PX;
    let low = base + DOWN_PX;
    draw_columns(timeline, &scale, base, palette, items);
    items.push(rule((left, base), (right, base), palette.line_strong, 0.75));
    // What is beyond an end of the strip.
    if timeline.known.is_some_and(|it| it.0 < extent.from_days) {
        draw_break(left + 8.0, base, palette, items);
    }
    if timeline.known.is_some_and(|it| it.1 > extent.to_days) {
        draw_break(right - 8.0, base, palette, items);
    }
    draw_years(timeline, &scale, low, palette, items);
    if let Some(x) = timeline
        .as_of_days()
        .map(|days| scale.x_px(days))
        .filter(|x| (left..=right).contains(x))
    {
        items.push(rule((x, top + 4.0), (x, low), palette.asof, 1.0));
    }
    draw_window(&scale, window, (top + 4.0, low), palette, items);
    if !frame.is_page {
        draw_handles(&scale, window, (top + 4.0, low), palette, items);
    }
    draw_words(top, palette, items);
    for (piece, from, to) in folded::pieces_of(&scale, &timeline.folds) {
        // The first and the last extend to the edges, so that the handles there can be dragged.
        let x = if from <= left { frame.left_px } else { from };
        let end = if to >= right { width } else { to };
        if piece.is_fold {
            draw_break((from + to) * 0.5 - 1.75, base, palette, items);
        }
        hits.push(Hit {
            x,
            y: top,
            width: end - x,
            height: frame.height_px - top,
            kind: HitKind::Overview,
            id: format!("{} {} {from} {to}", piece.days.0, piece.days.1),
        });
    }
}

/// Two strokes across the line where time is left out.
fn draw_break(x: f32, y: f32, palette: &Palette, items: &mut Vec<Item>) {
    for step in [0.0, 3.5] {
        let x = x + step;
        items.push(rule(
            (x - 2.0, y + 5.0),
            (x + 2.0, y - 5.0),
            palette.surface_panel,
            3.0,
        ));
        items.push(rule(
            (x - 2.0, y + 5.0),
            (x + 2.0, y - 5.0),
            palette.line_strong,
            1.0,
        ));
    }
}

/// The severity of a tone per column. A vague or long entry is spread over its length; what is beyond the strip counts
/// at that end.
fn sums(timeline: &Timeline, tone: Tone, scale: &Scale, count: usize) -> Vec<f32> {
    let before = |column: usize| match column {
        0 => 0.0,
        _ if column == count => timeline.strip.before(tone, f64::INFINITY),
        _ => {
            let x = scale.left_px() + column as f32 * COLUMN_PX;
            timeline.strip.before(tone, scale.days(x))
        }
    };
    let borders: Vec<f64> = (0..=count).map(before).collect();
    // Rounding errors of sums are not severity.
    let sum = |it: &[f64]| {
        if it[1] - it[0] > 1.0e-6 {
            it[1] - it[0]
        } else {
            0.0
        }
    };
    borders.windows(2).map(|it| sum(it) as f32).collect()
}

/// Sums of severity per column: escalatory upward, de-escalatory downward.
fn draw_columns(
    timeline: &Timeline,
    scale: &Scale,
    base: f32,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let count = ((scale.right_px() - scale.left_px()) / COLUMN_PX)
        .floor()
        .max(1.0) as usize;
    let up = sums(timeline, Tone::Escalatory, scale, count);
    let down = sums(timeline, Tone::Deescalatory, scale, count);
    // The columns at the ends include everything beyond; they are cut off at full height and do not flatten the others.
    let inner = 1.min(count)..(count - 1).max(1.min(count));
    let inside = up[inner.clone()].iter().chain(&down[inner]);
    let most = inside.copied().fold(1.0, f32::max);
    // Square roots keep single events visible beside a crowded day.
    let height = |sum: f32, room: f32| {
        if sum > 0.0 {
            ((sum / most).sqrt().min(1.0) * room).max(1.0)
        } else {
            0.0
        }
    };
    for at in 0..count {
        let x = scale.left_px() + at as f32 * COLUMN_PX;
        let (above, below) = (height(up[at], UP_PX), height(down[at], DOWN_PX));
        if above > 0.0 {
            items.push(block(
                x,
                base - above,
                COLUMN_PX - 1.0,
                above,
                palette.escalatory,
            ));
        }
        if below > 0.0 {
            items.push(block(x, base, COLUMN_PX - 1.0, below, palette.deescalatory));
        }
    }
}

/// A few dates under the strip.
fn draw_years(
    timeline: &Timeline,
    scale: &Scale,
    y: f32,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let width = |words: &str, _: Rank| text::width(words, MICRO_PX, Face::Regular);
    let ticks = if timeline.is_relative() {
        since_axis::ticks(scale)
    } else {
        folded::strip_ticks(scale, &timeline.folds, width)
    };
    for tick in &ticks.major {
        let Some(label) = &tick.label else { continue };
        if tick.x_px >= scale.left_px() {
            items.push(rule(
                (tick.x_px, y),
                (tick.x_px, y + 4.0),
                palette.line_strong,
                0.75,
            ));
        }
        items.push(text::text(
            &label.words,
            label.x_px,
            y + 10.0,
            Anchor::Start,
            MICRO_PX,
            Face::Regular,
            palette.text_tertiary,
        ));
    }
}

/// The window as a frame.
fn draw_window(
    scale: &Scale,
    window: Window,
    (top, bottom): (f32, f32),
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let (from, to) = (scale.x_px(window.from_days), scale.x_px(window.to_days));
    items.push(Item::Rect {
        x: from,
        y: top,
        width: to - from,
        height: bottom - top,
        radius: 0.0,
        fill: Paint::None,
        stroke: Some(line(palette)),
    });
}

/// Its two handles.
fn draw_handles(
    scale: &Scale,
    window: Window,
    (top, bottom): (f32, f32),
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let (from, to) = (scale.x_px(window.from_days), scale.x_px(window.to_days));
    // The handles of a short window are kept apart, so that each can be dragged.
    let beside = ((HANDLES_APART_PX - (to - from)) * 0.5).max(0.0);
    for x in [from - beside, to + beside] {
        let middle = (top + bottom) * 0.5;
        items.push(Item::Rect {
            x: x - 2.5,
            y: middle - 8.0,
            width: 5.0,
            height: 16.0,
            radius: 1.0,
            fill: Paint::Solid(palette.surface_canvas),
            stroke: Some(line(palette)),
        });
    }
}

/// The line of the frame and its handles.
fn line(palette: &Palette) -> Stroke {
    Stroke {
        paint: Paint::Solid(palette.accent),
        width: 1.2,
        dash: Dash::Solid,
    }
}

/// The label of the strip, on its left.
fn draw_words(top: f32, palette: &Palette, items: &mut Vec<Item>) {
    let lines = [
        ("Severity:", Face::SemiBold, palette.text_secondary),
        ("escalatory ▲,", Face::Regular, palette.text_tertiary),
        ("de-escalatory ▼", Face::Regular, palette.text_tertiary),
    ];
    for (at, (words, face, color)) in lines.into_iter().enumerate() {
        let y = top + 17.0 + at as f32 * 13.0;
        items.push(text::text(
            words,
            11.0,
            y,
            Anchor::Start,
            MICRO_PX,
            face,
            color,
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(from_days: f64, to_days: f64) -> Window {
        Window { from_days, to_days }
    }

    #[test]
    fn the_strip_stands_still_while_the_window_moves_within_it() {
        let known = Some((-9000.0, 260.0));
        let fitting = window(100.0, 200.0);
        let whole = extent(known, fitting, fitting);
        assert!(
            whole.from_days < 0.0 && whole.from_days > -10.0,
            "{whole:?}"
        );
        assert!(whole.to_days > 260.0 && whole.to_days < 270.0, "{whole:?}");
        for inner in [window(120.0, 121.0), window(0.0, 90.0), window(10.0, 260.0)] {
            assert_eq!(extent(known, fitting, inner), whole);
        }
        // If the window goes beyond it, the strip follows.
        let far = extent(known, fitting, window(-8000.0, -7900.0));
        assert!(far.from_days < -8000.0 && far.to_days > 260.0, "{far:?}");
    }
}
