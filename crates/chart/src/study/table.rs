//! The numbers under the lines: a row for each event, a column for each window.

use model::Event;
use risk::{Car, WINDOWS};
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, Rgba, text};

use super::spec::{Studied, StudySpec, color_of};
use crate::marks::{Glyph, MICRO_PX, rule};

const ROW_PX: f32 = 17.0;
const COLUMN_PX: f32 = 96.0;
/// Where names begin, and the right margin.
const NAME_PX: f32 = 42.0;
const MARGIN_PX: f32 = 16.0;
/// For charts with hardly any room for the numbers.
const NARROW_MARGIN_PX: f32 = 2.0;
/// Names with less room than this are placed above their numbers.
const LEAST_NAME_PX: f32 = 330.0;
/// From this t-statistic on, a number is unlikely to be noise.
const NOTABLE_T: f64 = 1.96;

/// Height of the table.
pub(super) fn height_px(spec: &StudySpec<'_>) -> f32 {
    let table = Table::of(spec, 0.0);
    let rows = spec.studied.len() + usize::from(!spec.average.is_empty());
    (1 + rows * table.lines) as f32 * ROW_PX + 8.0
}

/// Draws it with its upper edge at `top`.
pub(super) fn draw(
    spec: &StudySpec<'_>,
    top: f32,
    palette: &Palette,
    items: &mut Vec<Item>,
    hits: &mut Vec<Hit>,
) {
    let table = Table::of(spec, top);
    table.draw_head(spec, palette, items);
    for (row, it) in spec.studied.iter().enumerate() {
        table.draw_event(spec, row, it, palette, items);
        hits.push(table.hit(row, it));
    }
    if !spec.average.is_empty() {
        table.draw_average(spec, palette, items);
    }
}

/// Positions of its parts.
struct Table {
    top_px: f32,
    right_px: f32,
    column_px: f32,
    /// Lines of a row: two if names are above their numbers.
    lines: usize,
}

impl Table {
    fn of(spec: &StudySpec<'_>, top_px: f32) -> Self {
        let windows = WINDOWS.len() as f32;
        let is_wide = spec.look.width_px - MARGIN_PX - COLUMN_PX * windows >= LEAST_NAME_PX;
        let margin_px = if is_wide { MARGIN_PX } else { NARROW_MARGIN_PX };
        let right_px = spec.look.width_px - margin_px;
        let column_px = if is_wide {
            COLUMN_PX
        } else {
            ((right_px - margin_px) / windows).min(COLUMN_PX)
        };
        Self {
            top_px,
            right_px,
            column_px,
            lines: if is_wide { 1 } else { 2 },
        }
    }

    /// Right edge of a column.
    fn column_px(&self, at: usize) -> f32 {
        self.right_px - self.column_px * (WINDOWS.len() - 1 - at) as f32
    }

    /// Left edge of the numbers, where names end.
    fn numbers_px(&self) -> f32 {
        match self.lines {
            1 => self.right_px - self.column_px * WINDOWS.len() as f32,
            _ => self.right_px,
        }
    }

    /// Middle of a row's line of names, and of its numbers. Row 0 is the header.
    fn middles_px(&self, row: usize) -> (f32, f32) {
        let line = |line: usize| self.top_px + ROW_PX * line as f32 + 8.0;
        match row.checked_sub(1) {
            None => (line(0), line(0)),
            Some(row) => (line(1 + row * self.lines), line((row + 1) * self.lines)),
        }
    }

    fn draw_head(&self, spec: &StudySpec<'_>, palette: &Palette, items: &mut Vec<Item>) {
        let (y, _) = self.middles_px(0);
        let words = match (self.lines, spec.in_percent) {
            (1, true) => "CAR, % (t-statistic); window in days",
            (1, false) => "Abnormal change (t-statistic); window in days",
            _ => "CAR (t)",
        };
        let color = palette.text_secondary;
        items.push(set(words, MARGIN_PX, y, Anchor::Start, Face::Medium, color));
        for (at, (from, to)) in WINDOWS.iter().enumerate() {
            let x = self.column_px(at);
            items.push(set(
                &window(*from, *to),
                x,
                y,
                Anchor::End,
                Face::Medium,
                color,
            ));
        }
        let under = self.top_px + ROW_PX - 1.0;
        items.push(rule(
            (MARGIN_PX, under),
            (self.right_px, under),
            palette.line_rule,
            0.75,
        ));
    }

