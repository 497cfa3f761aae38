//! The chronology as Markdown, with numbered sources.

use std::borrow::Cow;
use std::fmt::Write as _;

use model::{Event, FuzzyDate, SourceId, Stance, Target};

use super::{Picked, words};

/// Each event with its date, its effects, and the numbers of its sources; the sources with their reliability at the end. An
/// event without a source says so.
#[must_use]
pub fn markdown(picked: &Picked<'_>) -> String {
    let mut numbers: Vec<SourceId> = Vec::new();
    let mut text = format!("# {}\n", escaped(&picked.workspace.name));
    if let Some(day) = picked.workspace.as_of {
        let _ = write!(text, "\nAs of {}.\n", day.in_words());
    }
    text.push('\n');
    for event in &picked.events {
        let _ = writeln!(text, "- {}", line(picked, event, &mut numbers));
    }
    if !numbers.is_empty() {
        text.push_str("\n## Sources\n\n");
    }
    for (number, id) in numbers.iter().enumerate() {
        let Some(source) = picked.sources.get(id) else {
            continue;
        };
        let published = source.published.as_ref().map(FuzzyDate::shown);
        let published = published.as_deref().unwrap_or_default();
        let parts = [
            source.outlet.as_str(),
            &source.title,
            published,
            &source.address,
        ];
        let said: Vec<String> = parts
            .iter()
            .filter(|it| !it.is_empty())
            .map(|it| escaped(it))
            .collect();
        let letter = source
            .reliability
            .map(|it| format!(" ({})", it.word()))
            .unwrap_or_default();
        let _ = writeln!(text, "{}. {}{letter}", number + 1, said.join(", "));
    }
    text
}

fn line(picked: &Picked<'_>, event: &Event, numbers: &mut Vec<SourceId>) -> String {
    let date = match (event.last_reported(), words(event)) {
        (Some(last), _) => Cow::Owned(format!("Last reported {}", last.in_words())),
        (None, words) if words.is_empty() => Cow::Borrowed("No date"),
        (None, words) => words,
    };
    let mut text = format!("**{}** {}", escaped(&date), escaped(&event.title));
    if event.is_unrealized() {
        let likelihood = event
            .likelihood
            .as_ref()
            .map(|it| format!(", {}", it.0))
            .unwrap_or_default();
        let _ = write!(text, " ({}{likelihood})", event.status.word());
    }
    let effects = picked.links.iter().filter(|it| it.cause == event.id);
    let effects: Vec<String> = effects
        .map(|it| {
            let (label, effect) = (picked.label(it), picked.title(it.effect));
            format!("{} {}", escaped(label), escaped(effect))
        })
        .collect();
    if !effects.is_empty() {
        let _ = write!(text, "; {}", effects.join("; "));
    }
    let cited = picked
        .citations(Target::Event(event.id))
        .iter()
        .filter(|it| it.stance == Stance::For);
    let mut own: Vec<usize> = cited.map(|it| number(numbers, it.source)).collect();
    own.sort_unstable();
    own.dedup();
    match own.is_empty() {
        true => text.push_str(" [no source]"),
        false => own.iter().for_each(|it| text.push_str(&format!(" [{it}]"))),
    }
    text
}

/// The number of a source, a new one if it has none.
fn number(numbers: &mut Vec<SourceId>, id: SourceId) -> usize {
    let at = numbers.iter().position(|it| *it == id).unwrap_or_else(|| {
        numbers.push(id);
        numbers.len() - 1
    });
    at + 1
}

/// Escapes characters that Markdown or HTML would treat as markup; line ends become spaces.
pub(crate) fn escaped(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' => {
                plain.extend(['\\', letter]);
            }
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '&' => plain.push_str("&amp;"),
            it if it.is_control() => plain.push(' '),
            it => plain.push(it),
        }
    }
    plain
}
