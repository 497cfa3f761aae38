//! Files from elsewhere, made to run something, to take forever, or to look like what they are not.

use store::{File, StoreError};

use crate::lying::{altered, refused};

/// Never ends.
const FOREVER: &str =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 1, 'x' FROM n";

/// Refused before anything of it runs.
fn refused_after(sql: &str) -> StoreError {
    let (_folder, path) = altered(|db| {
        db.execute_batch(sql)
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
    });
    refused(&path)
}

#[test]
fn tables_triggers_and_views_that_do_not_belong() {
    for sql in [
        "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
        "CREATE TRIGGER t BEFORE UPDATE ON workspace BEGIN DELETE FROM event; END",
        "CREATE TRIGGER event_text_insert AFTER INSERT ON event BEGIN DELETE FROM event_text; END",
        "DROP TABLE event_text; CREATE VIRTUAL TABLE event_text USING fts5 (title, summary, actors, handle, sources)",
        "CREATE VIEW v AS SELECT load_extension('x.so')",
        "CREATE TABLE extra (a)",
        "CREATE TABLE extra (a DEFAULT (randomblob(1000000000)))",
        "ALTER TABLE event ADD COLUMN b TEXT",
        "ALTER TABLE event ADD COLUMN b TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL",
        "CREATE INDEX i ON event (length(hex(zeroblob(1000000))))",
        "CREATE INDEX i ON event (title) WHERE title LIKE '%a%a%a%a%a%a%a%b'",
        "CREATE VIRTUAL TABLE v USING fts5 (a)",
        "CREATE VIRTUAL TABLE v USING rtree (a, b, c)",
        "CREATE VIRTUAL TABLE v USING dbstat",
        "DROP TABLE event_text",
        "DROP INDEX link_cause",
        "DROP TABLE event_figure",
    ] {
        let error = refused_after(sql);
        assert!(
            matches!(error, StoreError::Altered { .. }),
            "{sql}: {error}"
        );
    }
}

#[test]
fn a_view_in_place_of_a_table_that_never_ends() {
    for table in ["event_tag", "workspace", "scale_word"] {
        let sql = format!("DROP TABLE {table}; CREATE VIEW {table} AS {FOREVER}");
        let error = refused_after(&format!("PRAGMA foreign_keys = OFF; {sql}"));
        assert!(
            matches!(error, StoreError::Altered { .. }),
            "{table}: {error}"
        );
    }
}

/// With the tables of the schema written to directly nearly anything can be claimed.
#[test]
fn schemas_written_by_hand() {
    let trigger = "CREATE TRIGGER sqlite_stat1 AFTER UPDATE ON event BEGIN DELETE FROM link; END";
    for sql in [
        &format!(
            "INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat1', 'event', 0, '{trigger}')"
        ),
        &format!(
            "INSERT INTO sqlite_schema VALUES ('table', 'sqlite_stat1', 'event', 0, '{trigger}')"
        ),
        "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'event'",
        "UPDATE sqlite_schema SET sql = 'CREATE TABLE event (' WHERE name = 'event'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (cause <> effect)', 'CHECK (1)') WHERE name = 'link'",
        "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'event'",
        "UPDATE sqlite_schema SET sql = sql || char(0) || 'x' WHERE name = 'claim'",
        "UPDATE sqlite_schema SET sql = NULL WHERE name = 'event'",
        "UPDATE sqlite_schema SET tbl_name = 'link' WHERE name = 'event_category'",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'claim') WHERE name = 'event'",
        "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'event_tag'",
        "UPDATE sqlite_schema SET rootpage = 1000000 WHERE name = 'event_tag'",
        "UPDATE sqlite_schema SET rootpage = -5 WHERE name = 'event_tag'",
        "UPDATE sqlite_schema SET name = upper(name) WHERE name = 'link'",
        "UPDATE sqlite_schema SET type = 'view' WHERE name = 'event_tag'",
        "DELETE FROM sqlite_schema",
        "DELETE FROM sqlite_schema WHERE type = 'index'",
    ] {
        let error = refused_after(&format!("PRAGMA writable_schema = ON; {sql}"));
        let known = matches!(
            error,
            StoreError::Altered { .. } | StoreError::Damaged { .. }
        );
        assert!(known, "{sql}: {error}");
    }
}

#[test]
fn schemas_that_are_too_large() {
    let tables: String = (0..3_000)
        .map(|it| format!("CREATE TABLE t{it} (a);"))
        .collect();
    let columns: Vec<_> = (0..1_900).map(|it| format!("c{it} TEXT")).collect();
    for sql in [
        tables,
        format!("CREATE TABLE wide ({})", columns.join(",")),
        format!("CREATE TABLE long (a /* {} */)", "x".repeat(900_000)),
        format!(
            "CREATE VIEW deep AS SELECT {}1{}",
            "(1+".repeat(90),
            ")".repeat(90)
        ),
    ] {
        let error = refused_after(&format!("BEGIN; {sql}; COMMIT"));
        let known = matches!(
            error,
            StoreError::Altered { .. } | StoreError::Damaged { .. } | StoreError::Unfit { .. }
        );
        assert!(known, "{error}");
    }
}

/// Values that no change could have written.
#[test]
fn rows_that_break_the_rules() {
    for sql in [
        "UPDATE event SET kind = 'gossip' WHERE id = 3",
        "UPDATE event SET date_edtf = 'soon' WHERE date_edtf IS NOT NULL",
        "UPDATE event SET start_earliest_day = 9223372036854775807 WHERE id = 3",
        "UPDATE event SET title = CAST(x'ff00fe' AS TEXT) WHERE id = 3",
        "UPDATE event SET severity = 77 WHERE id = 3",
        "UPDATE workspace SET id = 2",
        "DELETE FROM workspace",
        "INSERT INTO workspace (id, name) VALUES (5, 'another')",
        "UPDATE link SET lag_days = 1099511627776 WHERE id = 2",
        "UPDATE citation SET event = NULL, claim = NULL, link = NULL",
    ] {
        let sql = format!("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; {sql}");
        let (_folder, path) = altered(|db| db.execute_batch(&sql).unwrap());
        // No panic, and nothing of it shown as if it were true.
        let told = match File::open(&path) {
            Ok(file) => file.read().err(),
            Err(_) => Some(refused(&path)),
        };
        let told = told.unwrap_or_else(|| panic!("{sql}: nobody noticed"));
        crate::lying::well_said(&told, &path);
    }
}

#[test]
fn a_file_that_another_tool_set_to_a_log_of_its_own_opens_alone() {
    let (folder, path) = altered(|db| db.execute_batch("PRAGMA journal_mode = WAL").unwrap());
    assert_eq!(std::fs::read(&path).unwrap()[18..20], [2, 2]);
    let file = File::open(&path).unwrap();
    file.read().unwrap();
    assert_eq!(
        crate::lying::contents(folder.path()).len(),
        1,
        "nothing beside it"
    );
    assert_eq!(std::fs::read(&path).unwrap()[18..20], [1, 1]);
}

#[test]
fn a_hostile_file_with_a_log_of_its_own_leaves_nothing_beside_it() {
    let (_folder, path) = altered(|db| {
        db.execute_batch("CREATE VIEW v AS SELECT 1; PRAGMA journal_mode = WAL")
            .unwrap();
    });
    assert!(matches!(refused(&path), StoreError::Altered { .. }));
}
