//! The text of an entry in a brief.

use std::borrow::Cow;

use exchange::brief::Span;
use model::{Claim, Event, FuzzyDate, Kind, Status, Target};

use super::brief_writer::BriefWriter;
use super::time::window;

/// What happened: its date, what it is, what is said of it, and who says so.
pub(super) fn happened(writer: &mut BriefWriter<'_>, event: &Event) -> Vec<Span> {
    let date = event
        .date
        .as_ref()
        .map_or(Cow::Borrowed("No date"), FuzzyDate::shown);
    let (date, qualifier) = match event.last_reported() {
        Some(last) => (Cow::Owned(format!("Last reported {}", last.in_words())), ""),
        None => (date, qualifier(event)),
    };
    let mut spans = vec![Span::Strong(capital(&date)), Span::plain(" ")];
    spans.extend(item_text(writer, event, qualifier));
    spans
}

/// How an entry that has not happened is introduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// It may still come.
    Coming,
    /// Its day has passed without confirmation.
    Passed,
    /// It was called off.
    CalledOff,
}

/// What has not happened: when it was or is expected, which days that may be, and what is judged of it.
pub(super) fn unrealized(writer: &mut BriefWriter<'_>, event: &Event, lead: Lead) -> Vec<Span> {
    let date = event.date.as_ref();
    let words = date.map_or(Cow::Borrowed("no date"), FuzzyDate::shown);
    let lead = match (lead, event.status) {
        (Lead::Coming, Status::Planned) => format!("Expected {words}"),
        (Lead::Passed, Status::Planned) => format!("Was planned for {words}"),
        (Lead::Coming, Status::Doubtful) => format!("In doubt, {words}"),
        (Lead::Passed, Status::Doubtful) => format!("Was in doubt, {words}"),
        _ => capital(&words),
    };
    let mut spans = vec![Span::Strong(lead)];
    if let Some(days) = date.and_then(window) {
        spans.push(Span::plain(format!(" ({days})")));
    }
    spans.push(Span::plain(": "));
    spans.extend(item_text(writer, event, ""));
    spans
}

/// Title, summary, rival values, judgment and sources.
fn item_text(writer: &mut BriefWriter<'_>, event: &Event, qualifier: &str) -> Vec<Span> {
    let mut words = match qualifier.is_empty() {
        true => stopped(&event.title),
        false => stopped(&format!("{} ({qualifier})", event.title.trim())),
    };
    let summary = flowing(&event.summary);
    if !summary.is_empty() {
        words.push(' ');
        words.push_str(&stopped(&summary));
    }
    words.push_str(&writer.judgment(event));
    let mut spans = vec![Span::plain(words)];
    if event.status == Status::Hypothetical && event.likelihood.is_none() {
        spans.push(Span::plain(" "));
        spans.push(Span::Missing(String::from("[no likelihood stated]")));
    }
    let cites = writer.cites(Target::Event(event.id));
    match cites.is_empty() {
        true => spans.extend([Span::plain(" "), Span::Missing(String::from("[no source]"))]),
        false => spans.extend(cites),
    }
    spans.extend(rivals(writer, event));
    spans
}

/// The status, unless it simply happened.
fn qualifier(event: &Event) -> &'static str {
    match (event.status, event.kind) {
        (Status::Reported, _) => "reported, not confirmed",
        (Status::Disputed, _) => "disputed",
        (_, Kind::Assessment) => "assessment",
        (Status::Ongoing, _) => "ongoing",
        _ => "",
    }
}

/// The values on which sources differ, each with its own.
fn rivals(writer: &mut BriefWriter<'_>, event: &Event) -> Vec<Span> {
    let workspace = writer.workspace;
    let claims: Vec<&Claim> = workspace
        .claims
        .iter()
        .filter(|it| it.event == event.id)
        .collect();
    let mut fields: Vec<&str> = claims.iter().map(|it| it.field.as_str()).collect();
    fields.dedup();
    let mut spans = Vec::new();
    for field in fields {
        let values: Vec<&&Claim> = claims.iter().filter(|it| it.field == field).collect();
        if values.len() < 2 {
            continue;
        }
        spans.push(Span::plain(format!(" Sources differ ({field}): ")));
        for (at, claim) in values.iter().enumerate() {
            let before = if at == 0 { "" } else { "; " };
            let adopted = if claim.adopted { " (adopted)" } else { "" };
            spans.push(Span::plain(format!(
                "{before}“{}”{adopted}",
                flowing(&claim.value)
            )));
            spans.extend(writer.cites(Target::Claim(claim.id)));
        }
        spans.push(Span::plain("."));
    }
    spans
}

/// As the beginning of a line.
fn capital(words: &str) -> String {
    let mut characters = words.chars();
    let first = characters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(characters).collect()
}

/// With a full stop, unless it ends in one already.
pub(super) fn stopped(sentence: &str) -> String {
    let sentence = sentence.trim();
    match sentence
        .trim_end_matches(['"', '”', ')'])
        .ends_with(['.', '!', '?', '…'])
    {
        true => sentence.to_owned(),
        false => format!("{sentence}."),
    }
}

/// Markdown as one paragraph: without the marks of lists, headings and emphasis.
fn flowing(text: &str) -> String {
    let lines = text.lines().map(|line| {
        line.trim()
            .trim_start_matches(['#', '>', '-', '*', ' '])
            .trim()
    });
    let words: Vec<&str> = lines.filter(|it| !it.is_empty()).collect();
    words
        .join(" ")
        .replace("**", "")
        .replace("__", "")
        .replace('`', "")
}
