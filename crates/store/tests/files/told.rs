//! Damage anywhere in a file is told by `examine`, or refused, or changes no answer: nothing is called whole of which undo,
//! redo, the history or a search then says something else, or refuses.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use model::EventId;
use rusqlite::Connection;
use store::{File, StoreError, examine, salvage};

use crate::gulf::gulf;
use crate::lying::{Dice, altered, contents, lying, well_said};
use crate::said::said;

/// How many, in the short form; `FAULTLINE_FLIPS` asks for more, and takes as long as it takes.
const FLIPS: usize = 250;
const LONGEST: Duration = Duration::from_secs(25);

/// A file with a history that branches, an undone end, settings and everything else.
fn branched() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("gulf.faultline");
        let mut file = File::create(&path).unwrap();
        let workspace = gulf();
        file.change_at("Import", Some(1_764_500_000), |edit| {
            edit.put_workspace(&workspace)
        })
        .unwrap();
        let rename = |file: &mut File, at: usize, title: &str| {
            let mut event = workspace.events[at].clone();
            event.title = title.to_owned();
            let name = format!("Rename \"{title}\"");
            file.change_at(&name, Some(1_764_511_320), |edit| edit.put_event(&event))
                .unwrap();
        };
        rename(&mut file, 7, "Fordow struck");
        rename(&mut file, 3, "Talks 中国对美国商品加征关税");
        file.undo(None).unwrap();
        rename(&mut file, 4, "Another branch");
        file.change("Delete", |edit| edit.delete_event(EventId(2)))
            .unwrap();
        rename(&mut file, 7, "Fordow hit");
        file.undo(None).unwrap();
        drop(file);
        std::fs::read(&path).unwrap()
    })
}

/// Everything that can be asked of a file.
fn answers(path: &Path) -> Result<String, StoreError> {
    let mut file = File::open(path)?;
    let mut all = said(&file.read()?);
    let searched = |file: &File, all: &mut String| -> Result<(), StoreError> {
        for words in [
            "fordow",
            "关税",
            "iran tal",
            "o",
            "ir",
            "reuters",
            "e3",
            "missile",
            "strait of hor",
        ] {
            let found: Vec<i64> = file.search(words, 99)?.iter().map(|it| it.0).collect();
            writeln!(all, "{words}: {found:?}").unwrap();
        }
        Ok(())
    };
    searched(&file, &mut all)?;
    let history = file.steps(None, 99)?;
    for step in &history.steps {
        writeln!(all, "{step:?} {:?}", file.what_changed(step.number)?).unwrap();
    }
    writeln!(all, "{:?} {:?}", history.undo, history.redo).unwrap();
    for event in 1..13 {
        let steps = file.steps_of_event(EventId(event), 99)?;
        let steps: Vec<i64> = steps.iter().map(|it| it.number).collect();
        writeln!(all, "{event}: {steps:?}").unwrap();
    }
    for step in history.steps.iter().map(|it| it.number).rev() {
        file.restore(step, None)?;
        all += &said(&file.read()?);
        searched(&file, &mut all)?;
    }
    while let Some(undone) = file.undo(None)? {
        writeln!(all, "undo {}", undone.step.name).unwrap();
    }
    while let Some(redone) = file.redo(None)? {
        writeln!(all, "redo {}", redone.step.name).unwrap();
    }
    searched(&file, &mut all)?;
    Ok(all + &said(&file.read()?))
}

#[derive(Default, Debug)]
struct Tally {
    refused: usize,
    named: usize,
    without_harm: usize,
}

#[test]
fn every_flip_is_named_or_refused_or_does_no_harm() {
    let asked = std::env::var("FAULTLINE_FLIPS")
        .ok()
        .map(|it| it.parse().unwrap());
    let flips: usize = asked.unwrap_or(FLIPS);
    let (mut dice, mut told, begin) = (Dice(411), Tally::default(), Instant::now());
    // In memory where there is one: nobody waits for a disk.
    let folder = tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap();
    let path = folder.path().join("gulf.faultline");
    std::fs::write(&path, branched()).unwrap();
    assert_eq!(examine(&path).unwrap().wrong, Vec::<String>::new());
    let truth = answers(&path).unwrap();
    let pages = branched().len() / 4096;
    for turn in 0..flips {
        if asked.is_none() && begin.elapsed() > LONGEST {
            break;
        }
        let mut bytes = branched().to_vec();
        // Page by page, so that every one has its turn; mostly where there is something.
        let mut at = (turn % pages) * 4096 + dice.below(4096);
        for _ in 0..20 {
            if branched()[at] != 0 {
                break;
            }
            at = (turn % pages) * 4096 + dice.below(4096);
        }
        match turn % 5 {
            4 => bytes[at] = u8::try_from(dice.below(256)).unwrap(),
            _ => bytes[at] ^= 1 << dice.below(8),
        }
        if bytes == branched() {
            continue;
        }
        std::fs::write(&path, &bytes).unwrap();
        let examined = examine(&path);
        let whole = match &examined {
            Ok(found) => found.is_whole(),
            Err(error) => {
                well_said(error, &path);
                told.refused += 1;
                continue;
            }
        };
        if !whole {
            told.named += 1;
            continue;
        }
        let said = answers(&path).unwrap_or_else(|error| {
            panic!(
                "byte {at} ({} to {}): called whole, but: {error}",
                branched()[at],
                bytes[at]
            )
        });
        assert!(
            said == truth,
            "byte {at}: called whole, but it says something else"
        );
        told.without_harm += 1;
    }
    println!("{flips} flips: {told:?} in {:?}", begin.elapsed());
    assert!(told.named > 0 && told.without_harm > 0, "{told:?}");
}

