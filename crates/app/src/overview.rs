//! The `workspace` verb.

use model::{Kind, Layer, Status, Tone, Workspace};

use crate::dto::{
    ActorCount, CategoryCount, Extent, Filter, LayerCount, NoArgs, Overview, PlaceCount,
    SeverityCount, SourceCount, ThemeCount, WordCount,
};
use crate::filter::Counts;
use crate::shown::Shown;
use crate::{Fault, Session};

/// What the workspace holds.
pub(crate) fn workspace(session: &Session, _: NoArgs) -> Result<Overview, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&Filter::default())?;
    let counts = &shown.counts;
    Ok(Overview {
        name: workspace.name.clone(),
        file_name: session.file_name().to_owned(),
        state: session.state(),
        read_only: session.is_read_only(),
        as_of: workspace.as_of.map(|day| day.to_string()),
        event_count: count(shown.len()),
        link_count: count(linked(workspace, &shown)),
        extent: shown.extent(),
        themes: themes(workspace, counts),
        statuses: statuses(counts),
        tones: tones(counts),
        severities: severities(counts),
        actors: actors(workspace, counts),
        places: places(workspace, counts),
        sources: sources(workspace, counts),
        categories: categories(workspace, counts),
        kinds: kinds(counts),
        tags: tags(counts),
        layers: workspace
            .layers
            .iter()
            .map(|layer| layer_count(workspace, layer))
            .collect(),
        lanes: chart::LanesBy::ALL
            .iter()
            .map(|it| it.word().to_owned())
            .collect(),
        has_logo: workspace.settings.logo().is_some(),
    })
}

/// How many links lie between entries that pass.
fn linked(workspace: &Workspace, shown: &Shown) -> usize {
    if shown.len() == workspace.events.len() {
        return workspace.links.len();
    }
    let passes =
        |it: &&model::Link| shown.has(workspace, it.cause) && shown.has(workspace, it.effect);
    workspace.links.iter().filter(passes).count()
}

/// A length as it travels.
pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// From the first known start to the last known end.
pub(crate) fn extent<'a>(events: impl Iterator<Item = &'a model::Event>) -> Option<Extent> {
    let spans = events.filter_map(|event| event.date.as_ref()?.span_days());
    let extents = spans.map(|(from_days, to_days)| Extent { from_days, to_days });
    extents.reduce(Extent::with)
}

impl Extent {
    /// The stretch that holds both, where there are any.
    pub(crate) fn of_both(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.into_iter().chain(other).reduce(Self::with)
    }

    /// The stretch that holds both.
    pub(crate) fn with(self, other: Self) -> Self {
        Self {
            from_days: self.from_days.min(other.from_days),
            to_days: self.to_days.max(other.to_days),
        }
    }
}

pub(crate) fn statuses(counts: &Counts) -> Vec<WordCount> {
    let row = |it: &Status| WordCount {
        word: it.word().to_owned(),
        count: of(&counts.statuses, it),
    };
    Status::ALL.iter().map(row).collect()
}

pub(crate) fn kinds(counts: &Counts) -> Vec<WordCount> {
    let row = |it: &Kind| WordCount {
        word: it.word().to_owned(),
        count: of(&counts.kinds, it),
    };
    Kind::ALL.iter().map(row).collect()
}

/// Tags that are told; more would be no choice any more.
const MOST_TAGS: usize = 500;

/// The most frequent tags first.
pub(crate) fn tags(counts: &Counts) -> Vec<WordCount> {
    let row = |(word, count): (&String, &u32)| WordCount {
        word: word.clone(),
        count: *count,
    };
    let mut all: Vec<WordCount> = counts.tags.iter().map(row).collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.count));
    all.truncate(MOST_TAGS);
    all
}

fn categories(workspace: &Workspace, counts: &Counts) -> Vec<CategoryCount> {
    let row = |it: &model::Category| CategoryCount {
        id: it.id.to_string(),
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent.map(|id| id.to_string()),
        count: of(&counts.categories, &it.id),
    };
    workspace.categories.iter().map(row).collect()
}

pub(crate) fn tones(counts: &Counts) -> Vec<WordCount> {
    let row = |it: &Tone| WordCount {
        word: it.word().to_owned(),
        count: of(&counts.tones, it),
    };
    Tone::ALL.iter().map(row).collect()
}

pub(crate) fn severities(counts: &Counts) -> Vec<SeverityCount> {
    (1..=5)
        .map(|severity| SeverityCount {
            severity,
            count: of(&counts.severities, &severity),
        })
        .collect()
}

/// The count of `key`; 0 for what does not occur.
pub(crate) fn of<K: Ord>(counts: &std::collections::BTreeMap<K, u32>, key: &K) -> u32 {
    counts.get(key).copied().unwrap_or(0)
}

fn themes(workspace: &Workspace, counts: &Counts) -> Vec<ThemeCount> {
    let row = |it: &model::Theme| ThemeCount {
        id: it.id.to_string(),
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent.map(|id| id.to_string()),
        hue: it.hue.clone(),
        count: of(&counts.themes, &it.id),
    };
    workspace.themes.iter().map(row).collect()
}

fn actors(workspace: &Workspace, counts: &Counts) -> Vec<ActorCount> {
    let row = |it: &model::Actor| ActorCount {
        id: it.id.to_string(),
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent.map(|id| id.to_string()),
        count: of(&counts.actors, &it.id),
    };
    workspace.actors.iter().map(row).collect()
}

fn places(workspace: &Workspace, counts: &Counts) -> Vec<PlaceCount> {
    let row = |it: &model::Place| PlaceCount {
        id: it.id.to_string(),
        name: it.name.clone(),
        count: of(&counts.places, &it.id),
    };
    workspace.places.iter().map(row).collect()
}

fn sources(workspace: &Workspace, counts: &Counts) -> Vec<SourceCount> {
    let row = |(at, it): (usize, &model::Source)| SourceCount {
        id: it.id.to_string(),
        number: count(at + 1),
        handle: it.handle.clone(),
        outlet: it.outlet.clone(),
        title: it.title.clone(),
        published: it
            .published
            .as_ref()
            .map(|date| date.shown().into_owned())
            .unwrap_or_default(),
        count: of(&counts.sources, &it.id),
    };
    workspace.sources.iter().enumerate().map(row).collect()
}

fn layer_count(workspace: &Workspace, layer: &Layer) -> LayerCount {
    LayerCount {
        id: layer.id.to_string(),
        name: layer.name.clone(),
        on: layer.on,
        count: count(
            workspace
                .events
                .iter()
                .filter(|event| event.layer == Some(layer.id))
                .count(),
        ),
    }
}
