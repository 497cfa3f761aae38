//! A map that reads to the right: its parts stand one below the other in bands, small ones side by side in a band.

use super::arrange::{SMALL_TOGETHER, Source};
use super::page::{BESIDE_EM, Column, HEADING_EM, Heading, Page, Shelf};
use super::tracks::LEAST_EM;

/// The widest titles that a band is made for, and the narrowest.
const TITLE_EM: (f32, f32) = (6.8, 15.0);
/// What an entry takes beside its title, with a channel of some links.
const ASIDE_EM: f32 = 2.3 + 2.0 * LEAST_EM;
/// Entries in a row that a band is made for.
const USUAL: usize = 4;
/// Between two bands.
const GAP_EM: f32 = 0.9;
/// How much higher bands get where there is room to spare.
const HIGHER: f32 = 1.5;

impl Source<'_> {
    /// The bands, within a height of the page and a width along the rows.
    pub(super) fn bands(&self, height_em: f32, width_em: f32) -> Page {
        let bands = self.shared(width_em);
        let natural_em: Vec<f32> = bands
            .iter()
            .map(|band| {
                band.iter()
                    .map(|it| self.height_of(*it, width_em))
                    .fold(2.0, f32::max)
            })
            .collect();
        let headings = self.headings(&bands);
        let over_em = |it: &Heading| match it {
            Heading::Above => 0.0,
            _ => HEADING_EM,
        };
        let fixed_em: f32 = headings.iter().map(|it| over_em(it) + GAP_EM).sum();
        let sum_em: f32 = natural_em.iter().sum();
        let share = ((height_em - fixed_em) / sum_em.max(1.0)).clamp(0.1, HIGHER);
        let mut at_em = 0.0;
        let mut columns = Vec::new();
        for ((band, heading), natural_em) in bands.iter().zip(headings).zip(natural_em) {
            let own = (at_em + over_em(&heading), natural_em * share);
            columns.push(self.band((band, heading), own, width_em));
            at_em = own.0 + own.1 + GAP_EM;
        }
        self.judged(columns, width_em)
    }

    /// The heading of each band: one for all small parts if there are some.
    fn headings(&self, bands: &[Vec<usize>]) -> Vec<Heading> {
        let is_small = |band: &Vec<usize>| self.is_small(band[0]);
        let small = bands.iter().filter(|it| is_small(it)).flatten().count();
        let first = bands.iter().position(is_small);
        let heading = |(at, band): (usize, &Vec<usize>)| match first {
            _ if !is_small(band) || small < SMALL_TOGETHER => Heading::Aside,
            Some(first) if at > first => Heading::Above,
            _ => Heading::AsideAll,
        };
        bands.iter().enumerate().map(heading).collect()
    }

    /// Which parts share a band: small ones, as far as they have room.
    fn shared(&self, width_em: f32) -> Vec<Vec<usize>> {
        let mut bands: Vec<Vec<usize>> = Vec::new();
        let mut used_em = 0.0;
        for part in 0..self.parts.len() {
            let rows = self.in_rows(part, USUAL).ranked.order.len() as f32;
            let own_em = rows * (TITLE_EM.1 + ASIDE_EM);
            match bands.last_mut() {
                Some(band)
                    if self.is_small(part)
                        && self.is_small(band[0])
                        && used_em + BESIDE_EM + own_em <= width_em =>
                {
                    band.push(part);
                    used_em += BESIDE_EM + own_em;
                }
                _ => {
                    bands.push(vec![part]);
                    used_em = own_em;
                }
            }
        }
        bands
    }

    /// The height that a part would like to have.
    fn height_of(&self, part: usize, width_em: f32) -> f32 {
        let rows = self.in_rows(part, USUAL);
        let count = rows.ranked.order.len();
        let each_em = width_em / count.max(1) as f32 - ASIDE_EM;
        let writer = self.writer(part, &rows);
        (0..count)
            .map(|row| writer.natural_height_em(row, each_em.clamp(TITLE_EM.0, TITLE_EM.1)))
            .fold(0.0, f32::max)
    }

    fn band(
        &self,
        (parts, heading): (&[usize], Heading),
        (x_em, own_em): (f32, f32),
        width_em: f32,
    ) -> Column {
        let share_em = width_em / parts.len() as f32;
        let shelf = |(at, part): (usize, &usize)| Shelf {
            blocks: vec![self.alone(*part, (x_em, own_em), share_em)],
            heading: match heading {
                Heading::AsideAll if at > 0 => Heading::Above,
                it => it,
            },
        };
        let mut column = Column {
            x_em,
            width_em: own_em,
            shelves: parts.iter().enumerate().map(shelf).collect(),
        };
        self.fit(&mut column, width_em);
        column
    }
}
