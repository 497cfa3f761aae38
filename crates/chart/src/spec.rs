//! What a chart is asked for, and what it gives back.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use model::date::Day;
use model::{EventId, ThemeId};
use scene::{Face, Item, Scene, Theme, text};

/// A stretch of time, in days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Where it begins.
    pub from_days: f64,
    /// Where it ends; later than it begins.
    pub to_days: f64,
}

impl Window {
    /// Its length.
    #[must_use]
    pub fn length_days(&self) -> f64 {
        self.to_days - self.from_days
    }

    /// The same with both ends changed.
    pub(crate) fn moved(self, day: impl Fn(f64) -> f64) -> Self {
        Self {
            from_days: day(self.from_days),
            to_days: day(self.to_days),
        }
    }
}

/// What the lanes of a timeline stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LanesBy {
    /// The leading theme of an entry.
    #[default]
    Theme,
    /// Its category.
    Category,
    /// Its leading actor.
    Actor,
    /// The country of its leading actor.
    Country,
    /// Whether it happened, is planned, or else.
    Status,
    /// One lane for all.
    None,
}

/// How the lanes of a timeline are made and in which order they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lanes {
    /// What they stand for.
    pub by: LanesBy,
    /// Handles of themes, categories or actors whose parts share their lane.
    pub folded: BTreeSet<String>,
    /// By the first date in them, instead of as in the workspace.
    pub by_first: bool,
    /// If there are any, a lane for each of these events and what follows from it, in days since it. The rest is then
    /// of no account.
    pub since: Vec<EventId>,
}

impl From<LanesBy> for Lanes {
    fn from(by: LanesBy) -> Self {
        Self {
            by,
            ..Self::default()
        }
    }
}

/// A word that names no way of making lanes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a way to make lanes: use theme, category, actor, country, status or none")]
pub struct UnknownLanes(pub String);

impl LanesBy {
    /// Every way, in the order of the menu.
    pub const ALL: &'static [Self] = &[
        Self::Theme,
        Self::Category,
        Self::Actor,
        Self::Country,
        Self::Status,
        Self::None,
    ];

    /// The word for it, as stored and typed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Category => "category",
            Self::Actor => "actor",
            Self::Country => "country",
            Self::Status => "status",
            Self::None => "none",
        }
    }
}

impl fmt::Display for LanesBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

impl FromStr for LanesBy {
    type Err = UnknownLanes;

    fn from_str(text: &str) -> Result<Self, UnknownLanes> {
        let found = Self::ALL.iter().copied().find(|it| it.word() == text);
        found.ok_or_else(|| UnknownLanes(text.chars().take(40).collect()))
    }
}

/// The room for a picture and how it is dressed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// Width in logical pixels.
    pub width_px: f32,
    /// Height in logical pixels.
    pub height_px: f32,
    /// Which colors.
    pub theme: Theme,
    /// How far the content is scrolled down.
    pub scroll_px: f32,
    /// What is done about a content that is higher.
    pub fit: Fit,
    /// Whether it stands on a page instead of a screen: then nothing is drawn that is only there to be pointed at, such as the
    /// ring around what is selected.
    pub is_page: bool,
}

/// What a timeline does about lanes that are higher than the room for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// Nothing: it scrolls, or the page grows.
    #[default]
    Grows,
    /// Rows and lane headers stand closer, and what still finds no room is counted, the slightest first.
    Counts,
}

/// How a timeline is looked at.
#[derive(Debug, Clone, Copy)]
pub struct TimelineView {
    /// Room and dress.
    pub look: Look,
    /// The stretch of time to draw; `None` fits the dense part of what is shown.
    pub window: Option<Window>,
    /// The selected entry: ringed, label inverted, its links drawn.
    pub selected: Option<EventId>,
    /// How many steps of its causes and effects are drawn; 1 for its own links.
    pub steps: u8,
    /// Whether all links between what is drawn are drawn while nothing is selected, if they can be told apart.
    pub links: bool,
    /// The entry under the pointer.
    pub hovered: Option<EventId>,
    /// Whether the overview strip is drawn at the bottom.
    pub overview: bool,
}

/// What a causal chart is asked for.
#[derive(Debug, Clone)]
pub struct CausesSpec<'a> {
    /// Room and dress.
    pub look: Look,
    /// The stretch of time to draw; `None` fits what is shown.
    pub window: Option<Window>,
    /// The entries to draw.
    pub shown: &'a BTreeSet<EventId>,
    /// The entries that pass the filter: of those that are linked with what is drawn and are not drawn themselves, the
    /// number is told.
    pub passing: &'a BTreeSet<EventId>,
    /// The selected entry.
    pub selected: Option<EventId>,
    /// The entry under the pointer.
    pub hovered: Option<EventId>,
    /// The as-of line, if there is one.
    pub as_of: Option<Day>,
    /// Whether events of one theme stand together, in lanes.
    pub lanes: bool,
}

