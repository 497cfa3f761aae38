//! Links: one thing leading to another, as somebody claims.

use crate::grade::Confidence;
use crate::id::{EventId, LinkId};
use crate::word::words;

words! {
    /// The direction of an effect.
    Sign, "sign" {
        /// The cause raises the effect.
        Plus = "+",
        /// The cause lowers or prevents the effect.
        Minus = "-",
        /// No direction: evidence, reference, association.
        Zero = "0",
    }
}

words! {
    /// What a link type demands of the two dates.
    OrderRule, "order rule" {
        /// The cause's earliest start is not after the effect's latest end.
        CauseFirst = "cause-first",
        /// The same, and within days of each other.
        CauseFirstClose = "cause-first-close",
        /// The effect may come before the cause by days: people act on what they expect.
        EffectMayPrecede = "effect-may-precede",
        /// Nothing: the dates say nothing about such a link.
        None = "none",
    }
}

words! {
    /// Whether a "what if not?" travels along a link, and how.
    WhatIf, "what-if rule" {
        /// In full.
        Full = "full",
        /// Weakened.
        Weak = "weak",
        /// Only when the cause is taken away.
        WhenRemoved = "when-removed",
        /// With its sign turned round.
        Reversed = "reversed",
        /// Times the likelihood of the effect.
        TimesLikelihood = "times-likelihood",
        /// Only along the adopted one of several rival explanations.
        AdoptedOnly = "adopted-only",
        /// Not at all.
        No = "no",
    }
}

words! {
    /// How strongly the cause is said to act.
    Strength, "strength" {
        /// One of many reasons.
        Weak = "weak",
        /// A reason among few.
        Medium = "medium",
        /// The reason.
        Strong = "strong",
    }
}

words! {
    /// On what the link rests.
    Basis, "basis" {
        /// A source says so.
        Reported = "reported",
        /// The analyst concludes so.
        Judged = "judged",
        /// Taken for granted for now.
        Assumed = "assumed",
    }
}

/// A type of link, a row of the table in `data/link-types.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkType {
    /// Its word, as stored and typed: `leads_to`.
    pub handle: String,
    /// In words, read from cause to effect ("leads to").
    pub label: String,
    /// Direction of effect.
    pub sign: Sign,
    /// What it demands of the dates.
    pub order: OrderRule,
    /// Whether a what-if travels along it.
    pub what_if: WhatIf,
    /// What it means, one sentence.
    pub meaning: String,
}

/// One claim that a cause leads to an effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Identity. Two links between the same two events are two claims, never merged.
    pub id: LinkId,
    /// Where it comes from.
    pub cause: EventId,
    /// Where it leads to.
    pub effect: EventId,
    /// Handle of its `LinkType`.
    pub link_type: String,
    /// The analyst's own wording, read from cause to effect ("officially explains"); may be empty.
    pub wording: String,
    /// How strongly the cause acts, if judged.
    pub strength: Option<Strength>,
    /// Confidence in the claim.
    pub confidence: Confidence,
    /// Days from cause to effect, if stated.
    pub lag_days: Option<i32>,
    /// On what it rests.
    pub basis: Basis,
    /// Evidence in the analyst's words; may be empty.
    pub note: String,
    /// Rival explanations of one effect carry the same word; empty when there are no rivals.
    pub rivals: String,
}
