//! A brief as Markdown. Charts are only mentioned, because they are separate pictures.

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
            // No empty line between the entries of a list.
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

/// Escapes a character that would begin a list or a quotation.
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
            // Our own brackets, which no link follows.
            Span::Cite(..) => words.replace('\u{a0}', " "),
        }
    };
    spans.iter().map(set).collect()
}
