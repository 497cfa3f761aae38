//! A page of parts: columns of shelves, each with one large part or some small ones side by side.
//!
//! Lengths are across the reading direction (`x_em`, `width_em`) and along it (`height_em`): from the top down as the
//! names say; in a map that reads to the right, across is down the page.

use std::rc::Rc;

use super::fit::Written;
use super::lanes::Ranked;
use super::nets::Nets;
use super::place::{Care, place};
use super::tracks::{Channel, channels};

/// The heading of a part, with the rule below it.
pub(super) const HEADING_EM: f32 = 2.15;
/// Between two shelves, and between parts side by side.
pub(super) const SHELF_GAP_EM: f32 = 1.0;
pub(super) const BESIDE_EM: f32 = 2.2;

/// A part in rows, with its nets.
pub(super) struct InRows {
    pub(super) ranked: Ranked,
    pub(super) nets: Nets,
}

/// A part with its place across the page.
#[derive(Clone)]
pub(super) struct Block {
    pub(super) part: usize,
    pub(super) x_em: f32,
    pub(super) width_em: f32,
    pub(super) rows: Rc<InRows>,
    pub(super) written: Vec<Written>,
    /// Least heights between the rows.
    pub(super) channel_em: Vec<f32>,
}

/// One large part, or some side by side.
#[derive(Clone)]
pub(super) struct Shelf {
    pub(super) blocks: Vec<Block>,
    pub(super) heading: Heading,
}

/// What stands above a shelf.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// A heading for each part.
    Own,
    /// One for all small parts of this shelf and those below it.
    Common,
    /// The one of a shelf above.
    Above,
    /// One for each part, at the side of the column, in a map that reads to the right.
    Aside,
    /// The same, one for all small parts of this column and those beside it.
    AsideAll,
}

/// Shelves one below the other.
#[derive(Clone)]
pub(super) struct Column {
    pub(super) x_em: f32,
    pub(super) width_em: f32,
    pub(super) shelves: Vec<Shelf>,
}

/// The page.
#[derive(Clone)]
pub(super) struct Page {
    pub(super) columns: Vec<Column>,
    pub(super) loss: f32,
}

impl Block {
    pub(super) fn height_em(&self) -> f32 {
        let rows: f32 = self.written.iter().map(|it| it.height_em).sum();
        rows + self.channel_em.iter().sum::<f32>()
    }

    /// The places of its slots, and what runs between its rows.
    pub(super) fn set(&self, care: Care) -> (Vec<f32>, Vec<Channel>) {
        let x_em = place(&self.rows.ranked, &self.written, self.width_em, care);
        let channels = channels(&self.rows.ranked, &self.rows.nets, &x_em);
        (x_em, channels)
    }

    /// How far its widest row is beyond its width.
    pub(super) fn too_wide_em(&self) -> f32 {
        let over = self.written.iter().map(|it| it.width_em - self.width_em);
        over.fold(0.0, f32::max)
    }
}

impl Shelf {
    pub(super) fn heading_em(&self) -> f32 {
        match self.heading {
            Heading::Own | Heading::Common => HEADING_EM,
            Heading::Above | Heading::Aside | Heading::AsideAll => 0.0,
        }
    }

    /// The most channels that a part of it has.
    pub(super) fn steps(&self) -> usize {
        let channels = self.blocks.iter().map(|it| it.channel_em.len());
        channels.max().unwrap_or(0)
    }

    /// The height of its highest part.
    pub(super) fn highest_em(&self) -> f32 {
        self.blocks.iter().map(Block::height_em).fold(0.0, f32::max)
    }
}

impl Column {
    /// The height it needs.
    pub(super) fn height_em(&self) -> f32 {
        let gaps = self.shelves.len().saturating_sub(1) as f32 * SHELF_GAP_EM;
        let shelves = self.shelves.iter();
        shelves
            .map(|it| it.heading_em() + it.highest_em())
            .sum::<f32>()
            + gaps
    }

    /// The width that its widest row takes.
    pub(super) fn used_em(&self) -> f32 {
        let rows = self.blocks().flat_map(|it| &it.written);
        rows.map(|it| it.width_em).fold(0.0, f32::max)
    }

    pub(super) fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.shelves.iter().flat_map(|it| &it.blocks)
    }

    pub(super) fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        self.shelves.iter_mut().flat_map(|it| it.blocks.iter_mut())
    }
}

impl Page {
    /// How much more room it would need across the reading direction or along it.
    pub(super) fn overflow_em(&self, across_em: f32, height_em: f32) -> f32 {
        let high = self.columns.iter().map(|it| it.height_em() - height_em);
        let wide = self
            .columns
            .iter()
            .flat_map(Column::blocks)
            .map(Block::too_wide_em);
        let across = self.columns.iter();
        let across = across.map(|it| it.x_em + it.width_em - across_em);
        high.chain(wide).chain(across).fold(0.0, f32::max)
    }
}
