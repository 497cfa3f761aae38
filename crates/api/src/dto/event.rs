//! One event with everything said about it, as the inspector shows it.

use model::{
    ActorId, Basis, CategoryId, CitationId, ClaimId, Confidence, Credibility, EventId, Kind,
    LinkId, PlaceId, Reliability, Sign, SourceId, Stance, Status, Strength, ThemeId, Tone,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::date::DateDetail;
use crate::ts;

/// Reply of `event`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct EventDetail {
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
    /// Name of the category.
    pub category: Option<CategoryLine>,
    /// 1 to 5.
    pub severity: u8,
    /// Tone word.
    #[ts(as = "ts::Tone")]
    pub tone: Tone,
    /// Likelihood word and band, if stated or judged.
    pub likelihood: Option<LikelihoodLine>,
    /// Low, moderate or high, if judged.
    #[ts(as = "Option<ts::Confidence>")]
    pub confidence: Option<Confidence>,
    /// Admiralty grade of the first citation that is judged on both counts ("B2").
    pub grade: Option<String>,
    /// The same in words ("usually reliable, probably true"); empty without a grade.
    pub grade_words: String,
    /// Themes, the leading one first.
    pub themes: Vec<ThemeTag>,
    /// Who takes part, the leading one first.
    pub actors: Vec<ActorLine>,
    /// Where.
    pub places: Vec<PlaceLine>,
    /// Numbers stated with it.
    pub figures: Vec<FigureLine>,
    /// Free words.
    pub tags: Vec<String>,
    /// Fields on which sources disagree.
    pub claims: Vec<ClaimField>,
    /// What led to it.
    pub causes: Vec<LinkLine>,
    /// What it leads to.
    pub effects: Vec<LinkLine>,
    /// What is cited for it and its claims, by number.
    pub sources: Vec<SourceLine>,
    /// Name of its dataset; null for the chronology itself.
    pub dataset: Option<String>,
    /// For an entry of a dataset: the event it tells more about.
    pub concerns: Option<EventRef>,
    /// Entries of shown datasets that tell more about this one.
    pub further: Vec<EventRef>,
}

/// A category with the codes noted on the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CategoryLine {
    /// Identity.
    #[ts(as = "ts::CategoryId")]
    pub id: CategoryId,
    /// Display name.
    pub name: String,
    /// CAMEO code; may be empty.
    pub cameo: String,
    /// PLOVER code; may be empty.
    pub plover: String,
}

/// A likelihood word with its band, percent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LikelihoodLine {
    /// The word.
    pub word: String,
    /// Lower end, percent; null when no scale knows the word.
    pub low_percent: Option<u8>,
    /// Upper end, percent.
    pub high_percent: Option<u8>,
}

/// A theme as a tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeTag {
    /// Identity.
    #[ts(as = "ts::ThemeId")]
    pub id: ThemeId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// Name of its hue.
    pub hue: String,
}

/// An actor with its part in the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActorLine {
    /// Identity.
    #[ts(as = "ts::ActorId")]
    pub id: ActorId,
    /// Handle.
    pub handle: String,
    /// Display name.
    pub name: String,
    /// From country down ("US › State Department").
    pub path: String,
    /// Role; may be empty.
    pub role: String,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct PlaceLine {
    /// Identity.
    #[ts(as = "ts::PlaceId")]
    pub id: PlaceId,
    /// Display name.
    pub name: String,
    /// Degrees north.
    pub latitude_deg: Option<f64>,
    /// Degrees east.
    pub longitude_deg: Option<f64>,
}

/// A number stated with an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FigureLine {
    /// What is counted.
    pub name: String,
    /// As printed.
    pub value: String,
    /// Unit; may be empty.
    pub unit: String,
}

/// A field on which sources disagree, with every claim kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimField {
    /// Which field, in the analyst's words.
    pub field: String,
    /// What is claimed, the adopted value first.
    pub values: Vec<ClaimValue>,
}

/// One claimed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimValue {
    /// Identity of the claim.
    #[ts(as = "ts::ClaimId")]
    pub id: ClaimId,
    /// The value.
    pub value: String,
    /// True for the adopted one.
    pub adopted: bool,
    /// Sources for it.
    pub sources: Vec<ClaimSource>,
    /// Sources against it.
    pub against: Vec<ClaimSource>,
}

/// A source as named beside a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClaimSource {
    /// Identity of the citation.
    #[ts(as = "ts::CitationId")]
    pub citation: CitationId,
    /// Its number in exports.
    pub number: u32,
    /// Handle ("S1").
    pub handle: String,
    /// Admiralty grade, as far as judged ("B2", "B").
    pub grade: String,
}

/// An event as named in a line about another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventRef {
    /// Identity.
    #[ts(as = "ts::EventId")]
    pub id: EventId,
    /// Handle.
    pub handle: String,
    /// One line.
    pub title: String,
    /// Date in words; empty for what has no date.
    pub date_words: String,
    /// Tone word.
    #[ts(as = "ts::Tone")]
    pub tone: Tone,
    /// 1 to 5.
    pub severity: u8,
    /// Status word.
    #[ts(as = "ts::Status")]
    pub status: Status,
}

/// A link seen from one of its ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkLine {
    /// Identity of the link.
    #[ts(as = "ts::LinkId")]
    pub id: LinkId,
    /// The other end.
    pub event: EventRef,
    /// Handle of the type.
    pub link_type: String,
    /// The type in words, read from cause to effect.
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
    /// The same in words ("about 2 weeks later (11 to 17 days)"); empty if not stated.
    pub lag_words: String,
    /// Basis word.
    #[ts(as = "ts::Basis")]
    pub basis: Basis,
    /// Evidence in the analyst's words; may be empty.
    pub note: String,
    /// Rival explanations of one effect carry the same word; empty without rivals.
    pub rivals: String,
    /// Numbers of the sources cited for it.
    pub sources: Vec<u32>,
    /// What is cited for it.
    pub citations: Vec<SourceLine>,
}

/// A citation as listed under an event or a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SourceLine {
    /// Identity of the citation.
    #[ts(as = "ts::CitationId")]
    pub citation: CitationId,
    /// For what is cited on a field: which one.
    pub field: Option<String>,
    /// Letter of the source, if judged.
    #[ts(as = "Option<ts::Reliability>")]
    pub reliability: Option<Reliability>,
    /// Digit of the statement, if judged.
    #[ts(as = "Option<ts::Credibility>")]
    pub credibility: Option<Credibility>,
    /// The source's number in exports.
    pub number: u32,
    /// Identity of the source.
    #[ts(as = "ts::SourceId")]
    pub id: SourceId,
    /// Handle ("S1").
    pub handle: String,
    /// Who publishes.
    pub outlet: String,
    /// Headline.
    pub title: String,
    /// When it was published, in words; may be empty.
    pub published: String,
    /// Admiralty grade, as far as judged ("B2", "B"); may be empty.
    pub grade: String,
    /// Quote or paraphrase; may be empty.
    pub quote: String,
    /// Place in the text; may be empty.
    pub locator: String,
    /// "for" or "against".
    #[ts(as = "ts::Stance")]
    pub stance: Stance,
}
