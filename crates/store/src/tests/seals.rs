//! Seals: what was written behind the store's back is told, and by name.

use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::trip::workspace;
use super::{event, new_file};
use crate::seal::renew_all;
use crate::table::{ALL, recorded};
use crate::{File, StoreError};

/// Every table with its columns.
fn fields(db: &Connection) -> Vec<(&'static str, String)> {
    recorded()
        .flat_map(|table| {
            let statement = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
            let names: Vec<_> = statement.column_names().map(str::to_owned).collect();
            names.into_iter().map(move |column| (table, column))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_seal_written_is_that_of_what_stands_there(filled in workspace()) {
        let (_folder, path, mut file) = new_file();
        file.change("Fill", |edit| edit.put_workspace(&filled)).unwrap();
        let db = Connection::open(path).unwrap();
        let seals = || -> Vec<Vec<i64>> {
            let of = |name: &str| -> Vec<i64> {
                let mut rows = db.prepare(&format!("SELECT seal FROM {name} ORDER BY 1")).unwrap();
                rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
            };
            ALL.iter().map(|it| of(it.name)).collect()
        };
        let written = seals();
        renew_all(&db).unwrap();
        prop_assert_eq!(written, seals());
    }

    /// Each value of each table in turn is made another; whatever it is, reading must not pass it on.
    #[test]
    fn no_altered_value_is_shown_as_truth(filled in workspace()) {
        let (_folder, path, mut file) = new_file();
        file.change("Fill", |edit| edit.put_workspace(&filled)).unwrap();
        let db = Connection::open(path).unwrap();
        db.execute_batch("PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0").unwrap();
        for (table, column) in fields(&db) {
            let sql = format!("SELECT \"{column}\" FROM {table} WHERE \"{column}\" IS NOT NULL LIMIT 1");
            let Ok(old) = db.query_row(&sql, [], |row| row.get::<_, Value>(0)) else { continue };
            let new = match &old {
                Value::Integer(it) => Value::Integer(it + 1000),
                Value::Real(it) => Value::Real(it + 0.001),
                Value::Text(it) => Value::Text(format!("{it}.")),
                Value::Blob(it) => Value::Blob(it.iter().rev().map(|byte| !byte).collect()),
                Value::Null => Value::Null,
            };
            db.execute_batch("SAVEPOINT before").unwrap();
            let sql = format!("UPDATE {table} SET \"{column}\" = ?1 WHERE \"{column}\" IS ?2");
            db.execute(&sql, (&new, &old)).unwrap();
            let told = crate::read::workspace(&db);
            prop_assert!(told.is_err(), "{}.{}: {:?} for {:?} was not noticed", table, column, new, old);
            db.execute_batch("ROLLBACK TO before; RELEASE before").unwrap();
        }
        prop_assert!(crate::read::workspace(&db).is_ok());
    }
}

#[test]
fn a_broken_seal_names_the_entry() {
    for (foreign, told) in [
        (
            "UPDATE event SET title = 'Twe' WHERE id = 2",
            "the event E2 ",
        ),
        (
            "UPDATE event SET status = 'maybe' WHERE id = 2",
            "the event E2 ",
        ),
        ("UPDATE event_tag SET tag = 'x'", "the event E1 "),
        ("DELETE FROM event_tag", "the event E1 "),
        (
            "UPDATE event_tag SET position = 1",
            "event with the number 1 ",
        ),
        ("DELETE FROM event WHERE id = 1", "event with the number 1 "),
        ("UPDATE workspace SET as_of = 5", "the workspace gulf "),
    ] {
        let (_folder, path, mut file) = new_file();
        let mut first = event(1, "One");
        first.tags = vec![String::from("tag")];
        file.change("Add", |edit| {
            edit.put_event(&first)?;
            edit.put_event(&event(2, "Two"))
        })
        .unwrap();
        let other = Connection::open(path).unwrap();
        other.execute_batch("PRAGMA foreign_keys = 0").unwrap();
        other.execute_batch(foreign).unwrap();
        let error = file.read().unwrap_err();
        assert!(
            matches!(&error, StoreError::Damaged { detail, .. } if detail.contains(told)),
            "{foreign}: {error}"
        );
    }
}

#[test]
fn the_history_is_sealed_too() {
    for foreign in [
        "UPDATE step SET changes_seal = 1",
        "UPDATE step SET changes_bytes = NULL, changes_seal = NULL",
        "UPDATE step_part SET bytes = x'00'",
        "DELETE FROM step_part",
        "UPDATE standing SET step = 0",
        "UPDATE standing SET last_id = 0",
    ] {
        let (_folder, path, mut file) = new_file();
        file.change("Add", |edit| edit.put_event(&event(1, "One")))
            .unwrap();
        drop(file);
        Connection::open(&path)
            .unwrap()
            .execute_batch(foreign)
            .unwrap();
        let mut file = File::open(&path).unwrap();
        let error = file.undo(None).unwrap_err();
        assert!(
            matches!(
                error,
                StoreError::Damaged { .. } | StoreError::StepDamaged { step: 1, .. }
            ),
            "{foreign}: {error}"
        );
        assert_eq!(file.read().unwrap().events.len(), 1);
    }
}

#[test]
fn what_sqlite_does_not_keep_of_a_number_is_not_sealed() {
    let (_folder, _path, mut file) = new_file();
    let place = model::Place {
        id: model::PlaceId(1),
        name: String::from("Null Island"),
        latitude_deg: Some(-0.0),
        longitude_deg: Some(f64::NAN),
        country: String::new(),
    };
    file.change("Add", |edit| edit.put_place(&place)).unwrap();
    let read = file.read().unwrap().places.remove(0);
    assert_eq!((read.latitude_deg, read.longitude_deg), (Some(0.0), None));
}
