//! A label of a mark: one line or two, in or beside it, with the second line of a card below.

use scene::Face;

/// A label in the plot.
pub(crate) struct Label {
    /// The title.
    pub(crate) lines: Vec<Line>,
    pub(crate) face: Face,
    /// The second line of a card.
    pub(crate) second: Option<Line>,
}

/// A line of it.
pub(crate) struct Line {
    pub(crate) words: String,
    pub(crate) x: f32,
    pub(crate) width: f32,
    /// How far it is below the middle line of the row.
    pub(crate) lower_px: f32,
    /// Whether it is inside a band.
    pub(crate) is_inside: bool,
}

/// From the end of a label to the pin beside it.
pub(crate) const PIN_PX: f32 = 5.0;

impl Label {
    /// A horizontal range extended to include the label.
    pub(crate) fn reach(&self, (from, to): (f32, f32)) -> (f32, f32) {
        let lines = self.lines.iter().chain(&self.second);
        let ends = lines.map(|it| (it.x, it.x + it.width));
        ends.fold((from, to), |all, it| (all.0.min(it.0), all.1.max(it.1)))
    }

    /// How far it extends below the row of its mark.
    pub(crate) fn lower_px(&self, row_px: f32) -> f32 {
        let lowest = self.lines.iter().map(|it| it.lower_px);
        lowest.filter(|it| *it >= row_px).fold(0.0, f32::max)
    }
}
