//! Sources, citations, and the values on which sources disagree.

use crate::date::FuzzyDate;
use crate::grade::{Credibility, Reliability};
use crate::id::{CitationId, ClaimId, EventId, LinkId, SourceId};
use crate::word::words;

/// A publication: an article, a statement, a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// Identity.
    pub id: SourceId,
    /// Short name ("A1"), unique in the workspace.
    pub handle: String,
    /// Who publishes.
    pub outlet: String,
    /// Headline or name.
    pub title: String,
    /// Author; may be empty.
    pub author: String,
    /// When it was published, if known.
    pub published: Option<FuzzyDate>,
    /// When it was accessed, if noted.
    pub read: Option<FuzzyDate>,
    /// URL or reference; may be empty.
    pub address: String,
    /// Admiralty letter; `None` is "not judged".
    pub reliability: Option<Reliability>,
}

words! {
    /// Which side a citation takes.
    Stance, "stance" {
        /// It supports.
        For = "for",
        /// It speaks against.
        Against = "against",
    }
}

/// What a citation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// An event as a whole.
    Event(EventId),
    /// One of the rival values of an event's field.
    Claim(ClaimId),
    /// A link.
    Link(LinkId),
}

/// A statement tied to its place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Identity.
    pub id: CitationId,
    /// The source.
    pub source: SourceId,
    /// What it is about.
    pub target: Target,
    /// Quote or paraphrase; may be empty.
    pub quote: String,
    /// Page or paragraph ("lead", "paragraph 4"); may be empty.
    pub locator: String,
    /// Admiralty digit; `None` is "not judged".
    pub credibility: Option<Credibility>,
    /// For or against.
    pub stance: Stance,
}

/// One of several values that sources give for the same field of an event. All are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Identity.
    pub id: ClaimId,
    /// Whose field.
    pub event: EventId,
    /// Which field, in the analyst's words ("scope of the order").
    pub field: String,
    /// The value that is claimed.
    pub value: String,
    /// True for the value that the analyst has adopted; at most one for each field.
    pub adopted: bool,
}
