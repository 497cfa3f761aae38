//! A brief as Markdown. Charts are pictures of their own: they are named, not drawn.

use std::fmt::Write as _;

use super::{Brief, Item, stopped};
use crate::data::escaped_markdown as escaped;

/// The brief as Markdown.
#[must_use]
pub fn markdown(brief: &Brief) -> String {
    let mut text = format!(
        "# {}\n\n{}\n",
        escaped(&brief.title),
        escaped(&brief.period)
    );
    section(
        &mut text,
        "What happened",
        &brief.happened,
        "Nothing was noted in this period.",
    );
    if !brief.changed.is_empty() {
        text.push_str("\n## What changed in judgment\n\n");
    }
    for it in &brief.changed {
        let (title, before, after) = (escaped(&it.title), escaped(&it.before), escaped(&it.after));
        let _ = writeln!(
            text,
            "- {title}: {} from {before} to {after} ({})",
            it.field, it.day
        );
    }
    section(
        &mut text,
        "What is coming",
        &brief.coming,
        "Nothing is planned or expected.",
    );
    if !brief.sources.is_empty() {
        text.push_str("\n## Sources\n\n");
    }
    for (number, source) in brief.sources.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", number + 1, escaped(source));
    }
    for note in &brief.notes {
        let _ = write!(text, "\n{}\n", escaped(note));
    }
    text
}

fn section(text: &mut String, name: &str, items: &[Item], nothing: &str) {
    let _ = write!(text, "\n## {name}\n\n");
    if items.is_empty() {
        let _ = writeln!(text, "{nothing}");
    }
    for it in items {
        let status = if it.status.is_empty() {
            String::new()
        } else {
            format!(" ({})", it.status)
        };
        let _ = write!(
            text,
            "- **{}** {}{status}",
            escaped(&it.date),
            escaped(&it.title)
        );
        for (at, sentence) in it.sentences().into_iter().enumerate() {
            let before = if at == 0 { ". " } else { " " };
            let _ = write!(text, "{before}{}", escaped(&stopped(sentence)));
        }
        if it.sources.is_empty() {
            text.push_str(" [no source]");
        }
        for (number, grade) in &it.sources {
            let grade = if grade.is_empty() {
                String::new()
            } else {
                format!(", {grade}")
            };
            let _ = write!(text, " [{number}{grade}]");
        }
        text.push('\n');
    }
}
