//! Gradients and clips, each written once and referred to by name.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::number::{opacity, short};
use crate::color::Rgba;

/// Definitions that the body of the drawing refers to, in the order in which they were first needed.
#[derive(Default)]
pub(super) struct Defs {
    written: String,
    names: BTreeMap<String, String>,
}

impl Defs {
    /// The name of a horizontal gradient.
    pub(super) fn fade(&mut self, from_x: f32, to_x: f32, from: Rgba, to: Rgba) -> String {
        let body = format!(
            " gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"0\" x2=\"{}\" y2=\"0\">{}{}</linearGradient>",
            short(from_x),
            short(to_x),
            stop(0, from),
            stop(1, to)
        );
        self.name("fade", "linearGradient", body)
    }

    /// The name of a clip to a rectangle.
    pub(super) fn clip(&mut self, x: f32, y: f32, width: f32, height: f32) -> String {
        let body = format!(
            "><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>",
            short(x),
            short(y),
            short(width.max(0.0)),
            short(height.max(0.0))
        );
        self.name("clip", "clipPath", body)
    }

    fn name(&mut self, kind: &str, element: &str, body: String) -> String {
        if let Some(name) = self.names.get(&body) {
            return name.clone();
        }
        // The underscore keeps these names distinct from those of groups ("event-17").
        let name = format!("{kind}_{}", self.names.len() + 1);
        let _ = write!(self.written, "<{element} id=\"{name}\"{body}");
        self.names.insert(body, name.clone());
        name
    }

    /// All definitions as an element; empty if there are none.
    pub(super) fn finish(self) -> String {
        if self.written.is_empty() {
            String::new()
        } else {
            format!("<defs>{}</defs>\n", self.written)
        }
    }
}

fn stop(offset: u8, color: Rgba) -> String {
    let hex = color.to_hex();
    if color.3 == 255 {
        format!("<stop offset=\"{offset}\" stop-color=\"{hex}\"/>")
    } else {
        format!(
            "<stop offset=\"{offset}\" stop-color=\"{hex}\" stop-opacity=\"{}\"/>",
            opacity(color.3)
        )
    }
}
