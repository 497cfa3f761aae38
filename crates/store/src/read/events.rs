//! Reading events and links.

use std::ops::RangeInclusive;

use model::{
    ActorId, CategoryId, DatasetId, Event, EventId, Figure, Link, LinkId, Participant, PlaceId,
    ScaleWord, ThemeId,
};
use rusqlite::{Connection, Result, Row};

use super::columns::{Columns, Values};
use super::parts::Parts;
use super::{all, one, word, word_if_any};
use crate::date;
use crate::edit::add_parts;
use crate::seal::{self, Broken, Seal};
use crate::table::{
    EVENT, EVENT_ACTOR, EVENT_FIGURE, EVENT_PLACE, EVENT_TAG, EVENT_THEME, LINK, PartTable,
};

/// The tables of parts, each read in parallel with the events.
struct AllParts<'s> {
    themes: Parts<'s, ThemeId>,
    actors: Parts<'s, Participant>,
    places: Parts<'s, PlaceId>,
    figures: Parts<'s, Figure>,
    tags: Parts<'s, String>,
    /// The buffer for seals, reused.
    seal: Seal,
}

impl AllParts<'_> {
    /// Takes the parts of one event, and checks the seal of the event with them.
    fn complete(&mut self, row: &Row<'_>) -> Result<Event> {
        let values = Values::of(row, EVENT.columns.len())?;
        let event = self.event(&values)?;
        self.seal.begin(EVENT.name);
        values.all().for_each(|it| self.seal.add(it));
        add_parts(&mut self.seal, &event);
        seal::check(row, &EVENT, &self.seal)?;
        Ok(event)
    }

    fn event(&mut self, row: &impl Columns) -> Result<Event> {
        let (id, after_date) = (row.get(0)?, 6 + date::COLUMNS);
        Ok(Event {
            id: EventId(id),
            themes: self.themes.take(id)?,
            actors: self.actors.take(id)?,
            places: self.places.take(id)?,
            figures: self.figures.take(id)?,
            tags: self.tags.take(id)?,
            handle: row.get(1)?,
            kind: word(row, 2)?,
            status: word(row, 3)?,
            title: row.get(4)?,
            summary: row.get(5)?,
            date: date::from_row(row, 6)?,
            date_note: row.get(after_date)?,
            category: row.get::<Option<i64>>(after_date + 1)?.map(CategoryId),
            cameo: row.get(after_date + 2)?,
            plover: row.get(after_date + 3)?,
            severity: row.get(after_date + 4)?,
            tone: word(row, after_date + 5)?,
            likelihood: row.get::<Option<String>>(after_date + 6)?.map(ScaleWord),
            confidence: word_if_any(row, after_date + 7)?,
            dataset: row.get::<Option<i64>>(after_date + 8)?.map(DatasetId),
            concerns: row.get::<Option<i64>>(after_date + 9)?.map(EventId),
        })
    }

    /// An error for parts that are left when all events are read: they have no owner.
    fn none_left(&self) -> Result<()> {
        self.themes.none_left()?;
        self.actors.none_left()?;
        self.places.none_left()?;
        self.figures.none_left()?;
        self.tags.none_left()
    }
}

fn participant(row: &Row<'_>) -> Result<Participant> {
    Ok(Participant {
        actor: ActorId(row.get(2)?),
        role: row.get(3)?,
    })
}

fn figure(row: &Row<'_>) -> Result<Figure> {
    Ok(Figure {
        name: row.get(2)?,
        value: row.get(3)?,
        unit: row.get(4)?,
    })
}

pub(super) fn broken_event(id: i64) -> rusqlite::Error {
    let (kind, name) = (String::from("event with the number"), id.to_string());
    Broken { kind, name }.into()
}

/// All events, in the order of ids.
pub(super) fn events(db: &Connection) -> Result<Vec<Event>> {
    events_of(db, i64::MIN..=i64::MAX)
}

pub(super) fn event_of(db: &Connection, id: EventId) -> Result<Option<Event>> {
    Ok(events_of(db, id.0..=id.0)?.pop())
}

/// Those whose ids are within `ids`, in their order.
pub(super) fn events_of(db: &Connection, ids: RangeInclusive<i64>) -> Result<Vec<Event>> {
    let mut events = Vec::new();
    read_into(&mut events, db, ids)?;
    Ok(events)
}

/// Appends those whose ids are within `ids`, in order.
pub(super) fn read_into(
    events: &mut Vec<Event>,
    db: &Connection,
    ids: RangeInclusive<i64>,
) -> Result<()> {
    let range = [*ids.start(), *ids.end()];
    let part = |part: &PartTable| {
        let sql = part.select("WHERE event BETWEEN ?1 AND ?2 ORDER BY event, position");
        db.prepare_cached(&sql)
    };
    let (mut themes, mut actors) = (part(&EVENT_THEME)?, part(&EVENT_ACTOR)?);
    let (mut places, mut figures) = (part(&EVENT_PLACE)?, part(&EVENT_FIGURE)?);
    let mut tags = part(&EVENT_TAG)?;
    let mut parts = AllParts {
        themes: Parts::of(themes.query(range)?, |row| Ok(ThemeId(row.get(2)?)))?,
        actors: Parts::of(actors.query(range)?, participant)?,
        places: Parts::of(places.query(range)?, |row| Ok(PlaceId(row.get(2)?)))?,
        figures: Parts::of(figures.query(range)?, figure)?,
        tags: Parts::of(tags.query(range)?, |row| row.get(2))?,
        seal: Seal::of(EVENT.name),
    };
    let mut select = db.prepare_cached(&EVENT.select("WHERE id BETWEEN ?1 AND ?2 ORDER BY id"))?;
    let mut rows = select.query(range)?;
    while let Some(row) = rows.next()? {
        let event = parts.complete(row);
        if event.is_err() {
            // An invalid value is reported as a broken seal, which it usually is.
            seal::verify(db, &EVENT, &row.get(0)?)?;
        }
        events.push(event?);
    }
    parts.none_left()
}

pub(super) fn links(db: &Connection) -> Result<Vec<Link>> {
    all(db, &LINK, "ORDER BY id", |row| link(row))
}

pub(super) fn link_of(db: &Connection, id: LinkId) -> Result<Option<Link>> {
    one(db, &LINK, id.0, |row| link(row))
}

fn link(row: &impl Columns) -> Result<Link> {
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
