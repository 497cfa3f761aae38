//! Builds a workspace from the selected rows, in an empty database.

use model::Workspace;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, Result, ffi, params_from_iter};

use super::pick::{Entry, Picked, Trust, seal_of};
use super::shape::EntryShape;
use crate::table::{CITATION, CLAIM, EVENT, LINK, SOURCE, Table};
use crate::{date, old_pins, read, schema, seal};

/// What happened to an entry that is not as it was written.
#[derive(Debug, Clone)]
pub(super) struct Remark {
    /// The table.
    pub(super) table: &'static str,
    /// Its name.
    pub(super) name: String,
    pub(super) fate: Fate,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Kept, although its checksum does not match.
    Doubtful,
    /// Kept in an earlier version that was found elsewhere.
    Earlier,
    /// Kept, except for an invalid field.
    Emptied,
    /// Not valid.
    Lost,
}

/// The most alternatives tried for a name that is in use.
const MOST_NAMES: usize = 50;

/// Combines the rows. `empty` is a database with empty tables.
pub(super) fn rebuild(
    empty: &Connection,
    shapes: &[EntryShape],
    picked: &Picked,
) -> Result<(Workspace, Vec<Remark>)> {
    let alone = Connection::open_in_memory()?;
    schema::migrate(&alone, 0)?;
    for db in [empty, &alone] {
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        db.pragma_update(None, "foreign_keys", false)?;
    }
    // Rows with a valid seal were valid when they were written. The others are tried one by one; those of a file without
    // seals only if they cannot be read all together.
    for try_unsealed in [false, true] {
        let mut remarks = Vec::new();
        let tx = empty.unchecked_transaction()?;
        for shape in shapes {
            let entries = picked.entries.get(shape.table.name);
            for entry in entries.into_iter().flat_map(|it| it.values()) {
                let try_it = entry.trust == Trust::Doubtful
                    || (try_unsealed && entry.trust == Trust::Unsealed);
                let fate = keep(&tx, try_it.then_some(&alone), shape, entry);
                remarks.extend(fate.map(|fate| Remark {
                    table: shape.table.name,
                    name: name(shape.table, &entry.values),
                    fate,
                }));
            }
        }
        if let Ok(workspace) = read(&tx) {
            return Ok((workspace, remarks));
        }
        tx.rollback()?;
    }
    Ok((Workspace::default(), Vec::new()))
}

/// Writes an entry; reports it when it is not as it was. With `alone`, an empty database, it is tried there first, and
/// invalid fields are cleared.
fn keep(
    db: &Connection,
    alone: Option<&Connection>,
    shape: &EntryShape,
    entry: &Entry,
) -> Option<Fate> {
    let table = shape.table;
    let fate = match entry.trust {
        Trust::Sealed | Trust::Unsealed => None,
        Trust::Doubtful => Some(Fate::Doubtful),
        Trust::Earlier => Some(Fate::Earlier),
    };
    if alone.is_none_or(|alone| reads(alone, table, entry)) && insert(db, table, entry).is_ok() {
        return fate;
    }
    let Some(alone) = alone else {
        return Some(Fate::Lost);
    };
    let patches = patches(shape);
    let one_by_one = patches.iter().map(std::slice::from_ref);
    for patches in one_by_one.chain([&patches[..]]) {
        let mut entry = entry.clone();
        for (column, value) in patches.iter().flatten() {
            entry.values[*column] = value.clone();
        }
        if reads(alone, table, &entry) && insert(db, table, &entry).is_ok() {
            return Some(Fate::Emptied);
        }
    }
    Some(Fate::Lost)
}

/// True when an entry is valid; `alone` is left empty.
fn reads(alone: &Connection, table: &Table, entry: &Entry) -> bool {
    let try_it = || -> Result<()> {
        let tx = alone.unchecked_transaction()?;
        insert(&tx, table, entry)?;
        read(&tx)?;
        tx.rollback()
    };
    try_it().is_ok()
}

