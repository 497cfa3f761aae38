//! The brief: what happened since a day, what changed in judgment, what is coming, and who says so.
//!
//! A [`Brief`] is words in their order; [`html`] and [`markdown`] set it. Likelihood and confidence never stand in one
//! sentence (ICD 203, section D.6.e(2)).

mod html;
mod markdown;

pub use html::html;
pub use markdown::markdown;

/// Everything that a brief says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brief {
    /// Its title.
    pub title: String,
    /// "2 June 2025 to 11 June 2025".
    pub period: String,
    /// What happened.
    pub happened: Vec<Item>,
    /// Judgments that changed.
    pub changed: Vec<Change>,
    /// What is planned, in doubt, or may happen.
    pub coming: Vec<Item>,
    /// Charts, each with its name and its SVG.
    pub charts: Vec<(String, String)>,
    /// The sources, in the order of their numbers.
    pub sources: Vec<String>,
    /// What is left out, in sentences.
    pub notes: Vec<String>,
}

/// An entry of a brief.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Item {
    /// The words of its date.
    pub date: String,
    /// Its title.
    pub title: String,
    /// Its summary; may be empty.
    pub summary: String,
    /// "planned", where it has not happened; else empty.
    pub status: String,
    /// "Likelihood: unlikely (20–45 %)"; may be empty.
    pub likelihood: String,
    /// "Confidence: moderate"; may be empty.
    pub confidence: String,
    /// Numbers of its sources, each with its grade ("B2"), which may be empty.
    pub sources: Vec<(usize, String)>,
}

/// A judgment that changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// When it was changed, in words.
    pub day: String,
    /// The title of the entry.
    pub title: String,
    /// "likelihood", "severity".
    pub field: String,
    /// What it was; "not stated" when nothing.
    pub before: String,
    /// What it is.
    pub after: String,
}

impl Item {
    /// What is said after its title, each part a sentence.
    fn sentences(&self) -> Vec<&str> {
        let parts = [&self.summary, &self.likelihood, &self.confidence];
        parts
            .into_iter()
            .map(|it| it.trim())
            .filter(|it| !it.is_empty())
            .collect()
    }
}

/// With a full stop, unless it ends in one already.
fn stopped(sentence: &str) -> String {
    match sentence.ends_with(['.', '!', '?', '…']) {
        true => sentence.to_owned(),
        false => format!("{sentence}."),
    }
}
