//! The upright pieces of lines between columns, side by side so that few cross.

use super::graph::Room;
use super::items::{Items, Joint};
use super::ports::{Ports, Side};

/// Right of the text of the column before.
const AIR_PX: f32 = 5.0;
/// Left of the marks, for the heads of links.
const HEADS_PX: f32 = 12.0;
/// Lines that differ by less than this in height are one straight line.
pub(super) const STRAIGHT_PX: f32 = 0.6;
/// Two level pieces closer than this could be taken for one.
const NEAR_PX: f32 = 2.5;
/// What it costs if they overlap, in crossings.
const OVERLAP: usize = 4;
/// Rounds in which single lines are moved.
const ROUNDS: usize = 12;

/// The tracks of the channel left of a column.
#[derive(Debug, Clone, Default)]
pub(super) struct Channel {
    /// The track of each joint, from the left; `None` for a straight line.
    pub(super) tracks: Vec<Option<usize>>,
    /// How many tracks there are.
    pub(super) count: usize,
    /// The width that they need.
    pub(super) width_px: f32,
    /// How often lines cross in it.
    pub(super) crossings: usize,
}

impl Channel {
    /// Where a track runs in a channel between these two edges.
    pub(super) fn x_px(&self, track: usize, (left, right): (f32, f32), room: &Room) -> f32 {
        let last = number(self.count.saturating_sub(1));
        let free = (right - left - AIR_PX - HEADS_PX).max(0.0);
        let lane = room.lane_px.min(free / last.max(1.0));
        right - HEADS_PX - lane * (last - number(track))
    }
}

/// The heights at which a net enters and leaves a channel.
struct Net2 {
    left: Vec<f32>,
    right: Vec<f32>,
    top: f32,
    bottom: f32,
}

impl Net2 {
    fn is_straight(&self) -> bool {
        self.left.len() == 1 && self.bottom - self.top < STRAIGHT_PX
    }

    /// How many of these level pieces run through its upright one.
    fn crossed(&self, levels: &[f32]) -> usize {
        levels
            .iter()
            .filter(|it| **it > self.top + 0.1 && **it < self.bottom - 0.1)
            .count()
    }
}

/// The channel left of each column.
pub(super) fn channels(items: &Items, y_px: &[f32], ports: &Ports, room: &Room) -> Vec<Channel> {
    let at = |(column, joints): (usize, &Vec<Joint>)| {
        let nets: Vec<Net2> = joints.iter().map(|it| levels(it, y_px, ports)).collect();
        channel(&nets, column > 0, room)
    };
    items.joints.iter().enumerate().map(at).collect()
}

fn levels(joint: &Joint, y_px: &[f32], ports: &Ports) -> Net2 {
    let left: Vec<f32> = joint
        .left
        .iter()
        .map(|it| ports.y_px(y_px, it.item, Side::Right, joint.net))
        .collect();
    let right: Vec<f32> = joint
        .right
        .iter()
        .map(|it| ports.y_px(y_px, it.item, Side::Left, joint.net))
        .collect();
    let all = || left.iter().chain(&right).copied();
    let (top, bottom) = (
        all().fold(f32::INFINITY, f32::min),
        all().fold(f32::NEG_INFINITY, f32::max),
    );
    Net2 {
        left,
        right,
        top,
        bottom,
    }
}

fn channel(nets: &[Net2], is_between: bool, room: &Room) -> Channel {
    let bent: Vec<usize> = (0..nets.len())
        .filter(|it| !nets[*it].is_straight())
        .collect();
    let cost = |a: usize, b: usize| pair_cost(&nets[a], &nets[b]);
    let order = ordered(bent, &cost);
    let mut tracks: Vec<Option<usize>> = vec![None; nets.len()];
    let mut count = 0;
    for (place, net) in order.iter().enumerate() {
        let meets = |it: &&usize| {
            nets[**it].top < nets[*net].bottom + room.lane_px
                && nets[*net].top < nets[**it].bottom + room.lane_px
        };
        let before = order[..place]
            .iter()
            .filter(meets)
            .filter_map(|it| tracks[*it]);
        let track = before.map(|it| it + 1).max().unwrap_or(0);
        tracks[*net] = Some(track);
        count = count.max(track + 1);
    }
    let lanes = if count > 0 {
        number(count - 1) * room.lane_px
    } else {
        0.0
    };
    let width_px = match (count, is_between) {
        (0, false) => 0.0,
        _ => AIR_PX + lanes + HEADS_PX,
    };
    Channel {
        crossings: crossings(nets, &order),
        tracks,
        count,
        width_px,
    }
}

/// What it costs if `a` runs left of `b`.
fn pair_cost(a: &Net2, b: &Net2) -> usize {
    let near = |it: &&f32| a.right.iter().any(|right| (*right - **it).abs() < NEAR_PX);
    a.crossed(&b.left) + b.crossed(&a.right) + OVERLAP * b.left.iter().filter(near).count()
}

/// The nets from left to right; each is moved to where it costs least until nothing improves.
fn ordered(mut order: Vec<usize>, cost: &impl Fn(usize, usize) -> usize) -> Vec<usize> {
    for _ in 0..ROUNDS {
        let mut improved = false;
        for net in order.clone() {
            let here = order.iter().position(|it| *it == net).unwrap_or(0);
            order.remove(here);
            // The cost at the far left, then of each place further right.
            let mut now: usize = order.iter().map(|it| cost(net, *it)).sum();
            let (mut best, mut least, mut old) = (0, now, now);
            for (place, other) in order.iter().enumerate() {
                now = now - cost(net, *other) + cost(*other, net);
                if now < least {
                    (best, least) = (place + 1, now);
                }
                if place + 1 == here {
                    old = now;
                }
            }
            if here == 0 {
                old = order.iter().map(|it| cost(net, *it)).sum();
            }
            let place = if least < old { best } else { here };
            improved |= least < old;
            order.insert(place, net);
        }
        if !improved {
            break;
        }
    }
    order
}

fn crossings(nets: &[Net2], order: &[usize]) -> usize {
    let mut found = 0;
    for (place, a) in order.iter().enumerate() {
        for b in &order[place + 1..] {
            found += nets[*a].crossed(&nets[*b].left) + nets[*b].crossed(&nets[*a].right);
        }
        let straight = nets.iter().filter(|it| it.is_straight());
        found += straight.map(|it| nets[*a].crossed(&it.left)).sum::<usize>();
    }
    found
}

fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
