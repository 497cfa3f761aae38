//! Positions across the flow, with long links straight (Brandes, Köpf 2001, "Fast and simple horizontal coordinate
//! assignment"): four alignments, up or down and left or right, each packed by longest paths; the result is their
//! median.

use std::collections::BTreeSet;

use super::graph::Spacing;
use super::layering::Layering;

/// The middle of each slot across the flow, from 0 on.
pub(super) fn align(layering: &Layering, spacing: &Spacing) -> Vec<f32> {
    let conflicts = conflicts(layering);
    let candidates: Vec<Vec<f32>> = [(true, true), (true, false), (false, true), (false, false)]
        .into_iter()
        .map(|(down, left)| {
            let view = View {
                layering,
                spacing,
                conflicts: &conflicts,
                down,
                left,
            };
            view.places()
        })
        .collect();
    let mut x_px = middle(layering, &candidates);
    draw_in(layering, spacing, &mut x_px);
    for _ in 0..2 {
        straighten(layering, spacing, &mut x_px);
    }
    x_px
}

/// Sweeps that pull slots toward their neighbors.
const SWEEPS: usize = 12;

/// Pulls every slot toward the middle of its neighbors, layer by layer, as far as the slots beside it leave room: least
/// squares under an order (pool adjacent violators: Ayer, Brunk, Ewing, Reid, Silverman 1955). Long links weigh more, so
/// that they stay straight.
fn draw_in(layering: &Layering, spacing: &Spacing, x_px: &mut [f32]) {
    let count = layering.layers.len();
    for sweep in 0..SWEEPS {
        for at in 0..count {
            let layer = if sweep % 2 == 0 { at } else { count - 1 - at };
            settle(layering, spacing, layer, x_px);
        }
    }
}

/// A run of touching slots: where its first one is, measured without gaps, its total weight, and how many there are.
struct Run {
    sum: f32,
    weight: f32,
    count: usize,
}

fn settle(layering: &Layering, spacing: &Spacing, layer: usize, x_px: &mut [f32]) {
    let slots = &layering.layers[layer];
    let mut offset = 0.0;
    let mut offsets = Vec::with_capacity(slots.len());
    let mut runs: Vec<Run> = Vec::new();
    for (at, &slot) in slots.iter().enumerate() {
        if at > 0 {
            offset += apart(layering, spacing, slots[at - 1], slot);
        }
        offsets.push(offset);
        let (goal, weight) = goal(layering, slot, x_px);
        runs.push(Run {
            sum: (goal - offset) * weight,
            weight,
            count: 1,
        });
        while let [.., before, last] = runs.as_slice() {
            if before.sum / before.weight <= last.sum / last.weight {
                break;
            }
            let merged = Run {
                sum: before.sum + last.sum,
                weight: before.weight + last.weight,
                count: before.count + last.count,
            };
            runs.truncate(runs.len() - 2);
            runs.push(merged);
        }
    }
    let starts = runs
        .iter()
        .flat_map(|run| std::iter::repeat_n(run.sum / run.weight, run.count));
    for ((slot, offset), start) in slots.iter().zip(offsets).zip(starts) {
        x_px[*slot as usize] = start + offset;
    }
}

/// Makes long links run straight over as many layers as there is room for, from one end to the other, and straight into
/// a node where possible.
fn straighten(layering: &Layering, spacing: &Spacing, x_px: &mut [f32]) {
    for chain in layering.chains.iter().filter(|it| it.len() > 2) {
        let ways = &chain[1..chain.len() - 1];
        let mut at = 0;
        while at < ways.len() {
            let (mut low, mut high) = room(layering, spacing, ways[at], x_px);
            let mut end = at + 1;
            while end < ways.len() {
                let next = room(layering, spacing, ways[end], x_px);
                if next.0.max(low) > next.1.min(high) {
                    break;
                }
                (low, high) = (next.0.max(low), next.1.min(high));
                end += 1;
            }
            let run = &ways[at..end];
            let ends = [
                (at == 0).then_some(chain[0]),
                (end == ways.len()).then_some(chain[chain.len() - 1]),
            ];
            let node = ends
                .into_iter()
                .flatten()
                .map(|it| x_px[it as usize])
                .find(|x| (low..=high).contains(x));
            let mean = run.iter().map(|it| x_px[*it as usize]).sum::<f32>() / run.len() as f32;
            let x = node.unwrap_or(mean).max(low).min(high);
            run.iter().for_each(|it| x_px[*it as usize] = x);
            at = end;
        }
    }
}

