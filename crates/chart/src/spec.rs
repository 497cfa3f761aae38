//! Requests for charts, and what they return.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use model::date::Day;
use model::{EventId, Hint, LinkId, ThemeId};
use scene::{Bounds, Face, Item, Scene, Theme, text};

use crate::map_facts::MapFacts;

/// A range of time, in days since 1970-01-01.
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

    /// The same with both ends mapped.
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
    /// Its status: happened, planned and so on.
    Status,
    /// One lane for all.
    None,
}

/// How the lanes of a timeline are made, and their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lanes {
    /// What they stand for.
    pub by: LanesBy,
    /// Handles of themes, categories or actors whose sub-items share their lane.
    pub folded: BTreeSet<String>,
    /// By the first date in them, instead of in workspace order.
    pub by_first: bool,
    /// If there are any, a lane for each of these events and its consequences, in days since the event. The other fields
    /// are then ignored.
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

/// A word that is not a way to group lanes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a way to group lanes: use theme, category, actor, country, status or none")]
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

/// Size and appearance of a picture.
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
    /// What to do if the content is higher than that.
    pub fit: Fit,
    /// Whether it is exported rather than shown on screen: then interactive parts are left out, such as the ring around
    /// the selection.
    pub is_page: bool,
}

/// What a timeline does if its lanes are higher than the room for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// Nothing: it scrolls, or the page grows.
    #[default]
    Grows,
    /// Condenses rows and lane headers, and counts what still does not fit, the least severe first.
    Counts,
}

/// How a timeline is viewed.
#[derive(Debug, Clone, Copy)]
pub struct TimelineView<'a> {
    /// Size and appearance.
    pub look: Look,
    /// The window to draw; `None` shows the densest part.
    pub window: Option<Window>,
    /// The selected entry: ringed, label inverted, its links drawn.
    pub selected: Option<EventId>,
    /// How many steps of its causes and effects are drawn; 1 for its own links.
    pub steps: u8,
    /// Whether all links of the entries in the window are drawn while nothing is selected: as rails behind the marks.
    pub links: bool,
    /// The selected link: drawn with a halo and its words, also where no other link is drawn.
    pub selected_link: Option<LinkId>,
    /// The entry under the pointer. While all links are drawn, the chains through it stand out.
    pub hovered: Option<EventId>,
    /// The link under the pointer: the chains through it stand out, everything else is faded.
    pub hovered_link: Option<LinkId>,
    /// What stands out while nothing is hovered, on pages too. Its links are drawn also where no other link is.
    pub highlight: Option<&'a Highlight>,
    /// Whether the overview strip is drawn at the bottom.
    pub overview: bool,
}

/// Request for a causal chart.
#[derive(Debug, Clone)]
pub struct CausesSpec<'a> {
    /// Size and appearance.
    pub look: Look,
    /// The window to draw; `None` fits what is shown.
    pub window: Option<Window>,
    /// The entries to draw.
    pub shown: &'a BTreeSet<EventId>,
    /// The entries that match the filter: those that are linked with a drawn entry but not drawn themselves are counted
    /// beside it.
    pub passing: &'a BTreeSet<EventId>,
    /// The selected entry.
    pub selected: Option<EventId>,
    /// The selected link.
    pub selected_link: Option<LinkId>,
    /// The entry under the pointer: the chains through it stand out, everything else is faded.
    pub hovered: Option<EventId>,
    /// The link under the pointer: the same.
    pub hovered_link: Option<LinkId>,
    /// What stands out while nothing is hovered, on pages too.
    pub highlight: Option<&'a Highlight>,
    /// The as-of line, if there is one.
    pub as_of: Option<Day>,
    /// Whether events of one theme are grouped in lanes.
    pub lanes: bool,
    /// Whether entries stand in the order of time, in a column for each date or stretch, instead of at a distance. A page
    /// is drawn so even if not, unless the other way names more.
    pub order: bool,
}

/// Entries and links that are shown at full ink while all others are faded: a path, a loop, the answer to "Why?".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Highlight {
    /// The entries.
    pub events: BTreeSet<EventId>,
    /// The links.
    pub links: BTreeSet<LinkId>,
}

/// Which part of a map is visible: the point of the map at the upper left corner, and the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct At {
    /// How far right on the map.
    pub x_px: f32,
    /// How far down on the map.
    pub y_px: f32,
    /// Screen pixels per pixel of the map.
    pub zoom: f32,
}

/// The direction in which a cause map reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flow {
    /// From left to right.
    Right,
    /// From the top down.
    #[default]
    Down,
}

