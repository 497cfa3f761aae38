//! What may happen: likelihood across, impact up, and where each stood before.

use model::{Event, EventId};
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, Path, text};

use crate::marks::{Glyph, LABEL_PX, MICRO_PX, block, label_face, rule};
use crate::plot::paper;
use crate::spec::{Growth, LegendEntry, Look, Picture, Window};

const LEFT_PX: f32 = 84.0;
const TOP_PX: f32 = 14.0;
const FOOT_PX: f32 = 56.0;
const ROW_PX: f32 = 16.0;
/// A row of cells is not drawn lower than this on a page: it has room for three entries and the number of the others.
const LEAST_ROW_PX: f32 = 76.0;
const PAD_PX: f32 = 5.0;

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
    grid.draw(spec, palette, items);
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
        content_height_px: 5.0 * LEAST_ROW_PX + FOOT_PX,
        growth: Growth::Whole,
        legend,
        drawn: chips.len(),
        earlier: 0,
        later: 0,
    }
}

/// Columns for the words, the first for what states none; rows for severities, the gravest on top.
struct Grid {
    /// Left edges of the columns, and the right edge of the last.
    edges_px: Vec<f32>,
    row_px: f32,
}

/// A column that holds something is so many times as wide as one that does not.
const FILLED: f32 = 1.7;
/// In a chart narrower than this, columns that hold nothing give way to those that do.
const NARROW_PX: f32 = 420.0;
const FILLED_NARROW: f32 = 7.0;
/// A column narrower than this has no head: a letter and a mark of omission say nothing.
const LEAST_HEAD_PX: f32 = 26.0;

/// Words on one line, or on two where one is too short for them.
fn in_two(words: &str, room_px: f32) -> Vec<String> {
    let fits = |it: &str| text::width(it, LABEL_PX, Face::Medium) <= room_px;
    if fits(words) {
        return vec![words.to_owned()];
    }
    let mut breaks = words.rmatch_indices(' ').map(|(at, _)| words.split_at(at));
    let (first, second) = breaks.find(|it| fits(it.0)).unwrap_or((words, ""));
    let lines = [first, second.trim_start()]
        .into_iter()
        .filter(|it| !it.is_empty());
    lines
        .map(|it| text::shorten(it, LABEL_PX, Face::Medium, room_px))
        .collect()
}

/// The column of a likelihood: the first is for none.
fn column_of(likelihood: Option<usize>) -> usize {
    likelihood.map_or(0, |it| it + 1)
}

/// An entry with its place in the grid.
struct Chip<'a> {
    prospect: &'a Prospect<'a>,
    x: f32,
    y: f32,
    width: f32,
}

impl Grid {
    fn of(spec: &OutlookSpec<'_>) -> Self {
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
        let shares: Vec<f32> = (0..=spec.words.len())
            .map(|it| if is_filled(it) { filled } else { 1.0 })
            .collect();
        let each = (spec.look.width_px - LEFT_PX - 12.0) / shares.iter().sum::<f32>();
        let mut edges_px = vec![LEFT_PX];
        edges_px.extend(shares.iter().scan(LEFT_PX, |x, share| {
            *x += share * each;
            Some(*x)
        }));
        Self {
            edges_px,
            row_px: (spec.look.height_px - TOP_PX - FOOT_PX) / 5.0,
        }
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
        let row = 5 - severity.clamp(1, 5);
        (self.edges_px[column], TOP_PX + f32::from(row) * self.row_px)
    }

    fn draw(&self, spec: &OutlookSpec<'_>, palette: &Palette, items: &mut Vec<Item>) {
        let right = self.edges_px[self.columns()];
        let bottom = TOP_PX + 5.0 * self.row_px;
        items.push(block(
            LEFT_PX,
            TOP_PX,
            self.width_px(0),
            bottom - TOP_PX,
            palette.surface_lane,
        ));
        for row in 0..=5_u8 {
            let y = TOP_PX + f32::from(row) * self.row_px;
            items.push(rule((LEFT_PX, y), (right, y), palette.line_rule, 0.75));
        }
        for x in self.edges_px.iter().copied() {
            items.push(rule((x, TOP_PX), (x, bottom), palette.line_rule, 0.75));
        }
        for severity in 1..=5_u8 {
            let (_, y) = self.corner(None, severity);
            let words =
                ["", "slight", "minor", "moderate", "serious", "grave"][usize::from(severity)];
            let middle = y + self.row_px * 0.5;
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
            let number = format!("severity {severity}");
            items.push(text::text(
                &number,
                right,
                middle + 13.0,
                Anchor::End,
                MICRO_PX,
                Face::Regular,
                palette.text_tertiary,
            ));
        }
        let unstated = (
            String::from("not stated"),
            String::from("\"may\" states no likelihood"),
        );
        for (column, (word, band)) in [&unstated].into_iter().chain(spec.words).enumerate() {
            let x = (self.edges_px[column] + self.edges_px[column + 1]) * 0.5;
            let room = self.width_px(column) - 6.0;
            if room < LEAST_HEAD_PX {
                continue;
            }
            let lines = in_two(word, room);
            let mut y = bottom + 16.0;
            for line in &lines {
                let color = palette.text_primary;
                items.push(text::text(
                    line,
                    x,
                    y,
                    Anchor::Middle,
                    LABEL_PX,
                    Face::Medium,
                    color,
                ));
                y += 13.0;
            }
            let band = text::shorten(band, MICRO_PX, Face::Regular, room);
            let color = palette.text_tertiary;
            items.push(text::text(
                &band,
                x,
                y + 1.0,
                Anchor::Middle,
                MICRO_PX,
                Face::Regular,
                color,
            ));
        }
    }

