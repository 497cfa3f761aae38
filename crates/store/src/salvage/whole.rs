//! Saving a file of which only derived data are damaged: all entries and the whole history are copied row by row without
//! using any index, and derived data are rebuilt.

use std::path::Path;

use model::Workspace;
use rusqlite::{Connection, Result, params_from_iter};

use crate::error::StoreError;
use crate::file::File;
use crate::guard::{self, SetAside};
use crate::table::recorded;
use crate::{history, schema, search};

/// Tables of the history; parts after what they are part of.
const HISTORY: [&str; 4] = ["step", "step_part", "step_event", "standing"];

/// Copies everything in `copy` to a new file at `to`; returns the workspace if that worked. Otherwise no file is left at
/// `to`.
pub(super) fn saved(copy: &SetAside, to: &Path) -> Option<Workspace> {
    let from = guard::connect(copy.path(), true).ok()?;
    let version: i64 = from
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .ok()?;
    // An older version has other tables; if it cannot be opened, it is read page by page.
    if version != schema::VERSION || schema::difference(&from, version).ok()?.is_some() {
        return None;
    }
    // Never overwrites.
    let new = File::create(to).ok()?;
    let written = fill(&new, &from);
    drop(new);
    let read = written
        .and_then(|()| File::open(to))
        .and_then(|it| it.read());
    if read.is_err() {
        let _ = std::fs::remove_file(to);
    }
    read.ok()
}

fn fill(new: &File, from: &Connection) -> std::result::Result<(), StoreError> {
    let of = |error| StoreError::of(&new.name, &error);
    let tx = new.begin()?;
    rows(from, &tx).map_err(of)?;
    history::renew_standing(&tx).map_err(of)?;
    search::rebuild(&tx).map_err(of)?;
    crate::change::commit(tx, &new.name)
}

fn rows(from: &Connection, to: &Connection) -> Result<()> {
    to.execute_batch("DELETE FROM workspace; DELETE FROM standing")?;
    for table in recorded().chain(HISTORY) {
        // By row, because an index may be damaged.
        let mut all = from.prepare(&format!("SELECT * FROM {table} NOT INDEXED"))?;
        let columns = all.column_count();
        let marks = vec!["?"; columns].join(", ");
        let mut put = to.prepare(&format!("INSERT INTO {table} VALUES ({marks})"))?;
        let mut rows = all.query([])?;
        while let Some(row) = rows.next()? {
            let values = (0..columns).map(|it| row.get::<_, rusqlite::types::Value>(it));
            put.execute(params_from_iter(values.collect::<Result<Vec<_>>>()?))?;
        }
    }
    Ok(())
}
