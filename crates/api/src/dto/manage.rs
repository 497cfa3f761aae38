//! Lists as they are managed, the vocabulary of the forms, and statements without a citation.

use model::{Basis, CitationId, Confidence, Kind, Sign, SourceId, Stance, Status, Strength, Tone};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::event::EventRef;
use crate::ts;

/// Arguments of `items`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemsArgs {
    /// themes, categories, actors, places or datasets.
    pub list: String,
}

/// A row of `items`. Fields that the list does not have are null.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ItemRow {
    /// Identity.
    pub id: String,
    /// Handle; null for places and datasets.
    pub handle: Option<String>,
    /// Display name.
    pub name: String,
    /// Id of what it is part of.
    pub parent: Option<String>,
    /// How deep it stands in the tree; 0 at the top. Rows come in the order of the tree.
    pub depth: u32,
    /// Name of its hue.
    pub hue: Option<String>,
    /// ISO country code; may be empty.
    pub country: Option<String>,
    /// CAMEO code; may be empty.
    pub cameo: Option<String>,
    /// PLOVER type; may be empty.
    pub plover: Option<String>,
    /// Degrees north.
    pub latitude_deg: Option<f64>,
    /// Degrees east.
    pub longitude_deg: Option<f64>,
    /// For datasets: whether it shows when the workspace opens.
    pub on: Option<bool>,
    /// How many events refer to it, those of its parts not counted.
    pub uses: u32,
}

/// Reply of `vocabulary`: what the forms offer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Vocabulary {
    /// Kind words.
    #[ts(as = "Vec<ts::Kind>")]
    pub kinds: Vec<Kind>,
    /// Status words.
    #[ts(as = "Vec<ts::Status>")]
    pub statuses: Vec<Status>,
    /// Tone words.
    #[ts(as = "Vec<ts::Tone>")]
    pub tones: Vec<Tone>,
    /// Likelihood words of the scale in use, the least likely first.
    pub likelihoods: Vec<LikelihoodChoice>,
    /// Confidence words, low to high.
    #[ts(as = "Vec<ts::Confidence>")]
    pub confidences: Vec<Confidence>,
    /// Strength words.
    #[ts(as = "Vec<ts::Strength>")]
    pub strengths: Vec<Strength>,
    /// Basis words.
    #[ts(as = "Vec<ts::Basis>")]
    pub bases: Vec<Basis>,
    /// Admiralty letters, A to F, with their meaning.
    pub reliabilities: Vec<GradeChoice>,
    /// Admiralty digits, 1 to 6, with their meaning.
    pub credibilities: Vec<GradeChoice>,
    /// Types of link.
    pub link_types: Vec<LinkTypeChoice>,
    /// Names of the hues.
    pub hues: Vec<String>,
    /// Fields of an event that sources may disagree on, which adopting a claim sets ("date", "status" …).
    pub claim_fields: Vec<String>,
}

/// A likelihood word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LikelihoodChoice {
    /// The word.
    pub word: String,
    /// Lower end, percent.
    pub low_percent: u8,
    /// Upper end, percent.
    pub high_percent: u8,
}

/// A letter or digit of a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GradeChoice {
    /// "B", "2".
    pub mark: String,
    /// "usually reliable".
    pub words: String,
}

/// A type of link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkTypeChoice {
    /// Its word.
    pub handle: String,
    /// In words.
    pub label: String,
    /// "+", "-" or "0".
    #[ts(as = "ts::Sign")]
    pub sign: Sign,
    /// What it means.
    pub meaning: String,
}

/// Reply of `uncited`: statements that no source is cited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Uncited {
    /// Events, links and claims looked at.
    pub statements: u32,
    /// Those without a citation, in order of time.
    pub uncited: Vec<UncitedLine>,
}

/// A statement without a citation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UncitedLine {
    /// event, link or claim.
    pub kind: String,
    /// Its identity.
    pub id: String,
    /// The event to show for it; the effect of a link.
    pub event: EventRef,
    /// What is stated.
    pub words: String,
}

/// Reply of `undated`: entries without a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undated {
    /// How many there are.
    pub total: u32,
    /// The first 500 of them; those of which links say something come first, in order of time.
    pub rows: Vec<UndatedRow>,
}

/// An entry without a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndatedRow {
    /// Which.
    pub event: EventRef,
    /// It did not end before this, ISO 8601; null when no link says so.
    pub not_before: Option<String>,
    /// It did not begin after this, ISO 8601; null when no link says so.
    pub not_after: Option<String>,
    /// Both in words; empty when links say nothing.
    pub implied: String,
    /// True when the links leave no day.
    pub contradicted: bool,
}

/// Arguments of `cited`.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CitedArgs {
    /// Id of the source.
    #[ts(as = "ts::SourceId")]
    pub source: SourceId,
}

/// A statement that a source is cited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CitedLine {
    /// Identity of the citation.
    #[ts(as = "ts::CitationId")]
    pub citation: CitationId,
    /// event, claim or link.
    pub kind: String,
    /// The event to show for it; the effect of a link.
    pub event: EventRef,
    /// What is stated.
    pub words: String,
    /// Quote or paraphrase; may be empty.
    pub quote: String,
    /// Place in the text; may be empty.
    pub locator: String,
    /// Admiralty grade, as far as judged; may be empty.
    pub grade: String,
    /// "for" or "against".
    #[ts(as = "ts::Stance")]
    pub stance: Stance,
}

/// Arguments of `workspace_set`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct WorkspaceArgs {
    /// Its name.
    #[ts(optional)]
    pub name: Option<String>,
    /// The as-of day, ISO 8601; empty clears it.
    #[ts(optional)]
    pub as_of: Option<String>,
}
