//! What changed in judgment, and why, in words.

use exchange::brief::{Block, Span};
use model::date::Day;
use model::{Citation, Event, Link, ScaleWord, Target};

use super::brief_writer::{BriefWriter, confidence};
use super::changes::{Changes, JUDGMENTS, OfEvent, Turn};
use super::entry::stopped;
use crate::lookup::filter::by_time;
use crate::lookup::grade;
use crate::output::export;

/// The changes as entries of a list: those of events in order of time, then those of grades.
pub(super) fn changed_blocks(writer: &mut BriefWriter<'_>, changes: &Changes) -> Vec<Block> {
    let workspace = writer.workspace;
    let events = by_time(changes.events.keys().filter_map(|id| workspace.event(*id)));
    let mut blocks = Vec::new();
    for event in events {
        if let Some(of) = changes.events.get(&event.id) {
            blocks.push(Block::Item(judged(writer, event, of)));
        }
    }
    for (id, turn) in &changes.letters {
        let source = workspace.source(*id).map(export::source_line);
        let what = format!("The source “{}”: reliability", source.unwrap_or_default());
        blocks.push(graded(&what, turn));
    }
    for (id, turn) in &changes.digits {
        let citation = workspace.citations.iter().find(|it| it.id == *id);
        if let Some(citation) = citation {
            let what = format!("{}: credibility", of_citation(writer, citation));
            blocks.push(graded(&what, turn));
        }
    }
    blocks
}

/// "Reliability went from B (usually reliable) to C (fairly reliable) on 11 June 2025."
fn graded(what: &str, turn: &Turn) -> Block {
    let said = |sign: &Option<String>| match sign {
        None => String::from("not graded"),
        Some(sign) => format!("{sign} ({})", grade::in_words(sign)),
    };
    let turn = from_to(&said(&turn.before), &said(&turn.after), turn.day);
    Block::Item(vec![Span::plain(format!("{what} {turn}."))])
}

fn of_citation(writer: &BriefWriter<'_>, it: &Citation) -> String {
    let workspace = writer.workspace;
    let source = workspace.source(it.source);
    let source = source.map_or("", |it| it.outlet.as_str());
    let claim = |id| workspace.claims.iter().find(|it| it.id == id);
    let about = match it.target {
        Target::Event(id) => workspace.event(id).map(|it| it.title.clone()),
        Target::Claim(id) => claim(id).map(|it| it.value.clone()),
        Target::Link(_) => None,
    };
    let about = about.unwrap_or_else(|| String::from("a link"));
    format!("What {source} says of “{about}”")
}

fn from_to(before: &str, after: &str, day: Day) -> String {
    format!("went from {before} to {after} on {}", day.in_words())
}

/// The changed assessments of an event: one sentence for each field, then why.
fn judged(writer: &mut BriefWriter<'_>, event: &Event, of: &OfEvent) -> Vec<Span> {
    let mut spans = vec![Span::Strong(stopped(&event.title))];
    for field in JUDGMENTS {
        if let Some(turn) = of.fields.get(field) {
            spans.push(Span::plain(sentence(writer, field, turn)));
        }
    }
    spans.extend(why(writer, of));
    spans
}

/// " Its likelihood went from unlikely (20–45 %) to likely (55–80 %) on 11 June 2025."
fn sentence(writer: &mut BriefWriter<'_>, field: &str, turn: &Turn) -> String {
    let mut said = |value: &Option<String>| match (value, field) {
        (None, _) => String::from("not stated"),
        (Some(word), "likelihood") => writer.likelihood(&ScaleWord(word.clone())),
        (Some(word), "confidence") => confidence(word),
        (Some(word), "severity") => format!("{word} of 5"),
        (Some(word), _) => word.clone(),
    };
    let (before, after) = (said(&turn.before), said(&turn.after));
    let what = match field {
        "status" => "Its status",
        "likelihood" => "Its likelihood",
        "confidence" => "Our confidence",
        _ => "Its severity",
    };
    format!(" {what} {}.", from_to(&before, &after, turn.day))
}

/// What was recorded with it: new notes, new causes, new sources; or that nothing was.
fn why(writer: &mut BriefWriter<'_>, of: &OfEvent) -> Vec<Span> {
    let workspace = writer.workspace;
    let notes = of.notes.values().filter(|it| !it.trim().is_empty());
    let notes = notes.map(|it| format!(" Note: {}", stopped(it)));
    let links = of.links.iter().filter_map(|id| workspace.link(*id));
    let causes = links.map(|it| format!(" New cause: {}", stopped(&cause(writer, it))));
    let mut spans: Vec<Span> = notes.chain(causes).map(Span::plain).collect();
    let is_new = |it: &&Citation| of.citations.contains(&it.id);
    let cited: Vec<&Citation> = workspace.citations.iter().filter(is_new).collect();
    if !cited.is_empty() {
        spans.push(Span::plain(" New source:"));
        spans.extend(writer.spans(&cited));
        spans.push(Span::plain("."));
    }
    if spans.is_empty() {
        let nothing = Span::Missing(String::from("[no reason given]"));
        spans.extend([Span::plain(" "), nothing]);
    }
    spans
}

/// "“Talks fail” triggers it (the note of the link)".
fn cause(writer: &BriefWriter<'_>, link: &Link) -> String {
    let workspace = writer.workspace;
    let title = workspace
        .event(link.cause)
        .map_or("", |it| it.title.as_str());
    let label = workspace.link_type(link).map_or("", |it| it.label.as_str());
    match link.note.is_empty() {
        true => format!("“{title}” {label} it"),
        false => format!("“{title}” {label} it ({})", link.note),
    }
}
