//! Moving a drawing on the page.

use scene::{Item, Paint, Path, Segment, Stroke};

/// Moves an item by (dx, dy).
pub(crate) fn shift(item: &mut Item, dx: f32, dy: f32) {
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
