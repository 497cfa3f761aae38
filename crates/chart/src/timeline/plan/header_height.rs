//! The height of a lane header. A lane is at least as high as its header.

use crate::timeline::prepare::lane_index::LaneIndex;

/// Height of a line of the name.
pub(crate) const NAME_LINE_PX: f32 = 14.5;
/// Height of the other lines.
pub(crate) const LINE_PX: f32 = 14.0;
/// Baseline of the first line, and the same where there is little room.
pub(crate) const FIRST_PX: f32 = 17.0;
pub(crate) const LOW_FIRST_PX: f32 = 14.0;
/// A lane with fewer entries than this has neither a density line nor a trend.
pub(crate) const TREND_LEAST: usize = 8;
/// Height of the density line.
pub(crate) const TREND_LINE_PX: f32 = 8.0;

/// Height of everything that the header of a lane may contain in any window; of a condensed one, of its name and the
/// number of entries.
pub(crate) fn height_px(index: &LaneIndex, low: bool) -> f32 {
    if low {
        return LOW_FIRST_PX + index.title.len() as f32 * NAME_LINE_PX + 4.0;
    }
    let lines = 3 + usize::from(!index.undated.is_empty());
    let words_px = index.title.len() as f32 * NAME_LINE_PX + lines as f32 * LINE_PX;
    8.0 + words_px + 6.0 + line_px(index)
}

/// Height of the density line, if there is one.
pub(crate) fn line_px(index: &LaneIndex) -> f32 {
    if index.entries.len() < TREND_LEAST {
        0.0
    } else {
        TREND_LINE_PX + 2.0
    }
}
