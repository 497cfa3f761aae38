//! A chart of entries made ready but for its size: what a picture and an export are drawn from.

use std::collections::BTreeSet;

use api::Fault;
use api::bounds::id;
use api::dto::{Arrange, Filter, Near, PaletteWord};
use api::words::{GroupsBy, LanesBy};
use chart::{
    CausesSpec, Flow, Lanes, LayersSpec, Look, Picture, ThemesSpec, Timeline, TimelineView, Window,
};
use graph::Causes;
use model::date::Day;
use model::{EventId, ThemeId, Workspace};

use super::viewport::Part;
use crate::lookup::filter::Sieve;
use crate::lookup::rows::extent;
use crate::session::Session;
use crate::session::cache::timeline::{Choice, TimelineCache};

/// The themes that are collapsed.
pub(crate) fn collapsed(ids: &[String]) -> Result<BTreeSet<ThemeId>, Fault> {
    ids.iter().map(|it| id("collapsed", it)).collect()
}

/// Which way a layered map reads.
pub(crate) fn flow(down: bool) -> Flow {
    if down { Flow::Down } else { Flow::Right }
}

pub(crate) fn look(width_px: f32, height_px: f32, theme: PaletteWord, scroll_px: f32) -> Look {
    Look {
        width_px,
        height_px,
        theme: palette(theme),
        scroll_px,
        fit: chart::Fit::Grows,
        is_page: false,
    }
}

/// Which chart, with what only it has.
#[derive(Debug, Clone)]
pub(crate) enum View {
    Timeline {
        lanes: Lanes,
        overview: bool,
        collapse: bool,
        steps: u8,
        links: bool,
    },
    Causes {
        /// The part of the graph that is drawn; `None`: all of it.
        near: Option<BTreeSet<EventId>>,
        lanes: bool,
    },
    Layers {
        near: Option<BTreeSet<EventId>>,
        flow: Flow,
        implied: bool,
        collapsed: BTreeSet<ThemeId>,
        part: Option<Part>,
    },
    Themes {
        near: Option<BTreeSet<EventId>>,
        by: chart::GroupsBy,
        wholes: bool,
        part: Option<Part>,
    },
}

/// A chart made ready but for its size.
pub(crate) struct Chart<'a> {
    pub(crate) view: View,
    pub(crate) from_days: Option<f64>,
    pub(crate) to_days: Option<f64>,
    pub(crate) selected: Option<EventId>,
    pub(crate) hovered: Option<EventId>,
    pub(crate) as_of: Option<Day>,
    pub(crate) sieve: Sieve<'a>,
    pub(crate) filter: &'a Filter,
    pub(crate) kept: &'a TimelineCache,
}

impl Chart<'_> {
    /// The picture for this room.
    pub(crate) fn draw(&self, workspace: &Workspace, look: Look) -> Picture {
        let View::Timeline {
            overview,
            steps,
            links,
            ..
        } = &self.view
        else {
            return self.draw_relations(workspace, look);
        };
        let view = TimelineView {
            look,
            window: self.window(),
            selected: self.selected,
            steps: *steps,
            links: *links,
            hovered: self.hovered,
            overview: *overview,
        };
        self.with_timeline(workspace, |timeline| timeline.draw(workspace, &view))
    }

    fn draw_relations(&self, workspace: &Workspace, look: Look) -> Picture {
        let passing = self.sieve.shown();
        let shown = self.part().unwrap_or(&passing);
        let (selected, hovered, as_of) = (self.selected, self.hovered, self.as_of);
        let causes = |lanes| {
            let spec = CausesSpec {
                look,
                window: self.window(),
                shown,
                passing: &passing,
                selected,
                hovered,
                as_of,
                lanes,
            };
            chart::causes(workspace, &spec)
        };
        match &self.view {
            // A timeline is drawn elsewhere; as a chart of relations it is that of causes.
            View::Timeline { .. } => causes(false),
            View::Causes { lanes, .. } => causes(*lanes),
            View::Layers {
                flow,
                implied,
                collapsed,
                part,
                ..
            } => {
                let spec = LayersSpec {
                    look,
                    at: part.map(|it| it.within(&look)),
                    flow: *flow,
                    implied: *implied,
                    collapsed,
                    window: self.window(),
                    shown,
                    passing: &passing,
                    selected,
                    hovered,
                    as_of,
                };
                chart::layers(workspace, &spec)
            }
            View::Themes {
                by, wholes, part, ..
            } => {
                let spec = ThemesSpec {
                    look,
                    at: part.map(|it| it.within(&look)),
                    by: *by,
                    wholes: *wholes,
                    shown,
                    selected,
                };
                chart::themes(workspace, &spec)
            }
        }
    }

    /// Works with the timeline of this chart, made ready if it is not kept.
    pub(crate) fn with_timeline<T>(
        &self,
        workspace: &Workspace,
        work: impl FnOnce(&mut Timeline) -> T,
    ) -> T {
        let (lanes, collapse) = match &self.view {
            View::Timeline {
                lanes, collapse, ..
            } => (lanes.clone(), *collapse),
            View::Causes { .. } | View::Layers { .. } | View::Themes { .. } => {
                (Lanes::default(), false)
            }
        };
        let choice = Choice {
            filter: self.filter.clone(),
            lanes,
            as_of: self.as_of,
            collapse,
        };
        self.kept.with(workspace, &choice, &self.sieve, work)
    }

    /// The part of the graph that it shows; `None`: all that passes.
    pub(crate) fn part(&self) -> Option<&BTreeSet<EventId>> {
        match &self.view {
            View::Timeline { .. } => None,
            View::Causes { near, .. } | View::Layers { near, .. } | View::Themes { near, .. } => {
                near.as_ref()
            }
        }
    }

    /// Whether it has no axis of time.
    pub(crate) fn is_map(&self) -> bool {
        matches!(self.view, View::Layers { .. } | View::Themes { .. })
    }

    /// Whether only a part of a map shows.
    pub(crate) fn is_zoomed(&self) -> bool {
        let (View::Layers { part, .. } | View::Themes { part, .. }) = &self.view else {
            return false;
        };
        part.is_some()
    }

    /// Whether it counts days from events.
    pub(crate) fn is_relative(&self) -> bool {
        matches!(&self.view, View::Timeline { lanes, .. } if !lanes.since.is_empty())
    }

    /// The window that is asked for. An end that is not said is that of what there is.
    fn window(&self) -> Option<Window> {
        let (from_days, to_days) = match (self.from_days, self.to_days) {
            (None, None) => return None,
            (Some(from), Some(to)) => (from, to),
            (from, to) if self.is_relative() => (from?, to?),
            // Looking through everything that passes takes longer than drawing it.
            (from, to) => {
                let all = extent(self.sieve.passing())?;
                (from.unwrap_or(all.from_days), to.unwrap_or(all.to_days))
            }
        };
        // What is asked for may lie wholly outside; a day then stands for the missing stretch.
        Some(match self.from_days {
            Some(_) => Window {
                from_days,
                to_days: to_days.max(from_days + 1.0),
            },
            None => Window {
                from_days: from_days.min(to_days - 1.0),
                to_days,
            },
        })
    }
}

