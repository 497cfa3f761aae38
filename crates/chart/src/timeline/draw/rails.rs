//! Rails: level and upright lines from causes to effects. A link runs down or up at the date of its cause and across in the
//! row of its effect; between entries of one day it runs left of them, the shortest nearest.
//!
//! Each link takes the cheapest of a few dozen courses: what text and glyphs would hide of it costs most, then what would
//! run on the line of another link, then bends and length. Links of one style into one entry share their way.

use std::collections::BTreeMap;

use super::obstacles::{Obstacles, Point};
use super::tracks::{Tracks, Way};

/// From the marks to the first rail left of them, and between rails.
const FIRST_PX: f32 = 15.0;
const STEP_PX: f32 = 7.0;
/// How many rails are tried side by side, and the same where there are many links.
const MOST: u8 = 12;
const FEW: u8 = 6;
const MANY_LINKS: usize = 150;
/// What a pixel between the start of an effect and where its link leaves a band costs.
const LATE: f32 = 0.06;
/// Between a mark and a line that leaves it or the head that reaches it.
const CLEAR_PX: f32 = 2.0;
/// Room for a head between a rail and the mark that it leads to.
const HEAD_PX: f32 = 10.0;
/// From the middle of a row to the gap beside it, where no text is.
const GAP_PX: f32 = 8.0;
/// Lines into one mark in different styles are this far apart, and at most this many.
const FAN_PX: f32 = 3.5;
const FANS: [f32; 3] = [0.0, -FAN_PX, FAN_PX];

/// The form of what a rail starts or ends at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Glyph,
    /// What lasts: links start anywhere on it.
    Band,
    /// A count or the text at the edge.
    Box,
}

/// What a rail starts or ends at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stop {
    /// The entry; below zero for counts.
    pub(crate) id: i64,
    pub(crate) form: Form,
    /// Its ends; for a cause that lasts up to where it acts.
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// Its middle line.
    pub(crate) y: f32,
    pub(crate) half_px: f32,
}

impl Stop {
    fn middle(&self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

/// A course under consideration.
struct Candidate {
    points: Vec<Point>,
    /// The number of its rail, from the mark outward.
    track: u8,
}

/// Finds courses one link after the other.
pub(crate) struct Router<'a> {
    obstacles: &'a Obstacles,
    tracks: Tracks,
    /// Styles by effect, in order of arrival.
    styles: BTreeMap<i64, Vec<u32>>,
    /// Left and right edge of the plot.
    plot: (f32, f32),
    most: u8,
}

impl<'a> Router<'a> {
    /// A router for this many links; no link runs on the as-of line.
    pub(crate) fn new(
        obstacles: &'a Obstacles,
        plot: (f32, f32),
        as_of: Option<f32>,
        links: usize,
    ) -> Self {
        let mut tracks = Tracks::default();
        if let Some(x) = as_of {
            tracks.take(&[(x, -1.0e5), (x, 1.0e5)], Way::none());
        }
        Self {
            obstacles,
            tracks,
            styles: BTreeMap::new(),
            plot,
            most: if links > MANY_LINKS { FEW } else { MOST },
        }
    }

