//! The pictures: index, study, heat grid and outlook; for the screen and for exports.

use std::collections::BTreeSet;
use std::sync::Arc;

use chart::{HeatRow, IndexSpec, Look, OutlookSpec, Picture, Prospect, StudySpec, Window};
use model::date::Day;
use model::{EventId, Series, ThemeId, Workspace};

use super::kept::{Made, Scaled, known_on, of_filter};
use super::prospects::{bands, prospects};
use super::{Asked, find_all, method};

use crate::dto::{Filter, GridArgs, IndexChartArgs, Scaling, StudyChartArgs};
use crate::filter::Sieve;
use crate::pictures::{as_of, event, look};
use crate::when::{Which, day_if_any};
use crate::{Fault, Session};

/// Months of a heat grid when no window is asked for.
const MONTHS: i64 = 24;

/// A chart of numbers made ready but for its size.
pub(crate) enum Grid<'a> {
    /// The index over time.
    Index {
        made: Arc<Made>,
        /// By what is known today, where `made` is of an earlier day.
        today: Option<Arc<Made>>,
        series: Vec<&'a Series>,
        window: Option<Window>,
        as_of: Option<Day>,
        known_on: Option<Day>,
        at: Option<Day>,
    },
    /// An event study.
    Study(Box<Asked<'a>>),
    /// Theme by month.
    Heat(Vec<HeatRow>),
    /// Likelihood against impact.
    Outlook {
        words: Vec<(String, String)>,
        prospects: Vec<Prospect<'a>>,
        since: Option<Day>,
    },
}

/// Which events a picture sets off from the others.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Chosen {
    pub(crate) selected: Option<EventId>,
    pub(crate) hovered: Option<EventId>,
}

impl<'a> Grid<'a> {
    /// The index with series beside it.
    pub(crate) fn index(
        session: &'a Session,
        filter: &Filter,
        scaling: &Scaling,
        series: &[String],
        window: Option<Window>,
        as_of: Option<Day>,
    ) -> Result<Self, Fault> {
        let made = |scaling: &Scaling| {
            let scaled = Scaled {
                filter,
                scaling,
                as_of,
            };
            scaled.made(session)
        };
        let today = scaling.known_on.is_some().then(|| Scaling {
            known_on: None,
            ..scaling.clone()
        });
        Ok(Self::Index {
            made: made(scaling)?,
            today: today.as_ref().map(made).transpose()?,
            series: find_all(session, series)?,
            window,
            as_of,
            known_on: known_on(session, scaling.known_on.as_deref())?,
            at: None,
        })
    }

    /// The heat grid of the themes that have anything.
    pub(crate) fn heat(
        session: &Session,
        filter: &Filter,
        window: Option<Window>,
        known: Option<&str>,
    ) -> Result<Self, Fault> {
        let workspace = session.workspace();
        let entries = of_filter(workspace, filter, known_on(session, known)?)?.list;
        let (first, last) = months(&entries, window, workspace.as_of);
        let events: Vec<ThemeId> = workspace
            .events
            .iter()
            .flat_map(|it| it.themes.first().copied())
            .collect();
        let used: BTreeSet<ThemeId> = events.into_iter().collect();
        let themes = workspace.themes.iter().filter(|it| used.contains(&it.id));
        let row = |theme: &model::Theme| {
            let is_of = |it: &&risk::Entry| {
                workspace
                    .event(it.event)
                    .and_then(model::Event::leading_theme)
                    == Some(theme.id)
            };
            let of_theme: Vec<risk::Entry> = entries.iter().filter(is_of).copied().collect();
            HeatRow {
                name: theme.name.clone(),
                handle: theme.handle.clone(),
                hue: theme.hue.clone(),
                months: risk::heat(&of_theme, first, last),
            }
        };
        let is_anything = |it: &HeatRow| {
            it.months
                .iter()
                .any(|it| it.escalation + it.deescalation > 1e-6)
        };
        let mut rows: Vec<HeatRow> = themes.map(row).filter(is_anything).collect();
        if window.is_none() {
            without_empty_beginning(&mut rows);
        }
        Ok(Self::Heat(rows))
    }

