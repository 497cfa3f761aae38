//! Quick-add lines, completion, and look-alikes.

use model::{Basis, Confidence, EventId, Kind, Sign, Status, Strength, Tone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::date::{DateDetail, DateQuestion};
use super::event::{EventRef, LikelihoodLine};
use crate::ts;

/// Arguments of `understand` and `understand_link`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LineArgs {
    /// The line, as far as it is typed.
    pub line: String,
}

/// Reply of `understand`: what a line of quick add would save.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Understanding {
    /// Every part of the line, in order, without overlaps.
    pub parts: Vec<LinePart>,
    /// What is left when everything else is taken out.
    pub title: String,
    /// When; null while none is understood.
    pub date: Option<DateDetail>,
    /// What to ask when the date may mean several.
    pub ask: Option<DateQuestion>,
    /// Kind word.
    #[ts(as = "ts::Kind")]
    pub kind: Kind,
    /// Status word.
    #[ts(as = "ts::Status")]
    pub status: Status,
    /// 1 to 5; null when not said.
    pub severity: Option<u8>,
    /// Tone word, if said.
    #[ts(as = "Option<ts::Tone>")]
    pub tone: Option<Tone>,
    /// Likelihood, if a word of the scale is said.
    pub likelihood: Option<LikelihoodLine>,
    /// Confidence word, if said.
    #[ts(as = "Option<ts::Confidence>")]
    pub confidence: Option<Confidence>,
    /// Admiralty grade, as far as said ("B2", "B", "2"); may be empty.
    pub grade: String,
    /// The source that will be cited, if any.
    pub source: Option<NameRead>,
    /// Themes.
    pub themes: Vec<NameRead>,
    /// Actors.
    pub actors: Vec<NameRead>,
    /// Places.
    pub places: Vec<NameRead>,
    /// Category, if named.
    pub category: Option<NameRead>,
    /// Free words.
    pub tags: Vec<String>,
    /// What led to it (`<- event`).
    pub causes: Vec<EventRead>,
    /// What it leads to (`-> event`).
    pub effects: Vec<EventRead>,
    /// What cannot be saved as it stands.
    pub problems: Vec<LineProblem>,
    /// Entries that may be about the same thing, the likeliest first.
    pub alike: Vec<LookAlike>,
    /// True when it can be saved.
    pub ready: bool,
}

/// A part of the line and what it means. Positions count UTF-16 units, as the window does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinePart {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// date, title, theme, actor, place, category, tag, severity, status, kind, tone, likelihood, confidence, grade,
    /// source, cause or effect.
    pub kind: String,
    /// What it means ("1 to 15 May 2025", "US–China trade", "new theme"); may be empty.
    pub means: String,
}

/// A name in the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameRead {
    /// Identity; null when it is not known.
    pub id: Option<String>,
    /// Name for reading, or the words as typed.
    pub name: String,
    /// Known names like it, when it is not known.
    pub near: Vec<String>,
}

/// An event in the line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventRead {
    /// As typed.
    pub words: String,
    /// The one that is meant; null when none or several are.
    pub event: Option<EventRef>,
    /// What may be meant.
    pub candidates: Vec<EventRef>,
}

/// Something in the line that cannot be saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineProblem {
    /// Where it begins, in UTF-16 units.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// Two entries that may be about the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LookAlike {
    /// The entry that is there; for `look_alikes` of a workspace the older one.
    pub event: EventRef,
    /// The other entry; null for a line that is not saved yet.
    pub other: Option<EventRef>,
    /// 0 (nothing alike) to 1 (the same).
    pub likeness: f64,
    /// Why, in words ("same day", "US, Iraq in both", "7 words in common").
    pub reasons: Vec<String>,
}

/// Arguments of `look_alikes`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct LookAlikesArgs {
    /// Only those of this event; all pairs of the workspace if absent.
    #[ts(as = "Option<ts::EventId>", optional)]
    pub event: Option<EventId>,
}

/// Arguments of `complete`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CompleteArgs {
    /// theme, actor, place, category, event, source, dataset, `link_type`, tag or status.
    pub kind: String,
    /// What is typed so far; may be empty.
    pub words: String,
    /// At most this many, 1 to 50; 8 if absent.
    #[serde(default)]
    #[ts(optional)]
    pub limit: Option<u32>,
}

/// A completion of what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Suggestion {
    /// As asked for.
    pub kind: String,
    /// Identity; the word itself where there is none.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Handle; may be empty.
    pub handle: String,
    /// What distinguishes it from others with a similar name ("US › State Department", a date); may be empty.
    pub note: String,
    /// What to put into the line, in quotes where it needs them.
    pub insert: String,
}

/// Reply of `understand_link`: what one line about a link means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkReading {
    /// Handle of the type.
    pub link_type: String,
    /// The type in words.
    pub label: String,
    /// "+", "-" or "0".
    #[ts(as = "ts::Sign")]
    pub sign: Sign,
    /// Strength word, if said.
    #[ts(as = "Option<ts::Strength>")]
    pub strength: Option<Strength>,
    /// Confidence word.
    #[ts(as = "ts::Confidence")]
    pub confidence: Confidence,
    /// Basis word.
    #[ts(as = "ts::Basis")]
    pub basis: Basis,
    /// Days from cause to effect, if said.
    pub lag_days: Option<i32>,
    /// The same in words ("about 2 weeks later (11 to 17 days)"); empty if not said.
    pub lag_words: String,
    /// What follows "because"; may be empty.
    pub note: String,
    /// What cannot be saved as it stands.
    pub problems: Vec<LineProblem>,
}
