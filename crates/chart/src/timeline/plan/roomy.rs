//! Rows of lanes whose height is not limited: as cards if there are few entries, and otherwise with as much room for
//! labels as keeps all lanes on the screen.

use super::lanes::{self, Selected};
use crate::timeline::frame::{CARD_ROW_PX, Frame, ROW_PX};
use crate::timeline::ready::timeline::Timeline;
use crate::timeline::rows::{Labels, Laid};

/// Cards, and on screen full labels, are used if all lanes together are no higher than this: most screens show that much
/// at once. The height of the page itself does not count, because an exported page depends on its content.
const HIGHEST_PX: f32 = 640.0;
/// With more entries than this there are no cards.
const SPARSE: usize = 64;
/// With more entries than this the window never shows all labels in full, so that is not tried.
const LABELED: usize = 512;

impl Timeline {
    /// Decides the rows at this zoom level: as cards if all rows of all lanes fit, and of one line each otherwise.
    /// Panning changes neither.
    pub(crate) fn roomy_rows(
        &mut self,
        frame: &mut Frame,
        selected: Option<Selected>,
    ) -> Vec<Laid> {
        if self.count() <= SPARSE {
            frame.row_px = CARD_ROW_PX;
            let laid = lanes::decide_rows(self, frame, selected, Labels::InTwo, None);
            if lanes::content_px(self, frame) <= HIGHEST_PX {
                return laid;
            }
            frame.row_px = ROW_PX;
        }
        // An exported page grows with its content; on screen, seeing all lanes at once is worth more than full labels.
        if frame.is_page {
            return lanes::decide_rows(self, frame, selected, Labels::InTwo, None);
        }
        if self.count() <= LABELED {
            for labels in [Labels::InTwo, Labels::Whole] {
                let laid = lanes::decide_rows(self, frame, selected, labels, None);
                if lanes::content_px(self, frame) <= HIGHEST_PX {
                    return laid;
                }
            }
        }
        lanes::decide_rows(self, frame, selected, Labels::Part, None)
    }
}
