//! Draws the matrix: names, cells, totals.

use std::collections::BTreeSet;

use model::{Link, LinkId, Workspace};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, text};

use super::grid::{Detail, Grid, PAD_PX, name};
use super::sign::{self, Claim, SIGN_PX};
use super::table::Table;
use crate::map::Map;
use crate::marks::{block, rule, stroked};
use crate::spec::{Highlight, LegendEntry};
use crate::themes::claims::{ids, kinds_counted};
use crate::themes::content::Content;
use crate::themes::fade::{BLOCK, fade};
use crate::themes::legend::entry;
use crate::themes::letters::{Letters, counted, lines_of};

const SQUARE_SIDE_PX: f32 = 9.0;
const BAR_PX: f32 = 9.0;
/// Size of signs on two lines.
const SMALL: f32 = 0.8;
/// Kinds of claims that a cell names at most.
const NAMED: usize = 3;

/// Everything that the matrix is drawn from.
pub(super) struct Matrix<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) content: &'a Content<'a>,
    pub(super) table: &'a Table,
    pub(super) grid: &'a Grid,
    pub(super) letters: &'a Letters,
    pub(super) palette: &'a Palette,
    pub(super) highlight: Option<&'a Highlight>,
}

impl Matrix<'_> {
    /// Draws all of it; returns the legend, and how many cells have shortened words.
    pub(super) fn draw(&self, map: &mut Map) -> (Vec<LegendEntry>, usize) {
        self.lines(&mut map.items);
        let count = self.grid.count;
        let mut signs = BTreeSet::new();
        let mut shortened = 0;
        for row in 0..count {
            self.row_name(row, map);
            self.column_name(row, map);
            for column in 0..count {
                let ids = self.table.cell(row, column);
                if !ids.is_empty() {
                    shortened += usize::from(self.cell((row, column), ids, &mut signs, map));
                }
            }
        }
        self.totals(&mut map.items);
        let mut legend = sign::legend(&signs, self.palette);
        if (0..count).any(|it| !self.table.cell(it, it).is_empty()) {
            let mark = vec![block(0.0, -6.0, 20.0, 12.0, self.palette.surface_sunken)];
            let words = format!("within the {}", self.content.noun());
            legend.push(entry("cell-d", &words, mark, 20.0));
        }
        legend.sort_by(|a, b| a.key.cmp(&b.key));
        (legend, shortened)
    }

    /// The tinted diagonal and the lines between rows and columns.
    fn lines(&self, items: &mut Vec<Item>) {
        let (grid, count) = (self.grid, self.grid.count);
        let (width, height) = grid.cell;
        for at in 0..count {
            let (x, y) = grid.at(at, at);
            items.push(block(x, y, width, height, self.palette.surface_sunken));
        }
        for at in 0..=count {
            let (x, y) = grid.at(at, at);
            let (line, heavy) = (self.palette.line_rule, self.palette.line_strong);
            let is_edge = at == 0 || at == count;
            let color = if is_edge { heavy } else { line };
            items.push(rule((0.0, y), (grid.width_px, y), color, 1.0));
            items.push(rule((x, 0.0), (x, grid.bottom()), line, 1.0));
        }
        let words = "acts on →";
        let baseline = grid.head_px - 8.0;
        self.put(words, (0.0, baseline), Anchor::Start, Face::Regular, items);
    }

    fn put(
        &self,
        words: &str,
        (x, baseline): (f32, f32),
        anchor: Anchor,
        face: Face,
        items: &mut Vec<Item>,
    ) {
        let color = match face {
            Face::Regular => self.palette.text_secondary,
            _ => self.palette.text_primary,
        };
        let size = self.letters.text_px;
        items.push(text::text(words, x, baseline, anchor, size, face, color));
    }

    fn hue(&self, row: usize) -> Option<Rgba> {
        self.content.blocks[*self.table.order.get(row)?].hue
    }

    fn is_faded(&self, row: usize) -> bool {
        let block = self.table.order.get(row);
        block.is_some_and(|it| self.content.blocks[*it].is_faded)
    }

    fn row_name(&self, row: usize, map: &mut Map) {
        let (grid, line_px) = (self.grid, self.letters.line_px());
        let (_, top) = grid.at(row, 0);
        let height = grid.cell.1;
        let mut items = Vec::new();
        let mut lines: Vec<(&str, Face)> = grid.rows[row]
            .iter()
            .map(|it| (it.as_str(), Face::SemiBold))
            .collect();
        let entries = match self.table.order.get(row) {
            Some(block) => counted(self.content.blocks[*block].events.len(), "entry"),
            None => String::new(),
        };
        let room = (height / line_px) as usize;
        if !entries.is_empty() && lines.len() < room && grid.detail != Detail::Number {
            lines.push((&entries, Face::Regular));
        }
        let first = top + height / 2.0 - line_px * (lines.len() as f32 - 1.0) / 2.0;
        for (at, (words, face)) in lines.iter().enumerate() {
            let baseline = Grid::baseline(first + line_px * at as f32, self.letters.text_px);
            self.put(
                words,
                (grid.square_px, baseline),
                Anchor::Start,
                *face,
                &mut items,
            );
        }
        if let Some(hue) = self.hue(row) {
            let y = first - SQUARE_SIDE_PX / 2.0;
            items.push(block(0.0, y, SQUARE_SIDE_PX, SQUARE_SIDE_PX, hue));
        }
        self.finish(row, items, (0.0, top, grid.names_px, height), map);
    }

    fn column_name(&self, column: usize, map: &mut Map) {
        let (grid, line_px) = (self.grid, self.letters.line_px());
        let (left, bottom) = grid.at(0, column);
        let lines = &grid.columns[column];
        let mut items = Vec::new();
        let is_numbered = grid.detail == Detail::Number;
        let first = bottom - 5.0 - line_px * (lines.len() as f32 - 0.5);
        for (at, words) in lines.iter().enumerate() {
            let baseline = Grid::baseline(first + line_px * at as f32, self.letters.text_px);
            let (x, anchor) = if is_numbered {
                (left + grid.cell.0 / 2.0, Anchor::Middle)
            } else {
                (
                    left + PAD_PX + (grid.square_px - 3.0).max(0.0),
                    Anchor::Start,
                )
            };
            self.put(words, (x, baseline), anchor, Face::SemiBold, &mut items);
        }
        if let Some(hue) = self.hue(column).filter(|_| !is_numbered) {
            let y = first - SQUARE_SIDE_PX / 2.0;
            items.push(block(left + PAD_PX, y, SQUARE_SIDE_PX, SQUARE_SIDE_PX, hue));
        }
        self.finish(column, items, (left, 0.0, grid.cell.0, bottom), map);
    }

    /// Adds the drawn name of a row or column, faded if it has no part in what is brought out, ringed if it is selected.
    fn finish(
        &self,
        row: usize,
        mut items: Vec<Item>,
        (x, y, width, height): (f32, f32, f32, f32),
        map: &mut Map,
    ) {
        if self.is_faded(row) {
            fade(&mut items, BLOCK);
        }
        map.items.append(&mut items);
        let Some(block) = self
            .table
            .order
            .get(row)
            .map(|it| &self.content.blocks[*it])
        else {
            return;
        };
        if block.is_selected {
            let corners = [
                (x + 1.5, y + 1.5),
                (x + width - 1.5, y + 1.5),
                (x + width - 1.5, y + height - 1.5),
                (x + 1.5, y + height - 1.5),
            ];
            let path = scene::Path::polygon(&corners);
            let color = self.palette.accent;
            map.items.push(stroked(
                path,
                scene::Paint::None,
                color,
                2.0,
                scene::Dash::Solid,
            ));
        }
        map.hits.push(Hit {
            x,
            y,
            width,
            height,
            kind: HitKind::Lane,
            id: block.id.clone(),
        });
    }

    /// A cell with claims; says whether its words are shortened.
    fn cell(
        &self,
        (row, column): (usize, usize),
        claims: &[LinkId],
        signs: &mut BTreeSet<Claim>,
        map: &mut Map,
    ) -> bool {
        let (grid, letters) = (self.grid, self.letters);
        let ((x, y), (width, height)) = (grid.at(row, column), grid.cell);
        let links: Vec<&Link> = claims
            .iter()
            .filter_map(|it| self.workspace.link(*it))
            .collect();
        let (from, to) = (
            name(self.content, self.table, row),
            name(self.content, self.table, column),
        );
        let id = ids(claims);
        let said = kinds_counted(self.workspace, &links, usize::MAX - 1);
        let mut items = vec![Item::Group {
            id: format!("link-{}", id.replace(' ', "-")),
            title: format!("{from} → {to}: {}: {said}", counted(claims.len(), "claim")),
        }];
        let top = match grid.detail {
            Detail::Words => y + 4.0 + letters.name_line_px() / 2.0,
            Detail::Signs | Detail::Number => y + height / 2.0,
        };
        self.number(claims, (x, top), signs, &mut items);
        let has_words = grid.detail == Detail::Words;
        let first = top + letters.name_line_px() / 2.0 + 1.0;
        let shortened = has_words && self.words(&links, (x, first), y + height - first, &mut items);
        items.push(Item::Ungroup);
        let has_part = |it: &Highlight| claims.iter().any(|id| it.links.contains(id));
        if self.highlight.is_some_and(|it| !has_part(it)) {
            fade(&mut items, BLOCK);
        }
        map.items.append(&mut items);
        map.hits.push(Hit {
            x,
            y,
            width,
            height,
            kind: HitKind::Link,
            id,
        });
        shortened
    }

    /// How many claims a cell has, and their signs.
    fn number(
        &self,
        claims: &[LinkId],
        (x, middle): (f32, f32),
        signs: &mut BTreeSet<Claim>,
        items: &mut Vec<Item>,
    ) {
        let (grid, letters) = (self.grid, self.letters);
        let width = grid.cell.0;
        let number = claims.len().to_string();
        let number_px = text::width(&number, letters.name_px, Face::SemiBold);
        let is_narrow = grid.detail == Detail::Number;
        let (pad, gap) = if is_narrow { (2.0, 1.0) } else { (PAD_PX, 5.0) };
        let (drawn, rows) = self.signs_of(claims, width - 2.0 * pad - number_px - gap);
        let per_row = drawn.len().div_ceil(rows);
        let size = if rows > 1 { SMALL } else { 1.0 };
        let signs_px = SIGN_PX * size * per_row as f32;
        let left = if is_narrow {
            x + (width - number_px - gap - signs_px).max(0.0) / 2.0
        } else {
            x + pad
        };
        let (color, size_px, face) = (self.palette.text_primary, letters.name_px, Face::SemiBold);
        let baseline = Grid::baseline(middle, size_px);
        items.push(text::text(
            &number,
            left,
            baseline,
            Anchor::Start,
            size_px,
            face,
            color,
        ));
        for (at, claim) in drawn.iter().enumerate() {
            let (row, column) = (at / per_row, at % per_row);
            let sign_x = left + number_px + gap + SIGN_PX * size * (column as f32 + 0.5);
            let offset = row as f32 - (rows as f32 - 1.0) / 2.0;
            let sign_y = middle + offset * SIGN_PX * size;
            items.push(sign::draw(*claim, (sign_x, sign_y), size, self.palette));
            signs.insert(*claim);
        }
    }

    /// A sign for each claim if there is room for all, on one line or small on two; else one for each sort that occurs;
    /// else none. And on how many lines.
    fn signs_of(&self, ids: &[LinkId], room_px: f32) -> (Vec<Claim>, usize) {
        let mut claims = sign::claims(self.workspace, ids);
        let room = (room_px / SIGN_PX) as usize;
        if self.grid.detail == Detail::Number {
            // The most certain of each direction stands for it.
            claims.dedup_by_key(|it| it.0);
        }
        if claims.len() <= room {
            return (claims, 1);
        }
        let small = (room_px / (SIGN_PX * SMALL)) as usize;
        if claims.len() <= 2 * small && self.grid.detail != Detail::Number {
            return (claims, 2);
        }
        claims.dedup();
        let fits = claims.len() <= room;
        (if fits { claims } else { Vec::new() }, 1)
    }

    /// The kinds of claims below the number, as many as have room; says whether they are shortened.
    fn words(
        &self,
        links: &[&Link],
        (x, top): (f32, f32),
        height: f32,
        items: &mut Vec<Item>,
    ) -> bool {
        let letters = self.letters;
        let room_px = self.grid.cell.0 - 2.0 * PAD_PX;
        let most = (height / letters.line_px()).max(1.0) as usize;
        let lines = |named: usize| {
            let words = kinds_counted(self.workspace, links, named);
            lines_of(&words, letters.text_px, Face::Regular, room_px, most)
        };
        let fits = (1..=NAMED).rev().map(lines).find(|it| !it.1);
        let (found, shortened) = fits.unwrap_or_else(|| lines(1));
        for (at, words) in found.iter().enumerate() {
            let middle = top + letters.line_px() * (at as f32 + 0.5);
            let baseline = Grid::baseline(middle, letters.text_px);
            self.put(
                words,
                (x + PAD_PX, baseline),
                Anchor::Start,
                Face::Regular,
                items,
            );
        }
        shortened
    }

    /// How much each row acts on others, and how much each column is acted on.
    fn totals(&self, items: &mut Vec<Item>) {
        let (grid, letters, count) = (self.grid, self.letters, self.grid.count);
        let sums = |of: fn(&Table, usize) -> usize| -> Vec<usize> {
            (0..count).map(|it| of(self.table, it)).collect()
        };
        let (acts, acted_on) = (sums(Table::acts), sums(Table::acted_on));
        let most = acts.iter().chain(&acted_on).copied().max().unwrap_or(0);
        let (right, bottom) = grid.at(count, count);
        let width = grid.width_px - right;
        for (row, number) in acts.iter().enumerate() {
            let (_, y) = grid.at(row, 0);
            self.total(*number, most, (right, y + grid.cell.1 / 2.0), width, items);
        }
        for (column, number) in acted_on.iter().enumerate() {
            let (x, _) = grid.at(0, column);
            self.total(
                *number,
                most,
                (x, bottom + grid.foot_px / 2.0),
                grid.cell.0,
                items,
            );
        }
        let of_all = (acts.iter().sum::<usize>(), self.claims());
        let words = format!("{} of {}", of_all.0, counted(of_all.1, "claim"));
        for (words, room_px, (x, middle)) in [
            (
                "acts on others",
                width,
                (right, grid.head_px - 5.0 - letters.line_px()),
            ),
            (
                "is acted on by others",
                grid.names_px,
                (-PAD_PX, bottom + grid.foot_px / 2.0),
            ),
            (words.as_str(), width, (right, bottom + grid.foot_px / 2.0)),
        ] {
            let room_px = room_px - 2.0 * PAD_PX;
            let (lines, _) = lines_of(words, letters.text_px, Face::SemiBold, room_px, 2);
            let first = middle - letters.line_px() * (lines.len() as f32 - 1.0) / 2.0;
            for (at, words) in lines.iter().enumerate() {
                let y = first + letters.line_px() * at as f32;
                let baseline = Grid::baseline(y, letters.text_px);
                self.put(
                    words,
                    (x + PAD_PX, baseline),
                    Anchor::Start,
                    Face::SemiBold,
                    items,
                );
            }
        }
    }

    fn claims(&self) -> usize {
        let (between, within) = crate::themes::counts::claims(self.content);
        between + within
    }

    /// A number and a bar as long as it is large.
    fn total(
        &self,
        number: usize,
        most: usize,
        (x, middle): (f32, f32),
        width: f32,
        items: &mut Vec<Item>,
    ) {
        let words = number.to_string();
        let baseline = Grid::baseline(middle, self.letters.text_px);
        if width < 2.0 * PAD_PX + 2.0 * self.letters.text_px {
            let at = (x + width / 2.0, baseline);
            self.put(&words, at, Anchor::Middle, Face::SemiBold, items);
            return;
        }
        let left = x + PAD_PX;
        self.put(
            &words,
            (left, baseline),
            Anchor::Start,
            Face::SemiBold,
            items,
        );
        let digits = self.letters.width(&most.to_string(), Face::SemiBold) + 6.0;
        let room_px = width - 2.0 * PAD_PX - digits;
        if number > 0 && room_px > 3.0 * self.letters.text_px / 2.0 {
            let long = room_px * number as f32 / most.max(1) as f32;
            let y = middle - BAR_PX / 2.0;
            items.push(block(left + digits, y, long, BAR_PX, self.palette.neutral));
        }
    }
}
