//! The entries in the cells of the grid: a glyph and its title, on as many lines as there is room for.

use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, Path, text};

use crate::marks::{Glyph, MICRO_PX, block, label_face, rule};

use super::grid::Grid;
use super::spec::{OutlookSpec, Prospect, column_of};
use super::titles::{LINE_PX, MORE_PX, PAD_PX, ROW_PX, TITLE_AT_PX, Titles, height_px};

/// An entry with its position in the grid.
pub(super) struct Chip<'a> {
    pub(super) prospect: &'a Prospect<'a>,
    pub(super) x: f32,
    /// The middle of its first line.
    pub(super) y: f32,
    width: f32,
    title: Vec<String>,
}

impl Grid {
    /// From its previous cell to its current place.
    pub(super) fn draw_tail(&self, chip: &Chip<'_>, palette: &Palette, items: &mut Vec<Item>) {
        let Some((likelihood, severity)) = chip.prospect.before else {
            return;
        };
        let (x, y) = self.corner(likelihood, severity);
        let from = (
            x + self.width_px(column_of(likelihood)) * 0.5,
            y + self.rows.height_px(severity) * 0.5,
        );
        let to = (chip.x + 6.0, chip.y);
        items.push(rule(from, to, palette.text_secondary, 1.4));
        items.push(Item::Path {
            path: Path::circle(from.0, from.1, 3.0),
            fill: Paint::Solid(palette.text_secondary),
            stroke: None,
        });
    }

    /// As many entries of each cell as there is room for; the others are counted by [`Grid::draw_left_out`].
    pub(super) fn chips<'a>(&self, spec: &OutlookSpec<'a>) -> Vec<Chip<'a>> {
        let mut chips: Vec<Chip<'a>> = Vec::new();
        for severity in 1..=5_u8 {
            for column in 0..self.columns() {
                self.fill((column, severity), spec, &mut chips);
            }
        }
        chips
    }

    /// The entries of a cell.
    fn fill<'a>(
        &self,
        (column, severity): (usize, u8),
        spec: &OutlookSpec<'a>,
        chips: &mut Vec<Chip<'a>>,
    ) {
        let (left, top) = self.corner(column.checked_sub(1), severity);
        let bottom = top + self.rows.height_px(severity) - PAD_PX;
        let titles = Titles {
            width_px: self.width_px(column),
            lines: self.rows.lines,
        };
        let in_cell: Vec<&Prospect<'a>> = in_cell(spec, (column, severity)).collect();
        let mut y = top + PAD_PX;
        for (at, prospect) in in_cell.iter().enumerate() {
            let title = titles.of(prospect.event);
            let end = y + height_px(title.len());
            let is_last = at + 1 == in_cell.len();
            // The first is always drawn: a cell with only a count would show nothing.
            if at > 0 && end > bottom - if is_last { 0.0 } else { MORE_PX } + 0.5 {
                return;
            }
            chips.push(Chip {
                prospect,
                x: left + PAD_PX,
                y: y + ROW_PX * 0.5,
                width: titles.width_px - 2.0 * PAD_PX,
                title,
            });
            y = end;
        }
    }

    pub(super) fn draw_left_out(
        &self,
        spec: &OutlookSpec<'_>,
        chips: &[Chip<'_>],
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        let cells = (0..self.columns()).flat_map(|it| (1..=5_u8).map(move |row| (it, row)));
        for (column, severity) in cells {
            let all = in_cell(spec, (column, severity)).count();
            let cell = (column.checked_sub(1), severity);
            let drawn = chips.iter().filter(|it| it.cell() == cell);
            let ends = drawn.clone().map(Chip::bottom_px);
            let drawn = drawn.count();
            if all == drawn {
                continue;
            }
            let (x, top) = self.corner(cell.0, severity);
            let y = ends.fold(top + PAD_PX, f32::max) + 10.0;
            items.push(text::text(
                &format!("+{} more", all - drawn),
                x + PAD_PX,
                y,
                Anchor::Start,
                MICRO_PX,
                Face::Medium,
                palette.text_tertiary,
            ));
        }
    }
}

/// The entries in a cell.
fn in_cell<'a>(
    spec: &OutlookSpec<'a>,
    (column, severity): (usize, u8),
) -> impl Iterator<Item = &'a Prospect<'a>> + use<'a> {
    spec.prospects.iter().filter(move |it| {
        column_of(it.likelihood) == column && it.event.severity.clamp(1, 5) == severity
    })
}

impl Chip<'_> {
    fn cell(&self) -> (Option<usize>, u8) {
        let severity = self.prospect.event.severity.clamp(1, 5);
        (self.prospect.likelihood, severity)
    }

    fn top_px(&self) -> f32 {
        self.y - ROW_PX * 0.5
    }

    fn bottom_px(&self) -> f32 {
        self.top_px() + height_px(self.title.len())
    }

    pub(super) fn draw(
        &self,
        spec: &OutlookSpec<'_>,
        palette: &Palette,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        let event = self.prospect.event;
        let is_chosen = Some(event.id) == spec.selected;
        let (top, height) = (self.top_px(), self.bottom_px() - self.top_px());
        items.push(Item::Group {
            id: format!("event-{}", event.id),
            title: event.title.clone(),
        });
        if is_chosen {
            items.push(block(self.x, top, self.width, height, palette.accent));
        }
        let (background, color) = if is_chosen {
            (palette.accent, palette.text_inverse)
        } else {
            (palette.surface_canvas, palette.text_primary)
        };
        Glyph {
            severity: 3,
            ..Glyph::of(event, false)
        }
        .draw(self.x + 6.0, self.y, palette, background, items);
        let first = self.y + text::cap_height(MICRO_PX) * 0.5;
        for (at, line) in self.title.iter().enumerate() {
            let label = text::text(
                line,
                self.x + TITLE_AT_PX,
                first + at as f32 * LINE_PX,
                Anchor::Start,
                MICRO_PX,
                label_face(event),
                color,
            );
            items.push(label.with_halo(background, 2.5));
        }
        items.push(Item::Ungroup);
        hits.push(Hit {
            x: self.x,
            y: top,
            width: self.width,
            height,
            kind: HitKind::Event,
            id: event.id.to_string(),
        });
    }
}
