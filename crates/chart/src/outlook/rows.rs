//! The heights of the rows of the grid: each as high as its titles need, as far as there is room.

use super::spec::{OutlookSpec, column_of};
use super::titles::{self, Titles};

/// A row without entries still has room for its name.
const LEAST_ROW_PX: f32 = 40.0;
/// This many entries of a cell count toward the requested height; a sheet of that height counts the others.
const SHOWN: usize = 8;
/// Maximum number of lines of a title, lower if the grid would be too high.
const LINES: [usize; 5] = [9, 4, 3, 2, 1];

/// The rows, from severity 5 down to 1.
pub(super) struct Rows {
    /// Upper edges, and the lower edge of the last, from the top of the grid.
    edges_px: [f32; 6],
    /// How many lines a title may have.
    pub(super) lines: usize,
}

impl Rows {
    /// The rows of a grid of this height.
    pub(super) fn of(spec: &OutlookSpec<'_>, columns_px: &[f32], room_px: f32) -> Self {
        let room_px = room_px.max(5.0);
        let tried = LINES.map(|lines| (lines, heights(spec, columns_px, lines)));
        let fits = |it: &&(usize, [f32; 5])| it.1.iter().sum::<f32>() <= room_px;
        let (lines, heights_px) = *tried.iter().find(fits).unwrap_or(&tried[LINES.len() - 1]);
        let sum_px: f32 = heights_px.iter().sum();
        // Spare room is shared equally; missing room is shared in proportion to height.
        let (more_px, share) = if sum_px <= room_px {
            ((room_px - sum_px) / 5.0, 1.0)
        } else {
            (0.0, room_px / sum_px)
        };
        let mut edges_px = [0.0; 6];
        for (at, height_px) in heights_px.iter().enumerate() {
            edges_px[at + 1] = edges_px[at] + height_px * share + more_px;
        }
        Self { edges_px, lines }
    }

    /// The height at which every title is shown in full.
    pub(super) fn wanted_px(spec: &OutlookSpec<'_>, columns_px: &[f32]) -> f32 {
        heights(spec, columns_px, LINES[0]).iter().sum()
    }

    fn row(severity: u8) -> usize {
        usize::from(5 - severity.clamp(1, 5))
    }

    pub(super) fn top_px(&self, severity: u8) -> f32 {
        self.edges_px[Self::row(severity)]
    }

    pub(super) fn height_px(&self, severity: u8) -> f32 {
        let row = Self::row(severity);
        self.edges_px[row + 1] - self.edges_px[row]
    }

    pub(super) fn bottom_px(&self) -> f32 {
        self.edges_px[5]
    }

    pub(super) fn borders_px(&self) -> impl Iterator<Item = f32> + use<> {
        self.edges_px.into_iter()
    }
}

/// The heights that rows need if titles have at most this many lines.
fn heights(spec: &OutlookSpec<'_>, columns_px: &[f32], lines: usize) -> [f32; 5] {
    let mut heights_px = [LEAST_ROW_PX; 5];
    for (row, height_px) in heights_px.iter_mut().enumerate() {
        let of_row = |severity: u8| Rows::row(severity) == row;
        for (column, edges) in columns_px.windows(2).enumerate() {
            let titles = Titles {
                width_px: edges[1] - edges[0],
                lines,
            };
            let mut in_cell = spec
                .prospects
                .iter()
                .filter(|it| of_row(it.event.severity) && column_of(it.likelihood) == column);
            let shown = in_cell.by_ref().take(SHOWN);
            let mut needed_px: f32 = shown.map(|it| titles.height_px(it.event)).sum();
            if in_cell.next().is_some() {
                needed_px += titles::MORE_PX;
            }
            *height_px = height_px.max(needed_px + 2.0 * titles::PAD_PX);
        }
    }
    heights_px
}
