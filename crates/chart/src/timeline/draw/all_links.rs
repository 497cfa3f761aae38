//! Many links at once: drawn as rails behind marks and text, which cut them.

use model::LinkId;
use scene::{Hit, Item, Path};

use super::fade::{LINK_SHARE, fade, faded};
use super::link_tag::{SELECTED_PX, halo, tag};
use super::obstacles::{Obstacles, Point};
use super::rails::{Form, Router};
use super::selection::{DrawnChain, LinkEnds};
use super::stops::{Kind, Stops};
use super::tracks::{Tracks, Way};
use crate::emphasis::{Emphasis, Ink, has};
use crate::links::{self, Bundle, Course, Emphasis as Weight, Family, Style, rounded};
use crate::marks::stroked;

/// Share of the ink of links behind the marks; with hundreds of them it falls to the least.
const SHARE: f32 = 0.78;
const LEAST_SHARE: f32 = 0.42;
/// From this many links on, the ink gets less, by a unit of share for so many.
const FULL_INK: usize = 60;
const PER_SHARE: f32 = 1000.0;
/// From this many links on, all lines are thin.
const THIN: usize = 120;
const THIN_PX: f32 = 0.9;
const CORNER_PX: f32 = 5.0;
/// Radius of the dot where a link starts on a band.
const DOT_PX: f32 = 2.1;
/// Half the width of a head.
const HEAD_HALF_PX: f32 = 4.0;
/// A sign needs a straight piece of a line of this length.
const SIGN_PX: f32 = 14.0;

/// A link with the corners of its course.
struct Rail<'a, 'b> {
    at: usize,
    bundle: &'a Bundle<'b>,
    style: Style,
    way: Way,
    points: Vec<Point>,
    starts_on_band: bool,
}

/// Everything that is needed to draw rails.
struct Web<'a, 'b> {
    ends: &'a LinkEnds<'b>,
    selected: Option<LinkId>,
    obstacles: Obstacles,
    share: f32,
}

