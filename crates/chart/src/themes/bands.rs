//! Partners of the blocks, in a column of their own, and the bands that say in how many entries of a block each is.

use scene::{Face, text};

use super::area::Area;
use super::content::{Content, Partner};
use super::letters::Letters;
use super::placed::{Band, Seat};

/// Width of a band for each entry at most, and when there is little room.
const ENTRY_PX: (f32, f32) = (4.5, 0.5);
/// Thinnest band.
const THINNEST_PX: f32 = 1.5;
/// Between two partners.
const GAP_PX: f32 = 10.0;
/// Around the words of a partner.
const PAD_PX: f32 = 11.0;
/// Partners in fewer entries than this are not drawn if there are others.
const ENTRIES: usize = 2;
/// How much of the height partners take at most.
const SHARE: f32 = 0.72;
const WIDEST_LETTERS: f32 = 12.0;

/// The column of partners.
pub(super) struct Partners {
    /// Those that may be drawn, those in most entries first.
    of: Vec<usize>,
    pub(super) width_px: f32,
}

impl Partners {
    /// The partners of the blocks that are kept; `None` if there are none.
    pub(super) fn of(content: &Content<'_>, kept: &[usize], letters: &Letters) -> Option<Self> {
        let entries = |it: &Partner| -> usize {
            let bands = it.bands.iter().filter(|it| kept.contains(&it.0));
            bands.map(|it| it.1).sum()
        };
        let mut of: Vec<(usize, usize)> = content
            .partners
            .iter()
            .map(entries)
            .enumerate()
            .filter(|it| it.1 > 0)
            .collect();
        of.sort_by_key(|it| std::cmp::Reverse(it.1));
        let often = of.iter().filter(|it| it.1 >= ENTRIES).count();
        if often > 1 {
            of.truncate(often);
        }
        let most_px = WIDEST_LETTERS * letters.text_px;
        let width = |at: &usize| {
            text::width(
                &one_line(&content.partners[*at]),
                letters.text_px,
                Face::SemiBold,
            )
        };
        let of: Vec<usize> = of.into_iter().map(|it| it.0).collect();
        let widest = of.iter().take(12).map(width).fold(0.0, f32::max);
        (!of.is_empty()).then(|| Self {
            of,
            width_px: widest.clamp(6.0 * letters.text_px, most_px) + 2.0 * PAD_PX,
        })
    }

    /// Places as many as have room between the blocks, from `left` on, and their bands.
    pub(super) fn place(
        &self,
        content: &Content<'_>,
        seats: &[Seat],
        left: f32,
        height_px: f32,
        letters: &Letters,
    ) -> (Vec<(usize, Area)>, Vec<Band>) {
        let least = letters.line_px() + 8.0;
        let room = ((height_px + GAP_PX) / (least + GAP_PX)).max(1.0) as usize;
        let mut shown: Vec<usize> = self.of.iter().copied().take(room).collect();
        let mut entry_px = ENTRY_PX.0;
        loop {
            let drawing = Drawing::of(content, seats, &shown, entry_px, letters);
            let heights: f32 = drawing.heights.iter().sum();
            let gaps = GAP_PX * shown.len().saturating_sub(1) as f32;
            if heights + gaps
                <= height_px * SHARE.max(least * shown.len() as f32 / height_px.max(1.0))
                && heights + gaps <= height_px
            {
                return drawing.place(seats, left, self.width_px, height_px);
            }
            entry_px *= 0.85;
            if entry_px < ENTRY_PX.1 {
                if shown.len() <= 1 {
                    return (Vec::new(), Vec::new());
                }
                shown.pop();
                entry_px = ENTRY_PX.0;
            }
        }
    }
}

/// "Hong Kong 4".
pub(super) fn one_line(partner: &Partner) -> String {
    format!("{}  {}", partner.name, partner.entries())
}

/// The bands of some partners, of a certain width for each entry.
struct Drawing<'a> {
    shown: &'a [usize],
    /// Height of each partner.
    heights: Vec<f32>,
    /// Place in the list of seats, place in the list of partners shown, entries, width.
    bands: Vec<(usize, usize, usize, f32)>,
    /// Room for a band at a block: its number stands on it.
    slot_px: f32,
}

impl<'a> Drawing<'a> {
    fn of(
        content: &Content<'_>,
        seats: &[Seat],
        shown: &'a [usize],
        entry_px: f32,
        letters: &Letters,
    ) -> Self {
        let slot_px = letters.text_px * 1.15;
        let mut bands = Vec::new();
        let mut entry_px = entry_px;
        for (seat, it) in seats.iter().enumerate() {
            let mut own: Vec<(usize, usize)> = Vec::new();
            for (at, partner) in shown.iter().enumerate() {
                let of = content.partners[*partner].bands.iter();
                own.extend(
                    of.filter(|band| band.0 == it.block)
                        .map(|band| (at, band.1)),
                );
            }
            own.sort_by_key(|it| std::cmp::Reverse(it.1));
            let room = it.area.height - 8.0;
            own.truncate((room / slot_px) as usize);
            let needed = |entry_px: f32| -> f32 {
                own.iter()
                    .map(|it| (it.1 as f32 * entry_px).max(slot_px))
                    .sum()
            };
            while needed(entry_px) > room && entry_px > ENTRY_PX.1 {
                entry_px *= 0.9;
            }
            bands.extend(own.iter().map(|(at, entries)| (seat, *at, *entries, 0.0)));
        }
        for band in &mut bands {
            band.3 = (band.2 as f32 * entry_px).max(THINNEST_PX);
        }
        let height = |at: usize| {
            let entries: usize = bands.iter().filter(|it| it.1 == at).map(|it| it.2).sum();
            let least = letters.line_px() + 8.0;
            let side = |is_left: bool| -> f32 {
                let own = bands
                    .iter()
                    .filter(|it| it.1 == at && seats[it.0].is_left == is_left);
                own.map(|it| it.3 + 1.0).sum()
            };
            (entries as f32 * entry_px)
                .max(least)
                .max(side(true) + 10.0)
                .max(side(false) + 10.0)
        };
        Self {
            shown,
            heights: (0..shown.len()).map(height).collect(),
            bands,
            slot_px,
        }
    }

