//! Finding events by words.

use model::EventId;

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
