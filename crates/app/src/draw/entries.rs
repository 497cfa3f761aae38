//! A chart of entries, ready to be drawn at any size: for pictures and exports.

use std::collections::BTreeSet;
use std::sync::Arc;

use api::Fault;
use api::dto::{Chart, ChartArgs, Filter, MapAt, Near};
use api::words::Flow;
use chart::{GroupsBy, Highlight, Lanes, Look, Picture, Timeline, TimelineView, Window};
use graph::Causes;
use model::date::Day;
use model::{EventId, LinkId, ThemeId, Workspace};

use super::terms::{groups_by, lanes};
use super::viewport::Viewport;
use crate::lookup::filter::CompiledFilter;
use crate::lookup::rows::extent;
use crate::read::answers;
use crate::session::Session;
use crate::session::cache::timeline::{Choice, TimelineCache};
use crate::session::day::as_of;

/// Which chart, with what only it has.
#[derive(Debug, Clone)]
pub(crate) enum EntryKind {
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
        order: bool,
    },
    CauseMap {
        near: Option<BTreeSet<EventId>>,
        flow: Flow,
        implied: bool,
        collapsed: BTreeSet<ThemeId>,
        folded: BTreeSet<EventId>,
        viewport: Option<Viewport>,
    },
    Themes {
        near: Option<BTreeSet<EventId>>,
        by: GroupsBy,
        wholes: bool,
        matrix: bool,
        hovered: Option<i64>,
        viewport: Option<Viewport>,
    },
}

impl EntryKind {
    fn of(session: &Session, args: &ChartArgs, seen_px: Option<[f32; 2]>) -> Option<Self> {
        let near = |it: &Near| near(session, it, &args.filter);
        let viewport = |at: Option<MapAt>| at.map(|at| Viewport::seen(at, seen_px));
        Some(match &args.chart {
            Chart::Timeline(it) => Self::Timeline {
                lanes: lanes(it.lanes, &it.arrange),
                overview: it.overview,
                collapse: it.collapse,
                steps: it.steps.unwrap_or(1),
                links: it.links,
            },
            Chart::Causes(it) => Self::Causes {
                near: near(&it.near),
                lanes: it.theme_lanes,
                order: it.order,
            },
            Chart::CauseMap(it) => Self::CauseMap {
                near: near(&it.near),
                flow: it.flow,
                implied: it.implied,
                collapsed: it.collapsed.iter().copied().collect(),
                folded: it.folded.iter().copied().collect(),
                viewport: viewport(it.at),
            },
            Chart::Themes(it) => Self::Themes {
                near: near(&it.near),
                by: groups_by(it.by),
                wholes: it.wholes,
                matrix: it.matrix,
                hovered: it.hovered.as_ref().and_then(|it| it.parse().ok()),
                viewport: viewport(it.at),
            },
            Chart::Index(_)
            | Chart::Study(_)
            | Chart::Heat(_)
            | Chart::Outlook(_)
            | Chart::All(_) => return None,
        })
    }
}

/// A chart, ready to be drawn at any size.
pub(crate) struct EntryChart<'a> {
    pub(crate) kind: EntryKind,
    pub(crate) from_days: Option<f64>,
    pub(crate) to_days: Option<f64>,
    pub(crate) selected: Option<EventId>,
    pub(crate) hovered: Option<EventId>,
    pub(crate) selected_link: Option<LinkId>,
    pub(crate) hovered_link: Option<LinkId>,
    pub(crate) highlight: Option<Arc<Highlight>>,
    pub(crate) as_of: Option<Day>,
    pub(crate) compiled: CompiledFilter<'a>,
    pub(crate) filter: &'a Filter,
    pub(crate) timeline: &'a TimelineCache,
}

