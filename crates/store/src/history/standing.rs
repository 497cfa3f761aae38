//! The current position in the history.

use rusqlite::types::ValueRef::Integer;
use rusqlite::{Connection, Result};

use crate::seal::{self, Broken};

/// The current position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The last step that is in effect; 0 at the empty beginning.
    pub(crate) step: i64,
    /// The largest id that was ever given, undone and deleted entries included.
    pub(crate) last_id: i64,
}

impl Standing {
    pub(crate) fn read(db: &Connection) -> Result<Self> {
        let (found, seal) = Self::row(db)?;
        if found.seal() == seal {
            return Ok(found);
        }
        let (kind, name) = (String::from("place"), String::from("in the history"));
        Err(Broken { kind, name }.into())
    }

    fn row(db: &Connection) -> Result<(Self, i64)> {
        let sql = "SELECT step, last_id, seal FROM standing";
        db.prepare_cached(sql)?.query_row([], |row| {
            let (step, last_id) = (row.get(0)?, row.get(1)?);
            Ok((Self { step, last_id }, row.get(2)?))
        })
    }

    pub(crate) fn write(self, db: &Connection) -> Result<()> {
        let sql = "UPDATE standing SET step = ?1, last_id = ?2, seal = ?3";
        let mut write = db.prepare_cached(sql)?;
        write.execute((self.step, self.last_id, self.seal()))?;
        Ok(())
    }

    /// Seals the row of a file that had no seals.
    pub(super) fn seal_first(db: &Connection) -> Result<()> {
        Self::row(db)?.0.write(db)
    }

    fn seal(self) -> i64 {
        seal::of_values("standing", [Integer(self.step), Integer(self.last_id)])
    }
}