    /// As many entries of each cell as have room, the others counted by [`Grid::draw_left_out`].
    fn chips<'a>(&self, spec: &OutlookSpec<'a>) -> Vec<Chip<'a>> {
        let room = self.room();
        let mut chips: Vec<Chip<'a>> = Vec::new();
        for prospect in spec.prospects {
            let (x, y) = self.corner(prospect.likelihood, prospect.event.severity);
            let before = chips
                .iter()
                .filter(|it| self.cell(it.prospect) == self.cell(prospect))
                .count();
            if before < room {
                chips.push(Chip {
                    prospect,
                    x: x + PAD_PX,
                    y: y + PAD_PX + before as f32 * ROW_PX + ROW_PX * 0.5,
                    width: self.width_px(column_of(prospect.likelihood)) - 2.0 * PAD_PX,
                });
            }
        }
        chips
    }

    /// Rows of a cell, one of them for the number of those that have none.
    fn room(&self) -> usize {
        ((self.row_px - 2.0 * PAD_PX) / ROW_PX - 1.0).max(1.0) as usize
    }

    fn cell(&self, it: &Prospect<'_>) -> (Option<usize>, u8) {
        (it.likelihood, it.event.severity)
    }

    fn draw_left_out(
        &self,
        spec: &OutlookSpec<'_>,
        chips: &[Chip<'_>],
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        for column in 0..self.columns() {
            for severity in 1..=5_u8 {
                let cell = (column.checked_sub(1), severity);
                let all = spec
                    .prospects
                    .iter()
                    .filter(|it| self.cell(it) == cell)
                    .count();
                let drawn = chips
                    .iter()
                    .filter(|it| self.cell(it.prospect) == cell)
                    .count();
                if all > drawn {
                    let (x, y) = self.corner(cell.0, severity);
                    let words = format!("+{} more", all - drawn);
                    let y = y + PAD_PX + drawn as f32 * ROW_PX + 11.0;
                    items.push(text::text(
                        &words,
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
    }

    /// From where it stood to where it stands.
    fn draw_tail(&self, chip: &Chip<'_>, palette: &Palette, items: &mut Vec<Item>) {
        let Some((likelihood, severity)) = chip.prospect.before else {
            return;
        };
        let (x, y) = self.corner(likelihood, severity);
        let from = (
            x + self.width_px(column_of(likelihood)) * 0.5,
            y + self.row_px * 0.5,
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

impl Chip<'_> {
    fn draw(
        &self,
        spec: &OutlookSpec<'_>,
        palette: &Palette,
        items: &mut Vec<Item>,
        hits: &mut Vec<Hit>,
    ) {
        let event = self.prospect.event;
        let is_chosen = Some(event.id) == spec.selected;
        items.push(Item::Group {
            id: format!("event-{}", event.id),
            title: event.title.clone(),
        });
        if is_chosen {
            items.push(block(
                self.x,
                self.y - ROW_PX * 0.5,
                self.width,
                ROW_PX,
                palette.accent,
            ));
        }
        let ground = if is_chosen {
            palette.accent
        } else {
            palette.surface_canvas
        };
        Glyph {
            severity: 3,
            ..Glyph::of(event, false)
        }
        .draw(self.x + 6.0, self.y, palette, ground, items);
        let face = label_face(event);
        let words = text::shorten(&event.title, MICRO_PX, face, self.width - 18.0);
        let color = if is_chosen {
            palette.text_inverse
        } else {
            palette.text_primary
        };
        let baseline = self.y + text::cap_height(MICRO_PX) * 0.5;
        let label = text::text(
            &words,
            self.x + 16.0,
            baseline,
            Anchor::Start,
            MICRO_PX,
            face,
            color,
        );
        items.push(label.with_halo(ground, 2.5));
        items.push(Item::Ungroup);
        hits.push(Hit {
            x: self.x,
            y: self.y - ROW_PX * 0.5,
            width: self.width,
            height: ROW_PX,
            kind: HitKind::Event,
            id: event.id.to_string(),
        });
    }
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
