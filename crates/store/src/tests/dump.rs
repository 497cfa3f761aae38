//! Everything a file says, as text, read past the store.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, Result};

use crate::table::recorded;

/// Where each word of the index of words stands.
const WORDS: &str =
    "SELECT term, doc, col, \"offset\" FROM words ORDER BY doc, col, \"offset\", term";

/// All rows of all tables of the analyst and all words of the index, after making sure that references hold and that
/// the index is what one made fresh would be.
pub(super) fn dump(path: &Path) -> String {
    let db = Connection::open(path).unwrap();
    let mut all = String::new();
    for table in recorded() {
        let rows = rows(&db, &format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        write!(all, "{table}\n{rows}").unwrap();
    }
    assert_eq!(rows(&db, "PRAGMA foreign_key_check").unwrap(), "");
    assert_eq!(
        rows(&db, "PRAGMA integrity_check").unwrap(),
        "Text(\"ok\")\n"
    );
    let words = words(&db).unwrap();
    assert_eq!(words, words_rebuilt(&db).unwrap(), "the index of words");
    all + &words
}

fn rows(db: &Connection, sql: &str) -> Result<String> {
    let mut statement = db.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut all = String::new();
    while let Some(row) = rows.next()? {
        let values: Vec<String> = (0..columns)
            .map(|it| row.get::<_, Value>(it).map(|it| format!("{it:?}")))
            .collect::<Result<_>>()?;
        all += &values.join(" ");
        all.push('\n');
    }
    Ok(all)
}

fn words(db: &Connection) -> Result<String> {
    db.execute_batch(
        "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, event_text, instance)",
    )?;
    let all = rows(db, WORDS);
    db.execute_batch("DROP TABLE temp.words")?;
    all
}

fn words_rebuilt(db: &Connection) -> Result<String> {
    let fresh = Connection::open_in_memory()?;
    fresh.execute_batch(include_str!("../schema/event_text.sql"))?;
    crate::search::fill(db, &fresh)?;
    words(&fresh)
}
