//! Whose words a change makes stale.
//!
//! Changes, undo, redo and restoring all are changesets of rows, so the index follows all of them in one way. No triggers:
//! words are folded here, which SQL cannot.

use std::collections::BTreeSet;

use rusqlite::{Connection, Result};

use super::index::renew;
use crate::history::Altered;

/// What to look at again once a changeset is in the file.
#[derive(Debug, Default)]
pub(crate) struct Stale {
    events: BTreeSet<i64>,
    /// Of which the events are to be looked up.
    actors: BTreeSet<i64>,
    sources: BTreeSet<i64>,
    claims: BTreeSet<i64>,
    citations: BTreeSet<i64>,
}

impl Stale {
    /// Notes what one row of a changeset means for the index.
    pub(crate) fn note(&mut self, row: &Altered) {
        let id = row.id();
        match row.table {
            "event" if row.differs(&[1, 4, 5]) => self.events.extend(id),
            "event_actor" if row.differs(&[1, 2]) => self.events.extend(id),
            "actor" if row.differs(&[2]) => self.actors.extend(id),
            "source" if row.differs(&[2, 3]) => self.sources.extend(id),
            // A row that was edited does not say what stayed.
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

    /// Brings the index up to date; the changeset must be in the file.
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
