//! Reading events and links.

use std::collections::BTreeMap;

use model::{
    ActorId, CategoryId, Event, EventId, Figure, LayerId, Link, LinkId, Participant, PlaceId,
    ScaleWord, ThemeId,
};
use rusqlite::{Connection, OptionalExtension, Result, Row, params_from_iter};

use super::{all, is_next, one, word, word_if_any};
use crate::date;
use crate::edit::add_parts;
use crate::seal::{self, Broken, Seal};
use crate::table::{
    EVENT, EVENT_ACTOR, EVENT_FIGURE, EVENT_PLACE, EVENT_TAG, EVENT_THEME, LINK, Part,
};

/// The rows of a table of parts, by the event they belong to.
type ByEvent<T> = BTreeMap<i64, Vec<T>>;

/// What stands in the tables of parts.
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
            themes: parts(db, only, &EVENT_THEME, |row| Ok(ThemeId(row.get(2)?)))?,
            actors: parts(db, only, &EVENT_ACTOR, |row| {
                Ok(Participant {
                    actor: ActorId(row.get(2)?),
                    role: row.get(3)?,
                })
            })?,
            places: parts(db, only, &EVENT_PLACE, |row| Ok(PlaceId(row.get(2)?)))?,
            figures: parts(db, only, &EVENT_FIGURE, |row| {
                Ok(Figure {
                    name: row.get(2)?,
                    value: row.get(3)?,
                    unit: row.get(4)?,
                })
            })?,
            tags: parts(db, only, &EVENT_TAG, |row| row.get(2))?,
        })
    }

    /// Takes those of one event out and checks its seal.
    fn complete(&mut self, row: &Row<'_>) -> Result<Event> {
        let id: i64 = row.get(0)?;
        let mut it = Event::titled(EventId(id), String::new(), String::new());
        it.themes = self.themes.remove(&id).unwrap_or_default();
        it.actors = self.actors.remove(&id).unwrap_or_default();
        it.places = self.places.remove(&id).unwrap_or_default();
        it.figures = self.figures.remove(&id).unwrap_or_default();
        it.tags = self.tags.remove(&id).unwrap_or_default();
        let mut seal = Seal::of(EVENT.name);
        seal.add_row(row, EVENT.columns.len())?;
        add_parts(&mut seal, &it);
        seal::check(row, &EVENT, &seal)?;
        fill(it, row)
    }

    /// Parts that are left when all events are complete are parts of nothing.
    fn none_left(&self) -> Result<()> {
        let firsts = [
            self.themes.keys().next(),
            self.actors.keys().next(),
            self.places.keys().next(),
            self.figures.keys().next(),
            self.tags.keys().next(),
        ];
        firsts
            .into_iter()
            .flatten()
            .next()
            .map_or(Ok(()), |id| Err(broken_event(*id)))
    }
}

fn broken_event(id: i64) -> rusqlite::Error {
    let (kind, name) = (String::from("event with the number"), id.to_string());
    Broken { kind, name }.into()
}

pub(super) fn events(db: &Connection) -> Result<Vec<Event>> {
    let mut parts = Parts::read(db, None)?;
    let events = db
        .prepare_cached(&EVENT.select("ORDER BY id"))?
        .query_map([], |row| parts.complete(row))?
        .collect::<Result<Vec<_>>>()?;
    parts.none_left()?;
    Ok(events)
}

pub(super) fn event_of(db: &Connection, id: EventId) -> Result<Option<Event>> {
    let mut parts = Parts::read(db, Some(id))?;
    let event = db
        .prepare_cached(&EVENT.select("WHERE id = ?1"))?
        .query_row([id.0], |row| parts.complete(row))
        .optional()?;
    parts.none_left()?;
    Ok(event)
}

fn parts<T>(
    db: &Connection,
    only: Option<EventId>,
    part: &Part,
    mut each: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<ByEvent<T>> {
    let which = only.map_or("", |_| "WHERE event = ?1");
    let sql = part.select(&format!("{which} ORDER BY event, position"));
    let mut all = ByEvent::new();
    let mut rows = db.prepare_cached(&sql)?;
    let mut rows = rows.query(params_from_iter(only.map(|id| id.0)))?;
    while let Some(row) = rows.next()? {
        let event = row.get(0)?;
        let of_event = all.entry(event).or_insert_with(Vec::new);
        if !is_next(row, of_event.len())? {
            return Err(broken_event(event));
        }
        of_event.push(each(row)?);
    }
    Ok(all)
}

/// Fills in the columns of an event that has its parts.
fn fill(parts: Event, row: &Row<'_>) -> Result<Event> {
    let after_date = 6 + date::COLUMNS;
    Ok(Event {
        handle: row.get(1)?,
        kind: word(row, 2)?,
        status: word(row, 3)?,
        title: row.get(4)?,
        summary: row.get(5)?,
        date: date::from_row(row, 6)?,
        date_note: row.get(after_date)?,
        category: row.get::<_, Option<i64>>(after_date + 1)?.map(CategoryId),
        cameo: row.get(after_date + 2)?,
        plover: row.get(after_date + 3)?,
        severity: row.get(after_date + 4)?,
        tone: word(row, after_date + 5)?,
        likelihood: row.get::<_, Option<String>>(after_date + 6)?.map(ScaleWord),
        confidence: word_if_any(row, after_date + 7)?,
        layer: row.get::<_, Option<i64>>(after_date + 8)?.map(LayerId),
        concerns: row.get::<_, Option<i64>>(after_date + 9)?.map(EventId),
        ..parts
    })
}

pub(super) fn links(db: &Connection) -> Result<Vec<Link>> {
    all(db, &LINK, "ORDER BY id", link)
}

pub(super) fn link_of(db: &Connection, id: LinkId) -> Result<Option<Link>> {
    one(db, &LINK, id.0, link)
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
