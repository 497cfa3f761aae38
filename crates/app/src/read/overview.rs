//! The `workspace` verb.

use api::Fault;
use api::dto::{
    ActorCount, CategoryCount, DatasetCount, Filter, NoArgs, Overview, PlaceCount, SourceCount,
    ThemeCount,
};
use api::words::LanesBy;
use model::{Dataset, Workspace};

use super::counts::{kinds, of, severities, statuses, tags, tones};
use crate::lookup::filter::Counts;
use crate::lookup::rows::count;
use crate::session::Session;
use crate::session::cache::shown::Shown;

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
        datasets: workspace
            .datasets
            .iter()
            .map(|dataset| dataset_count(workspace, dataset))
            .collect(),
        lanes: LanesBy::ALL.to_vec(),
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

fn categories(workspace: &Workspace, counts: &Counts) -> Vec<CategoryCount> {
    let row = |it: &model::Category| CategoryCount {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent,
        count: of(&counts.categories, &it.id),
    };
    workspace.categories.iter().map(row).collect()
}

fn themes(workspace: &Workspace, counts: &Counts) -> Vec<ThemeCount> {
    let row = |it: &model::Theme| ThemeCount {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent,
        hue: it.hue.clone(),
        count: of(&counts.themes, &it.id),
    };
    workspace.themes.iter().map(row).collect()
}

fn actors(workspace: &Workspace, counts: &Counts) -> Vec<ActorCount> {
    let row = |it: &model::Actor| ActorCount {
        id: it.id,
        handle: it.handle.clone(),
        name: it.name.clone(),
        parent: it.parent,
        count: of(&counts.actors, &it.id),
    };
    workspace.actors.iter().map(row).collect()
}

fn places(workspace: &Workspace, counts: &Counts) -> Vec<PlaceCount> {
    let row = |it: &model::Place| PlaceCount {
        id: it.id,
        name: it.name.clone(),
        count: of(&counts.places, &it.id),
    };
    workspace.places.iter().map(row).collect()
}

fn sources(workspace: &Workspace, counts: &Counts) -> Vec<SourceCount> {
    let row = |(at, it): (usize, &model::Source)| SourceCount {
        id: it.id,
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

fn dataset_count(workspace: &Workspace, dataset: &Dataset) -> DatasetCount {
    DatasetCount {
        id: dataset.id,
        name: dataset.name.clone(),
        on: dataset.on,
        count: count(
            workspace
                .events
                .iter()
                .filter(|event| event.dataset == Some(dataset.id))
                .count(),
        ),
    }
}
