//! Where the parts of a timeline stand: axis above, headers at the left, plot, overview below.

use layout::Scale;

use crate::axis::{AXIS_PX, Plot};
pub(super) use crate::marks::{LABEL_PX, MICRO_PX};
use crate::spec::{Look, Window};

/// Width of the lane headers.
pub(super) const HEADER_PX: f32 = 88.0;
/// Height of a row of one line.
pub(super) const ROW_PX: f32 = 16.0;
/// Height of a row where there is little room.
pub(super) const LOW_ROW_PX: f32 = 14.0;
/// Height of a band.
pub(super) const BAND_PX: f32 = 12.0;
/// Between the plot's right edge and the last label.
pub(super) const EDGE_PX: f32 = 6.0;
/// Height of the overview strip.
const OVERVIEW_PX: f32 = 56.0;

/// The rectangles of a timeline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) width_px: f32,
    pub(super) height_px: f32,
    /// Left edge of the plot.
    pub(super) left_px: f32,
    /// Lower edge of the axis, upper edge of the plot.
    pub(super) top_px: f32,
    /// Lower edge of the plot.
    pub(super) bottom_px: f32,
    /// Days to pixels, over the whole plot.
    pub(super) scale: Scale,
    /// Upper edge of the content as scrolled.
    pub(super) content_top_px: f32,
    /// Height of a row of marks: [`ROW_PX`], more with cards, less where there is little room.
    pub(super) row_px: f32,
    /// Whether it stands on a page instead of a screen.
    pub(super) is_page: bool,
}

impl Frame {
    pub(super) fn new(look: &Look, window: Window, overview: bool) -> Self {
        let left_px = HEADER_PX.min(look.width_px * 0.5);
        let below_px = if overview { OVERVIEW_PX } else { 0.0 };
        let bottom_px = (look.height_px - below_px).max(AXIS_PX);
        let scale = Scale::new(
            window.from_days,
            window.to_days,
            left_px,
            look.width_px.max(left_px + 1.0),
        );
        Self {
            width_px: look.width_px,
            height_px: look.height_px,
            left_px,
            top_px: AXIS_PX,
            bottom_px,
            scale,
            content_top_px: AXIS_PX - look.scroll_px,
            row_px: ROW_PX,
            is_page: look.is_page,
        }
    }

    /// Height of what stays at the bottom.
    pub(super) fn below_px(&self) -> f32 {
        self.height_px - self.bottom_px
    }

    /// Whether marks are cards.
    pub(super) fn has_cards(&self) -> bool {
        self.row_px > ROW_PX
    }

    /// Whether rows and headers stand closer, for want of room.
    pub(super) fn is_low(&self) -> bool {
        self.row_px < ROW_PX
    }

    /// Where time is drawn.
    pub(super) fn plot(&self) -> Plot {
        Plot {
            left_px: self.left_px,
            width_px: self.width_px,
            top_px: self.top_px,
            bottom_px: self.bottom_px,
            scale: self.scale,
        }
    }

    /// Whether anything between two heights (from the top of the content) can be seen.
    pub(super) fn shows(&self, from_px: f32, to_px: f32) -> bool {
        self.content_top_px + to_px > self.top_px && self.content_top_px + from_px < self.bottom_px
    }
}
