//! The heads and signs of links as shapes, drawn at a point in a direction.

use scene::{Dash, Item, Paint, Path, Rgba, Segment, Stroke};

use super::course::Point;

/// A place on a line and the direction of the line there: shapes use its coordinates, `along` the line and `across` it
/// to the right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) at: Point,
    pub(super) direction: Point,
}

impl Frame {
    fn point(self, (along, across): Point) -> Point {
        let (dx, dy) = self.direction;
        (
            self.at.0 + dx * along - dy * across,
            self.at.1 + dy * along + dx * across,
        )
    }

    fn points<const N: usize>(self, local: [Point; N]) -> [Point; N] {
        local.map(|point| self.point(point))
    }
}

fn stroke(color: Rgba, width: f32) -> Option<Stroke> {
    Some(Stroke {
        paint: Paint::Solid(color),
        width,
        dash: Dash::Solid,
    })
}

fn line(frame: Frame, from: Point, to: Point, color: Rgba, width: f32) -> Item {
    let path = Path::line(&frame.points([from, to]));
    Item::Path {
        path,
        fill: Paint::None,
        stroke: stroke(color, width),
    }
}

/// Arrowhead with its tip at the frame.
pub(super) fn arrow_head(frame: Frame, color: Rgba, size: f32) -> Item {
    let tip = frame.points([
        (0.0, 0.0),
        (-7.5 * size, -3.4 * size),
        (-7.5 * size, 3.4 * size),
    ]);
    Item::Path {
        path: Path::polygon(&tip),
        fill: Paint::Solid(color),
        stroke: None,
    }
}

/// One bar across the line, `back` before the frame.
pub(super) fn bar(frame: Frame, back: f32, color: Rgba) -> Item {
    line(frame, (-back, -5.0), (-back, 5.0), color, 2.2)
}

/// A ring that ends at the frame.
pub(super) fn ring(frame: Frame, color: Rgba, background: Rgba) -> Item {
    let (x, y) = frame.point((-3.0, 0.0));
    Item::Path {
        path: Path::circle(x, y, 2.7),
        fill: Paint::Solid(background),
        stroke: stroke(color, 1.2),
    }
}

/// Chevron on the line.
pub(super) fn chevron(frame: Frame, color: Rgba) -> Item {
    let path = Path::line(&frame.points([(-3.0, -4.0), (2.0, 0.0), (-3.0, 4.0)]));
    Item::Path {
        path,
        fill: Paint::None,
        stroke: stroke(color, 1.5),
    }
}

/// Diamond that begins at the frame.
pub(super) fn diamond(frame: Frame, color: Rgba, background: Rgba) -> Item {
    let path = Path::polygon(&frame.points([(0.0, 0.0), (5.0, -3.4), (10.0, 0.0), (5.0, 3.4)]));
    Item::Path {
        path,
        fill: Paint::Solid(background),
        stroke: stroke(color, 1.2),
    }
}

/// Two strokes across the line, with a gap between them.
pub(super) fn lag(frame: Frame, color: Rgba, background: Rgba) -> Vec<Item> {
    let gap = Path::polygon(&frame.points([(-3.0, -3.0), (3.0, -3.0), (3.0, 3.0), (-3.0, 3.0)]));
    vec![
        Item::Path {
            path: gap,
            fill: Paint::Solid(background),
            stroke: None,
        },
        line(frame, (-4.0, 4.5), (-1.0, -4.5), color, 1.3),
        line(frame, (1.0, 4.5), (4.0, -4.5), color, 1.3),
    ]
}

/// Quotation mark in a circle, always upright.
pub(super) fn quotation(at: Point, color: Rgba, background: Rgba) -> Vec<Item> {
    let (x, y) = at;
    let circle = Item::Path {
        path: Path::circle(x, y, 6.0),
        fill: Paint::Solid(background),
        stroke: stroke(color, 1.0),
    };
    vec![
        circle,
        comma(x - 2.1, y + 0.6, color),
        comma(x + 2.1, y + 0.6, color),
    ]
}

/// One of the two marks of an opening quotation mark: a dot with a tail that rises to the right.
fn comma(x: f32, y: f32, color: Rgba) -> Item {
    let path = Path(vec![
        Segment::Move(x + 1.5, y - 3.0),
        Segment::Cubic(x - 0.6, y - 2.4, x - 1.6, y - 0.9, x - 1.6, y + 0.5),
        Segment::Cubic(x - 1.6, y + 1.6, x - 0.9, y + 2.2, x, y + 2.2),
        Segment::Cubic(x + 1.0, y + 2.2, x + 1.6, y + 1.5, x + 1.6, y + 0.6),
        Segment::Cubic(x + 1.6, y - 0.3, x + 1.0, y - 0.9, x + 0.2, y - 0.9),
        Segment::Cubic(x + 0.3, y - 1.6, x + 0.8, y - 2.1, x + 1.8, y - 2.4),
        Segment::Close,
    ]);
    Item::Path {
        path,
        fill: Paint::Solid(color),
        stroke: None,
    }
}
