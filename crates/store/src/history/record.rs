//! Recording what a change does to the rows.

use std::collections::BTreeSet;

use model::EventId;
use rusqlite::session::Session;
use rusqlite::{Connection, Result};

use super::change::{self, Altered, RowWhat};
use super::step::{Step, StoredStep, next_number};
use crate::schema;
use crate::search::Stale;
use crate::table::recorded;
use crate::touched::Touched;

/// A running recording.
pub(crate) struct Recording<'a> {
    db: &'a Connection,
    session: Session<'a>,
}

/// What was recorded.
#[derive(Debug)]
pub(crate) struct Recorded {
    changes: Vec<u8>,
    pub(crate) touched: Touched,
    /// The events whose search index it makes stale.
    pub(crate) stale: Stale,
    tables: BTreeSet<&'static str>,
    /// The events that it affects beyond those touched: ends of links, events of claims and citations.
    pub(super) events: BTreeSet<EventId>,
}

impl<'a> Recording<'a> {
    /// Records, from now on, what is written to the recorded tables: not the search index, which is derived, and not the
    /// history.
    pub(crate) fn start(db: &'a Connection) -> Result<Self> {
        let mut session = Session::new(db)?;
        recorded().try_for_each(|table| session.attach(Some(table)))?;
        Ok(Self { db, session })
    }

    pub(crate) fn finish(mut self) -> Result<Recorded> {
        let mut changes = Vec::new();
        self.session.changeset_strm(&mut changes)?;
        Recorded::of(self.db, changes)
    }
}

impl Recorded {
    /// What `changes`, which have been applied, did.
    pub(super) fn of(db: &Connection, changes: Vec<u8>) -> Result<Self> {
        let (mut about, mut stale) = (About::default(), Stale::default());
        let (mut touched, mut tables) = (Touched::default(), BTreeSet::new());
        change::each(db, &changes, |row| {
            touched.note(row.table, row.id().unwrap_or(0));
            tables.insert(row.table);
            about.note(&row);
            stale.note(&row);
            Ok(())
        })?;
        let mut events = about.all_events(db)?;
        events.extend(&touched.events);
        Ok(Self {
            changes,
            touched,
            stale,
            tables,
            events,
        })
    }

    /// Stores it as the step that follows `parent`.
    pub(crate) fn keep(
        &self,
        db: &Connection,
        parent: i64,
        name: &str,
        at_seconds: Option<i64>,
    ) -> Result<Step> {
        let mut kept = StoredStep {
            step: Step {
                number: next_number(db)?,
                parent,
                name: name.to_owned(),
                at_seconds,
                done: true,
                damaged: false,
            },
            tables: self.tables.iter().copied().collect::<Vec<_>>().join(" "),
            version: schema::VERSION,
            changes: None,
        };
        kept.write(db, &self.changes)?;
        let sql = "INSERT INTO step_event (event, step) VALUES (?1, ?2)";
        let mut write = db.prepare_cached(sql)?;
        for event in &self.events {
            write.execute((event.0, kept.step.number))?;
        }
        Ok(kept.step)
    }
}

/// What a changeset affects beyond the events that it touches.
#[derive(Debug, Default)]
struct About {
    /// Events that it names.
    events: BTreeSet<i64>,
    /// Links, claims and citations whose events are to be looked up: those cited, and those edited, because a changeset
    /// omits unchanged values. Deleted ones are complete in the changeset.
    links: BTreeSet<i64>,
    claims: BTreeSet<i64>,
    citations: BTreeSet<i64>,
}

impl About {
    fn note(&mut self, row: &Altered) {
        let edited = row.id().filter(|_| row.what == RowWhat::Edited);
        match row.table {
            "link" => {
                self.events.extend(row.both(1).chain(row.both(2)));
                self.links.extend(edited);
            }
            "claim" => {
                self.events.extend(row.both(1));
                self.claims.extend(edited);
            }
            "citation" => {
                self.events.extend(row.both(2));
                self.claims.extend(row.both(3));
                self.links.extend(row.both(4));
                self.citations.extend(edited);
            }
            _ => {}
        }
    }

    fn all_events(mut self, db: &Connection) -> Result<BTreeSet<EventId>> {
        let sql = "SELECT event, claim, link FROM citation WHERE id = ?1";
        for [event, claim, link] in look_up(db, sql, &self.citations)? {
            self.events.extend(event);
            self.claims.extend(claim);
            self.links.extend(link);
        }
        let of_claims = look_up::<1>(db, "SELECT event FROM claim WHERE id = ?1", &self.claims)?;
        let of_links = look_up::<2>(
            db,
            "SELECT cause, effect FROM link WHERE id = ?1",
            &self.links,
        )?;
        let found = of_claims
            .into_iter()
            .flatten()
            .chain(of_links.into_iter().flatten());
        self.events.extend(found.flatten());
        Ok(self.events.into_iter().map(EventId).collect())
    }
}

/// The first columns of the rows with these ids, where they exist.
fn look_up<const COLUMNS: usize>(
    db: &Connection,
    sql: &str,
    ids: &BTreeSet<i64>,
) -> Result<Vec<[Option<i64>; COLUMNS]>> {
    let mut find = db.prepare_cached(sql)?;
    let mut all = Vec::new();
    for id in ids {
        let mut rows = find.query([id])?;
        if let Some(row) = rows.next()? {
            let mut values = [None; COLUMNS];
            for (column, value) in values.iter_mut().enumerate() {
                *value = row.get(column)?;
            }
            all.push(values);
        }
    }
    Ok(all)
}

/// What applying `changes` touches and which search index entries it makes stale; checks that they fit this file.
pub(super) fn touched_by(db: &Connection, changes: &[u8]) -> Result<(Touched, Stale)> {
    let (mut touched, mut stale) = (Touched::default(), Stale::default());
    change::each(db, changes, |row| {
        touched.note(row.table, row.id().unwrap_or(0));
        stale.note(&row);
        Ok(())
    })?;
    Ok((touched, stale))
}
