//! Finding events by words.

mod check;
mod index;
mod query;
mod stale;

use model::EventId;
use rusqlite::params;

pub(crate) use check::findings;
pub(crate) use index::{fill, rebuild};
pub(crate) use stale::Stale;

use crate::error::StoreError;
use crate::file::File;

/// The weights of hits in title, summary, actors, handle and cited sources.
pub(crate) const RANK: &str = "bm25(event_text, 8.0, 1.0, 2.0, 8.0, 0.5)";

impl File {
    /// Events whose title, summary, actors, handle or cited sources contain all the words, the last as a prefix; best first.
    /// Case, accents, dots and hyphens are handled by [`crate::words`]. Any text is allowed; without a word in it nothing is
    /// found.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read; [`StoreError::Words`] when the search index is damaged.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<EventId>, StoreError> {
        let Some(query) = query::of(words) else {
            return Ok(Vec::new());
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let find = || -> rusqlite::Result<Vec<_>> {
            let mut rows = self.db.prepare_cached(&format!(
                "SELECT rowid FROM event_text WHERE event_text MATCH ?1 ORDER BY {RANK}, rowid LIMIT ?2"
            ))?;
            rows.query_map(params![query, limit], |row| Ok(EventId(row.get(0)?)))?
                .collect()
        };
        find().map_err(|error| StoreError::of_words(&self.name, &error))
    }

    /// Titles of the best `limit` events that match `query`, in the syntax of FTS5. For benchmarks against plain
    /// SQLite; people use [`File::search`].
    ///
    /// # Errors
    /// [`StoreError`] when the query is not valid or the file cannot be read.
    pub fn best_titles(&self, query: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        self.titles(
            &format!(
                "SELECT event.title FROM event_text JOIN event ON event.id = event_text.rowid
                 WHERE event_text MATCH ?1 ORDER BY {RANK}, event_text.rowid LIMIT ?2"
            ),
            query,
            limit,
        )
    }

    /// As [`File::best_titles`], of whichever events come first.
    ///
    /// # Errors
    /// As there.
    pub fn any_titles(&self, query: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        self.titles(
            "SELECT event.title FROM event_text JOIN event ON event.id = event_text.rowid
             WHERE event_text MATCH ?1 LIMIT ?2",
            query,
            limit,
        )
    }

    /// How many events match `query`, as in [`File::best_titles`].
    ///
    /// # Errors
    /// As there.
    pub fn count_matches(&self, query: &str) -> Result<u64, StoreError> {
        let count = || -> rusqlite::Result<i64> {
            self.db
                .prepare_cached("SELECT count(*) FROM event_text WHERE event_text MATCH ?1")?
                .query_row([query], |row| row.get(0))
        };
        let counted = count().map_err(|error| StoreError::of_words(&self.name, &error))?;
        Ok(u64::try_from(counted).unwrap_or_default())
    }

    fn titles(&self, sql: &str, query: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let find = || -> rusqlite::Result<Vec<_>> {
            self.db
                .prepare_cached(sql)?
                .query_map((query, limit), |row| row.get(0))?
                .collect()
        };
        find().map_err(|error| StoreError::of_words(&self.name, &error))
    }
}
