//! Which entries pass a filter, and what other choices would show.

use std::collections::{BTreeMap, BTreeSet};

use api::dto::Filter;
use model::{
    ActorId, CategoryId, DatasetId, Event, EventId, Kind, PlaceId, SourceId, Status, Target,
    ThemeId, Workspace,
};
use store::words::fold;

use crate::lookup::tree::{actor_tree, category_tree, theme_tree};

mod counts;
mod in_words;
mod period;
mod text;

pub(crate) use counts::Counts;
pub(crate) use in_words::in_words;
use period::Period;
pub(crate) use period::days_of;
use text::Sought;

/// The parts of a filter that have counts of their own, one bit each.
pub(crate) type Facets = u16;
const THEME: Facets = 1;
const STATUS: Facets = 2;
const SEVERITY: Facets = 4;
const ACTOR: Facets = 8;
const WORDS: Facets = 16;
const PLACE: Facets = 32;
const SOURCE: Facets = 64;
const CATEGORY: Facets = 128;
const KIND: Facets = 256;
const TAG: Facets = 512;
const PERIOD: Facets = 1024;

/// A filter compiled for one workspace.
pub(crate) struct CompiledFilter<'a> {
    workspace: &'a Workspace,
    datasets: BTreeSet<DatasetId>,
    themes: Option<BTreeSet<ThemeId>>,
    statuses: BTreeSet<Status>,
    severity_min: u8,
    actors: Option<BTreeSet<ActorId>>,
    places: Option<BTreeSet<PlaceId>>,
    /// Entries for which one of the chosen sources is cited.
    citing: Option<BTreeSet<EventId>>,
    categories: Option<BTreeSet<CategoryId>>,
    kinds: BTreeSet<Kind>,
    /// Folded.
    tags: Vec<String>,
    period: Option<Period>,
    words: Sought,
    found: Sought,
}

impl<'a> CompiledFilter<'a> {
    /// Compiles `filter`. Ids of deleted items are not an error: they match nothing.
    pub(crate) fn new(workspace: &'a Workspace, filter: &Filter) -> Self {
        let (themes, actors) = (&filter.themes, &filter.actors);
        let (categories, places, sources) = (&filter.categories, &filter.places, &filter.sources);
        let cited = |by: &SourceIds| by.iter().any(|it| sources.contains(it));
        let citing = || citing(workspace, cited);
        Self {
            workspace,
            datasets: datasets(workspace, filter.datasets.as_deref()),
            themes: (!themes.is_empty()).then(|| theme_tree(workspace).with_parts(themes)),
            statuses: filter.statuses.iter().copied().collect(),
            severity_min: filter.severity_min,
            actors: (!actors.is_empty()).then(|| actor_tree(workspace).with_parts(actors)),
            places: (!places.is_empty()).then(|| places.iter().copied().collect()),
            citing: (!sources.is_empty()).then(citing),
            categories: (!categories.is_empty())
                .then(|| category_tree(workspace).with_parts(categories)),
            kinds: filter.kinds.iter().copied().collect(),
            tags: filter.tags.iter().map(|it| fold(it)).collect(),
            period: Period::of(filter),
            words: Sought::new(&filter.words),
            found: Sought::with_sources(workspace, &filter.found),
        }
    }

    /// Entries of the chronology and of the shown datasets: what the filter chooses from.
    pub(crate) fn eligible(&self) -> impl Iterator<Item = &'a Event> {
        let workspace = self.workspace;
        workspace
            .events
            .iter()
            .filter(|event| in_datasets(event, &self.datasets))
    }

    /// Whether `event` is of the chronology or of a shown dataset.
    pub(crate) fn is_eligible(&self, event: &Event) -> bool {
        in_datasets(event, &self.datasets)
    }

    /// Entries that pass.
    pub(crate) fn passing(&self) -> impl Iterator<Item = &'a Event> {
        self.workspace.events.iter().filter(|it| self.passes(it))
    }

    /// Whether `event` passes.
    pub(crate) fn passes(&self, event: &Event) -> bool {
        in_datasets(event, &self.datasets)
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
        let places = |chosen: &BTreeSet<PlaceId>| event.places.iter().any(|it| chosen.contains(it));
        let category =
            |chosen: &BTreeSet<CategoryId>| event.category.is_some_and(|it| chosen.contains(&it));
        let is_of = self.statuses.is_empty() || self.statuses.contains(&event.status);
        let is_kind = self.kinds.is_empty() || self.kinds.contains(&event.kind);
        let is_tagged =
            self.tags.is_empty() || event.tags.iter().any(|it| self.tags.contains(&fold(it)));
        let cites = self.citing.as_ref().is_none_or(|it| it.contains(&event.id));
        let in_period = self.period.as_ref().is_none_or(|it| it.may_hold(event));
        let unless = |passes: bool, facet| if passes { 0 } else { facet };
        unless(self.themes.as_ref().is_none_or(themes), THEME)
            | unless(is_of, STATUS)
            | unless(event.severity >= self.severity_min, SEVERITY)
            | unless(self.actors.as_ref().is_none_or(actors), ACTOR)
            | unless(self.places.as_ref().is_none_or(places), PLACE)
            | unless(cites, SOURCE)
            | unless(self.categories.as_ref().is_none_or(category), CATEGORY)
            | unless(is_kind, KIND)
            | unless(is_tagged, TAG)
            | unless(in_period, PERIOD)
    }

    fn has_words(&self, event: &Event, room: &mut String) -> bool {
        [&self.words, &self.found]
            .iter()
            .all(|it| it.are_in(self.workspace, event, room))
    }

    /// Whether `event` passes everything but the choice of sources; `None` when none are chosen, so that it makes no
    /// difference.
    fn passes_but_sources(&self, event: &Event) -> Option<bool> {
        self.citing.as_ref()?;
        let failing = self.failing(event, &mut String::new()) & !SOURCE;
        Some(self.is_eligible(event) && failing == 0)
    }
}

type SourceIds = BTreeSet<SourceId>;

/// Whether citations decide what passes `filter`: then it must be asked again when one comes or goes.
pub(crate) fn heeds_citations(filter: &Filter) -> bool {
    !(filter.sources.is_empty() && filter.found.is_empty())
}

/// Entries of which the cited sources are as wanted.
fn citing(workspace: &Workspace, wanted: impl Fn(&SourceIds) -> bool) -> BTreeSet<EventId> {
    let cited = cited(workspace).into_iter();
    cited
        .filter(|(_, by)| wanted(by))
        .map(|(event, _)| event)
        .collect()
}

/// True for entries of the chronology itself and of `datasets`.
pub(crate) fn in_datasets(event: &Event, datasets: &BTreeSet<DatasetId>) -> bool {
    event
        .dataset
        .is_none_or(|dataset| datasets.contains(&dataset))
}

/// The datasets that `chosen` names, or those that are on.
pub(crate) fn datasets(workspace: &Workspace, chosen: Option<&[DatasetId]>) -> BTreeSet<DatasetId> {
    match chosen {
        Some(ids) => ids.iter().copied().collect(),
        None => workspace
            .datasets
            .iter()
            .filter(|dataset| dataset.on)
            .map(|dataset| dataset.id)
            .collect(),
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

/// True when the filter hides anything it could hide.
pub(crate) fn filters(filter: &Filter) -> bool {
    *filter
        != Filter {
            datasets: filter.datasets.clone(),
            ..Filter::default()
        }
}

#[cfg(test)]
mod tests;
