//! A grid of themes by month: where the weight was.

use layout::calendar::month_short;
use risk::Heat;
use scene::{Anchor, Face, Hit, HitKind, Item, Paint, Palette, Rgba, text};

use crate::marks::{LABEL_PX, MICRO_PX, block};
use crate::plot::paper;
use crate::spec::{Growth, LegendEntry, Look, Picture, Window};

const NAME_PX: f32 = 150.0;
const HEAD_PX: f32 = 44.0;
const ROW_PX: f32 = 26.0;
/// A cell is at least as wide as its number.
const NARROWEST_PX: f32 = 40.0;
const WIDEST_PX: f32 = 84.0;

/// A row of the grid.
#[derive(Debug, Clone)]
pub struct HeatRow {
    /// Name of the theme.
    pub name: String,
    /// Handle of the theme, for hits.
    pub handle: String,
    /// Hue of the theme.
    pub hue: String,
    /// Its months, the same for all rows.
    pub months: Vec<Heat>,
}

/// The grid of `rows`. If there is not room for all months, the last ones are drawn, and the header says so.
#[must_use]
pub fn heat(look: Look, rows: &[HeatRow]) -> Picture {
    let palette = Palette::of(look.theme);
    let mut scene = paper(look, palette);
    let (items, hits) = (&mut scene.items, &mut scene.hits);
    let months = rows.first().map_or(0, |it| it.months.len());
    let room = ((look.width_px - NAME_PX - 16.0) / NARROWEST_PX).max(1.0) as usize;
    let shown = months.min(room);
    let skipped = months - shown;
    let cell_px =
        ((look.width_px - NAME_PX - 16.0) / shown.max(1) as f32).clamp(NARROWEST_PX, WIDEST_PX);
    let most = rows
        .iter()
        .flat_map(|it| &it.months[skipped..])
        .map(|it| net(it).abs())
        .fold(0.0, f64::max);
    draw_head(rows, skipped, cell_px, palette, items);
    for (row, it) in rows.iter().enumerate() {
        let y = HEAD_PX + row as f32 * ROW_PX - look.scroll_px;
        if y < HEAD_PX - ROW_PX || y > look.height_px {
            continue;
        }
        draw_name(it, y, palette, items, hits);
        for (column, month) in it.months[skipped..].iter().enumerate() {
            let x = NAME_PX + column as f32 * cell_px;
            draw_cell((x, y, cell_px), net(month), most, palette, items);
        }
    }
    Picture {
        scene,
        window: Window {
            from_days: 0.0,
            to_days: 1.0,
        },
        content_height_px: rows.len() as f32 * ROW_PX,
        growth: Growth::Scrolls {
            head_px: HEAD_PX,
            foot_px: 0.0,
        },
        legend: legend(palette),
        drawn: rows.len(),
        earlier: 0,
        later: 0,
        counts: String::new(),
        free: None,
        map: None,
    }
}

fn net(month: &Heat) -> f64 {
    month.escalation - month.deescalation
}

fn draw_head(
    rows: &[HeatRow],
    skipped: usize,
    cell_px: f32,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let Some(first) = rows.first() else {
        let words = "No entries with a theme match the filter.";
        items.push(text::text(
            words,
            16.0,
            30.0,
            Anchor::Start,
            LABEL_PX,
            Face::Regular,
            palette.text_secondary,
        ));
        return;
    };
    let words = match skipped {
        0 => String::from("Net, monthly mean"),
        n => format!("Net; {n} earlier"),
    };
    let words = text::shorten(&words, MICRO_PX, Face::Regular, NAME_PX - 14.0);
    items.push(text::text(
        &words,
        8.0,
        HEAD_PX - 10.0,
        Anchor::Start,
        MICRO_PX,
        Face::Regular,
        palette.text_tertiary,
    ));
    let mut year = None;
    for (column, month) in first.months[skipped..].iter().enumerate() {
        let x = NAME_PX + column as f32 * cell_px;
        if year.replace(month.month.0) != Some(month.month.0) {
            let words = month.month.0.to_string();
            items.push(text::text(
                &words,
                x + 3.0,
                HEAD_PX - 25.0,
                Anchor::Start,
                LABEL_PX,
                Face::SemiBold,
                palette.text_primary,
            ));
        }
        let name = month_short(i64::from(month.month.1));
        items.push(text::text(
            name,
            x + 3.0,
            HEAD_PX - 10.0,
            Anchor::Start,
            MICRO_PX,
            Face::Regular,
            palette.text_secondary,
        ));
    }
}

