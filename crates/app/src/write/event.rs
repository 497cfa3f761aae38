//! Events: adding, editing, moving in time, copying, deleting.

use api::Fault;
use api::dto::{DateEnd, Done, EditArgs, IdsArgs, MakeArgs, RedateArgs, SetField};
use model::date::{Ends, ShiftError};
use model::{Event, EventId, PINNED};

use super::existing::ids;
use super::{claim, event_field, existing};
use crate::session::Session;
use crate::session::plan::Plan;
use crate::session::step_names::{fields, one_or_many, titled};
use crate::write::new_handles::event_handle;

/// Adds an event from its fields.
pub(crate) fn add_event(session: &mut Session, args: MakeArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let id = EventId(plan.fresh());
        let mut event = Event::titled(id, "", "");
        event_field::set_all(plan, &mut event, &args.set, args.make_new)?;
        if event.title.is_empty() {
            return Err(
                Fault::argument("title", "title is empty").help("say in one line what happened")
            );
        }
        let name = format!("Add {}", titled(&event.title));
        put_new(plan, event);
        Ok(name)
    })
}

/// Puts a new event, with the next handle of its kind unless it has one.
pub(crate) fn put_new(plan: &mut Plan<'_>, mut event: Event) {
    if event.handle.is_empty() {
        event.handle = event_handle(plan, event.kind);
    }
    plan.note_added("event", event.id.0, &event.handle);
    plan.put_event(event);
}

/// Sets the same fields of several events.
pub(crate) fn edit(session: &mut Session, args: EditArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut titles = Vec::new();
        for id in &args.events {
            let mut event = existing::event(plan, "events", *id)?;
            titles.push(event.title.clone());
            event_field::set_all(plan, &mut event, &args.set, args.make_new)?;
            for set in &args.set {
                claim::follow(plan, &event, event_field::plural(&set.field));
            }
            plan.put_event(event);
        }
        let what = one_or_many(titles.iter().map(String::as_str), "events");
        Ok(edited(&args.set, &what))
    })
}

/// "Re-date “Geneva talks”", "Edit severity of 3 events".
fn edited(set: &[SetField], what: &str) -> String {
    match set {
        [only] if only.field == "date" => format!("Re-date {what}"),
        all => {
            let names = all.iter().map(|it| event_field::plural(&it.field));
            format!("Edit {} of {what}", fields(names))
        }
    }
}

/// Deletes events with their links, claims and citations.
pub(crate) fn delete(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut titles = Vec::new();
        for id in ids::<EventId>("ids", &args.ids)? {
            titles.push(existing::event(plan, "ids", id)?.title);
            plan.delete_event(id);
        }
        let what = one_or_many(titles.iter().map(String::as_str), "events");
        Ok(format!("Delete {what}"))
    })
}

/// Pins events, or unpins them if all of them are pinned.
pub(crate) fn pin(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut events = Vec::new();
        for id in ids::<EventId>("ids", &args.ids)? {
            events.push(existing::event(plan, "ids", id)?);
        }
        let unpin = events.iter().all(Event::is_pinned);
        let verb = if unpin { "Unpin" } else { "Pin" };
        let what = one_or_many(events.iter().map(|it| it.title.as_str()), "events");
        for mut event in events {
            event.tags.retain(|tag| tag != PINNED);
            event.tags.extend((!unpin).then(|| String::from(PINNED)));
            plan.put_event(event);
        }
        Ok(format!("{verb} {what}"))
    })
}

/// Copies events with all their fields. A copy is a statement of its own, so it has no citations, claims and links: no
/// source is cited for what it has not been read for.
pub(crate) fn duplicate(session: &mut Session, args: IdsArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let mut titles = Vec::new();
        for id in ids::<EventId>("ids", &args.ids)? {
            let event = existing::event(plan, "ids", id)?;
            titles.push(event.title.clone());
            let copy = Event {
                id: EventId(plan.fresh()),
                handle: String::new(),
                title: copied(&event.title),
                ..event
            };
            put_new(plan, copy);
        }
        let what = one_or_many(titles.iter().map(String::as_str), "events");
        Ok(format!("Duplicate {what}"))
    })
}

/// The title of a copy, still within the longest that a title may be.
fn copied(title: &str) -> String {
    const MARK: &str = " (copy)";
    let kept: String = title
        .chars()
        .take(crate::lookup::value::LINE - MARK.len())
        .collect();
    kept + MARK
}

/// Moves events in time, or one end of them.
pub(crate) fn redate(session: &mut Session, args: RedateArgs) -> Result<Done, Fault> {
    let ends = match args.end {
        DateEnd::Both => Ends::Both,
        DateEnd::Start => Ends::Start,
        DateEnd::End => Ends::End,
    };
    session.write(|plan| {
        let mut titles = Vec::new();
        let ids = &args.ids;
        for id in ids {
            let mut event = existing::event(plan, "ids", *id)?;
            // Among several, what has no date simply stays.
            let Some(date) = event.date.take() else {
                if ids.len() == 1 {
                    return Err(undated(&event));
                }
                continue;
            };
            titles.push(event.title.clone());
            let moved = date.shifted(i64::from(args.by_days), ends);
            event.date = Some(moved.map_err(|error| not_moved(&event, &error))?);
            claim::follow(plan, &event, "date");
            plan.put_event(event);
        }
        let what = one_or_many(titles.iter().map(String::as_str), "events");
        Ok(format!("Re-date {what}"))
    })
}

fn undated(event: &Event) -> Fault {
    let message = format!("{} has no date to move", titled(&event.title));
    Fault::argument("date", message).help("give it a date first")
}

fn not_moved(event: &Event, error: &ShiftError) -> Fault {
    let help = match error {
        ShiftError::Crossed => "move it less far",
        ShiftError::OutOfReach | ShiftError::NoEnd(_) | ShiftError::NoStep(_) => {
            "type the new date"
        }
    };
    let message = format!("{} was not moved: {error}", titled(&event.title));
    Fault::argument("date", message).help(help)
}
