//! Whether the search index matches the entries: compared with an index that is rebuilt from them.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, Result, Rows};

use super::RANK;
use super::index::{TABLE, fill};

const WHY: &str = "It can be rebuilt.";

/// What is wrong, a sentence each. Runs on a copy, because the check creates tables.
pub(crate) fn findings(db: &Connection) -> Result<Vec<String>> {
    let found = match is_as_built(db) {
        Ok(None) => return Ok(Vec::new()),
        Ok(Some(difference)) => difference,
        Err(error) => error.to_string(),
    };
    Ok(vec![format!(
        "The search index is damaged ({found}). {WHY}"
    )])
}

/// The first difference.
fn is_as_built(db: &Connection) -> Result<Option<String>> {
    db.execute_batch("INSERT INTO event_text (event_text) VALUES ('integrity-check')")?;
    // A temporary database on disk, because the index of a large workspace is large.
    let built = Connection::open_with_flags("", OpenFlags::default())?;
    built.execute_batch(TABLE)?;
    built.execute_batch("BEGIN")?;
    fill(db, &built)?;
    built.execute_batch("COMMIT")?;
    for (what, sql) in [
        ("the words of an event", WORDS),
        (
            "the length of an event's words",
            "SELECT id, sz FROM event_text_docsize ORDER BY id",
        ),
        (
            "the number of words",
            // An index that was emptied counts zeros, one that never held an entry has no count.
            "SELECT id, block FROM event_text_data WHERE id = 1 AND EXISTS (SELECT 1 FROM event_text_docsize)",
        ),
        (
            "its settings",
            "SELECT k, v FROM event_text_config ORDER BY k",
        ),
    ] {
        if sql == WORDS {
            for db in [db, &built] {
                db.execute_batch(
                    "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, event_text, instance)",
                )?;
            }
        }
        if !are_same(db, &built, sql, &[])? {
            return Ok(Some(format!("{what} does not match the entries")));
        }
    }
    // Prefixes of two and three letters are indexed separately from the words.
    let sql =
        format!("SELECT rowid, {RANK} FROM event_text WHERE event_text MATCH ?1 ORDER BY rowid");
    for beginning in beginnings(&built)? {
        if !are_same(db, &built, &sql, &[&format!("\"{beginning}\"*")])? {
            return Ok(Some(format!(
                "the list of words that begin with \"{beginning}\" does not match the entries"
            )));
        }
    }
    Ok(None)
}

const WORDS: &str = "SELECT term, doc, col, \"offset\" FROM temp.words";

/// The first two and three letters of every word.
fn beginnings(built: &Connection) -> Result<BTreeSet<String>> {
    built
        .execute_batch("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, event_text, row)")?;
    let mut terms = built.prepare("SELECT term FROM temp.terms")?;
    let (mut rows, mut all) = (terms.query([])?, BTreeSet::new());
    while let Some(row) = rows.next()? {
        let term = row.get_ref(0)?.as_str()?;
        for count in [2, 3] {
            let beginning: String = term.chars().take(count).collect();
            if beginning.chars().count() == count {
                all.insert(beginning);
            }
        }
    }
    Ok(all)
}

/// Whether a query finds the same in both, row by row.
fn are_same(one: &Connection, other: &Connection, sql: &str, with: &[&str]) -> Result<bool> {
    let (mut one, mut other) = (one.prepare(sql)?, other.prepare(sql)?);
    let columns = one.column_count();
    let mut one = one.query(rusqlite::params_from_iter(with))?;
    let mut other = other.query(rusqlite::params_from_iter(with))?;
    loop {
        let (here, there) = (next(&mut one, columns)?, next(&mut other, columns)?);
        if here != there {
            return Ok(false);
        }
        if here.is_none() {
            return Ok(true);
        }
    }
}

fn next(rows: &mut Rows<'_>, columns: usize) -> Result<Option<Vec<Value>>> {
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    (0..columns)
        .map(|it| row.get(it))
        .collect::<Result<_>>()
        .map(Some)
}
