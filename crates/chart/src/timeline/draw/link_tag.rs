//! The words of the selected link, on a dark ground beside its line.

use scene::{Anchor, Dash, Face, Item, Paint, Palette, Stroke, text};

use super::obstacles::{Obstacles, Point};
use super::stub::Area;
use crate::links::Course;
use crate::marks::MICRO_PX;

/// Width of the selected link and of the halo around it.
pub(crate) const SELECTED_PX: f32 = 2.2;
const HALO_PX: f32 = 6.0;
/// Padding left and right of the words.
const PAD_PX: f32 = 4.0;
const HEIGHT_PX: f32 = 14.0;
/// Between the places that are tried along a line.
const STEP_PX: f32 = 6.0;

/// The halo of the selected link, in the color of the keyboard focus.
pub(crate) fn halo(course: &Course, palette: &Palette) -> Item {
    Item::Path {
        path: course.path(),
        fill: Paint::None,
        stroke: Some(Stroke {
            paint: Paint::Solid(palette.focus.with_alpha(90)),
            width: HALO_PX,
            dash: Dash::Solid,
        }),
    }
}

/// The words of a link beside its course; nothing if there is no place for them without text or glyphs within these
/// bounds.
pub(crate) fn tag(
    course: &Course,
    words: &str,
    obstacles: &Obstacles,
    within: Area,
    palette: &Palette,
) -> Vec<Item> {
    let width = text::width(words, MICRO_PX, Face::SemiBold) + 2.0 * PAD_PX;
    let around = |(x, y): Point| {
        let top = y - HEIGHT_PX * 0.5;
        let area = |left: f32| (left, top, left + width, top + HEIGHT_PX);
        [area(x - width * 0.5), area(x + 5.0), area(x - 5.0 - width)]
    };
    let fits = |it: &Area| {
        let inside = it.0 >= within.0 && it.1 >= within.1 && it.2 <= within.2 && it.3 <= within.3;
        inside && obstacles.is_clear(*it)
    };
    let points = course.points();
    let found = from_middle(&points).find_map(|it| around(it).into_iter().find(fits));
    found.map_or_else(Vec::new, |area| drawn(area, words, palette))
}

fn drawn((left, top, right, bottom): Area, words: &str, palette: &Palette) -> Vec<Item> {
    let ground = Item::Rect {
        x: left,
        y: top,
        width: right - left,
        height: bottom - top,
        radius: 2.0,
        fill: Paint::Solid(palette.accent),
        stroke: None,
    };
    let baseline = (top + bottom + text::cap_height(MICRO_PX)) * 0.5;
    let (face, color) = (Face::SemiBold, palette.text_inverse);
    let words = text::text(
        words,
        left + PAD_PX,
        baseline,
        Anchor::Start,
        MICRO_PX,
        face,
        color,
    );
    vec![ground, words]
}

/// Points along a line, from its middle outward.
fn from_middle(points: &[Point]) -> impl Iterator<Item = Point> + use<> {
    let mut along: Vec<Point> = Vec::new();
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let steps = ((to.0 - from.0).hypot(to.1 - from.1) / STEP_PX)
            .ceil()
            .max(1.0);
        let at = |step: u16| {
            let share = f32::from(step) / steps;
            (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            )
        };
        along.extend((0..steps as u16).map(at));
    }
    let middle = along.len() / 2;
    let (before, after) = (along[..middle].to_vec(), along[middle..].to_vec());
    let mut before = before.into_iter().rev();
    after
        .into_iter()
        .flat_map(move |it| [Some(it), before.next()])
        .flatten()
}
