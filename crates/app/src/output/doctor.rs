//! What is wrong with a file, and what can be saved of it.

use std::path::Path;

use api::Fault;
use serde::Serialize;
use store::Salvaged;

use crate::lookup::atomic_file;
use crate::session::Session;
use crate::session::faults::of_store;

/// The result of examining a file.
#[derive(Debug, Clone, Serialize)]
pub struct Diagnosis {
    /// Its name without the folder.
    pub file: String,
    /// What is wrong, one sentence each; empty when the file is intact.
    pub wrong: Vec<String>,
    /// True when it opens and every entry is as it was written: the damage is in what follows from the entries, or in steps
    /// of the history.
    pub has_all_entries: bool,
    /// What can be read, by kind.
    pub readable: Vec<Readable>,
}

/// How much of a kind can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Readable {
    /// The kind, in the plural ("events").
    pub kind: &'static str,
    /// Number found.
    pub found: usize,
    /// Number whose checksum does not match.
    pub doubtful: usize,
    /// Number known to be missing.
    pub lost: usize,
}

/// Examines the file at `path` as thoroughly as possible, without changing it.
///
/// # Errors
/// [`api::FaultCode::File`] when it cannot be read at all, or is something else.
pub fn examine(path: &Path) -> Result<Diagnosis, Fault> {
    let examined = store::examine(path).map_err(of_store)?;
    Ok(Diagnosis {
        file: atomic_file::file_name(path),
        wrong: examined.wrong,
        has_all_entries: examined.has_all_entries,
        readable: readable(&examined.readable),
    })
}

/// Builds again what the file at `path` derives from its entries and its history: the index for searching and others. Says
/// what was done, a sentence each.
///
/// # Errors
/// [`api::FaultCode::File`] or [`api::FaultCode::Damaged`]; then nothing was changed.
pub fn rebuild(path: &Path) -> Result<Vec<String>, Fault> {
    store::File::open(path)
        .and_then(|mut it| it.rebuild())
        .map_err(of_store)
}

impl Session {
    /// Writes what can be read of the damaged file `from` to the new file `to`, and says what was lost, a line each.
    ///
    /// # Errors
    /// [`api::FaultCode::Exists`] or [`api::FaultCode::File`]; `from` is never written to.
    pub fn salvage(from: &Path, to: &Path) -> Result<Vec<String>, Fault> {
        Ok(lost(&store::salvage(from, to).map_err(of_store)?))
    }
}

/// What was lost or is doubtful, a line each.
fn lost(salvaged: &Salvaged) -> Vec<String> {
    let counts = readable(salvaged).into_iter().filter(|it| it.lost > 0);
    let without = (!salvaged.with_history)
        .then(|| String::from("The history was not saved: what was done before cannot be undone."));
    counts
        .map(|it| format!("{} {} lost", it.lost, it.kind))
        .chain(salvaged.doubtful.iter().cloned())
        .chain(salvaged.mended.iter().cloned())
        .chain(without)
        .collect()
}

fn readable(salvaged: &Salvaged) -> Vec<Readable> {
    let row = |(kind, tally): (&'static str, store::Tally)| Readable {
        kind,
        found: tally.found,
        doubtful: tally.doubtful,
        lost: tally.lost,
    };
    salvaged.tallies().into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::examine;
    use crate::session::Session;
    use api::FaultCode;

    #[test]
    fn a_whole_file_has_nothing_wrong() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.faultline");
        drop(Session::new_sample(&path).unwrap());
        let found = examine(&path).unwrap();
        assert_eq!(found.wrong, Vec::<String>::new());
        assert!(found.readable[0].found >= 47, "{:?}", found.readable);
    }

    #[test]
    fn a_file_that_was_cut_off_is_told_and_the_rest_saved() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s.faultline");
        drop(Session::new_sample(&path).unwrap());
        let mut bytes = std::fs::read(&path).unwrap();
        bytes.truncate(bytes.len() * 9 / 10);
        std::fs::write(&path, &bytes).unwrap();
        assert_eq!(Session::open(&path).unwrap_err().code, FaultCode::Damaged);
        assert!(!examine(&path).unwrap().wrong.is_empty());
        let saved = folder.path().join("saved.faultline");
        Session::salvage(&path, &saved).unwrap();
        assert!(!Session::open(&saved).unwrap().workspace().events.is_empty());
        assert_eq!(
            std::fs::read(&path).unwrap(),
            bytes,
            "the damaged file was touched"
        );
        let again = Session::salvage(&path, &saved).unwrap_err();
        assert_eq!(again.code, FaultCode::Exists);
    }
}
