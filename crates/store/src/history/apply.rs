//! Applying a changeset to the file.

use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ConflictAction, ConflictType, invert_strm};
use rusqlite::types::Value;
use rusqlite::{Connection, Error, Result, params_from_iter};

use super::change::column_names;

/// Why a changeset was not applied; then none of it is.
#[derive(Debug)]
pub(super) enum Failure {
    /// Row `.0` is not as the changeset has it.
    Misfit(String),
    /// What SQLite reports.
    Sql(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Sql(error)
    }
}

/// An edit of a row that failed because another row still has its new handle (or its adopted field).
#[derive(Debug)]
struct Tangled {
    table: String,
    id: Value,
    /// Column, value before, value after.
    fields: Vec<(usize, Value, Value)>,
}

/// What the conflict handler has seen.
#[derive(Debug, Default)]
struct Seen {
    misfit: Option<String>,
    tangled: Vec<Tangled>,
}

/// The inverse of `changes`.
pub(super) fn inverted(changes: &[u8]) -> Result<Vec<u8>> {
    let (mut input, mut output) = (changes, Vec::new());
    invert_strm(&mut input, &mut output)?;
    Ok(output)
}

/// Applies `changes` within the transaction of `db`. Every row must be as in the changeset; otherwise nothing is written.
pub(super) fn apply(db: &Connection, changes: &[u8]) -> std::result::Result<(), Failure> {
    let seen = Arc::new(Mutex::new(Seen::default()));
    let seer = Arc::clone(&seen);
    let mut input = changes;
    let done = db.apply_strm(&mut input, None::<fn(&str) -> bool>, move |kind, item| {
        decide(
            kind,
            item,
            &mut seer.lock().unwrap_or_else(PoisonError::into_inner),
        )
    });
    let seen = std::mem::take(&mut *seen.lock().unwrap_or_else(PoisonError::into_inner));
    match seen.misfit {
        Some(row) => Err(Failure::Misfit(row)),
        None => {
            done?;
            untangle(db, &seen.tangled)
        }
    }
}

fn decide(kind: ConflictType, item: &ChangesetItem, seen: &mut Seen) -> ConflictAction {
    match kind {
        // References are checked when the transaction commits, like those of any change.
        ConflictType::SQLITE_CHANGESET_FOREIGN_KEY => ConflictAction::SQLITE_CHANGESET_OMIT,
        // SQLite calls this only after trying every order; what is left are rows that swap handles.
        ConflictType::SQLITE_CHANGESET_CONSTRAINT => match tangled(item) {
            Some(edit) => {
                seen.tangled.push(edit);
                ConflictAction::SQLITE_CHANGESET_OMIT
            }
            None => refuse(item, seen),
        },
        _ => refuse(item, seen),
    }
}

fn refuse(item: &ChangesetItem, seen: &mut Seen) -> ConflictAction {
    let key = item.old_value(0).or_else(|_| item.new_value(0));
    let key = key.ok().and_then(|it| Value::try_from(it).ok());
    let table = item
        .op()
        .map_or_else(|_| String::from("row"), |it| it.table_name().to_owned());
    seen.misfit
        .get_or_insert(named(&table, &key.unwrap_or(Value::Null)));
    ConflictAction::SQLITE_CHANGESET_ABORT
}

/// "event 12", "scale "ICD 203"": a row in words.
fn named(table: &str, key: &Value) -> String {
    let table = table.replace('_', " ");
    match key {
        Value::Integer(id) => format!("{table} {id}"),
        Value::Text(word) => format!("{table} \"{word}\""),
        _ => table,
    }
}

fn tangled(item: &ChangesetItem) -> Option<Tangled> {
    let op = item.op().ok()?;
    if op.code() != Action::SQLITE_UPDATE {
        return None;
    }
    let value = |it: Result<rusqlite::types::ValueRef<'_>>| Value::try_from(it.ok()?).ok();
    let fields = (1..usize::try_from(op.number_of_columns()).ok()?).filter_map(|column| {
        let (before, after) = (value(item.old_value(column)), value(item.new_value(column)));
        before
            .zip(after)
            .map(|(before, after)| (column, before, after))
    });
    Some(Tangled {
        table: op.table_name().to_owned(),
        id: value(item.old_value(0))?,
        fields: fields.collect(),
    })
}

/// Applies edits that swap handles: first all get temporary handles, then each its own.
fn untangle(db: &Connection, edits: &[Tangled]) -> std::result::Result<(), Failure> {
    for edit in edits {
        if !edit.let_go(db)? {
            return Err(Failure::Misfit(named(&edit.table, &edit.id)));
        }
    }
    Ok(edits.iter().try_for_each(|edit| edit.finish(db))?)
}

impl Tangled {
    /// Gives the row a temporary handle; false when the row is not as in the changeset.
    fn let_go(&self, db: &Connection) -> Result<bool> {
        let change = match self.table.as_str() {
            "claim" => "adopted = 0",
            "event" | "source" | "theme" | "category" | "actor" => "handle = hex(randomblob(16))",
            _ => return Ok(false),
        };
        let names = column_names(db, &self.table)?;
        let conditions = (2..)
            .zip(&self.fields)
            .map(|(parameter, field)| format!(" AND \"{}\" IS ?{parameter}", names[field.0]));
        let conditions: String = conditions.collect();
        let sql = format!(
            "UPDATE {} SET {change} WHERE id = ?1{conditions}",
            self.table
        );
        let values = [&self.id]
            .into_iter()
            .chain(self.fields.iter().map(|it| &it.1));
        Ok(db.execute(&sql, params_from_iter(values))? == 1)
    }

    fn finish(&self, db: &Connection) -> Result<()> {
        let names = column_names(db, &self.table)?;
        let fields = (2..)
            .zip(&self.fields)
            .map(|(parameter, field)| format!("\"{}\" = ?{parameter}", names[field.0]));
        let fields = fields.collect::<Vec<_>>().join(", ");
        let sql = format!("UPDATE {} SET {fields} WHERE id = ?1", self.table);
        let values = [&self.id]
            .into_iter()
            .chain(self.fields.iter().map(|it| &it.2));
        db.execute(&sql, params_from_iter(values)).map(drop)
    }
}