    /// What may happen.
    pub(crate) fn outlook(
        session: &'a Session,
        filter: &Filter,
        since: Option<Day>,
    ) -> Result<Self, Fault> {
        let workspace = session.workspace();
        let scale = workspace.scales.first();
        let sieve = Sieve::new(workspace, filter)?;
        let words = scale.map(bands).unwrap_or_default();
        let band = |it: &model::Band| format!("{}–{} %", it.low_percent, it.high_percent);
        Ok(Self::Outlook {
            words: words
                .iter()
                .map(|(word, it)| (word.clone(), band(it)))
                .collect(),
            prospects: prospects(session, &sieve, scale, since)?,
            since,
        })
    }

    /// The picture for this room.
    pub(crate) fn draw(&self, workspace: &Workspace, look: Look, chosen: Chosen) -> Picture {
        match self {
            Self::Index {
                made,
                today,
                series,
                window,
                as_of,
                at,
                ..
            } => {
                let spec = IndexSpec {
                    look,
                    window: *window,
                    series: series.clone(),
                    today: today.as_ref().map(|it| &it.index),
                    selected: chosen.selected,
                    hovered: chosen.hovered,
                    as_of: *as_of,
                    at: *at,
                };
                chart::index(workspace, &made.index, &spec)
            }
            Self::Study(asked) => chart::study(&StudySpec {
                look,
                studied: &asked.studied,
                average: &asked.average,
                series: &asked.series.name,
                in_percent: asked.in_percent,
                unit: &asked.series.unit,
                model: &asked.model,
                selected: chosen.selected,
            }),
            Self::Heat(rows) => chart::heat(look, rows),
            Self::Outlook {
                words, prospects, ..
            } => chart::outlook(&OutlookSpec {
                look,
                words,
                prospects,
                selected: chosen.selected,
            }),
        }
    }

    /// What an exported picture is called, after the name of the workspace.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Index { .. } => String::from("risk index"),
            Self::Study(asked) => match asked.studied.as_slice() {
                [one] => format!("{} around “{}”", asked.series.name, one.event.title),
                many => format!("{} around {} events", asked.series.name, many.len()),
            },
            Self::Heat(_) => String::from("risk index by theme and month"),
            Self::Outlook { .. } => String::from("outlook by likelihood and impact"),
        }
    }

    /// What is measured and what is left out.
    pub(crate) fn note(&self, workspace: &Workspace) -> String {
        match self {
            Self::Index { made, known_on, .. } => {
                let known =
                    known_on.map(|it| format!("As known on {}, by date of source.", it.in_words()));
                let mut parts: Vec<String> = known.into_iter().collect();
                parts.extend(method::of_index(workspace).into_iter().take(3));
                parts.extend(method::of_left_out(&made.entries.left_out));
                parts.push(String::from("More entries raise the index."));
                parts.join(" ")
            }
            Self::Study(asked) => method::of_study(&asked.model, asked.in_percent).join(" "),
            Self::Heat(_) => {
                let formula = method::of_index(workspace)
                    .into_iter()
                    .next()
                    .unwrap_or_default();
                format!("Monthly mean of the net index, by leading theme. {formula}")
            }
            Self::Outlook { since, .. } => {
                let tails = since.map(|it| {
                    format!(
                        " Lines start at the assessment at the end of {}.",
                        it.in_words()
                    )
                });
                format!(
                    "Likelihood: ICD 203 scale, as stated or assessed. Impact: severity. Ranks are not multiplied.{}",
                    tails.unwrap_or_default()
                )
            }
        }
    }

    /// The events that it speaks of.
    pub(crate) fn events(&self) -> BTreeSet<EventId> {
        match self {
            Self::Index { made, .. } => made.entries.list.iter().map(|it| it.event).collect(),
            Self::Study(asked) => asked.studied.iter().map(|it| it.event.id).collect(),
            Self::Heat(_) => BTreeSet::new(),
            Self::Outlook { prospects, .. } => prospects.iter().map(|it| it.event.id).collect(),
        }
    }

    /// Where series in it are from, as lines for its sources.
    pub(crate) fn origins(&self) -> Vec<String> {
        let line = |it: &Series| match it.origin.as_str() {
            "" => it.name.clone(),
            origin => format!("{}: {origin}", it.name),
        };
        match self {
            Self::Index { series, .. } => series.iter().map(|it| line(it)).collect(),
            Self::Study(asked) => vec![line(asked.series)],
            Self::Heat(_) | Self::Outlook { .. } => Vec::new(),
        }
    }
}

