//! Causes in the order of time: entries stand in columns, one for each date or stretch that occurs, and links run from
//! left to right between them.
//!
//! A link leaves its cause at the end of its first line, turns in the channel between two columns, passes further
//! columns in rows of its own and reaches its effect from the left. So no link runs through text, by construction and by
//! test. Links of one style into one entry share a line, and so do those out of one entry.
//!
//! The order within columns comes from barycenter sweeps (Sugiyama, Tagawa, Toda 1981) and moving one item at a time;
//! heights from isotonic regression (pool adjacent violators). Nothing is random: the same input gives the same output.

mod channels;
mod courses;
mod forms;
mod heights;
mod items;
mod nets;
mod order;
mod ports;
#[cfg(test)]
mod tests;

use courses::Found;
pub use courses::own_parts;
use forms::Forms;
use items::Items;

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

/// Rounds of widths, heights and channels: each needs what the others found.
const ROUNDS: usize = 4;

/// Lays out `entries` and `links` in `room`.
///
/// # Panics
///
/// When a link names an entry that is not in the list, or an entry a column that is not in the room.
#[must_use]
pub fn lay(entries: &[Entry], links: &[Link], room: &Room) -> Placed {
    let known = |it: &Link| it.cause < entries.len() && it.effect < entries.len();
    assert!(links.iter().all(known), "every link joins two entries");
    let inside = |it: &Entry| it.column < room.columns;
    assert!(entries.iter().all(inside), "every column is in the room");
    let mut hidden = vec![false; entries.len()];
    loop {
        let nets = nets::nets(entries, links, &hidden);
        let mut items = Items::of(entries, &nets, &hidden);
        order::order(entries, &mut items);
        let mut channels_px = vec![0.0_f32; room.columns];
        let mut placed = Placed::default();
        let mut forms = Forms::default();
        for round in 0..ROUNDS {
            forms = Forms::of(entries, &items, &channels_px, room);
            let mut y_px = heights::heights(&items, &forms, room);
            let ports = ports::ports(&items, &mut y_px, &forms, room);
            let channels = channels::channels(&items, &y_px, &ports, room);
            let found = Found {
                nets: &nets,
                items: &items,
                forms: &forms,
                y_px: &y_px,
                ports: &ports,
                channels: &channels,
                room,
            };
            placed = found.placed(links.len());
            let needed: Vec<f32> = channels.iter().map(|it| it.width_px).collect();
            let fits = needed.iter().zip(&channels_px).all(|(a, b)| a <= b);
            if fits || round + 1 == ROUNDS {
                break;
            }
            let wider = needed.iter().zip(&channels_px).map(|(a, b)| a.max(*b));
            channels_px = wider.collect();
        }
        let more = forms.hide(entries, &mut hidden);
        if !more {
            return placed;
        }
    }
}
