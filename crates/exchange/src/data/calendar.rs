//! What is coming, for calendars (iCalendar, RFC 5545).

use icalendar::{Calendar, Component, Event as Entry, EventLike, EventStatus, Property};
use model::{Event, Status};

use super::{Picked, days, legible, words};

/// What is planned, in doubt or called off, each on all the days on which it may be. An entry without a last day stands on its
/// first, and says so. What merely might be is no date for a calendar.
#[must_use]
pub fn calendar(picked: &Picked<'_>) -> String {
    let mut calendar = Calendar::new();
    // The library lets line ends of the name through, and carriage returns everywhere.
    calendar.name(&legible(&picked.workspace.name).replace('\n', " "));
    for event in picked.events.iter().filter(|it| {
        matches!(
            it.status,
            Status::Planned | Status::Doubtful | Status::Cancelled
        )
    }) {
        calendar.extend(entry(picked, event));
    }
    calendar.to_string()
}

fn entry(picked: &Picked<'_>, event: &Event) -> Option<Entry> {
    let (first, last) = days(event)?;
    let is_open = event
        .date
        .as_ref()
        .is_some_and(|it| it.bounds.end_latest.is_none());
    let last = if is_open { first } else { last };
    let mut entry = Entry::new();
    entry.uid(&format!("{}@faultline", event.id));
    // The day of the judgment, not of the export: the same workspace gives the same bytes.
    let stamp = picked.workspace.as_of.unwrap_or(first);
    entry.add_property("DTSTAMP", format!("{}T000000Z", compact(stamp)));
    let day = |name: &str, day| {
        Property::new(name, compact(day))
            .add_parameter("VALUE", "DATE")
            .done()
    };
    entry.append_property(day("DTSTART", first));
    // The end of whole days is the day after.
    entry.append_property(day("DTEND", last.plus(1)));
    entry.summary(&legible(&event.title));
    entry.description(&legible(&told(picked, event, is_open)));
    entry.status(match event.status {
        Status::Planned => EventStatus::Confirmed,
        Status::Cancelled => EventStatus::Cancelled,
        _ => EventStatus::Tentative,
    });
    let themes = picked.themes(event);
    if let Some(theme) = themes.first() {
        entry.add_multi_property("CATEGORIES", &legible(theme));
    }
    let place = event
        .places
        .iter()
        .find_map(|id| picked.workspace.place(*id));
    if let Some(place) = place {
        entry.location(&legible(&place.name));
    }
    Some(entry.done())
}

/// Date, likelihood and sources in words.
fn told(picked: &Picked<'_>, event: &Event, is_open: bool) -> String {
    let mut parts = vec![format!("{}: {}", event.status.word(), words(event))];
    if is_open {
        parts.push(String::from("no last day is known"));
    }
    if let Some(likelihood) = &event.likelihood {
        parts.push(likelihood.0.clone());
    }
    let sources = picked.handles(model::Target::Event(event.id));
    if !sources.is_empty() {
        parts.push(format!("sources {sources}"));
    }
    if !event.summary.is_empty() {
        parts.push(event.summary.clone());
    }
    parts.join("\n")
}

/// "20250611".
fn compact(day: model::date::Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}