/// Request for a cause map.
#[derive(Debug, Clone)]
pub struct CauseMapSpec<'a> {
    /// Size and appearance; a map is not scrolled.
    pub look: Look,
    /// Which part of the map is visible; `None` for all of it.
    pub at: Option<At>,
    /// The direction in which it reads.
    pub flow: Flow,
    /// Whether indirect links, implied by chains of others, are drawn.
    pub implied: bool,
    /// Themes whose events are combined into one entry each.
    pub collapsed: &'a BTreeSet<ThemeId>,
    /// Entries behind which everything that follows from nothing else drawn is put away and counted.
    pub folded: &'a BTreeSet<EventId>,
    /// Events outside this window are drawn pale.
    pub window: Option<Window>,
    /// The entries to draw.
    pub shown: &'a BTreeSet<EventId>,
    /// The entries that match the filter.
    pub passing: &'a BTreeSet<EventId>,
    /// The selected entry: it has a halo, and its links stand out.
    pub selected: Option<EventId>,
    /// The selected link: it has a halo, and says what it claims.
    pub selected_link: Option<LinkId>,
    /// The entry under the pointer: the chains through it stand out, everything else is faded.
    pub hovered: Option<EventId>,
    /// The link under the pointer: the same.
    pub hovered_link: Option<LinkId>,
    /// What stands out while nothing is hovered, on pages too.
    pub highlight: Option<&'a Highlight>,
    /// Rows and order of the picture before, so that one entry more moves few others.
    pub hint: Option<&'a Hint>,
    /// The as-of line of other charts: nothing after it is filled.
    pub as_of: Option<Day>,
}

/// What the nodes of a theme or actor map stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum GroupsBy {
    /// Leading themes.
    #[default]
    Theme,
    /// Leading actors.
    Actor,
}

/// Request for a map of themes or actors.
#[derive(Debug, Clone)]
pub struct ThemesSpec<'a> {
    /// Size and appearance; a map is not scrolled.
    pub look: Look,
    /// Which part of the map is visible; `None` for all of it.
    pub at: Option<At>,
    /// What its nodes stand for.
    pub by: GroupsBy,
    /// Whether sub-themes and member actors are counted in their parent.
    pub wholes: bool,
    /// The entries to draw from.
    pub shown: &'a BTreeSet<EventId>,
    /// The selected entry: its group is ringed.
    pub selected: Option<EventId>,
    /// The entry under the pointer: the lines of its group are brought out.
    pub hovered: Option<EventId>,
    /// The theme or actor under the pointer, by its id: its lines are brought out.
    pub hovered_group: Option<i64>,
    /// If there is one, groups and lines without part in it are faded.
    pub highlight: Option<&'a Highlight>,
    /// Whether it is drawn as a matrix: a row for what acts, a column for what is acted on.
    pub matrix: bool,
}

/// An entry of a legend: something that occurs in the picture, with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    /// Identifies it and sets its place in the legend ("tone-1-escalatory"): entries are sorted by it, and the same key
    /// means the same thing in any picture.
    pub key: String,
    /// What it means.
    pub words: String,
    /// A small drawing in a box `mark_width_px` wide, centered vertically on y = 0, from x = 0.
    pub mark: Vec<Item>,
    /// Width of that drawing.
    pub mark_width_px: f32,
}

impl LegendEntry {
    /// Its total width with text of this size: drawing, gap, text.
    pub(crate) fn width_px(&self, size_px: f32) -> f32 {
        self.mark_width_px + 6.0 + text::width(&self.words, size_px, Face::Regular)
    }
}

/// How a picture adapts to a height other than that of its content.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Growth {
    /// Its content scrolls between a fixed head, such as an axis, and a fixed foot.
    Scrolls {
        /// Height of the head.
        head_px: f32,
        /// Height of the foot.
        foot_px: f32,
    },
    /// It does not scroll, and needs at least its content height plus what is around it.
    Whole,
    /// It is scaled down to fit.
    Fits {
        /// The scale at which it is drawn.
        zoom: f32,
    },
}

/// Around the content of a picture that does not scroll.
pub(crate) const AROUND_PX: f32 = 40.0;
/// Below the content of one that does, before its foot.
pub(crate) const AIR_PX: f32 = 5.0;

impl Picture {
    /// The height at which all of it is visible.
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
    /// The window as drawn.
    pub window: Window,
    /// Height of the content, for scrolling; the fixed axis and the overview are not part of it.
    pub content_height_px: f32,
    /// How it adapts to another height.
    pub growth: Growth,
    /// The legend entries that occur, sorted by key, without duplicates.
    pub legend: Vec<LegendEntry>,
    /// How many entries are in the window.
    pub drawn: usize,
    /// How many are entirely before it.
    pub earlier: usize,
    /// How many are entirely after it.
    pub later: usize,
    /// What the picture says of its own completeness, in sentences ("36 of 43 linked entries named."); the page prints it
    /// in its note. Empty if there is nothing to say.
    pub counts: String,
    /// The largest empty corner, in pixels of the scene, where a page may put the legend; `None` if there is none.
    pub free: Option<Bounds>,
    /// What is known of a cause map beyond its picture.
    pub map: Option<MapFacts>,
}
