//! The brief as a document of sections, written as HTML, Markdown, DOCX, and pages for screen and PDF.
//!
//! A [`Brief`] is structured text; its author decides on content and wording. Here it is only formatted, and a title is plain
//! text in every format.

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

/// The content of a brief.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Brief {
    /// Its title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// Its date.
    pub day: Option<Day>,
    /// "2 June 2025 to 11 June 2025".
    pub subtitle: String,
    /// The handling mark, such as "TLP:AMBER"; may be empty. It is shown at the top and the bottom of every page.
    pub handling: String,
    /// Its sections, in order.
    pub parts: Vec<Section>,
}

/// A section of a brief with its heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// "What happened".
    pub heading: String,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading within the section.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// An entry of a list.
    Item(Vec<Span>),
    /// A chart.
    Figure(Figure),
    /// A numbered source; citations link to it.
    Endnote(usize, Vec<Span>),
    /// Small print.
    Note(Vec<Span>),
}

/// Text with its emphasis. Spaces between spans are part of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Plain words.
    Plain(String),
    /// Something to be found at a glance: a date, a name.
    Strong(String),
    /// What is missing.
    Missing(String),
    /// The number of a source, with the grade of its statement ("B2"), which may be empty.
    Cite(usize, String),
}

/// A chart in a brief.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Alternative text; the heading above the chart says the same.
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
            // No line break inside.
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
        // Only invalid bytes are refused, and these were just encoded.
        scene::svg::write(&scene::wire::encode(&self.scene), &options).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
