//! Marks that need a label, and the places of labels.

/// A mark of a lane, with the label it needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Its row, from the top.
    pub row: usize,
    /// Left end of everything that is drawn for it.
    pub from_px: f32,
    /// Right end.
    pub to_px: f32,
    /// For a band that should hold its label: how far from its visible left end.
    pub inside_px: Option<f32>,
    /// Right end of the solid part of a mark whose rest is a thin whisker: if there is no room on either side, the label
    /// may be placed over the whisker.
    pub solid_to_px: f32,
    /// Left end of that part; the whisker may extend beyond it there too.
    pub solid_from_px: f32,
    /// Width of the full label.
    pub label_px: f32,
    /// Whether the row below was kept free for its second line.
    pub keeps_below: bool,
    /// Heavier marks choose first.
    pub weight: u64,
}

/// Where a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Right of its mark.
    Right,
    /// Left of it.
    Left,
    /// In its band.
    Inside,
    /// Over the whisker of its mark.
    Over,
    /// In the row below, starting at the left end of its mark.
    Below,
    /// In the row below, ending at the right end of its mark.
    BelowLeft,
}

impl Side {
    /// Whether its lines are aligned at their right ends.
    #[must_use]
    pub fn ends_level(self) -> bool {
        matches!(self, Self::Left | Self::BelowLeft)
    }

    /// Whether its first line is in the row below.
    #[must_use]
    pub fn is_below(self) -> bool {
        matches!(self, Self::Below | Self::BelowLeft)
    }
}

/// A label that has been placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Left end.
    pub x_px: f32,
    /// Width available to it: at least its own, or less, and then it has to be shortened.
    pub room_px: f32,
    /// Where it is.
    pub side: Side,
    /// Width of its second line, if it has two; the first is then `room_px` wide.
    pub second_px: Option<f32>,
}

/// Where the second line of a label may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Second {
    /// In the row below, as far as that is free; only this many rows may be used.
    InRows(usize),
    /// In the row of its mark, which is high enough for two lines.
    InItsRow,
}

/// Between a mark and its label, and between a label and whatever comes next.
pub const GAP_PX: f32 = 5.0;
/// A label shortened to less than this tells the reader nothing.
pub const SHORTEST_PX: f32 = 44.0;

impl Placed {
    /// Where its second line begins, given where its first line ends.
    pub(super) fn second_x_px(&self, end_px: f32) -> f32 {
        match self.second_px {
            Some(second_px) if self.side.ends_level() => end_px - second_px,
            _ => self.x_px,
        }
    }

    /// Left end and width of its second line, if it has one.
    #[must_use]
    pub fn second(&self) -> Option<(f32, f32)> {
        let width_px = self.second_px?;
        Some((self.second_x_px(self.x_px + self.room_px), width_px))
    }
}
