//! The table of claims: a row for each block that acts, a column for each that is acted on, in one order.

use std::collections::BTreeMap;

use model::LinkId;

use crate::themes::arrange::{parts, weights};
use crate::themes::content::Content;

/// The claims between the blocks that are kept; what is left out is one further row and column.
pub(super) struct Table {
    /// Blocks by their place in the list: what acts stands before what is acted on.
    pub(super) order: Vec<usize>,
    /// How many blocks the last row and column stand for; 0 if there is none.
    pub(super) others: usize,
    cells: BTreeMap<(usize, usize), Vec<LinkId>>,
}

impl Table {
    /// The table of the most important blocks, at most so many.
    pub(super) fn of(content: &Content<'_>, ranked: &[usize], most: usize) -> Self {
        let mut kept: Vec<usize> = ranked.iter().copied().take(most).collect();
        kept.sort_unstable();
        // Parts do not act on each other, so that each has an order of its own.
        let in_order = |part: &Vec<usize>| {
            let order = layout::precedence::order(&weights(content, part));
            order.into_iter().map(|it| part[it]).collect::<Vec<_>>()
        };
        let order: Vec<usize> = parts(content, &kept).iter().flat_map(in_order).collect();
        let row: BTreeMap<usize, usize> = order.iter().zip(0..).map(|(it, at)| (*it, at)).collect();
        let row = |block: usize| row.get(&block).copied().unwrap_or(order.len());
        let mut cells: BTreeMap<(usize, usize), Vec<LinkId>> = BTreeMap::new();
        for line in &content.lines {
            let cell = cells.entry((row(line.from), row(line.to))).or_default();
            cell.extend(&line.claims);
        }
        for (at, block) in content.blocks.iter().enumerate() {
            if !block.within.is_empty() {
                let cell = cells.entry((row(at), row(at))).or_default();
                cell.extend(&block.within);
            }
        }
        cells.values_mut().for_each(|it| it.sort_unstable());
        Self {
            others: content.blocks.len() - order.len(),
            order,
            cells,
        }
    }

    /// How many rows it has, and as many columns.
    pub(super) fn len(&self) -> usize {
        self.order.len() + usize::from(self.others > 0)
    }

    pub(super) fn cell(&self, row: usize, column: usize) -> &[LinkId] {
        self.cells.get(&(row, column)).map_or(&[], Vec::as_slice)
    }

    /// Claims of a row on other rows.
    pub(super) fn acts(&self, row: usize) -> usize {
        let cells = self.cells.iter();
        cells
            .filter(|it| it.0.0 == row && it.0.1 != row)
            .map(|it| it.1.len())
            .sum()
    }

    /// Claims of other rows on a column.
    pub(super) fn acted_on(&self, column: usize) -> usize {
        let cells = self.cells.iter();
        cells
            .filter(|it| it.0.1 == column && it.0.0 != column)
            .map(|it| it.1.len())
            .sum()
    }

    /// Claims below the diagonal: what acts on something that stands before it.
    pub(super) fn below(&self) -> usize {
        let cells = self.cells.iter();
        cells
            .filter(|it| it.0.0 > it.0.1)
            .map(|it| it.1.len())
            .sum()
    }
}
