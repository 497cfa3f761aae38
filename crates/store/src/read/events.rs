//! Reading events and links.

use std::collections::BTreeMap;

use model::{
    ActorId, CategoryId, Event, EventId, Figure, LayerId, Link, LinkId, Participant, PlaceId,
    ScaleWord, ThemeId,
};
use rusqlite::{Connection, Result, Row};

use super::{rows, word, word_if_any};
use crate::date;

/// The rows of a child table, by the event they belong to.
type ByEvent<T> = BTreeMap<i64, Vec<T>>;

pub(super) fn events(db: &Connection) -> Result<Vec<Event>> {
    let mut themes = children(db, "event_theme", "theme", |row| Ok(ThemeId(row.get(1)?)))?;
    let mut places = children(db, "event_place", "place", |row| Ok(PlaceId(row.get(1)?)))?;
    let mut tags = children(db, "event_tag", "tag", |row| row.get::<_, String>(1))?;
    let mut actors = children(db, "event_actor", "actor, role", |row| {
        Ok(Participant {
            actor: ActorId(row.get(1)?),
            role: row.get(2)?,
        })
    })?;
    let mut figures = children(db, "event_figure", "name, value, unit", |row| {
        Ok(Figure {
            name: row.get(1)?,
            value: row.get(2)?,
            unit: row.get(3)?,
        })
    })?;
    rows(db, "SELECT * FROM event ORDER BY id", |row| {
        let mut event = event(row)?;
        let id = event.id.0;
        event.themes = themes.remove(&id).unwrap_or_default();
        event.actors = actors.remove(&id).unwrap_or_default();
        event.places = places.remove(&id).unwrap_or_default();
        event.figures = figures.remove(&id).unwrap_or_default();
        event.tags = tags.remove(&id).unwrap_or_default();
        Ok(event)
    })
}

fn children<T>(
    db: &Connection,
    table: &str,
    columns: &str,
    mut each: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<ByEvent<T>> {
    let mut all = ByEvent::new();
    let sql = format!("SELECT event, {columns} FROM {table} ORDER BY event, position");
    for (event, child) in rows(db, &sql, |row| Ok((row.get(0)?, each(row)?)))? {
        all.entry(event).or_insert_with(Vec::new).push(child);
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
    rows(db, sql, |row| {
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
    })
}
