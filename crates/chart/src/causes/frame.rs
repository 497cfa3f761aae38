//! The areas of a causal chart, and the window it shows.

use layout::Scale;

use crate::axis::{AXIS_PX, Plot};
use crate::marks::{LABEL_PX, MICRO_PX};
use crate::spec::{Look, Window};

/// Left of the stretch of time, for links that go around the left of its first marks.
const LEFT_PX: f32 = 44.0;
/// Right of it, for marks at its very end.
const RIGHT_PX: f32 = 14.0;
/// From the edge of the chart to what is shown there because its time is outside the window.
pub(super) const EDGE_PX: f32 = 10.0;
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
    /// Size of the smaller labels of the axis: the usual one on pages, which are scaled up for it, a larger one on screen.
    small_px: f32,
}

impl Frame {
    pub(super) fn new(look: &Look, window: Window) -> Self {
        let right = (look.width_px - RIGHT_PX).max(LEFT_PX + 1.0);
        Self {
            width_px: look.width_px,
            top_px: AXIS_PX,
            bottom_px: look.height_px.max(AXIS_PX),
            content_top_px: AXIS_PX - look.scroll_px,
            scale: Scale::new(window.from_days, window.to_days, LEFT_PX, right),
            small_px: if look.is_page { MICRO_PX } else { LABEL_PX },
        }
    }

    /// The plot area: the whole width, since links go around its ends.
    pub(super) fn plot(&self) -> Plot {
        Plot {
            left_px: 0.0,
            width_px: self.width_px,
            top_px: self.top_px,
            bottom_px: self.bottom_px,
            scale: self.scale,
            small_px: self.small_px,
        }
    }

    /// The pixel of a day, limited to a range that can be drawn; infinite days are outside the chart.
    pub(super) fn x_px(&self, days: f64) -> f32 {
        self.scale.x_px(days).clamp(-200.0, self.width_px + 200.0)
    }

    /// Height of the plot.
    pub(super) fn plot_height_px(&self) -> f32 {
        self.bottom_px - self.top_px
    }
}