/// The events of a part of the graph: those that are named, as far as they pass, and what is so many links away.
pub(crate) fn near(
    session: &Session,
    near: &Near,
    filter: &Filter,
) -> Result<Option<BTreeSet<EventId>>, Fault> {
    if near.ids.is_empty() {
        return Ok(None);
    }
    let workspace = session.workspace();
    let passing = Sieve::new(workspace, filter)?.shown();
    let causes = Causes::of(workspace, &passing);
    let named: Result<BTreeSet<EventId>, Fault> =
        near.ids.iter().map(|it| id("near.ids", it)).collect();
    let mut found: BTreeSet<EventId> = named?.intersection(&passing).copied().collect();
    for _ in 0..near.steps {
        let next: Vec<EventId> = found.iter().flat_map(|it| causes.neighbors(*it)).collect();
        found.extend(next);
    }
    Ok(Some(found))
}

/// How many steps of causes and effects are drawn: 1 if it is not said.
pub(crate) fn steps(said: Option<u8>) -> Result<u8, Fault> {
    match said.unwrap_or(1) {
        steps @ 1..=9 => Ok(steps),
        steps => Err(
            Fault::argument("steps", format!("{steps} steps cannot be drawn")).help("use 1 to 9"),
        ),
    }
}

/// How lanes are made and arranged; by theme if no word is given.
pub(crate) fn lanes(by: LanesBy, arrange: &Arrange) -> Result<Lanes, Fault> {
    let since: Result<Vec<EventId>, Fault> = arrange
        .since
        .iter()
        .map(|it| id("arrange.since", it))
        .collect();
    Ok(Lanes {
        by: lanes_by(by),
        folded: arrange.fold.iter().cloned().collect(),
        by_first: arrange.by_first,
        since: since?,
    })
}

pub(crate) fn event(text: Option<&str>) -> Result<Option<EventId>, Fault> {
    text.map(|text| id("selected", text)).transpose()
}

/// What lanes stand for, as the chart says it.
pub(crate) fn lanes_by(by: LanesBy) -> chart::LanesBy {
    match by {
        LanesBy::Theme => chart::LanesBy::Theme,
        LanesBy::Category => chart::LanesBy::Category,
        LanesBy::Actor => chart::LanesBy::Actor,
        LanesBy::Country => chart::LanesBy::Country,
        LanesBy::Status => chart::LanesBy::Status,
        LanesBy::None => chart::LanesBy::None,
    }
}

/// What nodes stand for, as the chart says it.
pub(crate) fn groups_by(by: GroupsBy) -> chart::GroupsBy {
    match by {
        GroupsBy::Theme => chart::GroupsBy::Theme,
        GroupsBy::Actor => chart::GroupsBy::Actor,
    }
}

/// The colors, as the scene says them.
pub(crate) fn palette(word: PaletteWord) -> scene::Theme {
    match word {
        PaletteWord::Light => scene::Theme::Light,
        PaletteWord::Dark => scene::Theme::Dark,
        PaletteWord::Print => scene::Theme::Print,
    }
}
