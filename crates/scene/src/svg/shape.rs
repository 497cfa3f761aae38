//! Rectangles and paths.

use std::fmt::Write as _;

use super::defs::Defs;
use super::number::{opacity, short};
use crate::item::{Item, Paint, Stroke};
use crate::path::{Path, Segment};

/// Writes a rectangle or a path; leaves out one that would be invisible.
pub(super) fn write(item: &Item, defs: &mut Defs, out: &mut String) {
    match item {
        Item::Rect {
            x,
            y,
            width,
            height,
            radius,
            fill,
            stroke,
        } if *width > 0.0 && *height > 0.0 => {
            let [x, y, width, height] = [x, y, width, height].map(|value| short(*value));
            let _ = write!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""
            );
            if *radius > 0.0 {
                let _ = write!(out, " rx=\"{}\"", short(*radius));
            }
            finish(*fill, stroke.as_ref(), defs, out);
        }
        Item::Path { path, fill, stroke } if !path.0.is_empty() => {
            let _ = write!(out, "<path d=\"{}\"", course(path));
            finish(*fill, stroke.as_ref(), defs, out);
        }
        _ => {}
    }
}

fn finish(fill: Paint, stroke: Option<&Stroke>, defs: &mut Defs, out: &mut String) {
    paint("fill", fill, defs, out);
    if let Some(stroke) = stroke {
        paint("stroke", stroke.paint, defs, out);
        let _ = write!(out, " stroke-width=\"{}\"", short(stroke.width.max(0.0)));
        if let Some((on, off, round)) = stroke.dash.pattern() {
            let _ = write!(out, " stroke-dasharray=\"{} {}\"", short(on), short(off));
            out.push_str(if round {
                " stroke-linecap=\"round\""
            } else {
                ""
            });
        }
    }
    out.push_str("/>\n");
}

fn paint(name: &str, paint: Paint, defs: &mut Defs, out: &mut String) {
    let _ = match paint {
        Paint::None => write!(out, " {name}=\"none\""),
        Paint::Solid(color) if color.3 == 255 => write!(out, " {name}=\"{}\"", color.to_hex()),
        Paint::Solid(color) => write!(
            out,
            " {name}=\"{}\" {name}-opacity=\"{}\"",
            color.to_hex(),
            opacity(color.3)
        ),
        Paint::Fade {
            from_x,
            to_x,
            from,
            to,
        } => write!(
            out,
            " {name}=\"url(#{})\"",
            defs.fade(from_x, to_x, from, to)
        ),
    };
}

pub(super) fn course(path: &Path) -> String {
    let mut out = String::with_capacity(path.0.len() * 12);
    // A path must begin with a move; one that does not begins where its first segment would end.
    let mut begun = false;
    for segment in &path.0 {
        match *segment {
            Segment::Move(x, y) => step(&mut out, 'M', &[x, y]),
            Segment::Line(x, y) => step(&mut out, if begun { 'L' } else { 'M' }, &[x, y]),
            Segment::Cubic(.., x, y) if !begun => step(&mut out, 'M', &[x, y]),
            Segment::Cubic(ax, ay, bx, by, x, y) => step(&mut out, 'C', &[ax, ay, bx, by, x, y]),
            Segment::Close if !begun => continue,
            Segment::Close => step(&mut out, 'Z', &[]),
        }
        begun = true;
    }
    out
}

fn step(out: &mut String, command: char, values: &[f32]) {
    out.push(command);
    for (index, value) in values.iter().enumerate() {
        let text = short(*value);
        if index > 0 && !text.starts_with('-') {
            out.push(' ');
        }
        out.push_str(&text);
    }
}
