//! A workspace that is full from the beginning.

use super::{event, names_in};
use crate::{File, StoreError};

#[test]
fn it_opens_verifies_finds_and_its_history_begins_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("full.faultline");
    let made = File::create_filled(&path, |edit| {
        edit.set_name("Full")?;
        (1..=300).try_for_each(|id| edit.put_event(&event(id, &format!("Round {id} of talks"))))
    });
    drop(made.unwrap());

    let mut file = File::open(&path).unwrap();
    let read = file.read().unwrap();
    assert_eq!((read.name.as_str(), read.events.len()), ("Full", 300));
    assert_eq!(file.search("round 77", 10).unwrap().len(), 1);
    assert!(file.steps(None, 9).unwrap().steps.is_empty());
    assert!(file.undo(None).unwrap().is_none());

    let next = file.change("Add", |edit| edit.fresh_id()).unwrap().value;
    assert!(next > 300);
    let step = file.change("Add", |edit| edit.put_event(&event(301, "Break")));
    assert_eq!(step.unwrap().step, Some(1));
    file.undo(None).unwrap().unwrap();
    assert_eq!(file.read().unwrap(), read);
}

#[test]
fn what_cannot_be_filled_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("full.faultline");
    let mut wrong = event(1, "Talks");
    wrong.themes.push(model::ThemeId(9));
    let refused = File::create_filled(&path, |edit| edit.put_event(&wrong));
    assert!(matches!(refused, Err(StoreError::Dangling { .. })));
    assert!(names_in(folder.path()).is_empty());
}
