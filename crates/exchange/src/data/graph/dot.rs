//! DOT, as graphviz reads it.

use std::fmt::Write as _;

use model::{Confidence, Tone};

use super::{Field, Picked, node_id, of_event, of_link};
use crate::data::{legible, words};

/// The graph as DOT: shape by tone, line by confidence, arrow by sign; all other fields as attributes that graphviz keeps
/// but does not draw.
#[must_use]
pub fn dot(picked: &Picked<'_>) -> String {
    let mut text = String::from(
        "digraph causes {\n  rankdir=LR;\n  node [fontname=\"Helvetica\", fontsize=10];\n  edge [fontname=\"Helvetica\", fontsize=8];\n",
    );
    for it in &picked.events {
        let shape = match it.tone {
            Tone::Escalatory => "house",
            Tone::Neutral => "box",
            Tone::Deescalatory => "invhouse",
        };
        let label = format!("{}\n{}", it.title, words(it));
        let (id, label, tooltip) = (node_id(it), quoted(&label), quoted(&it.handle));
        let width = f32::from(it.severity) * 0.5;
        let more = attributes(&of_event(picked, it));
        let _ = writeln!(
            text,
            "  {id} [label={label}, shape={shape}, tooltip={tooltip}, penwidth={width}{more}];"
        );
    }
    for it in &picked.links {
        let style = match it.confidence {
            Confidence::High => "solid",
            Confidence::Moderate => "dashed",
            Confidence::Low => "dotted",
        };
        let head = if picked.sign(it) == "-" {
            "tee"
        } else {
            "normal"
        };
        let label = quoted(picked.label(it));
        let more = attributes(&of_link(picked, it));
        let _ = writeln!(
            text,
            "  e{} -> e{} [label={label}, style={style}, arrowhead={head}{more}];",
            it.cause, it.effect
        );
    }
    text + "}\n"
}

/// Fields that graphviz does not use, after those that it does.
fn attributes(fields: &[Field]) -> String {
    let others = fields.iter().filter(|it| it.0 != "label");
    others
        .map(|(name, value)| format!(", {name}={}", quoted(value)))
        .collect()
}

/// A string of DOT: quotation marks and backslashes are escaped, line ends are breaks.
fn quoted(text: &str) -> String {
    let escaped = legible(text)
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{escaped}\"")
}
