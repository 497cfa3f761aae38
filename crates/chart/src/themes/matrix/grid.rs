//! The measures of the matrix: how much a cell says, and where rows and columns stand.

use scene::{Face, text};

use crate::themes::content::Content;
use crate::themes::letters::{Letters, lines_of};

use super::table::Table;

/// How much a cell says, from most to least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Number, a sign for each claim, kinds in words.
    Words,
    /// Number and signs.
    Signs,
    /// Number and one sign; columns are numbered.
    Number,
}

/// Least width and height of a cell, in letters and lines.
const LEAST: [(Detail, f32, f32); 3] = [
    (Detail::Words, 7.2, 3.4),
    (Detail::Signs, 4.6, 2.4),
    (Detail::Number, 2.5, 1.5),
];
/// Highest rows, in lines, unless they would leave more than a third of the room empty.
const HIGHEST_LINES: f32 = 7.0;
/// Width of row names and of totals, in letters, and the share of the width for names at most.
const NAMES_LETTERS: (f32, f32) = (7.0, 15.0);
const NAMES_SHARE: f32 = 0.26;
const TOTALS_LETTERS: f32 = 7.2;
/// Left of a name, for the color of its theme.
const SQUARE_PX: f32 = 16.0;
/// Between the edge of a cell and its text.
pub(super) const PAD_PX: f32 = 7.0;

/// Where rows and columns stand.
pub(super) struct Grid {
    pub(super) detail: Detail,
    /// Left of a name, for the color of its theme; actors have none.
    pub(super) square_px: f32,
    /// Right edge of the names of rows, and lower edge of those of columns.
    pub(super) names_px: f32,
    pub(super) head_px: f32,
    pub(super) cell: (f32, f32),
    pub(super) count: usize,
    pub(super) width_px: f32,
    pub(super) foot_px: f32,
    /// Names of rows and columns that are shortened.
    pub(super) shortened: usize,
    /// Names of rows and of columns, in lines.
    pub(super) rows: Vec<Vec<String>>,
    pub(super) columns: Vec<Vec<String>>,
}

impl Grid {
    /// The most telling grid that has room for as many blocks as possible, with its table.
    pub(super) fn of(content: &Content<'_>, room: (f32, f32), letters: &Letters) -> (Table, Self) {
        let ranked = content.by_importance();
        for (detail, ..) in LEAST {
            let table = Table::of(content, &ranked, ranked.len());
            let grid = Self::with(content, &table, detail, room, letters);
            if grid.has_room(letters) {
                return (table, grid);
            }
        }
        let mut most = ranked.len().saturating_sub(2).max(1);
        loop {
            let table = Table::of(content, &ranked, most);
            let grid = Self::with(content, &table, Detail::Number, room, letters);
            if grid.has_room(letters) || most <= 1 {
                return (table, grid);
            }
            most -= 1;
        }
    }

    fn with(
        content: &Content<'_>,
        table: &Table,
        detail: Detail,
        (width_px, height_px): (f32, f32),
        letters: &Letters,
    ) -> Self {
        let is_numbered = detail == Detail::Number;
        let has_hues = content.blocks.iter().any(|it| it.hue.is_some());
        let square_px = if has_hues { SQUARE_PX } else { 0.0 };
        let names: Vec<String> = (0..table.len())
            .map(|at| {
                let name = name(content, table, at);
                if is_numbered {
                    format!("{}. {name}", at + 1)
                } else {
                    name
                }
            })
            .collect();
        let widths = names.iter().map(|it| letters.width(it, Face::SemiBold));
        let widest = widths.fold(0.0, f32::max) + square_px + PAD_PX + 1.0;
        let most = (NAMES_LETTERS.1 * letters.text_px).min(width_px * NAMES_SHARE);
        let names_px = widest.clamp((NAMES_LETTERS.0 * letters.text_px).min(most), most);
        let totals_px = TOTALS_LETTERS * letters.text_px;
        let count = table.len();
        let cell_px = (width_px - names_px - totals_px) / count.max(1) as f32;
        let mut shortened = 0;
        let mut wrapped = |words: &str, room_px: f32, most: usize| {
            let room_px = room_px.max(letters.text_px);
            let (lines, cut) = lines_of(words, letters.text_px, Face::SemiBold, room_px, most);
            shortened += usize::from(cut);
            lines
        };
        let row_px = (height_px - 5.0 * letters.line_px()) / count.max(1) as f32;
        let per_row = if row_px < 2.2 * letters.line_px() {
            1
        } else {
            2
        };
        let rows: Vec<Vec<String>> = names
            .iter()
            .map(|it| wrapped(it, names_px - square_px - PAD_PX, per_row))
            .collect();
        let columns: Vec<Vec<String>> = names
            .iter()
            .enumerate()
            .map(|(at, it)| {
                if is_numbered {
                    vec![(at + 1).to_string()]
                } else {
                    wrapped(it, cell_px - square_px - PAD_PX, 3)
                }
            })
            .collect();
        let lines = columns.iter().map(Vec::len).max().unwrap_or(1).max(2);
        let head_px = lines as f32 * letters.line_px() + 8.0;
        let foot_px = 2.0 * letters.line_px() + 6.0;
        let room_px = height_px - head_px - foot_px;
        let rows_px = room_px / count.max(1) as f32;
        let highest = (HIGHEST_LINES * letters.line_px()).max(0.67 * rows_px);
        Self {
            detail,
            square_px,
            names_px,
            head_px,
            cell: (cell_px, rows_px.min(highest)),
            count,
            width_px,
            foot_px,
            shortened,
            rows,
            columns,
        }
    }

    fn has_room(&self, letters: &Letters) -> bool {
        LEAST.iter().any(|(detail, width, height)| {
            *detail == self.detail
                && self.cell.0 >= width * letters.text_px
                && self.cell.1 >= height * letters.line_px()
        })
    }

    /// Left and upper edge of a cell; the column or row after the last is that of the totals.
    pub(super) fn at(&self, row: usize, column: usize) -> (f32, f32) {
        (
            self.names_px + column as f32 * self.cell.0,
            self.head_px + row as f32 * self.cell.1,
        )
    }

    pub(super) fn bottom(&self) -> f32 {
        self.at(self.count, 0).1 + self.foot_px
    }

    /// The baseline of a line of text whose middle is at `y`.
    pub(super) fn baseline(y: f32, size_px: f32) -> f32 {
        y + text::cap_height(size_px) / 2.0
    }
}

/// The name of a row: "Trade", "12 other themes".
pub(super) fn name(content: &Content<'_>, table: &Table, row: usize) -> String {
    match table.order.get(row) {
        Some(block) => content.blocks[*block].name.clone(),
        None => {
            let plural = if table.others == 1 { "" } else { "s" };
            format!("{} other {}{plural}", table.others, content.noun())
        }
    }
}
