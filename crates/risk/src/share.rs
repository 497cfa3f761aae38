//! The breakdown of a point of the index.

use model::EventId;
use model::date::Day;

use crate::entry::{Entry, IndexPart};

/// The contribution of one event to a point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Which.
    pub event: EventId,
    /// To which part.
    pub part: IndexPart,
    /// How much, in the unit of the index; the amounts of a part add up to it.
    pub amount: f64,
}

/// The contribution of every event to the index on `day`, the largest first, without those that add nothing.
#[must_use]
pub fn shares(entries: &[Entry], day: Day) -> Vec<Share> {
    let counted = entries.iter().filter(|it| it.part != IndexPart::Neither);
    let mut shares: Vec<Share> = counted
        .map(|it| Share {
            event: it.event,
            part: it.part,
            amount: it.weight * it.spell.level(day, it.half_life_days),
        })
        .filter(|it| it.amount > 1e-9)
        .collect();
    shares.sort_by(|one, other| {
        other
            .amount
            .total_cmp(&one.amount)
            .then(one.event.cmp(&other.event))
    });
    shares
}
