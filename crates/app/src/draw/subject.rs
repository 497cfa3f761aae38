//! What a picture shows: a chart, ready to be drawn at any size.

use api::Fault;
use api::dto::{ChartArgs, Focus};
use chart::{Look, Picture};
use model::Workspace;

use super::entries::EntryChart;
use super::numbers::NumberChart;
use crate::lookup::filter::CompiledFilter;
use crate::session::Session;

/// A chart of either kind.
pub(crate) enum Subject<'a> {
    /// Of entries.
    Entries(Box<EntryChart<'a>>),
    /// Of numbers.
    Numbers {
        chart: Box<NumberChart<'a>>,
        focus: Focus,
        /// What chooses the entries that it is computed from.
        compiled: Box<CompiledFilter<'a>>,
    },
}

impl<'a> Subject<'a> {
    /// The chart that is asked for. `seen_px` is the screen on which a part of a map was seen, where it is drawn on another
    /// one.
    pub(crate) fn of(
        session: &'a Session,
        args: &'a ChartArgs,
        seen_px: Option<[f32; 2]>,
    ) -> Result<Self, Fault> {
        if let Some(chart) = EntryChart::of(session, args, seen_px)? {
            return Ok(Self::Entries(Box::new(chart)));
        }
        let Some(chart) = NumberChart::of(session, args)? else {
            let message = "all charts together can only be exported";
            return Err(Fault::argument("chart", message).help("choose one chart"));
        };
        Ok(Self::Numbers {
            chart: Box::new(chart),
            focus: args.focus,
            compiled: Box::new(CompiledFilter::new(session.workspace(), &args.filter)),
        })
    }

    /// The picture at this size.
    pub(crate) fn draw(&self, workspace: &Workspace, look: Look) -> Picture {
        match self {
            Self::Entries(chart) => chart.draw(workspace, look),
            Self::Numbers { chart, focus, .. } => chart.draw(workspace, look, *focus),
        }
    }

    /// What chooses the entries.
    pub(crate) fn compiled(&self) -> &CompiledFilter<'a> {
        match self {
            Self::Entries(chart) => &chart.compiled,
            Self::Numbers { compiled, .. } => compiled,
        }
    }
}
