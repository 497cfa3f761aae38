//! Writing: what a change may do to a workspace.

mod delete;
mod event;
mod ids;
mod lists;
mod sources;

use model::Workspace;
use model::date::Day;
use rusqlite::{Connection, Params};

use crate::error::StoreError;
use crate::touched::Touched;

/// The workspace while it is being changed. Each `put_` writes one thing, new or in place of the one with its id.
///
/// References are checked when the change commits, so the order of writing is free.
#[derive(Debug)]
pub struct Edit<'a> {
    db: &'a Connection,
    file: &'a str,
    touched: Touched,
    last_id: Option<i64>,
}

impl<'a> Edit<'a> {
    pub(crate) fn new(db: &'a Connection, file: &'a str) -> Self {
        Self {
            db,
            file,
            touched: Touched::default(),
            last_id: None,
        }
    }

    pub(crate) fn into_touched(self) -> Touched {
        self.touched
    }

    /// Runs one statement against row `id` of `table`, or the row that belongs to event `id`.
    fn run(
        &mut self,
        table: &str,
        id: i64,
        sql: &str,
        params: impl Params,
    ) -> Result<(), StoreError> {
        let done = self
            .db
            .prepare_cached(sql)
            .and_then(|mut it| it.execute(params));
        done.map_err(|error| StoreError::of(self.file, &error))?;
        self.touched.note(table, id);
        if self.last_id.is_some_and(|last| last < id) {
            self.last_id = Some(id);
        }
        Ok(())
    }

    /// Names the workspace.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be written, as for every method here.
    pub fn set_name(&mut self, name: &str) -> Result<(), StoreError> {
        self.run("workspace", 1, "UPDATE workspace SET name = ?1", [name])
    }

    /// Sets the day up to which the analyst knows.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn set_as_of(&mut self, as_of: Option<Day>) -> Result<(), StoreError> {
        self.run(
            "workspace",
            1,
            "UPDATE workspace SET as_of = ?1",
            [as_of.map(|day| day.0)],
        )
    }

    /// Writes everything in `workspace`; what is there under other ids stays.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_workspace(&mut self, workspace: &Workspace) -> Result<(), StoreError> {
        self.set_name(&workspace.name)?;
        self.set_as_of(workspace.as_of)?;
        workspace
            .themes
            .iter()
            .try_for_each(|it| self.put_theme(it))?;
        workspace
            .categories
            .iter()
            .try_for_each(|it| self.put_category(it))?;
        workspace
            .actors
            .iter()
            .try_for_each(|it| self.put_actor(it))?;
        workspace
            .places
            .iter()
            .try_for_each(|it| self.put_place(it))?;
        workspace
            .layers
            .iter()
            .try_for_each(|it| self.put_layer(it))?;
        workspace
            .link_types
            .iter()
            .try_for_each(|it| self.put_link_type(it))?;
        workspace
            .scales
            .iter()
            .try_for_each(|it| self.put_scale(it))?;
        workspace
            .sources
            .iter()
            .try_for_each(|it| self.put_source(it))?;
        workspace
            .events
            .iter()
            .try_for_each(|it| self.put_event(it))?;
        workspace
            .links
            .iter()
            .try_for_each(|it| self.put_link(it))?;
        workspace
            .claims
            .iter()
            .try_for_each(|it| self.put_claim(it))?;
        workspace
            .citations
            .iter()
            .try_for_each(|it| self.put_citation(it))
    }
}
