//! Undo, redo and restore.

use rusqlite::Connection;

use super::apply::{Failure, apply, inverted};
use super::record::{Recording, touched_by};
use super::standing::Standing;
use super::step::{Changes, Step, StoredStep};
use crate::change::commit;
use crate::error::StoreError;
use crate::file::File;
use crate::search::Stale;
use crate::touched::Touched;

/// What an undo, a redo or a restoration did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stepped {
    /// The step that was undone, redone or made.
    pub step: Step,
    /// Steps that were skipped because their changes are damaged: their effect stays.
    pub passed: Vec<Step>,
    /// What it wrote; views that show none of it need not redraw.
    pub touched: Touched,
}

/// What undo would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    /// The step that it would undo.
    pub step: Option<Step>,
    /// Steps that it would skip because their changes are damaged.
    pub passed: Vec<Step>,
}

/// A step with its changes, and the position after it is applied.
struct Next {
    kept: StoredStep,
    changes: Vec<u8>,
    to: i64,
}

/// The result of searching along the history.
#[derive(Default)]
struct Look {
    next: Option<Next>,
    passed: Vec<Step>,
}

impl Look {
    /// From the current position back to the last undamaged step.
    fn back(db: &Connection, from: i64) -> rusqlite::Result<Self> {
        let (mut look, mut at) = (Self::default(), from);
        while let Some(kept) = StoredStep::read(db, at)? {
            at = kept.step.parent;
            if look.takes(db, kept, at)? {
                break;
            }
        }
        Ok(look)
    }

    /// From the current position forward to the newest undamaged child.
    fn forth(db: &Connection, from: i64) -> rusqlite::Result<Self> {
        let (mut look, mut at) = (Self::default(), from);
        while let Some(kept) = StoredStep::newest_child(db, at)? {
            at = kept.step.number;
            if look.takes(db, kept, at)? {
                break;
            }
        }
        Ok(look)
    }

    /// Takes a step or skips it; true when the search is over.
    fn takes(&mut self, db: &Connection, kept: StoredStep, to: i64) -> rusqlite::Result<bool> {
        match kept.changes(db)? {
            Changes::Whole(changes) => self.next = Some(Next { kept, changes, to }),
            Changes::None => {}
            Changes::Damaged => {
                self.passed.push(kept.step);
                return Ok(false);
            }
        }
        Ok(true)
    }
}

