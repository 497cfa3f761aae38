//! A small map of the whole with a frame around what is seen.

use scene::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Palette, Path, Scene, Stroke, text};

use super::headings::counted;
use super::prepared::Prepared;
use super::view::View;
use crate::marks::{rule, tone_color};

const MOST_WIDTH_PX: f32 = 180.0;
const MOST_HEIGHT_PX: f32 = 150.0;
const PAD_PX: f32 = 8.0;
const HEAD_PX: f32 = 18.0;
const LETTER_PX: f32 = 11.0;
const DOT_PX: f32 = 2.1;
/// From the edges of the picture.
const ASIDE_PX: f32 = 12.0;

pub(super) fn draw(prepared: &Prepared<'_>, view: &View, palette: &Palette, scene: &mut Scene) {
    let (map_width, map_height) = size_px(view);
    let factor = ((MOST_WIDTH_PX - 2.0 * PAD_PX) / map_width)
        .min((MOST_HEIGHT_PX - 2.0 * PAD_PX - HEAD_PX) / map_height);
    let (width, height) = (MOST_WIDTH_PX, map_height * factor + 2.0 * PAD_PX + HEAD_PX);
    let left = scene.width_px - ASIDE_PX - width;
    let top = scene.height_px - ASIDE_PX - height;
    if left < 0.0 || top < scene.height_px * 0.3 {
        return;
    }
    frame((left, top, width, height), palette, scene);
    let entries = counted(prepared.entries.len(), "entry", "entries");
    scene.items.push(text::text(
        &format!("Whole map, {entries}"),
        left + PAD_PX,
        top + PAD_PX + 9.0,
        Anchor::Start,
        LETTER_PX,
        Face::SemiBold,
        palette.text_secondary,
    ));
    let origin = (
        left + PAD_PX + (width - 2.0 * PAD_PX - map_width * factor) / 2.0,
        top + PAD_PX + HEAD_PX,
    );
    let point = |(x, y): (f32, f32)| {
        (
            origin.0 + x * view.letter_px * factor,
            origin.1 + y * view.letter_px * factor,
        )
    };
    for course in view.plan.courses.iter().filter(|it| it.len() > 1) {
        let ends = (point(course[0]), point(course[course.len() - 1]));
        scene
            .items
            .push(rule(ends.0, ends.1, palette.line_strong, 0.7));
    }
    for (entry, spot) in prepared.entries.iter().zip(&view.plan.spots) {
        let Some(spot) = spot else { continue };
        let (x, y) = point(spot.mark);
        scene.items.push(Item::Path {
            path: Path::circle(x, y, DOT_PX),
            fill: Paint::Solid(tone_color(palette, entry.event.tone)),
            stroke: None,
        });
    }
    seen(view, origin, factor, palette, scene);
    scene.hits.push(Hit {
        x: left,
        y: top,
        width,
        height,
        kind: HitKind::Overview,
        id: format!(
            "{:.1} {:.1} {:.6}",
            origin.0,
            origin.1,
            factor * view.at.zoom.max(1.0)
        ),
    });
}

fn frame((x, y, width, height): (f32, f32, f32, f32), palette: &Palette, scene: &mut Scene) {
    scene.items.push(Item::Rect {
        x,
        y,
        width,
        height,
        radius: 3.0,
        fill: Paint::Solid(palette.surface_panel),
        stroke: Some(Stroke {
            paint: Paint::Solid(palette.line_rule),
            width: 1.0,
            dash: Dash::Solid,
        }),
    });
}

/// Size of the map without the empty room below it.
fn size_px(view: &View) -> (f32, f32) {
    let height = view.plan.height_em * view.letter_px;
    (view.size_px.0, view.size_px.1.min(height.max(1.0)))
}

/// The frame around what is seen.
fn seen(view: &View, origin: (f32, f32), factor: f32, palette: &Palette, scene: &mut Scene) {
    let (map_width, map_height) = size_px(view);
    let clamp = |it: f32, most: f32| it.clamp(0.0, most);
    let from = (
        clamp(-view.origin_px.0, map_width),
        clamp(-view.origin_px.1, map_height),
    );
    let to = (
        clamp(scene.width_px - view.origin_px.0, map_width),
        clamp(scene.height_px - view.origin_px.1, map_height),
    );
    scene.items.push(Item::Rect {
        x: origin.0 + from.0 * factor,
        y: origin.1 + from.1 * factor,
        width: (to.0 - from.0) * factor,
        height: (to.1 - from.1) * factor,
        radius: 0.0,
        fill: Paint::None,
        stroke: Some(Stroke {
            paint: Paint::Solid(palette.accent),
            width: 1.6,
            dash: Dash::Solid,
        }),
    });
}
