//! What the links answer: why, what follows, how it came from here to there, key drivers, loops, contradictions.

use model::{EventId, Sign};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::args::Filter;
use super::event::{EventRef, LinkLine};
use super::list::LinkRow;
use crate::ts;

/// Arguments of `why` and `follows`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TreeArgs {
    /// Which event.
    #[ts(as = "ts::EventId")]
    pub id: EventId,
    /// Over how many steps, 1 to 9; 3 if absent.
    #[serde(default)]
    #[ts(optional)]
    pub steps: Option<u8>,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of `why` and `follows`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct TreeReply {
    /// What was asked about.
    pub event: EventRef,
    /// The first steps, what carries most first.
    pub branches: Vec<BranchLine>,
    /// How many different events there are in it.
    pub events: u32,
    /// How many first steps are left out.
    pub left_out: u32,
    /// The answer in a sentence.
    pub told: String,
}

/// A step of a tree, and what is behind it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct BranchLine {
    /// The cause, or the effect.
    pub event: EventRef,
    /// The claims that say so, the strongest first, each with what is cited for it.
    pub claims: Vec<LinkLine>,
    /// "3 claims, 2 sources, 1 against"; empty for a single claim that nothing is cited against.
    pub bundle: String,
    /// "+" or "-": whether all steps from here to the root together raise or lower it.
    pub through: String,
    /// firm, fair, weak or thin: what all steps from here to the root together carry.
    pub carried: String,
    /// "fits" or "order not known".
    pub order: String,
    /// True when it is opened up elsewhere in the tree.
    pub is_again: bool,
    /// What is behind it, what carries most first.
    pub branches: Vec<BranchLine>,
    /// How many steps behind it are left out.
    pub left_out: u32,
}

/// Arguments of `path`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PathArgs {
    /// Id of the event it begins at.
    #[ts(as = "ts::EventId")]
    pub from: EventId,
    /// Id of the event it leads to.
    #[ts(as = "ts::EventId")]
    pub to: EventId,
    /// At most so many chains, 1 to 20; 3 if absent.
    #[serde(default)]
    #[ts(optional)]
    pub most: Option<u8>,
    /// Which entries.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub filter: Filter,
}

/// Reply of `path`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PathReply {
    /// Where it begins.
    pub from: EventRef,
    /// Where it leads to.
    pub to: EventRef,
    /// The strongest chains, the strongest first.
    pub chains: Vec<ChainLine>,
    /// Claims that, if all of them are wrong, break every chain; as few as there can be.
    pub breaks: Vec<LinkRow>,
    /// The answer in a sentence.
    pub told: String,
}

/// A chain of causes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ChainLine {
    /// Its events, from the first cause to the last effect.
    pub events: Vec<EventRef>,
    /// For each step the claims that say so, the strongest first; the event of each is the step's effect.
    pub steps: Vec<Vec<LinkLine>>,
    /// firm, fair, weak or thin.
    pub carried: String,
    /// "+" or "-": whether it raises or lowers what it leads to.
    #[ts(as = "ts::Sign")]
    pub sign: Sign,
    /// Place of the weakest step.
    pub weakest: u32,
    /// Places of the steps for which no source speaks.
    pub unsourced: Vec<u32>,
    /// Whether one source reports all of it, or it is combined from several.
    pub told: String,
}

/// Reply of `drivers`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RolesReply {
    /// Key drivers.
    pub drivers: Vec<RoleLine>,
    /// Outcomes.
    pub outcomes: Vec<RoleLine>,
    /// Bridges: events on the shortest chains between many others.
    pub bridges: Vec<RoleLine>,
    /// Bottlenecks: events that every chain to others passes.
    pub single_points: Vec<RoleLine>,
    /// True when there were too many events to measure all of them.
    pub is_sampled: bool,
}

/// An event with its part in the whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct RoleLine {
    /// Which event.
    pub event: EventRef,
    /// Its score.
    pub count: u32,
    /// Why, in a sentence.
    pub because: String,
}

/// Reply of `loops`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LoopsReply {
    /// Loops among events, the shortest first.
    pub events: Vec<LoopLine>,
    /// Loops among themes, the shortest first.
    pub themes: Vec<LoopLine>,
}

/// A feedback loop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LoopLine {
    /// Short names of what it runs through, each leading to the next and the last to the first.
    pub names: Vec<String>,
    /// Titles of the same.
    pub titles: Vec<String>,
    /// Ids of the same: of events, or of themes.
    pub ids: Vec<String>,
    /// For each step its claims.
    pub steps: Vec<Vec<LinkRow>>,
    /// reinforcing or balancing.
    pub kind: String,
    /// True when it runs through moments only, which is probably an error in a date.
    pub is_of_moments: bool,
    /// What it means, in a sentence.
    pub told: String,
}

/// Reply of `check`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FitReply {
    /// What cannot all be right, the simplest first.
    pub contradictions: Vec<ContradictionLine>,
    /// Links whose order the dates leave open.
    pub unknown: Vec<LinkRow>,
    /// How many links are in order whatever their dates mean exactly.
    pub fine: u32,
    /// What follows for events whose date is loose or missing.
    pub follows: Vec<FollowsLine>,
    /// The answer in a sentence.
    pub told: String,
}

/// Links and dates that cannot all be right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ContradictionLine {
    /// What is wrong, in a sentence.
    pub told: String,
    /// The links, in the order of the chain.
    pub links: Vec<LinkRow>,
    /// The dates that contribute to it.
    pub dates: Vec<DateLine>,
    /// Ids of all events that it touches.
    #[ts(as = "Vec<ts::EventId>")]
    pub events: Vec<EventId>,
    /// What would resolve it.
    pub fixes: Vec<FixLine>,
}

/// A date that contributes to a contradiction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct DateLine {
    /// Whose.
    pub event: EventRef,
    /// "not before" or "not after".
    pub side: String,
}

/// What kind of fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FixKind {
    /// A date is given more room: `edit` the event's date.
    Widen,
    /// The link's type changes: `edit_link`.
    Retype,
    /// The link goes: `delete_links`.
    Drop,
}

/// Something that would resolve a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FixLine {
    /// What kind.
    pub kind: FixKind,
    /// Id of the event or the link.
    pub id: String,
    /// The date in words, or the handle of the type; empty for what goes.
    pub value: String,
    /// EDTF of that date; empty otherwise.
    pub edtf: String,
    /// What it does, in words.
    pub told: String,
}

/// What follows for an event from its links.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FollowsLine {
    /// Which event.
    pub event: EventRef,
    /// "must be between 5 and 12 May 2025".
    pub told: String,
    /// Ids of the links from which it follows.
    pub because: Vec<String>,
}
