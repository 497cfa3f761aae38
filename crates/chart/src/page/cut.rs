//! A picture that is higher than a sheet, cut between its lines and continued on the next sheet.

use scene::{HitKind, Item, Scene};

use super::layout::{LOWEST_PX, Layout};
use super::room::PagePart;
use super::spec::Sheet;
use super::{foot, head};
use crate::shift::shift;
use crate::spec::{Growth, Look, Picture};

/// Boxes up to this height are not cut through; higher ones are backgrounds of lanes and the like.
const UNCUT_PX: f32 = 60.0;
/// A sheet holds at least this much of a picture; otherwise there would be endless sheets.
const LEAST_PX: f32 = 48.0;
/// A sheet may end with a lane if it is filled up to this share.
const LEAST_SHARE: f32 = 0.5;
/// Maximum number of sheets of an export.
const MOST_SHEETS: usize = 500;

/// What a sheet contains below its head.
struct Content {
    picture: Option<Scene>,
    foot: PagePart,
}

/// A picture on one sheet, and the sources on the next ones if they stand apart.
pub(super) fn on_one(layout: &Layout<'_>, picture: Picture) -> Vec<Sheet> {
    let running = head::running(layout.room, &layout.words);
    let mut contents = Vec::new();
    add_sources(layout, on_sheet(layout, &running), &mut contents);
    let count = contents.len() + 1;
    let first = layout.whole(picture, (count > 1).then_some((1, count)));
    let others = contents.into_iter().enumerate();
    let others = others.map(|(at, it)| sheet(layout, &running, it, (at + 2, count)));
    std::iter::once(first).chain(others).collect()
}

/// The height that a sheet has below its head.
fn on_sheet(layout: &Layout<'_>, head: &PagePart) -> f32 {
    let last_px = layout.last_line(Some((1, 1))).height;
    (layout.room.inner_height_px() - head.height - last_px).max(LOWEST_PX)
}

/// The sheets of a picture that needs more than one.
pub(super) fn sheets(
    layout: &Layout<'_>,
    trial: &Picture,
    body: impl Fn(Look) -> Picture,
) -> Vec<Sheet> {
    let room = layout.room;
    let running = head::running(room, &layout.words);
    let (on_first, on_next) = (on_sheet(layout, &layout.head), on_sheet(layout, &running));
    let whole = body(room.look(trial.needed_px()));
    let mut contents = strips(layout, &whole, on_first, on_next, &body);
    add_foot(&layout.foot, contents.len(), on_next, &mut contents);
    add_sources(layout, on_next, &mut contents);
    let count = contents.len();
    let heads = std::iter::once(&layout.head).chain(std::iter::repeat(&running));
    let numbered = contents.into_iter().zip(heads).enumerate();
    numbered
        .map(|(at, (content, head))| {
            let mut sheet = sheet(layout, head, content, (at + 1, count));
            sheet.logo = layout.logo_on_page().filter(|_| at == 0);
            sheet
        })
        .collect()
}

/// The picture in strips, each as high as fits on one sheet.
fn strips(
    layout: &Layout<'_>,
    whole: &Picture,
    on_first: f32,
    on_next: f32,
    body: &impl Fn(Look) -> Picture,
) -> Vec<Content> {
    let (above, below) = match whole.growth {
        Growth::Scrolls { head_px, foot_px } => (head_px, foot_px),
        Growth::Whole | Growth::Fits { .. } => (0.0, 0.0),
    };
    let end = match whole.growth {
        Growth::Scrolls { .. } => whole.content_height_px,
        Growth::Whole | Growth::Fits { .. } => whole.needed_px(),
    };
    let (held, lanes) = (uncut(&whole.scene, above), lane_ends(&whole.scene, above));
    let (mut strips, mut from) = (Vec::new(), 0.0_f32);
    while from < end - 0.5 && strips.len() < MOST_SHEETS {
        let room_px = if strips.is_empty() { on_first } else { on_next };
        let limit = from + room_px - above - below;
        let to = if limit >= end {
            end
        } else {
            lane_end(&lanes, from, limit).unwrap_or_else(|| line_between(&held, limit, from))
        };
        let height_px = above + below + to - from;
        let scene = match whole.growth {
            Growth::Scrolls { .. } => {
                let look = layout.room.look(height_px);
                let scroll_px = from;
                body(Look { scroll_px, ..look }).scene
            }
            Growth::Whole | Growth::Fits { .. } => strip(&whole.scene, from, height_px),
        };
        strips.push(Content {
            picture: Some(scene),
            foot: PagePart::default(),
        });
        from = to;
    }
    strips
}

