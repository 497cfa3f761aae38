//! The brief as a document: what it says in its parts, set as HTML, Markdown, DOCX, and pages for screen and PDF.
//!
//! A [`Brief`] is words in their order; whoever makes one decides what is said and how it is worded. Here it is only set,
//! and whatever stands in a title stays text in every form.

mod docx;
mod html;
mod markdown;
mod pages;

pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use pages::{Paper, pages, pdf};

use model::date::Day;
use scene::Scene;

/// Everything that a brief says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brief {
    /// Its title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// The day that it is of.
    pub day: Option<Day>,
    /// "2 June 2025 to 11 June 2025".
    pub subtitle: String,
    /// How it may be handed on, such as "TLP:AMBER"; may be empty. It stands at the head and the foot of every page.
    pub handling: String,
    /// Its parts, in their order.
    pub parts: Vec<Section>,
}

/// A part of a brief under its heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// "What happened".
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the part.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// An entry of a list.
    Item(Vec<Span>),
    /// A chart.
    Figure(Figure),
    /// A numbered source; citations lead to it.
    Endnote(usize, Vec<Span>),
    /// Small print.
    Note(Vec<Span>),
}

/// Some words, and how they are set off. Blanks between spans are part of the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Plain(String),
    /// What is found at a glance: a date, a name.
    Strong(String),
    /// What is missing.
    Missing(String),
    /// The number of a source, with the grade of what it says ("B2"), which may be empty.
    Cite(usize, String),
}

/// A chart in a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, for those who do not see it; the heading over it says the same.
    pub caption: String,
    /// The chart with its legend.
    pub scene: Scene,
}

/// Width of a chart in the pixels of its scene: that of the text on a page of A4.
pub const FIGURE_WIDTH_PX: f32 = pages::TEXT_WIDTH_PX;

impl Span {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self::Plain(words.into())
    }

    /// The words, and for a citation its brackets: "[1 B2]".
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Plain(words) | Self::Strong(words) | Self::Missing(words) => words.clone(),
            Self::Cite(number, grade) if grade.is_empty() => format!("[{number}]"),
            // No line breaks within.
            Self::Cite(number, grade) => format!("[{number}\u{a0}{grade}]"),
        }
    }
}

impl Figure {
    /// The chart as SVG.
    fn svg(&self) -> String {
        let options = scene::svg::SvgOptions {
            title: self.caption.clone(),
            ..Default::default()
        };
        // Only bytes that are no scene are refused, and these were one a moment ago.
        scene::svg::write(&scene::wire::encode(&self.scene), &options).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
