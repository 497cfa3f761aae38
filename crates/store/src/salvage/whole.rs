//! Saving a file of which only what is derived is damaged: all entries and the whole history are copied, row by row past
//! every index, and what is derived is built again.

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

/// Writes everything of `copy` to a new file at `to`; what is in it then, when that could be done. Otherwise nothing is
/// left at `to`.
pub(super) fn saved(copy: &SetAside, to: &Path) -> Option<Workspace> {
    let from = guard::connect(copy.path(), true).ok()?;
    let version: i64 = from
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .ok()?;
    // The tables of an older version are others; it is read page by page, as far as it cannot be opened.
    if version != schema::VERSION || schema::difference(&from, version).ok()?.is_some() {
        return None;
    }
    // Never over anything.
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
        // By its rows, not by an index that may be damaged.
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
