//! Writing events and links.

use model::{Event, Link};
use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

use super::Edit;
use super::delete::PARTS_OF_EVENT;
use crate::date;
use crate::error::StoreError;

const PUT_EVENT: &str = "INSERT INTO event (id, handle, kind, status, title, summary, date_words, date_edtf,
    start_earliest_day, start_earliest_second, start_latest_day, start_latest_second,
    end_earliest_day, end_earliest_second, end_latest_day, end_latest_second,
    date_note, category, cameo, plover, severity, tone, likelihood, confidence, layer, concerns)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?25, ?26)
    ON CONFLICT (id) DO UPDATE SET handle = excluded.handle, kind = excluded.kind, status = excluded.status,
        title = excluded.title, summary = excluded.summary, date_words = excluded.date_words,
        date_edtf = excluded.date_edtf, start_earliest_day = excluded.start_earliest_day,
        start_earliest_second = excluded.start_earliest_second, start_latest_day = excluded.start_latest_day,
        start_latest_second = excluded.start_latest_second, end_earliest_day = excluded.end_earliest_day,
        end_earliest_second = excluded.end_earliest_second, end_latest_day = excluded.end_latest_day,
        end_latest_second = excluded.end_latest_second, date_note = excluded.date_note,
        category = excluded.category, cameo = excluded.cameo, plover = excluded.plover,
        severity = excluded.severity, tone = excluded.tone, likelihood = excluded.likelihood,
        confidence = excluded.confidence, layer = excluded.layer, concerns = excluded.concerns";

impl Edit<'_> {
    /// Writes an event with its themes, actors, places, figures and tags.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_event(&mut self, it: &Event) -> Result<(), StoreError> {
        self.run("event", it.id.0, PUT_EVENT, params_from_iter(columns(it)))?;
        for (table, sql) in PARTS_OF_EVENT {
            self.run(table, it.id.0, sql, [it.id.0])?;
        }
        self.put_themes(it)?;
        self.put_participants(it)?;
        self.put_places(it)?;
        self.put_figures(it)?;
        self.put_tags(it)
    }

    fn put_themes(&mut self, it: &Event) -> Result<(), StoreError> {
        for (position, theme) in (0_i64..).zip(&it.themes) {
            let sql = "INSERT INTO event_theme (event, position, theme) VALUES (?1, ?2, ?3)";
            self.run("event_theme", it.id.0, sql, (it.id.0, position, theme.0))?;
        }
        Ok(())
    }

    fn put_participants(&mut self, it: &Event) -> Result<(), StoreError> {
        for (position, who) in (0_i64..).zip(&it.actors) {
            let sql =
                "INSERT INTO event_actor (event, position, actor, role) VALUES (?1, ?2, ?3, ?4)";
            self.run(
                "event_actor",
                it.id.0,
                sql,
                (it.id.0, position, who.actor.0, &who.role),
            )?;
        }
        Ok(())
    }

    fn put_places(&mut self, it: &Event) -> Result<(), StoreError> {
        for (position, place) in (0_i64..).zip(&it.places) {
            let sql = "INSERT INTO event_place (event, position, place) VALUES (?1, ?2, ?3)";
            self.run("event_place", it.id.0, sql, (it.id.0, position, place.0))?;
        }
        Ok(())
    }

    fn put_figures(&mut self, it: &Event) -> Result<(), StoreError> {
        for (position, figure) in (0_i64..).zip(&it.figures) {
            let sql = "INSERT INTO event_figure (event, position, name, value, unit) VALUES (?1, ?2, ?3, ?4, ?5)";
            self.run(
                "event_figure",
                it.id.0,
                sql,
                (it.id.0, position, &figure.name, &figure.value, &figure.unit),
            )?;
        }
        Ok(())
    }

    fn put_tags(&mut self, it: &Event) -> Result<(), StoreError> {
        for (position, tag) in (0_i64..).zip(&it.tags) {
            let sql = "INSERT INTO event_tag (event, position, tag) VALUES (?1, ?2, ?3)";
            self.run("event_tag", it.id.0, sql, (it.id.0, position, tag))?;
        }
        Ok(())
    }

    /// Writes a link. Its link type must be in the table of link types.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_link(&mut self, it: &Link) -> Result<(), StoreError> {
        self.run("link", it.id.0, "INSERT INTO link (id, cause, effect, link_type, wording, strength, confidence, lag_days, basis, note, rivals)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (id) DO UPDATE SET cause = excluded.cause, effect = excluded.effect,
                 link_type = excluded.link_type, wording = excluded.wording, strength = excluded.strength,
                 confidence = excluded.confidence, lag_days = excluded.lag_days, basis = excluded.basis,
                 note = excluded.note, rivals = excluded.rivals",
            params![
                it.id.0,
                it.cause.0,
                it.effect.0,
                it.link_type,
                it.wording,
                it.strength.map(model::Strength::word),
                it.confidence.word(),
                it.lag_days,
                it.basis.word(),
                it.note,
                it.rivals,
            ],
        )
    }
}

/// The columns of `PUT_EVENT`, in its order.
fn columns(it: &Event) -> Vec<Value> {
    let text = |word: &str| Value::Text(word.to_owned());
    let mut all = vec![
        Value::Integer(it.id.0),
        text(&it.handle),
        text(it.kind.word()),
        text(it.status.word()),
        text(&it.title),
        text(&it.summary),
    ];
    all.extend(date::values(it.date.as_ref()));
    all.extend([
        text(&it.date_note),
        Value::from(it.category.map(|id| id.0)),
        text(&it.cameo),
        text(&it.plover),
        Value::Integer(i64::from(it.severity)),
        text(it.tone.word()),
        Value::from(it.likelihood.as_ref().map(|word| word.0.clone())),
        Value::from(it.confidence.map(|word| word.word().to_owned())),
        Value::from(it.layer.map(|id| id.0)),
        Value::from(it.concerns.map(|id| id.0)),
    ]);
    all
}
