//! Writing how a chart was laid out: no step of the history, because the analyst changed nothing.

use model::{Board, Hint};
use rusqlite::params;
use rusqlite::types::ValueRef::Text;

use crate::change::commit;
use crate::error::StoreError;
use crate::file::File;
use crate::read;
use crate::seal;
use crate::table::HINT;

impl File {
    /// Keeps how a chart was laid out, for the next time it is drawn. Rows and parts without nodes are left out; a hint without
    /// nodes removes what was kept.
    ///
    /// # Errors
    /// [`StoreError`] when the file may not be written to; then nothing was changed.
    pub fn remember(&mut self, board: Board, hint: &Hint) -> Result<(), StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let (board, rows) = (board.to_string(), text_of(hint));
        let tx = self.begin()?;
        if rows.is_empty() {
            tx.execute("DELETE FROM hint WHERE board = ?1", [board])
                .map_err(of)?;
        } else {
            let values = [Text(board.as_bytes()), Text(rows.as_bytes())];
            let seal = seal::of_values(HINT.name, values);
            tx.execute(HINT.put(), params![board, rows, seal])
                .map_err(of)?;
        }
        commit(tx, &self.name)
    }

    /// Removes the hints that are damaged; returns the names of their charts.
    pub(crate) fn forget_damaged_hints(db: &rusqlite::Connection) -> rusqlite::Result<Vec<String>> {
        let names = read::damaged_hints(db)?;
        for name in &names {
            db.execute("DELETE FROM hint WHERE board = ?1", [name])?;
        }
        Ok(names)
    }
}

/// "12 5", a line for each row, an empty line between parts.
fn text_of(hint: &Hint) -> String {
    let row = |row: &Vec<i64>| {
        let ids: Vec<String> = row.iter().map(i64::to_string).collect();
        ids.join(" ")
    };
    let part = |part: &Vec<Vec<i64>>| {
        let rows = part.iter().filter(|it| !it.is_empty()).map(row);
        rows.collect::<Vec<_>>().join("\n")
    };
    let parts = hint.parts.iter().map(part).filter(|it| !it.is_empty());
    parts.collect::<Vec<_>>().join("\n\n")
}
