//! New ids.

use super::Edit;
use crate::error::StoreError;

/// Ids are below 2^53, because JSON readers round larger numbers.
const LAST_ID: i64 = (1 << 53) - 1;

/// The largest random step from one id to the next. Random, so that two copies of a file that are edited separately get
/// different ids and can be merged.
const LONGEST_STEP: i64 = 1 << 20;

/// Whether anything has the id ?1.
const IS_TAKEN: &str = "SELECT EXISTS (SELECT 1 FROM event WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM link WHERE id = ?1) OR EXISTS (SELECT 1 FROM source WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM citation WHERE id = ?1) OR EXISTS (SELECT 1 FROM claim WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM theme WHERE id = ?1) OR EXISTS (SELECT 1 FROM category WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM actor WHERE id = ?1) OR EXISTS (SELECT 1 FROM place WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM layer WHERE id = ?1) OR EXISTS (SELECT 1 FROM series WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM step_event WHERE event = ?1)";

impl Edit<'_> {
    /// A new id that nothing has or had, undone and deleted entries included. Ids grow by random steps of up to 2^20.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn fresh_id(&mut self) -> Result<i64, StoreError> {
        let step = 1 + self.chance()?.rem_euclid(LONGEST_STEP);
        if self.last_id <= LAST_ID - step {
            self.last_id += step;
            return Ok(self.last_id);
        }
        // An imported entry has one of the last ids. There is enough room below it.
        loop {
            let id = 1 + self.chance()?.rem_euclid(LAST_ID);
            if !self.ask::<bool>(IS_TAKEN, [id])? {
                return Ok(id);
            }
        }
    }

    fn chance(&self) -> Result<i64, StoreError> {
        self.ask("SELECT random()", [])
    }
}
