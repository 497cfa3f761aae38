//! Input and output, in pixels.

/// An entry of a chart in columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its column, from 0 at the left.
    pub column: usize,
    /// The least width of its text in one line, in two, and so on.
    pub widths_px: Vec<f32>,
    /// How important it is: the least important give up their text first.
    pub weight: f32,
    /// Bands go from the top down by number; 0 for all if there are none.
    pub band: usize,
    /// Its place among the pinned entries of its column, if it is pinned.
    pub pin: Option<f32>,
}

/// A link, by the indices of its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Where it starts.
    pub cause: usize,
    /// Where it ends.
    pub effect: usize,
    /// Only links of the same style share a line.
    pub style: u32,
}

/// The room, and the distances in it, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Its width.
    pub width_px: f32,
    /// Its height; content gives way until it fits.
    pub height_px: f32,
    /// How many columns there are, with those that are empty.
    pub columns: usize,
    /// Height of a line of text.
    pub line_px: f32,
    /// Room left and right of the middle of a mark.
    pub mark_px: f32,
    /// From the middle of a mark to its text.
    pub text_at_px: f32,
    /// Between two entries, and twice that between two parts of the graph.
    pub gap_px: f32,
    /// Between two links side by side.
    pub lane_px: f32,
    /// Between two links at one mark.
    pub port_px: f32,
    /// The most lines of a title.
    pub most_lines: usize,
}

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Column {
    /// Left edge of its marks.
    pub left_px: f32,
    /// Right edge of its text.
    pub right_px: f32,
}

/// How an entry is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// A mark with at most so many lines of text.
    Lines(usize),
    /// A mark alone.
    Mark,
    /// Not at all, for want of room.
    #[default]
    Hidden,
}

impl Form {
    /// How many lines of text it has.
    #[must_use]
    pub fn lines(self) -> usize {
        match self {
            Self::Lines(lines) => lines,
            Self::Mark | Self::Hidden => 0,
        }
    }
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spot {
    /// The middle of its mark.
    pub x_px: f32,
    /// The middle of its mark and of its first line.
    pub y_px: f32,
    /// How it is drawn.
    pub form: Form,
}

/// The course of a link.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Course {
    /// Its corners from cause to effect; empty if it is not drawn.
    pub corners: Vec<(f32, f32)>,
    /// Links with the same number share a line.
    pub line: usize,
    /// Whether it shares the end of its line rather than the beginning.
    pub shares_end: bool,
    /// Whether it leaves its cause to the right, at the end of the first line.
    pub leaves_right: bool,
    /// Whether it reaches its effect from the right, since its effect is the earlier of the two.
    pub arrives_right: bool,
}

/// The finished layout.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Placed {
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The entries in their order.
    pub spots: Vec<Spot>,
    /// The links in their order.
    pub courses: Vec<Course>,
    /// The height that all of it takes, at most that of the room.
    pub height_px: f32,
    /// How often two lines cross.
    pub crossings: usize,
}
