//! Judgments that changed since a day, with what came with them, from the history.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use api::Fault;
use model::date::Day;
use model::{CitationId, EventId, LinkId, SourceId};
use store::{FieldChange, RowChange, RowWhat};

use crate::lookup::filter::{CompiledFilter, cited};
use crate::session::Session;

const DAY_SECONDS: i64 = 86_400;
/// Steps that are looked at: more edits than that in the period of one brief are not assessments.
const MOST_STEPS: usize = 2_000;
/// The fields of an event that hold an assessment, in the order of the brief.
pub(super) const JUDGMENTS: [&str; 4] = ["status", "likelihood", "confidence", "severity"];
/// The fields of an event in which a reason may be noted.
const REASONS: [&str; 2] = ["summary", "date_note"];

/// Changed assessments, and what was recorded with them.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Entries with changed assessments.
    pub(super) events: BTreeMap<EventId, OfEvent>,
    /// The letters of sources.
    pub(super) letters: BTreeMap<SourceId, Turn>,
    /// The digits of what is cited.
    pub(super) digits: BTreeMap<CitationId, Turn>,
    /// True when there are more steps in the period than were looked at, and how many those are.
    pub(super) is_cut: bool,
    pub(super) looked_at: usize,
}

/// The changed assessments of an event.
#[derive(Debug, Default)]
pub(super) struct OfEvent {
    /// By field.
    pub(super) fields: BTreeMap<String, Turn>,
    /// Notes as they are now, by field.
    pub(super) notes: BTreeMap<String, String>,
    /// Citations of it that are new.
    pub(super) citations: Vec<CitationId>,
    /// Links to it that are new.
    pub(super) links: Vec<LinkId>,
}

/// From one value to another, and when it was last changed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Turn {
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    pub(super) day: Day,
}

/// Assessments that changed since the beginning of `day`.
pub(super) fn since(
    session: &Session,
    compiled: &CompiledFilter<'_>,
    day: Day,
) -> Result<Changes, Fault> {
    let begin = day.0 * DAY_SECONDS;
    let mut steps = session.file(|it| it.steps(None, MOST_STEPS))?.steps;
    let is_within = |at: Option<i64>| at.is_some_and(|at| at >= begin);
    let mut changes = Changes {
        is_cut: steps.len() == MOST_STEPS
            && steps.last().is_some_and(|it| is_within(it.at_seconds)),
        looked_at: steps.len(),
        ..Changes::default()
    };
    steps.retain(|it| it.done && is_within(it.at_seconds));
    steps.reverse();
    for step in steps {
        let at = step.at_seconds.unwrap_or(begin);
        let day = Day(at.div_euclid(DAY_SECONDS));
        for row in session.file(|it| it.what_changed(step.number))? {
            changes.note(session, compiled, &row, day);
        }
    }
    changes.settle(session, compiled);
    Ok(changes)
}

impl Changes {
    /// How many judgments changed.
    pub(super) fn len(&self) -> usize {
        self.events.len() + self.letters.len() + self.digits.len()
    }

    fn note(
        &mut self,
        session: &Session,
        compiled: &CompiledFilter<'_>,
        row: &RowChange,
        day: Day,
    ) {
        let workspace = session.workspace();
        let event = row.event.and_then(|id| workspace.event(id));
        let event = event.filter(|it| compiled.passes(it));
        match (row.table.as_str(), row.what) {
            ("event", RowWhat::Edited) => {
                if let Some(event) = event {
                    self.events.entry(event.id).or_default().note(row, day);
                }
            }
            ("citation", RowWhat::Added) => {
                if let (Some(event), Ok(id)) = (event, row.row.parse()) {
                    self.events.entry(event.id).or_default().citations.push(id);
                }
            }
            ("link", RowWhat::Added) => {
                let link = row.row.parse().ok().and_then(|id| workspace.link(id));
                if let Some(link) = link {
                    self.events
                        .entry(link.effect)
                        .or_default()
                        .links
                        .push(link.id);
                }
            }
            ("source", RowWhat::Edited) => {
                if let Ok(id) = row.row.parse() {
                    turned(self.letters.entry(id), row, "reliability", day);
                }
            }
            ("citation", RowWhat::Edited) => {
                if let (Some(_), Ok(id)) = (event, row.row.parse()) {
                    turned(self.digits.entry(id), row, "credibility", day);
                }
            }
            _ => {}
        }
    }

    /// A change that was reverted does not count; sources that no passing entry cites are ignored.
    fn settle(&mut self, session: &Session, compiled: &CompiledFilter<'_>) {
        let workspace = session.workspace();
        for event in self.events.values_mut() {
            event.fields.retain(|_, it| it.before != it.after);
        }
        self.events.retain(|id, it| {
            let passes = workspace.event(*id).is_some_and(|it| compiled.passes(it));
            passes && !it.fields.is_empty()
        });
        self.digits.retain(|_, it| it.before != it.after);
        self.letters.retain(|_, it| it.before != it.after);
        if self.letters.is_empty() {
            return;
        }
        let cited = cited(workspace);
        let cited = |id: &SourceId| {
            let mut passing = compiled.passing();
            passing.any(|it| cited.get(&it.id).is_some_and(|all| all.contains(id)))
        };
        self.letters.retain(|id, _| cited(id));
    }
}

impl OfEvent {
    fn note(&mut self, row: &RowChange, day: Day) {
        for name in JUDGMENTS {
            turned(self.fields.entry(name.to_owned()), row, name, day);
        }
        for field in &row.fields {
            if REASONS.contains(&field.field.as_str()) {
                let now = field.after.clone().unwrap_or_default();
                self.notes.insert(field.field.clone(), now);
            }
        }
    }
}

/// Several changes of one field are one, from the first value to the last.
fn turned<K: Ord>(entry: Entry<'_, K, Turn>, row: &RowChange, name: &str, day: Day) {
    let is_it = |it: &&FieldChange| it.field == name;
    let Some(field) = row.fields.iter().find(is_it) else {
        return;
    };
    let turn = entry.or_insert_with(|| Turn {
        before: field.before.clone(),
        after: None,
        day,
    });
    turn.after = field.after.clone();
    turn.day = day;
}