/// Of the branched file after `change`: what is found wrong.
fn wrong(change: impl FnOnce(&Connection)) -> Vec<String> {
    let (_folder, path) = changed(change);
    examine(&path).unwrap().wrong
}

fn changed(change: impl FnOnce(&Connection)) -> (tempfile::TempDir, std::path::PathBuf) {
    let (folder, path) = lying(branched());
    let db = Connection::open(&path).unwrap();
    change(&db);
    db.close().unwrap();
    (folder, path)
}

/// Turns a bit of a value over.
fn flip(db: &Connection, table: &str, column: &str, which: &str) {
    let sql = format!("SELECT {column} FROM {table} WHERE {which}");
    let mut bytes: Vec<u8> = db
        .query_row(&sql, [], |row| {
            row.get_ref(0).map(|it| it.as_bytes().unwrap().to_vec())
        })
        .unwrap();
    let at = bytes.len() / 2;
    bytes[at] ^= 1;
    let value: rusqlite::types::Value = match std::str::from_utf8(&bytes) {
        Ok(text) if column != "bytes" => text.to_owned().into(),
        _ => bytes.into(),
    };
    let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {which}");
    assert_eq!(db.execute(&sql, [value]).unwrap(), 1);
}

#[test]
fn each_kind_of_damage_in_history_and_index_is_named() {
    for (change, said) in [
        (
            "step_part bytes step=2",
            "The changes of step 2 (\"Rename \"Fordow struck\"\", 30 November 2025, 14:02 UTC) are damaged: it cannot be undone or redone; undo skips it.",
        ),
        ("step name number=3", "The record of step 3 ("),
        ("step tables number=1", "The record of step 1 (\"Import\", "),
        (
            "sql UPDATE step SET at = at + 1 WHERE number = 2",
            "The record of step 2 (",
        ),
        (
            "sql UPDATE step SET parent = 1 WHERE number = 5",
            "The record of step 5 (",
        ),
        (
            "sql UPDATE standing SET step = 3",
            "The record of the current position in the history is damaged",
        ),
        (
            "sql UPDATE standing SET last_id = last_id + 64",
            "The record of the current position",
        ),
        (
            "sql DELETE FROM step_part WHERE step = 4",
            "The changes of step 4 (",
        ),
        (
            "sql DELETE FROM step_event WHERE step = 2",
            "The list of affected events is wrong for 1 of its steps.",
        ),
        (
            "sql INSERT INTO step_event VALUES (5, 2)",
            "The list of affected events is wrong for 1 of its steps.",
        ),
        (
            "sql DELETE FROM event_text WHERE rowid = 5",
            "The search index is damaged",
        ),
        (
            "sql INSERT INTO event_text (rowid, title) VALUES (77, 'ghost')",
            "The search index is damaged",
        ),
        (
            "sql UPDATE event_text_docsize SET sz = x'0101010101' WHERE id = 3",
            "The search index is damaged",
        ),
        (
            "sql DELETE FROM event_text_data WHERE id > 1000",
            "The search index",
        ),
        (
            "sql UPDATE event_text_config SET v = 5 WHERE k = 'version'",
            "The search index",
        ),
        ("sql UPDATE setting SET value = '{ }'", "Setting "),
        ("sql UPDATE weight SET value = value + 1", "Weight "),
        ("sql UPDATE pin_slot SET after = 7", "Pin slot "),
    ] {
        let wrong = wrong(|db| match change.strip_prefix("sql ") {
            Some(sql) => {
                assert!(db.execute(sql, []).unwrap() > 0, "{sql}");
            }
            None => {
                let [table, column, which] = change.split(' ').collect::<Vec<_>>()[..] else {
                    panic!("{change}")
                };
                flip(db, table, column, which);
            }
        });
        assert!(
            wrong.iter().any(|it| it.starts_with(said)),
            "{change}: {wrong:?}"
        );
    }
}

