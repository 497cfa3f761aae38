//! Titles in the cells of the grid, on as many lines as there is room for.

use model::Event;
use scene::text;

use crate::marks::{MICRO_PX, label_face};

/// Height of an entry with one line, and of each further line.
pub(super) const ROW_PX: f32 = 16.0;
pub(super) const LINE_PX: f32 = 12.5;
/// Around the content of a cell.
pub(super) const PAD_PX: f32 = 5.0;
/// Height of the count of entries without room.
pub(super) const MORE_PX: f32 = 14.0;
/// From the left end of an entry to its title.
pub(super) const TITLE_AT_PX: f32 = 16.0;
/// A title in less room than this stays on one line, because its words would be broken.
const WRAPPED_PX: f32 = 34.0;

/// How titles are set in a column.
#[derive(Clone, Copy)]
pub(super) struct Titles {
    pub(super) width_px: f32,
    /// Maximum number of lines.
    pub(super) lines: usize,
}

impl Titles {
    pub(super) fn room_px(self) -> f32 {
        self.width_px - 2.0 * PAD_PX - TITLE_AT_PX - 2.0
    }

    pub(super) fn of(self, event: &Event) -> Vec<String> {
        let (face, room_px) = (label_face(event), self.room_px());
        if self.lines < 2 || room_px < WRAPPED_PX {
            return vec![text::shorten(&event.title, MICRO_PX, face, room_px)];
        }
        let mut lines = text::wrap(&event.title, MICRO_PX, face, room_px);
        if lines.len() > self.lines {
            let rest = lines.split_off(self.lines - 1).join(" ");
            lines.push(text::shorten(&rest, MICRO_PX, face, room_px));
        }
        lines
    }

    pub(super) fn height_px(self, event: &Event) -> f32 {
        height_px(self.of(event).len())
    }
}

/// Height of an entry whose title has so many lines.
pub(super) fn height_px(lines: usize) -> f32 {
    ROW_PX + LINE_PX * lines.saturating_sub(1) as f32
}
