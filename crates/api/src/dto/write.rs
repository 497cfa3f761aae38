//! Arguments of the verbs that write, and what each of them answers.

use model::{Board, ClaimId, Credibility, EventId, LinkId, Stance};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::ts;
use crate::words::LanesBy;

/// Reply of every verb that writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Done {
    /// Number of its step in the history; null when nothing changed.
    pub step: Option<i64>,
    /// Number of the state that the workspace is in now; pictures of it carry the same number or a greater one.
    pub state: u32,
    /// What was done, in plain words ("Re-date “Geneva talks”").
    pub name: String,
    /// Ids of the events that changed, came or went.
    #[ts(as = "Vec<ts::EventId>")]
    pub events: Vec<EventId>,
    /// Ids of the links that changed, came or went.
    #[ts(as = "Vec<ts::LinkId>")]
    pub links: Vec<LinkId>,
    /// What is new, the thing asked for first.
    pub added: Vec<Added>,
    /// Name of the step that undo takes back now.
    pub undo: Option<String>,
    /// Name of the step that redo brings back now.
    pub redo: Option<String>,
}

/// Something that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Added {
    /// event, link, source, citation, claim, theme, category, actor, place or dataset.
    pub kind: String,
    /// Identity.
    pub id: String,
    /// Handle where it has one, else its name.
    pub name: String,
}

/// What to do with a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The value takes the place of what is there.
    #[default]
    Set,
    /// The values are added to a list (themes, actors, places, tags, figures).
    Add,
    /// The values are taken out of a list.
    Remove,
}

/// A field and its new value.
///
/// Values are texts, numbers, null (clears) or lists. A date is its words, or `{words, edtf}` when a reading was chosen.
/// Items of a list (themes, actors, places, category, dataset, source) are given by id, handle or name; several as a
/// list or separated by commas. Actors may be `{actor, role}`, figures are `{name, value, unit}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetField {
    /// Name of the field, a word of the vocabulary ("date", "severity").
    pub field: String,
    /// Set, add or remove; set if absent.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub way: Way,
    /// The new value.
    #[ts(type = "unknown")]
    pub value: Value,
}

/// Arguments of `add`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddArgs {
    /// The line of quick add.
    pub line: String,
    /// Names that are not known become new themes, actors and places.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub make_new: bool,
    /// Source that is cited for it, unless the line names one.
    #[serde(default)]
    #[ts(optional)]
    pub source: Option<String>,
    /// Fields of a new source that is made and cited in the same step, in place of a name in the line that goes for none.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub new_source: Vec<SetField>,
}

/// Arguments of `add_event`, `add_source`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MakeArgs {
    /// Its fields.
    pub set: Vec<SetField>,
    /// Names that are not known become new themes, actors and places.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub make_new: bool,
}

/// Arguments of `in_lane`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct InLaneArgs {
    /// What the lanes of the timeline stand for.
    pub lanes: LanesBy,
    /// The lane, as its header says it; empty for that of everything else ("No theme").
    pub lane: String,
}

/// Reply of `in_lane`: what puts a new event into a lane.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct InLane {
    /// In words ("In the theme Tariffs"); empty where there is one lane for all.
    pub words: String,
    /// The fields to set.
    pub set: Vec<SetField>,
}

/// Arguments of `edit`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditArgs {
    /// Ids of the events.
    #[ts(as = "Vec<ts::EventId>")]
    pub events: Vec<EventId>,
    /// Fields, the same for all of them.
    pub set: Vec<SetField>,
    /// Names that are not known become new themes, actors and places.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub make_new: bool,
}

/// Arguments of `edit_link`, `edit_source`, `edit_citation`, `edit_claim`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EditOneArgs {
    /// Which one.
    pub id: String,
    /// Its fields.
    pub set: Vec<SetField>,
}

/// Arguments of verbs that take ids and nothing else (`delete`, `duplicate`, `delete_links` …).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct IdsArgs {
    /// Which ones.
    pub ids: Vec<String>,
}

/// Which end of an event is dragged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DateEnd {
    /// The whole event.
    Both,
    /// Its start.
    Start,
    /// Its end; an event of one day becomes a period.
    End,
}

/// Arguments of `redate`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RedateArgs {
    /// Ids of the events.
    #[ts(as = "Vec<ts::EventId>")]
    pub ids: Vec<EventId>,
    /// Days later (or earlier, when negative). A date that is known to the month moves by whole months, and so on.
    pub by_days: i32,
    /// Which end.
    pub end: DateEnd,
}

/// A node of a chart and the slot that it is put into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HeldNode {
    /// Id of the event, theme or actor that it stands for.
    pub id: String,
    /// Its row, from 0, counted in the direction in which the chart reads; 2.5 is a new one between the third and the fourth.
    pub row: f64,
    /// Id of the node right before it in its row; absent: it is the first there. Of no account on the causal chart, where
    /// the date decides.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Arguments of `hold`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HoldArgs {
    /// causes, layers (the cause map), layers-down (top down), themes or actors.
    #[ts(as = "ts::Board")]
    pub on: Board,
    /// Which nodes, and where each is put.
    pub nodes: Vec<HeldNode>,
}

