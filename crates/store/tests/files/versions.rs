//! Files of every version that was ever released open, with all that is in them.
//!
//! `versions/1.faultline` and the like are never regenerated: `1.txt` says what each must be read as.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use store::{File, VERSION};

use crate::gulf::gulf;
use crate::said::said;

fn versions() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions")
}

#[test]
fn files_of_every_version_open_with_all_that_is_in_them() {
    let folder = tempfile::tempdir().unwrap();
    for version in 1..=VERSION {
        let kept = versions().join(format!("{version}.faultline"));
        if version == VERSION && !kept.exists() {
            // The present version is kept when the next one begins.
            continue;
        }
        let path = folder.path().join(format!("{version}.faultline"));
        std::fs::copy(&kept, &path).unwrap();
        let expected = std::fs::read_to_string(kept.with_extension("txt")).unwrap();
        let file = File::open(&path).unwrap();
        assert_eq!(said(&file.read().unwrap()), expected, "version {version}");
        let found: Vec<_> = file.search("naively fordow", 9).unwrap();
        assert_eq!(found.len(), 1, "the words of version {version} are found");
        drop(file);
        let again = File::open(&path).unwrap();
        assert_eq!(
            said(&again.read().unwrap()),
            expected,
            "version {version} again"
        );
        let now: i64 = Connection::open(&path)
            .unwrap()
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .unwrap();
        assert_eq!(now, VERSION, "it was brought up to date");
    }
}

#[test]
fn what_is_said_tells_things_apart() {
    let (whole, mut other) = (gulf(), gulf());
    other.events[3].summary.push('.');
    assert_ne!(said(&whole), said(&other));
    other = gulf();
    other.citations[2].credibility = None;
    assert_ne!(said(&whole), said(&other));
}

/// Run it once, just before a new version of the file begins; it overwrites nothing.
#[test]
#[ignore = "makes the kept file of the present version"]
fn keep_the_present_version() {
    let path = versions().join(format!("{VERSION}.faultline"));
    let mut file = File::create(&path).unwrap();
    let workspace = gulf();
    file.change_at("Import", Some(1_749_600_000), |edit| {
        edit.put_workspace(&workspace)
    })
    .unwrap();
    file.change_at("Rename \"Fordow\"", Some(1_749_600_060), |edit| {
        let mut event = workspace.events[7].clone();
        event.title = String::from("Fordow struck");
        edit.put_event(&event)
    })
    .unwrap();
    file.change("Rename back", |edit| edit.put_event(&workspace.events[7]))
        .unwrap();
    let read = file.read().unwrap();
    assert_eq!(read, workspace);
    drop(file);
    std::fs::write(path.with_extension("txt"), said(&read)).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch("VACUUM")
        .unwrap();
}
