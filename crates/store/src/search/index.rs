//! The content of the search index: for each event its title, summary, actors, handle and the sources cited for it or for a
//! claim on it, folded and cut by [`crate::words`]. All of it is derived from the entries and can be rebuilt.
#![expect(
    clippy::disallowed_types,
    reason = "caches of folded names, only looked up"
)]

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

use rusqlite::{Connection, OptionalExtension, Result, Rows, Statement};

use crate::words::{cut, spaced};

/// The statement that creates the index, as in the latest version.
pub(super) const TABLE: &str = include_str!("../schema/event_text.sql");

const PUT: &str = "INSERT INTO event_text (rowid, title, summary, actors, handle, sources)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Rebuilds the index of `db` from its entries.
pub(crate) fn rebuild(db: &Connection) -> Result<()> {
    db.execute_batch("DROP TABLE event_text")?;
    db.execute_batch(TABLE)?;
    fill(db, db)
}

/// Puts the words of all events of `from` into the index of `to`, which is empty. Doing all at once is several times faster than
/// event by event.
pub(crate) fn fill(from: &Connection, to: &Connection) -> Result<()> {
    let mut names = Names::of(from);
    let mut actors =
        from.prepare("SELECT event, actor FROM event_actor ORDER BY event, position")?;
    let mut actors = IdsByEvent::of(actors.query([])?)?;
    let mut sources = from.prepare(
        "SELECT DISTINCT coalesce(citation.event, claim.event), citation.source
         FROM citation LEFT JOIN claim ON claim.id = citation.claim
         WHERE citation.link IS NULL ORDER BY 1, 2",
    )?;
    let mut sources = IdsByEvent::of(sources.query([])?)?;
    let mut events = from.prepare("SELECT id, title, summary, handle FROM event ORDER BY id")?;
    let mut put = to.prepare(PUT)?;
    let mut rows = events.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get(0)?;
        let own = [1, 2, 3].map(|column| row.get_ref(column));
        let [title, summary, handle] = own;
        let words = Words {
            title: indexed(title?.as_str()?),
            summary: indexed(summary?.as_str()?),
            handle: indexed(handle?.as_str()?),
            actors: names.actors(&actors.take(id)?)?,
            sources: names.sources(&sources.take(id)?)?,
        };
        words.put(&mut put, id)?;
    }
    Ok(())
}

/// Updates the words of some events; deleted events are removed.
pub(super) fn renew(db: &Connection, events: impl Iterator<Item = i64>) -> Result<()> {
    let mut names = Names::of(db);
    let mut take_out = db.prepare_cached("DELETE FROM event_text WHERE rowid = ?1")?;
    let mut put = db.prepare_cached(PUT)?;
    for id in events {
        take_out.execute([id])?;
        if let Some(words) = names.words_of(id)? {
            words.put(&mut put, id)?;
        }
    }
    Ok(())
}

/// `text` as it is indexed.
fn indexed(text: &str) -> String {
    cut(&spaced(text))
}

/// The words of one event.
struct Words {
    title: String,
    summary: String,
    handle: String,
    actors: String,
    sources: String,
}

impl Words {
    fn put(&self, put: &mut Statement<'_>, id: i64) -> Result<()> {
        let (title, summary, handle) = (&self.title, &self.summary, &self.handle);
        put.execute((id, title, summary, &self.actors, handle, &self.sources))?;
        Ok(())
    }
}

/// The words of actors and sources, each looked up and folded once.
struct Names<'a> {
    db: &'a Connection,
    actors: HashMap<i64, Rc<str>>,
    sources: HashMap<i64, Rc<str>>,
}

impl<'a> Names<'a> {
    fn of(db: &'a Connection) -> Self {
        Self {
            db,
            actors: HashMap::new(),
            sources: HashMap::new(),
        }
    }

    fn actors(&mut self, ids: &[i64]) -> Result<String> {
        let sql = "SELECT name FROM actor WHERE id = ?1";
        joined(self.db, &mut self.actors, ids, sql, 1)
    }

    fn sources(&mut self, ids: &[i64]) -> Result<String> {
        let sql = "SELECT outlet, title FROM source WHERE id = ?1";
        joined(self.db, &mut self.sources, ids, sql, 2)
    }

    /// The words of an event, if it exists.
    fn words_of(&mut self, id: i64) -> Result<Option<Words>> {
        let sql = "SELECT title, summary, handle FROM event WHERE id = ?1";
        let mut own = self.db.prepare_cached(sql)?;
        let own = own.query_row([id], |row| {
            let text =
                |column: usize| -> Result<String> { Ok(indexed(row.get_ref(column)?.as_str()?)) };
            Ok([text(0)?, text(1)?, text(2)?])
        });
        let Some([title, summary, handle]) = own.optional()? else {
            return Ok(None);
        };
        let actors = self.ids(
            "SELECT actor FROM event_actor WHERE event = ?1 ORDER BY position",
            id,
        )?;
        let sources = self.ids(
            "SELECT source FROM citation WHERE event = ?1 UNION
             SELECT citation.source FROM claim JOIN citation ON citation.claim = claim.id WHERE claim.event = ?1
             ORDER BY 1",
            id,
        )?;
        Ok(Some(Words {
            title,
            summary,
            handle,
            actors: self.actors(&actors)?,
            sources: self.sources(&sources)?,
        }))
    }

    fn ids(&self, sql: &str, event: i64) -> Result<Vec<i64>> {
        self.db
            .prepare_cached(sql)?
            .query_map([event], |row| row.get(0))?
            .collect()
    }
}

/// The words of several records; missing ones have none.
fn joined(
    db: &Connection,
    known: &mut HashMap<i64, Rc<str>>,
    ids: &[i64],
    sql: &str,
    columns: usize,
) -> Result<String> {
    let mut all = String::new();
    for id in ids {
        let words = match known.entry(*id) {
            Entry::Occupied(known) => Rc::clone(known.get()),
            Entry::Vacant(new) => Rc::clone(new.insert(looked_up(db, sql, *id, columns)?)),
        };
        if !(all.is_empty() || words.is_empty()) {
            all.push(' ');
        }
        all.push_str(&words);
    }
    Ok(all)
}

fn looked_up(db: &Connection, sql: &str, id: i64, columns: usize) -> Result<Rc<str>> {
    let found = db.prepare_cached(sql)?.query_row([id], |row| {
        let texts = (0..columns).map(|column| Ok(indexed(row.get_ref(column)?.as_str()?)));
        Ok(texts.collect::<Result<Vec<_>>>()?.join(" "))
    });
    Ok(found.optional()?.unwrap_or_default().into())
}

/// Pairs of an event and something of it, in the order of events, read beside the events themselves.
struct IdsByEvent<'s> {
    rows: Rows<'s>,
    ahead: Option<(i64, i64)>,
}

impl<'s> IdsByEvent<'s> {
    fn of(rows: Rows<'s>) -> Result<Self> {
        let mut beside = Self { rows, ahead: None };
        beside.step()?;
        Ok(beside)
    }

    /// What is of `event`, which comes after every event that was asked for before.
    fn take(&mut self, event: i64) -> Result<Vec<i64>> {
        let mut all = Vec::new();
        while let Some((owner, it)) = self.ahead.filter(|it| it.0 <= event) {
            if owner == event {
                all.push(it);
            }
            self.step()?;
        }
        Ok(all)
    }

    fn step(&mut self) -> Result<()> {
        let next = self.rows.next()?;
        self.ahead = next
            .map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?)))
            .transpose()?;
        Ok(())
    }
}
