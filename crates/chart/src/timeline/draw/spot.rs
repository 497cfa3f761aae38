//! A spot: the glyph of a single date, with the known bounds of that date.

use model::Tone;
use scene::{Dash, Item, Paint, Palette, Path, Rgba, Segment, Stroke};

use crate::extent::{Doubt, SpotPx};
use crate::marks::{Glyph, rule, stroked, tone_tint};

/// Draws the bounds of a spot and its glyph on the middle line `y`.
#[expect(
    clippy::too_many_arguments,
    reason = "one mark, all of it drawn at once"
)]
pub(crate) fn draw(
    spot: &SpotPx,
    doubt: Doubt,
    glyph: &Glyph,
    y: f32,
    reach: (f32, f32),
    palette: &Palette,
    background: Rgba,
    out: &mut Vec<Item>,
) {
    let color = glyph.color(palette);
    let near = |px: f64| (px as f32).clamp(reach.0 - 40.0, reach.1 + 40.0);
    let (from, to, x) = (near(spot.from), near(spot.to), spot.middle as f32);
    if spot.bounds {
        match doubt {
            Doubt::Day | Doubt::Within => whisker(from, to, y, color, out),
            Doubt::OneOf => brackets(from, to, x, spot.open, glyph, y, color, out),
            Doubt::About => faded_band(from, to, y, glyph, palette, color, out),
        }
    }
    if doubt == Doubt::About {
        wave(
            x,
            y + glyph.size_px() * 0.5 + 2.2,
            glyph.size_px(),
            color,
            out,
        );
    }
    glyph.draw(x, y, palette, background, out);
}

/// A line over the bounds with end ticks.
fn whisker(from: f32, to: f32, y: f32, color: Rgba, out: &mut Vec<Item>) {
    let mut path = Path::line(&[(from, y), (to, y)]);
    for x in [from + 0.5, to - 0.5] {
        path.0
            .extend([Segment::Move(x, y - 3.5), Segment::Line(x, y + 3.5)]);
    }
    out.push(stroked(path, Paint::None, color, 1.0, Dash::Solid));
}

/// Brackets around the possible days; an open side is a faded arrow.
#[expect(
    clippy::too_many_arguments,
    reason = "one mark, all of it drawn at once"
)]
fn brackets(
    from: f32,
    to: f32,
    x: f32,
    open: (bool, bool),
    glyph: &Glyph,
    y: f32,
    color: Rgba,
    out: &mut Vec<Item>,
) {
    let half = (glyph.size_px() * 0.5 + 1.0).clamp(5.0, 7.0);
    let mut path = Path::default();
    for (end, inward, is_open) in [(from, 3.0, open.0), (to, -3.0, open.1)] {
        if is_open {
            path.0.extend([
                Segment::Move(end + inward * 1.2, y - 3.6),
                Segment::Line(end, y),
                Segment::Line(end + inward * 1.2, y + 3.6),
            ]);
            fading_line(end, x, y, color, out);
            continue;
        }
        path.0.extend([
            Segment::Move(end + inward, y - half),
            Segment::Line(end, y - half),
            Segment::Line(end, y + half),
            Segment::Line(end + inward, y + half),
        ]);
        if (end - x).abs() > 24.0 {
            out.push(rule((end, y), (x, y), color, 1.0));
        }
    }
    out.push(stroked(path, Paint::None, color, 1.2, Dash::Solid));
}

/// A line that fades toward `end`.
fn fading_line(end: f32, x: f32, y: f32, color: Rgba, out: &mut Vec<Item>) {
    let (faint, full) = (color.with_alpha(90), color);
    let paint = if end < x {
        Paint::Fade {
            from_x: end,
            to_x: x,
            from: faint,
            to: full,
        }
    } else {
        Paint::Fade {
            from_x: x,
            to_x: end,
            from: full,
            to: faint,
        }
    };
    let stroke = Stroke {
        paint,
        width: 1.0,
        dash: Dash::Solid,
    };
    out.push(Item::Path {
        path: Path::line(&[(end, y), (x, y)]),
        fill: Paint::None,
        stroke: Some(stroke),
    });
}

/// A low band that fades at both ends, with a stronger edge on the side of the tone.
fn faded_band(
    from: f32,
    to: f32,
    y: f32,
    glyph: &Glyph,
    palette: &Palette,
    color: Rgba,
    out: &mut Vec<Item>,
) {
    let fade = ((to - from) * 0.26).max(6.0).min((to - from) * 0.5);
    let tint = if glyph.ahead {
        color.with_alpha(0)
    } else {
        tone_tint(palette, glyph.tone)
    };
    let edge_y = match glyph.tone {
        Tone::Escalatory => y - 3.5,
        Tone::Neutral => y - 0.9,
        Tone::Deescalatory => y + 1.7,
    };
    for (fill, top, height) in [(tint, y - 3.5, 7.0), (color, edge_y, 1.8)] {
        let clear = fill.with_alpha(0);
        for (left, right, a, b) in [
            (from, from + fade, clear, fill),
            (from + fade, to - fade, fill, fill),
            (to - fade, to, fill, clear),
        ] {
            let paint = Paint::Fade {
                from_x: left,
                to_x: right,
                from: a,
                to: b,
            };
            if right > left {
                out.push(Item::Rect {
                    x: left,
                    y: top,
                    width: right - left,
                    height,
                    radius: 0.0,
                    fill: paint,
                    stroke: None,
                });
            }
        }
    }
}

/// The sign for "approximately".
fn wave(x: f32, y: f32, width: f32, color: Rgba, out: &mut Vec<Item>) {
    let step = (width / 4.0).clamp(2.4, 3.5);
    let left = x - 2.0 * step;
    let mut path = Path(vec![Segment::Move(left, y)]);
    for index in 0..4 {
        let from = left + index as f32 * step;
        let swing = if index % 2 == 0 { -1.8 } else { 1.8 };
        path.0.push(Segment::Cubic(
            from + step * 0.3,
            y + swing,
            from + step * 0.7,
            y + swing,
            from + step,
            y,
        ));
    }
    out.push(stroked(path, Paint::None, color, 1.1, Dash::Solid));
}
