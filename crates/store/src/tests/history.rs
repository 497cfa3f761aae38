//! Undo, redo and restoring: any state there was can be had back, and nothing is ever lost.

use std::collections::BTreeMap;
use std::path::Path;

use model::EventId;
use proptest::collection::vec;
use proptest::prelude::*;

use super::dump::dump;
use super::gesture::{Gesture, gesture};
use super::trip::workspace;
use super::{event, new_file};
use crate::{File, History, RowWhat, StoreError};

/// The whole history.
fn history(file: &File) -> History {
    file.steps(None, usize::MAX).unwrap()
}

/// Does `gesture`; when it fails, nothing may be different. Tells whether it made a step.
fn try_on(file: &mut File, path: &Path, gesture: &Gesture) -> bool {
    let (data, steps) = (dump(path), history(file));
    match gesture.on(file) {
        Ok(changed) => {
            assert_eq!(changed.step.is_some(), !changed.touched.is_empty());
            assert_eq!(changed.step.is_some(), dump(path) != data);
            changed.step.is_some()
        }
        Err(_) => {
            assert_eq!((dump(path), history(file)), (data, steps));
            false
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_sequence_of_edits_is_undone_and_redone(
        filled in workspace(), gestures in vec(gesture(), 4..14), reopened in 0..8_usize
    ) {
        let (_folder, path, mut file) = new_file();
        let mut states = vec![dump(&path)];
        file.change("Fill", |edit| edit.put_workspace(&filled)).unwrap();
        states.push(dump(&path));
        for gesture in &gestures {
            if try_on(&mut file, &path, gesture) {
                states.push(dump(&path));
            }
        }
        let mut snapshot = file.read().unwrap();
        for (at, state) in states.iter().enumerate().rev().skip(1) {
            if at == reopened {
                drop(file);
                file = File::open(&path).unwrap();
            }
            let undone = file.undo(None).unwrap().unwrap();
            prop_assert_eq!(&dump(&path), state);
            file.update(&mut snapshot, &undone.touched).unwrap();
            prop_assert_eq!(&snapshot, &file.read().unwrap());
        }
        prop_assert!(file.undo(None).unwrap().is_none() && history(&file).undo.is_none());
        for (at, state) in states.iter().enumerate().skip(1) {
            if at == reopened {
                drop(file);
                file = File::open(&path).unwrap();
            }
            let redone = file.redo(None).unwrap().unwrap();
            prop_assert_eq!(redone.step.number, at as i64);
            prop_assert_eq!(&dump(&path), state);
            file.update(&mut snapshot, &redone.touched).unwrap();
            prop_assert_eq!(&snapshot, &file.read().unwrap());
        }
        prop_assert!(file.redo(None).unwrap().is_none() && history(&file).redo.is_none());
        for (step, state) in states.iter().enumerate() {
            file.restore(step as i64, None).unwrap();
            prop_assert_eq!(&dump(&path), state);
        }
    }

    /// Walks about in the history and remembers what the file said after each step.
    #[test]
    fn no_branch_is_lost(filled in workspace(), walk in vec((0..5_u8, any::<u8>(), gesture()), 6..18)) {
        let (_folder, path, mut file) = new_file();
        file.change("Fill", |edit| edit.put_workspace(&filled)).unwrap();
        file.undo(None).unwrap();
        let mut states = BTreeMap::from([(0, dump(&path))]);
        file.redo(None).unwrap();
        states.insert(1, dump(&path));
        for (turn, which, gesture) in walk {
            let before = history(&file);
            match turn {
                0 | 1 => drop(try_on(&mut file, &path, &gesture)),
                2 => {
                    let undone = file.undo(None).unwrap().map(|it| it.step.number);
                    prop_assert_eq!(undone, before.undo.map(|it| it.number));
                }
                3 => {
                    let redone = file.redo(None).unwrap().map(|it| it.step.number);
                    prop_assert_eq!(redone, before.redo.map(|it| it.number));
                }
                _ => {
                    let known = states.len() as i64;
                    let to = i64::from(which) % known;
                    file.restore(to, None).unwrap();
                    prop_assert_eq!(&dump(&path), &states[&to]);
                }
            }
            let now = history(&file);
            prop_assert!(now.steps.len() >= before.steps.len());
            let state = states.entry(now.now).or_insert_with(|| dump(&path));
            prop_assert_eq!(&dump(&path), state);
        }
        for (step, state) in &states {
            file.restore(*step, None).unwrap();
            prop_assert_eq!(&dump(&path), state);
        }
    }

    /// Two windows on one file: whoever is behind is told, reads and repeats, and nothing is lost.
    #[test]
    fn two_handles_lose_nothing(turns in vec((any::<bool>(), 0..4_u8), 1..20)) {
        let (_folder, path, first) = new_file();
        let mut files = [first, File::open(&path).unwrap()];
        let (mut steps, mut written) = (0, 0);
        for (which, what) in turns {
            let file = &mut files[usize::from(which)];
            let was_current = file.is_current().unwrap();
            let data = dump(&path);
            let done = match what {
                0 => file.undo(None).map(|it| it.is_some()),
                1 => file.redo(None).map(|it| it.is_some()),
                _ => file
                    .change("Add", |edit| {
                        let id = edit.fresh_id()?;
                        edit.put_event(&event(id, "One more"))
                    })
                    .map(|it| it.step.is_some()),
            };
            match done {
                Ok(done) => {
                    prop_assert!(was_current);
                    written += i64::from(done);
                    steps += usize::from(done && what > 1);
                }
                Err(error) => {
                    let is_told = matches!(error, StoreError::ChangedElsewhere { .. });
                    prop_assert!(!was_current && is_told, "{}", error);
                    prop_assert_eq!(dump(&path), data);
                    file.read().unwrap();
                }
            }
        }
        prop_assert_eq!(history(&files[0]).steps.len(), steps);
        prop_assert!(written >= steps as i64);
    }
}

#[test]
fn a_new_change_after_an_undo_is_a_new_branch() {
    let (_folder, path, mut file) = new_file();
    let mut add = |id: i64| {
        let changed = file.change_at(&format!("Add {id}"), Some(1_749_600_000 + id), |edit| {
            edit.put_event(&event(id, &format!("Event {id}")))
        });
        changed.unwrap().step.unwrap()
    };
    assert_eq!([add(1), add(2)], [1, 2]);
    let two = dump(&path);
    assert_eq!(file.undo(None).unwrap().unwrap().step.name, "Add 2");
    file.change("Add 3", |edit| edit.put_event(&event(3, "Event 3")))
        .unwrap();
    let seen = history(&file);
    let told: Vec<_> = seen
        .steps
        .iter()
        .map(|it| (it.number, it.parent, it.name.as_str(), it.done))
        .collect();
    assert_eq!(
        told,
        [
            (3, 1, "Add 3", true),
            (2, 1, "Add 2", false),
            (1, 0, "Add 1", true)
        ]
    );
    assert_eq!(seen.steps[1].at_seconds, Some(1_749_600_002));
    assert_eq!((seen.now, seen.redo), (3, None));
    let restored = file.restore(2, Some(5)).unwrap();
    assert_eq!(restored.step.name, "Restore \"Add 2\"");
    assert_eq!((restored.step.number, restored.step.parent), (4, 3));
    assert_eq!(
        restored.touched.events.into_iter().collect::<Vec<_>>(),
        [EventId(2), EventId(3)]
    );
    assert_eq!(dump(&path), two);
    file.undo(None).unwrap().unwrap();
    assert_eq!(file.read().unwrap().events[1].title, "Event 3");
    let page = file.steps(Some(3), 1).unwrap();
    assert_eq!(page.steps.len(), 1);
    assert_eq!(page.steps[0].number, 2);
    assert!(matches!(
        file.restore(9, None),
        Err(StoreError::NoStep { step: 9, .. })
    ));
    let again = file.restore(3, None).unwrap();
    assert_eq!(again.step.number, 3, "it is so already");
    assert!(again.touched.is_empty());
}

#[test]
fn what_an_edit_leaves_as_it_was_is_no_step() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    let changed = file
        .change("There and back", |edit| {
            edit.put_event(&event(1, "Two"))?;
            edit.put_event(&event(2, "More"))?;
            edit.delete_event(EventId(2))?;
            edit.put_event(&event(1, "One"))
        })
        .unwrap();
    assert!(changed.step.is_none() && changed.touched.is_empty());
    assert_eq!(history(&file).steps.len(), 1);
}

#[test]
fn entries_that_trade_handles_are_undone_and_redone() {
    let (_folder, path, mut file) = new_file();
    let name = |edit: &mut crate::Edit<'_>, handles: [&str; 3]| {
        (1..).zip(handles).try_for_each(|(id, handle)| {
            edit.put_event(&model::Event {
                handle: handle.to_owned(),
                ..event(id, &format!("Was {handle}"))
            })
        })
    };
    file.change("Name", |edit| name(edit, ["a", "b", "c"]))
        .unwrap();
    let before = dump(&path);
    file.change("Trade", |edit| {
        name(edit, ["x", "y", "z"])?;
        name(edit, ["b", "c", "a"])
    })
    .unwrap();
    let after = dump(&path);
    file.undo(None).unwrap().unwrap();
    assert_eq!(dump(&path), before);
    file.redo(None).unwrap().unwrap();
    assert_eq!(dump(&path), after);
}

