//! The room between two rows: at which height each net runs across.

use super::lanes::Ranked;
use super::nets::{Net, Nets, port_offsets};

/// Between two tracks, above the first, and below the last, where heads are.
const TRACK_EM: f32 = 0.5;
const ABOVE_EM: f32 = 0.42;
const BELOW_EM: f32 = 0.95;
/// Room between rows without tracks.
pub(super) const LEAST_EM: f32 = 1.3;
/// Lines this close side by side would look like one.
const NEAR_EM: f32 = 0.3;
/// Nets this close share no track.
const ASIDE_EM: f32 = 0.45;
/// A bend shorter than this is taken out where a port can move instead.
const BEND_EM: f32 = 0.4;
/// What a stretch of two lines on each other costs, in crossings.
const OVERLAP: i64 = 60;

/// A net with the places where it meets the rows.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// The slots above and below, with their x.
    pub(super) uppers: Vec<(usize, f32)>,
    pub(super) lowers: Vec<(usize, f32)>,
    /// The track from above; `None`: it runs straight down.
    pub(super) track: Option<usize>,
}

impl Run {
    fn ends(&self) -> impl Iterator<Item = f32> {
        self.uppers.iter().chain(&self.lowers).map(|it| it.1)
    }

    fn span(&self) -> (f32, f32) {
        self.ends()
            .fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), it| {
                (low.min(it), high.max(it))
            })
    }

    fn is_straight(&self) -> bool {
        let (low, high) = self.span();
        high - low < 0.03
    }

    /// Where it meets a slot above or below.
    pub(super) fn upper(&self, slot: usize) -> f32 {
        self.uppers
            .iter()
            .find(|it| it.0 == slot)
            .map_or(0.0, |it| it.1)
    }

    pub(super) fn lower(&self, slot: usize) -> f32 {
        self.lowers
            .iter()
            .find(|it| it.0 == slot)
            .map_or(0.0, |it| it.1)
    }
}

/// What is between a row and the next.
#[derive(Debug, Clone, Default)]
pub(super) struct Channel {
    pub(super) runs: Vec<Run>,
    pub(super) tracks: usize,
    pub(super) crossings: usize,
}

impl Channel {
    /// The least height.
    pub(super) fn least_em(&self) -> f32 {
        let between = self.tracks.saturating_sub(1) as f32;
        LEAST_EM.max(ABOVE_EM + TRACK_EM * between + BELOW_EM)
    }

    /// How far below the upper edge a track is, with so much height.
    pub(super) fn track_em(&self, track: usize, height_em: f32) -> f32 {
        let spare_em = (height_em - self.least_em()).max(0.0);
        // Some of what is to spare spreads the tracks, the rest keeps them clear of the rows.
        let spread_em = (spare_em * 0.3 / self.tracks.max(1) as f32).min(0.35);
        let used_em = spread_em * self.tracks.saturating_sub(1) as f32;
        ABOVE_EM + (spare_em - used_em) * 0.45 + track as f32 * (TRACK_EM + spread_em)
    }
}

/// All channels of a part.
pub(super) fn channels(ranked: &Ranked, nets: &Nets, x: &[f32]) -> Vec<Channel> {
    (0..ranked.order.len().saturating_sub(1))
        .map(|row| channel(ranked, &nets.below[row], x))
        .collect()
}

