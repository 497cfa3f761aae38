//! Judgments that changed since a day, and why, from the history.

use std::collections::BTreeMap;

use exchange::brief::{Block, Span};
use model::date::Day;
use model::{Citation, Event, EventId, Link, ScaleWord, Source};
use store::{FieldChange, RowChange, RowWhat};

use super::entry::stopped;
use super::teller::{Teller, confidence};
use crate::filter::{Sieve, cited};
use crate::{Fault, Session, export, grade};

const DAY_SECONDS: i64 = 86_400;
/// Steps that are looked at: more edits than that in the period of one brief are no judgments.
const MOST_STEPS: usize = 2_000;
/// The fields of an event that hold a judgment, in the order in which they are told.
const JUDGMENTS: [&str; 4] = ["status", "likelihood", "confidence", "severity"];
/// The fields of an event in which a reason may be noted.
const REASONS: [&str; 2] = ["summary", "date_note"];

/// What was judged otherwise, and what came with it.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// By event: fields by name, and what was noted for it.
    events: BTreeMap<EventId, OfEvent>,
    /// Grades that were changed, by table and row.
    grades: BTreeMap<(String, String), Turn>,
}

#[derive(Debug, Default)]
struct OfEvent {
    fields: BTreeMap<String, Turn>,
    /// Notes as they are now, by field.
    notes: BTreeMap<String, String>,
    /// Citations and links that are new, by id.
    citations: Vec<String>,
    links: Vec<String>,
}

/// From one value to another, and when it was last changed.
#[derive(Debug, Clone, PartialEq)]
struct Turn {
    before: Option<String>,
    after: Option<String>,
    day: Day,
}

impl Changes {
    /// How many entries and sources were judged otherwise.
    pub(super) fn len(&self) -> usize {
        self.events.len() + self.grades.len()
    }

    fn note(&mut self, session: &Session, sieve: &Sieve<'_>, row: &RowChange, day: Day) {
        let workspace = session.workspace();
        let of_event = row.event.and_then(|id| workspace.event(id));
        match (row.table.as_str(), row.what) {
            ("event", RowWhat::Edited) => {
                let Some(event) = of_event.filter(|it| sieve.passes(it)) else {
                    return;
                };
                let known = self.events.entry(event.id).or_default();
                for field in &row.fields {
                    known.note(field, day);
                }
            }
            ("citation", RowWhat::Added) => {
                if let Some(event) = of_event.filter(|it| sieve.passes(it)) {
                    self.events
                        .entry(event.id)
                        .or_default()
                        .citations
                        .push(row.row.clone());
                }
            }
            ("link", RowWhat::Added) => {
                let link = workspace
                    .links
                    .iter()
                    .find(|it| it.id.to_string() == row.row);
                let effect = link.and_then(|it| workspace.event(it.effect));
                if let Some(event) = effect.filter(|it| sieve.passes(it)) {
                    self.events
                        .entry(event.id)
                        .or_default()
                        .links
                        .push(row.row.clone());
                }
            }
            ("source" | "citation", RowWhat::Edited) => {
                let is_grade =
                    |it: &&FieldChange| matches!(it.field.as_str(), "reliability" | "credibility");
                if let Some(field) = row.fields.iter().find(is_grade) {
                    turned(
                        self.grades.entry((row.table.clone(), row.row.clone())),
                        field,
                        day,
                    );
                }
            }
            _ => {}
        }
    }

    /// What was changed and changed back is no change.
    fn settle(&mut self) {
        for event in self.events.values_mut() {
            event.fields.retain(|_, it| it.before != it.after);
        }
        self.events.retain(|_, it| !it.fields.is_empty());
        self.grades.retain(|_, it| it.before != it.after);
    }
}

impl OfEvent {
    fn note(&mut self, field: &FieldChange, day: Day) {
        if JUDGMENTS.contains(&field.field.as_str()) {
            turned(self.fields.entry(field.field.clone()), field, day);
        }
        if REASONS.contains(&field.field.as_str()) {
            self.notes
                .insert(field.field.clone(), field.after.clone().unwrap_or_default());
        }
    }
}

/// Several changes of one field are one, from the first value to the last.
fn turned<K: Ord>(
    entry: std::collections::btree_map::Entry<'_, K, Turn>,
    field: &FieldChange,
    day: Day,
) {
    let turn = entry.or_insert_with(|| Turn {
        before: field.before.clone(),
        after: None,
        day,
    });
    turn.after = field.after.clone();
    turn.day = day;
}

/// What was judged otherwise since the beginning of `day`.
pub(super) fn since(session: &Session, sieve: &Sieve<'_>, day: Day) -> Result<Changes, Fault> {
    let begin = day.0 * DAY_SECONDS;
    let mut steps = session.file().steps(None, MOST_STEPS)?.steps;
    steps.retain(|it| it.done && it.at_seconds.is_some_and(|at| at >= begin));
    steps.reverse();
    let mut changes = Changes::default();
    for step in steps {
        let at = step.at_seconds.unwrap_or(begin);
        let day = Day(at.div_euclid(DAY_SECONDS));
        for row in session.file().what_changed(step.number)? {
            changes.note(session, sieve, &row, day);
        }
    }
    changes.settle();
    Ok(changes)
}

