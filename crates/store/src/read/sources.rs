//! Reading sources, citations and claims.

use model::{Citation, CitationId, Claim, ClaimId, EventId, LinkId, Source, SourceId, Target};
use rusqlite::{Connection, Result};

use super::{Columns, all, one, word, word_if_any};
use crate::date;
use crate::table::{CITATION, CLAIM, SOURCE};

pub(super) fn sources(db: &Connection) -> Result<Vec<Source>> {
    all(db, &SOURCE, "ORDER BY id", |row| {
        let published = 5;
        let read = published + date::COLUMNS;
        Ok(Source {
            id: SourceId(row.get(0)?),
            handle: row.get(1)?,
            outlet: row.get(2)?,
            title: row.get(3)?,
            author: row.get(4)?,
            published: date::from_row(row, published)?,
            read: date::from_row(row, read)?,
            address: row.get(read + date::COLUMNS)?,
            reliability: word_if_any(row, read + date::COLUMNS + 1)?,
        })
    })
}

pub(super) fn claims(db: &Connection) -> Result<Vec<Claim>> {
    all(db, &CLAIM, "ORDER BY id", |row| claim(row))
}

pub(super) fn claim_of(db: &Connection, id: ClaimId) -> Result<Option<Claim>> {
    one(db, &CLAIM, id.0, |row| claim(row))
}

fn claim(row: &impl Columns) -> Result<Claim> {
    Ok(Claim {
        id: ClaimId(row.get(0)?),
        event: EventId(row.get(1)?),
        field: row.get(2)?,
        value: row.get(3)?,
        adopted: row.get(4)?,
    })
}

pub(super) fn citations(db: &Connection) -> Result<Vec<Citation>> {
    all(db, &CITATION, "ORDER BY id", |row| citation(row))
}

pub(super) fn citation_of(db: &Connection, id: CitationId) -> Result<Option<Citation>> {
    one(db, &CITATION, id.0, |row| citation(row))
}

fn citation(row: &impl Columns) -> Result<Citation> {
    Ok(Citation {
        id: CitationId(row.get(0)?),
        source: SourceId(row.get(1)?),
        target: target(row)?,
        quote: row.get(5)?,
        locator: row.get(6)?,
        credibility: word_if_any(row, 7)?,
        stance: word(row, 8)?,
    })
}

/// The table admits exactly one of the three.
fn target(row: &impl Columns) -> Result<Target> {
    if let Some(event) = row.get(2)? {
        return Ok(Target::Event(EventId(event)));
    }
    if let Some(claim) = row.get(3)? {
        return Ok(Target::Claim(ClaimId(claim)));
    }
    Ok(Target::Link(LinkId(row.get(4)?)))
}
