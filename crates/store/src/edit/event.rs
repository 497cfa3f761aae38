//! Writing events and links.

use model::{Event, Link};
use rusqlite::types::ValueRef::{self, Integer};

use super::Edit;
use super::value::{integer_if_any, text, text_if_any};
use crate::date;
use crate::error::StoreError;
use crate::seal::Seal;
use crate::table::{
    EVENT, EVENT_ACTOR, EVENT_FIGURE, EVENT_PLACE, EVENT_TAG, EVENT_THEME, LINK, PartTable,
};

impl Edit<'_> {
    /// Writes an event with its themes, actors, places, figures and tags.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_event(&mut self, it: &Event) -> Result<(), StoreError> {
        // The parts first, so that a new event is added to the search index once, with the names of its actors.
        self.put_parts(it)?;
        let date = date::values(it.date.as_ref());
        let values = columns(it, &date);
        let mut seal = Seal::of(EVENT.name);
        values.iter().for_each(|value| seal.add(*value));
        add_parts(&mut seal, it);
        self.put_sealed(&EVENT, &values, seal.finish())
    }

    fn put_parts(&self, it: &Event) -> Result<(), StoreError> {
        let id = it.id.0;
        for (position, theme) in (0_i64..).zip(&it.themes) {
            self.run(EVENT_THEME.put(), (id, position, theme.0))?;
        }
        for (position, who) in (0_i64..).zip(&it.actors) {
            self.run(EVENT_ACTOR.put(), (id, position, who.actor.0, &who.role))?;
        }
        for (position, place) in (0_i64..).zip(&it.places) {
            self.run(EVENT_PLACE.put(), (id, position, place.0))?;
        }
        for (position, figure) in (0_i64..).zip(&it.figures) {
            let row = (id, position, &figure.name, &figure.value, &figure.unit);
            self.run(EVENT_FIGURE.put(), row)?;
        }
        for (position, tag) in (0_i64..).zip(&it.tags) {
            self.run(EVENT_TAG.put(), (id, position, tag))?;
        }
        // An id that was never used has no parts yet.
        if id > self.last_id {
            return Ok(());
        }
        self.cut_parts(it)
    }

    /// Deletes surplus rows of parts.
    fn cut_parts(&self, it: &Event) -> Result<(), StoreError> {
        let kept: [(&PartTable, usize); 5] = [
            (&EVENT_THEME, it.themes.len()),
            (&EVENT_ACTOR, it.actors.len()),
            (&EVENT_PLACE, it.places.len()),
            (&EVENT_FIGURE, it.figures.len()),
            (&EVENT_TAG, it.tags.len()),
        ];
        kept.iter()
            .try_for_each(|(part, count)| self.cut(part, it.id.0, *count))
    }

    /// Writes a link. Its link type must be in the table of link types.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_link(&mut self, it: &Link) -> Result<(), StoreError> {
        let values = [
            Integer(it.id.0),
            Integer(it.cause.0),
            Integer(it.effect.0),
            text(&it.link_type),
            text(&it.wording),
            text_if_any(it.strength.map(model::Strength::word)),
            text(it.confidence.word()),
            integer_if_any(it.lag_days.map(i64::from)),
            text(it.basis.word()),
            text(&it.note),
            text(&it.rivals),
        ];
        self.put(&LINK, &values)
    }
}

/// The columns of the table of events.
fn columns<'a>(
    it: &'a Event,
    date: &'a [rusqlite::types::Value; date::COLUMNS],
) -> Vec<ValueRef<'a>> {
    let mut all = Vec::with_capacity(EVENT.columns.len());
    all.extend([
        Integer(it.id.0),
        text(&it.handle),
        text(it.kind.word()),
        text(it.status.word()),
        text(&it.title),
        text(&it.summary),
    ]);
    all.extend(date.iter().map(ValueRef::from));
    all.extend([
        text(&it.date_note),
        integer_if_any(it.category.map(|id| id.0)),
        text(&it.cameo),
        text(&it.plover),
        Integer(i64::from(it.severity)),
        text(it.tone.word()),
        text_if_any(it.likelihood.as_ref().map(|word| word.0.as_str())),
        text_if_any(it.confidence.map(model::Confidence::word)),
        integer_if_any(it.dataset.map(|id| id.0)),
        integer_if_any(it.concerns.map(|id| id.0)),
    ]);
    all
}

/// Adds the parts of an event to its seal.
pub(crate) fn add_parts(seal: &mut Seal, it: &Event) {
    seal.add_count(it.themes.len());
    it.themes.iter().for_each(|id| seal.add_integer(id.0));
    seal.add_count(it.actors.len());
    for who in &it.actors {
        seal.add_integer(who.actor.0);
        seal.add_text(&who.role);
    }
    seal.add_count(it.places.len());
    it.places.iter().for_each(|id| seal.add_integer(id.0));
    seal.add_count(it.figures.len());
    for figure in &it.figures {
        seal.add_text(&figure.name);
        seal.add_text(&figure.value);
        seal.add_text(&figure.unit);
    }
    seal.add_count(it.tags.len());
    it.tags.iter().for_each(|tag| seal.add_text(tag));
}
