//! Seals: a checksum of every entry, so that damage that SQLite does not notice is reported instead of shown as fact.
//!
//! # What a seal is made of
//!
//! Fixed since version 2 of the file. A seal is XXH3 with 64 bits and seed 0 over these bytes, kept as an INTEGER (the
//! same 64 bits, signed):
//!
//! 1. the name of the table, as a TEXT value;
//! 2. the values of the row in the order of the table's columns, without the seal itself;
//! 3. for each table of parts in the order of [`crate::table`] (of an event: theme, actor, place, figure, tag): how many
//!    rows there are, as an INTEGER, then of each row, in the order of positions, the values after owner and position.
//!
//! A value is one byte for its kind and then: NULL (0) nothing; INTEGER (1) 8 bytes, little end first; REAL (2) the 8
//! bytes of the IEEE 754 number, little end first; TEXT (3) and BLOB (4) the length in bytes as 8 bytes, little end
//! first, and the bytes, of a text in UTF-8.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Result, Row, params};
use xxhash_rust::xxh3::xxh3_64;

use crate::table::{ALL, PartTable, Table};

/// An entry whose seal does not match its content.
#[derive(Debug, thiserror::Error)]
#[error("the {kind} {name} does not match its checksum")]
pub(crate) struct Broken {
    /// What it is: "event", "link type".
    pub(crate) kind: String,
    /// What it is called.
    pub(crate) name: String,
}

impl From<Broken> for rusqlite::Error {
    fn from(broken: Broken) -> Self {
        // The only variant that displays nothing but its content.
        Self::ToSqlConversionFailure(Box::new(broken))
    }
}

/// A seal while it is computed.
#[derive(Debug)]
pub(crate) struct Seal {
    bytes: Vec<u8>,
}

impl Seal {
    /// Starts the seal of a row of `table`.
    pub(crate) fn of(table: &str) -> Self {
        let mut seal = Self {
            bytes: Vec::with_capacity(512),
        };
        seal.begin(table);
        seal
    }

    /// Starts the seal of another row of `table`, in the same buffer.
    pub(crate) fn begin(&mut self, table: &str) {
        self.bytes.clear();
        self.add(ValueRef::Text(table.as_bytes()));
    }

    /// Adds one value.
    pub(crate) fn add(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.bytes.push(0),
            ValueRef::Integer(it) => self.add_number(1, it.to_le_bytes()),
            ValueRef::Real(it) => self.add_number(2, it.to_bits().to_le_bytes()),
            ValueRef::Text(it) => self.add_bytes(3, it),
            ValueRef::Blob(it) => self.add_bytes(4, it),
        }
    }

    /// In one write: a million events have thirty million values.
    fn add_number(&mut self, kind: u8, [a, b, c, d, e, f, g, h]: [u8; 8]) {
        let piece = [kind, a, b, c, d, e, f, g, h];
        self.bytes.extend_from_slice(&piece);
    }

    fn add_bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.add_number(kind, (bytes.len() as u64).to_le_bytes());
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn add_integer(&mut self, value: i64) {
        self.add(ValueRef::Integer(value));
    }

    pub(crate) fn add_text(&mut self, value: &str) {
        self.add(ValueRef::Text(value.as_bytes()));
    }

    /// Adds the number of rows of a table of parts that follow.
    pub(crate) fn add_count(&mut self, count: usize) {
        self.add_integer(i64::try_from(count).unwrap_or(i64::MAX));
    }

    /// Adds the first `columns` values of a row.
    pub(crate) fn add_row(&mut self, row: &Row<'_>, columns: usize) -> Result<()> {
        (0..columns).try_for_each(|column| row.get_ref(column).map(|value| self.add(value)))
    }

    pub(crate) fn finish(&self) -> i64 {
        of_bytes(&self.bytes)
    }
}

/// The seal of bytes that are not a row, such as a changeset.
pub(crate) fn of_bytes(bytes: &[u8]) -> i64 {
    xxh3_64(bytes).cast_signed()
}

/// The seal of a row without parts.
pub(crate) fn of_values<'a>(table: &str, values: impl IntoIterator<Item = ValueRef<'a>>) -> i64 {
    let mut seal = Seal::of(table);
    values.into_iter().for_each(|value| seal.add(value));
    seal.finish()
}

/// Compares the stored seal of a row of `table`, with the columns of [`Table::select`], with the right one.
pub(crate) fn check(row: &Row<'_>, table: &Table, seal: &Seal) -> Result<()> {
    if row.get::<_, i64>(table.columns.len())? == seal.finish() {
        return Ok(());
    }
    // The name may be damaged too, but usually the damage is elsewhere in the row.
    let named = table
        .columns
        .iter()
        .position(|it| *it == "handle" || *it == "name");
    let name = match row.get_ref(named.unwrap_or(0))? {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Integer(id) => id.to_string(),
        _ => String::from("without a name"),
    };
    let kind = table.name.replace('_', " ");
    Err(Broken { kind, name }.into())
}

/// As [`check`], of a row of a table without parts.
pub(crate) fn check_alone(row: &Row<'_>, table: &Table) -> Result<()> {
    let mut seal = Seal::of(table.name);
    seal.add_row(row, table.columns.len())?;
    check(row, table, &seal)
}

/// Compares the stored seal of the row of `table` with this key with the right one; a missing row passes.
pub(crate) fn verify(db: &Connection, table: &Table, key: &Value) -> Result<()> {
    let mut seal = Seal::of(table.name);
    let which = format!("WHERE {} = ?1", table.key());
    let mut found = db.prepare_cached(&table.select(&which))?;
    let mut rows = found.query([key])?;
    let Some(row) = rows.next()? else {
        return Ok(());
    };
    seal.add_row(row, table.columns.len())?;
    for part in table.parts {
        add_parts(db, part, key, &mut seal)?;
    }
    check(row, table, &seal)
}

/// Writes the seal of the row of `table` with this key, computed from the file.
pub(crate) fn renew(db: &Connection, table: &Table, key: &Value) -> Result<()> {
    let mut seal = Seal::of(table.name);
    let which = format!("WHERE {} = ?1", table.key());
    db.prepare_cached(&table.select(&which))?
        .query_row([key], |row| seal.add_row(row, table.columns.len()))?;
    for part in table.parts {
        add_parts(db, part, key, &mut seal)?;
    }
    let sql = format!("UPDATE {} SET seal = ?2 {which}", table.name);
    db.prepare_cached(&sql)?
        .execute(params![key, seal.finish()])?;
    Ok(())
}

fn add_parts(db: &Connection, part: &PartTable, key: &Value, seal: &mut Seal) -> Result<()> {
    let sql = part.select(&format!("WHERE {} = ?1 ORDER BY position", part.owner));
    let mut found = db.prepare_cached(&sql)?;
    let mut rows = found.query([key])?;
    let (mut count, mut values) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        count += 1;
        for column in 2..2 + part.columns.len() {
            values.push(row.get::<_, Value>(column)?);
        }
    }
    seal.add_count(count);
    values.iter().for_each(|value| seal.add(value.into()));
    Ok(())
}

/// Writes the seals of everything, for a file that had none.
pub(crate) fn renew_all(db: &Connection) -> Result<()> {
    for table in ALL {
        let mut keys = db.prepare(&format!("SELECT {} FROM {}", table.key(), table.name))?;
        let keys: Vec<Value> = keys
            .query_map([], |row| row.get(0))?
            .collect::<Result<_>>()?;
        keys.iter().try_for_each(|key| renew(db, table, key))?;
    }
    Ok(())
}
