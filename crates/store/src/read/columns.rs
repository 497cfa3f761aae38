//! The values of one row, read column by column.

use rusqlite::types::{FromSql, FromSqlError, Type, ValueRef};
use rusqlite::{Error, Result, Row};

/// Something that has columns with values.
pub(crate) trait Columns {
    /// The value of column number `column`.
    fn get<T: FromSql>(&self, column: usize) -> Result<T>;
}

impl Columns for Row<'_> {
    fn get<T: FromSql>(&self, column: usize) -> Result<T> {
        Row::get(self, column)
    }
}

/// No table has more columns.
const MOST: usize = 32;

/// The values of a row, each fetched once: fetching is the slow part, and the seal of an event needs all of them too.
pub(super) struct Values<'r> {
    values: [ValueRef<'r>; MOST],
    count: usize,
}

impl<'r> Values<'r> {
    /// The first `count` of `row`, at most 32.
    pub(super) fn of(row: &'r Row<'_>, count: usize) -> Result<Self> {
        let mut values = [ValueRef::Null; MOST];
        for (column, value) in values.iter_mut().enumerate().take(count) {
            *value = row.get_ref(column)?;
        }
        Ok(Self { values, count })
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = ValueRef<'r>> {
        self.values.iter().take(self.count).copied()
    }
}

impl Columns for Values<'_> {
    fn get<T: FromSql>(&self, column: usize) -> Result<T> {
        let value = self.values.get(column).copied().unwrap_or(ValueRef::Null);
        T::column_result(value).map_err(|error| of_column(column, value.data_type(), error))
    }
}

/// As `Row::get` has it.
fn of_column(column: usize, kind: Type, error: FromSqlError) -> Error {
    match error {
        FromSqlError::OutOfRange(number) => Error::IntegralValueOutOfRange(column, number),
        FromSqlError::Other(other) => Error::FromSqlConversionFailure(column, kind, other),
        _ => Error::InvalidColumnType(column, format!("number {column}"), kind),
    }
}
