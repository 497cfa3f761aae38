//! Reading a large workspace on several cores: each takes one range of ids after the other, through its own connection.
//!
//! All of them see the file at one moment: while the first has begun to read, nobody can commit to it, for a workspace
//! keeps its journal beside the file and not a log of what comes after.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;

use model::{Event, Workspace};
use rusqlite::{Connection, Result};

use super::{all_but_events, events};
use crate::guard;

/// From this many events on a second connection pays off.
const MANY_EVENTS: i64 = 20_000;

/// How many ids a connection takes at once: few enough that the result is still in the processor's cache when it is moved,
/// and that all connections finish at about the same time.
const STRETCH: i64 = 2_048;

/// More cores would only wait for memory.
const MOST_OTHERS: usize = 3;

/// Where ids are more than this many times farther apart than necessary, most ranges would be nearly empty.
const SPARSE: i64 = 4;

/// Up to this id that takes a tenth of a second at most, and counting a million events half of that.
const NEAR: i64 = 1 << 23;

/// Everything, as `db` sees it within its transaction.
pub(super) fn workspace(db: &Connection) -> Result<Workspace> {
    let Some(last) = last_of_many(db)? else {
        return super::workspace(db);
    };
    let others = thread::available_parallelism().map_or(1, NonZero::get) - 1;
    let others = (0..others.min(MOST_OTHERS)).map_while(|_| other(db));
    side_by_side(db, others.collect(), &Left::all(last, STRETCH))
}

/// The last id, where there are many events and their ids are near each other.
fn last_of_many(db: &Connection) -> Result<Option<i64>> {
    let number = |sql: &str| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let many = format!("SELECT count(*) FROM (SELECT 1 FROM event LIMIT {MANY_EVENTS})");
    let last = number("SELECT coalesce(max(id), 0) FROM event")?;
    if last < MANY_EVENTS || number(&many)? < MANY_EVENTS {
        return Ok(None);
    }
    let is_near = last <= NEAR || last / SPARSE <= number("SELECT count(*) FROM event")?;
    Ok(is_near.then_some(last))
}

/// Another connection that sees what `db` sees. Without one, `db` reads alone.
fn other(db: &Connection) -> Option<Connection> {
    let path = db.path().filter(|it| !it.is_empty())?;
    let other = guard::connect(Path::new(path), true).ok()?;
    // Its lock is held from now on, or a program that waits to commit would make it wait in turn.
    other
        .execute_batch("BEGIN; SELECT count(*) FROM workspace")
        .ok()?;
    Some(other)
}

fn side_by_side(db: &Connection, others: Vec<Connection>, left: &Left) -> Result<Workspace> {
    let (send, done) = mpsc::channel();
    thread::scope(|scope| {
        for other in others {
            let send = send.clone();
            scope.spawn(move || read_for(&send, &other, left));
        }
        drop(send);
        let mut workspace = all_but_events(db)?;
        let mut gathered = Gathered {
            events: std::mem::take(&mut workspace.events),
            ..Gathered::default()
        };
        while let Some(number) = left.next() {
            gathered.put(number, left.read(db, number)?);
            for (number, read) in done.try_iter() {
                gathered.put(number, read?);
            }
        }
        for (number, read) in done {
            gathered.put(number, read?);
        }
        workspace.events = gathered.events;
        workspace.events.shrink_to_fit();
        Ok(workspace)
    })
}

/// A range that was read, with its number.
type Read = (i64, Result<Vec<Event>>);

/// Reads one stretch after the other until none is left or nobody waits for them any more.
fn read_for(send: &Sender<Read>, db: &Connection, left: &Left) {
    while let Some(number) = left.next() {
        if send.send((number, left.read(db, number))).is_err() {
            return;
        }
    }
}

/// Ranges in order, whichever comes first: each is appended while the others are still being read, and its memory is
/// reused.
#[derive(Default)]
struct Gathered {
    events: Vec<Event>,
    next: i64,
    /// Those that came before their turn.
    early: BTreeMap<i64, Vec<Event>>,
}

impl Gathered {
    fn put(&mut self, number: i64, read: Vec<Event>) {
        self.early.insert(number, read);
        while let Some(mut read) = self.early.remove(&self.next) {
            self.events.append(&mut read);
            self.next += 1;
        }
    }
}

/// The ranges that nobody has taken yet.
struct Left {
    next: AtomicI64,
    end: i64,
    /// How many ids each has.
    length: i64,
}

impl Left {
    fn all(last: i64, length: i64) -> Self {
        Self {
            next: AtomicI64::new(0),
            end: last / length + 1,
            length,
        }
    }

    fn next(&self) -> Option<i64> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        (number < self.end).then_some(number)
    }

    /// The events of a stretch.
    fn read(&self, db: &Connection, number: i64) -> Result<Vec<Event>> {
        let mut events = Vec::with_capacity(usize::try_from(self.length).unwrap_or_default());
        events::read_into(&mut events, db, self.ids(number))?;
        Ok(events)
    }

    /// The first and the last range extend beyond all ids, so that parts without an event are found.
    fn ids(&self, number: i64) -> RangeInclusive<i64> {
        let is_last = number + 1 == self.end;
        let low = if number == 0 {
            i64::MIN
        } else {
            number * self.length
        };
        let high = (number + 1) * self.length - 1;
        low..=if is_last { i64::MAX } else { high }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tests::trip;
    use crate::tests::{event, new_file};

    /// Reads what is in `db` in stretches of `length` ids, two connections beside it.
    fn read(db: &Connection, length: i64) -> Result<Workspace> {
        let tx = db.unchecked_transaction()?;
        let last = tx.query_row("SELECT coalesce(max(id), 0) FROM event", [], |row| {
            row.get(0)
        })?;
        let others = (0..2).map(|_| other(&tx).unwrap()).collect();
        side_by_side(&tx, others, &Left::all(last, length))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn many_readers_read_what_one_reads(filled in trip::workspace(), length in 1..9_i64) {
            let (_folder, _, mut file) = new_file();
            file.change("Fill", |edit| edit.put_workspace(&filled)).unwrap();
            let highest = filled.events.iter().map(|it| it.id.0).max().unwrap_or(0);
            prop_assume!(highest / length < 10_000);
            prop_assert_eq!(read(&file.db, length).unwrap(), file.read().unwrap());
        }
    }

    #[test]
    fn parts_of_no_event_are_found_wherever_they_are() {
        for orphan in [-3, 0, 2, 5, 9_000] {
            let (_folder, path, mut file) = new_file();
            let fill = |edit: &mut crate::Edit<'_>| {
                [1, 3, 4, 6]
                    .iter()
                    .try_for_each(|id| edit.put_event(&event(*id, "Talks")))
            };
            file.change("Fill", fill).unwrap();
            assert_eq!(read(&file.db, 2).unwrap().events.len(), 4);
            let db = Connection::open(path).unwrap();
            db.execute_batch("PRAGMA foreign_keys = 0").unwrap();
            db.execute("INSERT INTO event_tag VALUES (?1, 0, 'lost')", [orphan])
                .unwrap();
            assert!(read(&file.db, 2).is_err(), "{orphan}");
            assert!(file.read().is_err(), "{orphan}");
        }
    }
}
