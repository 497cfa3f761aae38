//! The charts of a brief.

use chart::{GroupsBy, Lanes, Look, Picture};
use exchange::brief::{FIGURE_WIDTH_PX, Figure};
use model::Event;
use model::date::Day;
use scene::Theme;

use super::time::period;
use crate::dto::{BriefArgs, Scaling};
use crate::filter::Sieve;
use crate::pictures::{Chart, View, flow};
use crate::risk::{Chosen, Grid, window};
use crate::{Fault, Session};

/// How high a chart is drawn, at least; many grow with what they hold.
fn least_height_px(view: &str) -> f32 {
    match view {
        "layers" => 640.0,
        "index" | "outlook" => 380.0,
        "heat" => 100.0,
        _ => 240.0,
    }
}

/// Days before and after the period that a chart of time shows too.
const AROUND_DAYS: i64 = 14;

/// The chart `view` of what passes the filter, around the period.
pub(super) fn figure(
    session: &Session,
    args: &BriefArgs,
    view: &str,
    (since, until): (Day, Day),
) -> Result<Figure, Fault> {
    let (first, last) = (since.plus(-AROUND_DAYS), until.plus(AROUND_DAYS));
    let asked = Asked {
        session,
        args,
        from_days: first.0 as f64,
        to_days: last.0 as f64 + 1.0,
        since,
    };
    let days = period(first, last);
    let caption = match view {
        "timeline" => format!("Timeline, {days}"),
        "causes" => format!("Causes and effects, {days}"),
        "layers" => String::from("Cause map"),
        "themes" => String::from("Links between themes"),
        "index" => format!("Risk index, {days}"),
        "heat" => String::from("Risk index by theme and month"),
        _ => String::from("Outlook by likelihood and impact"),
    };
    let scene = match view {
        "index" | "heat" | "outlook" => asked.grid(view)?,
        _ => asked.chart(view)?,
    };
    Ok(Figure { caption, scene })
}

/// Whether the chart `view` around the period shows an event.
pub(super) fn shows(view: &str, (since, until): (Day, Day), event: &Event) -> bool {
    let span = event.date.as_ref().and_then(model::FuzzyDate::span_days);
    let (first, last) = (since.plus(-AROUND_DAYS), until.plus(AROUND_DAYS + 1));
    match view {
        "timeline" | "causes" | "index" => {
            span.is_some_and(|(from, to)| from < last.0 as f64 && to > first.0 as f64)
        }
        "outlook" => event.is_unrealized(),
        _ => true,
    }
}

/// What a chart is drawn from.
struct Asked<'a> {
    session: &'a Session,
    args: &'a BriefArgs,
    from_days: f64,
    to_days: f64,
    since: Day,
}

impl Asked<'_> {
    /// A chart of entries.
    fn chart(&self, name: &str) -> Result<scene::Scene, Fault> {
        let workspace = self.session.workspace();
        let view = match name {
            "timeline" => View::Timeline {
                lanes: Lanes::default(),
                collapse: false,
                steps: crate::pictures::steps(None)?,
                links: false,
                overview: false,
            },
            "causes" => View::Causes {
                near: None,
                lanes: false,
            },
            "layers" => View::Layers {
                near: None,
                flow: flow(true),
                implied: true,
                collapsed: Default::default(),
                part: None,
            },
            _ => View::Themes {
                near: None,
                by: GroupsBy::Theme,
                wholes: false,
                part: None,
            },
        };
        let chart = Chart {
            view,
            from_days: Some(self.from_days),
            to_days: Some(self.to_days),
            selected: None,
            hovered: None,
            as_of: workspace.as_of,
            sieve: Sieve::new(workspace, &self.args.filter)?,
            filter: &self.args.filter,
            kept: self.session.kept(),
        };
        Ok(drawn(name, |look| chart.draw(workspace, look)))
    }

    /// A chart of numbers.
    fn grid(&self, view: &str) -> Result<scene::Scene, Fault> {
        let (session, filter) = (self.session, &self.args.filter);
        let workspace = session.workspace();
        let span = window(Some(self.from_days), Some(self.to_days));
        let grid = match view {
            "index" => Grid::index(
                session,
                filter,
                &Scaling::default(),
                &[],
                span,
                workspace.as_of,
            )?,
            "heat" => Grid::heat(session, filter, None, None)?,
            _ => Grid::outlook(session, filter, Some(self.since))?,
        };
        Ok(drawn(view, |look| {
            grid.draw(workspace, look, Chosen::default())
        }))
    }
}

fn drawn(view: &str, body: impl Fn(Look) -> Picture) -> scene::Scene {
    chart::figure(FIGURE_WIDTH_PX, least_height_px(view), Theme::Print, body)
}
