//! The picture verbs, and what an export draws them from.

mod part;

use std::collections::BTreeSet;

use chart::{
    CauseMapSpec, CausesSpec, Flow, GroupsBy, Lanes, LanesBy, Look, Picture, ThemesSpec, Timeline,
    TimelineView, Window,
};
use graph::Causes;
use model::date::Day;
use model::{EventId, ThemeId, Workspace};
use scene::wire::encode;

pub(crate) use part::Part;

use crate::check::id;
use crate::dto::{
    Arrange, CausesArgs, Filter, LayersArgs, Near, PaletteWord, ThemesMapArgs, TimelineArgs,
};
use crate::filter::Sieve;
use crate::overview::{count, extent};
use crate::session::{Choice, Kept};
use crate::{Fault, Session};

/// The timeline.
pub(crate) fn timeline(session: &Session, args: TimelineArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Timeline {
            lanes: lanes(&args.lanes, &args.arrange)?,
            overview: args.overview,
            collapse: args.collapse,
            steps: steps(args.steps)?,
            links: args.links,
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, args.scroll_px);
    let picture = chart.draw(session.workspace(), look);
    // Now that something is shown there is time for it.
    session.look_through();
    Ok(picture)
}

/// The causal chart.
pub(crate) fn causes(session: &Session, args: CausesArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Causes {
            near: near(session, &args.near, &args.filter)?,
            lanes: args.lanes,
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, args.scroll_px);
    Ok(chart.draw(session.workspace(), look))
}

/// The layered map.
pub(crate) fn layers(session: &Session, args: LayersArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Layers {
            near: near(session, &args.near, &args.filter)?,
            flow: flow(args.down),
            implied: args.implied,
            collapsed: collapsed(&args.collapsed)?,
            part: args.at.map(Part::of),
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: event(args.hovered.as_deref())?,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, 0.0);
    Ok(chart.draw(session.workspace(), look))
}

/// The map of themes or actors.
pub(crate) fn themes(session: &Session, args: ThemesMapArgs) -> Result<Picture, Fault> {
    let chart = Chart {
        view: View::Themes {
            near: near(session, &args.near, &args.filter)?,
            by: groups_by(&args.by)?,
            wholes: args.wholes,
            part: args.at.map(Part::of),
        },
        from_days: None,
        to_days: None,
        selected: event(args.selected.as_deref())?,
        hovered: None,
        as_of: None,
        sieve: Sieve::new(session.workspace(), &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let look = look(args.width_px, args.height_px, args.theme, 0.0);
    Ok(chart.draw(session.workspace(), look))
}

/// The themes that are collapsed.
pub(crate) fn collapsed(ids: &[String]) -> Result<BTreeSet<ThemeId>, Fault> {
    ids.iter().map(|it| id("collapsed", it)).collect()
}

/// Which way a layered map reads.
pub(crate) fn flow(down: bool) -> Flow {
    if down { Flow::Down } else { Flow::Right }
}

/// What the nodes of a map stand for; themes if no word is given.
pub(crate) fn groups_by(word: &str) -> Result<GroupsBy, Fault> {
    match word {
        "" | "theme" => Ok(GroupsBy::Theme),
        "actor" => Ok(GroupsBy::Actor),
        _ => {
            let word: String = word.chars().take(40).collect();
            let message = format!("\"{word}\" is nothing that nodes can stand for");
            Err(Fault::argument("by", message).help("use theme or actor"))
        }
    }
}

pub(crate) fn look(width_px: f32, height_px: f32, theme: PaletteWord, scroll_px: f32) -> Look {
    Look {
        width_px,
        height_px,
        theme: theme.into(),
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
        by: GroupsBy,
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
    pub(crate) kept: &'a Kept,
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
                let spec = CauseMapSpec {
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
                chart::cause_map(workspace, &spec)
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

/// How much comes before the scene in the bytes of a picture.
pub const PICTURE_HEADER_BYTES: usize = 36;

/// A picture as it travels (see [`crate::picture`]), drawn of the state with this number.
pub(crate) fn bytes(picture: &Picture, state: u32) -> Vec<u8> {
    let scene = encode(&picture.scene);
    let mut bytes = Vec::with_capacity(PICTURE_HEADER_BYTES + scene.len());
    bytes.extend(picture.window.from_days.to_le_bytes());
    bytes.extend(picture.window.to_days.to_le_bytes());
    bytes.extend(picture.content_height_px.to_le_bytes());
    for number in [picture.drawn, picture.earlier, picture.later] {
        bytes.extend(count(number).to_le_bytes());
    }
    bytes.extend(state.to_le_bytes());
    bytes.extend(scene);
    bytes
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
pub(crate) fn lanes(word: &str, arrange: &Arrange) -> Result<Lanes, Fault> {
    let since: Result<Vec<EventId>, Fault> = arrange
        .since
        .iter()
        .map(|it| id("arrange.since", it))
        .collect();
    Ok(Lanes {
        by: lanes_by(word)?,
        folded: arrange.fold.iter().cloned().collect(),
        by_first: arrange.by_first,
        since: since?,
    })
}

pub(crate) fn lanes_by(word: &str) -> Result<LanesBy, Fault> {
    if word.is_empty() {
        return Ok(LanesBy::default());
    }
    LanesBy::ALL
        .iter()
        .copied()
        .find(|it| it.word() == word)
        .ok_or_else(|| {
            let known: Vec<&str> = LanesBy::ALL.iter().map(|it| it.word()).collect();
            let word: String = word.chars().take(40).collect();
            Fault::argument("lanes", format!("\"{word}\" is not a way to make lanes"))
                .help(format!("use one of {}", known.join(", ")))
        })
}

pub(crate) fn event(text: Option<&str>) -> Result<Option<EventId>, Fault> {
    text.map(|text| id("selected", text)).transpose()
}

/// The day that is asked for, else the workspace's own.
pub(crate) fn as_of(session: &Session, text: Option<&str>) -> Result<Option<Day>, Fault> {
    let asked = crate::when::day_if_any(session, "as_of", text, crate::when::Which::Last)?;
    Ok(asked.or(session.workspace().as_of))
}

impl From<PaletteWord> for scene::Theme {
    fn from(word: PaletteWord) -> Self {
        match word {
            PaletteWord::Light => Self::Light,
            PaletteWord::Dark => Self::Dark,
            PaletteWord::Print => Self::Print,
        }
    }
}

/// True when the filter hides anything it could hide.
pub(crate) fn filters(filter: &Filter) -> bool {
    *filter
        != Filter {
            layers: filter.layers.clone(),
            ..Filter::default()
        }
}
