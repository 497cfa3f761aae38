//! The workspace for other programs: tables, calendars, graphs, maps, text.
//!
//! Every writer takes a [`Picked`] and gives bytes; the same workspace gives the same bytes. What a title holds stays text:
//! it becomes no formula, no markup and no path.

mod calendar;
mod days;
mod geojson;
mod graph;
mod markdown;
mod table;
#[cfg(test)]
mod tests;
mod timelinejs;
mod workbook;

pub use calendar::{Edits, calendar};
pub use geojson::geojson;
pub use graph::{dot, gexf, graphml};
pub(crate) use markdown::escaped as escaped_markdown;
pub use markdown::markdown;
pub use table::{Cell, Table, TableKind, csv, table};
pub use timelinejs::timelinejs;
pub use workbook::workbook;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use model::{Citation, Event, EventId, FuzzyDate, Link, Source, SourceId, Target, Workspace};

/// The output of a writer.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it could not contain, in sentences without a full stop.
    pub left_out: Vec<String>,
}

impl From<String> for Written {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<Vec<u8>> for Written {
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            left_out: Vec::new(),
        }
    }
}

/// "3 entries are left out"; `None` for 0.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    }
}

/// What is exported: a workspace, and which of its events. Links are exported when both ends are.
#[derive(Debug)]
pub struct Picked<'a> {
    /// The whole workspace.
    pub workspace: &'a Workspace,
    events: Vec<&'a Event>,
    links: Vec<&'a Link>,
    cut_links: usize,
    sources: BTreeMap<SourceId, &'a Source>,
    cited: BTreeMap<Target, Vec<&'a Citation>>,
}

impl<'a> Picked<'a> {
    /// These events of a workspace, in order of time.
    #[must_use]
    pub fn new(workspace: &'a Workspace, wanted: &BTreeSet<EventId>) -> Self {
        let mut events: Vec<&Event> = workspace
            .events
            .iter()
            .filter(|it| wanted.contains(&it.id))
            .collect();
        events.sort_by_key(|it| {
            (
                it.date.is_none(),
                it.date.as_ref().map(model::FuzzyDate::sort_key),
                it.id,
            )
        });
        let ends = |it: &Link| [it.cause, it.effect].map(|id| usize::from(wanted.contains(&id)));
        let whole = |it: &&Link| ends(it) == [1, 1];
        let cut = |it: &&Link| ends(it).iter().sum::<usize>() == 1;
        let mut cited: BTreeMap<Target, Vec<&Citation>> = BTreeMap::new();
        for citation in &workspace.citations {
            cited.entry(citation.target).or_default().push(citation);
        }
        Self {
            workspace,
            events,
            links: workspace.links.iter().filter(whole).collect(),
            cut_links: workspace.links.iter().filter(cut).count(),
            sources: workspace.sources.iter().map(|it| (it.id, it)).collect(),
            cited,
        }
    }

    /// Links that are left out because one of their ends is not among the events, in a sentence.
    #[must_use]
    pub fn cut_links(&self) -> Option<String> {
        counted(
            self.cut_links,
            "link is left out: the entry at its other end is not exported",
            "links are left out: the entries at their other ends are not exported",
        )
    }

    /// Citations of an event, a link or a claim.
    fn citations(&self, of: Target) -> &[&'a Citation] {
        self.cited.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Handles of its sources, each once: "S1 S3".
    fn handles(&self, of: Target) -> String {
        let ids: BTreeSet<SourceId> = self.citations(of).iter().map(|it| it.source).collect();
        let handles = ids
            .iter()
            .filter_map(|id| Some(self.sources.get(id)?.handle.as_str()));
        handles.collect::<Vec<_>>().join(" ")
    }

    fn handle(&self, id: EventId) -> &'a str {
        self.workspace.event(id).map_or("", |it| it.handle.as_str())
    }

    fn title(&self, id: EventId) -> &'a str {
        self.workspace.event(id).map_or("", |it| it.title.as_str())
    }

    /// The label of the type of a link.
    fn label(&self, link: &Link) -> &'a str {
        self.workspace
            .link_type(link)
            .map_or("", |it| it.label.as_str())
    }

    /// "+", "-" or "0".
    fn sign(&self, link: &Link) -> &'static str {
        self.workspace
            .link_type(link)
            .map_or("", |it| it.sign.word())
    }

    /// Names of the themes of an event.
    fn themes(&self, event: &Event) -> Vec<&'a str> {
        let name = |id: &model::ThemeId| Some(self.workspace.theme(*id)?.name.as_str());
        event.themes.iter().filter_map(name).collect()
    }

    /// Names of the actors, with their roles where stated.
    fn actors(&self, event: &Event) -> Vec<String> {
        let name = |it: &model::Participant| {
            let name = &self.workspace.actor(it.actor)?.name;
            Some(if it.role.is_empty() {
                name.clone()
            } else {
                format!("{name} ({})", it.role)
            })
        };
        event.actors.iter().filter_map(name).collect()
    }

    /// Names of the places of an event.
    fn places(&self, event: &Event) -> Vec<&'a str> {
        let name = |id: &model::PlaceId| Some(self.workspace.place(*id)?.name.as_str());
        event.places.iter().filter_map(name).collect()
    }
}

/// The words of a date; empty without one.
fn words(event: &Event) -> Cow<'_, str> {
    event
        .date
        .as_ref()
        .map(FuzzyDate::shown)
        .unwrap_or_default()
}

/// Without the characters that XML 1.0 forbids; line ends and tabs stay.
pub(crate) fn legible(text: &str) -> String {
    let is_forbidden = |it: char| {
        (it.is_control() && !matches!(it, '\n' | '\t')) || matches!(it, '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(|it| !is_forbidden(*it)).collect()
}
