//! Reading the history.

use std::collections::BTreeSet;

use model::EventId;
use rusqlite::Connection;

use super::change::{RowChange, row_changes};
use super::standing::Standing;
use super::step::{Changes, Step, StoredStep};
use crate::error::StoreError;
use crate::file::File;

/// A section of the history, and the current position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    /// Steps, newest first, those undone and of other branches included.
    pub steps: Vec<Step>,
    /// The last step that is in effect; 0 at the empty beginning.
    pub now: i64,
    /// The step that undo would undo; `None` when there is none, or its changes were not recorded.
    pub undo: Option<Step>,
    /// The step that redo would redo.
    pub redo: Option<Step>,
}

impl File {
    /// The newest `limit` steps, or of those before step number `before`.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn steps(&self, before: Option<i64>, limit: usize) -> Result<History, StoreError> {
        let read = |db: &Connection| -> rusqlite::Result<History> {
            let rest = "WHERE number < ?1 ORDER BY number DESC LIMIT ?2";
            let found = StoredStep::all(db, rest, (before.unwrap_or(i64::MAX), rows(limit)))?;
            let now = Standing::read(db)?.step;
            let kept = |it: &StoredStep| it.changes.is_some();
            let undo = StoredStep::read(db, now)?.filter(kept);
            let redo = StoredStep::newest_child(db, now)?.filter(kept);
            Ok(History {
                steps: marked(db, now, found)?,
                now,
                undo: undo.map(|it| Step {
                    done: true,
                    ..it.step
                }),
                redo: redo.map(|it| it.step),
            })
        };
        self.look(read)
    }

    /// The newest `limit` steps that affect an event: that wrote or deleted it, a link from or to it, a claim on it, or a
    /// citation of any of these.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn steps_of_event(&self, event: EventId, limit: usize) -> Result<Vec<Step>, StoreError> {
        self.look(|db| {
            let rest = "WHERE number IN (SELECT step FROM step_event WHERE event = ?1) ORDER BY number DESC LIMIT ?2";
            let found = StoredStep::all(db, rest, (event.0, rows(limit)))?;
            marked(db, Standing::read(db)?.step, found)
        })
    }

    /// What a step did, row by row; empty for steps of a version that did not record changes.
    ///
    /// # Errors
    /// [`StoreError::NoStep`]; [`StoreError::StepDamaged`]; [`StoreError`] when the file cannot be read.
    pub fn what_changed(&self, step: i64) -> Result<Vec<RowChange>, StoreError> {
        let kept = self.kept(&self.db, step)?;
        self.look(|db| match kept.changes(db)? {
            Changes::Whole(changes) => row_changes(db, &changes).map(Some),
            Changes::None => Ok(Some(Vec::new())),
            Changes::Damaged => Ok(None),
        })?
        .ok_or_else(|| StoreError::StepDamaged {
            file: self.name.clone(),
            step,
            name: kept.step.name.clone(),
        })
    }

    /// Reads in one short transaction.
    fn look<T>(
        &self,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let tx = self.db.unchecked_transaction();
        tx.and_then(|tx| read(&tx))
            .map_err(|error| StoreError::of(&self.name, &error))
    }
}

fn rows(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// The steps, marked with whether they are on the path from the beginning to `now`.
fn marked(db: &Connection, now: i64, found: Vec<StoredStep>) -> rusqlite::Result<Vec<Step>> {
    let lowest = found.iter().map(|it| it.step.number).min().unwrap_or(now);
    let done = done_from(db, now, lowest)?;
    let steps = found.into_iter().map(|it| Step {
        done: done.contains(&it.step.number),
        ..it.step
    });
    Ok(steps.collect())
}

/// The steps on the path from `now` back to number `lowest`.
fn done_from(db: &Connection, now: i64, lowest: i64) -> rusqlite::Result<BTreeSet<i64>> {
    let sql = "WITH RECURSIVE done (number) AS (
            SELECT ?1
            UNION ALL
            SELECT step.parent FROM step JOIN done ON step.number = done.number WHERE step.parent >= ?2
        ) SELECT number FROM done";
    db.prepare_cached(sql)?
        .query_map([now, lowest], |row| row.get(0))?
        .collect()
}
