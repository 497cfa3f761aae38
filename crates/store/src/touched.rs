//! What a change touched, so that views and snapshots update only that.

use std::collections::BTreeSet;

use model::{CitationId, ClaimId, EventId, LinkId, SeriesId};

/// What a change, an undo or a redo wrote, deleted or restored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Events, those removed included.
    pub events: BTreeSet<EventId>,
    /// Links, those removed included.
    pub links: BTreeSet<LinkId>,
    /// Citations, those removed included.
    pub citations: BTreeSet<CitationId>,
    /// Claims, those removed included.
    pub claims: BTreeSet<ClaimId>,
    /// Series, those removed included.
    pub series: BTreeSet<SeriesId>,
    /// True when nodes were pinned or unpinned.
    pub pins: bool,
    /// True when anything else was: themes, categories, actors, places, sources, datasets, link types, scales, the
    /// weights of the risk index, how pictures are dressed, the name or the as-of day.
    pub lists: bool,
}

impl Touched {
    /// True when nothing was touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Adds a row of `table` by its id; parts of events are added as their event.
    pub(crate) fn note(&mut self, table: &str, id: i64) {
        match table {
            "event" => self.events.insert(EventId(id)),
            "link" => self.links.insert(LinkId(id)),
            "citation" => self.citations.insert(CitationId(id)),
            "series" => self.series.insert(SeriesId(id)),
            "claim" => self.claims.insert(ClaimId(id)),
            child if child.starts_with("event_") => self.events.insert(EventId(id)),
            "pin" | "pin_slot" => {
                self.pins = true;
                true
            }
            _ => {
                self.lists = true;
                true
            }
        };
    }
}
