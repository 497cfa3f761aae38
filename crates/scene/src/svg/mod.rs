//! The picture as SVG: for the web, for editing, and on the way to PNG and PDF.

mod defs;
mod escape;
mod number;
mod shape;
mod text;

use std::fmt::Write as _;

use crate::color::Rgba;
use crate::fonts::reading;
use crate::item::{Dash, Item, Paint, Run, Scene, Stroke};
use crate::logo::Logo;
use crate::path::Path;
use crate::wire::{WireError, decode};
use defs::Defs;
use escape::escaped;
use number::short;

/// What an SVG says about itself besides the picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SvgOptions {
    /// Its title; left out if empty.
    pub title: String,
    /// A longer description; left out if empty.
    pub description: String,
    /// The width at which it shows itself, in pixels; `None` is as drawn. The height follows.
    pub width_px: Option<f32>,
    /// Whether outlines of text are written as paths. For PDF, whose writer draws outline and fill glyph by glyph, so
    /// that the outline of one covers part of the one before.
    pub border_paths: bool,
    /// A logo over everything, and where: left, top, width, height.
    pub logo: Option<(Logo, [f32; 4])>,
}

/// Writes the picture encoded in these bytes (see [`crate::wire`]) as SVG.
///
/// # Errors
/// If the bytes are not a picture.
pub fn write(bytes: &[u8], options: &SvgOptions) -> Result<String, WireError> {
    let scene = decode(bytes)?;
    let mut out = Writer {
        border_paths: options.border_paths,
        ..Writer::default()
    };
    for item in &scene.items {
        out.item(item);
    }
    while let Some(open) = out.open.pop() {
        out.body.push_str(open.end());
    }
    let mut svg = head(&scene, options);
    svg.push_str(&out.defs.finish());
    svg.push_str(&out.body);
    if let Some((logo, place)) = &options.logo {
        svg.push_str(&logo.element(*place));
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// The same drawing with its text as outlines: it looks the same without any fonts, and its text can no longer be
/// selected.
///
/// # Errors
/// If the SVG cannot be read.
pub fn outlined(svg: &str, options: &SvgOptions) -> Result<String, usvg::Error> {
    let tree = usvg::Tree::from_str(svg, &reading())?;
    let writing = usvg::WriteOptions {
        coordinates_precision: 3,
        transforms_precision: 5,
        indent: usvg::Indent::None,
        ..usvg::WriteOptions::default()
    };
    let drawn = tree.to_string(&writing);
    let begin = drawn.find('>').map_or(0, |at| at + 1);
    let (root, inside) = drawn.split_at(begin);
    Ok(format!("{root}\n{}{inside}\n", words(options)))
}

fn head(scene: &Scene, options: &SvgOptions) -> String {
    let (width, height) = (
        short(scene.width_px.max(0.0)),
        short(scene.height_px.max(0.0)),
    );
    let enlarged = options
        .width_px
        .map_or(1.0, |it| it / scene.width_px.max(1.0));
    let (shown_width, shown_height) = (
        short(scene.width_px.max(0.0) * enlarged),
        short(scene.height_px.max(0.0) * enlarged),
    );
    let mut head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{shown_width}\" height=\"{shown_height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
         font-family=\"Inter, 'Helvetica Neue', Arial, sans-serif\">\n"
    );
    head.push_str(&words(options));
    head
}

/// What an SVG says about itself.
fn words(options: &SvgOptions) -> String {
    let mut words = String::new();
    for (element, text) in [("title", &options.title), ("desc", &options.description)] {
        if !text.is_empty() {
            let _ = writeln!(words, "<{element}>{}</{element}>", escaped(text));
        }
    }
    words
}

/// Something opened and not yet closed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Clip,
    Group,
}

impl Open {
    const fn end(self) -> &'static str {
        "</g>\n"
    }
}

#[derive(Default)]
struct Writer {
    defs: Defs,
    body: String,
    open: Vec<Open>,
    border_paths: bool,
}

impl Writer {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Rect { .. } | Item::Path { .. } => {
                shape::write(item, &mut self.defs, &mut self.body);
            }
            Item::Text {
                runs,
                y,
                size,
                color,
                halo,
            } => {
                let halo = halo.filter(|halo| {
                    if self.border_paths {
                        self.border(runs, *y, *size, *halo);
                    }
                    !self.border_paths
                });
                text::write(runs, *y, *size, *color, halo, &mut self.body);
            }
            Item::Clip {
                x,
                y,
                width,
                height,
            } => {
                let name = self.defs.clip(*x, *y, *width, *height);
                let _ = writeln!(self.body, "<g clip-path=\"url(#{name})\">");
                self.open.push(Open::Clip);
            }
            Item::Group { id, title } => self.group(id, title),
            Item::Unclip => self.close(Open::Clip),
            Item::Ungroup => self.close(Open::Group),
        }
    }

    /// The outlines of text as paths.
    fn border(&mut self, runs: &[Run], y: f32, size: f32, (color, width): (Rgba, f32)) {
        let paths = runs.iter().map(|run| crate::text::outline(run, y, size));
        let path = Path(paths.flat_map(|it| it.0).collect());
        let border = Item::Path {
            path,
            fill: Paint::None,
            stroke: Some(Stroke {
                paint: Paint::Solid(color),
                width: width.max(0.0) * 2.0,
                dash: Dash::Solid,
            }),
        };
        self.body.push_str("<g stroke-linejoin=\"round\">");
        shape::write(&border, &mut self.defs, &mut self.body);
        self.body.push_str("</g>\n");
    }

    fn group(&mut self, id: &str, title: &str) {
        let _ = write!(self.body, "<g id=\"{}\">", escaped(id));
        if !title.is_empty() {
            let _ = write!(self.body, "<title>{}</title>", escaped(title));
        }
        self.body.push('\n');
        self.open.push(Open::Group);
    }

    /// Closes the innermost of this kind and everything opened inside it; does nothing if there is none.
    fn close(&mut self, kind: Open) {
        if !self.open.contains(&kind) {
            return;
        }
        while let Some(open) = self.open.pop() {
            self.body.push_str(open.end());
            if open == kind {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests;
