//! The grid: columns for likelihoods, rows for severities.

use scene::{Anchor, Face, Item, Palette, text};

use super::heads::{self, Head};
use super::rows::Rows;
use super::spec::{OutlookSpec, column_of};
use crate::marks::{LABEL_PX, MICRO_PX, block, rule};

const LEFT_PX: f32 = 84.0;
const TOP_PX: f32 = 14.0;
/// Below the headers.
const AIR_PX: f32 = 4.0;

/// Columns for likelihood words, the first for entries without one; rows for severities, the most severe at the top.
pub(super) struct Grid {
    /// Left edges of the columns, and the right edge of the last.
    pub(super) edges_px: Vec<f32>,
    pub(super) rows: Rows,
    pub(super) heads: Vec<Head>,
}

/// A column with entries is this many times as wide as an empty one.
const FILLED: f32 = 2.4;
/// In a chart narrower than this, empty columns give way to the others.
const NARROW_PX: f32 = 420.0;
const FILLED_NARROW: f32 = 7.0;

impl Grid {
    pub(super) fn of(spec: &OutlookSpec<'_>) -> Self {
        let edges_px = edges(spec);
        let heads = heads::of(spec.words, &edges_px);
        let foot_px = heads::height_px(&heads);
        let rows = Rows::of(spec, &edges_px, spec.look.height_px - TOP_PX - foot_px);
        Self {
            edges_px,
            rows,
            heads,
        }
    }

    /// The height at which every title is shown in full.
    pub(super) fn wanted_px(&self, spec: &OutlookSpec<'_>) -> f32 {
        let foot_px = heads::height_px(&self.heads);
        TOP_PX + Rows::wanted_px(spec, &self.edges_px) + foot_px + AIR_PX
    }

    pub(super) fn columns(&self) -> usize {
        self.edges_px.len() - 1
    }

    pub(super) fn width_px(&self, column: usize) -> f32 {
        self.edges_px[column + 1] - self.edges_px[column]
    }

    /// The upper left corner of a cell.
    pub(super) fn corner(&self, likelihood: Option<usize>, severity: u8) -> (f32, f32) {
        let column = column_of(likelihood).min(self.columns() - 1);
        (self.edges_px[column], TOP_PX + self.rows.top_px(severity))
    }

    pub(super) fn draw(&self, palette: &Palette, items: &mut Vec<Item>) {
        let right = self.edges_px[self.columns()];
        let bottom = TOP_PX + self.rows.bottom_px();
        items.push(block(
            LEFT_PX,
            TOP_PX,
            self.width_px(0),
            bottom - TOP_PX,
            palette.surface_lane,
        ));
        for y in self.rows.borders_px().map(|it| TOP_PX + it) {
            items.push(rule((LEFT_PX, y), (right, y), palette.line_rule, 0.75));
        }
        for x in self.edges_px.iter().copied() {
            items.push(rule((x, TOP_PX), (x, bottom), palette.line_rule, 0.75));
        }
        for severity in 1..=5_u8 {
            self.draw_severity(severity, palette, items);
        }
        for head in &self.heads {
            head.draw(bottom, palette, items);
        }
    }

    fn draw_severity(&self, severity: u8, palette: &Palette, items: &mut Vec<Item>) {
        let (_, y) = self.corner(None, severity);
        let words = ["", "slight", "minor", "moderate", "serious", "severe"][usize::from(severity)];
        let middle = y + self.rows.height_px(severity) * 0.5;
        let right = LEFT_PX - 8.0;
        items.push(text::text(
            words,
            right,
            middle,
            Anchor::End,
            LABEL_PX,
            Face::Medium,
            palette.text_primary,
        ));
        items.push(text::text(
            &format!("severity {severity}"),
            right,
            middle + 13.0,
            Anchor::End,
            MICRO_PX,
            Face::Regular,
            palette.text_tertiary,
        ));
    }
}

/// Left edges of the columns, and the right edge of the last.
fn edges(spec: &OutlookSpec<'_>) -> Vec<f32> {
    let is_filled = |column: usize| {
        spec.prospects
            .iter()
            .any(|it| column_of(it.likelihood) == column)
    };
    let filled = if spec.look.width_px < NARROW_PX {
        FILLED_NARROW
    } else {
        FILLED
    };
    let columns = 0..=spec.words.len();
    let shares: Vec<f32> = columns
        .map(|it| if is_filled(it) { filled } else { 1.0 })
        .collect();
    let each = (spec.look.width_px - LEFT_PX - 12.0) / shares.iter().sum::<f32>();
    let mut edges_px = vec![LEFT_PX];
    edges_px.extend(shares.iter().scan(LEFT_PX, |x, share| {
        *x += share * each;
        Some(*x)
    }));
    edges_px
}
