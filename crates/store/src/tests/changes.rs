//! The one write path.

use model::{
    Basis, Claim, ClaimId, Confidence, EventId, Link, LinkId, LinkType, OrderRule, Sign, Theme,
    ThemeId, WhatIf,
};
use rusqlite::Connection;

use super::{event, new_file};
use crate::{File, StoreError};

pub(super) fn link(id: i64, cause: i64, effect: i64) -> Link {
    Link {
        id: LinkId(id),
        cause: EventId(cause),
        effect: EventId(effect),
        link_type: String::from("causes"),
        wording: String::new(),
        strength: None,
        confidence: Confidence::Low,
        lag_days: None,
        basis: Basis::Judged,
        note: String::new(),
        rivals: String::new(),
    }
}

pub(super) fn causes() -> LinkType {
    LinkType {
        handle: String::from("causes"),
        label: String::from("causes"),
        sign: Sign::Plus,
        order: OrderRule::CauseFirst,
        what_if: WhatIf::Full,
        meaning: String::new(),
    }
}

fn theme(id: i64, handle: &str) -> Theme {
    Theme {
        id: ThemeId(id),
        handle: handle.to_owned(),
        name: handle.to_owned(),
        parent: None,
        hue: String::from("blue"),
    }
}

/// Names of the steps, newest first.
fn names(file: &File) -> Vec<String> {
    let steps = file.steps(None, 99).unwrap().steps;
    steps.into_iter().map(|it| it.name).collect()
}

/// What the file says now: its values and its history.
fn state(file: &File) -> (model::Workspace, Vec<String>) {
    (file.read().unwrap(), names(file))
}

#[test]
fn a_change_says_which_tables_it_touched_and_is_remembered() {
    let (_folder, path, mut file) = new_file();
    let changed = file
        .change_at("Add a theme", Some(1_749_600_000), |edit| {
            edit.put_theme(&theme(1, "trade"))?;
            Ok(7)
        })
        .unwrap();
    assert_eq!(changed.value, 7);
    assert!(changed.touched.lists && changed.touched.events.is_empty());
    drop(file);
    let file = File::open(path).unwrap();
    assert_eq!(names(&file), ["Add a theme"]);
}

#[test]
fn a_change_that_fails_changes_nothing() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    let before = state(&file);
    let failed: Result<_, StoreError> = file.change("Add two, then fail", |edit| {
        edit.put_event(&event(2, "Two"))?;
        edit.put_event(&event(1, "Other"))?;
        Err::<(), _>(StoreError::Full {
            file: String::from("x"),
        })
    });
    assert!(failed.is_err());
    assert_eq!(state(&file), before);
    assert!(
        file.search("two", 9).unwrap().is_empty(),
        "nor can it be found"
    );
    file.change("Add", |edit| edit.put_event(&event(2, "Two")))
        .unwrap();
}

#[test]
fn a_reference_to_nothing_is_refused_by_name() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    let before = state(&file);
    let error = file
        .change("Link", |edit| {
            edit.put_link_type(&causes())?;
            edit.put_link(&link(5, 1, 77))
        })
        .unwrap_err();
    let StoreError::Dangling {
        table,
        row,
        missing,
        ..
    } = &error
    else {
        panic!("{error}")
    };
    assert_eq!(
        (table.as_str(), row.as_str(), missing.as_str()),
        ("link", " 5", "an event")
    );
    assert_eq!(state(&file), before);

    let mut lost = event(2, "Two");
    lost.themes = vec![ThemeId(9)];
    let error = file
        .change("Add", |edit| edit.put_event(&lost))
        .unwrap_err();
    assert!(
        matches!(&error, StoreError::Dangling { missing, .. } if missing == "a theme"),
        "{error}"
    );
    assert_eq!(state(&file), before);
}

#[test]
fn the_order_of_writing_is_free() {
    let (_folder, _path, mut file) = new_file();
    file.change("All at once", |edit| {
        edit.put_link(&link(1, 1, 2))?;
        edit.put_event(&event(2, "Two"))?;
        edit.put_event(&event(1, "One"))?;
        edit.put_link_type(&causes())
    })
    .unwrap();
    assert_eq!(file.read().unwrap().links.len(), 1);
}

