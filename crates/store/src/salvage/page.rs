//! Pages and their cells. No byte is trusted: what is not valid is treated as missing.
//! After <https://www.sqlite.org/fileformat2.html#b_tree_pages>.

use super::record::{adds_up, number};

/// The bytes of a file as pages, numbered from 1.
#[derive(Debug, Clone, Copy)]
pub(super) struct FilePages<'a> {
    bytes: &'a [u8],
    page_bytes: usize,
}

/// What a page of a tree is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Kind {
    /// Rows with row ids, or rows that are their own keys.
    pub(super) numbered: bool,
    /// Leaves have rows; inner pages point to other pages (and, for keys, have a row with each).
    pub(super) leaf: bool,
}

/// A page of a tree.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// Where its cells begin.
    pub(super) cells: Vec<usize>,
    /// The page after the last cell.
    pub(super) last_child: Option<u32>,
}

/// An entry of a page.
#[derive(Debug, Default)]
pub(super) struct Cell {
    pub(super) child: Option<u32>,
    pub(super) row_number: Option<i64>,
    pub(super) row: Option<Vec<u8>>,
    /// Pages that hold the rest of the row.
    pub(super) spilled: Vec<u32>,
}

/// Sizes that a page can have; the usual one first.
const SIZES: [usize; 8] = [4096, 1024, 2048, 8192, 16_384, 32_768, 65_536, 512];

impl<'a> FilePages<'a> {
    /// Uses the page size with which most pages are valid; the header may be wrong.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        let with = |page_bytes| Self { bytes, page_bytes };
        // Cells are added from the end of a page.
        let sense = |size: &usize| {
            let pages = with(*size);
            let leaves = (1..=pages.count()).filter_map(|page| pages.node(page));
            let leaves = leaves.filter(|it| it.kind.leaf && it.cells.iter().all(|at| at < size));
            leaves
                .filter(|it| it.cells.iter().any(|at| *at >= size / 2))
                .count()
        };
        // Of equal counts the last is taken, so the usual size comes last.
        let best = SIZES.iter().rev().max_by_key(|size| sense(size));
        with(best.copied().unwrap_or(SIZES[0]))
    }

    /// How many whole pages there are.
    pub(super) fn count(&self) -> u32 {
        u32::try_from(self.bytes.len() / self.page_bytes).unwrap_or(u32::MAX)
    }

    /// True when the file ends within a page.
    pub(super) fn is_ragged(&self) -> bool {
        !self.bytes.len().is_multiple_of(self.page_bytes)
    }

    pub(super) fn page(&self, page: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(page)
            .ok()?
            .checked_sub(1)?
            .checked_mul(self.page_bytes)?;
        self.bytes.get(start..start.checked_add(self.page_bytes)?)
    }

    /// A page as part of a tree; `None` when it is not one.
    pub(super) fn node(&self, page: u32) -> Option<Node> {
        let bytes = self.page(page)?;
        let start = if page == 1 { 100 } else { 0 };
        let kind = kind(*bytes.get(start)?)?;
        let begin = start + if kind.leaf { 8 } else { 12 };
        let count = usize::from(two(bytes, start + 3)?);
        let end = begin + 2 * count;
        if end > bytes.len() {
            return None;
        }
        let cells = (begin..end).step_by(2).filter_map(|at| two(bytes, at));
        let cells = cells.map(usize::from).filter(|at| *at >= end).collect();
        let last_child = if kind.leaf {
            None
        } else {
            four(bytes, start + 8)
        };
        Some(Node {
            kind,
            cells,
            last_child,
        })
    }

    /// The cell at `at` of a page; `None` when it is not valid.
    pub(super) fn cell(&self, page: u32, kind: Kind, at: usize) -> Option<Cell> {
        let (bytes, mut at, mut cell) = (self.page(page)?, at, Cell::default());
        if !kind.leaf {
            cell.child = Some(four(bytes, at)?);
            at += 4;
            if kind.numbered {
                return Some(cell);
            }
        }
        let (length, next) = number(bytes, at)?;
        at = next;
        if kind.numbered {
            let (row_number, next) = number(bytes, at)?;
            (cell.row_number, at) = (Some(row_number.cast_signed()), next);
        }
        let length = usize::try_from(length).ok()?;
        let (row, spilled) = self.row(bytes, at, length, kind.numbered)?;
        (cell.row, cell.spilled) = (Some(row), spilled);
        Some(cell)
    }

    /// Where something on a page could be a cell of a leaf of this kind.
    pub(super) fn possible_cells(&self, page: u32, kind: Kind) -> Vec<usize> {
        let bytes = self.page(page).unwrap_or_default();
        let could_be = |at: &usize| {
            let (length, mut next) = number(bytes, *at)?;
            if kind.numbered {
                next = number(bytes, next)?.1;
            }
            // The record headers of our longest rows take fewer than 128 bytes, which rules out most positions.
            let kinds = bytes.get(next).filter(|it| (3..128).contains(*it))?;
            (length > u64::from(*kinds) && adds_up(bytes, next, length)).then_some(())
        };
        (0..bytes.len())
            .filter(|at| could_be(at).is_some())
            .collect()
    }

    /// A row that begins at `at`, and its overflow pages.
    fn row(
        &self,
        bytes: &[u8],
        at: usize,
        length: usize,
        numbered: bool,
    ) -> Option<(Vec<u8>, Vec<u32>)> {
        if length > self.bytes.len() {
            return None;
        }
        let here = self.length_here(length, numbered);
        let mut row = bytes.get(at..at.checked_add(here)?)?.to_vec();
        let mut spilled = Vec::new();
        if here == length {
            return Some((row, spilled));
        }
        let mut next = four(bytes, at + here)?;
        while row.len() < length {
            let rest = self.page(next)?;
            spilled.push(next);
            let take = (length - row.len()).min(self.page_bytes - 4);
            row.extend(rest.get(4..4 + take)?);
            next = four(rest, 0)?;
        }
        Some((row, spilled))
    }

    /// How much of a row of this length is on its own page.
    fn length_here(&self, length: usize, numbered: bool) -> usize {
        let usable = self.page_bytes;
        let most = if numbered {
            usable - 35
        } else {
            (usable - 12) * 64 / 255 - 23
        };
        let least = (usable - 12) * 32 / 255 - 23;
        if length <= most {
            return length;
        }
        let rest = least + (length - least) % (usable - 4);
        if rest <= most { rest } else { least }
    }

    /// Free pages, as far as the header lists them.
    pub(super) fn free(&self) -> Vec<u32> {
        let mut free = Vec::new();
        let mut trunk = self.page(1).and_then(|it| four(it, 32)).unwrap_or(0);
        while let Some(bytes) = self.page(trunk) {
            if free.len() > self.bytes.len() / self.page_bytes {
                return Vec::new();
            }
            free.push(trunk);
            let count = usize::try_from(four(bytes, 4).unwrap_or(0)).unwrap_or(0);
            let most = count.min(self.page_bytes / 4 - 2);
            free.extend((0..most).filter_map(|leaf| four(bytes, 8 + 4 * leaf)));
            trunk = four(bytes, 0).unwrap_or(0);
        }
        free
    }
}

fn kind(byte: u8) -> Option<Kind> {
    let (numbered, leaf) = match byte {
        2 => (false, false),
        5 => (true, false),
        10 => (false, true),
        13 => (true, true),
        _ => return None,
    };
    Some(Kind { numbered, leaf })
}

fn two(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at + 2)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

/// Four bytes as a number.
pub(super) fn four(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at + 4)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}
