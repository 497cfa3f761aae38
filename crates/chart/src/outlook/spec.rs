//! Request for a chart of prospects.

use model::{Event, EventId};

use crate::spec::Look;

/// One entry that may happen.
#[derive(Debug, Clone)]
pub struct Prospect<'a> {
    /// Which.
    pub event: &'a Event,
    /// Index of its likelihood word on the scale; `None` if none is stated.
    pub likelihood: Option<usize>,
    /// Likelihood and severity at the earlier day, if they were different.
    pub before: Option<(Option<usize>, u8)>,
}

/// Request for a chart of prospects.
#[derive(Debug, Clone)]
pub struct OutlookSpec<'a> {
    /// Size and appearance.
    pub look: Look,
    /// Words of the scale with their ranges, from the least to the most likely: ("unlikely", "20–45 %").
    pub words: &'a [(String, String)],
    /// What may happen.
    pub prospects: &'a [Prospect<'a>],
    /// The selected event.
    pub selected: Option<EventId>,
}

/// The column of a likelihood; the first is for none.
pub(super) fn column_of(likelihood: Option<usize>) -> usize {
    likelihood.map_or(0, |it| it + 1)
}
