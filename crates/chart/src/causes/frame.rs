//! Where the parts of a causal chart stand, and the window it shows.

use layout::Scale;

use crate::spec::{Look, Window};

/// Height of the axis; the upper part is for the as-of label.
const AXIS_PX: f32 = 38.0;
/// Left and right of the stretch of time, for marks that stand at its very ends.
const SIDE_PX: f32 = 14.0;
/// Above the first row.
pub(super) const PAD_PX: f32 = 8.0;

/// The rectangles of the chart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) width_px: f32,
    /// Lower edge of the axis, upper edge of the plot.
    pub(super) top_px: f32,
    /// Lower edge of the plot.
    pub(super) bottom_px: f32,
    /// Upper edge of the content as scrolled.
    pub(super) content_top_px: f32,
    /// Days to pixels.
    pub(super) scale: Scale,
}

impl Frame {
    pub(super) fn new(look: &Look, window: Window) -> Self {
        let right = (look.width_px - SIDE_PX).max(SIDE_PX + 1.0);
        Self {
            width_px: look.width_px,
            top_px: AXIS_PX,
            bottom_px: look.height_px.max(AXIS_PX),
            content_top_px: AXIS_PX - look.scroll_px,
            scale: Scale::new(window.from_days, window.to_days, SIDE_PX, right),
        }
    }

    /// Left end of the stretch of time.
    pub(super) fn left_px(&self) -> f32 {
        self.scale.left_px()
    }

    /// Right end of it.
    pub(super) fn right_px(&self) -> f32 {
        self.scale.right_px()
    }

    /// The pixel of a day, kept where drawing still makes sense; endless days stand off the page.
    pub(super) fn x_px(&self, days: f64) -> f32 {
        self.scale.x_px(days).clamp(-200.0, self.width_px + 200.0)
    }

    /// Height of the plot.
    pub(super) fn plot_px(&self) -> f32 {
        self.bottom_px - self.top_px
    }
}
