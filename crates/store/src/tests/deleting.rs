//! Deleting, new ids, and renewing a snapshot by what a change touched.

use model::{CitationId, ClaimId, EventId, LinkId, SourceId, ThemeId, Workspace};
use proptest::prelude::*;

use super::trip::workspace;
use super::{event, new_file};
use crate::StoreError;

/// Takes everything that `filled` holds apart, thing by thing.
fn take_apart(edit: &mut crate::Edit<'_>, filled: &Workspace) -> Result<(), StoreError> {
    let each = |it: &mut crate::Edit<'_>| -> Result<(), StoreError> {
        it.delete_citation(CitationId(1))?;
        it.delete_claim(ClaimId(2))?;
        it.delete_link(LinkId(1))?;
        it.delete_source(SourceId(1))
    };
    each(edit)?;
    for event in &filled.events {
        edit.delete_event(event.id)?;
    }
    let again = |it: &i64| Some(it + 1).filter(|id| *id < 4);
    for id in std::iter::successors(Some(1), again) {
        edit.delete_source(SourceId(id))?;
        edit.delete_theme(ThemeId(id))?;
        edit.delete_category(model::CategoryId(id))?;
        edit.delete_actor(model::ActorId(id))?;
        edit.delete_place(model::PlaceId(id))?;
        edit.delete_dataset(model::DatasetId(id))?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_snapshot_renewed_is_a_snapshot_read(first in workspace(), second in workspace(), gone in 1..4_i64) {
        let (_folder, _path, mut file) = new_file();
        let mut snapshot = file.read().unwrap();
        let changed = file.change("Put in", |edit| edit.put_workspace(&first)).unwrap();
        file.update(&mut snapshot, &changed.touched).unwrap();
        prop_assert_eq!(&snapshot, &first);
        let changed = file.change("Delete one", |edit| edit.delete_event(EventId(gone))).unwrap();
        file.update(&mut snapshot, &changed.touched).unwrap();
        prop_assert_eq!(&snapshot, &file.read().unwrap());
        prop_assert!(snapshot.event(EventId(gone)).is_none());
        let changed = file.change("Replace", |edit| edit.put_workspace(&second)).unwrap();
        file.update(&mut snapshot, &changed.touched).unwrap();
        prop_assert_eq!(&snapshot, &file.read().unwrap());
        let changed = file.change("Empty", |edit| take_apart(edit, &second)).unwrap();
        file.update(&mut snapshot, &changed.touched).unwrap();
        prop_assert_eq!(&snapshot, &file.read().unwrap());
        let left = snapshot.events.len() + snapshot.links.len() + snapshot.citations.len() + snapshot.claims.len()
            + snapshot.sources.len() + snapshot.themes.len() + snapshot.places.len() + snapshot.datasets.len();
        prop_assert_eq!(left, 0);
    }
}

#[test]
fn what_is_still_referred_to_cannot_be_deleted() {
    let (_folder, _path, mut file) = new_file();
    let theme = model::Theme {
        id: ThemeId(1),
        handle: String::from("trade"),
        name: String::from("Trade"),
        parent: None,
        hue: String::from("blue"),
    };
    let mut filed = event(1, "One");
    filed.themes = vec![ThemeId(1)];
    file.change("Add", |edit| {
        edit.put_theme(&theme)?;
        edit.put_event(&filed)
    })
    .unwrap();
    let error = file
        .change("Delete", |edit| edit.delete_theme(ThemeId(1)))
        .unwrap_err();
    assert!(matches!(error, StoreError::Dangling { .. }), "{error}");
    assert_eq!(file.read().unwrap().themes.len(), 1);
}

#[test]
fn many_entries_are_renewed_at_once() {
    let (_folder, _path, mut file) = new_file();
    let mut snapshot = file.read().unwrap();
    for round in [1, 2] {
        let changed = file
            .change("Add", |edit| {
                (1..200)
                    .step_by(round)
                    .try_for_each(|id| edit.put_event(&event(id, &format!("Round {round}"))))
            })
            .unwrap();
        file.update(&mut snapshot, &changed.touched).unwrap();
        assert_eq!(snapshot, file.read().unwrap());
    }
}

#[test]
fn a_snapshot_of_a_file_that_others_write_is_read_again() {
    let (_folder, path, mut file) = new_file();
    let mut other = crate::File::open(path).unwrap();
    let mut snapshot = file.read().unwrap();
    let changed = file.change("Name", |edit| edit.set_name("here")).unwrap();
    assert!(file.is_current().unwrap() && !other.is_current().unwrap());
    other.read().unwrap();
    other.change("Name", |edit| edit.set_name("there")).unwrap();
    assert!(!file.is_current().unwrap());
    let error = file.update(&mut snapshot, &changed.touched).unwrap_err();
    assert!(
        matches!(error, StoreError::ChangedElsewhere { .. }),
        "{error}"
    );
}

#[test]
fn fresh_ids_are_new_and_grow() {
    let (_folder, _path, mut file) = new_file();
    let given = file
        .change("Add", |edit| {
            edit.put_event(&event(5_000_000, "One"))?;
            let first = edit.fresh_id()?;
            edit.put_event(&event(first, "Two"))?;
            edit.put_event(&event(first + 70, "Three"))?;
            Ok([5_000_000, first, first + 70, edit.fresh_id()?])
        })
        .unwrap()
        .value;
    assert!(given.is_sorted_by(|a, b| a < b), "{given:?}");
    assert!(given[3] - given[2] <= 1 << 20);
}
