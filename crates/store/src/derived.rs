//! Data that are derived from the entries and the history: the search index, SQLite's own indexes, the events that a step
//! affects, the current position in the history. They can be rebuilt; the entries and the changes of steps cannot.

use crate::error::StoreError;
use crate::file::File;
use crate::{history, search};

impl File {
    /// Rebuilds derived data in one transaction; returns a sentence for each thing that was wrong. This is no step of the
    /// history, because nothing that the analyst entered changes.
    ///
    /// # Errors
    /// [`StoreError`] when the file may not be written to or the entries themselves cannot be read; then nothing was
    /// changed.
    pub fn rebuild(&mut self) -> Result<Vec<String>, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let tx = self.begin()?;
        let mut done = Vec::new();
        tx.execute_batch("REINDEX").map_err(of)?;
        if history::renew_standing(&tx).map_err(of)? {
            done.push(String::from(
                "The current position in the history was determined again; check that undo offers the last step.",
            ));
        }
        let lists = history::renew_events(&tx).map_err(of)?;
        if lists > 0 {
            done.push(format!(
                "The affected events of {lists} steps of the history were listed again."
            ));
        }
        for board in Self::forget_damaged_hints(&tx).map_err(of)? {
            done.push(format!(
                "The damaged layout of chart \"{board}\" was dropped; the chart is laid out from scratch."
            ));
        }
        search::rebuild(&tx).map_err(of)?;
        done.push(String::from("The search index was rebuilt."));
        crate::change::commit(tx, &self.name)?;
        self.wait_until_whole()?;
        Ok(done)
    }
}
