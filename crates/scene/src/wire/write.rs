//! Encodes a picture as bytes.

use super::format::{MAGIC, VERSION, step, tag};
use crate::color::Rgba;
use crate::item::{Hit, Item, Paint, Run, Scene, Stroke};
use crate::path::{Path, Segment};

/// Length of the header; its last four bytes give the length of the items.
const HEADER_BYTES: usize = 28;

/// The picture as bytes.
#[must_use]
pub fn encode(scene: &Scene) -> Vec<u8> {
    let mut out = Out(Vec::with_capacity(
        HEADER_BYTES + scene.items.len() * 64 + scene.hits.len() * 24,
    ));
    out.0.extend(MAGIC);
    out.0.extend(VERSION.to_le_bytes());
    out.0.extend([0, 0]);
    out.floats(&[scene.width_px, scene.height_px]);
    out.count(scene.items.len());
    out.count(scene.hits.len());
    out.count(0);
    for item in &scene.items {
        out.item(item);
    }
    let item_bytes = (out.0.len() - HEADER_BYTES) as u32;
    out.0[HEADER_BYTES - 4..HEADER_BYTES].copy_from_slice(&item_bytes.to_le_bytes());
    for hit in &scene.hits {
        out.hit(hit);
    }
    out.0
}

struct Out(Vec<u8>);

impl Out {
    fn floats(&mut self, values: &[f32]) {
        for value in values {
            self.0.extend(value.to_le_bytes());
        }
    }

    fn count(&mut self, count: usize) {
        // A picture of four billion items would not fit into memory.
        self.0.extend((count as u32).to_le_bytes());
    }

    fn string(&mut self, text: &str) {
        self.count(text.len());
        self.0.extend(text.as_bytes());
    }

    fn color(&mut self, Rgba(red, green, blue, alpha): Rgba) {
        self.0.extend([red, green, blue, alpha]);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Rect {
                x,
                y,
                width,
                height,
                radius,
                fill,
                stroke,
            } => {
                self.0.push(tag::RECT);
                self.floats(&[*x, *y, *width, *height, *radius]);
                self.paint(fill);
                self.stroke(stroke.as_ref());
            }
            Item::Path { path, fill, stroke } => {
                self.0.push(tag::PATH);
                self.path(path);
                self.paint(fill);
                self.stroke(stroke.as_ref());
            }
            Item::Text {
                runs,
                y,
                size,
                color,
                halo,
            } => {
                self.0.push(tag::TEXT);
                self.text(runs, *y, *size, *color, *halo);
            }
            Item::Clip {
                x,
                y,
                width,
                height,
            } => {
                self.0.push(tag::CLIP);
                self.floats(&[*x, *y, *width, *height]);
            }
            Item::Unclip => self.0.push(tag::UNCLIP),
            Item::Group { id, title } => {
                self.0.push(tag::GROUP);
                self.string(id);
                self.string(title);
            }
            Item::Ungroup => self.0.push(tag::UNGROUP),
        }
    }

    fn text(&mut self, runs: &[Run], y: f32, size: f32, color: Rgba, halo: Option<(Rgba, f32)>) {
        self.count(runs.len());
        for run in runs {
            self.floats(&[run.x, run.width]);
            self.0.extend([run.face as u8, u8::from(run.rtl)]);
            self.string(&run.text);
        }
        self.floats(&[y, size]);
        self.color(color);
        self.0.push(u8::from(halo.is_some()));
        if let Some((border, width)) = halo {
            self.color(border);
            self.floats(&[width]);
        }
    }

    fn path(&mut self, path: &Path) {
        self.count(path.0.len());
        for segment in &path.0 {
            match *segment {
                Segment::Move(x, y) => self.segment(step::MOVE, &[x, y]),
                Segment::Line(x, y) => self.segment(step::LINE, &[x, y]),
                Segment::Cubic(ax, ay, bx, by, x, y) => {
                    self.segment(step::CUBIC, &[ax, ay, bx, by, x, y]);
                }
                Segment::Close => self.segment(step::CLOSE, &[]),
            }
        }
    }

    fn segment(&mut self, kind: u8, values: &[f32]) {
        self.0.push(kind);
        self.floats(values);
    }

    fn paint(&mut self, paint: &Paint) {
        match *paint {
            Paint::None => self.0.push(0),
            Paint::Solid(color) => {
                self.0.push(1);
                self.color(color);
            }
            Paint::Fade {
                from_x,
                to_x,
                from,
                to,
            } => {
                self.0.push(2);
                self.floats(&[from_x, to_x]);
                self.color(from);
                self.color(to);
            }
        }
    }

    fn stroke(&mut self, stroke: Option<&Stroke>) {
        self.0.push(u8::from(stroke.is_some()));
        if let Some(stroke) = stroke {
            self.paint(&stroke.paint);
            self.floats(&[stroke.width]);
            self.0.push(stroke.dash as u8);
        }
    }

    fn hit(&mut self, hit: &Hit) {
        self.floats(&[hit.x, hit.y, hit.width, hit.height]);
        self.0.push(hit.kind as u8);
        self.string(&hit.id);
    }
}
