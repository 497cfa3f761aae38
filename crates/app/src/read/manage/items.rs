//! Themes, categories, actors, places and datasets as they are managed: in the order of the tree, with their uses.

use std::collections::BTreeMap;

use api::Fault;
use api::dto::{ItemRow, ItemsArgs};
use model::{Event, Workspace};

use crate::lookup::rows::count;
use crate::lookup::vocabulary::no_list;
use crate::session::Session;

/// The rows of a list.
pub(crate) fn items(session: &Session, args: ItemsArgs) -> Result<Vec<ItemRow>, Fault> {
    let workspace = session.workspace();
    Ok(match args.list.as_str() {
        "themes" => in_tree(themes(workspace)),
        "categories" => in_tree(categories(workspace)),
        "actors" => in_tree(actors(workspace)),
        "places" => places(workspace),
        "datasets" | "layers" => datasets(workspace),
        other => return Err(no_list(other)),
    })
}

/// How many events refer to an item.
struct Uses<K>(BTreeMap<K, usize>);

impl<K: Ord> Uses<K> {
    fn count(workspace: &Workspace, of: impl Fn(&Event) -> Vec<K>) -> Self {
        let mut counts = BTreeMap::new();
        for id in workspace.events.iter().flat_map(of) {
            *counts.entry(id).or_default() += 1;
        }
        Self(counts)
    }

    fn of(&self, id: &K) -> u32 {
        count(self.0.get(id).copied().unwrap_or(0))
    }
}

fn themes(workspace: &Workspace) -> Vec<ItemRow> {
    let uses = Uses::count(workspace, |event| event.themes.clone());
    let row = |it: &model::Theme| ItemRow {
        id: it.id.to_string(),
        handle: Some(it.handle.clone()),
        name: it.name.clone(),
        parent: it.parent.map(|id| id.to_string()),
        hue: Some(it.hue.clone()),
        uses: uses.of(&it.id),
        ..ItemRow::default()
    };
    workspace.themes.iter().map(row).collect()
}

fn categories(workspace: &Workspace) -> Vec<ItemRow> {
    let uses = Uses::count(workspace, |event| event.category.into_iter().collect());
    let row = |it: &model::Category| ItemRow {
        id: it.id.to_string(),
        handle: Some(it.handle.clone()),
        name: it.name.clone(),
        parent: it.parent.map(|id| id.to_string()),
        cameo: Some(it.cameo.clone()),
        plover: Some(it.plover.clone()),
        uses: uses.of(&it.id),
        ..ItemRow::default()
    };
    workspace.categories.iter().map(row).collect()
}

fn actors(workspace: &Workspace) -> Vec<ItemRow> {
    let uses = Uses::count(workspace, |event| {
        event.actors.iter().map(|it| it.actor).collect()
    });
    let row = |it: &model::Actor| ItemRow {
        id: it.id.to_string(),
        handle: Some(it.handle.clone()),
        name: it.name.clone(),
        parent: it.parent.map(|id| id.to_string()),
        country: Some(it.country.clone()),
        uses: uses.of(&it.id),
        ..ItemRow::default()
    };
    workspace.actors.iter().map(row).collect()
}

fn places(workspace: &Workspace) -> Vec<ItemRow> {
    let uses = Uses::count(workspace, |event| event.places.clone());
    let row = |it: &model::Place| ItemRow {
        id: it.id.to_string(),
        name: it.name.clone(),
        country: Some(it.country.clone()),
        latitude_deg: it.latitude_deg,
        longitude_deg: it.longitude_deg,
        uses: uses.of(&it.id),
        ..ItemRow::default()
    };
    workspace.places.iter().map(row).collect()
}

fn datasets(workspace: &Workspace) -> Vec<ItemRow> {
    let uses = Uses::count(workspace, |event| event.dataset.into_iter().collect());
    let row = |it: &model::Dataset| ItemRow {
        id: it.id.to_string(),
        name: it.name.clone(),
        on: Some(it.on),
        uses: uses.of(&it.id),
        ..ItemRow::default()
    };
    workspace.datasets.iter().map(row).collect()
}

/// Every row after the one that it is part of, siblings in the order of the list. Rows of a loop, which a damaged file
/// may hold, come last.
fn in_tree(rows: Vec<ItemRow>) -> Vec<ItemRow> {
    let mut parts: BTreeMap<Option<String>, Vec<ItemRow>> = BTreeMap::new();
    for row in rows {
        parts.entry(row.parent.clone()).or_default().push(row);
    }
    let mut placed = Vec::new();
    place(None, 0, &mut parts, &mut placed);
    placed.extend(parts.into_values().flatten());
    placed
}

fn place(
    parent: Option<String>,
    depth: u32,
    parts: &mut BTreeMap<Option<String>, Vec<ItemRow>>,
    placed: &mut Vec<ItemRow>,
) {
    for mut row in parts.remove(&parent).unwrap_or_default() {
        let id = row.id.clone();
        row.depth = depth;
        placed.push(row);
        place(Some(id), depth + 1, parts, placed);
    }
}
