//! Writing series, the weights of the risk index and settings.

use model::{Points, Series, SeriesId, Weight};
use rusqlite::types::ValueRef::{Blob, Integer, Real};

use super::Edit;
use super::value::text;
use crate::error::StoreError;
use crate::table::{SERIES, SETTING, WEIGHT};

/// The version of the packing of series values.
pub(crate) const PACKING: u8 = 1;

/// The flag of a series that has highs, and that of one that has lows.
pub(crate) const HIGHS: u8 = 1;
pub(crate) const LOWS: u8 = 2;

impl Edit<'_> {
    /// Writes a series with all its values.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_series(&mut self, it: &Series) -> Result<(), StoreError> {
        let points = packed(&it.points);
        let (handle, name, unit) = (text(&it.handle), text(&it.name), text(&it.unit));
        let (measure, closes, origin) =
            (text(it.measure.word()), text(&it.closes), text(&it.origin));
        let id = Integer(it.id.0);
        let values = [
            id,
            handle,
            name,
            unit,
            measure,
            closes,
            origin,
            Blob(&points),
        ];
        self.put(&SERIES, &values)
    }

    /// Deletes a series.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn delete_series(&mut self, id: SeriesId) -> Result<(), StoreError> {
        self.run("DELETE FROM series WHERE id = ?1", [id.0])
    }

    /// Sets a weight of the risk index; `None` resets it to its default.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_weight(&mut self, weight: Weight, value: Option<f64>) -> Result<(), StoreError> {
        let name = weight.to_string();
        match value {
            Some(value) => self.put(&WEIGHT, &[text(&name), Real(value + 0.0)]),
            None => self.run("DELETE FROM weight WHERE name = ?1", [name]),
        }
    }

    /// Writes a setting (see [`model::Settings`]); `None` deletes it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_setting(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        match value {
            Some(value) => self.put(&SETTING, &[text(key), text(value)]),
            None => self.run("DELETE FROM setting WHERE key = ?1", [key]),
        }
    }
}

/// The values of a series as little-endian bytes: the packing, flags, then all days as 32-bit numbers since 1970-01-01, all
/// values, all highs if any, all lows if any.
pub(crate) fn packed(points: &Points) -> Vec<u8> {
    let (highs, lows) = (!points.highs.is_empty(), !points.lows.is_empty());
    let flags = u8::from(highs) * HIGHS + u8::from(lows) * LOWS;
    let mut bytes = Vec::with_capacity(2 + points.len() * 28);
    bytes.extend([PACKING, flags]);
    for day in &points.days {
        let day = i32::try_from(day.0).unwrap_or(i32::MAX);
        bytes.extend(day.to_le_bytes());
    }
    for value in points
        .values
        .iter()
        .chain(&points.highs)
        .chain(&points.lows)
    {
        bytes.extend(value.to_le_bytes());
    }
    bytes
}
