//! Journals that lie beside a file: its own are undone, others are left alone.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use store::{File, StoreError};
use tempfile::TempDir;

use crate::lying::{lying, refused, whole};

fn journal_of(path: &Path) -> PathBuf {
    path.with_extension("faultline-journal")
}

/// A copy of `path` as a program leaves it that stops in the middle of a change.
pub(crate) fn cut_off(path: &Path, change: &str) -> (TempDir, PathBuf) {
    let crashed = tempfile::tempdir().unwrap();
    let copy = crashed.path().join("gulf.faultline");
    let db = Connection::open(path).unwrap();
    db.execute_batch(&format!("BEGIN; {change}")).unwrap();
    db.cache_flush().unwrap();
    std::fs::copy(path, &copy).unwrap();
    std::fs::copy(journal_of(path), journal_of(&copy)).unwrap();
    (crashed, copy)
}

const CHANGE: &str = "UPDATE event SET title = 'Half'; DELETE FROM citation";

#[test]
fn a_change_that_was_cut_off_is_undone() {
    let (_folder, path) = lying(whole());
    let (crashed, copy) = cut_off(&path, CHANGE);
    assert!(
        std::fs::read(&copy).unwrap() != whole(),
        "something to undo"
    );
    let file = File::open(&copy).unwrap();
    assert_eq!(file.read().unwrap(), crate::gulf::gulf());
    assert_eq!(crate::lying::contents(crashed.path()).len(), 1);
}

#[test]
fn a_new_version_that_was_cut_off_is_undone() {
    let (_folder, path) = lying(whole());
    let later = format!("{CHANGE}; PRAGMA user_version = 1; PRAGMA user_version = 7");
    let (_crashed, copy) = cut_off(&path, &later);
    let db = Connection::open(&copy).unwrap();
    db.query_row("SELECT 1 FROM event", [], |_| Ok(())).unwrap();
    drop(db);
    // The version of the header is that of the unfinished change until it is undone.
    let (_crashed, copy) = cut_off(&path, &format!("{CHANGE}; PRAGMA user_version = 1"));
    assert_eq!(
        File::open(&copy).unwrap().read().unwrap(),
        crate::gulf::gulf()
    );
}

#[test]
fn the_journal_of_another_file_is_left_alone() {
    let (_folder, path) = lying(whole());
    let (crashed, copy) = cut_off(&path, CHANGE);
    // A copy of another day is put in place of the file that crashed.
    let (other, others_path) = lying(whole());
    let mut file = File::open(&others_path).unwrap();
    for turn in 0..3 {
        let name = format!("Another day {turn}");
        file.change("Name", |edit| edit.set_name(&name)).unwrap();
    }
    drop(file);
    std::fs::copy(&others_path, &copy).unwrap();
    let error = refused(&copy);
    assert!(matches!(error, StoreError::StrayLog { .. }), "{error}");
    std::fs::remove_file(journal_of(&copy)).unwrap();
    File::open(&copy).unwrap().read().unwrap();
    drop((crashed, other));
}

#[test]
fn a_journal_that_names_another_file_is_left_alone() {
    let (_folder, path) = lying(whole());
    let (crashed, copy) = cut_off(&path, CHANGE);
    let precious = crashed.path().join("precious-mj012345900");
    std::fs::write(&precious, "years of work").unwrap();
    let name = precious.to_str().unwrap().as_bytes();
    let mut journal = std::fs::read(journal_of(&copy)).unwrap();
    let locking_page = u32::try_from(0x4000_0000 / 4096 + 1).unwrap();
    journal.extend(locking_page.to_be_bytes());
    journal.extend(name);
    journal.extend(u32::try_from(name.len()).unwrap().to_be_bytes());
    let sum = name
        .iter()
        .fold(0_u32, |sum, it| sum.wrapping_add((*it).into()));
    journal.extend(sum.to_be_bytes());
    journal.extend([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    std::fs::write(journal_of(&copy), &journal).unwrap();
    assert!(matches!(refused(&copy), StoreError::StrayLog { .. }));
    assert!(precious.exists());
}

#[test]
fn journals_that_are_no_journals_do_no_harm() {
    for (bytes, opens) in [
        (&b""[..], true),
        (b"hello", true),
        (&[0; 9_000], true),
        (&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7], true),
    ] {
        let (_folder, path) = lying(whole());
        std::fs::write(journal_of(&path), bytes).unwrap();
        match File::open(&path) {
            Ok(file) => assert_eq!(file.read().unwrap(), crate::gulf::gulf()),
            Err(error) => assert!(!opens, "{error}"),
        }
    }
}

#[test]
fn a_damaged_file_with_a_journal_stays_damaged_as_it_is() {
    let (_folder, path) = lying(whole());
    let (_crashed, copy) = cut_off(&path, CHANGE);
    let mut bytes = std::fs::read(&copy).unwrap();
    let length = bytes.len();
    // An index that the change did not touch.
    let page = (1..length / 4096)
        .find(|page| {
            let same = bytes[page * 4096..][..4096] == whole()[page * 4096..][..4096];
            same && bytes[page * 4096] == 10
        })
        .unwrap();
    bytes[page * 4096..][..4096].fill(0);
    std::fs::write(&copy, &bytes).unwrap();
    assert!(matches!(refused(&copy), StoreError::Damaged { .. }));
}

#[test]
fn a_log_that_faultline_never_writes_is_left_alone() {
    let (_folder, path) = lying(whole());
    std::fs::write(path.with_extension("faultline-wal"), [7; 9_000]).unwrap();
    assert!(matches!(refused(&path), StoreError::StrayLog { .. }));
}
