//! Rows of the lists, with the names that scripts rely on (`faultline list … --json`).

use model::{
    ActorId, Basis, CitationId, Confidence, EventId, Kind, LinkId, Reliability, Sign, SourceId,
    Stance, Status, Strength, ThemeId, Tone,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::date::DateDetail;
use super::event::FigureLine;
use crate::ts;

/// A row of `events`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventRow {
    /// Identity.
    #[ts(as = "ts::EventId")]
    pub id: EventId,
    /// Handle ("E21").
    pub handle: String,
    /// Event, condition, assessment or scenario.
    #[ts(as = "ts::Kind")]
    pub kind: Kind,
    /// Status word.
    #[ts(as = "ts::Status")]
    pub status: Status,
    /// One line.
    pub title: String,
    /// Markdown; may be empty.
    pub summary: String,
    /// When; null for what has no date.
    pub date: Option<DateDetail>,
    /// Handle of the category.
    pub category: Option<String>,
    /// 1 to 5.
    pub severity: u8,
    /// Tone word.
    #[ts(as = "ts::Tone")]
    pub tone: Tone,
    /// Likelihood word, if stated or judged.
    pub likelihood: Option<String>,
    /// Confidence word, if judged.
    #[ts(as = "Option<ts::Confidence>")]
    pub confidence: Option<Confidence>,
    /// Handles of themes, the leading one first.
    pub themes: Vec<String>,
    /// Who takes part, the leading one first.
    pub actors: Vec<ParticipantRow>,
    /// Names of places.
    pub places: Vec<String>,
    /// Numbers stated with it.
    pub figures: Vec<FigureLine>,
    /// Free words.
    pub tags: Vec<String>,
    /// What is cited for it.
    pub citations: Vec<CitationRow>,
    /// Name of its dataset; null for the chronology itself.
    pub dataset: Option<String>,
}

/// An actor with its role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ParticipantRow {
    /// Handle of the actor.
    pub actor: String,
    /// Display name.
    pub name: String,
    /// Role; may be empty.
    pub role: String,
}

/// A citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CitationRow {
    /// Identity.
    #[ts(as = "ts::CitationId")]
    pub id: CitationId,
    /// Handle of the source.
    pub source: String,
    /// Quote or paraphrase; may be empty.
    pub quote: String,
    /// Place in the text; may be empty.
    pub locator: String,
    /// Admiralty grade, as far as judged.
    pub grade: String,
    /// "for" or "against".
    #[ts(as = "ts::Stance")]
    pub stance: Stance,
}

/// A row of `links`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LinkRow {
    /// Identity.
    #[ts(as = "ts::LinkId")]
    pub id: LinkId,
    /// Id of the cause.
    #[ts(as = "ts::EventId")]
    pub cause: EventId,
    /// Handle of the cause.
    pub cause_handle: String,
    /// Title of the cause.
    pub cause_title: String,
    /// Id of the effect.
    #[ts(as = "ts::EventId")]
    pub effect: EventId,
    /// Handle of the effect.
    pub effect_handle: String,
    /// Title of the effect.
    pub effect_title: String,
    /// Handle of the type.
    #[serde(rename = "type")]
    pub link_type: String,
    /// The type in words.
    pub label: String,
    /// The analyst's wording; may be empty.
    pub wording: String,
    /// "+", "-" or "0".
    #[ts(as = "ts::Sign")]
    pub sign: Sign,
    /// Strength word, if judged.
    #[ts(as = "Option<ts::Strength>")]
    pub strength: Option<Strength>,
    /// Confidence word.
    #[ts(as = "ts::Confidence")]
    pub confidence: Confidence,
    /// Days from cause to effect, if stated.
    pub lag_days: Option<i32>,
    /// Basis word.
    #[ts(as = "ts::Basis")]
    pub basis: Basis,
    /// Evidence; may be empty.
    pub note: String,
    /// Rival explanations carry the same word; empty without rivals.
    pub rivals: String,
    /// What is cited for it.
    pub citations: Vec<CitationRow>,
}

/// A row of `themes`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeRow {
    /// Identity.
    #[ts(as = "ts::ThemeId")]
    pub id: ThemeId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// Handle of the theme it is part of.
    pub parent: Option<String>,
    /// Name of its hue.
    pub hue: String,
    /// Entries that pass the filter, those of subthemes included.
    pub count: u32,
}

/// A row of `actors`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActorRow {
    /// Identity.
    #[ts(as = "ts::ActorId")]
    pub id: ActorId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// Handle of what it belongs to.
    pub parent: Option<String>,
    /// From country down.
    pub path: String,
    /// ISO 3166-1 alpha-2 code, its own or of what it belongs to; may be empty.
    pub country: String,
    /// Entries that pass the filter, those of its parts included.
    pub count: u32,
}

/// A row of `sources`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceRow {
    /// Identity.
    #[ts(as = "ts::SourceId")]
    pub id: SourceId,
    /// Its number in exports.
    pub number: u32,
    /// Handle ("S1").
    pub handle: String,
    /// Who publishes.
    pub outlet: String,
    /// Headline.
    pub title: String,
    /// Author; may be empty.
    pub author: String,
    /// When it was published.
    pub published: Option<DateDetail>,
    /// When it was read.
    pub read: Option<DateDetail>,
    /// Address; may be empty.
    pub address: String,
    /// Admiralty letter, if judged.
    #[ts(as = "Option<ts::Reliability>")]
    pub reliability: Option<Reliability>,
    /// Entries that pass the filter and cite it.
    pub count: u32,
    /// How often it is cited, whatever the filter.
    pub citations: u32,
}
