//! The verbs that give the page a few rows, or one.

use api::bounds::id;
use api::dto::{
    Chosen, ChosenArgs, IdsArgs, IdsOf, IdsOfArgs, LinkRow, LinkRowArgs, Page, PageArgs, Row,
    RowArgs,
};
use api::{Fault, FaultCode};
use model::{EventId, LinkId};

use crate::lookup::rows::{count, event_ref};
use crate::read::list;
use crate::session::Session;

/// Rows when none are asked for.
const ROWS: u32 = 100;

/// Some of the entries that pass, in order of time.
pub(crate) fn page(session: &Session, args: PageArgs) -> Result<Page, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let limit = args.limit.unwrap_or(ROWS) as usize;
    let around: Option<EventId> = args.around.map(|it| id("around", &it)).transpose()?;
    let place = around.and_then(|it| shown.place(workspace, it));
    let wanted = match (place, args.from_days) {
        (Some(place), _) => place.saturating_sub(limit / 2),
        (None, Some(days)) => shown.before_day(workspace, days),
        (None, None) => args.offset as usize,
    };
    // A page is full wherever there is enough.
    let offset = wanted.min(shown.len().saturating_sub(limit));
    Ok(Page {
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
pub(crate) fn row(session: &Session, args: RowArgs) -> Result<Row, Fault> {
    let workspace = session.workspace();
    let wanted: EventId = id("id", &args.id)?;
    let event = workspace
        .event(wanted)
        .ok_or_else(|| gone("event", &args.id))?;
    Ok(Row {
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
    let mut events = Vec::new();
    for it in &args.ids {
        let wanted: EventId = id("ids", it)?;
        let event = workspace.event(wanted);
        events.extend(event.filter(|_| shown.has(workspace, wanted)));
    }
    Ok(Chosen {
        rows: list::some_events(workspace, &events),
        hidden: count(args.ids.len() - events.len()),
    })
}

/// One link.
pub(crate) fn link_row(session: &Session, args: LinkRowArgs) -> Result<LinkRow, Fault> {
    let workspace = session.workspace();
    let wanted: LinkId = id("id", &args.id)?;
    let link = workspace.links.iter().find(|it| it.id == wanted);
    let found = link.and_then(|link| list::one_link(workspace, link));
    found.ok_or_else(|| gone("link", &args.id))
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
            all.map(|event| event.id.to_string()).collect()
        },
    })
}

/// Which of these events there are, in the order asked for.
pub(crate) fn present(session: &Session, args: IdsArgs) -> Result<Vec<String>, Fault> {
    let there = |it: &String| -> Result<bool, Fault> {
        let event: EventId = id("ids", it)?;
        Ok(session.workspace().event(event).is_some())
    };
    let mut found = Vec::new();
    for it in args.ids {
        if there(&it)? {
            found.push(it);
        }
    }
    Ok(found)
}

fn gone(what: &str, id: &str) -> Fault {
    let mut fault = Fault::new(FaultCode::NotFound, format!("there is no {what} {id}"));
    fault.field = Some(String::from("id"));
    fault.help("it may have been deleted; list what there is")
}
