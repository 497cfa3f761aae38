//! Titles with characters that no bundled font has: they are counted in the note of a picture and named beside its preview.

use std::collections::BTreeSet;

use chart::Picture;
use model::{EventId, Workspace};
use scene::{HitKind, text};

/// The titles that stand on a picture, or on its page, and cannot be drawn in full.
pub(super) fn lacking(workspace: &Workspace, picture: &Picture, page_title: &str) -> Vec<String> {
    let hits = picture.scene.hits.iter();
    let of_events = hits.filter(|it| it.kind == HitKind::Event);
    let ids: BTreeSet<EventId> = of_events
        .flat_map(|it| it.id.split(' '))
        .filter_map(|it| it.parse().ok())
        .collect();
    let events = ids.into_iter().filter_map(|id| workspace.event(id));
    let titles = events.map(|it| it.title.as_str());
    let titles = std::iter::once(page_title).chain(titles);
    let lacking = titles.filter(|it| text::lacks_glyphs(it));
    lacking.map(str::to_owned).collect()
}

/// "3 titles have characters that these fonts cannot draw."; nothing if there are none.
pub(super) fn note(lacking: &[String]) -> Option<String> {
    match lacking.len() {
        0 => None,
        1 => Some(String::from(
            "1 title has characters that these fonts cannot draw.",
        )),
        many => Some(format!(
            "{many} titles have characters that these fonts cannot draw."
        )),
    }
}