/// The changes as entries of a list, those of events in order of time.
pub(super) fn told(teller: &mut Teller<'_>, changes: &Changes) -> Vec<Block> {
    let workspace = teller.workspace;
    let events = changes.events.keys().filter_map(|id| workspace.event(*id));
    let events = crate::filter::by_time(events);
    let mut blocks: Vec<Block> = events
        .into_iter()
        .filter_map(|event| Some((event, changes.events.get(&event.id)?)))
        .map(|(event, of)| Block::Item(judged(teller, event, of)))
        .collect();
    let used = cited(workspace);
    for ((table, row), turn) in &changes.grades {
        let of_source = |it: &&Source| table == "source" && it.id.to_string() == *row;
        let source = workspace.sources.iter().find(of_source);
        let source = source.filter(|it| used.values().any(|all| all.contains(&it.id)));
        let citation = workspace
            .citations
            .iter()
            .find(|it| table == "citation" && it.id.to_string() == *row);
        let what = match (source, citation) {
            (Some(source), _) => {
                format!("The source “{}”: reliability", export::source_line(source))
            }
            (_, Some(citation)) => format!("{}: credibility", of_citation(teller, citation)),
            _ => continue,
        };
        let words = format!(
            "{what} {}.",
            from_to(
                &graded(turn.before.as_deref()),
                &graded(turn.after.as_deref()),
                turn.day
            )
        );
        blocks.push(Block::Item(vec![Span::plain(words)]));
    }
    blocks
}

/// "B (usually reliable)".
fn graded(sign: Option<&str>) -> String {
    match sign {
        None => String::from("not graded"),
        Some(sign) => format!("{sign} ({})", grade::in_words(sign)),
    }
}

fn of_citation(teller: &Teller<'_>, it: &Citation) -> String {
    let workspace = teller.workspace;
    let source = workspace
        .source(it.source)
        .map_or("", |it| it.outlet.as_str());
    let about = match it.target {
        model::Target::Event(id) => workspace.event(id).map(|it| it.title.clone()),
        model::Target::Claim(id) => workspace
            .claims
            .iter()
            .find(|it| it.id == id)
            .map(|it| it.value.clone()),
        model::Target::Link(_) => None,
    };
    format!(
        "What {source} says of “{}”",
        about.unwrap_or_else(|| String::from("a link"))
    )
}

fn from_to(before: &str, after: &str, day: Day) -> String {
    format!("went from {before} to {after} on {}", day.in_words())
}

/// What is judged otherwise of an event: each field in a sentence of its own, then why.
fn judged(teller: &mut Teller<'_>, event: &Event, of: &OfEvent) -> Vec<Span> {
    let mut spans = vec![Span::Strong(stopped(&event.title))];
    for field in JUDGMENTS {
        let Some(turn) = of.fields.get(field) else {
            continue;
        };
        let mut said = |value: &Option<String>| match (value, field) {
            (None, _) => String::from("not stated"),
            (Some(word), "likelihood") => teller.likelihood(&ScaleWord(word.clone())),
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
        spans.push(Span::plain(format!(
            " {what} {}.",
            from_to(&before, &after, turn.day)
        )));
    }
    spans.extend(why(teller, of));
    spans
}

/// What was noted with it: new notes, new sources, new causes; or that nothing was.
fn why(teller: &mut Teller<'_>, of: &OfEvent) -> Vec<Span> {
    let workspace = teller.workspace;
    let mut spans = Vec::new();
    for note in of.notes.values().filter(|it| !it.trim().is_empty()) {
        spans.push(Span::plain(format!(" Noted with it: {}", stopped(note))));
    }
    let links = of
        .links
        .iter()
        .filter_map(|id| workspace.links.iter().find(|it| it.id.to_string() == *id));
    for link in links {
        spans.push(Span::plain(format!(
            " New cause: {}",
            stopped(&cause(teller, link))
        )));
    }
    let cited = of.citations.iter().filter_map(|id| {
        workspace
            .citations
            .iter()
            .find(|it| it.id.to_string() == *id)
    });
    let cited: Vec<&Citation> = cited.collect();
    if !cited.is_empty() {
        spans.push(Span::plain(" New source:"));
        spans.extend(teller.spans(&cited));
        spans.push(Span::plain("."));
    }
    if spans.is_empty() {
        spans.extend([
            Span::plain(" "),
            Span::Missing(String::from("[no reason is noted]")),
        ]);
    }
    spans
}

/// "A (triggers): the note of the link".
fn cause(teller: &Teller<'_>, link: &Link) -> String {
    let workspace = teller.workspace;
    let title = workspace
        .event(link.cause)
        .map_or("", |it| it.title.as_str());
    let label = workspace.link_type(link).map_or("", |it| it.label.as_str());
    match link.note.is_empty() {
        true => format!("“{title}” {label} it"),
        false => format!("“{title}” {label} it ({})", link.note),
    }
}