#[test]
fn undo_passes_over_a_damaged_step_and_goes_on_where_it_can() {
    let (_folder, path) = altered(|db| flip(db, "step_part", "bytes", "step = 3"));
    let mut file = File::open(&path).unwrap();
    // Step 3 renames the event that step 2 renamed, so step 2 cannot be taken back past it.
    let ahead = file.undo_ahead().unwrap();
    assert_eq!(
        ahead.passed.iter().map(|it| it.number).collect::<Vec<_>>(),
        [3]
    );
    assert_eq!(ahead.step.map(|it| it.number), Some(2));
    let refused = file.undo(None).unwrap_err();
    assert!(matches!(refused, StoreError::OutOfStep { .. }), "{refused}");
    well_said(&refused, &path);
    let refused = file.what_changed(3).unwrap_err();
    assert!(
        matches!(refused, StoreError::StepDamaged { step: 3, .. }),
        "{refused}"
    );
    let refused = file.restore(1, None).unwrap_err();
    assert!(
        matches!(refused, StoreError::StepDamaged { step: 3, .. }),
        "{refused}"
    );
    // Edits go on, and their undo does.
    file.change("Name", |edit| edit.set_name("Gulf")).unwrap();
    assert_eq!(file.undo(None).unwrap().unwrap().step.name, "Name");
    drop(file);

    // Steps 4 and 5 of the other file are about other events than step 2.
    let (_folder, path) = changed(|db| flip(db, "step_part", "bytes", "step = 4"));
    let mut file = File::open(&path).unwrap();
    let before = file.read().unwrap();
    assert_eq!(file.undo(None).unwrap().unwrap().step.number, 5);
    let undone = file.undo(None).unwrap().unwrap();
    assert_eq!((undone.step.number, undone.passed[0].number), (2, 4));
    let now = file.read().unwrap();
    assert_eq!(now.events[4].title, "Another branch", "what it did stays");
    assert_eq!(now.events[7].title, gulf().events[7].title);
    assert_eq!(file.redo(None).unwrap().unwrap().step.number, 2);
    let redone = file.redo(None).unwrap().unwrap();
    assert_eq!((redone.step.number, redone.passed[0].number), (5, 4));
    assert_eq!(file.read().unwrap(), before);
}

#[test]
fn a_damaged_name_of_a_step_stops_nothing() {
    let (_folder, path) = changed(|db| flip(db, "step", "name", "number = 5"));
    let mut file = File::open(&path).unwrap();
    assert!(file.steps(None, 9).unwrap().steps[1].damaged);
    assert_eq!(file.undo(None).unwrap().unwrap().step.number, 5);
    assert_eq!(file.redo(None).unwrap().unwrap().step.number, 5);
}

#[test]
fn what_is_derived_is_built_again_in_its_place() {
    for sql in [
        "DELETE FROM event_text WHERE rowid = 5",
        "DELETE FROM event_text_data WHERE id > 1000",
        "UPDATE event_text_docsize SET sz = x'0101010101' WHERE id = 3",
        "DELETE FROM step_event WHERE step = 2",
        "UPDATE standing SET last_id = last_id + 64",
        "UPDATE standing SET step = 3, seal = seal + 1",
    ] {
        let (_folder, path) = changed(|db| db.execute_batch(sql).unwrap());
        assert!(!examine(&path).unwrap().is_whole(), "{sql}");
        let mut file = File::open(&path).unwrap();
        assert!(!file.rebuild().unwrap().is_empty());
        drop(file);
        assert_eq!(examine(&path).unwrap().wrong, Vec::<String>::new(), "{sql}");
        let (_other, whole) = lying(branched());
        assert_eq!(answers(&path).unwrap(), answers(&whole).unwrap(), "{sql}");
    }
}

#[test]
fn what_does_not_open_for_what_is_derived_is_saved_with_its_history() {
    // The first page of a tree that is derived makes no sense any more.
    for tree in [
        "event_text_data",
        "event_text_docsize",
        "event_category",
        "citation_source",
    ] {
        let root: u32 = {
            let (_folder, path) = lying(branched());
            let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
            Connection::open(&path)
                .unwrap()
                .query_row(sql, [tree], |row| row.get(0))
                .unwrap()
        };
        let mut bytes = branched().to_vec();
        bytes[(root as usize - 1) * 4096..][..64].fill(0xa5);
        let (folder, path) = lying(&bytes);
        assert!(!examine(&path).unwrap().is_whole(), "{tree}");
        let to = folder.path().join("saved.faultline");
        let saved = salvage(&path, &to).unwrap();
        assert!(saved.with_history, "{tree}: {saved:?}");
        assert_eq!(contents(folder.path()).len(), 2, "nothing else is left");
        assert_eq!(examine(&to).unwrap().wrong, Vec::<String>::new(), "{tree}");
        let (_other, whole) = lying(branched());
        assert_eq!(answers(&to).unwrap(), answers(&whole).unwrap(), "{tree}");
    }
}
