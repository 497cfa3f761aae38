//! A copy in a temporary folder, for what must not be done to the file itself.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use tempfile::TempDir;

use super::place::{Place, beside};

/// How often, and how long between, to ask for a moment in which nobody writes.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(100);

/// A copy that goes away when this does.
#[derive(Debug)]
pub(crate) struct Shadow {
    _folder: TempDir,
    path: PathBuf,
}

impl Shadow {
    fn empty() -> std::io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("faultline-").tempdir()?;
        let path = folder.path().join("copy.faultline");
        Ok(Self {
            _folder: folder,
            path,
        })
    }

    /// Copies a file and the journal beside it. Only for a journal that is to be rolled back (see `journal::belongs`).
    pub(super) fn with_journal(place: &Place) -> std::io::Result<Self> {
        let shadow = Self::empty()?;
        copy(place.path(), &shadow.path)?;
        copy(&place.beside("-journal"), &beside(&shadow.path, "-journal"))?;
        Ok(shadow)
    }

    /// Copies what `db` reads.
    pub(super) fn of(db: &Connection) -> rusqlite::Result<Self> {
        let shadow = Self::empty()
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        let mut to = Connection::open(&shadow.path)?;
        let copying = Backup::new(db, &mut to)?;
        for _ in 0..TRIES {
            if copying.step(-1)? == StepResult::Done {
                return Ok(shadow);
            }
            std::thread::sleep(PAUSE);
        }
        let busy = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY);
        Err(rusqlite::Error::SqliteFailure(busy, None))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

/// The copy may be written to even where the file may not.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut from = std::fs::File::open(from)?;
    std::io::copy(&mut from, &mut std::fs::File::create_new(to)?)?;
    Ok(())
}
