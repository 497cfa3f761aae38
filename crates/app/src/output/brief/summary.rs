//! The first lines: the most severe entries, what changed, what is next.

use exchange::brief::{Block, Span};
use model::{Event, FuzzyDate, Status, Target, Tone};

use super::brief_writer::BriefWriter;

/// Entries that are named.
const NAMED: usize = 3;

/// What a summary is made of.
pub(super) struct SummaryFacts<'a> {
    /// What happened, in order of time.
    pub(super) happened: &'a [&'a Event],
    /// Number of ongoing conditions.
    pub(super) lasting: usize,
    /// What is coming, in order of time.
    pub(super) coming: &'a [&'a Event],
    /// Number of planned entries that are past and not confirmed.
    pub(super) unconfirmed: usize,
    /// Number of changed assessments.
    pub(super) changed: usize,
}

pub(super) fn summary(writer: &mut BriefWriter<'_>, facts: &SummaryFacts<'_>) -> Vec<Block> {
    let mut lines = vec![Block::Paragraph(vec![Span::plain(counted(facts))])];
    let most_severe = most_severe(facts.happened);
    if !most_severe.is_empty() {
        lines.push(named(writer, "Most severe:", &most_severe));
    }
    let is_dated = |it: &&Event| it.date.is_some() && it.status != Status::Hypothetical;
    let next = facts.coming.iter().copied().filter(is_dated);
    let next: Vec<&Event> = next.take(NAMED).collect();
    if !next.is_empty() {
        lines.push(named(writer, "Next:", &next));
    }
    lines
}

/// "9 entries fall in this period: 5 escalatory, 2 de-escalatory, 2 neutral. One assessment changed."
fn counted(facts: &SummaryFacts<'_>) -> String {
    let all = facts.happened.len();
    let entries = match all {
        0 => String::from("No entries in this period."),
        1 => format!(
            "One entry falls in this period, {}.",
            facts.happened[0].tone
        ),
        _ => {
            let tones = [Tone::Escalatory, Tone::Deescalatory, Tone::Neutral];
            let of = |tone: &Tone| facts.happened.iter().filter(|it| it.tone == *tone).count();
            let parts = tones.iter().filter(|it| of(it) > 0);
            let parts: Vec<String> = parts.map(|it| format!("{} {it}", of(it))).collect();
            format!("{all} entries fall in this period: {}.", parts.join(", "))
        }
    };
    let judgments = match facts.changed {
        0 => String::from("No assessments changed."),
        1 => String::from("One assessment changed."),
        many => format!("{many} assessments changed."),
    };
    let lasting = match facts.lasting {
        0 => String::new(),
        1 => String::from(" One ongoing condition."),
        many => format!(" {many} ongoing conditions."),
    };
    let unconfirmed = match facts.unconfirmed {
        0 => String::new(),
        1 => String::from(" One entry is still planned although its day has passed."),
        many => format!(" {many} entries are still planned although their day has passed."),
    };
    format!("{entries}{lasting} {judgments}{unconfirmed}")
}

/// The most severe entries in order of time; of equally severe ones, those that began within the period, the latest first.
fn most_severe<'a>(happened: &[&'a Event]) -> Vec<&'a Event> {
    let mut places: Vec<usize> = (0..happened.len()).collect();
    let is_dated = |it: &Event| {
        let begins = it.date.as_ref().and_then(|date| date.bounds.start_earliest);
        begins.is_some()
    };
    places.sort_by_key(|at| {
        let event = happened[*at];
        std::cmp::Reverse((event.severity, is_dated(event), *at))
    });
    places.truncate(NAMED);
    places.sort_unstable();
    places.into_iter().map(|at| happened[at]).collect()
}

fn named(writer: &mut BriefWriter<'_>, lead: &str, events: &[&Event]) -> Block {
    let mut spans = vec![Span::Strong(lead.to_owned())];
    for (at, event) in events.iter().enumerate() {
        let before = if at == 0 { " " } else { "; " };
        let date = event.date.as_ref().map(FuzzyDate::shown);
        let date = date.as_deref().unwrap_or_default();
        spans.push(Span::plain(format!(
            "{before}{} ({date})",
            event.title.trim()
        )));
        spans.extend(writer.cites(Target::Event(event.id)));
    }
    spans.push(Span::plain("."));
    Block::Paragraph(spans)
}
