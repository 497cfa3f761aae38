//! A changeset row by row.

use std::collections::BTreeMap;

use model::EventId;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::Value;
use rusqlite::{Connection, Error, OptionalExtension, Result};

use crate::table::recorded;

/// What a step did to one row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChange {
    /// The table: `event`, `event_actor`, `link`.
    pub table: String,
    /// Its key: an id, a handle, or `12/0` for the first part of event 12.
    pub row: String,
    /// The event itself, the event that it belongs to, or the cause of a link.
    pub event: Option<EventId>,
    /// What was done to it.
    pub what: RowWhat,
    /// The fields that differ; all fields of a row that was added or removed.
    pub fields: Vec<FieldChange>,
}

/// What was done to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowWhat {
    /// It was not there before.
    Added,
    /// It was deleted.
    Removed,
    /// Some of its fields changed.
    Edited,
}

/// A field before and after, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its column.
    pub field: String,
    /// `None` when it was empty or not there.
    pub before: Option<String>,
    /// `None` when it is empty or no longer there.
    pub after: Option<String>,
}

/// One row of a changeset. Values that it does not contain, because they did not change, are `None`.
#[derive(Debug)]
pub(crate) struct Altered {
    pub(crate) table: &'static str,
    pub(super) what: RowWhat,
    pub(super) before: Vec<Option<Value>>,
    pub(super) after: Vec<Option<Value>>,
}

impl Altered {
    /// The value of the key column `column`, which every row has.
    fn key(&self, column: usize) -> Option<&Value> {
        let before = self.before.get(column).and_then(Option::as_ref);
        before.or_else(|| self.after.get(column).and_then(Option::as_ref))
    }

    /// The id of the row, or of its owner; `None` for rows with text keys.
    pub(crate) fn id(&self) -> Option<i64> {
        integer(self.key(0))
    }

    /// The integers in `column` before and after.
    pub(crate) fn both(&self, column: usize) -> impl Iterator<Item = i64> {
        let before = integer(self.before.get(column).and_then(Option::as_ref));
        let after = integer(self.after.get(column).and_then(Option::as_ref));
        before.into_iter().chain(after)
    }

    /// True for a row that was added or removed, and for one that was edited in one of these columns.
    pub(crate) fn differs(&self, columns: &[usize]) -> bool {
        let edited = |column: &usize| self.after.get(*column).is_some_and(Option::is_some);
        self.what != RowWhat::Edited || columns.iter().any(edited)
    }

    fn from_item(item: &ChangesetItem) -> Result<Self> {
        let op = item.op()?;
        let table = recorded()
            .find(|it| *it == op.table_name())
            .ok_or_else(|| Error::InvalidParameterName(op.table_name().to_owned()))?;
        let what = match op.code() {
            Action::SQLITE_INSERT => RowWhat::Added,
            Action::SQLITE_DELETE => RowWhat::Removed,
            _ => RowWhat::Edited,
        };
        let columns = usize::try_from(op.number_of_columns()).unwrap_or(0);
        let old = |column| item.old_value(column).ok().map(Value::try_from);
        let new = |column| item.new_value(column).ok().map(Value::try_from);
        let values = |side: &dyn Fn(usize) -> Option<_>| {
            (0..columns)
                .map(|column| side(column).transpose())
                .collect::<std::result::Result<Vec<_>, _>>()
                .map_err(|error| {
                    Error::FromSqlConversionFailure(0, rusqlite::types::Type::Null, Box::new(error))
                })
        };
        Ok(Self {
            table,
            what,
            before: values(&old)?,
            after: values(&new)?,
        })
    }
}

fn integer(value: Option<&Value>) -> Option<i64> {
    match value {
        Some(Value::Integer(it)) => Some(*it),
        _ => None,
    }
}

/// Calls a function with each row of a changeset. Tables must be recorded ones, with no more columns than they have:
/// SQLite would silently skip other rows.
pub(super) fn each(
    db: &Connection,
    changes: &[u8],
    mut see: impl FnMut(Altered) -> Result<()>,
) -> Result<()> {
    let mut columns = BTreeMap::new();
    let mut input = changes;
    let input: &mut dyn std::io::Read = &mut input;
    let mut rows = ChangesetIter::start_strm(&input)?;
    while let Some(item) = rows.next()? {
        let row = Altered::from_item(item)?;
        if !columns.contains_key(row.table) {
            columns.insert(row.table, column_names(db, row.table)?.len());
        }
        if row.before.len() > columns[row.table] {
            return Err(Error::InvalidColumnIndex(row.before.len()));
        }
        see(row)?;
    }
    Ok(())
}

pub(super) fn column_names(db: &Connection, table: &str) -> Result<Vec<String>> {
    let statement = db.prepare_cached(&format!("SELECT * FROM {table}"))?;
    Ok(statement.column_names().map(str::to_owned).collect())
}

/// The rows of a changeset for people; seals are left out, and rows of which only the seal differs.
pub(super) fn row_changes(db: &Connection, changes: &[u8]) -> Result<Vec<RowChange>> {
    let mut all = Vec::new();
    each(db, changes, |row| {
        let names = column_names(db, row.table)?;
        let mut change = row_change(&row, &names);
        if change.event.is_none() && row.what == RowWhat::Edited {
            change.event = event_now(db, &row)?;
        }
        if row.what != RowWhat::Edited || !change.fields.is_empty() {
            all.push(change);
        }
        Ok(())
    })?;
    Ok(all)
}

/// The event of a row whose changeset does not contain it, because it did not change.
fn event_now(db: &Connection, row: &Altered) -> Result<Option<EventId>> {
    let sql = match row.table {
        "link" => "SELECT cause FROM link WHERE id = ?1",
        "claim" => "SELECT event FROM claim WHERE id = ?1",
        "citation" => "SELECT event FROM citation WHERE id = ?1",
        _ => return Ok(None),
    };
    let found: Option<Option<i64>> = db
        .prepare_cached(sql)?
        .query_row([row.id()], |row| row.get(0))
        .optional()?;
    Ok(found.flatten().map(EventId))
}

fn row_change(row: &Altered, names: &[String]) -> RowChange {
    let is_part = names.get(1).is_some_and(|it| it == "position") && row.table != "scale";
    let keys = row.key(0).into_iter().chain(row.key(1).filter(|_| is_part));
    let event = match row.table {
        "event" => row.id(),
        "link" | "claim" => row.both(1).last(),
        "citation" => row.both(2).last(),
        part if part.starts_with("event_") => row.id(),
        _ => None,
    };
    let sides = names.iter().zip(row.before.iter().zip(&row.after));
    let fields = sides
        .filter(|(name, _)| *name != "seal")
        .filter_map(|(name, (before, after))| {
            // An edited row has its key on one side only.
            let differs = row.what != RowWhat::Edited || after.is_some();
            differs.then(|| FieldChange {
                field: name.clone(),
                before: before.as_ref().and_then(text),
                after: after.as_ref().and_then(text),
            })
        });
    RowChange {
        table: row.table.to_owned(),
        row: keys.filter_map(text).collect::<Vec<_>>().join("/"),
        event: event.map(EventId),
        what: row.what,
        fields: fields.collect(),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(it) => Some(it.to_string()),
        Value::Real(it) => Some(it.to_string()),
        Value::Text(it) => Some(it.clone()),
        Value::Blob(it) => Some(format!("{} bytes", it.len())),
    }
}
