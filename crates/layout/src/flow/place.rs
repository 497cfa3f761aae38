//! Where the slots of a part stand in their rows: each near what it is linked with, long links straight.
//!
//! Each row in turn is moved towards its neighbors as far as order and distances allow (isotonic regression by pooling
//! neighbors that would overtake each other: Barlow and others 1972).

use super::fit::{Written, apart_em};
use super::lanes::Ranked;

const ROUNDS: usize = 60;
/// Rounds that show well enough how much room a way of arranging needs.
const TRIAL_ROUNDS: usize = 10;
/// How strongly a lane is held by a lane, a lane by an entry, an entry by an entry.
const LANES: f32 = 24.0;
const MIXED: f32 = 2.0;
const ENTRIES: f32 = 1.0;
/// Work for one part, in slots moved: larger ones get fewer rounds.
const WORK: usize = 24_000;

/// How carefully slots are placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// As they are drawn.
    Full,
    /// To compare ways of arranging.
    Trial,
}

/// The middle of each slot, within a width.
pub(super) fn place(ranked: &Ranked, rows: &[Written], room_em: f32, care: Care) -> Vec<f32> {
    let mut x = vec![0.0_f32; ranked.row.len()];
    let near = near(ranked);
    for (row, written) in ranked.order.iter().zip(rows) {
        let offsets = offsets(written);
        let (low, high) = bounds(written, &offsets, room_em);
        // From the middle, neighbors pull it to where it belongs.
        let start = f32::midpoint(low, high.max(low));
        for (slot, offset) in row.iter().zip(offsets) {
            x[*slot] = start + offset;
        }
    }
    let rounds = match care {
        Care::Full => (WORK / ranked.row.len().max(1)).clamp(12, ROUNDS),
        Care::Trial => TRIAL_ROUNDS,
    };
    for round in 0..rounds {
        let mut order: Vec<usize> = (0..ranked.order.len()).collect();
        if round % 2 == 1 {
            order.reverse();
        }
        for at in order {
            move_row(&ranked.order[at], &rows[at], &near, &mut x, room_em);
        }
    }
    // What one link frees, another can use.
    for _ in 0..2 {
        straighten(ranked, rows, &mut x, room_em);
    }
    x
}

type Near = Vec<Vec<(usize, f32)>>;

fn near(ranked: &Ranked) -> Near {
    let mut near: Near = vec![Vec::new(); ranked.row.len()];
    for it in ranked.pieces.iter().flatten() {
        let weight = match (ranked.is_lane(it.upper), ranked.is_lane(it.lower)) {
            (true, true) => LANES,
            (false, false) => ENTRIES,
            _ => MIXED,
        };
        near[it.upper].push((it.lower, weight));
        near[it.lower].push((it.upper, weight));
    }
    near
}

/// The least distance of each slot from the first of its row.
fn offsets(written: &Written) -> Vec<f32> {
    let mut offsets = vec![0.0];
    for pair in written.slots.windows(2) {
        offsets.push(offsets[offsets.len() - 1] + apart_em(&pair[0], &pair[1]));
    }
    offsets.truncate(written.slots.len());
    offsets
}

/// Between what the first slot may stand.
fn bounds(written: &Written, offsets: &[f32], room_em: f32) -> (f32, f32) {
    let low = written.slots.first().map_or(0.0, |it| it.left_em);
    let right_em = written.slots.last().map_or(0.0, |it| it.right_em);
    (low, room_em - right_em - offsets.last().unwrap_or(&0.0))
}

fn move_row(row: &[usize], written: &Written, near: &Near, x: &mut [f32], room_em: f32) {
    let offsets = offsets(written);
    // Sum of weighted goals, weight, number of slots.
    let mut blocks: Vec<(f32, f32, usize)> = Vec::new();
    for (slot, offset) in row.iter().zip(&offsets) {
        let weight: f32 = near[*slot].iter().map(|it| it.1).sum();
        let sum: f32 = near[*slot].iter().map(|it| it.1 * x[it.0]).sum();
        let (goal, weight) = if weight > 0.0 {
            (sum / weight, weight)
        } else {
            (x[*slot], 0.01)
        };
        blocks.push(((goal - offset) * weight, weight, 1));
        while let [.., before, last] = blocks.as_slice() {
            if before.0 / before.1 <= last.0 / last.1 {
                break;
            }
            let merged = (before.0 + last.0, before.1 + last.1, before.2 + last.2);
            blocks.truncate(blocks.len() - 2);
            blocks.push(merged);
        }
    }
    let (low, high) = bounds(written, &offsets, room_em);
    let starts = blocks
        .iter()
        .flat_map(|it| std::iter::repeat_n(it.0 / it.1, it.2));
    for ((slot, offset), start) in row.iter().zip(&offsets).zip(starts) {
        x[*slot] = start.min(high).max(low) + offset;
    }
}

/// Pulls each long link straight through as many rows as have room for that.
fn straighten(ranked: &Ranked, rows: &[Written], x: &mut [f32], room_em: f32) {
    let mut place = vec![0; ranked.row.len()];
    for row in &ranked.order {
        for (at, slot) in row.iter().enumerate() {
            place[*slot] = at;
        }
    }
    for chain in ranked.chains.iter().filter(|it| it.len() > 2) {
        let lanes = &chain[1..chain.len() - 1];
        let mut at = 0;
        while at < lanes.len() {
            let free = |slot: usize, x: &[f32]| range(ranked, rows, &place, slot, x, room_em);
            let (mut low, mut high) = free(lanes[at], x);
            let mut end = at + 1;
            while end < lanes.len() {
                let next = free(lanes[end], x);
                if next.0.max(low) > next.1.min(high) {
                    break;
                }
                (low, high) = (next.0.max(low), next.1.min(high));
                end += 1;
            }
            let ends = [
                (at == 0).then_some(chain[0]),
                (end == lanes.len()).then_some(chain[chain.len() - 1]),
            ];
            let straight = ends.into_iter().flatten().map(|it| x[it]);
            let straight = straight.filter(|it| (low..=high).contains(it)).last();
            let mean = lanes[at..end].iter().map(|it| x[*it]).sum::<f32>() / (end - at) as f32;
            let to = straight.unwrap_or(mean).min(high).max(low);
            lanes[at..end].iter().for_each(|it| x[*it] = to);
            at = end;
        }
    }
}

/// Between what a slot may move while its neighbors stay.
fn range(
    ranked: &Ranked,
    rows: &[Written],
    place: &[usize],
    slot: usize,
    x: &[f32],
    room_em: f32,
) -> (f32, f32) {
    let (row, at) = (ranked.row[slot], place[slot]);
    let (slots, order) = (&rows[row].slots, &ranked.order[row]);
    let low = match at.checked_sub(1) {
        Some(before) => x[order[before]] + apart_em(&slots[before], &slots[at]),
        None => slots[at].left_em,
    };
    let high = match order.get(at + 1) {
        Some(after) => x[*after] - apart_em(&slots[at], &slots[at + 1]),
        None => room_em - slots[at].right_em,
    };
    (low.min(x[slot]), high.max(x[slot]))
}
