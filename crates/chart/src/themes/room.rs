//! The room that the chart is laid out for, and how it is looked at: all of it, or a part, enlarged.

use crate::map::PAD_PX;
use crate::spec::{At, Growth, Look, Picture, Window};

/// Around the chart on a page, so that outlines are whole.
const PAGE_PAD_PX: f32 = 3.0;
/// How much larger the room is made, one after the other, when a chart that leaves something out is zoomed into.
const LARGER: [f32; 5] = [1.0, 1.4, 2.0, 2.8, 4.0];

/// What the chart is laid out for and looked at.
pub(super) struct Room {
    /// The part that is seen, in pixels of the layout.
    pub(super) at: At,
    look: Look,
    /// How much larger the room is than the pane.
    larger: f32,
}

impl Room {
    /// The room in which `lay` is called last: that of the pane or page, or of a larger one if the chart does not fit into it
    /// and is zoomed into, so that what was left out appears. `lay` says whether everything has room.
    pub(super) fn of(look: &Look, at: Option<At>, mut lay: impl FnMut((f32, f32)) -> bool) -> Self {
        let pad = if look.is_page { PAGE_PAD_PX } else { PAD_PX };
        let (width, height) = (look.width_px - 2.0 * pad, look.height_px - 2.0 * pad);
        let whole = At {
            x_px: -pad,
            y_px: -pad,
            zoom: 1.0,
        };
        // Less than all of it there is not, and letters do not shrink.
        let seen = at.filter(|it| it.zoom > 1.0).unwrap_or(whole);
        let mut larger = 1.0;
        for step in LARGER {
            if step > 1.0 && step > seen.zoom {
                break;
            }
            larger = step;
            if lay((width * step, height * step)) {
                break;
            }
        }
        let at = match at {
            // Moved only: that stays.
            Some(it) if it.zoom <= 1.0 => At { zoom: 1.0, ..it },
            _ => At {
                x_px: seen.x_px * larger,
                y_px: seen.y_px * larger,
                zoom: seen.zoom / larger,
            },
        };
        Self {
            at,
            look: *look,
            larger,
        }
    }

    /// The picture with its window in pixels of the pane, and the height that it needs.
    pub(super) fn seen(&self, picture: Picture, needed_px: f32, counts: String) -> Picture {
        let from = self.at.x_px / self.larger;
        let length = self.look.width_px / self.at.zoom / self.larger;
        Picture {
            window: Window {
                from_days: from.into(),
                to_days: (from + length).into(),
            },
            content_height_px: needed_px.min(self.look.height_px),
            growth: Growth::Fits { zoom: 1.0 },
            counts,
            ..picture
        }
    }
}