/// Draws these links; what goes over the marks is drawn later.
pub(crate) fn draw(
    ends: &LinkEnds<'_>,
    bundles: &[Bundle<'_>],
    emphasis: &Emphasis,
    selected: Option<LinkId>,
    (items, hits): (&mut Vec<Item>, &mut Vec<Hit>),
) -> DrawnChain {
    let mut drawn = DrawnChain::default();
    let mut web = Web {
        ends,
        selected,
        obstacles: Obstacles::of(ends.frame, ends.marks, ends.buckets),
        share: share_of(bundles.len()),
    };
    let rails = web.rails(bundles, &mut drawn);
    for ink in [Ink::Faded, Ink::Plain, Ink::Full] {
        let of_ink = rails.iter().filter(|it| emphasis.of_link(it.at) == ink);
        web.draw(&of_ink.collect::<Vec<_>>(), ink, items, hits);
    }
    drawn.styles = rails.iter().map(|it| it.style).collect();
    drawn.tag = web.tag(&rails);
    drawn
}

fn share_of(links: usize) -> f32 {
    let more = links.saturating_sub(FULL_INK) as f32;
    (SHARE - more / PER_SHARE).max(LEAST_SHARE)
}

impl Web<'_, '_> {
    /// The courses of all links that can be drawn, the shortest first; the others are counted.
    fn rails<'c, 'd>(
        &mut self,
        bundles: &'c [Bundle<'d>],
        drawn: &mut DrawnChain,
    ) -> Vec<Rail<'c, 'd>> {
        let mut stops = Stops::new(self.ends);
        let stopped = stops.of(bundles);
        let (stubs, mut counts) = stops.rest();
        for stub in &stubs {
            self.obstacles.add(stub.area, None);
        }
        let frame = self.ends.frame;
        let plot = (frame.left_px, frame.width_px);
        let mut router = Router::new(&self.obstacles, plot, self.ends.as_of, bundles.len());
        let mut rails = Vec::new();
        for it in stopped {
            let bundle = &bundles[it.at];
            let style = self.style(bundle, bundles.len());
            let line = style.line_key();
            let claims = bundle.claims.len();
            let Some(points) = router.route(&it.from, &it.to, line) else {
                counts.hidden += if it.kind == Kind::ToEdge { 0 } else { claims };
                continue;
            };
            match it.kind {
                Kind::Whole => counts.whole += claims,
                Kind::ToCount => counts.to_counts += claims,
                Kind::ToEdge => {}
            }
            rails.push(Rail {
                at: it.at,
                bundle,
                style,
                way: Way {
                    from: (it.from.id, line),
                    to: (it.to.id, line),
                },
                points,
                starts_on_band: it.from.form == Form::Band,
            });
        }
        drawn.stubs = stubs;
        drawn.counts = counts;
        rails
    }

    fn style(&self, bundle: &Bundle<'_>, count: usize) -> Style {
        let workspace = self.ends.workspace;
        let mut style = Style::of(workspace, &bundle.claims, self.ends.palette, Weight::Normal);
        if count >= THIN {
            style.width_px = style.width_px.min(THIN_PX);
        }
        style
    }

    /// Draws links of the same ink; what they share is drawn once.
    fn draw(&self, rails: &[&Rail<'_, '_>], ink: Ink, items: &mut Vec<Item>, hits: &mut Vec<Hit>) {
        let palette = self.ends.palette;
        // The longest first: shorter ones join it.
        let mut rails = rails.to_vec();
        rails.sort_by(|a, b| {
            length(&b.points)
                .total_cmp(&length(&a.points))
                .then(a.at.cmp(&b.at))
        });
        let mut tracks = Tracks::default();
        for rail in rails {
            let course = rounded(&rail.points, CORNER_PX);
            let id = rail.bundle.claims.first().map_or(0, |link| link.id.0);
            items.push(Item::Group {
                id: format!("link-{id}"),
                title: rail.bundle.says(self.ends.workspace),
            });
            let mut style = rail.style;
            let (rest, is_whole) = if self.is_selected(rail) {
                style.width_px = style.width_px.max(SELECTED_PX);
                items.push(halo(&course, palette));
                (rail.points.clone(), true)
            } else {
                tracks.rest(&rail.points, rail.way)
            };
            if ink == Ink::Plain {
                style.color = faded(style.color, self.share, palette);
            }
            let first = items.len();
            self.draw_rest(rail, &rest, is_whole, &style, items);
            if ink == Ink::Faded {
                fade(&mut items[first..], LINK_SHARE, palette);
            }
            items.push(Item::Ungroup);
            hits.extend(links::hits(&course, &rail.bundle.hit_id()));
            tracks.take(&rail.points, rail.way);
        }
    }

    fn is_selected(&self, rail: &Rail<'_, '_>) -> bool {
        !self.ends.frame.is_page && self.selected.is_some_and(|id| has(rail.bundle, id))
    }

    /// Draws what other links do not draw of a link, as far as text and glyphs let it show.
    fn draw_rest(
        &self,
        rail: &Rail<'_, '_>,
        rest: &[Point],
        is_whole: bool,
        style: &Style,
        items: &mut Vec<Item>,
    ) {
        let mut course = rounded(rest, CORNER_PX);
        if is_whole {
            course = course.cut_end(links::head_length(style));
        }
        let ends = [rail.bundle.cause.0, rail.bundle.effect.0];
        let visible = self.obstacles.visible(&course.points(), ends);
        for part in &visible {
            items.extend(links::strokes(&Path::line(part), style));
        }
        if rail.starts_on_band && rest.first() == rail.points.first() {
            let (x, y) = rail.points[0];
            let dot = Path::circle(x, y, DOT_PX);
            let fill = scene::Paint::Solid(style.color);
            items.push(stroked(
                dot,
                fill,
                style.background,
                0.8,
                scene::Dash::Solid,
            ));
        }
        let whole = rounded(&rail.points, CORNER_PX);
        if is_whole && self.is_head_clear(&whole, style, ends) {
            items.extend(links::head_of(&whole, style));
        }
        if let Some(piece) = self.sign_piece(&visible, style) {
            items.extend(links::signs_along(&piece, style));
        }
    }

    /// Whether the head of a link would meet no text and no foreign glyph.
    fn is_head_clear(&self, course: &Course, style: &Style, ends: [i64; 2]) -> bool {
        let ((x, y), (dx, dy)) = (course.end(), course.arrival());
        let long_px = links::head_length(style);
        let (from_x, from_y) = (x - dx * long_px, y - dy * long_px);
        let (wide, high) = (dy.abs() * HEAD_HALF_PX, dx.abs() * HEAD_HALF_PX);
        let area = (
            x.min(from_x) - wide,
            y.min(from_y) - high,
            x.max(from_x) + wide,
            y.max(from_y) + high,
        );
        self.obstacles.is_clear_for(area, ends)
    }

    /// A straight visible piece of a line with room for its signs; `None` if there is none.
    fn sign_piece(&self, visible: &[Vec<Point>], style: &Style) -> Option<Course> {
        let pieces = visible.iter().flat_map(|it| it.windows(2));
        let mut pieces: Vec<&[Point]> = pieces.filter(|it| length(it) >= SIGN_PX).collect();
        if style.family != Family::Enables {
            pieces.sort_by(|a, b| length(b).total_cmp(&length(a)));
        }
        let clear = |it: &&&[Point]| {
            let (x, y) = (
                f32::midpoint(it[0].0, it[1].0),
                f32::midpoint(it[0].1, it[1].1),
            );
            self.obstacles
                .is_clear((x - 5.0, y - 5.0, x + 5.0, y + 5.0))
        };
        let piece = pieces.iter().find(clear)?;
        Some(rounded(piece, 0.0))
    }

    /// The words of the selected link.
    fn tag(&self, rails: &[Rail<'_, '_>]) -> Vec<Item> {
        let Some(rail) = rails.iter().find(|it| self.is_selected(it)) else {
            return Vec::new();
        };
        let frame = self.ends.frame;
        let within = (frame.left_px, frame.top_px, frame.width_px, frame.bottom_px);
        let course = rounded(&rail.points, CORNER_PX);
        let words = rail.bundle.words(self.ends.workspace);
        tag(&course, &words, &self.obstacles, within, self.ends.palette)
    }
}

/// Length of a line with level and upright pieces.
fn length(points: &[Point]) -> f32 {
    let pairs = points.windows(2);
    pairs
        .map(|it| (it[0].0 - it[1].0).hypot(it[0].1 - it[1].1))
        .sum()
}