#[test]
fn two_claims_between_the_same_events_stay_two() {
    let (_folder, _path, mut file) = new_file();
    file.change("All", |edit| {
        edit.put_event(&event(1, "One"))?;
        edit.put_event(&event(2, "Two"))?;
        edit.put_link_type(&causes())?;
        edit.put_link(&link(1, 1, 2))?;
        edit.put_link(&link(2, 1, 2))
    })
    .unwrap();
    assert_eq!(file.read().unwrap().links.len(), 2);
}

#[test]
fn values_that_do_not_fit_are_refused() {
    let (_folder, _path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    let before = state(&file);
    let mut too_severe = event(2, "Two");
    too_severe.severity = 9;
    let mut same = event(3, "Three");
    same.handle = String::from("E1");
    let mut big = event(4, "Four");
    big.id = EventId(1 << 53);
    let mut own = event(5, "Five");
    own.concerns = Some(own.id);
    for unfit in [too_severe, big, own, event(6, "")] {
        let error = file
            .change("Add", |edit| edit.put_event(&unfit))
            .unwrap_err();
        assert!(matches!(error, StoreError::Unfit { .. }), "{error}");
    }
    let error = file
        .change("Add", |edit| edit.put_event(&same))
        .unwrap_err();
    assert!(
        matches!(&error, StoreError::Taken { field, .. } if field == "event.handle"),
        "{error}"
    );
    assert_eq!(state(&file), before);
}

#[test]
fn a_change_by_another_program_is_noticed() {
    let (_folder, path, mut file) = new_file();
    let mut other = File::open(&path).unwrap();
    other
        .change("Name", |edit| edit.set_name("elsewhere"))
        .unwrap();
    let error = file
        .change("Name", |edit| edit.set_name("here"))
        .unwrap_err();
    assert!(
        matches!(error, StoreError::ChangedElsewhere { .. }),
        "{error}"
    );
    assert_eq!(file.read().unwrap().name, "elsewhere");
    file.change("Name", |edit| edit.set_name("here")).unwrap();
    file.change("Name", |edit| edit.set_name("again")).unwrap();
    assert_eq!(file.read().unwrap().name, "again");
}

#[test]
fn themes_keep_the_order_of_their_lanes() {
    let (_folder, _path, mut file) = new_file();
    let handles = |file: &File| {
        file.read()
            .unwrap()
            .themes
            .into_iter()
            .map(|it| it.handle)
            .collect::<Vec<_>>()
    };
    file.change("Add", |edit| {
        edit.put_theme(&theme(9, "first"))?;
        edit.put_theme(&theme(2, "second"))
    })
    .unwrap();
    file.change("Rename", |edit| edit.put_theme(&theme(9, "still first")))
        .unwrap();
    assert_eq!(handles(&file), ["still first", "second"]);
}

#[test]
fn values_that_do_not_belong_are_told_as_damage() {
    for (foreign, sign) in [
        ("UPDATE event SET status = 'maybe'", "maybe"),
        (
            "UPDATE event SET date_words = '', date_edtf = '2025-02-30'",
            "2",
        ),
        (
            "UPDATE workspace SET as_of = 9223372036854775807",
            "9223372036854775807",
        ),
    ] {
        let (_folder, path, mut file) = new_file();
        file.change("Add", |edit| edit.put_event(&event(1, "One")))
            .unwrap();
        let other = Connection::open(path).unwrap();
        other.execute_batch(foreign).unwrap();
        // As if a program that knows the seals had written it; else these would tell first.
        crate::seal::renew_all(&other).unwrap();
        let error = file.read().unwrap_err();
        assert!(
            matches!(error, StoreError::Damaged { .. }) && error.to_string().contains(sign),
            "{error}"
        );
    }
}

#[test]
fn one_value_of_a_field_is_adopted() {
    let (_folder, _path, mut file) = new_file();
    let claim = |id, field: &str, adopted| Claim {
        id: ClaimId(id),
        event: EventId(1),
        field: field.to_owned(),
        value: String::from("most"),
        adopted,
    };
    file.change("Add", |edit| {
        edit.put_event(&event(1, "One"))?;
        edit.put_claim(&claim(1, "scope", true))?;
        edit.put_claim(&claim(2, "scope", false))?;
        edit.put_claim(&claim(3, "number", true))
    })
    .unwrap();
    let error = file
        .change("Adopt", |edit| edit.put_claim(&claim(2, "scope", true)))
        .unwrap_err();
    assert!(matches!(error, StoreError::Taken { .. }), "{error}");
}
