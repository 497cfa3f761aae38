//! Which entries pass a filter, and what other choices would show.

use std::collections::{BTreeMap, BTreeSet};

use model::{ActorId, Event, EventId, LayerId, Status, Target, ThemeId, Workspace};

use crate::Fault;
use crate::check::id;
use crate::dto::Filter;
use crate::fold::fold;
use crate::tree::{actor_tree, theme_tree};

/// The parts of a filter that have counts of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    Theme,
    Status,
    Severity,
    Actor,
    Words,
}

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
        in_layers(event, &self.layers) && self.failing(event).is_empty()
    }

    /// Ids of the entries that pass.
    pub(crate) fn shown(&self) -> BTreeSet<EventId> {
        self.passing().map(|event| event.id).collect()
    }

    /// The parts of the filter that `event` does not pass.
    pub(crate) fn failing(&self, event: &Event) -> Vec<Facet> {
        let themes = |chosen: &BTreeSet<ThemeId>| event.themes.iter().any(|it| chosen.contains(it));
        let actors =
            |chosen: &BTreeSet<ActorId>| event.actors.iter().any(|it| chosen.contains(&it.actor));
        let checks = [
            (Facet::Theme, self.themes.as_ref().is_none_or(themes)),
            (
                Facet::Status,
                self.statuses.is_empty() || self.statuses.contains(&event.status),
            ),
            (Facet::Severity, event.severity >= self.severity_min),
            (Facet::Actor, self.actors.as_ref().is_none_or(actors)),
            (Facet::Words, self.has_words(event)),
        ];
        checks
            .into_iter()
            .filter(|(_, passes)| !passes)
            .map(|(facet, _)| facet)
            .collect()
    }

    fn has_words(&self, event: &Event) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let text = fold(&searched(self.workspace, event));
        self.words.iter().all(|word| text.contains(word.as_str()))
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

/// Everything about an event that words are looked for in.
fn searched(workspace: &Workspace, event: &Event) -> String {
    let actors = event
        .actors
        .iter()
        .filter_map(|it| workspace.actor(it.actor));
    let places = event.places.iter().filter_map(|it| workspace.place(*it));
    let mut text = [event.handle.as_str(), &event.title, &event.summary].join("\n");
    for part in actors
        .flat_map(|it| [&it.name, &it.handle])
        .chain(places.map(|it| &it.name))
    {
        text.push('\n');
        text.push_str(part);
    }
    text
}

/// How many entries there are per choice of each facet.
#[derive(Default)]
pub(crate) struct Counts {
    pub(crate) themes: BTreeMap<ThemeId, u32>,
    pub(crate) statuses: BTreeMap<Status, u32>,
    pub(crate) tones: BTreeMap<model::Tone, u32>,
    pub(crate) severities: BTreeMap<u8, u32>,
    pub(crate) actors: BTreeMap<ActorId, u32>,
    pub(crate) places: BTreeMap<model::PlaceId, u32>,
    pub(crate) sources: BTreeMap<model::SourceId, u32>,
}

impl Counts {
    /// Counts over what `sieve` chooses from. A facet heeds every part of the filter but its own.
    pub(crate) fn of(sieve: &Sieve<'_>) -> Self {
        let (themes, actors) = (theme_tree(sieve.workspace), actor_tree(sieve.workspace));
        let cited = cited(sieve.workspace);
        let mut counts = Self::default();
        for event in sieve.eligible() {
            let failing = sieve.failing(event);
            let passes_but = |facet| failing.iter().all(|it| *it == facet);
            if passes_but(Facet::Theme) {
                add(
                    &mut counts.themes,
                    themes.with_wholes(event.themes.iter().copied()),
                );
            }
            if passes_but(Facet::Status) {
                add(&mut counts.statuses, [event.status]);
            }
            if passes_but(Facet::Severity) {
                add(&mut counts.severities, [event.severity]);
            }
            if passes_but(Facet::Actor) {
                add(
                    &mut counts.actors,
                    actors.with_wholes(event.actors.iter().map(|it| it.actor)),
                );
            }
            if failing.is_empty() {
                add(&mut counts.tones, [event.tone]);
                add(
                    &mut counts.places,
                    event.places.iter().copied().collect::<BTreeSet<_>>(),
                );
                add(
                    &mut counts.sources,
                    cited.get(&event.id).into_iter().flatten().copied(),
                );
            }
        }
        counts
    }
}

fn add<K: Ord>(counts: &mut BTreeMap<K, u32>, keys: impl IntoIterator<Item = K>) {
    for key in keys {
        *counts.entry(key).or_default() += 1;
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
