//! Writing themes, categories, actors, places, datasets, link types and scales.

use model::{Actor, Category, Dataset, LinkType, Place, Scale, Theme, ThemeId};
use rusqlite::Params;
use rusqlite::types::ValueRef::Integer;

use super::Edit;
use super::value::{integer_if_any, real_if_any, text};
use crate::error::StoreError;
use crate::seal::Seal;
use crate::table::{ACTOR, CATEGORY, LAYER, LINK_TYPE, PLACE, SCALE, SCALE_WORD, THEME, Table};

impl Edit<'_> {
    /// Writes a theme; a new one becomes the last lane.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_theme(&mut self, it: &Theme) -> Result<(), StoreError> {
        let position = self.position(&THEME, [it.id.0])?;
        let parent = integer_if_any(it.parent.map(|id| id.0));
        let (id, position) = (Integer(it.id.0), Integer(position));
        let (handle, name, hue) = (text(&it.handle), text(&it.name), text(&it.hue));
        self.put(&THEME, &[id, handle, name, parent, hue, position])
    }

    /// Orders the themes: the first of `order` becomes the first lane, and so on.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn order_themes(&mut self, order: &[ThemeId]) -> Result<(), StoreError> {
        for (position, id) in (1_i64..).zip(order) {
            let sql = "SELECT count(*) FROM theme WHERE id = ?1 AND position <> ?2";
            if self.ask::<i64>(sql, (id.0, position))? == 0 {
                continue;
            }
            self.verify(&THEME, id.0)?;
            let sql = "UPDATE theme SET position = ?2 WHERE id = ?1";
            self.run(sql, (id.0, position))?;
            self.renew_seal(&THEME, id.0)?;
        }
        Ok(())
    }

    /// The position of a row in an ordered list; after the last when it is new.
    fn position(&self, table: &Table, key: impl Params) -> Result<i64, StoreError> {
        let (table, key_column) = (table.name, table.key());
        let sql = format!(
            "SELECT coalesce((SELECT position FROM {table} WHERE {key_column} = ?1),
                (SELECT coalesce(max(position), 0) + 1 FROM {table}))"
        );
        self.ask(&sql, key)
    }

    /// Writes a category.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_category(&mut self, it: &Category) -> Result<(), StoreError> {
        let (id, parent) = (Integer(it.id.0), integer_if_any(it.parent.map(|id| id.0)));
        let (handle, name) = (text(&it.handle), text(&it.name));
        let (cameo, plover) = (text(&it.cameo), text(&it.plover));
        self.put(&CATEGORY, &[id, handle, name, parent, cameo, plover])
    }

    /// Writes an actor.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_actor(&mut self, it: &Actor) -> Result<(), StoreError> {
        let (id, parent) = (Integer(it.id.0), integer_if_any(it.parent.map(|id| id.0)));
        let (handle, name, country) = (text(&it.handle), text(&it.name), text(&it.country));
        self.put(&ACTOR, &[id, handle, name, parent, country])
    }

    /// Writes a place.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_place(&mut self, it: &Place) -> Result<(), StoreError> {
        let (id, name, country) = (Integer(it.id.0), text(&it.name), text(&it.country));
        let (latitude, longitude) = (real_if_any(it.latitude_deg), real_if_any(it.longitude_deg));
        self.put(&PLACE, &[id, name, latitude, longitude, country])
    }

    /// Writes a dataset.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_dataset(&mut self, it: &Dataset) -> Result<(), StoreError> {
        let on = Integer(i64::from(it.on));
        self.put(&LAYER, &[Integer(it.id.0), text(&it.name), on])
    }

    /// Writes a type of link; a new one is the last of the table.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_link_type(&mut self, it: &LinkType) -> Result<(), StoreError> {
        let position = Integer(self.position(&LINK_TYPE, [&it.handle])?);
        let (handle, label, meaning) = (text(&it.handle), text(&it.label), text(&it.meaning));
        let (sign, order) = (text(it.sign.word()), text(it.order.word()));
        let what_if = text(it.what_if.word());
        let values = [handle, label, sign, order, what_if, meaning, position];
        self.put(&LINK_TYPE, &values)
    }

    /// Writes a scale with all its words; a new one is the last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_scale(&mut self, it: &Scale) -> Result<(), StoreError> {
        let values = [text(&it.name), Integer(self.position(&SCALE, [&it.name])?)];
        let mut seal = Seal::of(SCALE.name);
        values.iter().for_each(|value| seal.add(*value));
        add_words(&mut seal, it);
        self.put_sealed(&SCALE, &values, seal.finish())?;
        for (position, (word, band)) in (0_i64..).zip(&it.words) {
            let row = (
                &it.name,
                position,
                &word.0,
                band.low_percent,
                band.high_percent,
            );
            self.run(SCALE_WORD.put(), row)?;
        }
        self.cut(&SCALE_WORD, &it.name, it.words.len())
    }
}

/// Adds the terms of a scale to its seal.
pub(crate) fn add_words(seal: &mut Seal, it: &Scale) {
    seal.add_count(it.words.len());
    for (word, band) in &it.words {
        seal.add_text(&word.0);
        seal.add_integer(band.low_percent.into());
        seal.add_integer(band.high_percent.into());
    }
}
