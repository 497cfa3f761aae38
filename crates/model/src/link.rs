//! Links: claims that one event leads to another.

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
    /// What a link type requires of the two dates.
    OrderRule, "order rule" {
        /// The cause's earliest start is not after the effect's latest end.
        CauseFirst = "cause-first",
        /// The same, and within days of each other.
        CauseFirstClose = "cause-first-close",
        /// The effect may come before the cause by days: people act on what they expect.
        EffectMayPrecede = "effect-may-precede",
        /// Nothing: such a link says nothing about dates.
        None = "none",
    }
}

words! {
    /// Whether, and how, a "what if not?" is passed on along a link.
    WhatIf, "what-if rule" {
        /// In full.
        Full = "full",
        /// Weakened.
        Weak = "weak",
        /// Only when the cause is taken away.
        WhenRemoved = "when-removed",
        /// With its sign reversed.
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
    /// How strongly the cause acts, as claimed.
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
    /// What the link is based on.
    Basis, "basis" {
        /// A source says so.
        Reported = "reported",
        /// The analyst concludes so.
        Judged = "judged",
        /// Assumed for now.
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
    /// What it requires of the dates.
    pub order: OrderRule,
    /// Whether a what-if is passed on along it.
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
    /// Days from cause to effect, if stated: exact, or approximate where it is a number of whole weeks ([`lag_range_days`]).
    pub lag_days: Option<i32>,
    /// What it is based on.
    pub basis: Basis,
    /// Evidence in the analyst's words; may be empty.
    pub note: String,
    /// Rival explanations of the same effect share this word; empty without rivals.
    pub rivals: String,
}

/// A lag in whole weeks is approximate: half a week more or less.
const WEEK_SLACK_DAYS: i32 = 3;

/// The range in days that a stated lag can mean. "After 3 days" is exact, "after 2 weeks" is 11 to 17 days.
#[must_use]
pub fn lag_range_days(lag_days: i32) -> (i32, i32) {
    let is_weeks = lag_days != 0 && lag_days % 7 == 0;
    let slack = if is_weeks { WEEK_SLACK_DAYS } else { 0 };
    (
        lag_days.saturating_sub(slack),
        lag_days.saturating_add(slack),
    )
}

/// A time from cause to effect in words: "3 days later", "about 2 weeks later (11 to 17 days)".
#[must_use]
pub fn lag_in_words(lag_days: i32) -> String {
    let counted = |count: i32, unit: &str| {
        let s = if count.abs() == 1 { "" } else { "s" };
        format!("{} {unit}{s}", count.abs())
    };
    let side = if lag_days < 0 { "earlier" } else { "later" };
    let (one, other) = lag_range_days(lag_days);
    let (shortest, longest) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
    match lag_days {
        0 => String::from("the same day"),
        _ if one == other => format!("{} {side}", counted(lag_days, "day")),
        _ => format!(
            "about {} {side} ({shortest} to {longest} days)",
            counted(lag_days / 7, "week")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{lag_in_words, lag_range_days};

    #[test]
    fn weeks_are_about_so_long_and_days_are_days() {
        for (lag, range, words) in [
            (0, (0, 0), "the same day"),
            (1, (1, 1), "1 day later"),
            (3, (3, 3), "3 days later"),
            (7, (4, 10), "about 1 week later (4 to 10 days)"),
            (14, (11, 17), "about 2 weeks later (11 to 17 days)"),
            (90, (90, 90), "90 days later"),
            (-14, (-17, -11), "about 2 weeks earlier (11 to 17 days)"),
            (-1, (-1, -1), "1 day earlier"),
        ] {
            assert_eq!(
                (lag_range_days(lag), lag_in_words(lag).as_str()),
                (range, words)
            );
        }
    }
}