    fn draw_event(
        &self,
        spec: &StudySpec<'_>,
        row: usize,
        it: &Studied<'_>,
        palette: &Palette,
        items: &mut Vec<Item>,
    ) {
        let (name_y, number_y) = self.middles_px(row + 1);
        let color = color_of(row, palette);
        items.push(rule((14.0, name_y - 6.0), (14.0, name_y + 6.0), color, 3.0));
        glyph(it.event, 29.0, name_y, palette, items);
        let rest = format!(
            " · day 0: {}{}",
            it.study.day.in_words(),
            warned(it.overlaps)
        );
        let room = self.numbers_px() - NAME_PX - 8.0 - text::width(&rest, MICRO_PX, Face::Regular);
        let title = text::shorten(&it.event.title, MICRO_PX, Face::Regular, room.max(40.0));
        let color = palette.text_primary;
        items.push(set(
            &format!("{title}{rest}"),
            NAME_PX,
            name_y,
            Anchor::Start,
            Face::Regular,
            color,
        ));
        for (at, car) in it.study.cars.iter().enumerate() {
            let face = if car.t.abs() >= NOTABLE_T {
                Face::SemiBold
            } else {
                Face::Regular
            };
            let words = cell(car, spec.in_percent);
            items.push(set(
                &words,
                self.column_px(at),
                number_y,
                Anchor::End,
                face,
                color,
            ));
        }
    }

    fn draw_average(&self, spec: &StudySpec<'_>, palette: &Palette, items: &mut Vec<Item>) {
        let (name_y, number_y) = self.middles_px(spec.studied.len() + 1);
        let color = palette.text_primary;
        let words = "Mean of these events (cross-sectional t)";
        items.push(set(
            words,
            NAME_PX,
            name_y,
            Anchor::Start,
            Face::Medium,
            color,
        ));
        for (at, it) in spec.average.iter().enumerate() {
            let t = if it.t.is_finite() {
                signed(it.t)
            } else {
                String::from("–")
            };
            let words = format!("{} ({t})", signed_change(it.car, spec.in_percent));
            items.push(set(
                &words,
                self.column_px(at),
                number_y,
                Anchor::End,
                Face::Medium,
                color,
            ));
        }
    }

    fn hit(&self, row: usize, it: &Studied<'_>) -> Hit {
        let (y, _) = self.middles_px(row + 1);
        Hit {
            x: 12.0,
            y: y - ROW_PX * 0.5,
            width: self.numbers_px() - 12.0,
            height: ROW_PX,
            kind: HitKind::Event,
            id: it.event.id.to_string(),
        }
    }
}

/// A cell of text, its middle at `y`.
fn set(words: &str, x: f32, y: f32, anchor: Anchor, face: Face, color: Rgba) -> Item {
    let baseline = y + text::cap_height(MICRO_PX) * 0.5;
    text::text(words, x, baseline, anchor, MICRO_PX, face, color)
}

fn warned(overlaps: usize) -> String {
    match overlaps {
        0 => String::new(),
        1 => String::from("; 1 confounding event"),
        more => format!("; {more} confounding events"),
    }
}

/// "4.24 (2.40)", with the number of missing days if there are any.
fn cell(car: &Car, in_percent: bool) -> String {
    let gap = match car.missing {
        0 => String::new(),
        days => format!(", {days} missing"),
    };
    format!(
        "{} ({}{gap})",
        signed_change(car.car, in_percent),
        signed(car.t)
    )
}

fn signed_change(value: f64, in_percent: bool) -> String {
    signed(if in_percent { value * 100.0 } else { value })
}

fn signed(value: f64) -> String {
    let sign = if value < -0.005 { "−" } else { "" };
    format!("{sign}{:.2}", value.abs())
}

/// "(−1, +5)".
fn window(from: i32, to: i32) -> String {
    let day = |it: i32| match it {
        0 => String::from("0"),
        it if it < 0 => format!("−{}", -it),
        it => format!("+{it}"),
    };
    format!("({}, {})", day(from), day(to))
}

/// The glyph of an event in the table.
fn glyph(event: &Event, x: f32, y: f32, palette: &Palette, items: &mut Vec<Item>) {
    Glyph::of(event, false).draw(x, y, palette, palette.surface_canvas, items);
}
