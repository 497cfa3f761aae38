//! Files as they lie in a folder: a whole one to begin with, and what must hold when one is refused.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use store::{File, StoreError};
use tempfile::TempDir;

use crate::gulf::gulf;

/// How long a refusal may take. On an idle machine the slowest takes a tenth of it.
const LONGEST: Duration = Duration::from_secs(4);

/// The bytes of a workspace with everything in it and some history.
pub(crate) fn whole() -> &'static [u8] {
    static WHOLE: OnceLock<Vec<u8>> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gulf.faultline");
        let mut file = File::create(&path).unwrap();
        let workspace = gulf();
        file.change("Import", |edit| edit.put_workspace(&workspace))
            .unwrap();
        for turn in ["Fordow struck", "Fordow hit"] {
            let mut event = workspace.events[7].clone();
            event.title = turn.to_owned();
            file.change("Rename", |edit| edit.put_event(&event))
                .unwrap();
        }
        drop(file);
        std::fs::read(&path).unwrap()
    })
}

/// How long its pages are.
pub(crate) const PAGE_BYTES: usize = 4096;

/// `bytes` as a file in a folder of its own.
pub(crate) fn lying(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gulf.faultline");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// The whole file after `change` by another program.
pub(crate) fn altered(change: impl FnOnce(&Connection)) -> (TempDir, PathBuf) {
    let (folder, path) = lying(whole());
    let db = Connection::open(&path).unwrap();
    change(&db);
    db.close().unwrap();
    (folder, path)
}

/// What lies in `folder`: names and contents.
pub(crate) fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| {
            let path = it.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            (name, std::fs::read(path).unwrap_or_default())
        })
        .collect();
    all.sort();
    all
}

/// Opens `path`, which must be refused soon, in words, without a byte changed there or beside it.
pub(crate) fn refused(path: &Path) -> StoreError {
    let folder = path.parent().unwrap();
    let before = contents(folder);
    let begin = Instant::now();
    let error = match File::open(path) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => error,
    };
    assert!(begin.elapsed() < LONGEST, "{error}: {:?}", begin.elapsed());
    assert!(
        contents(folder) == before,
        "{error}: a refused file was changed"
    );
    well_said(&error, path);
    error
}

/// A message names the file, not its folder, and says what to do.
pub(crate) fn well_said(error: &StoreError, path: &Path) {
    let text = error.to_string();
    let (name, folder) = (path.file_name().unwrap(), path.parent().unwrap());
    assert!(text.contains(name.to_str().unwrap()), "{text}");
    assert!(!text.contains(folder.to_str().unwrap()), "{text}");
    let (_, to_do) = text.rsplit_once(". ").or(text.rsplit_once(": ")).unwrap();
    assert!(to_do.starts_with(char::is_alphabetic), "{text}");
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap() % end
    }
}
