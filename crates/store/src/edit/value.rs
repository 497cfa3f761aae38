//! Values as SQLite takes them, without copies.

use rusqlite::types::ValueRef;

pub(super) fn text(it: &str) -> ValueRef<'_> {
    ValueRef::Text(it.as_bytes())
}

pub(super) fn text_if_any(it: Option<&str>) -> ValueRef<'_> {
    it.map_or(ValueRef::Null, text)
}

pub(super) fn integer_if_any(it: Option<i64>) -> ValueRef<'static> {
    it.map_or(ValueRef::Null, ValueRef::Integer)
}

/// SQLite stores neither NaN nor the sign of zero.
pub(super) fn real_if_any(it: Option<f64>) -> ValueRef<'static> {
    it.filter(|it| !it.is_nan())
        .map_or(ValueRef::Null, |it| ValueRef::Real(it + 0.0))
}
