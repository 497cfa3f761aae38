//! Writing: what a change may do to a workspace.

mod delete;
mod event;
mod ids;
mod lists;
mod pins;
mod series;
mod sources;
mod value;

pub(crate) use event::add_parts;
pub(crate) use lists::add_words;
pub(crate) use series::{HIGHS, LOWS, PACKING};

use model::Workspace;
use model::date::Day;
use rusqlite::types::{FromSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, Params, ToSql, params_from_iter};

use crate::change::still_whole;
use crate::error::StoreError;
use crate::seal;
use crate::table::{PartTable, Table, WORKSPACE};
use value::{integer_if_any, text};

/// The workspace while it is being changed. Each `put_` writes one record, new or in place of the one with its id.
///
/// References are checked when the change commits, so the order of writing does not matter.
#[derive(Debug)]
pub struct Edit<'a> {
    db: &'a Connection,
    file: &'a str,
    last_id: i64,
}

impl<'a> Edit<'a> {
    /// `last_id` is the largest id that the file ever used.
    pub(crate) fn new(db: &'a Connection, file: &'a str, last_id: i64) -> Self {
        Self { db, file, last_id }
    }

    /// The largest id that was used, these edits included.
    pub(crate) fn last_id(&self) -> i64 {
        self.last_id
    }

    /// Runs one statement.
    fn run(&self, sql: &str, params: impl Params) -> Result<(), StoreError> {
        still_whole(self.db, self.file)?;
        let done = self
            .db
            .prepare_cached(sql)
            .and_then(|mut it| it.execute(params));
        done.map(drop)
            .map_err(|error| StoreError::of(self.file, &error))
    }

    /// Writes a row of `table` that has no parts; `values` are its columns.
    fn put(&mut self, table: &Table, values: &[ValueRef<'_>]) -> Result<(), StoreError> {
        let seal = seal::of_values(table.name, values.iter().copied());
        self.put_sealed(table, values, seal)
    }

    fn put_sealed(
        &mut self,
        table: &Table,
        values: &[ValueRef<'_>],
        seal: i64,
    ) -> Result<(), StoreError> {
        let all = values.iter().copied().chain([ValueRef::Integer(seal)]);
        self.run(
            table.put(),
            params_from_iter(all.map(ToSqlOutput::Borrowed)),
        )?;
        if let Some(ValueRef::Integer(id)) = values.first() {
            self.last_id = self.last_id.max(*id);
        }
        Ok(())
    }

    /// Deletes the parts of `owner` beyond the first `kept`.
    fn cut(&self, part: &PartTable, owner: impl ToSql, kept: usize) -> Result<(), StoreError> {
        let kept = i64::try_from(kept).unwrap_or(i64::MAX);
        self.run(part.cut(), (owner, kept))
    }

    /// The one value that a query finds.
    fn ask<T: FromSql>(&self, sql: &str, params: impl Params) -> Result<T, StoreError> {
        self.db
            .prepare_cached(sql)
            .and_then(|mut it| it.query_row(params, |row| row.get(0)))
            .map_err(|error| StoreError::of(self.file, &error))
    }

    /// Names the workspace.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written, as for every method here.
    pub fn set_name(&mut self, name: &str) -> Result<(), StoreError> {
        self.verify(&WORKSPACE, 1)?;
        let as_of = self.ask("SELECT as_of FROM workspace", [])?;
        self.put_workspace_row(name, as_of)
    }

    /// Sets the day up to which the analyst knows.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_as_of(&mut self, as_of: Option<Day>) -> Result<(), StoreError> {
        self.verify(&WORKSPACE, 1)?;
        let name: String = self.ask("SELECT name FROM workspace", [])?;
        self.put_workspace_row(&name, as_of.map(|day| day.0))
    }

    /// The one row that every file has.
    fn put_workspace_row(&mut self, name: &str, as_of: Option<i64>) -> Result<(), StoreError> {
        let values = [ValueRef::Integer(1), text(name), integer_if_any(as_of)];
        self.put(&WORKSPACE, &values)
    }

    /// Checks the seal of row `id` of `table` before a single column is written: the new seal would cover the other columns
    /// too.
    fn verify(&self, table: &Table, id: i64) -> Result<(), StoreError> {
        seal::verify(self.db, table, &Value::Integer(id))
            .map_err(|error| StoreError::of(self.file, &error))
    }

    /// Updates the seal of row `id` of `table` after a single column was written.
    fn renew_seal(&self, table: &Table, id: i64) -> Result<(), StoreError> {
        seal::renew(self.db, table, &Value::Integer(id))
            .map_err(|error| StoreError::of(self.file, &error))
    }

    /// Writes everything in `workspace`; records with other ids are kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_workspace(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        let it = workspace;
        self.put_workspace_row(&it.name, it.as_of.map(|day| day.0))?;
        it.themes.iter().try_for_each(|it| self.put_theme(it))?;
        it.categories
            .iter()
            .try_for_each(|it| self.put_category(it))?;
        it.actors.iter().try_for_each(|it| self.put_actor(it))?;
        it.places.iter().try_for_each(|it| self.put_place(it))?;
        it.datasets.iter().try_for_each(|it| self.put_dataset(it))?;
        it.link_types
            .iter()
            .try_for_each(|it| self.put_link_type(it))?;
        it.scales.iter().try_for_each(|it| self.put_scale(it))?;
        it.sources.iter().try_for_each(|it| self.put_source(it))?;
        it.events.iter().try_for_each(|it| self.put_event(it))?;
        it.links.iter().try_for_each(|it| self.put_link(it))?;
        it.series.iter().try_for_each(|it| self.put_series(it))?;
        it.weights
            .all()
            .try_for_each(|(weight, value)| self.set_weight(weight, Some(value)))?;
        it.pins
            .all()
            .try_for_each(|(pin, slot)| self.set_pin(pin, Some(slot)))?;
        it.settings
            .all()
            .try_for_each(|(key, value)| self.set_setting(key, Some(value)))?;
        it.claims.iter().try_for_each(|it| self.put_claim(it))?;
        it.citations.iter().try_for_each(|it| self.put_citation(it))
    }
}