    /// The corners of a link in this style; `None` if there is no room in the plot.
    pub(crate) fn route(&mut self, from: &Stop, to: &Stop, style: u32) -> Option<Vec<Point>> {
        let way = Way {
            from: (from.id, style),
            to: (to.id, style),
        };
        let fan = self.fan(to, style);
        let mut best: Option<(f32, Vec<Point>)> = None;
        for it in self.candidates(from, to, fan) {
            let cost = self.cost(&it, from, to, way);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, it.points));
            }
        }
        let (_, points) = best?;
        self.tracks.take(&points, way);
        Some(points)
    }

    /// How far from the middle of its effect a style arrives.
    fn fan(&mut self, to: &Stop, style: u32) -> f32 {
        let styles = self.styles.entry(to.id).or_default();
        let at = styles.iter().position(|it| *it == style);
        let at = at.unwrap_or_else(|| {
            styles.push(style);
            styles.len() - 1
        });
        FANS[at.min(FANS.len() - 1)] * (to.half_px / FAN_PX).min(1.0)
    }

    fn cost(&self, it: &Candidate, from: &Stop, to: &Stop, way: Way) -> f32 {
        let ends = [from.id, to.id];
        let mut cost = f32::from(it.track) + it.points.len() as f32 * 4.0;
        for pair in it.points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let length = (a.0 - b.0).abs() + (a.1 - b.1).abs();
            cost += length * 0.03 + 2.5 * self.obstacles.hidden_px(a, b, ends);
            cost += 2.5 * self.tracks.conflict_px(a, b, way);
        }
        if from.form == Form::Band {
            // It acts when the effect begins; and the dot where it starts is to be seen.
            let (x, y) = it.points[0];
            cost += LATE * (x - to.left).abs();
            cost += 8.0 * self.obstacles.hidden_px((x - 2.5, y), (x + 2.5, y), ends);
        }
        cost
    }

    fn candidates(&self, from: &Stop, to: &Stop, fan: f32) -> Vec<Candidate> {
        let mut found = Vec::new();
        for (x, track) in self.rails(from, to) {
            for arrival in arrivals(from, to, x, fan) {
                for start in starts(from, x, arrival[0].1) {
                    let mut points = start;
                    points.extend(&arrival);
                    points.dedup();
                    let inside =
                        |it: &Point| it.0 >= self.plot.0 + 2.0 && it.0 <= self.plot.1 - 2.0;
                    if points.len() > 1 && points.iter().all(inside) && !turns_back(&points) {
                        found.push(Candidate { points, track });
                    }
                }
            }
        }
        found
    }

    /// Where the upright part may run, with the numbers of the rails.
    fn rails(&self, from: &Stop, to: &Stop) -> Vec<(f32, u8)> {
        let mut rails = Vec::new();
        let beside = |x: f32, rails: &mut Vec<(f32, u8)>| {
            rails.extend((0..self.most).map(|n| (x - FIRST_PX - STEP_PX * f32::from(n), n)));
        };
        match from.form {
            Form::Glyph => {
                let (middle, aside) = (from.middle(), (from.half_px - 1.0).clamp(2.0, 4.0));
                rails.extend([(middle, 0), (middle - aside, 1), (middle + aside, 1)]);
                beside(from.left.min(to.left), &mut rails);
            }
            Form::Band => {
                beside(to.left.min(from.right + FIRST_PX), &mut rails);
                beside(from.left.min(to.left), &mut rails);
            }
            Form::Box => {
                beside(to.left, &mut rails);
                beside(from.left.min(to.left), &mut rails);
            }
        }
        rails
    }
}

/// The ways from an upright line at `x` to an effect; the first point is on that line.
fn arrivals(from: &Stop, to: &Stop, x: f32, fan: f32) -> Vec<Vec<Point>> {
    let mut found = Vec::new();
    let end = (to.left - CLEAR_PX, to.y + fan);
    let turn = to.left - CLEAR_PX - HEAD_PX;
    if x <= turn && ((from.y - end.1).abs() > 5.0 || from.form == Form::Box) {
        found.push(vec![(x, end.1), end]);
    }
    let sides = if (from.y - to.y).abs() < 1.0 {
        vec![-1.0, 1.0]
    } else {
        vec![(from.y - to.y).signum()]
    };
    for side in sides {
        let gap = to.y + side * GAP_PX;
        if x <= turn {
            found.push(vec![(x, gap), (turn, gap), (turn, end.1), end]);
        }
        if to.form == Form::Glyph {
            let (turn, end) = (to.right + CLEAR_PX + HEAD_PX, to.right + CLEAR_PX);
            found.push(vec![(x, gap), (turn, gap), (turn, to.y), (end, to.y)]);
        }
        if to.form == Form::Band && (to.left + 4.0..to.right - 4.0).contains(&x) {
            found.push(vec![(x, to.y + side * (to.half_px + 1.0))]);
        }
    }
    found
}

/// The ways from a cause to an upright line at `x` that runs toward `y`, without the end of that line.
fn starts(from: &Stop, x: f32, y: f32) -> Vec<Vec<Point>> {
    let side = if y < from.y { -1.0 } else { 1.0 };
    let level = |start: f32, aside: f32| vec![(start, from.y + aside), (x, from.y + aside)];
    match from.form {
        Form::Band if x >= from.left + 3.0 && x <= from.right => vec![vec![(x, from.y)]],
        Form::Glyph if (x - from.middle()).abs() < from.half_px => {
            vec![vec![(x, from.y + side * (from.half_px + CLEAR_PX))]]
        }
        Form::Glyph if x < from.left => {
            let aside = side * (from.half_px * 0.5).min(FAN_PX);
            let (out, gap) = (from.y + side * from.half_px, from.y + side * GAP_PX);
            let middle = from.middle();
            vec![
                level(from.left - CLEAR_PX, aside),
                vec![(middle, out), (middle, gap), (x, gap)],
            ]
        }
        Form::Box if x > from.right => vec![level(from.right + CLEAR_PX, 0.0)],
        Form::Box | Form::Band if x < from.left => vec![level(from.left - CLEAR_PX, 0.0)],
        _ => Vec::new(),
    }
}

/// Whether a line runs back over itself.
fn turns_back(points: &[Point]) -> bool {
    points.windows(3).any(|it| {
        let (dx, dy) = (it[1].0 - it[0].0, it[1].1 - it[0].1);
        let (ex, ey) = (it[2].0 - it[1].0, it[2].1 - it[1].1);
        dx * ex + dy * ey < -0.01
    })
}