/// The range within which a slot may move while the slots beside it stay put.
fn room(layering: &Layering, spacing: &Spacing, slot: u32, x_px: &[f32]) -> (f32, f32) {
    let layer = &layering.layers[layering.slots[slot as usize].layer as usize];
    let place = layering.place[slot as usize] as usize;
    let left = place.checked_sub(1).map(|it| layer[it]);
    let low = left.map_or(f32::NEG_INFINITY, |it| {
        x_px[it as usize] + apart(layering, spacing, it, slot)
    });
    let right = layer.get(place + 1).copied();
    let high = right.map_or(f32::INFINITY, |it| {
        x_px[it as usize] - apart(layering, spacing, slot, it)
    });
    // A slot that touches both sides stays where it is.
    (low.min(x_px[slot as usize]), high.max(x_px[slot as usize]))
}

/// Where a slot is pulled, and how strongly. Without neighbors it is pulled to where it is.
fn goal(layering: &Layering, slot: u32, x_px: &[f32]) -> (f32, f32) {
    let is_way = |it: u32| layering.slots[it as usize].is_way;
    let (mut sum, mut weight) = (0.0, 0.0);
    for &other in layering.up.of(slot).iter().chain(layering.down.of(slot)) {
        let pull = match (is_way(slot), is_way(other)) {
            (true, true) => 8.0,
            (false, false) => 1.0,
            _ => 2.0,
        };
        sum += pull * x_px[other as usize];
        weight += pull;
    }
    if weight > 0.0 {
        (sum / weight, weight)
    } else {
        (x_px[slot as usize], 0.1)
    }
}

/// Segments that cross a segment of a long link: the long link stays straight.
fn conflicts(layering: &Layering) -> BTreeSet<(u32, u32)> {
    let mut found = BTreeSet::new();
    for layer in 1..layering.layers.len() {
        let upper = &layering.layers[layer - 1];
        let lower = &layering.layers[layer];
        let (mut from, mut done) = (0, 0);
        for (at, &slot) in lower.iter().enumerate() {
            let inner = inner_above(layering, slot);
            if inner.is_none() && at + 1 < lower.len() {
                continue;
            }
            let to = inner.map_or(upper.len() as u32, |it| layering.place[it as usize]);
            for &other in &lower[done..=at] {
                for &above in layering.up.of(other) {
                    let place = layering.place[above as usize];
                    let crosses = place < from || place > to;
                    if crosses && inner_above(layering, other) != Some(above) {
                        found.insert((above, other));
                    }
                }
            }
            (from, done) = (to, at + 1);
        }
    }
    found
}

/// The slot of the same long link in the layer above.
fn inner_above(layering: &Layering, slot: u32) -> Option<u32> {
    let is_way = |it: u32| layering.slots[it as usize].is_way;
    let above = *layering.up.of(slot).first()?;
    (is_way(slot) && is_way(above)).then_some(above)
}

/// The layering as one of the four alignments sees it.
struct View<'a> {
    layering: &'a Layering,
    spacing: &'a Spacing,
    conflicts: &'a BTreeSet<(u32, u32)>,
    down: bool,
    left: bool,
}

