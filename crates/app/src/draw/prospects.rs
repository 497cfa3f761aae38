//! What may happen, and its assessment on an earlier day, from the history.

use api::Fault;
use chart::Prospect;
use model::date::Day;
use model::{Event, EventId, Scale, ScaleWord};
use store::{RowChange, Step};

use crate::lookup::filter::CompiledFilter;
use crate::session::Session;

const DAY_SECONDS: i64 = 86_400;

/// The entries that may happen and pass, the most severe first. With `since`, each with what it was at the end of that day.
pub(super) fn prospects<'a>(
    session: &'a Session,
    compiled: &CompiledFilter<'a>,
    scale: Option<&Scale>,
    since: Option<Day>,
) -> Result<Vec<Prospect<'a>>, Fault> {
    let is_open = |it: &&'a Event| it.is_unrealized() && it.status != model::Status::Cancelled;
    let mut all = Vec::new();
    for event in compiled.passing().filter(is_open) {
        let now = (place(scale, event.likelihood.as_ref()), event.severity);
        let before = match since {
            Some(day) => before(session, event, scale, day)?,
            None => None,
        };
        all.push(Prospect {
            event,
            likelihood: now.0,
            before: before.filter(|it| *it != now),
        });
    }
    all.sort_by_key(|it| (std::cmp::Reverse(it.event.severity), it.event.id));
    Ok(all)
}

/// The position of a word on the scale. Two words of one band share a position.
fn place(scale: Option<&Scale>, word: Option<&ScaleWord>) -> Option<usize> {
    let (scale, word) = (scale?, word?);
    let band = scale.band(word)?;
    bands(scale).iter().position(|it| it.1 == band)
}

/// The bands of a scale, each with its first word.
pub(super) fn bands(scale: &Scale) -> Vec<(String, model::Band)> {
    let mut bands: Vec<(String, model::Band)> = Vec::new();
    for (word, band) in &scale.words {
        if !bands.iter().any(|it| it.1 == *band) {
            bands.push((word.0.clone(), *band));
        }
    }
    bands
}

/// Likelihood and severity at the end of `day`; `None` when the entry was not there yet.
fn before(
    session: &Session,
    event: &Event,
    scale: Option<&Scale>,
    day: Day,
) -> Result<Option<(Option<usize>, u8)>, Fault> {
    let end = (day.0 + 1) * DAY_SECONDS;
    before_steps(session, event, scale, |step| {
        step.at_seconds.is_some_and(|at| at >= end)
    })
}

/// Likelihood and severity before the steps that are `later`; `None` when one of them brought the entry.
fn before_steps(
    session: &Session,
    event: &Event,
    scale: Option<&Scale>,
    later: impl Fn(&Step) -> bool,
) -> Result<Option<(Option<usize>, u8)>, Fault> {
    let mut likelihood = event.likelihood.clone();
    let mut severity = event.severity;
    for step in session.file(|it| it.steps_of_event(event.id, usize::MAX))? {
        if !step.done || !later(&step) {
            continue;
        }
        for row in session.file(|it| it.what_changed(step.number))? {
            if !is_of(&row, event.id) {
                continue;
            }
            if row.what == store::RowWhat::Added {
                return Ok(None);
            }
            for field in &row.fields {
                match field.field.as_str() {
                    "likelihood" => likelihood = field.before.clone().map(ScaleWord),
                    "severity" => {
                        severity = field
                            .before
                            .as_ref()
                            .and_then(|it| it.parse().ok())
                            .unwrap_or(severity);
                    }
                    _ => {}
                }
            }
        }
    }
    Ok(Some((place(scale, likelihood.as_ref()), severity)))
}

fn is_of(row: &RowChange, event: EventId) -> bool {
    row.table == "event" && row.row == event.to_string()
}
