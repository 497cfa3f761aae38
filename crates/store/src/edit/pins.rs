//! Writing where nodes are pinned.

use model::{Board, Pin, Spot};
use rusqlite::types::ValueRef::Real;

use super::Edit;
use super::value::text;
use crate::error::StoreError;
use crate::table::PIN;

impl Edit<'_> {
    /// Pins a node of a chart; `None` unpins it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_pin(&mut self, pin: Pin, spot: Option<Spot>) -> Result<(), StoreError> {
        let node = pin.to_string();
        match spot {
            // Adding zero turns a negative zero into a positive one.
            Some(Spot { x, y }) => self.put(&PIN, &[text(&node), Real(x + 0.0), Real(y + 0.0)]),
            None => self.run("DELETE FROM pin WHERE node = ?1", [node]),
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
