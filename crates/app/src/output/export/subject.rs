//! What an export shows: a chart made ready but for its size.

use api::Fault;
use api::dto::{ExportArgs, StudyArgs};
use chart::{Look, Picture};
use model::Workspace;
use model::date::Day;

use crate::draw::chart::{Chart, View, collapsed, event, flow, groups_by, lanes, near, steps};
use crate::draw::numbers::{Chosen, Grid, window};
use crate::draw::viewport::Part;
use crate::lookup::filter::Sieve;
use crate::lookup::rows::extent;
use crate::read::numbers::Asked;
use crate::session::Session;
use crate::session::day::{Which, as_of, day_if_any};

/// Before and after everything, where everything is drawn, as a share of its length.
const AROUND: f64 = 0.01;

/// A chart of either kind.
pub(super) enum Subject<'a> {
    /// Of entries.
    Chart(Box<Chart<'a>>),
    /// Of numbers.
    Grid(Box<Grid<'a>>, Chosen, Box<Sieve<'a>>),
}

impl<'a> Subject<'a> {
    /// The chart `view`; with `whole`, over all the time there is.
    pub(super) fn of(
        session: &'a Session,
        view: &str,
        args: &'a ExportArgs,
        whole: bool,
    ) -> Result<Self, Fault> {
        let sieve = Sieve::new(session.workspace(), &args.filter)?;
        let (from_days, to_days) = stretch(&sieve, view, args, whole);
        let as_of = as_of(session, args.as_of.as_deref())?;
        let grid = match view {
            "index" => Grid::index(
                session,
                &args.filter,
                &args.scaling,
                &args.series,
                window(from_days, to_days),
                as_of,
            )?,
            "study" => Grid::Study(Box::new(Asked::of(session, study(args)?)?)),
            "heat" => {
                let known_on = args.scaling.known_on.as_deref();
                Grid::heat(session, &args.filter, window(from_days, to_days), known_on)?
            }
            "outlook" => Grid::outlook(session, &args.filter, since(session, args)?)?,
            _ => {
                let view = chart_of(session, view, args, whole)?;
                // A timeline draws the links of the selection. Elsewhere it is only ringed, which is for the screen.
                let is_timeline = matches!(view, View::Timeline { .. });
                let selected = event(args.selected.as_deref())?;
                return Ok(Self::Chart(Box::new(Chart {
                    view,
                    from_days,
                    to_days,
                    selected: selected.filter(|_| is_timeline),
                    hovered: None,
                    as_of,
                    sieve,
                    filter: &args.filter,
                    kept: session.kept(),
                })));
            }
        };
        event(args.selected.as_deref())?;
        let chosen = Chosen {
            selected: None,
            hovered: None,
        };
        Ok(Self::Grid(Box::new(grid), chosen, Box::new(sieve)))
    }

    /// The picture for this room.
    pub(super) fn draw(&self, workspace: &Workspace, look: Look) -> Picture {
        match self {
            Self::Chart(chart) => chart.draw(workspace, look),
            Self::Grid(grid, chosen, _) => grid.draw(workspace, look, *chosen),
        }
    }

    /// What chooses the entries.
    pub(super) fn sieve(&self) -> &Sieve<'a> {
        match self {
            Self::Chart(chart) => &chart.sieve,
            Self::Grid(_, _, sieve) => sieve,
        }
    }
}

/// The stretch of time that is asked for.
fn stretch(
    sieve: &Sieve<'_>,
    view: &str,
    args: &ExportArgs,
    whole: bool,
) -> (Option<f64>, Option<f64>) {
    let is_timeline = view == "timeline" && args.arrange.since.is_empty();
    let all = (whole && is_timeline).then(|| extent(sieve.passing()));
    all.flatten().map_or((args.from_days, args.to_days), |all| {
        let around = ((all.to_days - all.from_days) * AROUND).max(1.0);
        (Some(all.from_days - around), Some(all.to_days + around))
    })
}

fn study(args: &ExportArgs) -> Result<&StudyArgs, Fault> {
    args.study.as_ref().ok_or_else(|| {
        Fault::argument("study", "nothing is said to be studied").help("name events and a series")
    })
}

fn since(session: &Session, args: &ExportArgs) -> Result<Option<Day>, Fault> {
    day_if_any(session, "since", args.since.as_deref(), Which::First)
}

fn chart_of(session: &Session, view: &str, args: &ExportArgs, whole: bool) -> Result<View, Fault> {
    let near = || near(session, &args.near, &args.filter);
    Ok(match view {
        "timeline" => View::Timeline {
            lanes: lanes(args.lanes, &args.arrange)?,
            // Of a whole timeline much may be empty.
            collapse: args.collapse || whole,
            steps: steps(args.steps)?,
            links: args.links,
            overview: args.overview,
        },
        "causes" => View::Causes {
            near: near()?,
            lanes: args.theme_lanes,
        },
        "layers" => View::Layers {
            near: near()?,
            flow: flow(args.down),
            implied: args.implied,
            collapsed: collapsed(&args.collapsed)?,
            part: part(args),
        },
        "themes" => View::Themes {
            near: near()?,
            by: groups_by(args.by),
            wholes: args.wholes,
            part: part(args),
        },
        _ => {
            let view: String = view.chars().take(40).collect();
            return Err(
                Fault::argument("view", format!("there is no chart \"{view}\"")).help(
                    "choose timeline, causes, layers, themes, index, study, heat, outlook or all",
                ),
            );
        }
    })
}

/// What of a map is shown.
fn part(args: &ExportArgs) -> Option<Part> {
    args.at.map(|at| Part::seen(at, args.seen_px))
}
