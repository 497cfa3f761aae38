//! Words about links: their type beside cards, and what the selected one claims, where no text and no line lies.

use layout::flow::Form;
use model::Workspace;
use scene::{Anchor, Face, Item, Palette, text};

use super::entries::LETTER_PX;
use super::fade::{ENTRY_SHARE, fade};
use super::painting::Painting;
use super::wires::{corners, is_selected};
use crate::emphasis::{Emphasis, Ink};
use crate::links::Point;
use crate::marks::block;

/// Words beside links.
const WORDS_PX: f32 = LETTER_PX * 11.0 / 12.0;
const ROOM_PX: f32 = 9.5 * LETTER_PX;
/// From a line to its words, and from a card to the baseline.
const ASIDE_PX: f32 = 6.0;
const BELOW_PX: f32 = 17.0;
const ABOVE_PX: f32 = 11.0;
/// The tag of the selected link.
const TAG_HEIGHT_PX: f32 = 1.5 * LETTER_PX;
const TAG_PAD_PX: f32 = 7.0;
/// Kept free around text.
const CLEAR_PX: f32 = 2.0;

/// A rectangle: left, top, right, bottom.
type Box4 = (f32, f32, f32, f32);

fn meet(a: Box4, b: Box4) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

/// The words of links beside cards: at the cause of those that share a line into their effect, else at the effect.
pub(super) fn draw_words(
    workspace: &Workspace,
    painting: &mut Painting<'_>,
    emphasis: &Emphasis,
    palette: &Palette,
) {
    let spots = &painting.view.plan.spots;
    if !spots.iter().flatten().any(|it| it.form == Form::Card) {
        return;
    }
    let courses: Vec<(usize, Vec<Point>)> = (0..painting.prepared.bundles.len())
        .filter_map(|at| Some((at, corners(painting, at)?)))
        .collect();
    let mut taken: Vec<Box4> = courses.iter().flat_map(|it| lines(&it.1)).collect();
    taken.extend(cards(painting));
    for (at, points) in &courses {
        let words = painting.prepared.bundles[*at].words(workspace);
        let words = text::shorten(&words, WORDS_PX, Face::Regular, ROOM_PX);
        let width = text::width(&words, WORDS_PX, Face::Regular);
        let Some((left, baseline)) = place(points, width, &taken) else {
            continue;
        };
        let color = palette.text_secondary;
        let mut label = vec![text::text(
            &words,
            left,
            baseline,
            Anchor::Start,
            WORDS_PX,
            Face::Regular,
            color,
        )];
        if emphasis.of_link(*at) == Ink::Faded {
            fade(&mut label, ENTRY_SHARE, palette.surface_canvas);
        }
        painting.items.append(&mut label);
        taken.push(word_box(left, baseline, width));
    }
}

fn word_box(left: f32, baseline: f32, width: f32) -> Box4 {
    (
        left - CLEAR_PX,
        baseline - text::cap_height(WORDS_PX) - CLEAR_PX,
        left + width + CLEAR_PX,
        baseline + text::descent(WORDS_PX),
    )
}

/// The first free place for words beside the ends of a link.
fn place(points: &[Point], width: f32, taken: &[Box4]) -> Option<(f32, f32)> {
    let (first, last) = (points[0], points[points.len() - 1]);
    let before = points[points.len() - 2];
    let places = if (before.1 - last.1).abs() < 0.5 {
        // It arrives from the side: words stand on the line.
        let (near_last, near_first) = if before.0 < last.0 {
            (last.0 - ASIDE_PX - width, first.0 + ASIDE_PX)
        } else {
            (last.0 + ASIDE_PX, first.0 - ASIDE_PX - width)
        };
        let above = |x: f32, y: f32| (x, y - ASIDE_PX);
        let below = |x: f32, y: f32| (x, y + ABOVE_PX + ASIDE_PX);
        [
            above(near_last, last.1),
            above(near_first, first.1),
            below(near_last, last.1),
            below(near_first, first.1),
        ]
    } else {
        let (near_first, near_last) = if first.1 < last.1 {
            (first.1 + BELOW_PX, last.1 - ABOVE_PX)
        } else {
            (first.1 - ABOVE_PX, last.1 + BELOW_PX)
        };
        [
            (last.0 + ASIDE_PX, near_last),
            (first.0 + ASIDE_PX, near_first),
            (last.0 - ASIDE_PX - width, near_last),
            (first.0 - ASIDE_PX - width, near_first),
        ]
    };
    places.into_iter().find(|(left, baseline)| {
        let own = word_box(*left, *baseline, width);
        !taken.iter().any(|it| meet(*it, own))
    })
}