fn draw_name(row: &HeatRow, y: f32, palette: &Palette, items: &mut Vec<Item>, hits: &mut Vec<Hit>) {
    items.push(block(
        8.0,
        y + 4.0,
        3.0,
        ROW_PX - 8.0,
        palette.theme_hue(&row.hue),
    ));
    let words = text::shorten(&row.name, LABEL_PX, Face::Medium, NAME_PX - 26.0);
    let baseline = y + (ROW_PX + text::cap_height(LABEL_PX)) * 0.5;
    items.push(text::text(
        &words,
        17.0,
        baseline,
        Anchor::Start,
        LABEL_PX,
        Face::Medium,
        palette.text_primary,
    ));
    hits.push(Hit {
        x: 0.0,
        y,
        width: NAME_PX,
        height: ROW_PX,
        kind: HitKind::Lane,
        id: row.handle.clone(),
    });
}

fn draw_cell(
    (x, y, width): (f32, f32, f32),
    net: f64,
    most: f64,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let share = if most > 0.0 {
        (net.abs() / most) as f32
    } else {
        0.0
    };
    let ink = if net >= 0.0 {
        palette.escalatory
    } else {
        palette.deescalatory
    };
    let fill = mixed(
        palette.surface_canvas,
        ink,
        if share < 0.005 {
            0.0
        } else {
            0.08 + 0.92 * share
        },
    );
    items.push(Item::Rect {
        x: x + 0.75,
        y: y + 0.75,
        width: width - 1.5,
        height: ROW_PX - 1.5,
        radius: 1.0,
        fill: Paint::Solid(fill),
        stroke: None,
    });
    if net.abs() < 0.05 {
        return;
    }
    let sign = if net < 0.0 { "−" } else { "+" };
    let color = if is_dark(fill) == is_dark(palette.text_primary) {
        palette.text_inverse
    } else {
        palette.text_primary
    };
    let baseline = y + (ROW_PX + text::cap_height(MICRO_PX)) * 0.5;
    let words = format!("{sign}{:.1}", net.abs());
    items.push(text::text(
        &words,
        x + width * 0.5,
        baseline,
        Anchor::Middle,
        MICRO_PX,
        Face::Regular,
        color,
    ));
}

/// A color between two others.
fn mixed(from: Rgba, to: Rgba, share: f32) -> Rgba {
    let part = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Rgba(
        part(from.0, to.0),
        part(from.1, to.1),
        part(from.2, to.2),
        255,
    )
}

/// Whether light text is more readable on it (weights of ITU-R BT.601).
fn is_dark(it: Rgba) -> bool {
    299 * u32::from(it.0) + 587 * u32::from(it.1) + 114 * u32::from(it.2) < 140_000
}

fn legend(palette: &Palette) -> Vec<LegendEntry> {
    let entry = |key: &str, words: &str, color: Rgba| LegendEntry {
        key: key.to_owned(),
        words: words.to_owned(),
        mark: vec![
            block(
                0.0,
                -4.0,
                9.0,
                9.0,
                mixed(palette.surface_canvas, color, 0.35),
            ),
            block(9.0, -4.0, 9.0, 9.0, color),
        ],
        mark_width_px: 18.0,
    };
    vec![
        entry("heat-1", "+ net escalation", palette.escalatory),
        entry("heat-2", "− net de-escalation", palette.deescalatory),
    ]
}
