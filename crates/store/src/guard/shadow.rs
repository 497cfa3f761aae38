//! A copy in a temporary folder, for what must not be done to the file itself.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::place::{Place, beside};
use crate::copy;

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
        let empty = || -> std::io::Result<Self> {
            let shadow = Self::empty()?;
            std::fs::File::create_new(&shadow.path)?;
            Ok(shadow)
        };
        let shadow =
            empty().map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        copy::copy(db, &shadow.path)?;
        Ok(shadow)
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
