//! Pins of earlier versions, and how charts were laid out.

use std::path::{Path, PathBuf};

use model::{Board, EventId, Hint, Pin, Slot};
use rusqlite::types::ValueRef::{Real, Text};
use rusqlite::{Connection, params};
use tempfile::TempDir;

use super::{event, new_file};
use crate::{File, examine, salvage, seal};

/// A file of version 3 with one pin of its own and these.
fn old_file(pins: &[(&str, f64, f64)]) -> (TempDir, PathBuf) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/versions/3.faultline");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.faultline");
    std::fs::copy(kept, &path).unwrap();
    let db = Connection::open(&path).unwrap();
    for (node, x, y) in pins {
        let seal = seal::of_values("pin", [Text(node.as_bytes()), Real(*x), Real(*y)]);
        db.execute(
            "INSERT INTO pin VALUES (?1, ?2, ?3, ?4)",
            params![node, x, y, seal],
        )
        .unwrap();
    }
    (folder, path)
}

fn slot(file: &File, board: Board, node: i64) -> Option<(f64, Option<i64>)> {
    let slot = file.read().unwrap().pins.of(board, node);
    slot.map(|it| (it.row, it.after))
}

const IN_PIXELS: [(&str, f64, f64); 3] = [
    ("layers 2", 130.0, 300.0),
    ("layers 3", 90.0, 80.0),
    ("themes 1", 700.0, 40.0),
];

#[test]
fn pins_in_pixels_become_rows_as_a_step_that_undo_and_redo_pass() {
    let (_folder, path) = old_file(&IN_PIXELS);
    let mut file = File::open(&path).unwrap();
    let expected = [
        (Board::Causes, 1, Some((2.5, None))),
        (Board::CauseMap, 2, Some((0.0, Some(3)))),
        (Board::CauseMap, 3, Some((0.0, None))),
        (Board::Themes, 1, Some((2.0, None))),
    ];
    for (board, node, place) in expected {
        assert_eq!(slot(&file, board, node), place);
    }
    let whole = file.read().unwrap();
    let mut undone = Vec::new();
    while let Some(stepped) = file.undo(None).unwrap() {
        undone.push(stepped.step.name);
    }
    assert_eq!(undone[0], "Convert pins from pixels to rows");
    assert!(undone.len() > 3, "the steps of version 3 too: {undone:?}");
    assert_eq!(file.read().unwrap().events.len(), 0);
    while file.redo(None).unwrap().is_some() {}
    assert_eq!(file.read().unwrap(), whole);
    drop(file);
    assert_eq!(examine(&path).unwrap().wrong, [""; 0]);
}

#[test]
fn pins_in_pixels_are_saved_from_a_damaged_file() {
    let (folder, path) = old_file(&IN_PIXELS);
    let sql = "UPDATE event SET title = 'damaged' WHERE id = 2";
    Connection::open(&path).unwrap().execute(sql, []).unwrap();
    let to = folder.path().join("saved.faultline");
    let saved = salvage(&path, &to).unwrap();
    assert_eq!((saved.pins.found, saved.pins.lost), (4, 0));
    let file = File::open(&to).unwrap();
    assert_eq!(slot(&file, Board::CauseMap, 2), Some((0.0, Some(3))));
}

#[test]
fn a_pin_keeps_its_slot_when_the_node_before_it_is_deleted() {
    let (_folder, _path, mut file) = new_file();
    let (board, node) = (Board::CauseMapDown, 2);
    let held = Slot {
        row: 1.0,
        after: Some(1),
    };
    file.change("Add", |edit| {
        edit.put_event(&event(1, "One"))?;
        edit.put_event(&event(2, "Two"))?;
        edit.set_pin(Pin { board, node }, Some(held))
    })
    .unwrap();
    file.change("Delete", |edit| edit.delete_event(EventId(1)))
        .unwrap();
    assert_eq!(slot(&file, board, node), Some((1.0, Some(1))));
}

fn hint() -> Hint {
    Hint::of(vec![vec![vec![3, 1], vec![2]], vec![vec![5]]])
}

#[test]
fn a_layout_is_kept_outside_of_the_history() {
    let (_folder, path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    let steps = file.steps(None, 9).unwrap();
    file.remember(Board::CauseMap, &hint()).unwrap();
    file.remember(Board::Themes, &Hint::of(vec![vec![vec![7]]]))
        .unwrap();
    assert_eq!(file.steps(None, 9).unwrap(), steps);
    file.undo(None).unwrap();
    file.redo(None).unwrap();
    drop(file);
    let mut file = File::open(&path).unwrap();
    assert_eq!(
        file.read().unwrap().hints.of(Board::CauseMap),
        Some(&hint())
    );
    assert_eq!(file.read().unwrap().hints.of(Board::Causes), None);
    file.remember(Board::CauseMap, &Hint::default()).unwrap();
    assert_eq!(file.read().unwrap().hints.of(Board::CauseMap), None);
    assert_eq!(examine(&path).unwrap().wrong, [""; 0]);
}

#[test]
fn a_damaged_layout_is_told_and_not_used_and_a_saved_file_has_none() {
    for damage in [
        "UPDATE hint SET rows = '1 2'",
        "UPDATE hint SET board = 'causes'",
        "UPDATE hint SET rows = 'x'",
        "UPDATE hint SET seal = 1",
    ] {
        let (folder, path, mut file) = new_file();
        file.change("Add", |edit| edit.put_event(&event(1, "One")))
            .unwrap();
        file.remember(Board::CauseMap, &hint()).unwrap();
        let whole = file.read().unwrap();
        drop(file);
        Connection::open(&path)
            .unwrap()
            .execute(damage, [])
            .unwrap();
        let found = examine(&path).unwrap();
        assert!(
            found.wrong.len() == 1 && found.wrong[0].starts_with("The stored layout"),
            "{damage}: {:?}",
            found.wrong
        );
        assert!(found.has_all_entries);
        let to = folder.path().join("saved.faultline");
        assert!(salvage(&path, &to).unwrap().with_history);
        let saved = File::open(&to).unwrap().read().unwrap();
        assert_eq!(
            (saved.events, saved.hints),
            (whole.events.clone(), model::Hints::default())
        );
        let mut file = File::open(&path).unwrap();
        let read = file.read().unwrap();
        assert_eq!(
            (read.events, read.hints),
            (whole.events, model::Hints::default())
        );
        let done = file.rebuild().unwrap();
        assert!(done[0].starts_with("The damaged layout"), "{done:?}");
        drop(file);
        assert_eq!(examine(&path).unwrap().wrong, [""; 0]);
    }
}
