//! Moving and scaling drawn items.

use crate::item::{Item, Paint, Stroke};
use crate::path::{Path, Segment};

/// Moves an item by (dx, dy).
pub fn shift(item: &mut Item, dx: f32, dy: f32) {
    match item {
        Item::Rect {
            x, y, fill, stroke, ..
        } => {
            (*x, *y) = (*x + dx, *y + dy);
            shift_paint(fill, dx);
            shift_stroke(stroke, dx);
        }
        Item::Path { path, fill, stroke } => {
            shift_path(path, dx, dy);
            shift_paint(fill, dx);
            shift_stroke(stroke, dx);
        }
        Item::Text { runs, y, .. } => {
            *y += dy;
            runs.iter_mut().for_each(|run| run.x += dx);
        }
        Item::Clip { x, y, .. } => (*x, *y) = (*x + dx, *y + dy),
        Item::Unclip | Item::Group { .. } | Item::Ungroup => {}
    }
}

/// Scales an item by a factor, from (0, 0).
pub fn scale(item: &mut Item, by: f32) {
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
            for it in [x, y, width, height, radius] {
                *it *= by;
            }
            scale_paint(fill, by);
            scale_stroke(stroke, by);
        }
        Item::Path { path, fill, stroke } => {
            scale_path(path, by);
            scale_paint(fill, by);
            scale_stroke(stroke, by);
        }
        Item::Text {
            runs,
            y,
            size,
            halo,
            ..
        } => {
            (*y, *size) = (*y * by, *size * by);
            for run in runs {
                (run.x, run.width) = (run.x * by, run.width * by);
            }
            if let Some((_, width)) = halo {
                *width *= by;
            }
        }
        Item::Clip {
            x,
            y,
            width,
            height,
        } => [x, y, width, height].into_iter().for_each(|it| *it *= by),
        Item::Unclip | Item::Group { .. } | Item::Ungroup => {}
    }
}

fn scale_path(path: &mut Path, by: f32) {
    for segment in &mut path.0 {
        *segment = match *segment {
            Segment::Move(x, y) => Segment::Move(x * by, y * by),
            Segment::Line(x, y) => Segment::Line(x * by, y * by),
            Segment::Cubic(ax, ay, bx, by_y, x, y) => {
                Segment::Cubic(ax * by, ay * by, bx * by, by_y * by, x * by, y * by)
            }
            Segment::Close => Segment::Close,
        };
    }
}

fn scale_paint(paint: &mut Paint, by: f32) {
    if let Paint::Fade { from_x, to_x, .. } = paint {
        (*from_x, *to_x) = (*from_x * by, *to_x * by);
    }
}

fn scale_stroke(stroke: &mut Option<Stroke>, by: f32) {
    if let Some(stroke) = stroke {
        stroke.width *= by;
        scale_paint(&mut stroke.paint, by);
    }
}

fn shift_path(path: &mut Path, dx: f32, dy: f32) {
    for segment in &mut path.0 {
        *segment = match *segment {
            Segment::Move(x, y) => Segment::Move(x + dx, y + dy),
            Segment::Line(x, y) => Segment::Line(x + dx, y + dy),
            Segment::Cubic(ax, ay, bx, by, x, y) => {
                Segment::Cubic(ax + dx, ay + dy, bx + dx, by + dy, x + dx, y + dy)
            }
            Segment::Close => Segment::Close,
        };
    }
}

fn shift_paint(paint: &mut Paint, dx: f32) {
    if let Paint::Fade { from_x, to_x, .. } = paint {
        (*from_x, *to_x) = (*from_x + dx, *to_x + dx);
    }
}

fn shift_stroke(stroke: &mut Option<Stroke>, dx: f32) {
    if let Some(stroke) = stroke {
        shift_paint(&mut stroke.paint, dx);
    }
}
