//! Charts as they are exported and as the window shows them, measured.

use std::collections::BTreeSet;

use api::dto::{
    CauseMapChart, CausesChart, Chart, ChartArgs, ExportArgs, Filter, Focus, Look, PageOptions,
    PictureFacts, ThemesChart, TimeWindow, TimelineChart,
};
use api::words::{GroupsBy, Preset};
use api::{Fault, FaultCode};
use app::{Session, picture_parts};
use chart::{Legibility, MapFacts, legibility_among, preset_of};
use model::Workspace;
use scene::{Bounds, Item, Scene};

/// The smallest that letters may be: on a slide 1,920 pixels wide, on paper, on screen.
const SLIDE_LEAST_PX: f32 = 18.0;
const SLIDE_WIDTH_PX: f32 = 1920.0;
const PAPER_LEAST_PT: f32 = 7.0;
const WINDOW_LEAST_PX: f32 = 11.0;

/// A chart of relations, by the name that tables and failures call it.
pub type Named = (&'static str, Chart);

/// The charts of relations in all their forms, and the timeline with all links.
#[must_use]
pub fn charts() -> Vec<Named> {
    let themes = |by, matrix| {
        Chart::Themes(ThemesChart {
            by,
            matrix,
            ..ThemesChart::default()
        })
    };
    let causes = |order| {
        Chart::Causes(CausesChart {
            order,
            ..CausesChart::default()
        })
    };
    vec![
        ("cause map", Chart::CauseMap(CauseMapChart::default())),
        ("causes in time", causes(false)),
        ("causes in order", causes(true)),
        ("themes", themes(GroupsBy::Theme, false)),
        ("actors", themes(GroupsBy::Actor, false)),
        ("themes, matrix", themes(GroupsBy::Theme, true)),
        ("actors, matrix", themes(GroupsBy::Actor, true)),
        (
            "timeline with links",
            Chart::Timeline(TimelineChart {
                links: true,
                ..TimelineChart::default()
            }),
        ),
    ]
}

/// One of the [`charts`] by its name.
///
/// # Errors
/// [`FaultCode::BadArgument`] when there is none of that name.
pub fn chart_named(name: &str) -> Result<Chart, Fault> {
    let found = charts().into_iter().find(|it| it.0 == name);
    found
        .map(|it| it.1)
        .ok_or_else(|| Fault::new(FaultCode::BadArgument, format!("no chart called {name}")))
}

/// A chart that was drawn.
#[derive(Debug)]
pub struct Drawn {
    /// The picture, with its page around it if it was exported.
    pub scene: Scene,
    /// What is wrong with it, and how large it is, in pixels of the scene.
    pub legible: Legibility,
    /// What it says of its own completeness.
    pub counts: String,
    /// What else is known of a cause map that was exported.
    pub map: Option<MapFacts>,
    /// Pixels of the page (of a slide: of one 1,920 wide), of the screen, or points of paper, for a pixel of the scene.
    pub scale: f32,
    /// The smallest that letters may be, in the same unit.
    pub least: f32,
    /// Where the chart is on its page; `None` in the window.
    pub room: Option<Bounds>,
}

impl Drawn {
    /// The smallest letters, in pixels of a slide 1,920 wide, of the screen, or in points of paper.
    #[must_use]
    pub fn letters(&self) -> f32 {
        self.legible.least_px * self.scale
    }

    /// Everything that is wrong with it, in words. A page does not scroll.
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let mut faults = self.legible.faults(self.least / self.scale);
        if self.room.is_some() {
            let cut = self.legible.scrolled_text.iter();
            faults.extend(cut.map(|it| format!("cut text: {it}")));
        }
        faults
    }

    /// The share of the page that the drawing takes up with its headings: of its width, of its height.
    #[must_use]
    pub fn fills(&self) -> (f32, f32) {
        self.share_of(self.scene.width_px, self.scene.height_px)
    }

    /// The same of the room for the chart.
    #[must_use]
    pub fn fills_room(&self) -> (f32, f32) {
        let room = self.area();
        self.share_of(room.right - room.left, room.bottom - room.top)
    }

    fn share_of(&self, width_px: f32, height_px: f32) -> (f32, f32) {
        let texts = self.texts().filter_map(Item::bounds);
        let all = texts.chain(self.legible.drawing).reduce(|a, b| Bounds {
            left: a.left.min(b.left),
            top: a.top.min(b.top),
            right: a.right.max(b.right),
            bottom: a.bottom.max(b.bottom),
        });
        all.map_or((0.0, 0.0), |it| {
            (
                (it.right - it.left) / width_px,
                (it.bottom - it.top) / height_px,
            )
        })
    }

    /// The smallest letters of the chart itself, in pixels of the scene; infinite without text.
    #[must_use]
    pub fn least_in_room(&self) -> f32 {
        let sizes = self.texts().map(|it| match it {
            Item::Text { size, .. } => *size,
            _ => f32::INFINITY,
        });
        sizes.fold(f32::INFINITY, f32::min)
    }

    /// Where the chart is.
    fn area(&self) -> Bounds {
        self.room.unwrap_or(Bounds {
            left: 0.0,
            top: 0.0,
            right: self.scene.width_px,
            bottom: self.scene.height_px,
        })
    }

    /// The text of the chart, without that of the page around it.
    fn texts(&self) -> impl Iterator<Item = &Item> {
        let room = self.area();
        let is_within = move |it: &Bounds| it.top >= room.top && it.bottom <= room.bottom;
        self.scene.items.iter().filter(move |it| {
            matches!(it, Item::Text { .. }) && it.bounds().as_ref().is_some_and(is_within)
        })
    }

    /// How many entries are drawn.
    #[must_use]
    pub fn events(&self) -> usize {
        self.groups("event-").len()
    }

    /// The groups whose names begin so ("theme-", "link-"), by the rest of their names.
    #[must_use]
    pub fn groups(&self, of: &str) -> BTreeSet<&str> {
        let ids = self.scene.items.iter().filter_map(|it| match it {
            Item::Group { id, .. } => id.strip_prefix(of),
            _ => None,
        });
        ids.collect()
    }

    /// The size of the page in pixels of a slide 1,920 wide, of the screen, or in points of paper.
    #[must_use]
    pub fn size(&self) -> (f32, f32) {
        (
            self.scene.width_px * self.scale,
            self.scene.height_px * self.scale,
        )
    }
}

