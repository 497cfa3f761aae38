//! How the parts share the page: in columns of shelves, the largest part first. Several ways are tried, and the one that
//! loses the fewest titles is taken.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::fit::{HALF_EM, MARK_EM, Writer, Written};
use super::graph::{CardSize, Entry, Flow, Form};
use super::lanes::{Component, Ranked, Stored};
use super::nets::Nets;
use super::page::{BESIDE_EM, Block, Column, Heading, InRows, Page, Shelf};
use super::place::Care;
use super::title::Title;
use super::tracks::Channel;

/// Least room between two rows of cards, whose links have words.
pub(super) const CARD_CHANNEL_EM: f32 = 3.2;
/// What a crossing costs, in shortened titles, and each em that does not fit.
const CROSSING: f32 = 0.45;
const OVERFLOW: f32 = 4.0;
/// What a row costs that a link passes.
const LANE: f32 = 0.3;
/// What it costs to leave more than this share of a column's height empty.
const EMPTY: f32 = 6.0;
const EMPTY_SHARE: f32 = 0.3;
/// Widths per entry of a row that are tried.
const ENTRY_EM: [f32; 6] = [16.0, 12.5, 9.5, 7.0, 5.0, 3.4];
/// Shares of the width that are tried for the first of two columns.
const SHARES: [f32; 6] = [0.5, 0.55, 0.59, 0.64, 0.7, 0.76];
/// Maps with more entries than this are laid out in fewer ways.
const LARGE: usize = 80;
const FEW_SHARES: [f32; 1] = [0.6];
const FEW_ENTRY_EM: [f32; 2] = [6.5, 3.8];
/// Heights per entry of a row that are tried in a map that reads to the right.
const STACKED_EM: [f32; 4] = [6.5, 4.6, 3.2, 2.2];
/// Parts with at most so many entries stand under one heading if there are at least so many of them.
const SMALL: usize = 4;
pub(super) const SMALL_TOGETHER: usize = 3;