/// What of a map is looked at: a point of the map at the upper left corner, and how large the map is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// How far right on the map.
    pub x_px: f32,
    /// How far down on the map.
    pub y_px: f32,
    /// Pixels for a pixel of the map.
    pub zoom: f32,
}

/// Which way a layered map reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flow {
    /// From left to right.
    #[default]
    Right,
    /// From the top down.
    Down,
}

/// What a layered map is asked for.
#[derive(Debug, Clone)]
pub struct CauseMapSpec<'a> {
    /// Room and dress; a map is not scrolled.
    pub look: Look,
    /// What of the map is looked at; `None`: all of it.
    pub at: Option<At>,
    /// Which way it reads.
    pub flow: Flow,
    /// Whether links are drawn that chains of others imply.
    pub implied: bool,
    /// Themes whose events stand in one box each.
    pub collapsed: &'a BTreeSet<ThemeId>,
    /// What lies outside of it is drawn pale.
    pub window: Option<Window>,
    /// The entries to draw.
    pub shown: &'a BTreeSet<EventId>,
    /// The entries that pass the filter.
    pub passing: &'a BTreeSet<EventId>,
    /// The selected entry.
    pub selected: Option<EventId>,
    /// The entry under the pointer.
    pub hovered: Option<EventId>,
    /// The as-of line of other charts: nothing after it is filled.
    pub as_of: Option<Day>,
}

/// What the nodes of a map of groups stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupsBy {
    /// Leading themes.
    #[default]
    Theme,
    /// Leading actors.
    Actor,
}

/// What a map of themes or actors is asked for.
#[derive(Debug, Clone)]
pub struct ThemesSpec<'a> {
    /// Room and dress; a map is not scrolled.
    pub look: Look,
    /// What of the map is looked at; `None`: all of it.
    pub at: Option<At>,
    /// What its nodes stand for.
    pub by: GroupsBy,
    /// Whether parts stand in their whole.
    pub wholes: bool,
    /// The entries to draw from.
    pub shown: &'a BTreeSet<EventId>,
    /// The selected entry: its group is ringed.
    pub selected: Option<EventId>,
}

/// A line of a legend: something that occurs in the picture, with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    /// What tells it apart and sets its place in the legend ("tone-1-escalatory"): entries are sorted
    /// by it, and two pictures with the same key mean the same thing.
    pub key: String,
    /// What it means.
    pub words: String,
    /// A small drawing in a box `mark_width_px` wide, its middle line at y = 0, its left end at x = 0.
    pub mark: Vec<Item>,
    /// Width of that drawing.
    pub mark_width_px: f32,
}

impl LegendEntry {
    /// Its whole width with words of this size: drawing, gap, words.
    pub(crate) fn width_px(&self, size_px: f32) -> f32 {
        self.mark_width_px + 6.0 + text::width(&self.words, size_px, Face::Regular)
    }
}

/// How a picture takes to another height than that of its content.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Growth {
    /// Its content moves between a head that stays, such as an axis, and a foot that stays.
    Scrolls {
        /// Height of the head.
        head_px: f32,
        /// Height of the foot.
        foot_px: f32,
    },
    /// It is one, and needs at least its content height with what stands around that.
    Whole,
    /// It is drawn smaller to fit.
    Fits {
        /// How many times its own size it is drawn.
        zoom: f32,
    },
}

/// Around the content of a picture that does not scroll.
pub(crate) const AROUND_PX: f32 = 40.0;
/// Below the content of one that does, before its foot.
pub(crate) const AIR_PX: f32 = 5.0;

impl Picture {
    /// The height at which all of it shows.
    pub(crate) fn needed_px(&self) -> f32 {
        let around_px = match self.growth {
            Growth::Scrolls { head_px, foot_px } => head_px + AIR_PX + foot_px,
            Growth::Whole | Growth::Fits { .. } => AROUND_PX,
        };
        self.content_height_px + around_px
    }
}

/// A finished chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What to draw.
    pub scene: Scene,
    /// The stretch of time as drawn.
    pub window: Window,
    /// How high the content is, for scrolling; the sticky axis and the overview are not part of it.
    pub content_height_px: f32,
    /// How it takes to another height.
    pub growth: Growth,
    /// What occurs in it, sorted by key, each once.
    pub legend: Vec<LegendEntry>,
    /// How many entries lie in the window.
    pub drawn: usize,
    /// How many lie wholly before it.
    pub earlier: usize,
    /// How many lie wholly after it.
    pub later: usize,
}
