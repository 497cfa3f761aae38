//! The areas of a timeline: axis at the top, headers on the left, plot, overview below.

use layout::Scale;

use crate::axis::{AXIS_PX, Plot};
use crate::extent::Ruler;
pub(crate) use crate::marks::{LABEL_PX, MICRO_PX};
use crate::spec::{Look, Window};

/// Width of the lane headers.
pub(crate) const HEADER_PX: f32 = 88.0;
/// Height of a row of one line.
pub(crate) const ROW_PX: f32 = 16.0;
/// Height of a row where there is little room.
pub(crate) const LOW_ROW_PX: f32 = 14.0;
/// Height of a row of cards.
pub(crate) const CARD_ROW_PX: f32 = 31.0;
/// A card reserves at least this much room for its label, and its second line never reserves more.
pub(crate) const CARD_PX: f32 = 210.0;
/// Height of a band.
pub(crate) const BAND_PX: f32 = 12.0;
/// Between the plot's right edge and the last label.
pub(crate) const EDGE_PX: f32 = 6.0;
/// Height of the overview strip.
const OVERVIEW_PX: f32 = 56.0;

/// The rectangles of a timeline.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) width_px: f32,
    pub(crate) height_px: f32,
    /// Left edge of the plot.
    pub(crate) left_px: f32,
    /// Lower edge of the axis, upper edge of the plot.
    pub(crate) top_px: f32,
    /// Lower edge of the plot.
    pub(crate) bottom_px: f32,
    /// Days to pixels, over the whole plot.
    pub(crate) scale: Scale,
    /// Upper edge of the content as scrolled.
    pub(crate) content_top_px: f32,
    /// Height of a row of marks: [`ROW_PX`], more with cards, less where there is little room.
    pub(crate) row_px: f32,
    /// Whether it is exported rather than shown on screen.
    pub(crate) is_page: bool,
}

impl Frame {
    pub(crate) fn new(look: &Look, window: Window, overview: bool) -> Self {
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

    /// Height of the fixed part at the bottom.
    pub(crate) fn below_px(&self) -> f32 {
        self.height_px - self.bottom_px
    }

    /// Whether marks are cards.
    pub(crate) fn has_cards(&self) -> bool {
        self.row_px > ROW_PX
    }

    /// Whether rows and headers are condensed for lack of room.
    pub(crate) fn is_low(&self) -> bool {
        self.row_px < ROW_PX
    }

    /// Maps days to pixels, exact far outside the plot.
    pub(crate) fn ruler(&self) -> Ruler {
        Ruler {
            origin: (self.scale.from_days(), f64::from(self.left_px)),
            px_per_day: self.scale.px_per_day(),
        }
    }

    /// The plot area.
    pub(crate) fn plot(&self) -> Plot {
        Plot {
            left_px: self.left_px,
            width_px: self.width_px,
            top_px: self.top_px,
            bottom_px: self.bottom_px,
            scale: self.scale,
            small_px: MICRO_PX,
        }
    }

    /// Whether anything between two heights (from the top of the content) is visible.
    pub(crate) fn shows(&self, from_px: f32, to_px: f32) -> bool {
        self.content_top_px + to_px > self.top_px && self.content_top_px + from_px < self.bottom_px
    }
}
