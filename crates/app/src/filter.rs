//! Which entries pass a filter, and what other choices would show.

use std::collections::{BTreeMap, BTreeSet};

use model::{ActorId, Event, EventId, LayerId, Status, Target, ThemeId, Workspace};

use crate::Fault;
use crate::check::id;
use crate::dto::Filter;
use crate::fold::fold;
use crate::tree::{actor_tree, theme_tree};

mod counts;
mod words;

pub(crate) use counts::Counts;
pub(crate) use words::in_words;

/// The parts of a filter that have counts of their own, one bit each.
pub(crate) type Facets = u8;
const THEME: Facets = 1;
const STATUS: Facets = 2;
const SEVERITY: Facets = 4;
const ACTOR: Facets = 8;
const WORDS: Facets = 16;

/// A filter made ready for one workspace.
pub(crate) struct Sieve<'a> {
    workspace: &'a Workspace,
    layers: BTreeSet<LayerId>,
    themes: Option<BTreeSet<ThemeId>>,
    statuses: BTreeSet<Status>,
    severity_min: u8,
    actors: Option<BTreeSet<ActorId>>,
    words: Vec<String>,
}

impl<'a> Sieve<'a> {
    /// Makes `filter` ready. Ids of what is not there (any more) are no error: they match nothing.
    pub(crate) fn new(workspace: &'a Workspace, filter: &Filter) -> Result<Self, Fault> {
        let chosen = |ids: &[String]| -> Result<Vec<ThemeId>, Fault> {
            ids.iter().map(|one| id("filter.themes", one)).collect()
        };
        let actors: Result<Vec<ActorId>, Fault> = filter
            .actors
            .iter()
            .map(|one| id("filter.actors", one))
            .collect();
        let themes = chosen(&filter.themes)?;
        let actors = actors?;
        Ok(Self {
            workspace,
            layers: layers(workspace, filter.layers.as_deref())?,
            themes: (!themes.is_empty()).then(|| theme_tree(workspace).with_parts(&themes)),
            statuses: filter
                .statuses
                .iter()
                .filter_map(|word| word.parse().ok())
                .collect(),
            severity_min: filter.severity_min,
            actors: (!actors.is_empty()).then(|| actor_tree(workspace).with_parts(&actors)),
            words: filter
                .words
                .split_whitespace()
                .map(fold)
                .filter(|word| !word.is_empty())
                .collect(),
        })
    }

    /// Entries of the chronology and of the shown layers: what the filter chooses from.
    pub(crate) fn eligible(&self) -> impl Iterator<Item = &'a Event> {
        let workspace = self.workspace;
        workspace
            .events
            .iter()
            .filter(|event| in_layers(event, &self.layers))
    }

    /// Whether `event` is of the chronology or of a shown layer.
    pub(crate) fn is_eligible(&self, event: &Event) -> bool {
        in_layers(event, &self.layers)
    }

    /// Entries that pass.
    pub(crate) fn passing(&self) -> impl Iterator<Item = &'a Event> {
        self.workspace.events.iter().filter(|it| self.passes(it))
    }

    /// Whether `event` passes.
    pub(crate) fn passes(&self, event: &Event) -> bool {
        in_layers(event, &self.layers)
            && self.failing_without_words(event) == 0
            && self.has_words(event, &mut String::new())
    }

    /// Ids of the entries that pass.
    pub(crate) fn shown(&self) -> BTreeSet<EventId> {
        self.passing().map(|event| event.id).collect()
    }

    /// The parts of the filter that `event` does not pass; `room` is for its words.
    fn failing(&self, event: &Event, room: &mut String) -> Facets {
        let failing = self.failing_without_words(event);
        // What fails two other parts is counted nowhere, whatever its words.
        if failing.count_ones() > 1 || self.has_words(event, room) {
            failing
        } else {
            failing | WORDS
        }
    }

    fn failing_without_words(&self, event: &Event) -> Facets {
        let themes = |chosen: &BTreeSet<ThemeId>| event.themes.iter().any(|it| chosen.contains(it));
        let actors =
            |chosen: &BTreeSet<ActorId>| event.actors.iter().any(|it| chosen.contains(&it.actor));
        let is_of = self.statuses.is_empty() || self.statuses.contains(&event.status);
        let unless = |passes: bool, facet| if passes { 0 } else { facet };
        unless(self.themes.as_ref().is_none_or(themes), THEME)
            | unless(is_of, STATUS)
            | unless(event.severity >= self.severity_min, SEVERITY)
            | unless(self.actors.as_ref().is_none_or(actors), ACTOR)
    }

    fn has_words(&self, event: &Event, room: &mut String) -> bool {
        if self.words.is_empty() {
            return true;
        }
        room.clear();
        searched(self.workspace, event, room);
        if room.is_ascii() {
            // Folding is no more than this then.
            room.make_ascii_lowercase();
        } else {
            *room = fold(room);
        }
        self.words.iter().all(|word| room.contains(word.as_str()))
    }
}

/// True for the chronology itself and for what is in one of `layers`.
pub(crate) fn in_layers(event: &Event, layers: &BTreeSet<LayerId>) -> bool {
    event.layer.is_none_or(|layer| layers.contains(&layer))
}

/// The layers that `chosen` names, or those that are on.
pub(crate) fn layers(
    workspace: &Workspace,
    chosen: Option<&[String]>,
) -> Result<BTreeSet<LayerId>, Fault> {
    match chosen {
        Some(ids) => ids.iter().map(|one| id("layers", one)).collect(),
        None => Ok(workspace
            .layers
            .iter()
            .filter(|layer| layer.on)
            .map(|layer| layer.id)
            .collect()),
    }
}

/// Everything about an event that words are looked for in, a line each.
fn searched(workspace: &Workspace, event: &Event, text: &mut String) {
    let actors = event
        .actors
        .iter()
        .filter_map(|it| workspace.actor(it.actor));
    let places = event.places.iter().filter_map(|it| workspace.place(*it));
    let own = [&event.handle, &event.title, &event.summary];
    let named = actors
        .flat_map(|it| [&it.name, &it.handle])
        .chain(places.map(|it| &it.name));
    for part in own.into_iter().chain(named) {
        text.push_str(part);
        text.push('\n');
    }
}

/// The sources cited for each event or for one of its claims.
pub(crate) fn cited(workspace: &Workspace) -> BTreeMap<EventId, BTreeSet<model::SourceId>> {
    let event_of: BTreeMap<_, _> = workspace
        .claims
        .iter()
        .map(|claim| (claim.id, claim.event))
        .collect();
    let mut cited: BTreeMap<EventId, BTreeSet<model::SourceId>> = BTreeMap::new();
    for citation in &workspace.citations {
        let event = match citation.target {
            Target::Event(event) => Some(event),
            Target::Claim(claim) => event_of.get(&claim).copied(),
            Target::Link(_) => None,
        };
        if let Some(event) = event {
            cited.entry(event).or_default().insert(citation.source);
        }
    }
    cited
}

/// In order of time; what has no date comes last.
pub(crate) fn by_time<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<&'a Event> {
    let mut events: Vec<_> = events.collect();
    events.sort_by_key(|event| {
        let key = event.date.as_ref().map(model::FuzzyDate::sort_key);
        (key.is_none(), key, event.id)
    });
    events
}

#[cfg(test)]
mod tests;
