//! Deleting. What belongs to a record is deleted with it, each row by its own statement: nothing is left to cascades.

use model::{
    ActorId, Board, CategoryId, CitationId, ClaimId, DatasetId, EventId, LinkId, PlaceId, SourceId,
    ThemeId,
};

use super::Edit;
use crate::error::StoreError;
use crate::table::EVENT;

impl Edit<'_> {
    /// Deletes an event with its claims, citations, pins, links and their citations. Entries that concern it are kept, without
    /// that reference. A missing event is not an error, as for every method here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn delete_event(&mut self, id: EventId) -> Result<(), StoreError> {
        for claim in self.ids("SELECT id FROM claim WHERE event = ?1", id.0)? {
            self.delete_claim(ClaimId(claim))?;
        }
        let both_ends = "SELECT id FROM link WHERE cause = ?1 OR effect = ?1";
        for link in self.ids(both_ends, id.0)? {
            self.delete_link(LinkId(link))?;
        }
        self.delete_citations("SELECT id FROM citation WHERE event = ?1", id.0)?;
        for other in self.ids("SELECT id FROM event WHERE concerns = ?1", id.0)? {
            self.verify(&EVENT, other)?;
            self.run("UPDATE event SET concerns = NULL WHERE id = ?1", [other])?;
            self.renew_seal(&EVENT, other)?;
        }
        for part in EVENT.parts {
            self.cut(part, id.0, 0)?;
        }
        self.unpin(id.0, |it| it.is_of_events())?;
        self.run("DELETE FROM event WHERE id = ?1", [id.0])
    }

    /// Deletes a link with its citations.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn delete_link(&mut self, id: LinkId) -> Result<(), StoreError> {
        self.delete_citations("SELECT id FROM citation WHERE link = ?1", id.0)?;
        self.run("DELETE FROM link WHERE id = ?1", [id.0])
    }

    /// Deletes a claim with its citations.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn delete_claim(&mut self, id: ClaimId) -> Result<(), StoreError> {
        self.delete_citations("SELECT id FROM citation WHERE claim = ?1", id.0)?;
        self.run("DELETE FROM claim WHERE id = ?1", [id.0])
    }

    /// Deletes a citation; its source stays.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn delete_citation(&mut self, id: CitationId) -> Result<(), StoreError> {
        self.run("DELETE FROM citation WHERE id = ?1", [id.0])
    }

    /// Deletes a source with all citations of it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn delete_source(&mut self, id: SourceId) -> Result<(), StoreError> {
        self.delete_citations("SELECT id FROM citation WHERE source = ?1", id.0)?;
        self.run("DELETE FROM source WHERE id = ?1", [id.0])
    }

    /// Deletes a theme that nothing refers to any more.
    ///
    /// # Errors
    /// [`StoreError::Dangling`] at the end of the change when something still does.
    pub fn delete_theme(&mut self, id: ThemeId) -> Result<(), StoreError> {
        self.unpin(id.0, |it| *it == Board::Themes)?;
        self.run("DELETE FROM theme WHERE id = ?1", [id.0])
    }

    /// Deletes a category that nothing refers to any more.
    ///
    /// # Errors
    /// As [`Edit::delete_theme`].
    pub fn delete_category(&mut self, id: CategoryId) -> Result<(), StoreError> {
        self.run("DELETE FROM category WHERE id = ?1", [id.0])
    }

    /// Deletes an actor that nothing refers to any more.
    ///
    /// # Errors
    /// As [`Edit::delete_theme`].
    pub fn delete_actor(&mut self, id: ActorId) -> Result<(), StoreError> {
        self.unpin(id.0, |it| *it == Board::Actors)?;
        self.run("DELETE FROM actor WHERE id = ?1", [id.0])
    }

    /// Deletes a place that nothing refers to any more.
    ///
    /// # Errors
    /// As [`Edit::delete_theme`].
    pub fn delete_place(&mut self, id: PlaceId) -> Result<(), StoreError> {
        self.run("DELETE FROM place WHERE id = ?1", [id.0])
    }

    /// Deletes a dataset that nothing refers to any more.
    ///
    /// # Errors
    /// As [`Edit::delete_theme`].
    pub fn delete_dataset(&mut self, id: DatasetId) -> Result<(), StoreError> {
        self.run("DELETE FROM layer WHERE id = ?1", [id.0])
    }

    fn delete_citations(&mut self, of: &str, id: i64) -> Result<(), StoreError> {
        for citation in self.ids(of, id)? {
            self.delete_citation(CitationId(citation))?;
        }
        Ok(())
    }

    /// The ids that a query with one id finds.
    fn ids(&self, sql: &str, id: i64) -> Result<Vec<i64>, StoreError> {
        let find = || -> rusqlite::Result<Vec<i64>> {
            self.db
                .prepare_cached(sql)?
                .query_map([id], |row| row.get(0))?
                .collect()
        };
        find().map_err(|error| StoreError::of(self.file, &error))
    }
}
