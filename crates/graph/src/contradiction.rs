//! Links and dates that contradict one another.

use model::{EventId, LinkId};

/// Which end of a date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Not before: the date's first day.
    NotBefore,
    /// Not after: the date's last day.
    NotAfter,
}

/// Links and dates that cannot all be right. Removing or correcting any one of them resolves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The links, in the order of the chain; the one that was added last closes it.
    pub links: Vec<LinkId>,
    /// The dates, with the end that is in the way.
    pub dates: Vec<(EventId, Side)>,
    /// By how many seconds the dates would have to move for all to fit.
    pub lacking_seconds: i64,
    /// How cause and effect stand to each other.
    pub gap: Gap,
}

/// How cause and effect stand to each other where they contradict a link. In a chain they are its first and its last event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The effect is over before the cause begins.
    EffectFirst {
        /// Seconds from the end of the effect to the beginning of the cause.
        by_seconds: i64,
        /// How much of that the links allow.
        allowed_seconds: i64,
    },
    /// The effect begins too long after the cause has ended.
    TooLate {
        /// Seconds from the end of the cause to the beginning of the effect.
        by_seconds: i64,
        /// How much of that the link allows.
        allowed_seconds: i64,
    },
    /// The effect begins too soon after the cause.
    TooSoon {
        /// Most seconds from the beginning of the cause to that of the effect; below 0 when the effect comes first.
        by_seconds: i64,
        /// How many the link requires at least.
        needed_seconds: i64,
    },
    /// Lags and dates of several links add up to an impossible sum.
    Sum,
}
