//! Writing sources, citations and claims.

use model::{Citation, Claim, Source, Target};
use rusqlite::types::ValueRef::{self, Integer, Null};

use super::Edit;
use super::value::{text, text_if_any};
use crate::date;
use crate::error::StoreError;
use crate::table::{CITATION, CLAIM, SOURCE};

impl Edit<'_> {
    /// Writes a source.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_source(&mut self, it: &Source) -> Result<(), StoreError> {
        let published = date::values(it.published.as_ref());
        let read = date::values(it.read.as_ref());
        let mut all = vec![
            Integer(it.id.0),
            text(&it.handle),
            text(&it.outlet),
            text(&it.title),
            text(&it.author),
        ];
        all.extend(published.iter().chain(&read).map(ValueRef::from));
        all.push(text(&it.address));
        all.push(text_if_any(it.reliability.map(model::Reliability::word)));
        self.put(&SOURCE, &all)
    }

    /// Writes a claim; only one value of a field may be adopted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_claim(&mut self, it: &Claim) -> Result<(), StoreError> {
        let (id, event) = (Integer(it.id.0), Integer(it.event.0));
        let adopted = Integer(i64::from(it.adopted));
        self.put(
            &CLAIM,
            &[id, event, text(&it.field), text(&it.value), adopted],
        )
    }

    /// Writes a citation.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_citation(&mut self, it: &Citation) -> Result<(), StoreError> {
        let (event, claim, link) = match it.target {
            Target::Event(id) => (Integer(id.0), Null, Null),
            Target::Claim(id) => (Null, Integer(id.0), Null),
            Target::Link(id) => (Null, Null, Integer(id.0)),
        };
        let values = [
            Integer(it.id.0),
            Integer(it.source.0),
            event,
            claim,
            link,
            text(&it.quote),
            text(&it.locator),
            text_if_any(it.credibility.map(model::Credibility::word)),
            text(it.stance.word()),
        ];
        self.put(&CITATION, &values)
    }
}
