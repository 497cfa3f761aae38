//! Creating and opening: what is refused is refused in words and left as it was.

use std::path::Path;

use rusqlite::Connection;

use super::{event, names_in, new_file};
use crate::{File, StoreError, VERSION};

/// Opens `path`, which must be refused without a byte changed and with nothing left beside it.
fn refused(path: &Path) -> StoreError {
    let folder = path.parent().unwrap();
    let (before, beside) = (std::fs::read(path).unwrap(), names_in(folder));
    let error = File::open(path).unwrap_err();
    assert!(
        std::fs::read(path).unwrap() == before,
        "a refused file was changed"
    );
    assert_eq!(names_in(folder), beside);
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(error.to_string().contains(name), "names the file: {error}");
    assert!(
        !error.to_string().contains(folder.to_str().unwrap()),
        "shows no folder: {error}"
    );
    error
}

#[test]
fn a_new_file_is_alone_and_named_after_itself() {
    let (folder, path, mut file) = new_file();
    assert_eq!(file.read().unwrap().name, "gulf");
    assert_eq!(names_in(folder.path()), ["gulf.faultline"]);
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["gulf.faultline"],
        "while open and idle"
    );
    drop(file);
    let again = File::open(&path).unwrap();
    assert_eq!(again.read().unwrap().events.len(), 1);
    assert_eq!(names_in(folder.path()), ["gulf.faultline"]);
}

#[test]
fn the_header_says_what_it_is() {
    let (_folder, path, _file) = new_file();
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(&bytes[68..72], b"FLT1");
    assert_eq!(i64::from(bytes[63]), VERSION);
    assert_eq!(bytes[18..20], [1, 1], "rollback journal, not WAL");
}

#[test]
fn settings_are_those_decided() {
    let (_folder, _path, file) = new_file();
    let number = |name: &str| -> i64 {
        file.db
            .pragma_query_value(None, name, |row| row.get(0))
            .unwrap()
    };
    assert_eq!(number("foreign_keys"), 1);
    assert_eq!(number("synchronous"), 3, "EXTRA");
    assert_eq!(number("trusted_schema"), 0);
    let journal: String = file
        .db
        .pragma_query_value(None, "journal_mode", |row| row.get(0))
        .unwrap();
    assert_eq!(journal, "delete");
    assert!(rusqlite::version_number() >= 3_051_003);
    let loose = "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
        AND name NOT LIKE 'sqlite_%'";
    let loose: i64 = file.db.query_row(loose, [], |row| row.get(0)).unwrap();
    assert_eq!(loose, 0, "every table is strict");
}

#[test]
fn nothing_is_overwritten() {
    let (_folder, path, file) = new_file();
    drop(file);
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(
        File::create(&path),
        Err(StoreError::Exists { .. })
    ));
    assert!(std::fs::read(&path).unwrap() == before);
}

#[test]
fn a_missing_file_is_said_to_be_missing() {
    let folder = tempfile::tempdir().unwrap();
    let error = File::open(folder.path().join("none.faultline")).unwrap_err();
    assert!(matches!(error, StoreError::Missing { .. }), "{error}");
    assert!(names_in(folder.path()).is_empty(), "looking makes no file");
}

#[test]
fn what_is_no_workspace_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.faultline");
    for bytes in [&b"hello"[..], &[b'x'; 9000], &[b'x'; 90_000]] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(refused(&path), StoreError::NotAWorkspace { .. }));
    }
    std::fs::remove_file(&path).unwrap();
    Connection::open(&path)
        .unwrap()
        .execute_batch("CREATE TABLE other (a)")
        .unwrap();
    assert!(matches!(refused(&path), StoreError::NotAWorkspace { .. }));
    let error = File::open(folder.path()).unwrap_err();
    assert!(
        matches!(error, StoreError::NotAWorkspace { .. }),
        "a folder: {error}"
    );
}

