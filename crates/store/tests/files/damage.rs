//! Files that are not whole, and files that are something else.

use rusqlite::Connection;
use store::{File, StoreError, VERSION};

use crate::lying::{PAGE_BYTES, altered, lying, refused, whole};
use crate::said::said;

/// The whole file with some bytes put in at `offset`.
fn patched(offset: usize, bytes: &[u8]) -> Vec<u8> {
    let mut all = whole().to_vec();
    all[offset..offset + bytes.len()].copy_from_slice(bytes);
    all
}

#[test]
fn the_whole_file_opens() {
    let (_folder, path) = lying(whole());
    File::open(&path).unwrap().read().unwrap();
    assert!(
        std::fs::read(&path).unwrap() == whole(),
        "opening changes nothing"
    );
}

#[test]
fn versions_that_are_not_known() {
    for (version, newer) in [
        (VERSION + 1, true),
        (i64::from(i32::MAX), true),
        (0, false),
        (-1, false),
    ] {
        let bytes = i32::try_from(version).unwrap().to_be_bytes();
        let error = refused(&lying(&patched(60, &bytes)).1);
        match error {
            StoreError::Newer { found, .. } => assert!(newer && found == version),
            other => assert!(
                !newer && matches!(other, StoreError::Damaged { .. }),
                "{other}"
            ),
        }
    }
}

#[test]
fn files_that_were_cut_off() {
    let length = whole().len();
    for (left, short) in [
        (0, true),
        (1, true),
        (15, true),
        (99, true),
        (100, true),
        (511, true),
        (512, true),
        (PAGE_BYTES, true),
        (4 * PAGE_BYTES, false),
        (4 * PAGE_BYTES + 1, false),
        (length / 2, false),
        (length / 10 * 9, false),
        (length - PAGE_BYTES, false),
        (length - 1, false),
    ] {
        let (folder, path) = lying(&whole()[..left]);
        let error = refused(&path);
        let as_expected = match error {
            StoreError::TooShort { bytes, .. } => short && bytes == left as u64,
            StoreError::Damaged { .. } => !short,
            _ => false,
        };
        assert!(as_expected, "{left} bytes left: {error}");
        drop(folder);
    }
}

#[test]
fn files_of_other_kinds() {
    let mut noise = crate::lying::Dice(3);
    let random: Vec<u8> = (0..50_000)
        .map(|_| u8::try_from(noise.below(256)).unwrap())
        .collect();
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    picture.resize(70_000, 0);
    for bytes in [
        &b"hello"[..],
        &b"# Notes\n".repeat(9_000),
        &picture,
        &random,
        &[0; 90_000],
        &patched(0, b"SQLite format 4\0"),
        &patched(68, b"GPKG"),
        &patched(0, &[0; 100]),
    ] {
        let error = refused(&lying(bytes).1);
        assert!(matches!(error, StoreError::NotAWorkspace { .. }), "{error}");
    }
}

#[test]
fn databases_of_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.db");
    let db = Connection::open(&path).unwrap();
    db.execute_batch("CREATE TABLE event (id INTEGER PRIMARY KEY, title TEXT); INSERT INTO event VALUES (1, 'A')")
        .unwrap();
    assert!(
        matches!(refused(&path), StoreError::NotAWorkspace { .. }),
        "small"
    );
    db.execute_batch("CREATE TABLE more (a); INSERT INTO more VALUES (zeroblob(90000))")
        .unwrap();
    assert!(
        matches!(refused(&path), StoreError::NotAWorkspace { .. }),
        "large"
    );
}

/// A page size, a text encoding and a journal mode that no workspace has.
#[test]
fn headers_that_lie() {
    for (offset, bytes) in [
        (16, &[0, 0][..]),
        (16, &[0x20, 0]),
        (16, &[2, 0]),
        (18, &[9, 9]),
        (20, &[200]),
        (21, &[1, 1, 1]),
        (28, &[0x7f, 0xff, 0xff, 0xff]),
        (32, &[0, 0, 0, 9]),
        (44, &[0, 0, 0, 99]),
        (56, &[0, 0, 0, 2]),
        (56, &[0, 0, 0, 77]),
    ] {
        let (folder, path) = lying(&patched(offset, bytes));
        // What does not matter may be overlooked; what is read must be the same.
        match File::open(&path) {
            Ok(file) => assert!(same(&file), "{bytes:?} at {offset}"),
            Err(_) => drop(refused(&path)),
        }
        drop(folder);
    }
}

/// True when everything is as in the whole file.
fn same(file: &File) -> bool {
    file.read()
        .is_ok_and(|it| said(&it) == said(&crate::gulf::gulf()))
}

#[test]
fn pages_that_are_zeroed_or_swapped() {
    let pages = whole().len() / PAGE_BYTES;
    let page = |at: usize| at * PAGE_BYTES..(at + 1) * PAGE_BYTES;
    let (mut told, mut unharmed) = (0, 0);
    let mut look = |bytes: &[u8], what: &str| {
        let (folder, path) = lying(bytes);
        match File::open(&path) {
            Ok(file) => match file.read() {
                Ok(_) => {
                    // Version 1 had no seals.
                    assert!(
                        same(&file) || VERSION < 2,
                        "{what}: shown as if it were true"
                    );
                    unharmed += 1;
                }
                Err(_) => told += 1,
            },
            Err(_) => {
                refused(&path);
                told += 1;
            }
        }
        drop(folder);
    };
    for at in 1..pages {
        let mut bytes = whole().to_vec();
        bytes[page(at)].fill(0);
        look(&bytes, &format!("page {at} zeroed"));
        let other = at % (pages - 1) + 1;
        let mut bytes = whole().to_vec();
        bytes[page(at)].copy_from_slice(&whole()[page(other)]);
        bytes[page(other)].copy_from_slice(&whole()[page(at)]);
        look(&bytes, &format!("pages {at} and {other} swapped"));
        let mut bytes = whole().to_vec();
        let half = page(at).start + 1024..page(at).start + 1536;
        bytes[half].fill(0);
        look(&bytes, &format!("512 bytes of page {at} zeroed"));
    }
    println!(
        "{} pages zeroed, swapped, zeroed in part: {told} told, {unharmed} without harm",
        pages - 1
    );
    assert!(told > pages);
}

#[test]
fn damage_that_only_a_change_would_meet_is_met_before_it() {
    // A free list that leads into pages in use.
    let (_folder, path) = altered(|db| {
        db.execute_batch(
            "CREATE TABLE more (a); INSERT INTO more VALUES (zeroblob(90000)); DROP TABLE more",
        )
        .unwrap();
    });
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[32..36].copy_from_slice(&5_u32.to_be_bytes());
    std::fs::write(&path, &bytes).unwrap();
    assert!(matches!(refused(&path), StoreError::Damaged { .. }));
}
