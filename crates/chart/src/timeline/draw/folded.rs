//! Folded stretches in the plot: ticks between them, a break across each, and how pixels map to days.

use layout::Scale;
use layout::folds::{AxisPiece, Folds};
use layout::ticks::{Rank, Tick, Ticks, ticks as ticks_on};
use scene::{Anchor, Face, Item, Palette, text};

use crate::axis;
use crate::marks::{block, rule};
use crate::timeline::frame::{Frame, MICRO_PX};

/// A piece of the axis narrower than this has no ticks.
const NARROW_PX: f32 = 24.0;

/// The ticks of the window, computed separately for each piece of time between folds.
pub(crate) fn ticks(frame: &Frame, folds: &Folds) -> Ticks {
    let plot = frame.plot();
    if folds.is_empty() {
        return axis::ticks_of(&plot);
    }
    on_pieces(&frame.scale, folds, |scale| {
        axis::ticks_of(&axis::Plot { scale, ..plot })
    })
}

/// The ticks of each unfolded piece of a scale of folded days.
pub(crate) fn on_pieces(scale: &Scale, folds: &Folds, ticks: impl Fn(Scale) -> Ticks) -> Ticks {
    let mut all = Ticks::default();
    for it in pieces_of(scale, folds).iter().filter(|it| !it.0.is_fold) {
        let (piece, left, right) = *it;
        if right - left < NARROW_PX {
            continue;
        }
        let mut found = ticks(Scale::new(piece.days.0, piece.days.1, left, right));
        let clear = |tick: &mut Tick| {
            let is_over = |it: &layout::ticks::Label| it.x_px + it.width_px > right;
            if tick.label.as_ref().is_some_and(is_over) {
                tick.label = None;
            }
        };
        found.major.iter_mut().for_each(clear);
        found.minor.iter_mut().for_each(clear);
        all.major.extend(found.major);
        all.minor.extend(found.minor);
    }
    all
}

/// The ticks of a strip.
pub(crate) fn strip_ticks(
    scale: &Scale,
    folds: &Folds,
    width_px: impl Fn(&str, Rank) -> f32,
) -> Ticks {
    if folds.is_empty() {
        return ticks_on(scale, width_px);
    }
    on_pieces(scale, folds, |scale| ticks_on(&scale, &width_px))
}

/// The pieces of a scale of folded days, with their left and right ends.
pub(crate) fn pieces_of(scale: &Scale, folds: &Folds) -> Vec<(AxisPiece, f32, f32)> {
    let pieces = folds.pieces(scale.from_days(), scale.to_days());
    let place = |it: AxisPiece| (it, scale.x_px(it.folded.0), scale.x_px(it.folded.1));
    pieces.into_iter().map(place).collect()
}

/// How pixels of the plot map to days: `FROM TO LEFT RIGHT` for each piece, including one window's length beyond each
/// edge; empty if no time is folded.
pub(crate) fn pieces(frame: &Frame, folds: &Folds) -> String {
    if folds.is_empty() {
        return String::new();
    }
    let (from, to) = (frame.scale.from_days(), frame.scale.to_days());
    let around = folds.pieces(from - (to - from), to + (to - from));
    let place = |it: AxisPiece| {
        let px = |days| frame.scale.x_px(days);
        let (left, right) = (px(it.folded.0), px(it.folded.1));
        format!("{} {} {left} {right}", it.days.0, it.days.1)
    };
    around.into_iter().map(place).collect::<Vec<_>>().join(";")
}

/// Draws a break across each folded stretch: a sunken band with zigzag edges, and how much time is left out.
pub(crate) fn draw(frame: &Frame, folds: &Folds, palette: &Palette, out: &mut Vec<Item>) {
    for (piece, left, right) in pieces_of(&frame.scale, folds) {
        if !piece.is_fold {
            continue;
        }
        let (left, right) = (left.max(frame.left_px), right.min(frame.width_px));
        let height = frame.bottom_px - frame.top_px;
        out.push(block(
            left,
            frame.top_px,
            right - left,
            height,
            palette.surface_sunken,
        ));
        for x in [left, right] {
            out.push(zigzag(x, frame, palette));
        }
        let words = left_out(piece.days.1 - piece.days.0);
        let width = text::width(&words, MICRO_PX, Face::Regular);
        if width + 4.0 <= right - left {
            let x = (left + right) * 0.5;
            let y = frame.top_px - 8.5;
            let color = palette.text_tertiary;
            out.push(text::text(
                &words,
                x,
                y,
                Anchor::Middle,
                MICRO_PX,
                Face::Regular,
                color,
            ));
        } else {
            break_sign((left + right) * 0.5, frame.top_px, palette, out);
        }
    }
}

/// A zigzag line from the axis down.
fn zigzag(x: f32, frame: &Frame, palette: &Palette) -> Item {
    const STEP_PX: f32 = 6.0;
    let count = ((frame.bottom_px - frame.top_px) / STEP_PX).ceil().max(1.0) as usize;
    let point = |step: usize| {
        let swing = if step.is_multiple_of(2) { -1.5 } else { 1.5 };
        (
            x + swing,
            (frame.top_px + step as f32 * STEP_PX).min(frame.bottom_px),
        )
    };
    let points: Vec<(f32, f32)> = (0..=count).map(point).collect();
    let path = scene::Path::line(&points);
    crate::marks::stroked(
        path,
        scene::Paint::None,
        palette.line_strong,
        0.75,
        scene::Dash::Solid,
    )
}

/// Two strokes across the axis where time is left out.
fn break_sign(x: f32, y: f32, palette: &Palette, out: &mut Vec<Item>) {
    for step in [-1.75, 1.75] {
        let (from, to) = ((x + step - 2.0, y + 5.0), (x + step + 2.0, y - 5.0));
        out.push(rule(from, to, palette.surface_canvas, 3.0));
        out.push(rule(from, to, palette.text_secondary, 1.0));
    }
}

/// "7 years", "5 months", "40 days".
fn left_out(days: f64) -> String {
    let (years, months) = ((days / 365.2425).round(), (days / 30.44).round());
    if days >= 365.2425 * 1.5 {
        format!("{years} years")
    } else if days >= 60.0 {
        format!("{months} months")
    } else {
        format!("{} days", days.round())
    }
}

#[cfg(test)]
mod tests {
    use super::left_out;

    #[test]
    fn what_is_left_out_is_said_in_whole_units() {
        let said = [2600.0, 150.0, 41.2].map(left_out);
        assert_eq!(said, ["7 years", "5 months", "41 days"]);
    }
}
