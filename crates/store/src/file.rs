//! A workspace file that is open.

use std::cell::Cell;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};

use crate::change::commit;
use crate::edit::Edit;
use crate::error::StoreError;
use crate::history::Standing;
use crate::table::WORKSPACE;
use crate::{guard, schema, seal, search};

/// Capacity of the cache of prepared statements: all that reading and writing use.
const STATEMENTS: usize = 128;

/// The page cache while a new file is filled; negative means KiB. The indexes of a million events fit, so that no page is
/// written twice.
const FILLING_CACHE_KIB: i64 = -256_000;

/// An open workspace file.
///
/// The same file may be open several times, in one process or in several: each change checks that nobody else has written
/// since this instance last read.
#[derive(Debug)]
pub struct File {
    pub(crate) db: Connection,
    pub(crate) name: String,
    path: PathBuf,
    read_only: bool,
    seen: Cell<i64>,
    pub(crate) pages: guard::PageCheck,
    // Declared after `db`, which must be closed before the copy that it reads is deleted.
    _shadow: Option<guard::Shadow>,
}

impl File {
    /// Creates an empty workspace at `path`, named after the file. Never overwrites.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when something is there; otherwise what the system reports.
    pub fn create(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::create_filled(path, |_| Ok(()))
    }

    /// Creates a workspace at `path` with what `fill` writes, in one transaction. Never overwrites.
    ///
    /// The history begins after it: filling is not a step, so it cannot be undone and no changeset is kept, which for a
    /// million events would take as much memory as they do. Everything else goes through [`File::change`].
    ///
    /// # Errors
    /// As [`File::create`], or what `fill` returns; then no file is left.
    pub fn create_filled(
        path: impl AsRef<Path>,
        fill: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        let (path, file) = (path.as_ref(), file_name(path.as_ref()));
        reserve(path, &file)?;
        let made = Self::fill(path, &file, fill);
        match made.and_then(|()| Self::open(path)) {
            Ok(open) => Ok(open),
            Err(error) => {
                // This call has just created the file.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    fn fill(
        path: &Path,
        file: &str,
        fill: impl FnOnce(&mut Edit<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let of = |error| StoreError::of(file, &error);
        let mut db = guard::connect(path, false).map_err(of)?;
        db.set_prepared_statement_cache_capacity(STATEMENTS);
        guard::configure_journal(&db).map_err(of)?;
        db.pragma_update(None, "cache_size", FILLING_CACHE_KIB)
            .map_err(of)?;
        let tx = db
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(of)?;
        Self::write_tables(&tx, file).map_err(of)?;
        let mut edit = Edit::new(&tx, file, 0);
        fill(&mut edit)?;
        let last_id = edit.last_id();
        search::fill(&tx, &tx).map_err(of)?;
        if last_id > 0 {
            Standing { step: 0, last_id }.write(&tx).map_err(of)?;
        }
        commit(tx, file)
    }

    /// Creates the tables and the single row of the workspace table.
    fn write_tables(db: &Connection, file: &str) -> rusqlite::Result<()> {
        schema::migrate(db, 0)?;
        let stem = Path::new(file).file_stem().map(OsStr::to_string_lossy);
        let name: String = stem.unwrap_or_default().chars().take(500).collect();
        let values = [Value::Integer(1), Value::Text(name), Value::Null];
        let seal = seal::of_values(WORKSPACE.name, values.iter().map(Into::into));
        let row = values.into_iter().chain([Value::Integer(seal)]);
        db.execute(WORKSPACE.put(), params_from_iter(row))?;
        Ok(())
    }

    /// Opens the workspace at `path` after checking that it is one, that its version is known and that it is not corrupt;
    /// for a large file the last check is left to [`File::look_through`]. A file without write permission is opened
    /// read-only.
    ///
    /// # Errors
    /// See [`StoreError`]; the file is unchanged.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        let (path, file) = (path.as_ref(), file_name(path.as_ref()));
        let opened = guard::open(path, &file)?;
        let seen = data_version(&opened.db).map_err(|error| StoreError::of(&file, &error))?;
        opened.db.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self {
            db: opened.db,
            name: file,
            path: path.to_owned(),
            read_only: opened.read_only,
            seen: Cell::new(seen),
            pages: opened.pages,
            _shadow: opened.shadow,
        })
    }

    /// Starts to check the pages of a large file in the background, half a second after the last call; this takes about as
    /// long as reading the file. Changes wait for it.
    pub fn look_through(&self) {
        self.pages.begin();
    }

    /// Waits until the pages have been checked; for most files that was done on opening.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] if they are corrupt.
    pub fn wait_until_whole(&self) -> Result<(), StoreError> {
        self.pages.settle()
    }

    /// Its path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its name without the folder, for messages and titles.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// True when it is read-only.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// False when another program has written since the last read: read it again.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be accessed.
    pub fn is_current(&self) -> Result<bool, StoreError> {
        self.is_seen(&self.db)
            .map_err(|error| StoreError::of(&self.name, &error))
    }

    /// True when nobody else has committed between the last read and the transaction of `db`.
    pub(crate) fn is_seen(&self, db: &Connection) -> rusqlite::Result<bool> {
        Ok(data_version(db)? == self.seen.get())
    }

    /// Remembers that this data version has been read.
    pub(crate) fn mark_seen(&self, version: i64) {
        self.seen.set(version);
    }
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(
        || String::from("(no name)"),
        |it| it.to_string_lossy().into_owned(),
    )
}

/// Creates the empty file, so that nothing is ever overwritten.
fn reserve(path: &Path, file: &str) -> Result<(), StoreError> {
    match std::fs::File::create_new(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Exists {
                file: file.to_owned(),
            })
        }
        Err(error) => Err(StoreError::System {
            file: file.to_owned(),
            detail: error.to_string(),
        }),
    }
}

/// A number that changes when another connection has committed.
pub(crate) fn data_version(db: &Connection) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, "data_version", |row| row.get(0))
}
