//! The charts of numbers: index, study, heat grid and outlook; for the screen and for exports.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::Fault;
use api::dto::{Chart, ChartArgs, Filter, Focus, IndexChart, Scaling, TimeWindow};
use chart::{HeatRow, IndexSpec, Look, OutlookSpec, Picture, Prospect, StudySpec, Window};
use model::date::Day;
use model::{EventId, Series, ThemeId, Workspace};

use super::prospects::{bands, prospects};
use crate::lookup::filter::CompiledFilter;
use crate::read::numbers::scaled::{Scaled, known_on, of_filter};
use crate::read::numbers::{Asked, find_all, method};
use crate::session::Session;
use crate::session::cache::index::Made;
use crate::session::day::{Which, as_of, day_if_any};

/// Months of a heat grid when no window is asked for.
const MONTHS: i64 = 24;

/// A chart of numbers, ready to be drawn at any size.
pub(crate) enum NumberChart<'a> {
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

impl<'a> NumberChart<'a> {
    /// The chart that is asked for; `None` for one of entries.
    pub(crate) fn of(session: &'a Session, args: &ChartArgs) -> Result<Option<Self>, Fault> {
        let (filter, window) = (&args.filter, window(args.window));
        Ok(Some(match &args.chart {
            Chart::Index(it) => {
                let as_of = as_of(session, args.as_of.as_deref())?;
                Self::index(session, filter, it, window, as_of)?
            }
            Chart::Study(it) => Self::Study(Box::new(Asked::of(session, &it.study)?)),
            Chart::Heat(it) => Self::heat(session, filter, window, it.known_on.as_deref())?,
            Chart::Outlook(it) => {
                let since = day_if_any(session, "since", it.since.as_deref(), Which::First)?;
                Self::outlook(session, filter, since)?
            }
            Chart::Timeline(_)
            | Chart::Causes(_)
            | Chart::CauseMap(_)
            | Chart::Themes(_)
            | Chart::All(_) => return Ok(None),
        }))
    }

    /// The index with series beside it.
    fn index(
        session: &'a Session,
        filter: &Filter,
        asked: &IndexChart,
        window: Option<Window>,
        as_of: Option<Day>,
    ) -> Result<Self, Fault> {
        let scaling = &asked.scaling;
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
            series: find_all(session, &asked.series)?,
            window,
            as_of,
            known_on: known_on(session, scaling.known_on.as_deref())?,
            at: day_if_any(session, "at", asked.at.as_deref(), Which::Only)?,
        })
    }

    /// The heat grid of the themes that have anything.
    fn heat(
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
    fn outlook(session: &'a Session, filter: &Filter, since: Option<Day>) -> Result<Self, Fault> {
        let workspace = session.workspace();
        let scale = workspace.scales.first();
        let compiled = CompiledFilter::new(workspace, filter);
        let words = scale.map(bands).unwrap_or_default();
        let band = |it: &model::Band| format!("{}–{} %", it.low_percent, it.high_percent);
        Ok(Self::Outlook {
            words: words
                .iter()
                .map(|(word, it)| (word.clone(), band(it)))
                .collect(),
            prospects: prospects(session, &compiled, scale, since)?,
            since,
        })
    }

    /// The picture at this size.
    pub(crate) fn draw(&self, workspace: &Workspace, look: Look, focus: Focus) -> Picture {
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
                    selected: focus.selected,
                    hovered: focus.hovered,
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
                selected: focus.selected,
            }),
            Self::Heat(rows) => chart::heat(look, rows),
            Self::Outlook {
                words, prospects, ..
            } => chart::outlook(&OutlookSpec {
                look,
                words,
                prospects,
                selected: focus.selected,
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

/// Removes the months before anything happened.
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

/// The window, if both ends are given.
fn window(asked: TimeWindow) -> Option<Window> {
    let (from_days, to_days) = (asked.from_days?, asked.to_days?);
    Some(Window {
        from_days,
        to_days: to_days.max(from_days + 1.0),
    })
}

/// The index as a strip for under the timeline, so many pixels wide at the left for the heads of lanes.
pub(crate) fn strip(
    session: &Session,
    args: &ChartArgs,
    asked: &IndexChart,
    (look, left_px): (Look, f32),
) -> Result<Picture, Fault> {
    let as_of = as_of(session, args.as_of.as_deref())?;
    let scaled = Scaled {
        filter: &args.filter,
        scaling: &asked.scaling,
        as_of,
    };
    let made = scaled.made(session)?;
    let window = window(args.window);
    Ok(chart::index_strip(
        &made.index,
        look,
        window,
        left_px,
        as_of,
    ))
}
