//! Writing where nodes are pinned.

use model::{Board, Pin, Slot};
use rusqlite::types::ValueRef::Real;

use super::Edit;
use super::value::{integer_if_any, text};
use crate::error::StoreError;
use crate::table::PIN_SLOT;

impl Edit<'_> {
    /// Pins a node of a chart; `None` unpins it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_pin(&mut self, pin: Pin, slot: Option<Slot>) -> Result<(), StoreError> {
        let node = pin.to_string();
        match slot {
            // Adding zero turns a negative zero into a positive one.
            Some(Slot { row, after }) => {
                let values = [text(&node), Real(row + 0.0), integer_if_any(after)];
                self.put(&PIN_SLOT, &values)
            }
            None => self.run("DELETE FROM pin_slot WHERE node = ?1", [node]),
        }
    }

    /// Unpins a node on all of these charts.
    pub(super) fn unpin(
        &mut self,
        node: i64,
        boards: impl Fn(&Board) -> bool,
    ) -> Result<(), StoreError> {
        let boards = Board::ALL.iter().copied().filter(boards);
        boards
            .map(|board| Pin { board, node })
            .try_for_each(|it| self.set_pin(it, None))
    }
}
