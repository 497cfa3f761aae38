//! Copies, and files of older versions.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;

use super::dump::dump;
use super::{event, names_in, new_file};
use crate::{File, StoreError, VERSION};

#[test]
fn a_copy_is_a_workspace_with_its_history() {
    let (folder, path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    file.change("Add", |edit| edit.put_event(&event(2, "Two")))
        .unwrap();
    file.undo(None).unwrap();
    let to = folder.path().join("copy.faultline");
    file.save_copy(&to).unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["copy.faultline", "gulf.faultline"]
    );
    assert_eq!(dump(&to), dump(&path));
    let mut copy = File::open(&to).unwrap();
    copy.redo(None).unwrap().unwrap();
    assert_eq!(copy.read().unwrap().events.len(), 2);
    assert_eq!(file.read().unwrap().events.len(), 1, "they are two files");
    file.change("Go on", |edit| edit.put_event(&event(3, "Three")))
        .unwrap();
}

#[test]
fn a_copy_overwrites_nothing_and_leaves_nothing_behind() {
    let (folder, path, file) = new_file();
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(
        file.save_copy(&path),
        Err(StoreError::Exists { .. })
    ));
    std::fs::create_dir(folder.path().join("folder")).unwrap();
    let error = file.save_copy(&folder.path().join("folder")).unwrap_err();
    assert!(matches!(error, StoreError::Exists { .. }), "{error}");
    let error = file.save_copy(Path::new("/nowhere/copy.faultline"));
    assert!(matches!(error, Err(StoreError::System { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    assert_eq!(names_in(folder.path()), ["folder", "gulf.faultline"]);
}

#[test]
fn what_does_not_read_back_is_no_copy() {
    let (folder, path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    let other = Connection::open(path).unwrap();
    other
        .execute_batch("UPDATE event SET title = 'Else'")
        .unwrap();
    let error = file
        .save_copy(&folder.path().join("copy.faultline"))
        .unwrap_err();
    assert!(error.to_string().contains("the event E1"), "{error}");
    assert_eq!(names_in(folder.path()), ["gulf.faultline"]);
}

/// A file as the first version of the program made it, in a folder of its own.
fn version_1() -> (TempDir, PathBuf, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions/1.faultline");
    let path = folder.path().join("gulf.faultline");
    let bytes = std::fs::read(kept).unwrap();
    std::fs::write(&path, &bytes).unwrap();
    (folder, path, bytes)
}

/// True when all is equal but the counters of changes in the header.
fn same_content(path: &Path, bytes: &[u8]) -> bool {
    let found = std::fs::read(path).unwrap();
    found[..24] == bytes[..24] && found[44..92] == bytes[44..92] && found[100..] == bytes[100..]
}

#[test]
fn a_file_of_version_1_is_brought_up_to_date_and_kept() {
    let (folder, path, bytes) = version_1();
    let mut file = File::open(&path).unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["gulf (version 1).faultline", "gulf.faultline"]
    );
    let old = folder.path().join("gulf (version 1).faultline");
    assert!(same_content(&old, &bytes));
    let version: i64 = file
        .db
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, VERSION);
    // Reading checks the seals, and the dump the index of words.
    let first = file.read().unwrap();
    assert_eq!(first.events.len(), 12);
    let before = dump(&path);
    let steps = file.steps(None, 99).unwrap();
    assert!(!steps.steps.is_empty() && steps.steps.iter().all(|it| it.done));
    assert_eq!((steps.undo, steps.redo), (None, None));
    assert!(file.undo(None).unwrap().is_none());
    let id = file.change("Add", |edit| {
        let id = edit.fresh_id()?;
        edit.put_event(&event(id, "New"))?;
        edit.delete_event(model::EventId(6))?;
        Ok(id)
    });
    assert!(id.unwrap().value > 12);
    assert!(matches!(
        file.restore(0, None),
        Err(StoreError::NotKept { .. })
    ));
    file.undo(None).unwrap().unwrap();
    assert_eq!(dump(&path), before);
    assert!(file.undo(None).unwrap().is_none());
    file.redo(None).unwrap().unwrap();
    file.restore(steps.now, None).unwrap();
    assert_eq!(dump(&path), before);
}

#[test]
fn a_copy_of_an_old_version_takes_the_place_of_none() {
    let (folder, path, bytes) = version_1();
    let taken = folder.path().join("gulf (version 1).faultline");
    std::fs::write(&taken, "something else").unwrap();
    File::open(path).unwrap();
    assert_eq!(
        names_in(folder.path()),
        [
            "gulf (version 1).faultline",
            "gulf (version 1, 2).faultline",
            "gulf.faultline"
        ]
    );
    assert_eq!(std::fs::read(taken).unwrap(), b"something else");
    let second = folder.path().join("gulf (version 1, 2).faultline");
    assert!(same_content(&second, &bytes));
}
