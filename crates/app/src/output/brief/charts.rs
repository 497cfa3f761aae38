//! The charts of a brief.

use api::Fault;
use api::dto::{
    BriefArgs, CauseMapChart, CausesChart, Chart, ChartArgs, Focus, HeatChart, IndexChart,
    OutlookChart, ThemesChart, TimeWindow, TimelineChart,
};
use api::words::ChartKind;
use exchange::brief::{FIGURE_WIDTH_PX, Figure};
use model::Event;
use model::date::Day;
use scene::Theme;

use super::time::period;
use crate::draw::subject::Subject;
use crate::session::Session;

/// How high a chart is drawn, at least; many grow with what they hold.
fn least_height_px(kind: ChartKind) -> f32 {
    match kind {
        ChartKind::CauseMap => 640.0,
        ChartKind::Index | ChartKind::Outlook => 380.0,
        ChartKind::Heat => 100.0,
        _ => 240.0,
    }
}

/// Days before and after the period that a chart of time shows too.
const AROUND_DAYS: i64 = 14;

/// The chart of what passes the filter, around the period.
pub(super) fn figure(
    session: &Session,
    args: &BriefArgs,
    kind: ChartKind,
    (since, until): (Day, Day),
) -> Result<Figure, Fault> {
    let (first, last) = (since.plus(-AROUND_DAYS), until.plus(AROUND_DAYS));
    let days = period(first, last);
    let caption = match kind {
        ChartKind::Timeline => format!("Timeline, {days}"),
        ChartKind::Causes => format!("Causes and effects, {days}"),
        ChartKind::CauseMap => String::from("Cause map"),
        ChartKind::Themes => String::from("Links between themes"),
        ChartKind::Index => format!("Risk index, {days}"),
        ChartKind::Heat => String::from("Risk index by theme and month"),
        _ => String::from("Outlook by likelihood and impact"),
    };
    let around = TimeWindow {
        from_days: Some(first.0 as f64),
        to_days: Some(last.0 as f64 + 1.0),
    };
    let (chart, window) = asked(kind, since, around);
    let asked = ChartArgs {
        look: None,
        window,
        focus: Focus::default(),
        highlight: None,
        filter: args.filter.clone(),
        as_of: None,
        chart,
    };
    let subject = Subject::of(session, &asked, None)?;
    let draw = |look| subject.draw(session.workspace(), look);
    let scene = chart::figure(FIGURE_WIDTH_PX, least_height_px(kind), Theme::Print, draw);
    Ok(Figure { caption, scene })
}

/// What a chart of a brief is asked for. Heat and outlook look at everything.
fn asked(kind: ChartKind, since: Day, around: TimeWindow) -> (Chart, TimeWindow) {
    match kind {
        ChartKind::Timeline => (Chart::Timeline(TimelineChart::default()), around),
        ChartKind::Causes => (Chart::Causes(CausesChart::default()), around),
        ChartKind::CauseMap => {
            let map = CauseMapChart {
                implied: true,
                ..CauseMapChart::default()
            };
            (Chart::CauseMap(map), around)
        }
        ChartKind::Index => (Chart::Index(IndexChart::default()), around),
        ChartKind::Heat => (Chart::Heat(HeatChart::default()), TimeWindow::default()),
        ChartKind::Outlook => {
            let since = Some(since.to_string());
            (
                Chart::Outlook(OutlookChart { since }),
                TimeWindow::default(),
            )
        }
        _ => (Chart::Themes(ThemesChart::default()), around),
    }
}

/// Whether the chart around the period shows an event.
pub(super) fn shows(kind: ChartKind, (since, until): (Day, Day), event: &Event) -> bool {
    let span = event.date.as_ref().and_then(model::FuzzyDate::span_days);
    let (first, last) = (since.plus(-AROUND_DAYS), until.plus(AROUND_DAYS + 1));
    match kind {
        ChartKind::Timeline | ChartKind::Causes | ChartKind::Index => {
            span.is_some_and(|(from, to)| from < last.0 as f64 && to > first.0 as f64)
        }
        ChartKind::Outlook => event.is_unrealized(),
        _ => true,
    }
}
