//! Reading a large workspace on several cores: each takes a stretch of events after the other, through a connection of
//! its own.
//!
//! All of them see the file at one moment: while the first has begun to read, nobody can commit to it, for a workspace
//! keeps its journal beside the file and not a log of what comes after.

use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::thread;

use model::{Event, Workspace};
use rusqlite::{Connection, Result};

use super::{all_but_events, events};
use crate::guard;

/// From here on a second connection is worth its while.
const MANY_EVENTS: i64 = 20_000;

/// How many ids a connection takes at once: few enough that all end at about the same time.
const STRETCH: i64 = 16_384;

/// More cores wait for memory rather than read.
const MOST_OTHERS: usize = 3;

/// Events that were read at one go, and the id that the search for them began at.
type Stretch = (i64, Vec<Event>);

/// Everything, as `db` sees it within its transaction.
pub(super) fn workspace(db: &Connection) -> Result<Workspace> {
    let last: i64 = db.query_row("SELECT coalesce(max(id), 0) FROM event", [], |row| {
        row.get(0)
    })?;
    if last < MANY_EVENTS {
        return super::workspace(db);
    }
    let others = thread::available_parallelism().map_or(1, NonZero::get) - 1;
    let others: Vec<_> = (0..others.min(MOST_OTHERS)).map_while(|_| other(db)).collect();
    side_by_side(db, others, last)
}

/// Another connection that sees what `db` sees. None is no loss: then this one reads alone.
fn other(db: &Connection) -> Option<Connection> {
    let path = db.path().filter(|it| !it.is_empty())?;
    let other = guard::connect(Path::new(path), true).ok()?;
    // Its lock is held from now on, or a program that waits to commit would make it wait in turn.
    other
        .execute_batch("BEGIN; SELECT count(*) FROM workspace")
        .ok()?;
    Some(other)
}

fn side_by_side(db: &Connection, others: Vec<Connection>, last: i64) -> Result<Workspace> {
    let next = &AtomicI64::new(1);
    thread::scope(|scope| {
        let others: Vec<_> = others
            .into_iter()
            .map(|other| scope.spawn(move || stretches(&other, next, last)))
            .collect();
        let mut workspace = all_but_events(db)?;
        let mut read = stretches(db, next, last)?;
        for other in others {
            let more = other.join();
            read.append(&mut more.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        workspace.events = joined(read);
        Ok(workspace)
    })
}

/// Reads one stretch after the other until none is left. The first and the last reach beyond all ids, so that parts of
/// events that are not there are found.
fn stretches(db: &Connection, next: &AtomicI64, last: i64) -> Result<Vec<Stretch>> {
    let mut read = Vec::new();
    loop {
        let from = next.fetch_add(STRETCH, Ordering::Relaxed);
        if from > last {
            return Ok(read);
        }
        let to = from + STRETCH - 1;
        let low = if from == 1 { i64::MIN } else { from };
        let high = if to >= last { i64::MAX } else { to };
        read.push((from, events::events_of(db, low..=high)?));
    }
}

/// All of them, in the order of ids.
fn joined(mut read: Vec<Stretch>) -> Vec<Event> {
    read.sort_unstable_by_key(|(from, _)| *from);
    let mut all = Vec::with_capacity(read.iter().map(|(_, events)| events.len()).sum());
    read.into_iter()
        .for_each(|(_, mut events)| all.append(&mut events));
    all
}
