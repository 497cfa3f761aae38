//! Lengthens labels once everything has its place. The layout keeps labels short, so that links can run between them; a
//! label with free space beside it may then be shown in full.

use scene::text;

use super::nodes::{LABEL_PX, Node, Place, ROW_PX, TEXT_AT_PX};

/// Between a label and whatever comes next.
const GAP_PX: f32 = 6.0;
/// A link this close above or below a label runs through it.
const NEAR_PX: f32 = 9.0;
/// This many pairs of a label and a link are checked in a few milliseconds; a larger chart keeps its labels short.
const MOST_PAIRS: usize = 4_000_000;

/// Gives shortened labels the free room to their right: up to another event, a link or the edge.
pub(super) fn lengthen(
    nodes: &mut [Node<'_>],
    y_px: &[f32],
    links: &[Vec<(f32, f32)>],
    right_px: f32,
) {
    if nodes.len() * links.len().max(nodes.len()) > MOST_PAIRS {
        return;
    }
    for at in 0..nodes.len() {
        let node = &nodes[at];
        let is_cut = node.label != node.event.title;
        if !is_cut || node.label_left || node.place != Place::InTime {
            continue;
        }
        let others = nodes.iter().zip(y_px).enumerate();
        let beside = others.filter(|(other, (it, y))| {
            *other != at && (**y - y_px[at]).abs() < ROW_PX && it.right_px > node.right_px
        });
        let beside = beside.map(|(_, (it, _))| it.left_px);
        let crossing = links.iter().flat_map(|it| it.windows(2));
        let crossing = crossing.filter_map(|ends| begins(ends, y_px[at], node.right_px));
        let limit_px = beside.chain(crossing).fold(right_px, f32::min) - GAP_PX;
        grow(&mut nodes[at], limit_px);
    }
}

/// Where a segment begins that would run through a label at this height, right of its end.
fn begins(ends: &[(f32, f32)], y_px: f32, from_px: f32) -> Option<f32> {
    let (a, b) = (ends[0], ends[1]);
    let is_level = a.1.min(b.1) < y_px + NEAR_PX && a.1.max(b.1) > y_px - NEAR_PX;
    (is_level && a.0.max(b.0) > from_px - 1.0).then(|| a.0.min(b.0))
}

/// Makes the label as long as possible up to this limit.
fn grow(node: &mut Node<'_>, limit_px: f32) {
    let around_px = node.right_px - node.x_px - text::width(&node.label, LABEL_PX, node.face);
    let room_px = limit_px - node.x_px - around_px.max(TEXT_AT_PX);
    let label = text::shorten(&node.event.title, LABEL_PX, node.face, room_px);
    let width_px = text::width(&label, LABEL_PX, node.face);
    if width_px > text::width(&node.label, LABEL_PX, node.face) {
        node.label = label;
        node.right_px = node.x_px + around_px + width_px;
    }
}
