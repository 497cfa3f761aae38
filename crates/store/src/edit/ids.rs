//! New identities.

use super::Edit;
use crate::error::StoreError;

/// Ids are below 2^53, because JSON readers round larger numbers.
const LAST_ID: i64 = (1 << 53) - 1;

/// How far a new id may lie behind the one before. Random, so that two copies of a file that were worked on apart give
/// different ids and can be merged.
const LONGEST_STEP: i64 = 1 << 20;

/// The largest id of anything.
const LARGEST_ID: &str = "SELECT max(
    (SELECT coalesce(max(id), 0) FROM event), (SELECT coalesce(max(id), 0) FROM link),
    (SELECT coalesce(max(id), 0) FROM source), (SELECT coalesce(max(id), 0) FROM citation),
    (SELECT coalesce(max(id), 0) FROM claim), (SELECT coalesce(max(id), 0) FROM theme),
    (SELECT coalesce(max(id), 0) FROM category), (SELECT coalesce(max(id), 0) FROM actor),
    (SELECT coalesce(max(id), 0) FROM place), (SELECT coalesce(max(id), 0) FROM layer))";

impl Edit<'_> {
    /// An id that nothing has or had, for anything new; ids grow, by chance steps of up to 2^20.
    ///
    /// # Errors
    /// [`StoreError::Unfit`] when the numbers are used up.
    pub fn fresh_id(&mut self) -> Result<i64, StoreError> {
        let last = match self.last_id {
            Some(last) => last,
            None => self.number(LARGEST_ID)?,
        };
        let step = 1 + self.number("SELECT random()")?.rem_euclid(LONGEST_STEP);
        let id = last.saturating_add(step);
        if id > LAST_ID {
            return Err(StoreError::Unfit {
                file: self.file.to_owned(),
                detail: String::from("no numbers are left for new entries"),
            });
        }
        self.last_id = Some(id);
        Ok(id)
    }

    fn number(&self, sql: &str) -> Result<i64, StoreError> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut it| it.query_row([], |row| row.get(0)))
            .map_err(|error| StoreError::of(self.file, &error))
    }
}
