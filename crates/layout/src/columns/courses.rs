//! From columns, heights and tracks to corners.

use std::collections::BTreeMap;

use super::channels::Channel;
use super::forms::Forms;
use super::graph::{Course, Placed, Room, Spot};
use super::items::Items;
use super::nets::Net;
use super::ports::{Ports, Side};

type Point = (f32, f32);

/// What the corners are computed from.
pub(super) struct Found<'a> {
    pub(super) nets: &'a [Net],
    pub(super) items: &'a Items,
    pub(super) forms: &'a Forms,
    pub(super) y_px: &'a [f32],
    pub(super) ports: &'a Ports,
    pub(super) channels: &'a [Channel],
    pub(super) room: &'a Room,
}

impl Found<'_> {
    /// The finished layout for so many links.
    pub(super) fn placed(&self, links: usize) -> Placed {
        let mut courses = vec![Course::default(); links];
        for number in 0..self.nets.len() {
            self.trace(number, &mut courses);
        }
        let reach =
            |item: usize| self.y_px[item] + self.forms.reach_px(self.items, item, self.room).1;
        let lowest = (0..self.items.all.len()).map(reach).fold(0.0, f32::max);
        Placed {
            columns: self.forms.columns.clone(),
            spots: (0..self.items.of_entry.len())
                .map(|it| self.spot(it))
                .collect(),
            courses,
            height_px: lowest,
            crossings: self.channels.iter().map(|it| it.crossings).sum(),
        }
    }

    fn spot(&self, entry: usize) -> Spot {
        let Some(item) = self.items.of_entry[entry] else {
            return Spot::default();
        };
        let column = self.forms.columns[self.items.all[item].column];
        Spot {
            x_px: column.left_px + self.room.mark_px,
            y_px: self.y_px[item],
            form: self.forms.forms[entry],
        }
    }

    /// The courses of the links of a net.
    fn trace(&self, number: usize, courses: &mut [Course]) {
        let net = &self.nets[number];
        for (spoke, link) in &net.spokes {
            let mut corners = self.way(number, *spoke);
            if !net.hub_is_effect {
                corners.reverse();
            }
            let is_within = self.column_of(*spoke) == self.column_of(net.hub);
            courses[*link] = Course {
                corners,
                line: number,
                shares_end: net.hub_is_effect,
                leaves_right: !net.is_turned && !is_within,
                arrives_right: net.is_turned,
            };
        }
    }

    fn column_of(&self, entry: usize) -> usize {
        self.items.of_entry[entry].map_or(0, |it| self.items.all[it].column)
    }

    fn way(&self, number: usize, spoke: usize) -> Vec<Point> {
        let net = &self.nets[number];
        let (near, far) = (self.column_of(spoke), self.column_of(net.hub));
        let (Some(from), Some(to)) = (self.items.of_entry[spoke], self.items.of_entry[net.hub])
        else {
            return Vec::new();
        };
        if near == far {
            let heights = [from, to].map(|it| self.port(it, Side::Left, number));
            let left = self.forms.columns[near].left_px;
            let x = self.track_px(near, number);
            return tidy(vec![
                (left, heights[0]),
                (x, heights[0]),
                (x, heights[1]),
                (left, heights[1]),
            ]);
        }
        let (first, last, is_reversed) = if near < far {
            (from, to, false)
        } else {
            (to, from, true)
        };
        let (start, end) = (near.min(far), near.max(far));
        let mut y = self.port(first, Side::Right, number);
        let mut way = vec![(self.forms.columns[start].right_px, y)];
        for channel in start + 1..=end {
            let next = if channel == end {
                self.port(last, Side::Left, number)
            } else {
                self.items
                    .passing
                    .get(&(number, channel))
                    .map_or(y, |it| self.y_px[*it])
            };
            let x = self.track_px(channel, number);
            way.extend([(x, y), (x, next)]);
            y = next;
        }
        way.push((self.forms.columns[end].left_px, y));
        if is_reversed {
            way.reverse();
        }
        tidy(way)
    }

    fn port(&self, item: usize, side: Side, net: usize) -> f32 {
        self.ports.y_px(self.y_px, item, side, net)
    }

    /// Where a net turns in the channel left of a column; its middle if it does not turn there.
    fn track_px(&self, channel: usize, net: usize) -> f32 {
        let columns = &self.forms.columns;
        let left = channel
            .checked_sub(1)
            .map_or(0.0, |it| columns[it].right_px);
        let edges = (left, columns[channel].left_px);
        let place = self.items.joints[channel]
            .iter()
            .position(|it| it.net == net);
        let track = place.and_then(|it| self.channels[channel].tracks[it]);
        track.map_or(f32::midpoint(edges.0, edges.1), |it| {
            self.channels[channel].x_px(it, edges, self.room)
        })
    }
}

/// Without corners at which nothing turns.
fn tidy(way: Vec<Point>) -> Vec<Point> {
    let mut tidied: Vec<Point> = Vec::new();
    for point in way {
        if tidied.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = tidied.as_slice()
            && (((a.0 - b.0).abs() < 0.01 && (b.0 - point.0).abs() < 0.01)
                || ((a.1 - b.1).abs() < 0.01 && (b.1 - point.1).abs() < 0.01))
        {
            tidied.pop();
        }
        tidied.push(point);
    }
    tidied
}

/// Of each course the part that no other before it in `order` covers, so that a shared line is drawn once.
#[must_use]
pub fn own_parts(courses: &[Course], order: &[usize]) -> Vec<Vec<Point>> {
    let mut covered: BTreeMap<usize, Vec<(Point, Point)>> = BTreeMap::new();
    let mut own = vec![Vec::new(); courses.len()];
    for link in order {
        let course = &courses[*link];
        let mut way = course.corners.clone();
        if !course.shares_end {
            way.reverse();
        }
        let before = covered.entry(course.line).or_default();
        let mut part = until_covered(&way, before);
        before.extend(way.windows(2).map(|it| (it[0], it[1])));
        if !course.shares_end {
            part.reverse();
        }
        own[*link] = part;
    }
    own
}

/// The beginning of a way, up to where it meets what is covered.
fn until_covered(way: &[Point], covered: &[(Point, Point)]) -> Vec<Point> {
    let mut own: Vec<Point> = way.first().copied().into_iter().collect();
    for pair in way.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let meeting = covered.iter().filter_map(|it| meets((from, to), *it));
        let nearest = meeting.min_by(|a, b| distance(from, *a).total_cmp(&distance(from, *b)));
        match nearest {
            Some(point) => {
                own.push(point);
                break;
            }
            None => own.push(to),
        }
    }
    tidy(own)
}

/// The first point of a level or upright piece that lies on another one.
fn meets((from, to): (Point, Point), (a, b): (Point, Point)) -> Option<Point> {
    const NEAR: f32 = 0.05;
    let (low, high) = ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)));
    let (left, right) = (from.0.min(to.0).max(low.0), from.0.max(to.0).min(high.0));
    let (top, bottom) = (from.1.min(to.1).max(low.1), from.1.max(to.1).min(high.1));
    if left > right + NEAR || top > bottom + NEAR {
        return None;
    }
    let ends = [(left, top), (right, top), (left, bottom), (right, bottom)];
    ends.into_iter()
        .min_by(|p, q| distance(from, *p).total_cmp(&distance(from, *q)))
}

fn distance(a: Point, b: Point) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}
