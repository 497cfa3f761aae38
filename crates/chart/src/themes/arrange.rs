//! Which blocks belong together, and in which order they stand one below the other.

use std::collections::BTreeMap;

use super::content::Content;

/// Up to so many blocks every order is tried.
const ALL_ORDERS: usize = 7;
/// What a line costs that runs upward, per claim; that passes a block; and for each block that it passes.
const UP: usize = 2;
const PASSING: usize = 4;
const PASSED: usize = 3;
/// What it costs to go against the pins.
const AGAINST_PINS: usize = 10_000;

/// The blocks that lines join, directly or through others; the largest part first.
pub(super) fn parts(content: &Content<'_>, kept: &[usize]) -> Vec<Vec<usize>> {
    let mut kept: Vec<usize> = kept.to_vec();
    kept.sort_unstable();
    let mut root: BTreeMap<usize, usize> = kept.iter().map(|it| (*it, *it)).collect();
    for line in &content.lines {
        let (Some(&one), Some(&other)) = (root.get(&line.from), root.get(&line.to)) else {
            continue;
        };
        let (into, from) = (one.min(other), one.max(other));
        root.values_mut()
            .filter(|it| **it == from)
            .for_each(|it| *it = into);
    }
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (block, root) in root {
        parts.entry(root).or_default().push(block);
    }
    let mut parts: Vec<Vec<usize>> = parts.into_values().collect();
    parts.sort_by_key(|it| std::cmp::Reverse(it.len()));
    parts
}

/// A part in the order in which it stands: what acts above what is acted on, as far as lines do not pass blocks.
pub(super) fn ordered(content: &Content<'_>, part: &[usize]) -> Vec<usize> {
    let weights = weights(content, part);
    let start = layout::precedence::order(&weights);
    let mut best: Vec<usize> = start.iter().map(|it| part[*it]).collect();
    let mut least = cost(content, &best);
    if part.len() <= ALL_ORDERS {
        let mut order = best.clone();
        permute(&mut order, 0, &mut |order| {
            let cost = cost(content, order);
            if cost < least {
                (least, best) = (cost, order.to_vec());
            }
        });
        return best;
    }
    for _ in 0..part.len() {
        let before = least;
        for at in 0..part.len() {
            for to in 0..part.len() {
                let mut other = best.clone();
                let block = other.remove(at);
                other.insert(to, block);
                let cost = cost(content, &other);
                if cost < least {
                    (least, best) = (cost, other);
                }
            }
        }
        if least == before {
            break;
        }
    }
    best
}

/// How many claims each block of a list has on each other.
pub(super) fn weights(content: &Content<'_>, blocks: &[usize]) -> Vec<Vec<u32>> {
    let place: BTreeMap<usize, usize> = blocks.iter().zip(0..).map(|(it, at)| (*it, at)).collect();
    let mut weights = vec![vec![0; blocks.len()]; blocks.len()];
    for line in &content.lines {
        if let (Some(&from), Some(&to)) = (place.get(&line.from), place.get(&line.to)) {
            weights[from][to] += line.claims.len() as u32;
        }
    }
    weights
}

fn cost(content: &Content<'_>, order: &[usize]) -> usize {
    let place = |block: usize| order.iter().position(|it| *it == block);
    let of_line = |line: &super::claims::Line| {
        let Some((from, to)) = place(line.from).zip(place(line.to)) else {
            return 0;
        };
        let up = if from > to { UP * line.claims.len() } else { 0 };
        let passed = from.abs_diff(to).saturating_sub(1);
        let passing = if passed > 0 { PASSING } else { 0 };
        up + passing + PASSED * passed
    };
    let lines: usize = content.lines.iter().map(of_line).sum();
    let pinned = order.iter().filter_map(|it| content.blocks[*it].pin);
    let heights: Vec<f32> = pinned.map(|it| it.1).collect();
    let wrong = heights.windows(2).filter(|it| it[0] > it[1]).count();
    lines + AGAINST_PINS * wrong
}

/// Every order of the items from `from` on.
fn permute(order: &mut Vec<usize>, from: usize, with: &mut impl FnMut(&[usize])) {
    if from == order.len() {
        with(order);
        return;
    }
    for at in from..order.len() {
        order.swap(from, at);
        permute(order, from + 1, with);
        order.swap(from, at);
    }
}
