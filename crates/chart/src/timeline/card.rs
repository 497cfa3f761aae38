//! Cards: where a timeline leaves room for them, each entry has a second line that says when, and where or who.

use model::{Event, Workspace};
use scene::{Face, text};

use super::frame::{Frame, MICRO_PX, ROW_PX};
use super::plan::{self, Selected};
use super::ready::Timeline;
use super::rows::{Labels, Laid};

/// Height of a row of cards.
pub(super) const CARD_ROW_PX: f32 = 31.0;
/// From the baseline of the label to that of the second line.
pub(super) const SECOND_PX: f32 = 13.5;
/// A second line may make a label this wide.
pub(super) const CARD_PX: f32 = 210.0;
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
    pub(super) fn roomy_rows(
        &mut self,
        frame: &mut Frame,
        selected: Option<Selected>,
    ) -> Vec<Laid> {
        if self.count() <= SPARSE {
            frame.row_px = CARD_ROW_PX;
            let laid = plan::decide_rows(self, frame, selected, Labels::InTwo, None);
            if plan::content_px(self, frame) <= HIGHEST_PX {
                return laid;
            }
            frame.row_px = ROW_PX;
        }
        // A page grows with what is on it; in the window, all lanes at once are worth more than whole labels.
        if frame.is_page {
            return plan::decide_rows(self, frame, selected, Labels::InTwo, None);
        }
        if self.count() <= LABELED {
            for labels in [Labels::InTwo, Labels::Whole] {
                let laid = plan::decide_rows(self, frame, selected, labels, None);
                if plan::content_px(self, frame) <= HIGHEST_PX {
                    return laid;
                }
            }
        }
        plan::decide_rows(self, frame, selected, Labels::Part, None)
    }
}

/// The second line of an entry: when, and where; else who; else what kind of thing it is.
pub(super) fn second_line(event: &Event, workspace: &Workspace) -> String {
    let date = event.date.as_ref().map(model::FuzzyDate::in_words);
    let place = || {
        let id = *event.places.first()?;
        Some(workspace.places.iter().find(|it| it.id == id)?.name.clone())
    };
    let actor = || {
        let id = event.actors.first()?.actor;
        Some(workspace.actors.iter().find(|it| it.id == id)?.name.clone())
    };
    let category = || {
        let id = event.category?;
        Some(
            workspace
                .categories
                .iter()
                .find(|it| it.id == id)?
                .name
                .clone(),
        )
    };
    let about = place().or_else(actor).or_else(category);
    let parts: Vec<String> = date.into_iter().chain(about).collect();
    parts.join(" · ")
}

/// The second line, in the room for it, and its width.
pub(super) fn shortened(words: &str, room_px: f32) -> (String, f32) {
    let words = text::shorten(words, MICRO_PX, Face::Regular, room_px);
    let width_px = width(&words);
    (words, width_px)
}

/// The width of a second line.
pub(super) fn width(words: &str) -> f32 {
    text::width(words, MICRO_PX, Face::Regular)
}
