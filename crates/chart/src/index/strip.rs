//! The index as a strip under the timeline, with the same window.

use model::date::Day;
use scene::{Anchor, Face, Hit, HitKind, Item, Palette, text};

use super::ready::Index;
use crate::marks::{MICRO_PX, rule};
use crate::plot::{Ink, Panel, never_empty, paper, range_of, sampled};
use crate::spec::{Growth, Look, Picture, Window};

/// Escalation, de-escalation and net in the window, right of `left_px`, where its name is.
#[must_use]
pub fn index_strip(
    index: &Index,
    look: Look,
    window: Option<Window>,
    left_px: f32,
    as_of: Option<Day>,
) -> Picture {
    let window = window.unwrap_or_else(|| index.fitting());
    let palette = Palette::of(look.theme);
    let (panel, inks) = panel(index, look, window, left_px, palette);
    let mut scene = paper(look, palette);
    let items = &mut scene.items;
    let zero = panel.y_px(0.0);
    items.push(rule(
        (left_px, zero),
        (look.width_px, zero),
        palette.line_rule,
        0.75,
    ));
    panel.draw(&inks, items);
    draw_as_of(&panel, look, as_of, palette, items);
    items.push(rule(
        (0.0, 0.5),
        (look.width_px, 0.5),
        palette.line_rule,
        1.0,
    ));
    items.push(name(look, left_px, palette));
    scene.hits.push(Hit {
        x: left_px,
        y: 0.0,
        width: panel.right_px - left_px,
        height: look.height_px,
        kind: HitKind::Plot,
        id: String::new(),
    });
    Picture {
        scene,
        window,
        content_height_px: 0.0,
        growth: Growth::Whole,
        legend: Vec::new(),
        drawn: 0,
        earlier: 0,
        later: 0,
        counts: String::new(),
        free: None,
        map: None,
    }
}

/// The panel and its lines.
fn panel(
    index: &Index,
    look: Look,
    window: Window,
    left_px: f32,
    palette: &Palette,
) -> (Panel, Vec<Ink>) {
    let mut panel = Panel {
        left_px,
        right_px: look.width_px.max(left_px + 10.0),
        top_px: 3.0,
        bottom_px: look.height_px - 3.0,
        x: (window.from_days, window.to_days),
        y: (0.0, 1.0),
    };
    let points = |values: &[f64], sign: f64| -> Vec<(f64, f64)> {
        let width_px = panel.right_px - panel.left_px;
        let kept = sampled(values.len(), index.point(values), panel.x, width_px);
        kept.into_iter().map(|(x, y)| (x, y * sign)).collect()
    };
    let sign = if index.is_mirrored { -1.0 } else { 1.0 };
    let (up, down) = (
        points(&index.escalation, 1.0),
        points(&index.deescalation, sign),
    );
    let net = points(&index.net, 1.0);
    let (from, to) = panel.x;
    let all = up.iter().chain(&down).chain(&net);
    let seen = all.filter(|it| it.0 >= from - 1.0 && it.0 <= to + 1.0);
    panel.y = never_empty(range_of(seen.map(|it| it.1), true));
    let area = |points, color| Ink::Area {
        points,
        base: 0.0,
        color,
    };
    let line = Ink::Line {
        points: net,
        color: palette.text_primary,
        width_px: 1.6,
    };
    let inks = vec![
        area(up, palette.escalatory_tint),
        area(down, palette.deescalatory_tint),
        line,
    ];
    (panel, inks)
}

fn draw_as_of(
    panel: &Panel,
    look: Look,
    as_of: Option<Day>,
    palette: &Palette,
    items: &mut Vec<Item>,
) {
    let x = as_of.map(|day| panel.x_px(day.0 as f64 + 1.0));
    if let Some(x) = x.filter(|it| (panel.left_px..=panel.right_px).contains(it)) {
        items.push(rule((x, 0.0), (x, look.height_px), palette.asof, 1.2));
    }
}

fn name(look: Look, left_px: f32, palette: &Palette) -> Item {
    let baseline = (look.height_px + text::cap_height(MICRO_PX)) * 0.5;
    let words = text::shorten(
        "net index",
        MICRO_PX,
        Face::Medium,
        (left_px - 16.0).max(0.0),
    );
    let color = palette.text_secondary;
    text::text(
        &words,
        12.0,
        baseline,
        Anchor::Start,
        MICRO_PX,
        Face::Medium,
        color,
    )
}