/// Takes away the months before anything happened.
fn without_empty_beginning(rows: &mut [HeatRow]) {
    let is_empty = |at: usize| {
        rows.iter()
            .all(|it| it.months[at].escalation + it.months[at].deescalation < 1e-6)
    };
    let months = rows.first().map_or(0, |it| it.months.len());
    let empty = (0..months).take_while(|at| is_empty(*at)).count();
    rows.iter_mut()
        .for_each(|it| drop(it.months.drain(..empty)));
}

/// First and last day of the months that are drawn.
fn months(entries: &[risk::Entry], window: Option<Window>, as_of: Option<Day>) -> (Day, Day) {
    if let Some(window) = window {
        let (from, to) = (
            window.from_days.floor() as i64,
            window.to_days.ceil() as i64 - 1,
        );
        return (Day(from), Day(to.clamp(from, from + 40_000)));
    }
    let last = as_of
        .or_else(|| entries.iter().map(|it| it.spell.last_day()).max())
        .unwrap_or(Day(0));
    let first = entries
        .iter()
        .map(|it| it.spell.first_day())
        .min()
        .unwrap_or(last);
    (first.max(last.plus(-MONTHS * 30)).min(last), last)
}

/// The window of two ends that are both said.
pub(crate) fn window(from_days: Option<f64>, to_days: Option<f64>) -> Option<Window> {
    let (from_days, to_days) = (from_days?, to_days?);
    Some(Window {
        from_days,
        to_days: to_days.max(from_days + 1.0),
    })
}

/// The index.
pub(crate) fn index_chart(session: &Session, args: IndexChartArgs) -> Result<Picture, Fault> {
    let as_of = as_of(session, args.as_of.as_deref())?;
    let window = window(args.from_days, args.to_days);
    let mut grid = Grid::index(
        session,
        &args.filter,
        &args.scaling,
        &args.series,
        window,
        as_of,
    )?;
    let read_at = day_if_any(session, "at", args.at.as_deref(), Which::Only)?;
    let look = look(args.width_px, args.height_px, args.theme, 0.0);
    if let (Grid::Index { made, .. }, Some(left_px)) = (&grid, args.strip_left_px) {
        return Ok(chart::index_strip(
            &made.index,
            look,
            window,
            left_px,
            as_of,
        ));
    }
    if let Grid::Index { at, .. } = &mut grid {
        *at = read_at;
    }
    let chosen = Chosen {
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
    };
    let mut picture = grid.draw(session.workspace(), look, chosen);
    // On screen it takes the room that there is; only pages grow.
    picture.content_height_px = 0.0;
    Ok(picture)
}

/// The study.
pub(crate) fn study_chart(session: &Session, args: StudyChartArgs) -> Result<Picture, Fault> {
    let grid = Grid::Study(Box::new(Asked::of(session, &args.study)?));
    let look = look(args.width_px, args.height_px, args.theme, 0.0);
    let chosen = Chosen {
        selected: event(args.selected.as_deref())?,
        hovered: None,
    };
    Ok(grid.draw(session.workspace(), look, chosen))
}

/// The heat grid.
pub(crate) fn heat(session: &Session, args: GridArgs) -> Result<Picture, Fault> {
    let grid = Grid::heat(
        session,
        &args.filter,
        window(args.from_days, args.to_days),
        args.known_on.as_deref(),
    )?;
    let look = look(args.width_px, args.height_px, args.theme, args.scroll_px);
    Ok(grid.draw(session.workspace(), look, Chosen::default()))
}

/// The outlook.
pub(crate) fn outlook(session: &Session, args: GridArgs) -> Result<Picture, Fault> {
    let since = day_if_any(session, "since", args.since.as_deref(), Which::First)?;
    let grid = Grid::outlook(session, &args.filter, since)?;
    let look = look(args.width_px, args.height_px, args.theme, args.scroll_px);
    let chosen = Chosen {
        selected: event(args.selected.as_deref())?,
        hovered: None,
    };
    Ok(grid.draw(session.workspace(), look, chosen))
}
