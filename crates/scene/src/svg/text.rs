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
            // Every border before any letter, or one run's border would eat into its neighbor.
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
    // A size of zero is an error to some readers, and shows nothing to the rest.
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

/// Whether letters of the face are made of several signs side by side. The program that PNG and PDF are made with sets such signs
/// over one another, so they are outlines here.
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

/// The text of a run so that it reads right without a word on its direction, which not every reader
/// of SVG knows. Letters carry theirs with them; bare punctuation of right-to-left text does not, so it
/// is turned around here.
fn readable(run: &Run) -> String {
    let strong = |letter: char| matches!(bidi_class(letter), BidiClass::R | BidiClass::AL);
    if !run.rtl || run.text.contains(strong) {
        return run.text.clone();
    }
    let mirrored = |letter: char| unicode_bidi_mirroring::get_mirrored(letter).unwrap_or(letter);
    run.text.chars().rev().map(mirrored).collect()
}
