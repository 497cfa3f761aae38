//! Text stays text: one element for each run.

use std::fmt::Write as _;

use unicode_bidi::{BidiClass, bidi_class};

use super::escape::escaped;
use super::number::{opacity, short};
use super::shape::course;
use crate::color::Rgba;
use crate::item::{Face, Run};
use crate::text::outline;

/// Writes a line of text.
pub(super) fn write(
    runs: &[Run],
    y: f32,
    size: f32,
    color: Rgba,
    halo: Option<(Rgba, f32)>,
    out: &mut String,
) {
    let ink = ink("fill", color);
    let border = halo.map(|(border, width)| {
        format!(
            "{} stroke-width=\"{}\" stroke-linejoin=\"round\"",
            self::ink("stroke", border),
            short(width.max(0.0) * 2.0)
        )
    });
    match (border, runs) {
        (None, _) => write_runs(runs, y, size, &ink, out),
        (Some(border), [_]) => write_runs(
            runs,
            y,
            size,
            &format!("{ink}{border} paint-order=\"stroke\""),
            out,
        ),
        (Some(border), _) => {
            // All outlines before any glyph, or one run's outline would cover part of its neighbor.
            write_runs(
                runs,
                y,
                size,
                &format!(" fill=\"none\"{border} aria-hidden=\"true\""),
                out,
            );
            write_runs(runs, y, size, &ink, out);
        }
    }
}

fn ink(name: &str, color: Rgba) -> String {
    let hex = color.to_hex();
    if color.3 == 255 {
        format!(" {name}=\"{hex}\"")
    } else {
        format!(" {name}=\"{hex}\" {name}-opacity=\"{}\"", opacity(color.3))
    }
}

fn write_runs(runs: &[Run], y: f32, size: f32, ink: &str, out: &mut String) {
    // A size of zero is an error for some readers, and invisible in the rest.
    if size.is_nan() || size < 0.01 {
        return;
    }
    for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
        let text = readable(run);
        if joins_signs(run.face) {
            let course = course(&outline(run, y, size));
            let words = escaped(&text);
            let _ = writeln!(
                out,
                "<path d=\"{course}\"{ink} role=\"img\" aria-label=\"{words}\"/>"
            );
            continue;
        }
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\"{} font-size=\"{}\"",
            short(run.x),
            short(y),
            font(run.face),
            short(size)
        );
        if text.starts_with(' ') || text.ends_with(' ') || text.contains("  ") {
            out.push_str(" xml:space=\"preserve\"");
        }
        let _ = writeln!(out, "{ink}>{}</text>", escaped(&text));
    }
}

/// Whether characters of the face are composed of several glyphs. The library that makes PNG and PDF draws such glyphs
/// on top of one another, so they are written as outlines here.
fn joins_signs(face: Face) -> bool {
    matches!(face, Face::Devanagari | Face::Thai)
}

fn font(face: Face) -> String {
    let mut font = match face.family() {
        "Inter" => String::new(),
        family => format!(" font-family=\"'{family}', Inter, sans-serif\""),
    };
    if face.weight() != 400 {
        let _ = write!(font, " font-weight=\"{}\"", face.weight());
    }
    if face.italic() {
        font.push_str(" font-style=\"italic\"");
    }
    font
}

/// The text of a run in an order that reads correctly without a direction attribute, which not every reader of SVG
/// supports. Letters have a direction of their own; bare punctuation of right-to-left text does not, so it is reversed
/// here.
fn readable(run: &Run) -> String {
    let strong = |character: char| matches!(bidi_class(character), BidiClass::R | BidiClass::AL);
    if !run.rtl || run.text.contains(strong) {
        return run.text.clone();
    }
    let mirrored =
        |character: char| unicode_bidi_mirroring::get_mirrored(character).unwrap_or(character);
    run.text.chars().rev().map(mirrored).collect()
}
