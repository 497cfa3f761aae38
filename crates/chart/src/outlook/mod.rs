//! What may happen: likelihood across, impact up, and where each stood before.

mod chips;
mod heads;
mod rows;

use model::{Event, EventId};
use scene::{Anchor, Face, Item, Paint, Palette, Path, text};

use crate::marks::{LABEL_PX, MICRO_PX, block, rule};
use crate::plot::paper;
use crate::spec::{Growth, LegendEntry, Look, Picture, Window};

use chips::Chip;
use heads::Head;
use rows::Rows;

const LEFT_PX: f32 = 84.0;
const TOP_PX: f32 = 14.0;
/// Below the heads.
const AIR_PX: f32 = 4.0;

/// One entry that may happen.
#[derive(Debug, Clone)]
pub struct Prospect<'a> {
    /// Which.
    pub event: &'a Event,
    /// Number of its likelihood word on the scale; `None` when none is stated.
    pub likelihood: Option<usize>,
    /// Likelihood and severity at the earlier day, when they were others.
    pub before: Option<(Option<usize>, u8)>,
}

/// What a chart of prospects is asked for.
#[derive(Debug, Clone)]
pub struct OutlookSpec<'a> {
    /// Room and dress.
    pub look: Look,
    /// Words of the scale with their bands, from the least to the most likely: ("unlikely", "20–45 %").
    pub words: &'a [(String, String)],
    /// What may happen.
    pub prospects: &'a [Prospect<'a>],
    /// The selected event.
    pub selected: Option<EventId>,
}

/// The grid of what may happen. Likelihood and impact are not multiplied: they are ranks, and a product of ranks means
/// nothing (IEC 31010 on consequence/likelihood matrices). What has no stated likelihood stands in a column of its own.
#[must_use]
pub fn outlook(spec: &OutlookSpec<'_>) -> Picture {
    let palette = Palette::of(spec.look.theme);
    let look = &spec.look;
    let mut scene = paper(*look, palette);
    let (items, hits) = (&mut scene.items, &mut scene.hits);
    let grid = Grid::of(spec);
    grid.draw(palette, items);
    let chips = grid.chips(spec);
    for chip in chips.iter().filter(|it| it.prospect.before.is_some()) {
        grid.draw_tail(chip, palette, items);
    }
    chips
        .iter()
        .for_each(|it| it.draw(spec, palette, items, hits));
    grid.draw_left_out(spec, &chips, palette, items);
    let mut legend =
        crate::causes::legend::of_events(spec.prospects.iter().map(|it| it.event), palette);
    legend.extend(tail_legend(spec, palette));
    Picture {
        scene,
        window: Window {
            from_days: 0.0,
            to_days: 1.0,
        },
        content_height_px: grid.wanted_px(spec) - crate::spec::AROUND_PX,
        growth: Growth::Whole,
        legend,
        drawn: chips.len(),
        earlier: 0,
        later: 0,
    }
}

/// Columns for the words, the first for what states none; rows for severities, the most severe on top.
struct Grid {
    /// Left edges of the columns, and the right edge of the last.
    edges_px: Vec<f32>,
    rows: Rows,
    heads: Vec<Head>,
}

/// A column that holds something is so many times as wide as one that does not.
const FILLED: f32 = 2.4;
/// In a chart narrower than this, columns that hold nothing give way to those that do.
const NARROW_PX: f32 = 420.0;
const FILLED_NARROW: f32 = 7.0;

/// The column of a likelihood: the first is for none.
fn column_of(likelihood: Option<usize>) -> usize {
    likelihood.map_or(0, |it| it + 1)
}

impl Grid {
    fn of(spec: &OutlookSpec<'_>) -> Self {
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

    /// The height at which every title shows in full.
    fn wanted_px(&self, spec: &OutlookSpec<'_>) -> f32 {
        let foot_px = heads::height_px(&self.heads);
        TOP_PX + Rows::wanted_px(spec, &self.edges_px) + foot_px + AIR_PX
    }

    fn columns(&self) -> usize {
        self.edges_px.len() - 1
    }

    fn width_px(&self, column: usize) -> f32 {
        self.edges_px[column + 1] - self.edges_px[column]
    }

    /// The upper left corner of a cell.
    fn corner(&self, likelihood: Option<usize>, severity: u8) -> (f32, f32) {
        let column = column_of(likelihood).min(self.columns() - 1);
        (self.edges_px[column], TOP_PX + self.rows.top_px(severity))
    }

    fn draw(&self, palette: &Palette, items: &mut Vec<Item>) {
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
        let words = ["", "slight", "minor", "moderate", "serious", "grave"][usize::from(severity)];
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

    /// From where it stood to where it stands.
    fn draw_tail(&self, chip: &Chip<'_>, palette: &Palette, items: &mut Vec<Item>) {
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

fn tail_legend(spec: &OutlookSpec<'_>, palette: &Palette) -> Option<LegendEntry> {
    spec.prospects
        .iter()
        .any(|it| it.before.is_some())
        .then(|| LegendEntry {
            key: String::from("tail"),
            words: String::from("where it stood before"),
            mark: vec![
                Item::Path {
                    path: Path::circle(3.0, 0.0, 3.0),
                    fill: Paint::Solid(palette.text_secondary),
                    stroke: None,
                },
                rule((3.0, 0.0), (18.0, 0.0), palette.text_secondary, 1.4),
            ],
            mark_width_px: 18.0,
        })
}