fn channel(ranked: &Ranked, nets: &[Net], x: &[f32]) -> Channel {
    let at = |slots: &[usize]| slots.iter().map(|it| (*it, x[*it])).collect();
    let mut runs: Vec<Run> = nets
        .iter()
        .map(|net| Run {
            uppers: at(&net.uppers),
            lowers: at(&net.lowers),
            track: None,
        })
        .collect();
    spread_ports(ranked, &mut runs, x, Side::Upper);
    spread_ports(ranked, &mut runs, x, Side::Lower);
    take_out_bends(ranked, &mut runs, x);
    let order = order(&runs);
    let mut tracks = 0;
    for (place, at) in order.iter().enumerate() {
        let over = order[..place]
            .iter()
            .filter(|it| touch(&runs[**it], &runs[*at]))
            .filter_map(|it| runs[*it].track)
            .max();
        let track = over.map_or(0, |it| it + 1);
        runs[*at].track = Some(track);
        tracks = tracks.max(track + 1);
    }
    let crossings = crossings(&runs, &order);
    Channel {
        runs,
        tracks,
        crossings,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Upper,
    Lower,
}

/// Gives each net of an entry a port of its own, in the order of their other ends.
fn spread_ports(ranked: &Ranked, runs: &mut [Run], x: &[f32], side: Side) {
    let mut at: std::collections::BTreeMap<usize, Vec<(f32, usize)>> =
        std::collections::BTreeMap::new();
    for (index, run) in runs.iter().enumerate() {
        let (own, other) = match side {
            Side::Upper => (&run.uppers, &run.lowers),
            Side::Lower => (&run.lowers, &run.uppers),
        };
        let mean = other.iter().map(|it| it.1).sum::<f32>() / other.len().max(1) as f32;
        for (slot, _) in own.iter().filter(|it| !ranked.is_lane(it.0)) {
            at.entry(*slot).or_default().push((mean, index));
        }
    }
    for (slot, mut found) in at {
        found.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        for ((_, index), offset) in found.iter().zip(port_offsets(found.len())) {
            let own = match side {
                Side::Upper => &mut runs[*index].uppers,
                Side::Lower => &mut runs[*index].lowers,
            };
            for it in own.iter_mut().filter(|it| it.0 == slot) {
                it.1 = x[slot] + offset;
            }
        }
    }
}

/// Moves a port of an entry under or over the other end where that makes a link straight.
fn take_out_bends(ranked: &Ranked, runs: &mut [Run], x: &[f32]) {
    let count = |runs: &[Run], slot: usize, side: Side| {
        let ends = |it: &Run| match side {
            Side::Upper => it.uppers.iter().any(|it| it.0 == slot),
            Side::Lower => it.lowers.iter().any(|it| it.0 == slot),
        };
        runs.iter().filter(|it| ends(it)).count()
    };
    for at in 0..runs.len() {
        let run = &runs[at];
        let ([upper], [lower]) = (run.uppers.as_slice(), run.lowers.as_slice()) else {
            continue;
        };
        let (upper, lower) = (*upper, *lower);
        if (upper.1 - lower.1).abs() >= BEND_EM {
            continue;
        }
        let is_free = |slot: usize, to: f32, side: Side| {
            !ranked.is_lane(slot) && (to - x[slot]).abs() <= BEND_EM && count(runs, slot, side) == 1
        };
        if is_free(lower.0, upper.1, Side::Lower) {
            runs[at].lowers[0].1 = upper.1;
        } else if is_free(upper.0, lower.1, Side::Upper) {
            runs[at].uppers[0].1 = lower.1;
        }
    }
}

/// Whether two nets can share no track.
fn touch(one: &Run, other: &Run) -> bool {
    let (a, b) = (one.span(), other.span());
    a.0 < b.1 + ASIDE_EM && b.0 < a.1 + ASIDE_EM
}

/// What it costs to have `over` above `under`: crossings, and lines on each other.
fn cost(over: &Run, under: &Run) -> i64 {
    let within = |x: f32, (low, high): (f32, f32)| x > low - 0.02 && x < high + 0.02;
    let (a, b) = (over.span(), under.span());
    let lowers = over.lowers.iter().filter(|it| within(it.1, b)).count();
    let uppers = under.uppers.iter().filter(|it| within(it.1, a)).count();
    let overlaps = over
        .lowers
        .iter()
        .flat_map(|it| under.uppers.iter().map(|other| (it.1 - other.1).abs()))
        .filter(|it| *it < NEAR_EM)
        .count();
    (lowers + uppers) as i64 + OVERLAP * overlaps as i64
}

/// The nets that run across, from the upper track to the lower, with few crossings: each in turn is moved to where it
/// costs least.
fn order(runs: &[Run]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..runs.len())
        .filter(|it| !runs[*it].is_straight())
        .collect();
    let count = runs.len();
    let mut saved = vec![0_i64; count * count];
    for &one in &order {
        for &other in order.iter().filter(|it| **it > one) {
            if touch(&runs[one], &runs[other]) {
                let it = cost(&runs[other], &runs[one]) - cost(&runs[one], &runs[other]);
                saved[one * count + other] = it;
                saved[other * count + one] = -it;
            }
        }
    }
    for _ in 0..6 {
        let mut moved = false;
        for it in order.clone() {
            moved |= to_best_place(&mut order, it, &saved, count);
        }
        if !moved {
            break;
        }
    }
    order
}

fn to_best_place(order: &mut Vec<usize>, it: usize, saved: &[i64], count: usize) -> bool {
    let Some(at) = order.iter().position(|other| *other == it) else {
        return false;
    };
    let (mut best, mut place, mut sum) = (0, at, 0);
    for to in (0..at).rev() {
        sum += saved[it * count + order[to]];
        if sum > best {
            (best, place) = (sum, to);
        }
    }
    sum = 0;
    for (to, other) in order.iter().enumerate().skip(at + 1) {
        sum -= saved[it * count + *other];
        if sum > best {
            (best, place) = (sum, to);
        }
    }
    let moved = order.remove(at);
    order.insert(place, moved);
    place != at
}

fn crossings(runs: &[Run], order: &[usize]) -> usize {
    let mut sum = 0;
    for (place, at) in order.iter().enumerate() {
        for under in &order[place + 1..] {
            if touch(&runs[*at], &runs[*under]) {
                let it = cost(&runs[*at], &runs[*under]) % OVERLAP;
                sum += usize::try_from(it).unwrap_or(0);
            }
        }
        let (low, high) = runs[*at].span();
        let straight = runs.iter().filter(|it| it.is_straight());
        sum += straight
            .filter(|it| it.uppers.iter().any(|it| it.1 > low && it.1 < high))
            .count();
    }
    sum
}
