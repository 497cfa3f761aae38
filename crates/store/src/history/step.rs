//! Steps as they are stored.

use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Result, Row};

use super::standing::Standing;
use crate::seal;

/// One change by the analyst.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its number, from 1, in the order in which steps were made.
    pub number: i64,
    /// The step after which it was made; 0 for the empty beginning.
    pub parent: i64,
    /// Its name, such as "Add Talks".
    pub name: String,
    /// When, in seconds since 1970-01-01 UTC, if known.
    pub at_seconds: Option<i64>,
    /// True when it is in effect; false when it is undone or on another branch.
    pub done: bool,
    /// True when its record does not match its checksum: its name, its time or its parent may be wrong.
    pub damaged: bool,
}

/// What is stored of the changes of a step.
#[derive(Debug)]
pub(super) enum Changes {
    /// All of it.
    Whole(Vec<u8>),
    /// It does not match its checksum, or cannot be read.
    Damaged,
    /// Nothing: the step is of a version that recorded none.
    None,
}

/// A step with what is needed to undo and redo it.
#[derive(Debug, Clone)]
pub(super) struct StoredStep {
    pub(super) step: Step,
    /// Tables that it touched, separated by spaces.
    pub(super) tables: String,
    /// Version of the file when it was done.
    pub(super) version: i64,
    /// Length and seal of its changeset; `None` for steps of version 1, which recorded none.
    pub(super) changes: Option<(i64, i64)>,
}

/// The columns of a step, before its seal.
const COLUMNS: &str =
    "number, parent, name, at, tables, version, changes_bytes, changes_seal, seal";

/// The most bytes of a changeset in one row.
const PART_BYTES: usize = 1 << 20;

impl StoredStep {
    pub(super) fn read(db: &Connection, number: i64) -> Result<Option<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM step WHERE number = ?1");
        db.prepare_cached(&sql)?
            .query_row([number], Self::from_row)
            .optional()
    }

    /// The newest of the steps that were made after `parent`.
    pub(super) fn newest_child(db: &Connection, parent: i64) -> Result<Option<Self>> {
        let sql =
            format!("SELECT {COLUMNS} FROM step WHERE parent = ?1 ORDER BY number DESC LIMIT 1");
        db.prepare_cached(&sql)?
            .query_row([parent], Self::from_row)
            .optional()
    }

    /// The steps that a query finds; `rest` continues "SELECT columns FROM step".
    pub(super) fn all(
        db: &Connection,
        rest: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<Self>> {
        let sql = format!("SELECT {COLUMNS} FROM step {rest}");
        db.prepare_cached(&sql)?
            .query_map(params, Self::from_row)?
            .collect()
    }

    fn from_row(row: &Row<'_>) -> Result<Self> {
        let mut kept = Self::unsealed(row)?;
        kept.step.damaged = kept.seal() != row.get::<_, i64>(8)?;
        Ok(kept)
    }

    fn unsealed(row: &Row<'_>) -> Result<Self> {
        let length: Option<i64> = row.get(6)?;
        Ok(Self {
            step: Step {
                number: row.get(0)?,
                parent: row.get(1)?,
                name: row.get(2)?,
                at_seconds: row.get(3)?,
                done: false,
                damaged: false,
            },
            tables: row.get(4)?,
            version: row.get(5)?,
            changes: length.zip(row.get(7)?),
        })
    }

    fn seal(&self) -> i64 {
        let values = self.values();
        seal::of_values("step", values.iter().map(Into::into))
    }

    fn values(&self) -> [Value; 8] {
        let step = &self.step;
        [
            Value::from(step.number),
            Value::from(step.parent),
            Value::from(step.name.clone()),
            Value::from(step.at_seconds),
            Value::from(self.tables.clone()),
            Value::from(self.version),
            Value::from(self.changes.map(|it| it.0)),
            Value::from(self.changes.map(|it| it.1)),
        ]
    }

    /// Writes the step and its changeset; a step is written once.
    pub(super) fn write(&mut self, db: &Connection, changes: &[u8]) -> Result<()> {
        let length = i64::try_from(changes.len()).unwrap_or(i64::MAX);
        self.changes = Some((length, seal::of_bytes(changes)));
        let sql =
            format!("INSERT INTO step ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        let values = self.values().into_iter().chain([Value::from(self.seal())]);
        db.prepare_cached(&sql)?
            .execute(rusqlite::params_from_iter(values))?;
        let sql = "INSERT INTO step_part (step, part, bytes) VALUES (?1, ?2, ?3)";
        let mut write = db.prepare_cached(sql)?;
        for (part, bytes) in (0_i64..).zip(changes.chunks(PART_BYTES)) {
            write.execute((self.step.number, part, bytes))?;
        }
        Ok(())
    }

    /// Its changeset. It has a checksum of its own, so it can be trusted where the record of the step cannot.
    pub(super) fn changes(&self, db: &Connection) -> Result<Changes> {
        let Some((length, seal)) = self.changes else {
            // When the record is damaged and says that nothing was stored, that may be the damage.
            return Ok(if self.step.damaged && self.version > 1 {
                Changes::Damaged
            } else {
                Changes::None
            });
        };
        match self.bytes(db) {
            Ok(changes) => {
                let whole =
                    i64::try_from(changes.len()) == Ok(length) && seal::of_bytes(&changes) == seal;
                Ok(if whole {
                    Changes::Whole(changes)
                } else {
                    Changes::Damaged
                })
            }
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
                Ok(Changes::Damaged)
            }
            Err(error) => Err(error),
        }
    }

    fn bytes(&self, db: &Connection) -> Result<Vec<u8>> {
        let mut changes = Vec::new();
        let mut parts =
            db.prepare_cached("SELECT bytes FROM step_part WHERE step = ?1 ORDER BY part")?;
        let mut rows = parts.query([self.step.number])?;
        while let Some(row) = rows.next()? {
            changes.extend_from_slice(row.get_ref(0)?.as_blob()?);
        }
        Ok(changes)
    }
}

/// The number that the next step gets.
pub(super) fn next_number(db: &Connection) -> Result<i64> {
    let sql = "SELECT coalesce(max(number), 0) + 1 FROM step";
    db.prepare_cached(sql)?.query_row([], |row| row.get(0))
}

/// Seals the history of a file that had no seals.
pub(crate) fn seal_all(db: &Connection) -> Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM step");
    let steps: Vec<StoredStep> = db
        .prepare(&sql)?
        .query_map([], StoredStep::unsealed)?
        .collect::<Result<_>>()?;
    let mut write = db.prepare("UPDATE step SET seal = ?2 WHERE number = ?1")?;
    for kept in steps {
        write.execute((kept.step.number, kept.seal()))?;
    }
    Standing::seal_first(db)
}
