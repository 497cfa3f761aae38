//! Draws a link along its course.

use scene::{Dash, Item, Paint, Stroke};

use super::course::{Course, Point};
use super::shapes::{self, Frame};
use super::style::{Family, Head, Style};

/// The link along `course`, from tail to head.
pub(crate) fn arrow(course: &Course, style: &Style) -> Vec<Item> {
    let mut items = line(&course.cut_end(head_length(style)), style);
    let end = Frame {
        at: course.end(),
        direction: course.arrival(),
    };
    items.extend(head(end, style));
    items.extend(signs(course, course.sign_place(), style));
    items
}

/// The link along `course`, of which only `lines` are drawn because other links of its style share the rest. The sign
/// stands near the tail, where the link is alone.
pub(crate) fn shared_arrow(course: &Course, lines: &[Course], style: &Style) -> Vec<Item> {
    let end = course.end();
    let mut items = Vec::new();
    for it in lines {
        let ends = it.end() == end;
        let cut = if ends { head_length(style) } else { 0.0 };
        items.extend(line(&it.cut_end(cut), style));
    }
    items.extend(head(
        Frame {
            at: end,
            direction: course.arrival(),
        },
        style,
    ));
    items.extend(signs(course, course.tail_place(), style));
    items
}

/// How much of the course the head covers.
fn head_length(style: &Style) -> f32 {
    match style.head {
        Head::Arrow => 6.5 * head_size(style),
        Head::Bar => 1.1,
        Head::DoubleBar => 5.0,
        Head::Ring => 5.7,
    }
}

/// Heads grow with the line, so that a wide line does not hide its arrowhead.
fn head_size(style: &Style) -> f32 {
    (0.7 + 0.2 * style.width_px)
        .clamp(0.9, 1.5)
        .max(0.26 * style.width_px)
}

fn line(course: &Course, style: &Style) -> Vec<Item> {
    let stroke = |color, width, dash| Item::Path {
        path: course.path(),
        fill: Paint::None,
        stroke: Some(Stroke {
            paint: Paint::Solid(color),
            width,
            dash,
        }),
    };
    if style.family == Family::Anticipates {
        // A wide line with a narrow one in the background color inside: two lines that stay parallel in curves.
        let dash = style.dash();
        return vec![
            stroke(style.color, style.width_px * 2.9, dash),
            stroke(style.background, style.width_px * 1.15, Dash::Solid),
        ];
    }
    vec![stroke(style.color, style.width_px, style.dash())]
}

fn head(frame: Frame, style: &Style) -> Vec<Item> {
    let color = style.color;
    match style.head {
        Head::Arrow => vec![shapes::arrow_head(frame, color, head_size(style))],
        Head::Bar => vec![shapes::bar(frame, 1.1, color)],
        Head::DoubleBar => vec![
            shapes::bar(frame, 1.1, color),
            shapes::bar(frame, 5.1, color),
        ],
        Head::Ring => vec![shapes::ring(frame, color, style.background)],
    }
}

fn signs(course: &Course, (at, direction): (Point, Point), style: &Style) -> Vec<Item> {
    let middle = Frame { at, direction };
    let mut items = match style.family {
        Family::Plain | Family::Anticipates => Vec::new(),
        Family::LeadsTo => vec![shapes::chevron(middle, style.color)],
        Family::Claimed => shapes::quotation(at, style.color, style.background),
        Family::Enables => {
            let tail = Frame {
                at: course.start(),
                direction: course.departure(),
            };
            vec![shapes::diamond(tail, style.color, style.background)]
        }
    };
    if style.lagged {
        let beside = if style.family == Family::Plain {
            0.0
        } else {
            12.0
        };
        let at = (at.0 + direction.0 * beside, at.1 + direction.1 * beside);
        items.extend(shapes::lag(
            Frame { at, direction },
            style.color,
            style.background,
        ));
    }
    items
}