/// Arguments of `pins`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PinsArgs {
    /// causes, layers (the cause map), layers-down (top down), themes or actors.
    #[ts(as = "ts::Board")]
    pub on: Board,
}

/// Arguments of `remember`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RememberArgs {
    /// layers, layers-down, themes or actors.
    #[ts(as = "ts::Board")]
    pub on: Board,
    /// For each connected part of the chart its rows, of each row the ids of its nodes in order; none: what was kept is
    /// dropped.
    #[ts(type = "string[][][]")]
    pub parts: Vec<Vec<Vec<String>>>,
}

/// What `remember` did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Remembered {
    /// False if the same was kept already.
    pub written: bool,
}

/// Arguments of `let_go`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetGoArgs {
    /// causes, layers (the cause map), layers-down (top down), themes or actors.
    #[ts(as = "ts::Board")]
    pub on: Board,
    /// Ids of what the nodes stand for; none: all of the chart.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub ids: Vec<String>,
}

/// Arguments of `merge_events` and `merge_items`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MergeArgs {
    /// For `merge_items`: themes, categories, actors, places or sources.
    #[serde(default)]
    #[ts(optional)]
    pub list: Option<String>,
    /// Id of the one that stays.
    pub keep: String,
    /// Ids of those that become part of it.
    pub others: Vec<String>,
}

/// Arguments of `link`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddLinkArgs {
    /// Id of the cause.
    #[ts(as = "ts::EventId")]
    pub cause: EventId,
    /// Id of the effect.
    #[ts(as = "ts::EventId")]
    pub effect: EventId,
    /// The link in one line ("triggers high because AP says so"); fields in `set` come after it.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub line: String,
    /// Fields: type, wording, strength, confidence, `lag_days`, basis, note, rivals.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub set: Vec<SetField>,
}

/// Arguments of `cite`. Exactly one of `event`, `claim` and `link` is given.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct CiteArgs {
    /// Id or handle of the source; absent for a new one.
    #[ts(as = "Option<_>", optional)]
    pub source: String,
    /// Fields of the source that are set in the same step: of a new one if no source is named.
    #[ts(as = "Option<_>", optional)]
    pub source_set: Vec<SetField>,
    /// Id of the event.
    #[ts(as = "Option<ts::EventId>", optional)]
    pub event: Option<EventId>,
    /// Id of the claim.
    #[ts(as = "Option<ts::ClaimId>", optional)]
    pub claim: Option<ClaimId>,
    /// Id of the link.
    #[ts(as = "Option<ts::LinkId>", optional)]
    pub link: Option<LinkId>,
    /// With `event`: the field that the source speaks of; makes a claim of it.
    #[ts(optional)]
    pub field: Option<String>,
    /// With `field`: the value that the source gives; what the event holds now if absent.
    #[ts(optional)]
    pub value: Option<String>,
    /// Quote or paraphrase.
    #[ts(as = "Option<_>", optional)]
    pub quote: String,
    /// Place in the text.
    #[ts(as = "Option<_>", optional)]
    pub locator: String,
    /// Admiralty digit, "1" to "6"; absent is "not judged".
    #[ts(as = "Option<ts::Credibility>", optional)]
    pub credibility: Option<Credibility>,
    /// "for" or "against"; for if absent.
    #[ts(as = "Option<ts::Stance>", optional)]
    pub stance: Option<Stance>,
}

/// Arguments of `claim`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ClaimArgs {
    /// Id of the event.
    #[ts(as = "ts::EventId")]
    pub event: EventId,
    /// Which field.
    pub field: String,
    /// The value that is claimed.
    pub value: String,
    /// True to adopt it.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub adopt: bool,
}

/// Arguments of `add_item`, `edit_item` and `delete_item`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemArgs {
    /// themes, categories, actors, places or datasets.
    pub list: String,
    /// Which one; absent for `add_item`.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// Fields: name, handle, parent, hue, country, cameo, plover, `latitude_deg`, `longitude_deg`, on.
    #[serde(default)]
    #[ts(as = "Option<_>", optional)]
    pub set: Vec<SetField>,
}

/// Arguments of `restore` and `step`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StepArgs {
    /// Number of the step; 0 is the empty beginning.
    pub step: i64,
}

/// Reply of `refresh`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Refreshed {
    /// True when another program had changed the file; what is shown should be asked for again.
    pub changed: bool,
    /// Number of the state that the workspace is in now; pictures of it carry the same number or a greater one.
    pub state: u32,
    /// Name of the step that undo takes back now.
    pub undo: Option<String>,
    /// Name of the step that redo brings back now.
    pub redo: Option<String>,
}
