//! Keeping how a chart was laid out, which is no step of the history.

use model::{Board, Hint};
use store::StoreError;

use super::Editing;
use crate::dice::Dice;

impl Editing {
    /// Keeps rows of the events for one of the charts, of another length each time.
    pub(super) fn remember(&mut self, dice: &mut Dice) -> Result<(), StoreError> {
        let board = dice.pick(Board::ALL).copied().unwrap_or(Board::CauseMap);
        let ids: Vec<i64> = self.workspace.events.iter().map(|it| it.id.0).collect();
        let rows = ids.chunks(1 + dice.below(9)).map(<[i64]>::to_vec);
        let hint = Hint::of(vec![rows.collect()]);
        self.file.remember(board, &hint)?;
        self.workspace.hints.set(board, hint);
        Ok(())
    }
}
