//! The words that a filter asks for, in what is said about an event.

use std::collections::BTreeMap;

use model::{Event, EventId, SourceId, Workspace};
use store::words::{Asked, asked, may_tie, spaced};

use super::cited;

/// Words that must all occur.
#[derive(Default)]
pub(super) struct Sought {
    words: Vec<Asked>,
    /// The sources cited for each event, and what is searched of each; empty where they do not count.
    cited: BTreeMap<EventId, Vec<SourceId>>,
    sources: BTreeMap<SourceId, String>,
}

impl Sought {
    /// In what is said about an event itself.
    pub(super) fn new(words: &str) -> Self {
        Self {
            words: asked(words),
            ..Self::default()
        }
    }

    /// There, and in the outlets and titles of the sources that are cited for it.
    pub(super) fn with_sources(workspace: &Workspace, words: &str) -> Self {
        let words = asked(words);
        if words.is_empty() {
            return Self::default();
        }
        let source = |it: &model::Source| (it.id, format!("{}\n{}\n", it.outlet, it.title));
        let cited = cited(workspace).into_iter();
        Self {
            words,
            cited: cited
                .map(|(event, by)| (event, by.into_iter().collect()))
                .collect(),
            sources: workspace.sources.iter().map(source).collect(),
        }
    }

    /// Whether they are; `room` is for what is searched.
    pub(super) fn are_in(&self, workspace: &Workspace, event: &Event, room: &mut String) -> bool {
        if self.words.is_empty() {
            return true;
        }
        room.clear();
        self.write(workspace, event, room);
        if room.is_ascii() {
            // Where nothing ties words, they are there or not whatever stands between them.
            room.make_ascii_lowercase();
            let alone = self.words.iter().all(|it| it.joined.is_none());
            let there = alone && self.words.iter().all(|it| room.contains(&it.spaced));
            if there || (alone && !may_tie(room)) {
                return there;
            }
        }
        let text = spaced(room);
        self.words.iter().all(|it| it.is_in(&text))
    }

    /// Everything about an event that words are looked for in, a line each.
    fn write(&self, workspace: &Workspace, event: &Event, text: &mut String) {
        let actors = event
            .actors
            .iter()
            .filter_map(|it| workspace.actor(it.actor));
        let places = event.places.iter().filter_map(|it| workspace.place(*it));
        let sources = self.cited.get(&event.id).into_iter().flatten();
        let sources = sources.filter_map(|it| self.sources.get(it));
        let own = [&event.handle, &event.title, &event.summary];
        let named = actors
            .flat_map(|it| [&it.name, &it.handle])
            .chain(places.map(|it| &it.name))
            .chain(sources);
        for part in own.into_iter().chain(named) {
            text.push_str(part);
            text.push('\n');
        }
    }
}
