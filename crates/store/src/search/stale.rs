//! Which events a change makes stale in the search index.
//!
//! Changes, undo, redo and restore are all changesets of rows, so the index is updated in the same way for all of them. There
//! are no triggers, because SQL cannot fold words.

use std::collections::BTreeSet;

use rusqlite::{Connection, Result};

use super::index::renew;
use crate::history::Altered;

/// What to update once a changeset is applied.
#[derive(Debug, Default)]
pub(crate) struct Stale {
    events: BTreeSet<i64>,
    /// Records whose events are to be looked up.
    actors: BTreeSet<i64>,
    sources: BTreeSet<i64>,
    claims: BTreeSet<i64>,
    citations: BTreeSet<i64>,
}

impl Stale {
    /// Adds what one row of a changeset means for the index.
    pub(crate) fn note(&mut self, row: &Altered) {
        let id = row.id();
        match row.table {
            "event" if row.differs(&[1, 4, 5]) => self.events.extend(id),
            "event_actor" if row.differs(&[1, 2]) => self.events.extend(id),
            "actor" if row.differs(&[2]) => self.actors.extend(id),
            "source" if row.differs(&[2, 3]) => self.sources.extend(id),
            // An edited row does not contain unchanged values.
            "claim" => {
                self.events.extend(row.both(1));
                self.claims.extend(id);
            }
            "citation" if row.differs(&[1, 2, 3]) => {
                self.events.extend(row.both(2));
                self.claims.extend(row.both(3));
                self.citations.extend(id);
            }
            _ => {}
        }
    }

    /// Updates the index; the changeset must be applied.
    pub(crate) fn renew(mut self, db: &Connection) -> Result<()> {
        self.look_up(db, "SELECT event FROM event_actor WHERE actor = ?1", |it| {
            &it.actors
        })?;
        self.look_up(
            db,
            "SELECT event FROM citation WHERE source = ?1 AND event IS NOT NULL UNION
             SELECT claim.event FROM citation JOIN claim ON claim.id = citation.claim WHERE citation.source = ?1",
            |it| &it.sources,
        )?;
        self.look_up(
            db,
            "SELECT event FROM citation WHERE id = ?1 AND event IS NOT NULL UNION
             SELECT claim.event FROM citation JOIN claim ON claim.id = citation.claim WHERE citation.id = ?1",
            |it| &it.citations,
        )?;
        self.look_up(db, "SELECT event FROM claim WHERE id = ?1", |it| &it.claims)?;
        if self.events.is_empty() {
            return Ok(());
        }
        renew(db, self.events.into_iter())
    }

    fn look_up(
        &mut self,
        db: &Connection,
        sql: &str,
        of: impl Fn(&Self) -> &BTreeSet<i64>,
    ) -> Result<()> {
        let mut found = db.prepare_cached(sql)?;
        let mut events = Vec::new();
        for id in of(self) {
            for event in found.query_map([id], |row| row.get::<_, i64>(0))? {
                events.push(event?);
            }
        }
        self.events.extend(events);
        Ok(())
    }
}
