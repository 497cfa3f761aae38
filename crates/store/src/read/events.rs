//! Reading events and links.

use std::collections::BTreeMap;

use model::{
    ActorId, CategoryId, Event, EventId, Figure, LayerId, Link, LinkId, Participant, PlaceId,
    ScaleWord, ThemeId,
};
use rusqlite::{Connection, Result, Row, params_from_iter};

use super::{one, rows, word, word_if_any};
use crate::date;

/// The rows of a child table, by the event they belong to.
type ByEvent<T> = BTreeMap<i64, Vec<T>>;

/// What stands in the child tables.
struct Parts {
    themes: ByEvent<ThemeId>,
    actors: ByEvent<Participant>,
    places: ByEvent<PlaceId>,
    figures: ByEvent<Figure>,
    tags: ByEvent<String>,
}

impl Parts {
    /// Those of all events, or of `only` one.
    fn read(db: &Connection, only: Option<EventId>) -> Result<Self> {
        Ok(Self {
            themes: children(db, only, "event_theme", "theme", |row| {
                Ok(ThemeId(row.get(1)?))
            })?,
            actors: children(db, only, "event_actor", "actor, role", |row| {
                Ok(Participant {
                    actor: ActorId(row.get(1)?),
                    role: row.get(2)?,
                })
            })?,
            places: children(db, only, "event_place", "place", |row| {
                Ok(PlaceId(row.get(1)?))
            })?,
            figures: children(db, only, "event_figure", "name, value, unit", |row| {
                Ok(Figure {
                    name: row.get(1)?,
                    value: row.get(2)?,
                    unit: row.get(3)?,
                })
            })?,
            tags: children(db, only, "event_tag", "tag", |row| row.get(1))?,
        })
    }

    fn give_to(&mut self, event: &mut Event) {
        let id = event.id.0;
        event.themes = self.themes.remove(&id).unwrap_or_default();
        event.actors = self.actors.remove(&id).unwrap_or_default();
        event.places = self.places.remove(&id).unwrap_or_default();
        event.figures = self.figures.remove(&id).unwrap_or_default();
        event.tags = self.tags.remove(&id).unwrap_or_default();
    }
}

pub(super) fn events(db: &Connection) -> Result<Vec<Event>> {
    let mut parts = Parts::read(db, None)?;
    rows(db, "SELECT * FROM event ORDER BY id", |row| {
        let mut event = event(row)?;
        parts.give_to(&mut event);
        Ok(event)
    })
}

pub(super) fn event_of(db: &Connection, id: EventId) -> Result<Option<Event>> {
    let Some(mut event) = one(db, "SELECT * FROM event WHERE id = ?1", id.0, event)? else {
        return Ok(None);
    };
    Parts::read(db, Some(id))?.give_to(&mut event);
    Ok(Some(event))
}

fn children<T>(
    db: &Connection,
    only: Option<EventId>,
    table: &str,
    columns: &str,
    mut each: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<ByEvent<T>> {
    let which = only.map_or("", |_| "WHERE event = ?1");
    let sql = format!("SELECT event, {columns} FROM {table} {which} ORDER BY event, position");
    let mut all = ByEvent::new();
    let mut rows = db.prepare_cached(&sql)?;
    let mut rows = rows.query(params_from_iter(only.map(|id| id.0)))?;
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?)
            .or_insert_with(Vec::new)
            .push(each(row)?);
    }
    Ok(all)
}

/// An event without what its child tables hold; columns in the order of `schema/events.sql`.
fn event(row: &Row<'_>) -> Result<Event> {
    Ok(Event {
        id: EventId(row.get(0)?),
        handle: row.get(1)?,
        kind: word(row, 2)?,
        status: word(row, 3)?,
        title: row.get(4)?,
        summary: row.get(5)?,
        date: date::from_row(row, 6)?,
        date_note: row.get("date_note")?,
        category: row.get::<_, Option<i64>>("category")?.map(CategoryId),
        cameo: row.get("cameo")?,
        plover: row.get("plover")?,
        severity: row.get("severity")?,
        tone: word(row, 21)?,
        likelihood: row.get::<_, Option<String>>("likelihood")?.map(ScaleWord),
        confidence: word_if_any(row, 23)?,
        themes: Vec::new(),
        actors: Vec::new(),
        places: Vec::new(),
        figures: Vec::new(),
        tags: Vec::new(),
        layer: row.get::<_, Option<i64>>("layer")?.map(LayerId),
        concerns: row.get::<_, Option<i64>>("concerns")?.map(EventId),
    })
}

pub(super) fn links(db: &Connection) -> Result<Vec<Link>> {
    let sql = "SELECT id, cause, effect, link_type, wording, strength, confidence, lag_days, basis, note, rivals
        FROM link ORDER BY id";
    rows(db, sql, link)
}

pub(super) fn link_of(db: &Connection, id: LinkId) -> Result<Option<Link>> {
    let sql = "SELECT id, cause, effect, link_type, wording, strength, confidence, lag_days, basis, note, rivals
        FROM link WHERE id = ?1";
    one(db, sql, id.0, link)
}

fn link(row: &Row<'_>) -> Result<Link> {
    Ok(Link {
        id: LinkId(row.get(0)?),
        cause: EventId(row.get(1)?),
        effect: EventId(row.get(2)?),
        link_type: row.get(3)?,
        wording: row.get(4)?,
        strength: word_if_any(row, 5)?,
        confidence: word(row, 6)?,
        lag_days: row.get(7)?,
        basis: word(row, 8)?,
        note: row.get(9)?,
        rivals: row.get(10)?,
    })
}
