//! The verbs that draw entries: the timeline and the charts of relations.

use api::Fault;
use api::dto::{CausesArgs, LayersArgs, ThemesMapArgs, TimelineArgs};
use chart::Picture;

use super::chart::{Chart, View, collapsed, event, flow, groups_by, lanes, look, near, steps};
use super::viewport::Part;
use crate::lookup::filter::Sieve;
use crate::session::Session;
use crate::session::day::as_of;

/// The timeline.
pub(crate) fn timeline(session: &Session, args: TimelineArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Timeline {
            lanes: lanes(args.lanes, &args.arrange)?,
            overview: args.overview,
            collapse: args.collapse,
            steps: steps(args.steps)?,
            links: args.links,
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, args.scroll_px);
    let picture = chart.draw(session.workspace(), look);
    // Now that something is shown there is time for it.
    session.look_through();
    Ok(picture)
}

/// The causal chart.
pub(crate) fn causes(session: &Session, args: CausesArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Causes {
            near: near(session, &args.near, &args.filter)?,
            lanes: args.lanes,
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, args.scroll_px);
    Ok(chart.draw(session.workspace(), look))
}

/// The layered map.
pub(crate) fn layers(session: &Session, args: LayersArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Layers {
            near: near(session, &args.near, &args.filter)?,
            flow: flow(args.down),
            implied: args.implied,
            collapsed: collapsed(&args.collapsed)?,
            part: args.at.map(Part::of),
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, 0.0);
    Ok(chart.draw(session.workspace(), look))
}

/// The map of themes or actors.
pub(crate) fn themes(session: &Session, args: ThemesMapArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Themes {
            near: near(session, &args.near, &args.filter)?,
            by: groups_by(args.by),
            wholes: args.wholes,
            part: args.at.map(Part::of),
        },
        from_days: None,
        to_days: None,
        selected: event(args.selected.as_deref())?,
        hovered: None,
        as_of: None,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, 0.0);
    Ok(chart.draw(session.workspace(), look))
}
