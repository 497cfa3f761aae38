//! A brief as Markdown. Charts are pictures of their own: they are named, not drawn.

use std::fmt::Write as _;

use super::{Block, Brief, Span};
use crate::data::escaped_markdown as escaped;

/// The brief as Markdown.
#[must_use]
pub fn markdown(brief: &Brief) -> String {
    let mut text = format!("# {}\n\n", escaped(&brief.title));
    if !brief.handling.is_empty() {
        let _ = write!(text, "**{}**\n\n", escaped(&brief.handling));
    }
    let _ = writeln!(text, "{}", escaped(&brief.subtitle));
    for part in &brief.parts {
        let _ = write!(text, "\n## {}\n", escaped(&part.heading));
        let mut in_list = false;
        for block in &part.blocks {
            let is_entry = matches!(block, Block::Item(_) | Block::Endnote(..));
            // The entries of a list stand close, all else apart.
            if !(in_list && is_entry) {
                text.push('\n');
            }
            in_list = is_entry;
            let _ = writeln!(text, "{}", set(block));
        }
    }
    text
}

fn set(block: &Block) -> String {
    match block {
        Block::Heading(words) => format!("### {}", escaped(words)),
        Block::Paragraph(spans) | Block::Note(spans) => at_line_start(&inline(spans)),
        Block::Item(spans) => format!("- {}", inline(spans)),
        Block::Endnote(number, spans) => format!("{number}. {}", inline(spans)),
        Block::Figure(_) => String::from("*Chart: see the PDF, Word or HTML version.*"),
    }
}

/// A sign that would begin a list or a quotation is escaped.
fn at_line_start(line: &str) -> String {
    match line.starts_with(['-', '+', '=']) {
        true => format!("\\{line}"),
        false => line.to_owned(),
    }
}

fn inline(spans: &[Span]) -> String {
    let set = |span: &Span| {
        let words = span.words();
        match span {
            Span::Plain(_) => escaped(&words),
            Span::Strong(_) => format!("**{}**", escaped(&words)),
            Span::Missing(_) => format!("*{}*", escaped(&words)),
            // The brackets are ours, and no link follows them.
            Span::Cite(..) => words.replace('\u{a0}', " "),
        }
    };
    spans.iter().map(set).collect()
}