/// A strip of a drawing, as a drawing of its own.
fn strip(scene: &Scene, from: f32, height_px: f32) -> Scene {
    let mut items = scene.items.clone();
    items.iter_mut().for_each(|item| shift(item, 0.0, -from));
    Scene {
        width_px: scene.width_px,
        height_px,
        items,
        hits: Vec::new(),
    }
}

/// Where lanes end, from `top` down.
fn lane_ends(scene: &Scene, top: f32) -> Vec<f32> {
    let lanes = scene.hits.iter().filter(|it| it.kind == HitKind::Lane);
    lanes.map(|it| it.y + it.height - top).collect()
}

/// The last lane that ends far enough down the sheet: some empty space is better than splitting a lane.
fn lane_end(lanes: &[f32], from: f32, limit: f32) -> Option<f32> {
    let least = from + (limit - from) * LEAST_SHARE;
    let fitting = lanes
        .iter()
        .copied()
        .filter(|it| *it > least && *it <= limit);
    fitting.reduce(f32::max)
}

/// The ranges of height with text and small boxes, from `top` down.
fn uncut(scene: &Scene, top: f32) -> Vec<(f32, f32)> {
    let bounds = scene.items.iter().filter_map(Item::bounds);
    let heights = bounds.map(|it| (it.top - top, it.bottom - top));
    heights
        .filter(|(from, to)| to - from > 2.0 && to - from <= UNCUT_PX)
        .collect()
}

/// The lowest line at or above `limit` that cuts through nothing; `limit` itself if there is none below `from`.
fn line_between(held: &[(f32, f32)], limit: f32, from: f32) -> f32 {
    let mut line = limit;
    while let Some((top, _)) = held
        .iter()
        .find(|(top, bottom)| *top < line && *bottom > line)
    {
        line = *top;
    }
    if line < from + LEAST_PX { limit } else { line }
}

/// Puts the foot below the last strip if it fits there, otherwise on sheets of its own.
fn add_foot(foot: &PagePart, strips: usize, on_next: f32, contents: &mut Vec<Content>) {
    let taken = contents
        .last()
        .and_then(|it| it.picture.as_ref())
        .map_or(0.0, |it| it.height_px);
    if strips > 1 && taken + foot.height <= on_next {
        if let Some(last) = contents.last_mut() {
            last.foot = foot.clone();
        }
        return;
    }
    add_sheets(foot, on_next, contents);
}

/// Adds the sources on sheets of their own if they stand apart.
fn add_sources(layout: &Layout<'_>, on_next: f32, contents: &mut Vec<Content>) {
    if !layout.apart().is_empty() {
        let part = foot::sources_apart(layout.room, layout.apart());
        add_sheets(&part, on_next, contents);
    }
}

/// Adds sheets with only a part of a foot.
fn add_sheets(foot: &PagePart, on_next: f32, contents: &mut Vec<Content>) {
    let held: Vec<(f32, f32)> = foot
        .items
        .iter()
        .filter_map(Item::bounds)
        .map(|it| (it.top, it.bottom))
        .collect();
    let mut from = 0.0;
    while from < foot.height - 0.5 && contents.len() < MOST_SHEETS {
        let to = line_between(&held, from + on_next, from).min(foot.height);
        let on_this = foot.items.iter().filter(|it| {
            it.bounds()
                .is_some_and(|it| it.top >= from - 0.5 && it.top < to - 0.5)
        });
        let mut items: Vec<Item> = on_this.cloned().collect();
        items.iter_mut().for_each(|item| shift(item, 0.0, -from));
        contents.push(Content {
            picture: None,
            foot: PagePart {
                items,
                height: to - from,
            },
        });
        from = to;
    }
}

fn sheet(layout: &Layout<'_>, head: &PagePart, content: Content, number: (usize, usize)) -> Sheet {
    let room = layout.room;
    let mut scene = room.empty(room.height_px);
    let mut y = room.edge_px;
    room.put(&mut scene, head.items.clone(), y);
    y += head.height;
    if let Some(picture) = content.picture {
        let height_px = picture.height_px;
        room.put_picture(&mut scene, picture, y);
        y += height_px;
    }
    room.put(&mut scene, content.foot.items, y);
    let last = layout.last_line(Some(number));
    let bottom = room.height_px - room.edge_px - last.height;
    room.put(&mut scene, last.items, bottom);
    Sheet {
        scene,
        logo: None,
        picture: None,
    }
}
