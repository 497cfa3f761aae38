//! Updating a workspace that was read before.

use std::collections::BTreeSet;

use model::Workspace;
use rusqlite::Connection;

use super::{events, lists, name_and_as_of, pins, series, sources};
use crate::error::StoreError;
use crate::file::File;
use crate::touched::Touched;

/// Up to this many entries are inserted one by one; more are merged in one pass over the list.
const FEW: usize = 16;

impl File {
    /// Brings `workspace`, as it was before a change, up to date after it, reading only what the change touched.
    ///
    /// # Errors
    /// [`StoreError::ChangedElsewhere`] when another program has written since; then read it again. Otherwise as
    /// [`File::read`]. After an error the workspace may be partly updated.
    pub fn update(&self, workspace: &mut Workspace, touched: &Touched) -> Result<(), StoreError> {
        let mut all = || -> rusqlite::Result<bool> {
            let tx = self.db.unchecked_transaction()?;
            renew(&tx, workspace, touched)?;
            self.is_seen(&tx)
        };
        match all() {
            Ok(true) => Ok(()),
            Ok(false) => Err(StoreError::ChangedElsewhere {
                file: self.name.clone(),
            }),
            Err(error) => Err(StoreError::of(&self.name, &error)),
        }
    }
}

fn renew(db: &Connection, all: &mut Workspace, touched: &Touched) -> rusqlite::Result<()> {
    place(
        &mut all.events,
        &touched.events,
        |it| it.id,
        |id| events::event_of(db, id),
    )?;
    place(
        &mut all.links,
        &touched.links,
        |it| it.id,
        |id| events::link_of(db, id),
    )?;
    place(
        &mut all.claims,
        &touched.claims,
        |it| it.id,
        |id| sources::claim_of(db, id),
    )?;
    place(
        &mut all.citations,
        &touched.citations,
        |it| it.id,
        |id| sources::citation_of(db, id),
    )?;
    place(
        &mut all.series,
        &touched.series,
        |it| it.id,
        |id| series::series_of(db, id),
    )?;
    if touched.pins {
        all.pins = pins::pins(db)?;
    }
    if touched.lists {
        (all.name, all.as_of) = name_and_as_of(db)?;
        all.link_types = lists::link_types(db)?;
        all.themes = lists::themes(db)?;
        all.categories = lists::categories(db)?;
        all.actors = lists::actors(db)?;
        all.places = lists::places(db)?;
        all.sources = sources::sources(db)?;
        all.datasets = lists::datasets(db)?;
        all.scales = lists::scales(db)?;
        all.weights = series::weights(db)?;
        all.settings = series::settings(db)?;
    }
    Ok(())
}

/// Puts what `read` finds for each of `ids` into `list`, which is in the order of ids, or takes it out.
fn place<T, Id: Ord + Copy>(
    list: &mut Vec<T>,
    ids: &BTreeSet<Id>,
    id_of: impl Fn(&T) -> Id,
    read: impl Fn(Id) -> rusqlite::Result<Option<T>>,
) -> rusqlite::Result<()> {
    if ids.len() > FEW {
        let found = ids.iter().map(|id| read(*id)).filter_map(Result::transpose);
        let found: Vec<T> = found.collect::<rusqlite::Result<_>>()?;
        list.retain(|it| !ids.contains(&id_of(it)));
        list.extend(found);
        list.sort_by_key(id_of);
        return Ok(());
    }
    for id in ids {
        match (list.binary_search_by_key(id, &id_of), read(*id)?) {
            (Ok(at), Some(it)) => list[at] = it,
            (Ok(at), None) => drop(list.remove(at)),
            (Err(at), Some(it)) => list.insert(at, it),
            (Err(_), None) => {}
        }
    }
    Ok(())
}
