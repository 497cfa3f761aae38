//! Tests on real files in folders of their own.

mod changes;
mod copies;
mod deleting;
mod dump;
mod filled;
mod gesture;
mod history;
mod opening;
mod pins;
mod seals;
mod searching;
pub(crate) mod trip;

use std::path::{Path, PathBuf};

use model::{Event, EventId};
use tempfile::TempDir;

use crate::File;

/// A folder with a new workspace in it.
pub(crate) fn new_file() -> (TempDir, PathBuf, File) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gulf.faultline");
    let file = File::create(&path).unwrap();
    (folder, path, file)
}

pub(crate) fn event(id: i64, title: &str) -> Event {
    Event::titled(EventId(id), format!("E{id}"), title)
}

/// Names of all that lies in `folder`.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
