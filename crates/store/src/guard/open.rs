//! The order of opening.

use std::path::Path;

use rusqlite::{Connection, ErrorCode, TransactionBehavior, ffi};

use super::inspect::{inspect, references};
use super::place::Place;
use super::shadow::Shadow;
use super::{connect, header, journal, settle_journal};
use crate::error::StoreError;
use crate::{copy, schema};

/// A file that was found to be a whole workspace of the latest version.
#[derive(Debug)]
pub(crate) struct Opened {
    /// The connection.
    pub(crate) db: Connection,
    /// True when it may only be read.
    pub(crate) read_only: bool,
    /// Where `db` reads a copy instead; keep it as long as `db`.
    pub(crate) shadow: Option<Shadow>,
}

/// Opens the workspace at `path` after checking that it is one, that its version is known and that it is whole.
///
/// # Errors
/// See [`StoreError`]; then the file is as it was.
pub(crate) fn open(path: &Path, file: &str) -> Result<Opened, StoreError> {
    let place = Place::of(path, file)?;
    journal::no_foreign_log(&place, file)?;
    header::identity(place.path(), file)?;
    if is_cut_off(place.path(), file)?
        && let Some(shadow) = recover(&place, file)?
    {
        return of_shadow(shadow, file);
    }
    let (db, version) = looked_at(place.path(), file, place.bytes())?;
    match writable(&place, &db, file)? {
        Some(writable) => Ok(Opened {
            db: writable,
            read_only: false,
            shadow: None,
        }),
        None if version < schema::VERSION => {
            let shadow = Shadow::of(&db).map_err(|error| StoreError::of(file, &error))?;
            of_shadow(shadow, file)
        }
        None => Ok(Opened {
            db,
            read_only: true,
            shadow: None,
        }),
    }
}

/// A connection that may only read, to a file that passed every check, and its version.
fn looked_at(path: &Path, file: &str, bytes: u64) -> Result<(Connection, i64), StoreError> {
    let mut db = connect(path, true).map_err(|error| StoreError::of(file, &error))?;
    let version = inspect(&mut db, file, bytes)?;
    Ok((db, version))
}

/// True when a program stopped in the middle of a change: its journal is there, and nobody is at work on it.
fn is_cut_off(path: &Path, file: &str) -> Result<bool, StoreError> {
    let looked = connect(path, true).and_then(|db| {
        // The first look at the pages; settings alone need none.
        db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
    });
    match looked {
        Err(error) if extended(&error) == Some(ffi::SQLITE_READONLY_ROLLBACK) => Ok(true),
        Err(error) => Err(StoreError::of(file, &error)),
        Ok(()) => Ok(false),
    }
}

fn extended(error: &rusqlite::Error) -> Option<i32> {
    error.sqlite_error().map(|it| it.extended_code)
}

/// Undoes a change that was cut off: on a copy first, which must turn out whole, then on the file, where that may be
/// done. Returns the copy where it may not.
fn recover(place: &Place, file: &str) -> Result<Option<Shadow>, StoreError> {
    journal::belongs(place, file)?;
    let shadow = Shadow::with_journal(place).map_err(|error| StoreError::System {
        file: file.to_owned(),
        detail: format!(
            "undoing a change that was cut off needs a copy in the temporary folder: {error}"
        ),
    })?;
    let of = |error| StoreError::of(file, &error);
    roll_back(shadow.path()).map_err(of)?;
    let (db, _) = looked_at(shadow.path(), file, place.bytes())?;
    references(&db, file)?;
    match roll_back(place.path()) {
        Ok(()) => Ok(None),
        Err(error) if may_only_be_read(&error) => Ok(Some(shadow)),
        Err(error) => Err(of(error)),
    }
}

/// SQLite undoes what was cut off when a connection that may write first looks at the file.
fn roll_back(path: &Path) -> rusqlite::Result<()> {
    let db = connect(path, false)?;
    db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
}

fn may_only_be_read(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    let journal_stays = extended(error) == Some(ffi::SQLITE_IOERR_DELETE);
    journal_stays
        || matches!(
            code,
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied)
        )
}

/// Goes on with a copy, which nobody may write to.
fn of_shadow(shadow: Shadow, file: &str) -> Result<Opened, StoreError> {
    let of = |error| StoreError::of(file, &error);
    let mut db = connect(shadow.path(), false).map_err(of)?;
    prepare(&mut db, None).map_err(of)?;
    Ok(Opened {
        db,
        read_only: true,
        shadow: Some(shadow),
    })
}

/// A connection that may write to the file that `looked_at` reads, brought up to date; `None` where the file or its folder
/// forbids it.
fn writable(
    place: &Place,
    looked_at: &Connection,
    file: &str,
) -> Result<Option<Connection>, StoreError> {
    let of = |error| StoreError::of(file, &error);
    let marked = std::fs::metadata(place.path()).is_ok_and(|it| it.permissions().readonly());
    if marked {
        return Ok(None);
    }
    let mut db = connect(place.path(), false).map_err(of)?;
    // The one that was looked at, not another that has just been put in its place.
    if !place.is_still_there() {
        return Err(StoreError::Gone {
            file: file.to_owned(),
        });
    }
    if db.is_readonly("main").map_err(of)? {
        return Ok(None);
    }
    if tables_now(&db).map_err(of)? != tables_now(looked_at).map_err(of)? {
        return Err(StoreError::Busy {
            file: file.to_owned(),
        });
    }
    match settle_journal(&db).and_then(|()| prepare(&mut db, Some((place, looked_at)))) {
        Ok(()) => {
            watch(&mut db, place.clone()).map_err(of)?;
            Ok(Some(db))
        }
        Err(error) if may_only_be_read(&error) => Ok(None),
        Err(error) => Err(of(error)),
    }
}

/// Turns every commit into a rollback once the file does not lie there any more: it would go where nobody looks for it.
/// `StoreError::of` knows the error that this makes.
fn watch(db: &mut Connection, place: Place) -> rusqlite::Result<()> {
    db.commit_hook(Some(move || !place.is_still_there()))
}

/// A number that changes with any table, and the version.
fn tables_now(db: &Connection) -> rusqlite::Result<(i64, i64)> {
    let number = |name| db.pragma_query_value(None, name, |row| row.get(0));
    Ok((number("schema_version")?, number("user_version")?))
}

/// Takes the lock of writing once, so that a file in use is told at once, and brings an older version up to date. Where
/// there is nothing to do it begins a change and drops it: that needs the journal, so it tells a folder that may not be
/// written to, and leaves the file as it is. Before anything of an older version is changed, a copy of what the
/// reader in `old` reads is kept beside it; nobody can write meanwhile.
fn prepare(db: &mut Connection, old: Option<(&Place, &Connection)>) -> rusqlite::Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version < schema::VERSION {
        if let Some((place, reader)) = old {
            copy::keep_version(reader, place.path(), version)?;
        }
        schema::migrate(&tx, version)?;
        return tx.commit();
    }
    tx.execute("UPDATE workspace SET name = name", [])?;
    tx.rollback()
}
