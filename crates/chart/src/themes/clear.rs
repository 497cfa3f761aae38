//! Whether a placed chart can be read: no label on another or on a block, no line through a block or a foreign label.

use super::area::{Area, Point};
use super::content::Content;
use super::placed::{Placed, Route};
use crate::legible::crosses;

/// What is nearer than this only touches.
const TOUCH_PX: f32 = 0.5;

/// Whether nothing lies on anything else.
pub(super) fn is_clear(content: &Content<'_>, placed: &Placed) -> bool {
    let labels: Vec<(usize, Area)> = placed
        .routes
        .iter()
        .enumerate()
        .filter_map(|(at, it)| Some((at, it.label.as_ref()?.area())))
        .collect();
    let is_label_clear = |(at, (_, area)): (usize, &(usize, Area))| {
        let mut others = labels[at + 1..].iter();
        let mut blocks = placed.blocks.iter();
        !others.any(|it| meet(area, &it.1)) && !blocks.any(|it| meet(area, &it.area))
    };
    let is_line_clear = |(at, route): (usize, &Route)| {
        let mut foreign = labels.iter().filter(|it| it.0 != at);
        let own = &content.lines[route.line];
        let mut blocks = placed
            .blocks
            .iter()
            .filter(|it| it.block != own.from && it.block != own.to);
        !foreign.any(|it| runs_through(&route.points, &it.1))
            && !blocks.any(|it| runs_through(&route.points, &it.area))
    };
    labels.iter().enumerate().all(is_label_clear)
        && placed.routes.iter().enumerate().all(is_line_clear)
}

fn meet(a: &Area, b: &Area) -> bool {
    a.left + TOUCH_PX < b.right() - TOUCH_PX
        && b.left + TOUCH_PX < a.right() - TOUCH_PX
        && a.top + TOUCH_PX < b.bottom() - TOUCH_PX
        && b.top + TOUCH_PX < a.bottom() - TOUCH_PX
}

/// Whether a line has a point in an area.
fn runs_through(points: &[Point], area: &Area) -> bool {
    let inner = [
        area.left + TOUCH_PX,
        area.top + TOUCH_PX,
        area.right() - TOUCH_PX,
        area.bottom() - TOUCH_PX,
    ];
    points.windows(2).any(|it| crosses(it[0], it[1], inner))
}
