//! Judgments that changed since a day, from the history.

use exchange::brief::Change;
use model::date::Day;
use model::{Event, EventId};
use store::{FieldChange, RowWhat};

use crate::filter::Sieve;
use crate::{Fault, Session};

const DAY_SECONDS: i64 = 86_400;
/// Steps that are looked at: more edits than that in the period of one brief are no judgments.
const MOST_STEPS: usize = 2_000;
/// The fields of an event that hold a judgment.
const JUDGMENTS: [&str; 4] = ["likelihood", "confidence", "severity", "status"];

/// What was judged otherwise since the beginning of `day`, oldest first; several changes of one field are one.
pub(super) fn since(session: &Session, sieve: &Sieve<'_>, day: Day) -> Result<Vec<Change>, Fault> {
    let begin = day.0 * DAY_SECONDS;
    let mut steps = session.file().steps(None, MOST_STEPS)?.steps;
    steps.retain(|it| it.done && it.at_seconds.is_some_and(|at| at >= begin));
    steps.reverse();
    let mut changes: Vec<(EventId, Change)> = Vec::new();
    for step in steps {
        let day = step
            .at_seconds
            .map_or(Day(0), |at| Day(at.div_euclid(DAY_SECONDS)));
        for row in session.file().what_changed(step.number)? {
            let event = row.event.and_then(|id| session.workspace().event(id));
            let Some(event) = event.filter(|it| {
                row.table == "event" && row.what == RowWhat::Edited && sieve.passes(it)
            }) else {
                continue;
            };
            for field in row
                .fields
                .iter()
                .filter(|it| JUDGMENTS.contains(&it.field.as_str()))
            {
                note(&mut changes, event, field, day);
            }
        }
    }
    // What was changed and changed back is no change.
    changes.retain(|(_, it)| it.before != it.after);
    Ok(changes.into_iter().map(|it| it.1).collect())
}

fn note(changes: &mut Vec<(EventId, Change)>, event: &Event, field: &FieldChange, day: Day) {
    let told = |value: &Option<String>| value.clone().unwrap_or_else(|| String::from("not stated"));
    let known = changes
        .iter_mut()
        .find(|(id, it)| *id == event.id && it.field == field.field);
    if let Some((_, known)) = known {
        known.after = told(&field.after);
        known.day = day.in_words();
        return;
    }
    let change = Change {
        day: day.in_words(),
        title: event.title.clone(),
        field: field.field.clone(),
        before: told(&field.before),
        after: told(&field.after),
    };
    changes.push((event.id, change));
}
