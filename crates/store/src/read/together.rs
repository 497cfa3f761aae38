//! Reading a large workspace on several cores: each takes a stretch of events after the other, through a connection of
//! its own.
//!
//! All of them see the file at one moment: while the first has begun to read, nobody can commit to it, for a workspace
//! keeps its journal beside the file and not a log of what comes after.

use std::num::NonZero;
use std::ops::{Range, RangeInclusive};
use std::path::Path;
use std::sync::Mutex;
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

/// Where the ids are this many times as far apart as they need be, searching stretch by stretch would be idle.
const SPARSE: i64 = 4;

/// Everything, as `db` sees it within its transaction.
pub(super) fn workspace(db: &Connection) -> Result<Workspace> {
    let sql = "SELECT count(*), coalesce(max(id), 0) FROM event";
    let (count, last): (i64, i64) = db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if count < MANY_EVENTS || last / SPARSE > count {
        return super::workspace(db);
    }
    let others = thread::available_parallelism().map_or(1, NonZero::get) - 1;
    let others = (0..others.min(MOST_OTHERS)).map_while(|_| other(db));
    let room = usize::try_from(count).unwrap_or_default();
    side_by_side(db, others.collect(), last, room)
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

fn side_by_side(
    db: &Connection,
    others: Vec<Connection>,
    last: i64,
    room: usize,
) -> Result<Workspace> {
    let left = &Left::all(last);
    thread::scope(|scope| {
        let others: Vec<_> = others
            .into_iter()
            .map(|other| scope.spawn(move || from_the_back(&other, left)))
            .collect();
        let mut workspace = all_but_events(db)?;
        workspace.events.reserve_exact(room);
        while let Some(ids) = left.first() {
            workspace.events.append(&mut events::events_of(db, ids)?);
        }
        let mut rest = Vec::new();
        for other in others {
            let read = other.join();
            rest.append(&mut read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        rest.sort_unstable_by_key(|it| it.first().map(|event| event.id));
        rest.iter_mut().for_each(|it| workspace.events.append(it));
        Ok(workspace)
    })
}

/// Reads one stretch after the other until none is left.
fn from_the_back(db: &Connection, left: &Left) -> Result<Vec<Vec<Event>>> {
    let mut read = Vec::new();
    while let Some(ids) = left.last() {
        read.push(events::events_of(db, ids)?);
    }
    Ok(read)
}

/// The stretches that nobody has taken yet. Who holds the list of all takes from the front and so need not move what it
/// reads; the others take from the back.
struct Left {
    numbers: Mutex<Range<i64>>,
    end: i64,
}

impl Left {
    fn all(last: i64) -> Self {
        let end = last / STRETCH + 1;
        Self {
            numbers: Mutex::new(0..end),
            end,
        }
    }

    fn first(&self) -> Option<RangeInclusive<i64>> {
        let number = self.numbers.lock().ok()?.next()?;
        Some(self.ids(number))
    }

    fn last(&self) -> Option<RangeInclusive<i64>> {
        let number = self.numbers.lock().ok()?.next_back()?;
        Some(self.ids(number))
    }

    /// The first and the last reach beyond all ids, so that parts of events that are not there are found.
    fn ids(&self, number: i64) -> RangeInclusive<i64> {
        let is_last = number + 1 == self.end;
        let low = if number == 0 { i64::MIN } else { number * STRETCH };
        let high = (number + 1) * STRETCH - 1;
        low..=if is_last { i64::MAX } else { high }
    }
}
