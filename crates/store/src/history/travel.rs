//! Going back and forth in the history.

use rusqlite::Connection;

use super::apply::{Failure, apply, inverted};
use super::record::{Recording, touched_by};
use super::standing::Standing;
use super::step::{Kept, Step};
use crate::change::commit;
use crate::error::StoreError;
use crate::file::File;
use crate::touched::Touched;

/// What an undo, a redo or a restoration did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stepped {
    /// The step that was undone, redone or made.
    pub step: Step,
    /// What it wrote; views that show none of it need not redraw.
    pub touched: Touched,
}

impl File {
    /// Takes back the last step that is done. `None` when there is none, or when it is of a version that kept no
    /// changes. Going back is no step of its own, so no time is kept of it.
    ///
    /// # Errors
    /// [`StoreError::OutOfStep`] when the file does not hold what the step left; [`StoreError`]. Then nothing was changed.
    pub fn undo(&mut self, _at_seconds: Option<i64>) -> Result<Option<Stepped>, StoreError> {
        self.travel(|db, at| {
            let kept = Kept::read(db, at)?;
            let parent = kept.as_ref().map_or(0, |it| it.step.parent);
            Ok(kept.map(|it| (it, parent)))
        })
    }

    /// Does again the newest of the steps that were made here. `None` when there is none.
    ///
    /// # Errors
    /// As [`File::undo`].
    pub fn redo(&mut self, _at_seconds: Option<i64>) -> Result<Option<Stepped>, StoreError> {
        self.travel(|db, at| {
            let kept = Kept::newest_child(db, at)?;
            let number = kept.as_ref().map_or(0, |it| it.step.number);
            Ok(kept.map(|it| (it, number)))
        })
    }

    /// Takes the step that `find` finds from where the file stands, forth or back, to where it says.
    fn travel(
        &mut self,
        find: impl FnOnce(&Connection, i64) -> rusqlite::Result<Option<(Kept, i64)>>,
    ) -> Result<Option<Stepped>, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let tx = self.begin()?;
        let standing = Standing::read(&tx).map_err(of)?;
        let Some((kept, to)) = find(&tx, standing.step).map_err(of)? else {
            return Ok(None);
        };
        let Some(changes) = kept.changes(&tx).map_err(of)? else {
            return Ok(None);
        };
        let is_back = to < kept.step.number;
        let touched = self.go(&tx, &kept, &changes, is_back)?;
        let standing = Standing {
            step: to,
            ..standing
        };
        standing.write(&tx).map_err(of)?;
        commit(tx, &self.name)?;
        let step = Step {
            done: !is_back,
            ..kept.step
        };
        Ok(Some(Stepped { step, touched }))
    }

    /// Applies the changes of one step.
    fn go(
        &self,
        db: &Connection,
        kept: &Kept,
        changes: &[u8],
        is_back: bool,
    ) -> Result<Touched, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let touched = touched_by(db, changes).map_err(of)?;
        let applied = if is_back {
            apply(db, &inverted(changes).map_err(of)?)
        } else {
            apply(db, changes)
        };
        match applied {
            Ok(()) => Ok(touched),
            Err(Failure::Sql(error)) => Err(of(error)),
            Err(Failure::Misfit(row)) => Err(StoreError::OutOfStep {
                file: self.name.clone(),
                name: kept.step.name.clone(),
                row,
            }),
        }
    }

    /// Brings back everything as it was right after step number `step` (0: the empty beginning), as a new step. Nothing
    /// is lost: the state before can be restored or undone to in its turn. When the file is so already, no step is made
    /// and the one where it stands is given back.
    ///
    /// # Errors
    /// [`StoreError::NoStep`]; [`StoreError::NotKept`] when steps of a version that kept no changes lie between; else as
    /// [`File::undo`].
    pub fn restore(&mut self, step: i64, at_seconds: Option<i64>) -> Result<Stepped, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let tx = self.begin()?;
        let standing = Standing::read(&tx).map_err(of)?;
        let target = self.step_or_beginning(&tx, step)?;
        let recording = Recording::start(&tx).map_err(of)?;
        for (kept, is_back) in self.way(&tx, standing.step, step)? {
            let changes = kept.changes(&tx).map_err(of)?;
            let changes = changes.ok_or_else(|| StoreError::NotKept {
                file: self.name.clone(),
                step,
            })?;
            self.go(&tx, &kept, &changes, is_back)?;
        }
        let recorded = recording.finish().map_err(of)?;
        if recorded.touched.is_empty() {
            let mut step = self.step_or_beginning(&tx, standing.step)?;
            step.done = true;
            let touched = recorded.touched;
            return Ok(Stepped { step, touched });
        }
        let name = match step {
            0 => String::from("Restore the beginning"),
            _ => format!("Restore \"{}\"", target.name),
        };
        let made = recorded.keep(&tx, standing.step, &name, at_seconds);
        let step = made.map_err(of)?;
        let standing = Standing {
            step: step.number,
            ..standing
        };
        standing.write(&tx).map_err(of)?;
        commit(tx, &self.name)?;
        Ok(Stepped {
            step,
            touched: recorded.touched,
        })
    }

    /// The steps from the state after `from` to that after `to`, through the last step that both come from; each with
    /// whether it is taken back.
    fn way(&self, db: &Connection, from: i64, to: i64) -> Result<Vec<(Kept, bool)>, StoreError> {
        let (mut back, mut forth) = (Vec::new(), Vec::new());
        let (mut low, mut high) = (from, to);
        while low != high {
            let kept = self.kept(db, low.max(high))?;
            if low > high {
                low = kept.step.parent;
                back.push((kept, true));
            } else {
                high = kept.step.parent;
                forth.push((kept, false));
            }
        }
        back.extend(forth.into_iter().rev());
        Ok(back)
    }

    pub(super) fn kept(&self, db: &Connection, step: i64) -> Result<Kept, StoreError> {
        let found = Kept::read(db, step).map_err(|error| StoreError::of(&self.name, &error))?;
        found.ok_or_else(|| StoreError::NoStep {
            file: self.name.clone(),
            step,
        })
    }

    fn step_or_beginning(&self, db: &Connection, step: i64) -> Result<Step, StoreError> {
        if step == 0 {
            return Ok(Step {
                number: 0,
                parent: 0,
                name: String::new(),
                at_seconds: None,
                done: true,
            });
        }
        Ok(self.kept(db, step)?.step)
    }
}
