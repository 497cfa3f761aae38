//! The links of the map: each line once, heads at the effects, signs at the causes.

use model::{LinkId, Workspace};
use scene::{Dash, Item, Paint, Palette, Stroke};

use super::entries::LETTER_PX;
use super::fade::{LINK_SHARE, fade};
use super::painting::Painting;
use super::shared::Taken;
use crate::emphasis::{Emphasis, Ink, has};
use crate::links::{Course, Point, Style, hits, rounded, shared_arrow};
use crate::marks::rule;
use crate::spec::Flow;

const CORNER_PX: f32 = 6.0;
/// Between a mark and the line that leaves it or the head that reaches it.
const CLEAR_PX: f32 = 2.0;
/// Ports further left of a mark than this are joined to it.
const FAR_PX: f32 = 12.0;
/// Halo of the selected link, and its line.
const HALO_PX: f32 = 6.0;
const SELECTED_PX: f32 = 2.2;

/// The course of a link in the picture before scaling, from mark to mark; `None` if it is not drawn.
pub(super) fn corners(painting: &Painting<'_>, at: usize) -> Option<Vec<Point>> {
    let course = &painting.view.plan.courses[at];
    if course.len() < 2 {
        return None;
    }
    let mut points: Vec<Point> = course
        .iter()
        .map(|it| (it.0 * LETTER_PX, it.1 * LETTER_PX))
        .collect();
    let link = &painting.prepared.for_layout.1[at];
    let last = points.len() - 1;
    match painting.spec.flow {
        Flow::Down => {
            let leaves_below = points[1].1 > points[0].1;
            let enters_above = points[last - 1].1 < points[last].1;
            points[0].1 = edge_px(painting.mark_span(link.from), leaves_below);
            points[last].1 = edge_px(painting.mark_span(link.to), !enters_above);
        }
        Flow::Right => {
            let leaves_right = points[1].0 > points[0].0;
            let enters_left = points[last - 1].0 < points[last].0;
            points[0].0 = edge_px(painting.side_span(link.from), leaves_right);
            points[last].0 = edge_px(painting.side_span(link.to), !enters_left);
        }
    }
    Some(points)
}

/// The upper or the lower edge of what a link leaves or reaches, with a little air.
fn edge_px((upper, lower): (f32, f32), is_lower: bool) -> f32 {
    if is_lower {
        lower + CLEAR_PX
    } else {
        upper - CLEAR_PX
    }
}

/// Draws all links: what is faded first, what stands out last.
pub(super) fn draw(
    workspace: &Workspace,
    painting: &mut Painting<'_>,
    emphasis: &Emphasis,
    palette: &Palette,
) {
    let mut courses: Vec<(usize, Vec<Point>)> = (0..painting.prepared.bundles.len())
        .filter_map(|at| Some((at, corners(painting, at)?)))
        .collect();
    draw_bars(painting, &courses, palette);
    // The longest first: shorter ones join it.
    courses.sort_by(|a, b| length(&b.1).total_cmp(&length(&a.1)).then(a.0.cmp(&b.0)));
    for ink in [Ink::Faded, Ink::Plain, Ink::Full] {
        let mut taken: std::collections::BTreeMap<u32, Taken> = std::collections::BTreeMap::new();
        for (at, points) in courses.iter().filter(|it| emphasis.of_link(it.0) == ink) {
            let style = painting.prepared.for_layout.1[*at].style;
            let rest = taken.entry(style).or_default().rest_of(points, CORNER_PX);
            draw_one(workspace, painting, (*at, points, &rest), ink, palette);
        }
    }
}

fn draw_one(
    workspace: &Workspace,
    painting: &mut Painting<'_>,
    (at, points, rest): (usize, &[Point], &[Vec<Point>]),
    ink: Ink,
    palette: &Palette,
) {
    let bundle = &painting.prepared.bundles[at];
    let mut style = painting.prepared.styles[at];
    let is_selected = is_selected(painting, at);
    let course = rounded(points, CORNER_PX);
    let id = bundle.hit_id();
    let mut items = Vec::new();
    let mut lines: Vec<Course> = rest.iter().map(|it| rounded(it, CORNER_PX)).collect();
    if is_selected {
        items.push(halo(&course, palette));
        style.width_px = style.width_px.max(SELECTED_PX);
        lines = vec![course.clone()];
    } else if painting.is_of_selected(at) {
        style.width_px += 0.4;
        lines = vec![course.clone()];
    }
    items.extend(shared_arrow(&course, &lines, &style));
    if ink == Ink::Faded {
        fade(&mut items, LINK_SHARE, palette.surface_canvas);
    }
    let group = Item::Group {
        id: format!("link-{}", id.replace(' ', "-")),
        title: bundle.says(workspace),
    };
    painting.items.push(group);
    painting.items.extend(items);
    painting.items.push(Item::Ungroup);
    painting.hits.extend(hits(&course, &id));
}

/// Joins ports that are far from their mark to it, so that no line begins in the air.
fn draw_bars(painting: &mut Painting<'_>, courses: &[(usize, Vec<Point>)], palette: &Palette) {
    let flow = painting.spec.flow;
    let mut reach: std::collections::BTreeMap<(usize, bool), Point> =
        std::collections::BTreeMap::new();
    for (at, points) in courses {
        let link = &painting.prepared.for_layout.1[*at];
        let (first, last) = (points[0], points[points.len() - 1]);
        let is_forward = match flow {
            Flow::Down => first.1 < last.1,
            Flow::Right => first.0 < last.0,
        };
        for (entry, point, is_after) in
            [(link.from, first, is_forward), (link.to, last, !is_forward)]
        {
            let it = reach.entry((entry, is_after)).or_insert(point);
            *it = match flow {
                Flow::Down => (it.0.min(point.0), it.1),
                Flow::Right => (it.0, it.1.min(point.1)),
            };
        }
    }
    for ((entry, _), (x, y)) in reach {
        let Some(spot) = &painting.view.plan.spots[entry] else {
            continue;
        };
        let mark = (spot.mark.0 * LETTER_PX, spot.mark.1 * LETTER_PX);
        let (to, far_px) = match flow {
            Flow::Down => ((mark.0, y), mark.0 - x),
            Flow::Right => ((x, mark.1), mark.1 - y),
        };
        if far_px > FAR_PX {
            let color = palette.line_strong;
            painting.items.push(rule((x, y), to, color, 1.0));
        }
    }
}

/// Whether it is the link that is selected.
pub(super) fn is_selected(painting: &Painting<'_>, at: usize) -> bool {
    let is_this = |id: LinkId| has(&painting.prepared.bundles[at], id);
    !painting.spec.look.is_page && painting.spec.selected_link.is_some_and(is_this)
}

fn halo(course: &Course, palette: &Palette) -> Item {
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

fn length(points: &[Point]) -> f32 {
    points
        .windows(2)
        .map(|it| (it[0].0 - it[1].0).abs() + (it[0].1 - it[1].1).abs())
        .sum()
}

/// The styles of the links that are drawn, for the legend.
pub(super) fn drawn_styles(painting: &Painting<'_>) -> Vec<Style> {
    let plan = &painting.view.plan;
    let drawn = painting.prepared.styles.iter().zip(&plan.courses);
    drawn.filter(|it| it.1.len() > 1).map(|it| *it.0).collect()
}