impl File {
    /// What [`File::undo`] would do now.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn undo_ahead(&self) -> Result<Ahead, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let standing = Standing::read(&self.db).map_err(of)?;
        let look = Look::back(&self.db, standing.step).map_err(of)?;
        Ok(Ahead {
            step: look.next.map(|it| it.kept.step),
            passed: look.passed,
        })
    }

    /// Undoes the last step. `None` when there is none, or when it is of a version that recorded no changes. Undo is not a
    /// step itself, so its time is not stored.
    ///
    /// # Errors
    /// [`StoreError::OutOfStep`] when the rows differ from what the step wrote; [`StoreError::StepDamaged`] when all
    /// remaining steps are damaged; [`StoreError`]. Then nothing was changed.
    pub fn undo(&mut self, _at_seconds: Option<i64>) -> Result<Option<Stepped>, StoreError> {
        self.travel(Look::back)
    }

    /// Redoes the newest child of the current step. `None` when there is none.
    ///
    /// # Errors
    /// As [`File::undo`].
    pub fn redo(&mut self, _at_seconds: Option<i64>) -> Result<Option<Stepped>, StoreError> {
        self.travel(Look::forth)
    }

    /// Applies the step that `find` finds from the current position, forward or back.
    fn travel(
        &mut self,
        find: impl FnOnce(&Connection, i64) -> rusqlite::Result<Look>,
    ) -> Result<Option<Stepped>, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let tx = self.begin()?;
        let standing = Standing::read(&tx).map_err(of)?;
        let Look { next, passed } = find(&tx, standing.step).map_err(of)?;
        let Some(Next { kept, changes, to }) = next else {
            return match passed.first() {
                Some(damaged) => Err(self.step_damaged(damaged)),
                None => Ok(None),
            };
        };
        let is_back = to < kept.step.number;
        let (touched, stale) = self.go(&tx, &kept, &changes, is_back)?;
        stale
            .renew(&tx)
            .map_err(|error| StoreError::of_words(&self.name, &error))?;
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
        Ok(Some(Stepped {
            step,
            passed,
            touched,
        }))
    }

    fn step_damaged(&self, step: &Step) -> StoreError {
        StoreError::StepDamaged {
            file: self.name.clone(),
            step: step.number,
            name: step.name.clone(),
        }
    }

    /// Applies the changes of one step.
    fn go(
        &self,
        db: &Connection,
        kept: &StoredStep,
        changes: &[u8],
        is_back: bool,
    ) -> Result<(Touched, Stale), StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let followed = touched_by(db, changes).map_err(of)?;
        let applied = if is_back {
            apply(db, &inverted(changes).map_err(of)?)
        } else {
            apply(db, changes)
        };
        match applied {
            Ok(()) => Ok(followed),
            Err(Failure::Sql(error)) => Err(of(error)),
            Err(Failure::Misfit(row)) => Err(StoreError::OutOfStep {
                file: self.name.clone(),
                name: kept.step.name.clone(),
                row,
            }),
        }
    }

    /// Restores the state right after step number `step` (0: the empty beginning), as a new step. Nothing is lost: the state
    /// before can be restored too, or reached by undo. When the file is already in that state, no step is added and the
    /// current one is returned.
    ///
    /// # Errors
    /// [`StoreError::NoStep`]; [`StoreError::NotKept`] when steps without recorded changes lie between; otherwise as
    /// [`File::undo`].
    pub fn restore(&mut self, step: i64, at_seconds: Option<i64>) -> Result<Stepped, StoreError> {
        let of = |error| StoreError::of(&self.name, &error);
        let tx = self.begin()?;
        let standing = Standing::read(&tx).map_err(of)?;
        let target = self.step_or_beginning(&tx, step)?;
        let recording = Recording::start(&tx).map_err(of)?;
        for (kept, is_back) in self.way(&tx, standing.step, step)? {
            let changes = match kept.changes(&tx).map_err(of)? {
                Changes::Whole(changes) => changes,
                Changes::Damaged => return Err(self.step_damaged(&kept.step)),
                Changes::None => {
                    let file = self.name.clone();
                    return Err(StoreError::NotKept { file, step });
                }
            };
            self.go(&tx, &kept, &changes, is_back)?;
        }
        let mut recorded = recording.finish().map_err(of)?;
        if recorded.touched.is_empty() {
            let mut step = self.step_or_beginning(&tx, standing.step)?;
            step.done = true;
            let touched = recorded.touched;
            return Ok(Stepped {
                step,
                passed: Vec::new(),
                touched,
            });
        }
        let stale = std::mem::take(&mut recorded.stale);
        stale
            .renew(&tx)
            .map_err(|error| StoreError::of_words(&self.name, &error))?;
        let name = match step {
            0 => String::from("Restore the empty workspace"),
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
            passed: Vec::new(),
            touched: recorded.touched,
        })
    }

    /// The steps from the state after `from` to that after `to`, through their last common ancestor; each with whether it is
    /// undone.
    fn way(
        &self,
        db: &Connection,
        from: i64,
        to: i64,
    ) -> Result<Vec<(StoredStep, bool)>, StoreError> {
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

    pub(super) fn kept(&self, db: &Connection, step: i64) -> Result<StoredStep, StoreError> {
        let found =
            StoredStep::read(db, step).map_err(|error| StoreError::of(&self.name, &error))?;
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
                damaged: false,
            });
        }
        Ok(self.kept(db, step)?.step)
    }
}
