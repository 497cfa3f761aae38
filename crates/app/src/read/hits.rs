//! The verbs that say where something lies in time: `hits`, `span` and `passing`.

use api::Fault;
use api::dto::{ChosenArgs, EventIds, Extent, Hits, HitsArgs, SpanArgs};
use model::EventId;

use crate::lookup::rows::{count, extent};
use crate::session::Session;

/// How many entries that pass begin in each of some bins of the same length.
pub(crate) fn hits(session: &Session, args: HitsArgs) -> Result<Hits, Fault> {
    let workspace = session.workspace();
    let shown = session.shown(&args.filter)?;
    let length = (args.to_days - args.from_days) / f64::from(args.bins);
    let edge = |bin: u32| shown.before_day(workspace, args.from_days + f64::from(bin) * length);
    let edges: Vec<usize> = (0..=args.bins).map(edge).collect();
    Ok(Hits {
        total: count(shown.len()),
        bins: edges.windows(2).map(|it| count(it[1] - it[0])).collect(),
        place: args.at.and_then(|it| shown.place(workspace, it)).map(count),
    })
}

/// From the first known start to the last known end of some entries; `None` when nothing is known.
pub(crate) fn span(session: &Session, args: SpanArgs) -> Result<Option<Extent>, Fault> {
    let workspace = session.workspace();
    if args.ids.is_empty() {
        let shown = session.shown(&args.filter)?;
        return Ok(shown.extent());
    }
    let events = args.ids.iter().filter_map(|it| workspace.event(*it));
    Ok(extent(events))
}

/// Which of these events pass a filter, in the order asked for.
pub(crate) fn passing(session: &Session, args: ChosenArgs) -> Result<EventIds, Fault> {
    let shown = session.shown(&args.filter)?;
    let passes = |it: &EventId| shown.has(session.workspace(), *it);
    Ok(EventIds(args.ids.into_iter().filter(passes).collect()))
}
