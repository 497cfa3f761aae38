//! Themes collapsed into one box each: links from and to their events are kept, links between them are dropped.

use std::collections::{BTreeMap, BTreeSet};

use model::date::Moment;
use model::{Event, EventId, FuzzyDate, Kind, ThemeId, Workspace};

/// The same workspace with one entry in place of all `shown` events of each of the `themes`, by leading theme. The entry
/// has the id of the first of them.
pub(super) fn collapsed(
    workspace: &Workspace,
    shown: &BTreeSet<EventId>,
    themes: &BTreeSet<ThemeId>,
) -> Workspace {
    let mut members: BTreeMap<ThemeId, Vec<&Event>> = BTreeMap::new();
    for event in workspace.events.iter().filter(|it| shown.contains(&it.id)) {
        if let Some(theme) = event.leading_theme().filter(|it| themes.contains(it)) {
            members.entry(theme).or_default().push(event);
        }
    }
    let mut stands_for: BTreeMap<EventId, EventId> = BTreeMap::new();
    for events in members.values() {
        for event in events {
            stands_for.insert(event.id, events[0].id);
        }
    }
    let of = |id: EventId| stands_for.get(&id).copied().unwrap_or(id);
    let mut together = workspace.clone();
    together.events.retain(|it| of(it.id) == it.id);
    for event in &mut together.events {
        let theme = event.leading_theme().and_then(|it| members.get(&it));
        if let Some(events) = theme.filter(|events| events[0].id == event.id) {
            *event = whole(workspace, events);
        }
    }
    for link in &mut together.links {
        (link.cause, link.effect) = (of(link.cause), of(link.effect));
    }
    together
}

/// One entry in place of all of these, spanning all their dates.
fn whole(workspace: &Workspace, events: &[&Event]) -> Event {
    let theme = events[0].leading_theme().and_then(|id| workspace.theme(id));
    let name = theme.map_or("", |it| it.name.as_str());
    let ending = if events.len() == 1 { "" } else { "s" };
    Event {
        kind: Kind::Condition,
        severity: events.iter().map(|it| it.severity).max().unwrap_or(1),
        themes: events[0].themes.clone(),
        date: span(events),
        title: format!("{name}: {} event{ending}", events.len()),
        ..Event::titled(events[0].id, events[0].handle.clone(), String::new())
    }
}

/// From the first known beginning to the last known end.
fn span(events: &[&Event]) -> Option<FuzzyDate> {
    let dates = || events.iter().filter_map(|it| it.date.as_ref());
    let first = dates().filter_map(|it| it.bounds.start_earliest).min()?;
    let last = dates().filter_map(|it| it.bounds.end_latest).max()?;
    let day = |it: Moment| Moment::whole(it.day);
    FuzzyDate::from_edtf(&format!("{}/{}", day(first), day(last))).ok()
}
