//! The expected shape of the rows of each table.

use rusqlite::types::Value;
use rusqlite::{Connection, Result};

use crate::schema;
use crate::table::{ALL, PartTable, Table};

/// A column.
#[derive(Debug, Clone, Copy)]
struct Column {
    kind: Kind,
    may_be_missing: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Integer,
    Real,
    Text,
    Blob,
    Other,
}

/// The shape of a row of a record table; the seal comes last, in files that have seals.
#[derive(Debug)]
pub(super) struct EntryShape {
    pub(super) table: &'static Table,
    /// True where the key is the row id, which SQLite stores apart from the values.
    pub(super) numbered: bool,
    columns: Vec<Column>,
}

/// The shape of a row of a table of parts.
#[derive(Debug)]
pub(super) struct PartShape {
    pub(super) part: &'static PartTable,
    columns: Vec<Column>,
}

/// A row that fits.
pub(super) struct Fit {
    /// The columns of the table.
    pub(super) values: Vec<Value>,
    pub(super) seal: Option<i64>,
}

/// The shapes of all tables, and an empty database that has the tables.
pub(super) fn shapes() -> Result<(Vec<EntryShape>, Vec<PartShape>, Connection)> {
    let db = Connection::open_in_memory()?;
    schema::migrate(&db, 0)?;
    let entries = ALL.iter().map(|table| entry(&db, table));
    let entries = entries.collect::<Result<Vec<_>>>()?;
    let parts = ALL.iter().flat_map(|it| it.parts).map(|part| {
        let columns = columns(&db, part.name)?;
        Ok(PartShape { part, columns })
    });
    let parts = parts.collect::<Result<Vec<_>>>()?;
    Ok((entries, parts, db))
}

fn entry(db: &Connection, table: &'static Table) -> Result<EntryShape> {
    let columns = columns(db, table.name)?;
    let numbered = table.key() == "id";
    Ok(EntryShape {
        table,
        numbered,
        columns,
    })
}

fn columns(db: &Connection, table: &str) -> Result<Vec<Column>> {
    let mut all =
        db.prepare("SELECT type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")?;
    all.query_map([table], |row| {
        let kind = match row.get_ref(0)?.as_str()? {
            "INTEGER" => Kind::Integer,
            "REAL" => Kind::Real,
            "TEXT" => Kind::Text,
            "BLOB" => Kind::Blob,
            _ => Kind::Other,
        };
        let may_be_missing = !row.get::<_, bool>(1)? && row.get::<_, i64>(2)? == 0;
        Ok(Column {
            kind,
            may_be_missing,
        })
    })?
    .collect()
}

impl EntryShape {
    /// The row as a row of this table, if it fits.
    pub(super) fn fit(&self, number: Option<i64>, values: &[Value]) -> Option<Fit> {
        if number.is_some() != self.numbered {
            return None;
        }
        let mut values = values.to_vec();
        if let (Some(number), Some(Value::Null)) = (number, values.first()) {
            values[0] = Value::Integer(number);
        }
        let seal = match values.len().checked_sub(self.columns.len() - 1)? {
            0 => None,
            1 => match values.pop()? {
                Value::Integer(seal) => Some(seal),
                _ => return None,
            },
            _ => return None,
        };
        let fits = all_fit(&mut values, &self.columns);
        fits.then_some(Fit { values, seal })
    }

    /// Columns that may be empty.
    pub(super) fn may_be_missing(&self) -> impl Iterator<Item = usize> {
        let columns = self.columns.iter().enumerate();
        columns
            .filter(|(_, it)| it.may_be_missing)
            .map(|(at, _)| at)
    }
}

impl PartShape {
    /// The row as one of this table, if it can be one.
    pub(super) fn fit(&self, values: &[Value]) -> Option<Vec<Value>> {
        let mut values = values.to_vec();
        let fits = values.len() == self.columns.len() && all_fit(&mut values, &self.columns);
        fits.then_some(values)
    }
}

/// Compares values with the columns that they would be in.
fn all_fit(values: &mut [Value], columns: &[Column]) -> bool {
    values.iter_mut().zip(columns).all(|(value, column)| {
        if let (Value::Integer(whole), Kind::Real) = (&*value, column.kind) {
            // SQLite stores integral reals as integers.
            *value = Value::Real(*whole as f64);
        }
        match (&*value, column.kind) {
            (Value::Null, _) => column.may_be_missing,
            (Value::Integer(_), Kind::Integer)
            | (Value::Real(_), Kind::Real)
            | (Value::Text(_), Kind::Text)
            | (Value::Blob(_), Kind::Blob) => true,
            _ => false,
        }
    })
}