/// Everything that the parts are laid out from.
pub(super) struct Source<'a> {
    pub(super) entries: &'a [Entry],
    pub(super) titles: &'a [Title<'a>],
    pub(super) parts: &'a [Component],
    pub(super) more: &'a [usize],
    pub(super) stored: &'a Stored,
    pub(super) cards: Option<CardSize>,
    pub(super) flow: Flow,
    ranked: RefCell<BTreeMap<(usize, usize), Rc<InRows>>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(
        entries: &'a [Entry],
        titles: &'a [Title<'a>],
        parts: &'a [Component],
        (more, stored): (&'a [usize], &'a Stored),
        (cards, flow): (Option<CardSize>, Flow),
    ) -> Self {
        Self {
            entries,
            titles,
            parts,
            more,
            stored,
            cards,
            flow,
            ranked: RefCell::default(),
        }
    }

    /// From the edge of a row to the middle of a mark.
    pub(super) fn mark_em(&self, form: Form) -> f32 {
        match (self.flow, form, self.cards) {
            (Flow::Down, ..) => MARK_EM,
            (Flow::Right, Form::Card, Some(size)) => size.mark_em,
            (Flow::Right, ..) => HALF_EM,
        }
    }

    pub(super) fn in_rows(&self, part: usize, most: usize) -> Rc<InRows> {
        if let Some(found) = self.ranked.borrow().get(&(part, most)) {
            return Rc::clone(found);
        }
        let component = &self.parts[part];
        let ranked = Ranked::new(self.entries, component, most, self.stored);
        let nets = Nets::new(&ranked);
        let made = Rc::new(InRows { ranked, nets });
        self.ranked
            .borrow_mut()
            .insert((part, most), Rc::clone(&made));
        made
    }

    fn is_stored(&self, part: usize) -> bool {
        let mut entries = self.parts[part].entries.iter();
        entries.any(|it| self.stored.entries[*it].is_some())
    }

    /// The numbers of entries in a row that are worth a trial.
    fn mosts(&self, part: usize, width_em: f32) -> Vec<usize> {
        let count = self.parts[part].entries.len();
        if self.is_stored(part) {
            let entry_em = match self.flow {
                Flow::Down => ENTRY_EM[1],
                Flow::Right => STACKED_EM[1],
            };
            return vec![((width_em / entry_em) as usize).max(1)];
        }
        let widths: &[f32] = match self.flow {
            Flow::Right => &STACKED_EM,
            Flow::Down if self.entries.len() > LARGE => &FEW_ENTRY_EM,
            Flow::Down => &ENTRY_EM,
        };
        let mut mosts: Vec<usize> = widths
            .iter()
            .map(|it| ((width_em / it) as usize).clamp(1, count))
            .collect();
        mosts.dedup();
        mosts
    }

    pub(super) fn writer<'b>(&'b self, part: usize, rows: &'b InRows) -> Writer<'b> {
        Writer {
            entries: self.entries,
            titles: self.titles,
            part: &self.parts[part],
            ranked: &rows.ranked,
            nets: &rows.nets,
            more: self.more,
            flow: self.flow,
        }
    }

    /// A part with as many lines in each row as titles want.
    pub(super) fn block(&self, part: usize, most: usize, (x_em, width_em): (f32, f32)) -> Block {
        let rows = self.in_rows(part, most);
        let count = rows.ranked.order.len();
        let writer = self.writer(part, &rows);
        let written = (0..count)
            .map(|row| match self.cards {
                Some(size) => writer.cards(row, size),
                None => writer.whole(row, width_em),
            })
            .collect();
        let mut block = Block {
            part,
            x_em,
            width_em,
            written,
            channel_em: vec![CARD_CHANNEL_EM; count.saturating_sub(1)],
            rows,
        };
        if self.cards.is_none() {
            let (_, channels) = block.set(Care::Trial);
            block.channel_em = channels.iter().map(Channel::least_em).collect();
        }
        block
    }

    /// Takes lines from rows until the column fits: each time where that loses least for what it gains.
    pub(super) fn fit(&self, column: &mut Column, height_em: f32) {
        if self.cards.is_some() {
            return;
        }
        let mut steps: BTreeMap<(usize, usize, usize), Option<Written>> = BTreeMap::new();
        while column.height_em() > height_em + 0.01 {
            let mut best: Option<(f32, (usize, usize, usize))> = None;
            for (shelf, blocks) in column.shelves.iter().enumerate() {
                let highest = blocks.highest_em();
                for (at, block) in blocks.blocks.iter().enumerate() {
                    if block.height_em() < highest - 0.01 {
                        continue;
                    }
                    for row in 0..block.written.len() {
                        let key = (shelf, at, row);
                        let lower = steps.entry(key).or_insert_with(|| self.lower(block, row));
                        let Some(lower) = lower else { continue };
                        let now = &block.written[row];
                        let gain = now.height_em - lower.height_em;
                        let price = (lower.loss - now.loss).max(0.0) / gain;
                        if best.is_none_or(|it| price < it.0 - 1e-4) {
                            best = Some((price, key));
                        }
                    }
                }
            }
            let Some((_, key)) = best else { return };
            if let Some(Some(lower)) = steps.remove(&key) {
                column.shelves[key.0].blocks[key.1].written[key.2] = lower;
            }
        }
    }

    /// The row with fewer lines, so that it gets lower.
    fn lower(&self, block: &Block, row: usize) -> Option<Written> {
        let writer = self.writer(block.part, &block.rows);
        let now = &block.written[row];
        let levels = (0..now.level).rev();
        let mut tries = levels.map(|it| writer.at_level(row, block.width_em, it));
        tries.find(|it| it.height_em < now.height_em - 0.01)
    }

    /// The part in the number of rows that loses least, alone in a width and height.
    pub(super) fn alone(&self, part: usize, (x_em, width_em): (f32, f32), height_em: f32) -> Block {
        let tried = self.mosts(part, width_em).into_iter().map(|most| {
            let block = self.block(part, most, (x_em, width_em));
            let shelf = Shelf {
                blocks: vec![block.clone()],
                heading: Heading::Own,
            };
            let mut column = Column {
                x_em,
                width_em,
                shelves: vec![shelf],
            };
            self.fit(&mut column, height_em);
            (self.loss(&column, height_em), block)
        });
        let best = tried.min_by(|a, b| a.0.total_cmp(&b.0));
        best.map_or_else(|| self.block(part, 1, (x_em, width_em)), |it| it.1)
    }

    fn loss(&self, column: &Column, height_em: f32) -> f32 {
        let mut loss = 0.0;
        for block in column.blocks() {
            loss += block.written.iter().map(|it| it.loss).sum::<f32>();
            let ranked = &block.rows.ranked;
            loss += CROSSING * ranked.crossings as f32;
            loss += LANE * (ranked.row.len() - ranked.entries) as f32;
            loss += OVERFLOW * block.too_wide_em();
        }
        let needed_em = column.height_em();
        let empty = (height_em - needed_em) / height_em.max(1.0) - EMPTY_SHARE;
        loss + OVERFLOW * (needed_em - height_em).max(0.0) + EMPTY * empty.max(0.0)
    }

    /// The width that a part would like to have: its titles on three lines, those of small parts on two.
    fn natural_em(&self, part: usize, width_em: f32) -> f32 {
        let most = ((width_em / ENTRY_EM[1]) as usize).max(1);
        let rows = self.in_rows(part, most);
        let writer = self.writer(part, &rows);
        let lines = if self.is_small(part) { 2 } else { 3 };
        let row = |row: usize| match self.cards {
            Some(size) => writer.cards(row, size).width_em,
            None => writer.natural_em(row, lines),
        };
        (0..rows.ranked.order.len())
            .map(row)
            .fold(6.0, f32::max)
            .min(width_em)
    }

    pub(super) fn is_small(&self, part: usize) -> bool {
        self.parts[part].entries.len() <= SMALL
    }

    /// Parts on shelves, with the widths they would like to have: as many side by side as there is room for.
    fn shelved(&self, parts: &[usize], width_em: f32) -> Vec<(Vec<(usize, f32)>, Heading)> {
        let shares = parts.iter().filter(|it| self.is_small(**it)).count() >= SMALL_TOGETHER;
        let mut shelves: Vec<(Vec<(usize, f32)>, Heading)> = Vec::new();
        let mut used_em = 0.0;
        for &part in parts {
            let natural_em = self.natural_em(part, width_em);
            let is_common = shares && self.is_small(part);
            let fits = used_em + BESIDE_EM + natural_em <= width_em;
            match shelves.last_mut() {
                Some((shelf, heading)) if fits && is_common == (*heading != Heading::Own) => {
                    shelf.push((part, natural_em));
                    used_em += BESIDE_EM + natural_em;
                }
                last => {
                    let heading = match last {
                        _ if !is_common => Heading::Own,
                        Some((_, Heading::Common | Heading::Above)) => Heading::Above,
                        _ => Heading::Common,
                    };
                    shelves.push((vec![(part, natural_em)], heading));
                    used_em = natural_em;
                }
            }
        }
        shelves
    }

    /// These parts in a column: large ones alone in their shelf, small ones side by side.
    fn column(&self, parts: &[usize], (x_em, width_em): (f32, f32), height_em: f32) -> Column {
        let all: usize = parts.iter().map(|it| self.parts[*it].entries.len()).sum();
        let shelf = |(shelf, heading): (Vec<(usize, f32)>, Heading)| -> Shelf {
            if let [(part, _)] = shelf.as_slice() {
                let share = self.parts[*part].entries.len() as f32 / all.max(1) as f32;
                return Shelf {
                    blocks: vec![self.alone(*part, (x_em, width_em), height_em * share)],
                    heading,
                };
            }
            let gaps_em = (shelf.len() - 1) as f32 * BESIDE_EM;
            let natural_em: f32 = shelf.iter().map(|it| it.1).sum();
            let wider = (width_em - gaps_em) / natural_em;
            let mut x_em = x_em;
            let placed = shelf.into_iter().map(|(part, natural_em)| {
                let own_em = natural_em * wider;
                let most = ((width_em / ENTRY_EM[1]) as usize).max(1);
                let block = self.block(part, most, (x_em, own_em));
                x_em += own_em + BESIDE_EM;
                block
            });
            Shelf {
                blocks: placed.collect(),
                heading,
            }
        };
        let shelves = self.shelved(parts, width_em);
        let mut column = Column {
            x_em,
            width_em,
            shelves: shelves.into_iter().map(shelf).collect(),
        };
        self.fit(&mut column, height_em);
        column
    }

    /// The page that loses least, with so much room across the reading direction and along it.
    ///
    /// A map that reads to the right has its parts in bands.
    pub(super) fn page(&self, width_em: f32, height_em: f32) -> Page {
        if self.flow == Flow::Right {
            return self.bands(width_em, height_em);
        }
        let all: Vec<usize> = (0..self.parts.len()).collect();
        let stacked = vec![self.column(&all, (0.0, width_em), height_em)];
        let mut best = self.judged(stacked, height_em);
        let total: usize = self.parts.iter().map(|it| it.entries.len()).sum();
        let shares: &[f32] = if total > LARGE { &FEW_SHARES } else { &SHARES };
        for &share in shares {
            let Some(count) = self.first(share, total) else {
                continue;
            };
            let left_em = (width_em - BESIDE_EM) * share;
            let right = (left_em + BESIDE_EM, width_em - BESIDE_EM - left_em);
            let columns = vec![
                self.column(&all[..count], (0.0, left_em), height_em),
                self.column(&all[count..], right, height_em),
            ];
            let page = self.judged(columns, height_em);
            if page.loss < best.loss - 0.01 {
                best = page;
            }
        }
        best
    }

    /// How many parts go to the first of two columns with this share of the width.
    fn first(&self, share: f32, total: usize) -> Option<usize> {
        let (mut sum, mut count) = (0, 0);
        while count + 1 < self.parts.len() {
            let next = self.parts[count].entries.len();
            let goal = share * total as f32;
            let overshoots = (sum + next) as f32 - goal > goal - sum as f32;
            if count > 0 && overshoots {
                break;
            }
            sum += next;
            count += 1;
        }
        (count > 0).then_some(count)
    }

    pub(super) fn judged(&self, columns: Vec<Column>, height_em: f32) -> Page {
        let loss = columns.iter().map(|it| self.loss(it, height_em)).sum();
        Page { columns, loss }
    }
}
