//! Writing themes, categories, actors, places, layers, link types and scales.

use model::{Actor, Category, Layer, LinkType, Place, Scale, Theme};

use super::Edit;
use crate::error::StoreError;

impl Edit<'_> {
    /// Writes a theme; a new one gets the last lane.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_theme(&mut self, it: &Theme) -> Result<(), StoreError> {
        self.run(
            "theme",
            it.id.0,
            "INSERT INTO theme (id, handle, name, parent, hue, position)
             VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(position), 0) + 1 FROM theme))
             ON CONFLICT (id) DO UPDATE SET handle = excluded.handle, name = excluded.name,
                 parent = excluded.parent, hue = excluded.hue",
            (
                it.id.0,
                &it.handle,
                &it.name,
                it.parent.map(|id| id.0),
                &it.hue,
            ),
        )
    }

    /// Writes a category.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_category(&mut self, it: &Category) -> Result<(), StoreError> {
        self.run("category", it.id.0, "INSERT INTO category (id, handle, name, parent, cameo, plover) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET handle = excluded.handle, name = excluded.name,
                 parent = excluded.parent, cameo = excluded.cameo, plover = excluded.plover",
            (it.id.0, &it.handle, &it.name, it.parent.map(|id| id.0), &it.cameo, &it.plover),
        )
    }

    /// Writes an actor.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_actor(&mut self, it: &Actor) -> Result<(), StoreError> {
        self.run(
            "actor",
            it.id.0,
            "INSERT INTO actor (id, handle, name, parent, country) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET handle = excluded.handle, name = excluded.name,
                 parent = excluded.parent, country = excluded.country",
            (
                it.id.0,
                &it.handle,
                &it.name,
                it.parent.map(|id| id.0),
                &it.country,
            ),
        )
    }

    /// Writes a place.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_place(&mut self, it: &Place) -> Result<(), StoreError> {
        self.run("place", it.id.0, "INSERT INTO place (id, name, latitude_deg, longitude_deg, country) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, latitude_deg = excluded.latitude_deg,
                 longitude_deg = excluded.longitude_deg, country = excluded.country",
            (it.id.0, &it.name, it.latitude_deg, it.longitude_deg, &it.country),
        )
    }

    /// Writes a layer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_layer(&mut self, it: &Layer) -> Result<(), StoreError> {
        self.run(
            "layer",
            it.id.0,
            "INSERT INTO layer (id, name, \"on\") VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, \"on\" = excluded.\"on\"",
            (it.id.0, &it.name, it.on),
        )
    }

    /// Writes a type of link; a new one is the last of the table.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_link_type(&mut self, it: &LinkType) -> Result<(), StoreError> {
        self.run("link_type", 0, "INSERT INTO link_type (handle, label, sign, order_rule, what_if, meaning, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(position), 0) + 1 FROM link_type))
             ON CONFLICT (handle) DO UPDATE SET label = excluded.label, sign = excluded.sign,
                 order_rule = excluded.order_rule, what_if = excluded.what_if, meaning = excluded.meaning",
            (&it.handle, &it.label, it.sign.word(), it.order.word(), it.what_if.word(), &it.meaning),
        )
    }

    /// Writes a scale with all its words; a new one is the last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_scale(&mut self, it: &Scale) -> Result<(), StoreError> {
        self.run("scale", 0, "INSERT INTO scale (name, position) VALUES (?1, (SELECT coalesce(max(position), 0) + 1 FROM scale))
             ON CONFLICT (name) DO NOTHING",
            [&it.name],
        )?;
        self.run(
            "scale_word",
            0,
            "DELETE FROM scale_word WHERE scale = ?1",
            [&it.name],
        )?;
        for (position, (word, band)) in (0_i64..).zip(&it.words) {
            self.run("scale_word", 0, "INSERT INTO scale_word (scale, position, word, low_percent, high_percent) VALUES (?1, ?2, ?3, ?4, ?5)",
                (&it.name, position, &word.0, band.low_percent, band.high_percent),
            )?;
        }
        Ok(())
    }
}
