//! Cards: if a timeline has room for them, each entry has a second line that says when, and where or who.

use model::{Event, Workspace};
use scene::{Face, text};

use crate::timeline::frame::MICRO_PX;

/// From the baseline of the label to that of the second line.
pub(crate) const SECOND_PX: f32 = 13.5;

/// The second line of an entry: its date, and its place, otherwise its actor, otherwise its category.
pub(crate) fn second_line(event: &Event, workspace: &Workspace) -> String {
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

/// The second line shortened to this room, and its width.
pub(crate) fn shortened(words: &str, room_px: f32) -> (String, f32) {
    let words = text::shorten(words, MICRO_PX, Face::Regular, room_px);
    let width_px = width(&words);
    (words, width_px)
}

/// The width of a second line.
pub(crate) fn width(words: &str) -> f32 {
    text::width(words, MICRO_PX, Face::Regular)
}