/// The chart of everything on a page of this kind.
///
/// # Errors
/// A bad argument.
pub fn on_page(session: &Session, chart: &Chart, preset: Preset) -> Result<Drawn, Fault> {
    let args = ExportArgs {
        page: PageOptions {
            preset: Some(preset),
            ..PageOptions::default()
        },
        chart: args(chart, None),
    };
    let pages = app::sheets(session, &args)?.into_iter().next();
    let (sheet, words, map) = pages
        .and_then(|it| Some((it.sheets.into_iter().next()?, it.words, it.map)))
        .ok_or_else(|| nothing(&"no page was drawn"))?;
    let paper = preset_of(preset.word())
        .ok_or_else(|| nothing(&"there is no such page"))?
        .paper;
    let is_slide = matches!(preset, Preset::Slide | Preset::Slide4k);
    let (whole, least) = if is_slide {
        (SLIDE_WIDTH_PX, SLIDE_LEAST_PX)
    } else {
        (paper.width_px * paper.pt_per_px(), PAPER_LEAST_PT)
    };
    Ok(Drawn {
        legible: measured(&sheet.scene, session.workspace()),
        scale: whole / sheet.scene.width_px,
        scene: sheet.scene,
        counts: words.counts,
        room: sheet.picture,
        map,
        least,
    })
}

/// The chart of everything in a pane of the window.
///
/// # Errors
/// A bad argument.
pub fn in_window(
    session: &Session,
    chart: &Chart,
    [width_px, height_px]: [f32; 2],
) -> Result<Drawn, Fault> {
    let look = Look {
        width_px,
        height_px,
        theme: api::dto::PaletteWord::Light,
        scroll_px: 0.0,
        legend_width_px: None,
    };
    let args = serde_json::to_value(args(chart, Some(look))).map_err(|it| nothing(&it))?;
    let bytes = app::picture(session, "chart", args)?;
    let [facts, _, scene] = picture_parts(&bytes).ok_or_else(|| nothing(&"no picture"))?;
    let scene = scene::wire::decode(scene).map_err(|it| nothing(&it))?;
    let facts: PictureFacts = serde_json::from_slice(facts).map_err(|it| nothing(&it))?;
    Ok(Drawn {
        legible: measured(&scene, session.workspace()),
        scene,
        counts: facts.counts,
        map: None,
        scale: 1.0,
        room: None,
        least: WINDOW_LEAST_PX,
    })
}

fn args(chart: &Chart, look: Option<Look>) -> ChartArgs {
    ChartArgs {
        look,
        window: TimeWindow::default(),
        focus: Focus::default(),
        highlight: None,
        filter: Filter::default(),
        as_of: None,
        chart: chart.clone(),
    }
}

fn measured(scene: &Scene, workspace: &Workspace) -> Legibility {
    legibility_among(scene, &workspace.links)
}

fn nothing(error: &impl ToString) -> Fault {
    Fault::new(FaultCode::Internal, error.to_string())
}
