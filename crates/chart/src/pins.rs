//! The sign of a pinned entry.

use model::{Board, Slot, Workspace};
use scene::{Item, Paint, Palette, Path, Rgba};

use crate::marks::rule;
use crate::spec::LegendEntry;

/// Room for the sign beside text.
pub(crate) const PIN_PX: f32 = 10.0;
const LEGEND_PX: f32 = 18.0;

/// A pin beside text, slanted as if stuck into a board.
pub(crate) fn draw_pin(x: f32, y: f32, ink: Rgba, out: &mut Vec<Item>) {
    out.push(rule((x, y - 1.5), (x - 2.5, y + 3.5), ink, 1.0));
    out.push(Item::Path {
        path: Path::circle(x + 0.5, y - 2.5, 2.25),
        fill: Paint::Solid(ink),
        stroke: None,
    });
}

/// The slot that the node of `id` is pinned to on a chart.
pub(crate) fn slot(workspace: &Workspace, board: Board, id: i64) -> Option<Slot> {
    workspace.pins.of(board, id)
}

/// The legend entry of the sign on a chart of relations.
pub(crate) fn legend(palette: &Palette) -> LegendEntry {
    let mut mark = Vec::new();
    draw_pin(LEGEND_PX / 2.0, 0.0, palette.text_primary, &mut mark);
    LegendEntry {
        key: String::from("tone-5-pinned"),
        words: String::from("pinned"),
        mark,
        mark_width_px: LEGEND_PX,
    }
}