impl View<'_> {
    fn places(&self) -> Vec<f32> {
        let roots = self.blocks();
        let mut x = self.pack(&roots);
        if !self.left {
            x.iter_mut().for_each(|it| *it = -*it);
        }
        x
    }

    /// A layer, in the direction of this alignment.
    fn layer(&self, at: usize) -> Vec<u32> {
        let mut layer = self.layering.layers[at].clone();
        if !self.left {
            layer.reverse();
        }
        layer
    }

    fn place(&self, slot: u32) -> i64 {
        let place = i64::from(self.layering.place[slot as usize]);
        if self.left { place } else { -place }
    }

    /// The block of each slot: vertically aligned slots share one root.
    fn blocks(&self) -> Vec<u32> {
        let mut roots: Vec<u32> = (0..self.layering.slots.len() as u32).collect();
        let mut taken = vec![false; roots.len()];
        let count = self.layering.layers.len();
        for at in 1..count {
            let layer = if self.down { at } else { count - 1 - at };
            let mut last = i64::MIN;
            for slot in self.layer(layer) {
                if let Some(other) = self.middle_neighbor(slot, last, &taken) {
                    roots[slot as usize] = roots[other as usize];
                    taken[other as usize] = true;
                    last = self.place(other);
                }
            }
        }
        roots
    }

    /// The middle neighbor in the layer visited before, if it is free and right of the last one taken.
    fn middle_neighbor(&self, slot: u32, last: i64, taken: &[bool]) -> Option<u32> {
        let side = if self.down {
            &self.layering.up
        } else {
            &self.layering.down
        };
        let mut neighbors = side.of(slot).to_vec();
        neighbors.sort_by_key(|it| self.place(*it));
        if neighbors.is_empty() {
            return None;
        }
        let (low, high) = ((neighbors.len() - 1) / 2, neighbors.len() / 2);
        let free = |it: &u32| {
            let pair = if self.down { (*it, slot) } else { (slot, *it) };
            !taken[*it as usize] && self.place(*it) > last && !self.conflicts.contains(&pair)
        };
        [neighbors[low], neighbors[high]].into_iter().find(free)
    }

    /// Packs blocks to the left, then lets each move right as far as those beside it leave room.
    fn pack(&self, roots: &[u32]) -> Vec<f32> {
        let (before, after) = self.beside(roots);
        let order = in_order(roots, &before, &after);
        let mut x = vec![0.0_f32; roots.len()];
        for &block in &order {
            let nearest = before[block as usize].iter();
            let least = nearest.map(|(other, apart)| x[*other as usize] + apart);
            x[block as usize] = least.fold(0.0, f32::max);
        }
        for &block in order.iter().rev() {
            let room = after[block as usize].iter();
            let most = room.map(|(other, apart)| x[*other as usize] - apart);
            let most = most.fold(f32::INFINITY, f32::min);
            if most.is_finite() {
                x[block as usize] = x[block as usize].max(most);
            }
        }
        roots.iter().map(|root| x[*root as usize]).collect()
    }

    /// For each block those left and right of it, with the minimum distance.
    fn beside(&self, roots: &[u32]) -> (Beside, Beside) {
        let (mut before, mut after) =
            (vec![Vec::new(); roots.len()], vec![Vec::new(); roots.len()]);
        for at in 0..self.layering.layers.len() {
            let layer = self.layer(at);
            for pair in layer.windows(2) {
                let apart = apart(self.layering, self.spacing, pair[0], pair[1]);
                let (one, other) = (roots[pair[0] as usize], roots[pair[1] as usize]);
                after[one as usize].push((other, apart));
                before[other as usize].push((one, apart));
            }
        }
        (before, after)
    }
}

type Beside = Vec<Vec<(u32, f32)>>;

/// Blocks in an order in which each comes after all blocks left of it.
fn in_order(roots: &[u32], before: &Beside, after: &Beside) -> Vec<u32> {
    let mut waiting: Vec<usize> = before.iter().map(Vec::len).collect();
    let blocks = (0..roots.len() as u32).filter(|it| roots[*it as usize] == *it);
    let mut order: Vec<u32> = blocks.filter(|it| waiting[*it as usize] == 0).collect();
    let mut at = 0;
    while let Some(&block) = order.get(at) {
        at += 1;
        for (next, _) in &after[block as usize] {
            waiting[*next as usize] -= 1;
            if waiting[*next as usize] == 0 {
                order.push(*next);
            }
        }
    }
    order
}

/// The minimum distance between the middles of two slots of one layer.
pub(super) fn apart(layering: &Layering, spacing: &Spacing, one: u32, other: u32) -> f32 {
    let (one, other) = (
        &layering.slots[one as usize],
        &layering.slots[other as usize],
    );
    let share = match (one.is_way, other.is_way) {
        (false, false) => 1.0,
        (true, true) => 0.3,
        _ => 0.4,
    };
    (one.width_px + other.width_px) / 2.0 + spacing.node_gap_px * share
}

/// The median of four positions for each slot, once all four are aligned with the narrowest.
fn middle(layering: &Layering, candidates: &[Vec<f32>]) -> Vec<f32> {
    let ends = |x: &[f32]| {
        let half = |at: usize| layering.slots[at].width_px / 2.0;
        let low = x.iter().enumerate().map(|(at, it)| it - half(at));
        let high = x.iter().enumerate().map(|(at, it)| it + half(at));
        (
            low.fold(f32::INFINITY, f32::min),
            high.fold(f32::NEG_INFINITY, f32::max),
        )
    };
    let all: Vec<(f32, f32)> = candidates.iter().map(|it| ends(it)).collect();
    let narrowest = all
        .iter()
        .copied()
        .min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    let narrowest = narrowest.unwrap_or((0.0, 0.0));
    let moved = |(at, it): (usize, &Vec<f32>)| -> Vec<f32> {
        // Left-aligned layouts are aligned on the left, the others on the right.
        let by = if at % 2 == 0 {
            narrowest.0 - all[at].0
        } else {
            narrowest.1 - all[at].1
        };
        it.iter().map(|x| x + by).collect()
    };
    let moved: Vec<Vec<f32>> = candidates.iter().enumerate().map(moved).collect();
    let place = |slot: usize| {
        let mut four: Vec<f32> = moved.iter().map(|it| it[slot]).collect();
        four.sort_by(f32::total_cmp);
        f32::midpoint(four[1], four[2])
    };
    (0..layering.slots.len()).map(place).collect()
}
