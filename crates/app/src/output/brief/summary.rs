//! The first lines: what weighs most, what changed, what is next.

use exchange::brief::{Block, Span};
use model::{Event, FuzzyDate, Status, Target, Tone};

use super::teller::Teller;

/// Entries that are named.
const NAMED: usize = 3;

/// What a summary is made of.
pub(super) struct Told<'a> {
    /// What happened, in order of time.
    pub(super) happened: &'a [&'a Event],
    /// How many lasting states stand beside it.
    pub(super) lasting: usize,
    /// What is coming, in order of time.
    pub(super) coming: &'a [&'a Event],
    /// How many were to come and are not confirmed.
    pub(super) unconfirmed: usize,
    /// How many entries were judged otherwise.
    pub(super) changed: usize,
}

pub(super) fn summary(teller: &mut Teller<'_>, told: &Told<'_>) -> Vec<Block> {
    let mut lines = vec![Block::Paragraph(vec![Span::plain(counted(told))])];
    let gravest = gravest(told.happened);
    if !gravest.is_empty() {
        lines.push(named(teller, "Most severe:", &gravest));
    }
    let is_dated = |it: &&Event| it.date.is_some() && it.status != Status::Hypothetical;
    let next = told.coming.iter().copied().filter(is_dated);
    let next: Vec<&Event> = next.take(NAMED).collect();
    if !next.is_empty() {
        lines.push(named(teller, "Next:", &next));
    }
    lines
}

/// "9 entries fall in this period: 5 escalatory, 2 de-escalatory, 2 neutral. One assessment changed."
fn counted(told: &Told<'_>) -> String {
    let all = told.happened.len();
    let entries = match all {
        0 => String::from("Nothing was noted in this period."),
        1 => format!("One entry falls in this period, {}.", told.happened[0].tone),
        _ => {
            let tones = [Tone::Escalatory, Tone::Deescalatory, Tone::Neutral];
            let of = |tone: &Tone| told.happened.iter().filter(|it| it.tone == *tone).count();
            let parts = tones.iter().filter(|it| of(it) > 0);
            let parts: Vec<String> = parts.map(|it| format!("{} {it}", of(it))).collect();
            format!("{all} entries fall in this period: {}.", parts.join(", "))
        }
    };
    let judgments = match told.changed {
        0 => String::from("No assessments changed."),
        1 => String::from("One assessment changed."),
        many => format!("{many} assessments changed."),
    };
    let lasting = match told.lasting {
        0 => String::new(),
        1 => String::from(" One ongoing condition."),
        many => format!(" {many} ongoing conditions."),
    };
    let unconfirmed = match told.unconfirmed {
        0 => String::new(),
        1 => String::from(" One entry is still planned although its day has passed."),
        many => format!(" {many} entries are still planned although their day has passed."),
    };
    format!("{entries}{lasting} {judgments}{unconfirmed}")
}

/// The gravest entries in order of time; of the equally grave those that began within the period, the latest first.
fn gravest<'a>(happened: &[&'a Event]) -> Vec<&'a Event> {
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

fn named(teller: &mut Teller<'_>, lead: &str, events: &[&Event]) -> Block {
    let mut spans = vec![Span::Strong(lead.to_owned())];
    for (at, event) in events.iter().enumerate() {
        let before = if at == 0 { " " } else { "; " };
        let date = event.date.as_ref().map(FuzzyDate::shown);
        let date = date.as_deref().unwrap_or_default();
        spans.push(Span::plain(format!(
            "{before}{} ({date})",
            event.title.trim()
        )));
        spans.extend(teller.cites(Target::Event(event.id)));
    }
    spans.push(Span::plain("."));
    Block::Paragraph(spans)
}
