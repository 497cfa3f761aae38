//! Whether the history is consistent: finds everything that undo, redo and restore would refuse.

mod walk;

use std::collections::BTreeMap;

use model::date::Day;
use rusqlite::{Connection, Result};

use super::apply::{Failure, apply, inverted};
use super::record::Recorded;
use super::standing::Standing;
use super::step::{Changes, Step, StoredStep};

/// What is wrong, a sentence each. Runs on a copy: steps are tried, then rolled back.
pub(crate) fn findings(db: &Connection) -> Result<Vec<String>> {
    let steps: BTreeMap<i64, StoredStep> = all(db)?;
    let mut wrong = Vec::new();
    for kept in steps.values() {
        wrong.extend(of_step(db, kept, &steps)?);
    }
    let standing = Standing::read(db);
    match &standing {
        Ok(standing) => wrong.extend(of_standing(db, *standing, &steps)?),
        Err(_) => wrong.push(String::from(
            "The record of the current position in the history is damaged: nothing can be changed or undone. It can be \
             rebuilt.",
        )),
    }
    // What is row_changes above would come up again.
    if let (Ok(standing), true) = (standing, wrong.is_empty()) {
        wrong.extend(walk::findings(db, standing.step)?);
    }
    Ok(wrong)
}

fn all(db: &Connection) -> Result<BTreeMap<i64, StoredStep>> {
    let steps = StoredStep::all(db, "ORDER BY number", [])?.into_iter();
    Ok(steps.map(|it| (it.step.number, it)).collect())
}

fn of_step(
    db: &Connection,
    kept: &StoredStep,
    steps: &BTreeMap<i64, StoredStep>,
) -> Result<Vec<String>> {
    let (step, mut wrong) = (&kept.step, Vec::new());
    if step.damaged {
        wrong.push(format!(
            "The record of {} is damaged: its name, its time or its place in the history may be wrong.",
            named(step)
        ));
    }
    if matches!(kept.changes(db)?, Changes::Damaged) {
        wrong.push(format!(
            "The changes of {} are damaged: it cannot be undone or redone; undo skips it.",
            named(step)
        ));
    }
    if step.parent != 0 && !steps.contains_key(&step.parent) {
        wrong.push(format!(
            "{} follows step {}, which is missing.",
            capital(&named(step)),
            step.parent
        ));
    }
    Ok(wrong)
}

fn of_standing(
    db: &Connection,
    standing: Standing,
    steps: &BTreeMap<i64, StoredStep>,
) -> Result<Option<String>> {
    if standing.step != 0 && !steps.contains_key(&standing.step) {
        return Ok(Some(format!(
            "The current position is after step {}, which is missing from the history.",
            standing.step
        )));
    }
    Ok((standing.last_id < largest_id(db)?).then(|| {
        String::from(
            "Ids are in use that the history does not know: new entries could get the same ids.",
        )
    }))
}

/// The largest id of any entry.
fn largest_id(db: &Connection) -> Result<i64> {
    let numbered = crate::table::ALL.iter().filter(|it| it.key() == "id");
    let all = numbered.map(|it| format!("SELECT max(id) AS id FROM {}", it.name));
    let sql = format!(
        "SELECT coalesce(max(id), 0) FROM ({})",
        all.collect::<Vec<_>>().join(" UNION ALL ")
    );
    db.query_row(&sql, [], |row| row.get(0))
}

/// `step 12 ("Add Talks", 30 November 2026, 14:02 UTC)`.
fn named(step: &Step) -> String {
    let name: String = step.name.chars().take(80).collect();
    match step.at_seconds {
        Some(at) => format!("step {} (\"{name}\", {})", step.number, time(at)),
        None => format!("step {} (\"{name}\")", step.number),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// "30 November 2026, 14:02 UTC".
fn time(seconds: i64) -> String {
    const DAY_SECONDS: i64 = 86_400;
    let second = u32::try_from(seconds.rem_euclid(DAY_SECONDS)).unwrap_or_default();
    let day = Day(seconds.div_euclid(DAY_SECONDS));
    if day.0.unsigned_abs() > 1 << 32 {
        return String::from("at an impossible time");
    }
    let (hour, minute) = (second / 3600, second / 60 % 60);
    format!("{}, {hour:02}:{minute:02} UTC", day.in_words())
}

/// Rewrites the current position, if it is damaged: after the newest step that can be undone. True when it did.
pub(crate) fn renew_standing(db: &Connection) -> Result<bool> {
    if Standing::read(db).is_ok() {
        return Ok(false);
    }
    let steps = all(db)?;
    let mut step = steps.keys().next_back().copied().unwrap_or(0);
    for (number, kept) in steps.iter().rev() {
        if let Changes::Whole(changes) = kept.changes(db)?
            && is_undone_by(db, &changes)?
        {
            step = *number;
            break;
        }
    }
    let standing = Standing {
        step,
        last_id: largest_id(db)?.max(largest_undone(db)?),
    };
    standing.write(db)?;
    Ok(true)
}

/// True when the rows are as `changes` left them; nothing stays changed.
fn is_undone_by(db: &Connection, changes: &[u8]) -> Result<bool> {
    db.execute_batch("SAVEPOINT try")?;
    let done = apply(db, &inverted(changes)?);
    db.execute_batch("ROLLBACK TO try; RELEASE try")?;
    match done {
        Ok(()) => Ok(true),
        Err(Failure::Misfit(_)) => Ok(false),
        Err(Failure::Sql(error)) => Err(error),
    }
}

/// The largest id of an event that any step affects: ids of undone events must not be reused.
fn largest_undone(db: &Connection) -> Result<i64> {
    let sql = "SELECT coalesce(max(event), 0) FROM step_event";
    let events = db.query_row(sql, [], |row| row.get(0))?;
    let mut largest: i64 = events;
    for kept in all(db)?.values() {
        if let Changes::Whole(changes) = kept.changes(db)? {
            super::change::each(db, &changes, |row| {
                largest = largest.max(row.id().unwrap_or(0));
                Ok(())
            })?;
        }
    }
    Ok(largest)
}

/// Rewrites the affected events of each step where they are wrong; returns for how many steps.
pub(crate) fn renew_events(db: &Connection) -> Result<usize> {
    let standing = Standing::read(db)?;
    let mut wrong = Vec::new();
    walk::each(db, standing.step, |step, events| {
        wrong.push((step, events.to_vec()));
    })?;
    for (step, events) in &wrong {
        db.execute("DELETE FROM step_event WHERE step = ?1", [step])?;
        let mut put = db.prepare_cached("INSERT INTO step_event (event, step) VALUES (?1, ?2)")?;
        for event in events {
            put.execute((event, step))?;
        }
    }
    Ok(wrong.len())
}

/// The affected events of a step, as stored and as derived from its changes.
fn events_of(db: &Connection, step: i64, changes: &[u8]) -> Result<(Vec<i64>, Vec<i64>)> {
    let mut kept =
        db.prepare_cached("SELECT event FROM step_event WHERE step = ?1 ORDER BY event")?;
    let kept = kept.query_map([step], |row| row.get(0))?;
    let kept = kept.collect::<Result<Vec<i64>>>()?;
    let followed = Recorded::of(db, changes.to_vec())?.events;
    Ok((kept, followed.into_iter().map(|it| it.0).collect()))
}
