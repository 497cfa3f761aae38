//! Undoes and redoes every step, as undo, redo and restore would.

use rusqlite::{Connection, Result};

use super::{Changes, Failure, StoredStep, apply, capital, events_of, inverted, named};

/// A step of the walk.
enum Turn {
    Forth(StoredStep),
    Back(StoredStep),
}

/// What undo or redo would refuse. Everything is restored afterwards.
pub(super) fn findings(db: &Connection, from: i64) -> Result<Vec<String>> {
    let (mut wrong, mut others) = (Vec::new(), 0_usize);
    let refused = each(db, from, |_, _| others += 1)?;
    wrong.extend(refused);
    if others > 0 {
        wrong.push(format!(
            "The list of affected events is wrong for {others} of its steps. It can be rebuilt."
        ));
    }
    Ok(wrong)
}

/// Walks from step `from` back to the beginning and to the end of every branch. Reports the steps whose list of events is
/// wrong, with the right one; returns what was refused.
pub(super) fn each(
    db: &Connection,
    from: i64,
    wrong_events: impl FnMut(i64, &[i64]),
) -> Result<Vec<String>> {
    db.execute_batch("SAVEPOINT walk")?;
    let refused = walk(db, from, wrong_events);
    db.execute_batch("ROLLBACK TO walk; RELEASE walk")?;
    refused
}

fn walk(
    db: &Connection,
    from: i64,
    mut wrong_events: impl FnMut(i64, &[i64]),
) -> Result<Vec<String>> {
    let mut at = from;
    while let Some(kept) = StoredStep::read(db, at)? {
        let Changes::Whole(changes) = kept.changes(db)? else {
            break;
        };
        if let Some(row) = taken(db, &inverted(&changes)?)? {
            return Ok(vec![refused(&kept, "undone", &row)]);
        }
        at = kept.step.parent;
    }
    let mut wrong = Vec::new();
    let mut turns = children(db, at)?;
    while let Some(turn) = turns.pop() {
        match turn {
            Turn::Back(kept) => {
                if let Changes::Whole(changes) = kept.changes(db)?
                    && let Some(row) = taken(db, &inverted(&changes)?)?
                {
                    // Later steps would be refused because of this one.
                    wrong.push(refused(&kept, "undone", &row));
                    break;
                }
            }
            Turn::Forth(kept) => {
                let Changes::Whole(changes) = kept.changes(db)? else {
                    continue;
                };
                if let Some(row) = taken(db, &changes)? {
                    wrong.push(refused(&kept, "redone", &row));
                    continue;
                }
                let number = kept.step.number;
                let (listed, followed) = events_of(db, number, &changes)?;
                if listed != followed {
                    wrong_events(number, &followed);
                }
                turns.push(Turn::Back(kept));
                turns.extend(children(db, number)?);
            }
        }
    }
    Ok(wrong)
}

fn children(db: &Connection, parent: i64) -> Result<Vec<Turn>> {
    let all = StoredStep::all(db, "WHERE parent = ?1 ORDER BY number", [parent])?;
    Ok(all.into_iter().map(Turn::Forth).collect())
}

/// Applies `changes`; returns the row that is not as they expect, if any.
fn taken(db: &Connection, changes: &[u8]) -> Result<Option<String>> {
    match apply(db, changes) {
        Ok(()) => Ok(None),
        Err(Failure::Misfit(row)) => Ok(Some(row)),
        Err(Failure::Sql(error)) => Err(error),
    }
}

fn refused(kept: &StoredStep, what: &str, row: &str) -> String {
    let step = capital(&named(&kept.step));
    format!("{step} cannot be {what}: {row} has changed since.")
}
