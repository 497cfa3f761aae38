//! Rows that an event can be pinned to, and the gaps between them.

use layout::causal::NodeRow;
use scene::{Hit, HitKind};

use super::frame::Frame;

/// How far above the first row and below the last an event can be dropped into a row of its own.
const BEYOND_PX: f32 = 24.0;

/// The same rows further down.
pub(super) fn shifted(rows: &[NodeRow], by_px: f32) -> Vec<NodeRow> {
    let shift = |it: &NodeRow| NodeRow {
        number: it.number,
        top_px: it.top_px + by_px,
        bottom_px: it.bottom_px + by_px,
    };
    rows.iter().map(shift).collect()
}

/// Which row a drop at each height pins an event to: an existing row, or a new one between two.
pub(super) fn hits(rows: &[NodeRow], frame: &Frame) -> Vec<Hit> {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Vec::new();
    };
    let hit = |number: f32, top: f32, bottom: f32| Hit {
        x: 0.0,
        y: top,
        width: frame.width_px,
        height: bottom - top,
        kind: HitKind::Row,
        id: number.to_string(),
    };
    let on = rows
        .iter()
        .map(|it| hit(it.number, it.top_px, it.bottom_px));
    let between = rows.windows(2).map(|it| {
        let number = f32::midpoint(it[0].number, it[1].number);
        hit(number, it[0].bottom_px, it[1].top_px)
    });
    let beyond = [
        hit(first.number - 1.0, first.top_px - BEYOND_PX, first.top_px),
        hit(
            last.number + 1.0,
            last.bottom_px,
            last.bottom_px + BEYOND_PX,
        ),
    ];
    on.chain(between).chain(beyond).collect()
}