#[test]
fn an_undo_that_does_not_fit_changes_nothing() {
    let (_folder, path, mut file) = new_file();
    file.change("Add", |edit| {
        edit.put_event(&event(1, "One"))?;
        edit.put_event(&event(2, "Two"))
    })
    .unwrap();
    let other = rusqlite::Connection::open(&path).unwrap();
    other
        .execute_batch("UPDATE event SET date_note = 'Else' WHERE id = 2")
        .unwrap();
    crate::seal::renew_all(&other).unwrap();
    drop(other);
    assert!(matches!(
        file.undo(None),
        Err(StoreError::ChangedElsewhere { .. })
    ));
    file.read().unwrap();
    let (data, steps) = (dump(&path), history(&file));
    let error = file.undo(None).unwrap_err();
    assert!(
        matches!(&error, StoreError::OutOfStep { row, .. } if row == "event 2"),
        "{error}"
    );
    assert_eq!((dump(&path), history(&file)), (data, steps));
    file.change("Go on", |edit| edit.put_event(&event(3, "Three")))
        .unwrap();
    file.undo(None).unwrap().unwrap();
}

#[test]
fn an_id_is_never_given_twice() {
    let (_folder, path, mut file) = new_file();
    let mut given = Vec::new();
    for round in 0..12 {
        let changed = file.change("Add", |edit| {
            let id = edit.fresh_id()?;
            edit.put_event(&event(id, "One"))?;
            Ok(id)
        });
        given.push(changed.unwrap().value);
        match round % 3 {
            0 => drop(file.undo(None).unwrap()),
            1 => file = File::open(&path).unwrap(),
            _ => {}
        }
    }
    assert!(given.is_sorted_by(|a, b| a < b), "{given:?}");
    // Even where the last number is taken.
    let last = (1 << 53) - 1;
    let changed = file.change("Add", |edit| {
        edit.put_event(&event(last, "Last"))?;
        Ok([edit.fresh_id()?, edit.fresh_id()?])
    });
    let more = changed.unwrap().value;
    assert!(more[0] != more[1] && more.iter().all(|it| *it > 0 && *it < last));
}