#[test]
fn a_newer_file_is_refused_with_its_version() {
    let (_folder, path, file) = new_file();
    drop(file);
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", VERSION + 1)
        .unwrap();
    let error = refused(&path);
    assert!(
        matches!(error, StoreError::Newer { found, .. } if found == VERSION + 1),
        "{error}"
    );
}

#[test]
fn foreign_tables_views_and_triggers_are_refused() {
    for added in [
        "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM event; END",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TABLE extra (a)",
        "ALTER TABLE event ADD COLUMN b TEXT",
    ] {
        let (_folder, path, file) = new_file();
        drop(file);
        Connection::open(&path)
            .unwrap()
            .execute_batch(added)
            .unwrap();
        assert!(
            matches!(refused(&path), StoreError::Altered { .. }),
            "{added}"
        );
    }
}

#[test]
fn analyzed_files_still_open() {
    let (_folder, path, file) = new_file();
    drop(file);
    Connection::open(&path)
        .unwrap()
        .execute_batch("ANALYZE")
        .unwrap();
    File::open(&path).unwrap();
}

#[test]
fn damage_is_recognized() {
    let (_folder, path, mut file) = new_file();
    file.change("Fill", |edit| {
        (1..200).try_for_each(|id| edit.put_event(&event(id, "A long enough title")))
    })
    .unwrap();
    drop(file);
    let whole = std::fs::read(&path).unwrap();
    let mut zeroed = whole.clone();
    let page = zeroed.len() / 4096 - 2;
    zeroed[page * 4096..(page + 1) * 4096].fill(0);
    for bytes in [&zeroed[..], &whole[..whole.len() / 2]] {
        std::fs::write(&path, bytes).unwrap();
        assert!(matches!(refused(&path), StoreError::Damaged { .. }));
    }
}

#[test]
fn a_change_cut_off_by_a_crash_is_undone() {
    let (_folder, path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "Before")))
        .unwrap();
    drop(file);
    let crashed = tempfile::tempdir().unwrap();
    let copy = crashed.path().join("gulf.faultline");
    {
        let db = Connection::open(&path).unwrap();
        db.execute_batch("BEGIN; UPDATE event SET title = 'After'")
            .unwrap();
        db.cache_flush().unwrap();
        std::fs::copy(&path, &copy).unwrap();
        std::fs::copy(
            path.with_extension("faultline-journal"),
            copy.with_extension("faultline-journal"),
        )
        .unwrap();
    }
    let half_written = std::fs::read(&copy).unwrap();
    assert!(
        half_written.windows(5).any(|it| it == b"After"),
        "the crash must leave something to undo"
    );
    let file = File::open(&copy).unwrap();
    assert_eq!(file.read().unwrap().events[0].title, "Before");
    assert_eq!(names_in(crashed.path()), ["gulf.faultline"]);
}

#[test]
fn a_file_in_use_is_said_to_be_in_use() {
    let (_folder, path, mut file) = new_file();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = file
        .change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    assert!(matches!(File::open(&path), Err(StoreError::Busy { .. })));
    other.execute_batch("ROLLBACK").unwrap();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
}

#[test]
fn a_file_that_may_not_be_written_opens_for_reading() {
    let (_folder, path, mut file) = new_file();
    file.change("Add", |edit| edit.put_event(&event(1, "One")))
        .unwrap();
    drop(file);
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    let mut file = File::open(&path).unwrap();
    assert!(file.is_read_only());
    assert_eq!(file.read().unwrap().events.len(), 1);
    let error = file
        .change("Add", |edit| edit.put_event(&event(2, "Two")))
        .unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }), "{error}");
}

#[test]
fn odd_names_are_just_names() {
    let folder = tempfile::tempdir().unwrap();
    for name in [
        "file:x?mode=memory",
        "a%41 b#c?d.faultline",
        "خليج – 波斯湾.faultline",
    ] {
        let path = folder.path().join(name);
        drop(File::create(&path).unwrap());
        File::open(&path).unwrap();
        assert_eq!(names_in(folder.path()), [name]);
        std::fs::remove_file(&path).unwrap();
    }
}
