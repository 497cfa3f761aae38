//! A copy in a temporary folder, for operations that must not touch the file itself.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::place::{Place, beside};
use super::{journal, open};
use crate::copy;
use crate::error::StoreError;

/// A copy that is deleted when this is dropped.
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

    /// Copies a file and the journal next to it. Only for a journal that is to be rolled back (see `journal::belongs`).
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

/// The copy is writable even where the file is not.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    let mut from = std::fs::File::open(from)?;
    std::io::copy(&mut from, &mut std::fs::File::create_new(to)?)?;
    Ok(())
}

/// A copy of a file as it was found, to examine it without touching it.
#[derive(Debug)]
pub(crate) struct SetAside {
    /// The copy, with an interrupted change rolled back.
    pub(crate) bytes: Vec<u8>,
    /// What is wrong next to it, in sentences.
    pub(crate) wrong: Vec<String>,
    copy: Shadow,
}

impl SetAside {
    /// Where the copy lies.
    pub(crate) fn path(&self) -> &Path {
        &self.copy.path
    }
}

/// Copies the file at `path` and rolls back an interrupted change in the copy.
pub(crate) fn set_aside(path: &Path, file: &str) -> Result<SetAside, StoreError> {
    let system = |error: std::io::Error| StoreError::System {
        file: file.to_owned(),
        detail: error.to_string(),
    };
    let place = Place::of(path, file)?;
    let mut bytes = read_and_stay(place.path()).map_err(system)?;
    let copy = Shadow::empty().map_err(system)?;
    std::fs::write(&copy.path, &bytes).map_err(system)?;
    let mut wrong = Vec::new();
    for ending in ["-wal", "-journal"] {
        let log = std::fs::read(place.beside(ending)).unwrap_or_default();
        if log.is_empty() {
            continue;
        }
        let beside = beside(&copy.path, ending);
        std::fs::write(&beside, log).map_err(system)?;
        let copied = Place::of(&copy.path, file)?;
        if ending == "-journal" && journal::belongs(&copied, file).is_ok() {
            // In a damaged file the rollback may fail; then it is read as it is.
            let _ = open::roll_back(&copy.path);
            bytes = std::fs::read(&copy.path).map_err(system)?;
        } else {
            wrong.push(format!(
                "Next to it is \"{file}{ending}\", which belongs to another file and must not be applied to it."
            ));
        }
        let _ = std::fs::remove_file(beside);
    }
    Ok(SetAside { bytes, wrong, copy })
}

/// Reads a file without SQLite. It stays open until the program ends, because closing it would drop the locks that other
/// connections of this process hold on it (<https://www.sqlite.org/howtocorrupt.html>, 2.2).
fn read_and_stay(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = std::fs::File::open(path)?;
    std::io::Read::read_to_end(&mut file, &mut bytes)?;
    if cfg!(unix) {
        std::mem::forget(file);
    }
    Ok(bytes)
}
