//! The verb `chart`: a picture of the workspace.

use api::Fault;
use api::dto::{Chart, ChartArgs, Filter};
use chart::Picture;
use model::{Board, Held};

use super::subject::Subject;
use super::wire::Drawn;
use super::{numbers, terms};
use crate::session::Session;

/// The chart that is asked for.
pub(crate) fn chart(session: &Session, args: ChartArgs) -> Result<Drawn, Fault> {
    let screen = args.look.ok_or_else(|| {
        Fault::argument("look", "look is missing").help("give the size of the picture")
    })?;
    let look = terms::look(screen);
    if let Chart::Index(it) = &args.chart
        && let Some(left_px) = it.strip_left_px
    {
        return numbers::strip(session, &args, it, (look, left_px)).map(Drawn::from);
    }
    let mut picture = Subject::of(session, &args, None)?.draw(session.workspace(), look);
    match &args.chart {
        // The picture is ready, so there is time for this now.
        Chart::Timeline(_) => session.look_through(),
        // On screen it fills the available space; only pages grow.
        Chart::Index(_) => picture.content_height_px = 0.0,
        _ => {}
    }
    let legend = screen.legend_width_px;
    Ok(Drawn {
        layout: if is_whole(&args) {
            new_layout(session, &picture)
        } else {
            None
        },
        legend: legend.map(|it| chart::screen_legend(&picture.legend, it, look.theme)),
        picture,
    })
}

/// Whether it is the cause map of everything: only its layout is kept, so that a filter does not make it forget the rest.
fn is_whole(args: &ChartArgs) -> bool {
    let Chart::CauseMap(map) = &args.chart else {
        return false;
    };
    let has_part = !map.near.ids.is_empty() || args.filter != Filter::default();
    !has_part && map.collapsed.is_empty() && map.folded.is_empty()
}

/// Rows and order of a cause map, if they differ from those that are kept.
fn new_layout(session: &Session, picture: &Picture) -> Option<Vec<Vec<Vec<String>>>> {
    let hint = &picture.map.as_ref()?.hint;
    if session.workspace().hints.of(Board::CauseMapDown) == Some(hint) || hint.nodes() == 0 {
        return None;
    }
    let row = |row: &Vec<Held>| row.iter().map(Held::to_string).collect();
    let part = |rows: &Vec<Vec<Held>>| rows.iter().map(row).collect();
    Some(hint.parts.iter().map(part).collect())
}
