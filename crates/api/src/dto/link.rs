//! One link with everything said about it, as inspector and hover show it.

use model::LinkId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use super::event::{EventRef, LinkLine, SourceLine};
use crate::ts;
use crate::words::DatesVerdict;

/// Arguments of `link_detail`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LinkDetailArgs {
    /// Which link.
    #[ts(as = "ts::LinkId")]
    pub id: LinkId,
    /// Among which entries other causes and chains are looked for; the link itself is found in any case.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of `link_detail`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LinkDetail {
    /// The cause.
    pub cause: EventRef,
    /// The link as listed under its cause: its event is the effect.
    pub link: LinkLine,
    /// The claim in a sentence: "“Talks open” leads to “Curbs are eased”."
    pub claim: String,
    /// How sure it is and on what basis: "Raises it; moderate confidence, reported, about 2 weeks later (11 to 17 days)."
    pub standing: String,
    /// Whether the dates of its ends agree with it.
    pub dates: DatesVerdict,
    /// The same in a sentence.
    pub dates_told: String,
    /// The best quote for it, else against it: of the citation with the best grade; null if nothing is quoted.
    pub quote: Option<SourceLine>,
    /// Other claims from the same cause to the same effect.
    pub beside: Vec<LinkLine>,
    /// Rival explanations: other links to its effect that carry the same word. Their event is the cause.
    pub rivals: Vec<LinkLine>,
    /// All other links to its effect. Their event is the cause.
    pub other_causes: Vec<LinkLine>,
    /// How many events lead to its cause over any number of steps.
    pub before: u32,
    /// How many events follow from its effect over any number of steps.
    pub after: u32,
}