#[test]
fn a_step_tells_what_it_changed_and_whom_it_is_about() {
    let (_folder, _path, mut file) = new_file();
    let lists = |edit: &mut crate::Edit<'_>| {
        edit.put_link_type(&super::changes::causes())?;
        (1..4).try_for_each(|id| edit.put_event(&event(id, "Before")))
    };
    file.change("Fill", lists).unwrap();
    let link = super::changes::link(7, 1, 2);
    file.change("Link", |edit| edit.put_link(&link)).unwrap();
    file.change("Doubt", |edit| {
        edit.put_link(&model::Link {
            note: String::from("Hardly"),
            ..link.clone()
        })
    })
    .unwrap();
    file.change("Rename", |edit| edit.put_event(&event(3, "After")))
        .unwrap();
    let of = |id| -> Vec<String> {
        let steps = file.steps_of_event(EventId(id), 9).unwrap();
        steps.into_iter().map(|it| it.name).collect()
    };
    assert_eq!(of(1), ["Doubt", "Link", "Fill"]);
    assert_eq!(of(2), ["Doubt", "Link", "Fill"]);
    assert_eq!(of(3), ["Rename", "Fill"]);
    let changes = file.what_changed(3).unwrap();
    assert_eq!(changes.len(), 1);
    let change = &changes[0];
    assert_eq!((change.table.as_str(), change.row.as_str()), ("link", "7"));
    assert_eq!(
        (change.what, change.event),
        (RowWhat::Edited, Some(EventId(1)))
    );
    assert_eq!(change.fields.len(), 1);
    assert_eq!(change.fields[0].field, "note");
    assert_eq!(change.fields[0].after.as_deref(), Some("Hardly"));
    let added = file.what_changed(1).unwrap();
    assert_eq!(added.len(), 4);
    assert!(added.iter().all(|it| it.what == RowWhat::Added));
}

#[test]
#[ignore = "takes minutes: 30,000 commits that wait for the disk"]
fn ten_thousand_steps_back_and_forth() {
    let (_folder, path, mut file) = new_file();
    let first = dump(&path);
    for at in 0..10_000 {
        let it = event(at % 700 + 1, &format!("Step {at}"));
        file.change("Step", |edit| edit.put_event(&it)).unwrap();
    }
    let last = dump(&path);
    while file.undo(None).unwrap().is_some() {}
    assert_eq!(history(&file).now, 0);
    assert!(dump(&path) == first);
    while file.redo(None).unwrap().is_some() {}
    assert_eq!(history(&file).now, 10_000);
    assert!(dump(&path) == last);
}