impl<'a> EntryChart<'a> {
    /// The chart that is asked for; `None` for one of numbers. `seen_px` is the screen on which a part of a map was seen,
    /// where it is drawn on another one.
    pub(crate) fn of(
        session: &'a Session,
        args: &'a ChartArgs,
        seen_px: Option<[f32; 2]>,
    ) -> Result<Option<Self>, Fault> {
        let Some(kind) = EntryKind::of(session, args, seen_px) else {
            return Ok(None);
        };
        Ok(Some(Self {
            kind,
            from_days: args.window.from_days,
            to_days: args.window.to_days,
            selected: args.focus.selected,
            hovered: args.focus.hovered,
            selected_link: args.focus.selected_link,
            hovered_link: args.focus.hovered_link,
            highlight: args
                .highlight
                .map(|it| answers::highlight(session, it, &args.filter))
                .transpose()?,
            as_of: as_of(session, args.as_of.as_deref())?,
            compiled: CompiledFilter::new(session.workspace(), &args.filter),
            filter: &args.filter,
            timeline: session.timeline(),
        }))
    }
}

impl EntryChart<'_> {
    /// The picture at this size.
    pub(crate) fn draw(&self, workspace: &Workspace, look: Look) -> Picture {
        let EntryKind::Timeline {
            overview,
            steps,
            links,
            ..
        } = &self.kind
        else {
            return super::relations::draw(self, workspace, look);
        };
        let view = TimelineView {
            look,
            window: self.window(),
            selected: self.selected,
            steps: *steps,
            links: *links,
            selected_link: self.selected_link,
            hovered: self.hovered,
            hovered_link: self.hovered_link,
            highlight: self.highlight.as_deref(),
            overview: *overview,
        };
        self.with_timeline(workspace, |timeline| timeline.draw(workspace, &view))
    }

    /// Works with the timeline of this chart, which is prepared unless it is cached.
    pub(crate) fn with_timeline<T>(
        &self,
        workspace: &Workspace,
        work: impl FnOnce(&mut Timeline) -> T,
    ) -> T {
        let (lanes, collapse) = match &self.kind {
            EntryKind::Timeline {
                lanes, collapse, ..
            } => (lanes.clone(), *collapse),
            EntryKind::Causes { .. } | EntryKind::CauseMap { .. } | EntryKind::Themes { .. } => {
                (Lanes::default(), false)
            }
        };
        let choice = Choice {
            filter: self.filter.clone(),
            lanes,
            as_of: self.as_of,
            collapse,
        };
        self.timeline.with(workspace, &choice, &self.compiled, work)
    }

    /// The part of the graph that it shows; `None`: all that passes.
    pub(crate) fn part(&self) -> Option<&BTreeSet<EventId>> {
        match &self.kind {
            EntryKind::Timeline { .. } => None,
            EntryKind::Causes { near, .. }
            | EntryKind::CauseMap { near, .. }
            | EntryKind::Themes { near, .. } => near.as_ref(),
        }
    }

    /// Whether it has no axis of time.
    pub(crate) fn is_map(&self) -> bool {
        matches!(
            self.kind,
            EntryKind::CauseMap { .. } | EntryKind::Themes { .. }
        )
    }

    /// Whether only a part of a map shows.
    pub(crate) fn is_zoomed(&self) -> bool {
        let (EntryKind::CauseMap { viewport, .. } | EntryKind::Themes { viewport, .. }) =
            &self.kind
        else {
            return false;
        };
        viewport.is_some()
    }

    /// Whether it counts days from events.
    pub(crate) fn is_relative(&self) -> bool {
        matches!(&self.kind, EntryKind::Timeline { lanes, .. } if !lanes.since.is_empty())
    }

    /// The window that is asked for. An end that is not said is that of what there is.
    pub(super) fn window(&self) -> Option<Window> {
        let (from_days, to_days) = match (self.from_days, self.to_days) {
            (None, None) => return None,
            (Some(from), Some(to)) => (from, to),
            (from, to) if self.is_relative() => (from?, to?),
            // Looking through everything that passes takes longer than drawing it.
            (from, to) => {
                let all = extent(self.compiled.passing())?;
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
fn near(session: &Session, near: &Near, filter: &Filter) -> Option<BTreeSet<EventId>> {
    if near.ids.is_empty() {
        return None;
    }
    let workspace = session.workspace();
    let passing = CompiledFilter::new(workspace, filter).shown();
    let causes = Causes::of(workspace, &passing);
    let named = near.ids.iter().copied();
    let mut found: BTreeSet<EventId> = named.filter(|it| passing.contains(it)).collect();
    for _ in 0..near.steps {
        let next: Vec<EventId> = found.iter().flat_map(|it| causes.neighbors(*it)).collect();
        found.extend(next);
    }
    Some(found)
}
