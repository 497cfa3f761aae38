//! Tests on real files in folders of their own.

mod changes;
mod opening;
mod searching;
mod trip;

use std::path::{Path, PathBuf};

use model::{Event, EventId, Kind, Status, Tone};
use tempfile::TempDir;

use crate::File;

/// A folder with a new workspace in it.
fn new_file() -> (TempDir, PathBuf, File) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gulf.faultline");
    let file = File::create(&path).unwrap();
    (folder, path, file)
}

fn event(id: i64, title: &str) -> Event {
    Event {
        id: EventId(id),
        handle: format!("E{id}"),
        kind: Kind::Event,
        status: Status::Happened,
        title: title.to_owned(),
        summary: String::new(),
        date: None,
        date_note: String::new(),
        category: None,
        cameo: String::new(),
        plover: String::new(),
        severity: 3,
        tone: Tone::Neutral,
        likelihood: None,
        confidence: None,
        themes: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        figures: Vec::new(),
        tags: Vec::new(),
        layer: None,
        concerns: None,
    }
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
