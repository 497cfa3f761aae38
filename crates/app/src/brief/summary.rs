//! The first lines: what weighs most, what changed, what is next.

use exchange::brief::{Block, Span};
use model::{Event, Target, Tone};

use super::teller::Teller;

/// Entries that are named.
const NAMED: usize = 3;

/// What a summary is made of.
pub(super) struct Told<'a> {
    /// What happened, in order of time.
    pub(super) happened: &'a [&'a Event],
    /// What is coming, in order of time.
    pub(super) coming: &'a [&'a Event],
    /// How many entries were judged otherwise.
    pub(super) changed: usize,
}

pub(super) fn summary(teller: &mut Teller<'_>, told: &Told<'_>) -> Vec<Block> {
    let mut lines = vec![Block::Paragraph(vec![Span::plain(counted(told))])];
    let gravest = gravest(told.happened);
    if !gravest.is_empty() {
        lines.push(named(teller, "Gravest:", &gravest));
    }
    let next: Vec<&Event> = told
        .coming
        .iter()
        .copied()
        .filter(|it| it.date.is_some())
        .take(NAMED)
        .collect();
    if !next.is_empty() {
        lines.push(named(teller, "Next:", &next));
    }
    lines
}

/// "9 entries began in this period: 5 escalatory, 2 de-escalatory, 2 neutral. 1 judgment changed."
fn counted(told: &Told<'_>) -> String {
    let all = told.happened.len();
    let entries = match all {
        0 => String::from("Nothing began in this period."),
        1 => format!("One entry began in this period, {}.", told.happened[0].tone),
        _ => {
            let tones = [Tone::Escalatory, Tone::Deescalatory, Tone::Neutral];
            let of = |tone: &Tone| told.happened.iter().filter(|it| it.tone == *tone).count();
            let parts = tones.iter().filter(|it| of(it) > 0);
            let parts: Vec<String> = parts.map(|it| format!("{} {it}", of(it))).collect();
            format!("{all} entries began in this period: {}.", parts.join(", "))
        }
    };
    let judgments = match told.changed {
        0 => String::from("No judgment changed."),
        1 => String::from("One judgment changed."),
        many => format!("{many} judgments changed."),
    };
    format!("{entries} {judgments}")
}

/// The gravest entries in order of time; of the equally grave the latest.
fn gravest<'a>(happened: &[&'a Event]) -> Vec<&'a Event> {
    let mut places: Vec<usize> = (0..happened.len()).collect();
    places.sort_by_key(|at| std::cmp::Reverse((happened[*at].severity, *at)));
    places.truncate(NAMED);
    places.sort_unstable();
    places.into_iter().map(|at| happened[at]).collect()
}

fn named(teller: &mut Teller<'_>, lead: &str, events: &[&Event]) -> Block {
    let mut spans = vec![Span::Strong(lead.to_owned())];
    for (at, event) in events.iter().enumerate() {
        let before = if at == 0 { " " } else { "; " };
        let date = event.date.as_ref().map_or("", |it| it.words.as_str());
        spans.push(Span::plain(format!(
            "{before}{} ({date})",
            event.title.trim()
        )));
        spans.extend(teller.cites(Target::Event(event.id)));
    }
    spans.push(Span::plain("."));
    Block::Paragraph(spans)
}