/// The workspace of the rows, whatever their seals.
fn read(db: &Connection) -> Result<Workspace> {
    db.execute(
        "INSERT INTO workspace (id, name) SELECT 1, '' WHERE NOT EXISTS (SELECT 1 FROM workspace)",
        [],
    )?;
    seal::renew_all(db)?;
    old_pins::convert_found(db)?;
    read::workspace(db)
}

/// Writes an entry and its parts. A handle that is in use gets a number, a second adopted claim becomes a rival.
fn insert(db: &Connection, table: &Table, entry: &Entry) -> Result<()> {
    let mut values = entry.values.clone();
    let handle = table.columns.iter().position(|it| *it == "handle");
    let handle = handle.filter(|it| *it > 0);
    for count in 2..MOST_NAMES {
        let seal = Value::Integer(seal_of(table, &values, &entry.parts));
        let all = values.iter().chain([&seal]);
        let done = db
            .prepare_cached(table.put())?
            .execute(params_from_iter(all));
        let taken = match done {
            Ok(_) => break,
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                error
            }
            Err(error) => return Err(error),
        };
        let unique = ffi::SQLITE_CONSTRAINT_UNIQUE;
        if taken
            .sqlite_error()
            .is_none_or(|it| it.extended_code != unique)
            || count + 1 == MOST_NAMES
        {
            return Err(taken);
        }
        match (handle, &entry.values[handle.unwrap_or(0)]) {
            (Some(at), Value::Text(text)) => values[at] = Value::Text(format!("{text} ({count})")),
            _ if table.name == CLAIM.name => values[4] = Value::Integer(0),
            _ => return Err(taken),
        }
    }
    for (part, rows) in table.parts.iter().zip(&entry.parts) {
        for (position, row) in (0..).zip(rows) {
            let owner = [entry.values[0].clone(), Value::Integer(position)];
            db.prepare_cached(part.put())?
                .execute(params_from_iter(owner.iter().chain(row)))?;
        }
    }
    Ok(())
}

/// Replacements for invalid values; each covers a group of columns.
fn patches(shape: &EntryShape) -> Vec<Vec<(usize, Value)>> {
    let table = shape.table;
    // Where dates begin.
    let dates: &[usize] = match table.name {
        name if name == EVENT.name => &[6],
        name if name == SOURCE.name => &[5, 5 + date::COLUMNS],
        _ => &[],
    };
    let dates = || dates.iter().map(|it| *it..*it + date::COLUMNS);
    let words: &[(&str, &str)] = match table.name {
        name if name == EVENT.name => &[
            ("kind", "event"),
            ("status", "reported"),
            ("tone", "neutral"),
        ],
        name if name == LINK.name => &[("confidence", "low"), ("basis", "reported")],
        name if name == CITATION.name => &[("stance", "for")],
        _ => &[],
    };
    let column = |name: &str| table.columns.iter().position(|it| *it == name);
    let words = words
        .iter()
        .filter_map(|(name, word)| Some(vec![(column(name)?, Value::Text((*word).to_owned()))]));
    let severity = column("severity").map(|at| vec![(at, Value::Integer(3))]);
    let empty = |columns: Vec<usize>| columns.into_iter().map(|it| (it, Value::Null)).collect();
    let alone = shape
        .may_be_missing()
        .filter(|at| !dates().any(|it| it.contains(at)));
    words
        .chain(severity)
        .chain(dates().map(|it| empty(it.collect())))
        .chain(alone.map(|it| empty(vec![it])))
        .collect()
}

/// The name of an entry: its handle and title, as far as it has them.
fn name(table: &Table, values: &[Value]) -> String {
    let text = |column: &str| {
        let at = table.columns.iter().position(|it| *it == column)?;
        match values.get(at)? {
            Value::Text(text) if !text.is_empty() => Some(text.clone()),
            _ => None,
        }
    };
    let quoted = text("title").or_else(|| text("name")).map(|it| {
        let beginning: String = it.chars().take(60).collect();
        format!("\"{beginning}\"")
    });
    let number = match values.first() {
        Some(Value::Integer(number)) => Some(number.to_string()),
        _ => None,
    };
    let named = text("handle").or(number);
    let both: Vec<_> = named.into_iter().chain(quoted).collect();
    both.join(" ")
}
