//! The verb `chart`: a picture of the workspace.

use api::Fault;
use api::dto::{Chart, ChartArgs};

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
    match args.chart {
        // The picture is ready, so there is time for this now.
        Chart::Timeline(_) => session.look_through(),
        // On screen it fills the available space; only pages grow.
        Chart::Index(_) => picture.content_height_px = 0.0,
        _ => {}
    }
    let legend = screen.legend_width_px;
    Ok(Drawn {
        legend: legend.map(|it| chart::screen_legend(&picture.legend, it, look.theme)),
        picture,
    })
}