/// Boxes around the segments of a line.
fn lines(points: &[Point]) -> Vec<Box4> {
    let around = |pair: &[Point]| {
        let (a, b) = (pair[0], pair[1]);
        (
            a.0.min(b.0) - CLEAR_PX,
            a.1.min(b.1) - CLEAR_PX,
            a.0.max(b.0) + CLEAR_PX,
            a.1.max(b.1) + CLEAR_PX,
        )
    };
    points.windows(2).map(around).collect()
}

fn cards(painting: &Painting<'_>) -> Vec<Box4> {
    let spots = painting.view.plan.spots.iter().flatten();
    spots
        .map(|it| {
            (
                it.area.x * LETTER_PX,
                it.area.y * LETTER_PX,
                (it.area.x + it.area.width) * LETTER_PX,
                (it.area.y + it.area.height) * LETTER_PX,
            )
        })
        .collect()
}

/// The black tag of the selected link, and the title of the selected entry if it is a mark alone.
pub(super) fn draw_tags(workspace: &Workspace, painting: &mut Painting<'_>, palette: &Palette) {
    if painting.spec.look.is_page {
        return;
    }
    let selected = (0..painting.prepared.bundles.len()).find(|at| is_selected(painting, *at));
    if let Some(at) = selected
        && let Some(points) = corners(painting, at)
    {
        let words = painting.prepared.bundles[at].says(workspace);
        tag(painting, &words, &beside(&points), palette);
    }
    let entries = painting.prepared.entries.iter();
    let found = entries
        .zip(&painting.view.plan.spots)
        .find(|it| painting.spec.selected == Some(it.0.event.id));
    if let Some((entry, Some(spot))) = found
        && spot.form == Form::Mark
    {
        let (x, y) = (spot.mark.0 * LETTER_PX, spot.mark.1 * LETTER_PX);
        let places = [(x, y - 26.0), (x, y + 26.0), (x, y - 46.0), (x, y + 46.0)];
        tag(painting, &entry.event.title, &places, palette);
    }
}

/// Places for a tag along a line: beside the middle of each segment, the longest first.
fn beside(points: &[Point]) -> Vec<Point> {
    let mut pairs: Vec<(Point, Point)> = points.windows(2).map(|it| (it[0], it[1])).collect();
    let length = |it: &(Point, Point)| (it.0.0 - it.1.0).abs() + (it.0.1 - it.1.1).abs();
    pairs.sort_by(|a, b| length(b).total_cmp(&length(a)));
    let mut places = Vec::new();
    for (a, b) in pairs {
        for share in [0.5, 0.25, 0.75] {
            let (x, y) = (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share);
            for far in [18.0, -18.0, 34.0, -34.0] {
                places.push((x, y + far));
            }
            places.push((x, y));
        }
    }
    places
}

/// Draws a tag at the first place where it hides no text, else at the first of all.
fn tag(painting: &mut Painting<'_>, words: &str, places: &[Point], palette: &Palette) {
    let width = text::width(words, LETTER_PX, Face::Medium) + 2.0 * TAG_PAD_PX;
    let texts = texts(&painting.items);
    let most = painting.view.size_px.0 / painting.view.scale;
    let around = |(x, y): Point| {
        let left = (x - width / 2.0).min(most - width).max(0.0);
        (
            left,
            y - TAG_HEIGHT_PX / 2.0,
            left + width,
            y + TAG_HEIGHT_PX / 2.0,
        )
    };
    let mut boxes = places.iter().map(|it| around(*it));
    let free = boxes.find(|it| !texts.iter().any(|other| meet(*other, *it)));
    let Some((left, top, right, bottom)) = free.or_else(|| places.first().map(|it| around(*it)))
    else {
        return;
    };
    let items = &mut painting.items;
    items.push(block(left, top, right - left, bottom - top, palette.accent));
    items.push(text::text(
        words,
        f32::midpoint(left, right),
        f32::midpoint(top, bottom) + text::cap_height(LETTER_PX) / 2.0,
        Anchor::Middle,
        LETTER_PX,
        Face::Medium,
        palette.text_inverse,
    ));
}

/// Where text stands.
fn texts(items: &[Item]) -> Vec<Box4> {
    let texts = items.iter().filter(|it| matches!(it, Item::Text { .. }));
    texts
        .filter_map(Item::bounds)
        .map(|it| (it.left, it.top, it.right, it.bottom))
        .collect()
}
