//! The verbs that give the page a few rows, or one.

use api::bounds::id;
use api::dto::{
    Chosen, ChosenArgs, EventIds, IdsArgs, IdsOf, IdsOfArgs, LinkRow, LinkRowArgs, ListSlice,
    PageArgs, RowArgs, RowPlace,
};
use api::{Fault, FaultCode};
use model::EventId;

use crate::lookup::rows::{count, event_ref};
use crate::read::list;
use crate::session::Session;

/// Rows when none are asked for.
const ROWS: u32 = 100;

/// A slice of the entries that pass, in order of time.
pub(crate) fn page(session: &Session, args: PageArgs) -> Result<ListSlice, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let limit = args.limit.unwrap_or(ROWS) as usize;
    let place = args.around.and_then(|it| shown.place(workspace, it));
    let wanted = match (place, args.from_days) {
        (Some(place), _) => place.saturating_sub(limit / 2),
        (None, Some(days)) => shown.before_day(workspace, days),
        (None, None) => args.offset as usize,
    };
    // A page is full wherever there is enough.
    let offset = wanted.min(shown.len().saturating_sub(limit));
    Ok(ListSlice {
        total: count(shown.len()),
        offset: count(offset),
        rows: shown
            .from(workspace, offset)
            .take(limit)
            .map(event_ref)
            .collect(),
    })
}

/// One event, and where it lies among those that pass.
pub(crate) fn row(session: &Session, args: RowArgs) -> Result<RowPlace, Fault> {
    let workspace = session.workspace();
    let wanted = args.id;
    let event = workspace
        .event(wanted)
        .ok_or_else(|| gone("event", wanted))?;
    Ok(RowPlace {
        event: list::one_event(workspace, event),
        place: session
            .shown(&args.filter)?
            .place(workspace, wanted)
            .map(count),
        span_days: event.date.as_ref().and_then(model::FuzzyDate::span_days),
    })
}

/// Some events by their ids, as far as they pass.
pub(crate) fn chosen(session: &Session, args: ChosenArgs) -> Result<Chosen, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let passing = args.ids.iter().filter(|it| shown.has(workspace, **it));
    let events: Vec<_> = passing.filter_map(|it| workspace.event(*it)).collect();
    Ok(Chosen {
        rows: list::some_events(workspace, &events),
        hidden: count(args.ids.len() - events.len()),
    })
}

/// One link.
pub(crate) fn link_row(session: &Session, args: LinkRowArgs) -> Result<LinkRow, Fault> {
    let workspace = session.workspace();
    let link = workspace.link(args.id);
    let found = link.and_then(|link| list::one_link(workspace, link));
    found.ok_or_else(|| gone("link", args.id))
}

/// The ids of what passes, where they are not too many.
pub(crate) fn ids(session: &Session, args: IdsOfArgs) -> Result<IdsOf, Fault> {
    let shown = session.shown(&args.filter)?;
    let most = args.most as usize;
    let all = shown.from(session.workspace(), 0);
    Ok(IdsOf {
        total: count(shown.len()),
        ids: if shown.len() > most {
            Vec::new()
        } else {
            all.map(|event| event.id).collect()
        },
    })
}

/// Which of these events there are, in the order asked for.
pub(crate) fn present(session: &Session, args: IdsArgs) -> Result<EventIds, Fault> {
    let mut found = Vec::new();
    for text in &args.ids {
        let event: EventId = id("ids", text)?;
        found.extend(session.workspace().event(event).map(|it| it.id));
    }
    Ok(EventIds(found))
}

pub(crate) fn gone(what: &str, id: impl std::fmt::Display) -> Fault {
    let mut fault = Fault::new(FaultCode::NotFound, format!("there is no {what} {id}"));
    fault.field = Some(String::from("id"));
    fault.help("it may have been deleted; list what there is")
}