    fn place(
        mut self,
        seats: &[Seat],
        left: f32,
        width_px: f32,
        height_px: f32,
    ) -> (Vec<(usize, Area)>, Vec<Band>) {
        let tops = self.tops(seats, height_px);
        let area = |at: usize| Area {
            left,
            top: tops[at],
            width: width_px,
            height: self.heights[at],
        };
        let areas: Vec<Area> = (0..self.shown.len()).map(area).collect();
        // At a block from top to bottom as the partners stand, at a partner as the blocks stand.
        self.bands.sort_by(|a, b| {
            areas[a.1]
                .top
                .total_cmp(&areas[b.1].top)
                .then(a.0.cmp(&b.0))
        });
        let mut from = vec![0.0; self.bands.len()];
        for (seat, it) in seats.iter().enumerate() {
            let own: Vec<usize> = (0..self.bands.len())
                .filter(|at| self.bands[*at].0 == seat)
                .collect();
            let widths: Vec<f32> = own
                .iter()
                .map(|at| self.bands[*at].3.max(self.slot_px))
                .collect();
            for (at, y) in own.iter().zip(stacked(&widths, it.area.middle().1)) {
                from[*at] = y;
            }
        }
        let mut bands = Vec::new();
        for at in 0..self.shown.len() {
            for is_left in [true, false] {
                let mut own: Vec<usize> = (0..self.bands.len())
                    .filter(|it| {
                        self.bands[*it].1 == at && seats[self.bands[*it].0].is_left == is_left
                    })
                    .collect();
                own.sort_by(|a, b| from[*a].total_cmp(&from[*b]));
                let widths: Vec<f32> = own.iter().map(|it| self.bands[*it].3 + 1.0).collect();
                for (it, y) in own.iter().zip(stacked(&widths, areas[at].middle().1)) {
                    let (seat, _, entries, width) = self.bands[*it];
                    let (block, partner) = (&seats[seat].area, &areas[at]);
                    let (x, to_x) = if is_left {
                        (block.right(), partner.left)
                    } else {
                        (block.left, partner.right())
                    };
                    bands.push(Band {
                        block: seats[seat].block,
                        partner: self.shown[at],
                        entries,
                        from: (x, from[*it]),
                        to: (to_x, y),
                        width_px: width,
                    });
                }
            }
        }
        let partners = self.shown.iter().copied().zip(areas);
        (partners.collect(), bands)
    }

    /// The upper edge of each partner: near the blocks that it has bands to, in the order that follows from that.
    fn tops(&self, seats: &[Seat], height_px: f32) -> Vec<f32> {
        let wanted = |at: usize| {
            let own = || self.bands.iter().filter(move |it| it.1 == at);
            let entries: f32 = own().map(|it| it.2 as f32).sum();
            let sum: f32 = own()
                .map(|it| seats[it.0].area.middle().1 * it.2 as f32)
                .sum();
            if entries > 0.0 {
                sum / entries
            } else {
                height_px / 2.0
            }
        };
        let mut order: Vec<(usize, f32)> =
            (0..self.shown.len()).map(|it| (it, wanted(it))).collect();
        order.sort_by(|a, b| a.1.total_cmp(&b.1));
        let total: f32 = self.heights.iter().sum();
        let spare = height_px - total;
        let gap = (spare / (order.len() as f32 + 1.0))
            .min(4.0 * GAP_PX)
            .max(0.0);
        let mut tops = vec![0.0; order.len()];
        let mut free = 0.0_f32;
        for (at, middle) in &order {
            let top = (middle - self.heights[*at] / 2.0).max(free);
            tops[*at] = top;
            free = top + self.heights[*at] + gap;
        }
        let mut limit = height_px;
        for (at, _) in order.iter().rev() {
            tops[*at] = tops[*at].min(limit - self.heights[*at]).max(0.0);
            limit = tops[*at] - gap;
        }
        tops
    }
}

/// The middles of these heights, one below the other without gaps, around a middle.
fn stacked(heights: &[f32], middle: f32) -> Vec<f32> {
    let mut y = middle - heights.iter().sum::<f32>() / 2.0;
    let place = |height: &f32| {
        let at = y + height / 2.0;
        y += height;
        at
    };
    heights.iter().map(place).collect()
}
