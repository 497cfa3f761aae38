//! Finding events by words.

use model::EventId;
use rusqlite::Connection;

use crate::error::StoreError;
use crate::file::File;

/// Words beyond these are not looked at: nobody types them, and a pasted page should not stall the search.
const MOST_WORDS: usize = 16;
const LONGEST_WORD: usize = 64;

impl File {
    /// Events whose title, summary, actors or handle have all the words, the last as a beginning; best first.
    /// Case and diacritics do not matter. Any text may be given; without a word in it nothing is found.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be read.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<EventId>, StoreError> {
        let Some(query) = query(words) else {
            return Ok(Vec::new());
        };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let find = || -> rusqlite::Result<Vec<_>> {
            let mut rows = self.db.prepare_cached(
                // A hit in the title or the handle weighs most.
                "SELECT rowid FROM event_text WHERE event_text MATCH ?1
                 ORDER BY bm25(event_text, 8.0, 1.0, 2.0, 8.0), rowid LIMIT ?2",
            )?;
            rows.query_map((query, limit), |row| Ok(EventId(row.get(0)?)))?
                .collect()
        };
        find().map_err(|error| StoreError::of(&self.name, &error))
    }

    /// Titles of the best `limit` events that match `query`, in the syntax of FTS5. For measuring beside bare SQLite;
    /// people ask [`File::search`].
    ///
    /// # Errors
    /// [`StoreError`] when the query is none or the file cannot be read.
    pub fn best_titles(&self, query: &str, limit: usize) -> Result<Vec<String>, StoreError> {
        self.titles(
            "SELECT event.title FROM event_text JOIN event ON event.id = event_text.rowid
             WHERE event_text MATCH ?1
             ORDER BY bm25(event_text, 8.0, 1.0, 2.0, 8.0), event_text.rowid LIMIT ?2",
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
        let counted = count().map_err(|error| StoreError::of(&self.name, &error))?;
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
        find().map_err(|error| StoreError::of(&self.name, &error))
    }
}

/// The triggers that keep the index of words, while a file is filled without them: to index everything once at the end
/// is several times faster.
pub(crate) struct Words(Vec<String>);

impl Words {
    /// Takes the triggers away.
    pub(crate) fn set_aside(db: &Connection) -> rusqlite::Result<Self> {
        let mut found = db.prepare(
            "SELECT name, sql FROM sqlite_schema
             WHERE type = 'trigger' AND name GLOB 'event_text_*' ORDER BY rowid",
        )?;
        let rows = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let triggers: Vec<(String, String)> = rows.collect::<Result<_, _>>()?;
        for (name, _) in &triggers {
            db.execute_batch(&format!("DROP TRIGGER {name}"))?;
        }
        Ok(Self(triggers.into_iter().map(|it| it.1).collect()))
    }

    /// Indexes the words of all events, and has the triggers keep them from now on.
    pub(crate) fn put_back(self, db: &Connection) -> rusqlite::Result<()> {
        db.execute_batch(
            "INSERT INTO event_text (rowid, title, summary, actors, handle)
             SELECT id, title, summary,
                (SELECT coalesce(group_concat(actor.name, ' ' ORDER BY event_actor.position), '')
                    FROM event_actor JOIN actor ON actor.id = event_actor.actor WHERE event_actor.event = event.id),
                handle
             FROM event ORDER BY id",
        )?;
        self.0.iter().try_for_each(|sql| db.execute_batch(sql))
    }
}

/// The user's words as an FTS5 query that cannot be a syntax error: each a quoted string, the last a prefix.
fn query(words: &str) -> Option<String> {
    let quoted: Vec<String> = words
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| {
            let kept = word
                .chars()
                .filter(|letter| *letter != '\0')
                .take(LONGEST_WORD);
            format!("\"{}\"", kept.collect::<String>().replace('"', "\"\""))
        })
        .collect();
    if quoted.is_empty() {
        None
    } else {
        Some(quoted.join(" ") + "*")
    }
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn words_are_quoted_and_the_last_is_a_beginning() {
        assert_eq!(
            query("Iran  nucl"),
            Some(String::from("\"Iran\" \"nucl\"*"))
        );
        assert_eq!(
            query("say \"x\" OR"),
            Some(String::from("\"say\" \"\"\"x\"\"\" \"OR\"*"))
        );
        assert_eq!(query(" - * \" "), None);
    }
}
