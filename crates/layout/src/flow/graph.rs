//! Input and output. All lengths are in em: multiples of the letter size, so that one layout holds for any letters.

use std::ops::Range;

/// A part of a title that stays on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Its width without the blank after it.
    pub width_em: f32,
    /// The blank between it and the next on the same line; 0 if there is none.
    pub blank_em: f32,
    /// How many characters it has.
    pub letters: usize,
    /// Whether a clause ends with it (comma, colon, semicolon).
    pub ends_clause: bool,
    /// Whether a shortened title may end with it; not so "of" or "the".
    pub may_end: bool,
    /// Whether it is all of a word or its end; not so "trade-" in "trade-off".
    pub ends_word: bool,
}

/// An entry to place. The list is in the order of time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Its title.
    pub words: Vec<Word>,
    /// Width of the ellipsis in its face.
    pub ellipsis_em: f32,
    /// Which entries keep their titles if there is little room: the higher, the longer.
    pub importance: u32,
    /// Whether it is named in any case, such as one that is pinned.
    pub is_kept: bool,
    /// Whether it may be counted at its neighbor instead of being drawn, if it has only one.
    pub may_be_counted: bool,
    /// How many entries are counted at it from the outset.
    pub more: usize,
    /// Where it is pinned.
    pub pin: Option<Pin>,
}

/// A place chosen by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pin {
    /// The row in its part, from 0. Causes push it further down.
    pub row: usize,
    /// The entry left of it; `None` at the left end.
    pub after: Option<usize>,
}

/// A link, by the indices of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// The cause.
    pub from: usize,
    /// The effect.
    pub to: usize,
    /// Links of one style into one entry may share a line.
    pub style: u32,
    /// The sign on the line: out of one entry, only links of one style and one sign share a line.
    pub sign: u32,
}

/// Where cards are possible: their size and their extent left of the mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CardSize {
    /// Total width.
    pub width_em: f32,
    /// Total height.
    pub height_em: f32,
    /// From the left edge to the middle of the mark.
    pub mark_em: f32,
    /// Room for the title, which takes at most two lines.
    pub title_em: f32,
}

/// The direction in which a map reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Flow {
    /// From the top down: entries of a row side by side.
    #[default]
    Down,
    /// From left to right: entries of a row one below the other.
    Right,
}

impl Flow {
    /// A point or size across and along the direction as x and y.
    pub(super) fn turned(self, (across, along): (f32, f32)) -> (f32, f32) {
        match self {
            Self::Down => (across, along),
            Self::Right => (along, across),
        }
    }

    /// The same for a rectangle.
    pub(super) fn turned_area(self, it: Area) -> Area {
        let (x, y) = self.turned((it.x, it.y));
        let (width, height) = self.turned((it.width, it.height));
        Area {
            x,
            y,
            width,
            height,
        }
    }
}

/// The room to fill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Its width.
    pub width_em: f32,
    /// Its height.
    pub height_em: f32,
    /// The direction in which the map reads in it.
    pub flow: Flow,
}

/// How an entry is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A box with its title on two lines and more.
    Card,
    /// A mark with its title beside it.
    Line,
    /// A mark alone.
    Mark,
    /// Not drawn, but counted at a neighbor or beside the map.
    Counted,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// Where an entry is.
#[derive(Debug, Clone, PartialEq)]
pub struct Spot {
    /// How it is drawn.
    pub form: Form,
    /// The middle of its mark.
    pub mark: (f32, f32),
    /// Its title by lines, as ranges of its words.
    pub lines: Vec<Range<usize>>,
    /// Whether the title is longer than these lines, so that an ellipsis follows.
    pub is_cut: bool,
    /// Everything that is drawn of it.
    pub area: Area,
    /// The part it belongs to.
    pub part: Option<usize>,
    /// Its row in its part.
    pub row: usize,
    /// The entries that are counted at it.
    pub counted: Vec<usize>,
}

/// A connected part of the map, or some small ones under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// How many connected parts it stands for.
    pub members: usize,
    /// Its entries, in the order of the list, with those counted at a neighbor.
    pub entries: Vec<usize>,
    /// The line for its heading.
    pub heading: Area,
}

/// A place between two entries of a row, where an entry can be dropped to pin it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap {
    /// The part.
    pub part: usize,
    /// What a pin there holds.
    pub pin: Pin,
    /// Where it is.
    pub area: Area,
}

/// What stands in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held<T> {
    /// An entry.
    Entry(T),
    /// A lane in which a link passes, by cause and effect.
    Lane(T, T),
}

/// Rows and order of a layout, to start from when it is made again: for each part its rows from above, each from left
/// to right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hint {
    /// The rows.
    pub parts: Vec<Vec<Vec<Held<usize>>>>,
}

impl Hint {
    /// The entries of each row of all parts.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<usize>> {
        let entry = |it: &Held<usize>| match it {
            Held::Entry(it) => Some(*it),
            Held::Lane(..) => None,
        };
        let rows = self.parts.iter().flatten();
        rows.map(|it| it.iter().filter_map(entry).collect())
            .collect()
    }
}

/// The finished layout.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// Each entry.
    pub spots: Vec<Option<Spot>>,
    /// The corners of each link from its cause to the mark of its effect; empty if it is not drawn.
    pub courses: Vec<Vec<(f32, f32)>>,
    /// Whether a link runs upward because it closes a cycle.
    pub turned: Vec<bool>,
    /// The parts that are drawn.
    pub parts: Vec<Part>,
    /// Entries of parts that found no room.
    pub left_out: Vec<usize>,
    /// Where the number of these goes, if there are any.
    pub rest: Area,
    /// Where pins can be dropped.
    pub gaps: Vec<Gap>,
    /// What to start from next time.
    pub hint: Hint,
    /// The largest free corner.
    pub corner: Area,
    /// How often links cross.
    pub crossings: usize,
    /// The least height at which the same entries have the same forms.
    pub needed_em: f32,
    /// The height used, at most that of the room unless nothing helps.
    pub height_em: f32,
}
