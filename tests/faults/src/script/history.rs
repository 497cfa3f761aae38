//! Going back and forth in the history.

use store::{StoreError, Touched};

use super::Editing;
use crate::dice::Dice;

/// How many steps a restoration goes back at most.
const FARTHEST: usize = 30;

impl Editing {
    /// Undoes, redoes or restores; false when there is nothing to go to. One step of the script goes one step in the
    /// history, but a restoration any number of them.
    pub(super) fn travel(&mut self, dice: &mut Dice) -> Result<bool, StoreError> {
        let touched = match dice.below(10) {
            0 => self.restore(dice)?,
            1..4 => self.file.redo(None)?.map(|it| it.touched),
            _ => self.file.undo(None)?.map(|it| it.touched),
        };
        let Some(touched) = touched else {
            return Ok(false);
        };
        self.file.update(&mut self.workspace, &touched)?;
        Ok(true)
    }

    /// Restores one of the newest states but the empty beginning.
    fn restore(&mut self, dice: &mut Dice) -> Result<Option<Touched>, StoreError> {
        let steps = self.file.steps(None, FARTHEST)?.steps;
        let Some(number) = dice.pick(&steps).map(|it| it.number) else {
            return Ok(None);
        };
        // No time is given: it is the state that counts here.
        Ok(Some(self.file.restore(number, None)?.touched))
    }
}
