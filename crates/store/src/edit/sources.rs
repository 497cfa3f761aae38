//! Writing sources, citations and claims.

use model::{Citation, Claim, Source, Target};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::Edit;
use crate::date;
use crate::error::StoreError;

const PUT_SOURCE: &str = "INSERT INTO source (id, handle, outlet, title, author, published_words, published_edtf,
    published_start_earliest_day, published_start_earliest_second, published_start_latest_day,
    published_start_latest_second, published_end_earliest_day, published_end_earliest_second, published_end_latest_day,
    published_end_latest_second, read_words, read_edtf, read_start_earliest_day, read_start_earliest_second,
    read_start_latest_day, read_start_latest_second, read_end_earliest_day, read_end_earliest_second,
    read_end_latest_day, read_end_latest_second, address, reliability)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
        ?24, ?25, ?26, ?27)
    ON CONFLICT (id) DO UPDATE SET handle = excluded.handle, outlet = excluded.outlet, title = excluded.title,
        author = excluded.author, published_words = excluded.published_words,
        published_edtf = excluded.published_edtf,
        published_start_earliest_day = excluded.published_start_earliest_day,
        published_start_earliest_second = excluded.published_start_earliest_second,
        published_start_latest_day = excluded.published_start_latest_day,
        published_start_latest_second = excluded.published_start_latest_second,
        published_end_earliest_day = excluded.published_end_earliest_day,
        published_end_earliest_second = excluded.published_end_earliest_second,
        published_end_latest_day = excluded.published_end_latest_day,
        published_end_latest_second = excluded.published_end_latest_second,
        read_words = excluded.read_words, read_edtf = excluded.read_edtf,
        read_start_earliest_day = excluded.read_start_earliest_day,
        read_start_earliest_second = excluded.read_start_earliest_second,
        read_start_latest_day = excluded.read_start_latest_day,
        read_start_latest_second = excluded.read_start_latest_second,
        read_end_earliest_day = excluded.read_end_earliest_day,
        read_end_earliest_second = excluded.read_end_earliest_second,
        read_end_latest_day = excluded.read_end_latest_day,
        read_end_latest_second = excluded.read_end_latest_second,
        address = excluded.address, reliability = excluded.reliability";

impl Edit<'_> {
    /// Writes a source.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_source(&mut self, it: &Source) -> Result<(), StoreError> {
        let text = |word: &str| Value::Text(word.to_owned());
        let mut all = vec![
            Value::Integer(it.id.0),
            text(&it.handle),
            text(&it.outlet),
            text(&it.title),
            text(&it.author),
        ];
        all.extend(date::values(it.published.as_ref()));
        all.extend(date::values(it.read.as_ref()));
        all.push(text(&it.address));
        all.push(Value::from(
            it.reliability.map(|letter| letter.word().to_owned()),
        ));
        self.run("source", it.id.0, PUT_SOURCE, params_from_iter(all))
    }

    /// Writes a claim; only one value of a field may be adopted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_claim(&mut self, it: &Claim) -> Result<(), StoreError> {
        self.run(
            "claim",
            it.id.0,
            "INSERT INTO claim (id, event, field, value, adopted) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET event = excluded.event, field = excluded.field,
                 value = excluded.value, adopted = excluded.adopted",
            (it.id.0, it.event.0, &it.field, &it.value, it.adopted),
        )
    }

    /// Writes a citation.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_citation(&mut self, it: &Citation) -> Result<(), StoreError> {
        let (event, claim, link) = match it.target {
            Target::Event(id) => (Some(id.0), None, None),
            Target::Claim(id) => (None, Some(id.0), None),
            Target::Link(id) => (None, None, Some(id.0)),
        };
        self.run("citation", it.id.0, "INSERT INTO citation (id, source, event, claim, link, quote, locator, credibility, stance)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET source = excluded.source, event = excluded.event,
                 claim = excluded.claim, link = excluded.link, quote = excluded.quote,
                 locator = excluded.locator, credibility = excluded.credibility, stance = excluded.stance",
            (
                it.id.0,
                it.source.0,
                event,
                claim,
                link,
                &it.quote,
                &it.locator,
                it.credibility.map(model::Credibility::word),
                it.stance.word(),
            ),
        )
    }
}
