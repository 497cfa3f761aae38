//! Rows where lanes may be as high as they like: as cards while few entries are shown, and else with as much room for labels
//! as keeps all lanes on the screen.

use super::lanes::{self, Selected};
use crate::timeline::frame::{CARD_ROW_PX, Frame, ROW_PX};
use crate::timeline::ready::timeline::Timeline;
use crate::timeline::rows::{Labels, Laid};

/// Cards are made, and in the window whole labels, where all of them are no higher than this together: most pages show that at once. The
/// height of the page itself does not decide, because an exported page follows from what is on it.
const HIGHEST_PX: f32 = 640.0;
/// More entries than this have no cards.
const SPARSE: usize = 64;
/// Of more entries than this the window never shows all labels whole, so that is not tried.
const LABELED: usize = 512;

impl Timeline {
    /// Decides the rows at this zoom: as cards, where all rows of all lanes fit on a page as that, and of
    /// one line each otherwise. Panning changes neither.
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
        // A page grows with what is on it; in the window, all lanes at once are worth more than whole labels.
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
