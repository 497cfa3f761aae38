//! How high each item stands: near what it is linked with, in the order of its column.

use super::forms::Forms;
use super::graph::Room;
use super::items::Items;
use super::items::Kind;

/// Rounds from one side to the other and back.
const ROUNDS: usize = 48;
/// A room this many times as high as its content has no end.
const ENDLESS: f32 = 3.0;

/// The middle of each item, from the top of the room.
pub(super) fn heights(items: &Items, forms: &Forms, room: &Room) -> Vec<f32> {
    let near = neighbors(items);
    let mut y_px = vec![0.0_f32; items.all.len()];
    let columns: Vec<Stack> = items
        .columns
        .iter()
        .map(|it| Stack::of(it, items, forms, room))
        .collect();
    let natural = columns.iter().map(|it| it.height_px()).fold(0.0, f32::max);
    let height_px = room
        .height_px
        .min(natural * spread(room.height_px / natural.max(1.0)));
    for it in &columns {
        it.spread(height_px, &mut y_px);
    }
    for round in 0..ROUNDS {
        for step in 0..columns.len() {
            let at = if round % 2 == 0 {
                step
            } else {
                columns.len() - 1 - step
            };
            columns[at].settle(&near, height_px, &mut y_px);
        }
    }
    y_px
}

/// By how much items may move apart in a room so many times as high as they are: a page is filled as far as they still
/// belong together; a room without end, or one that only asks how much is needed, is not.
fn spread(times: f32) -> f32 {
    if times > ENDLESS { 1.06 } else { 1.5 }
}

/// The neighbors of each item with their pull.
fn neighbors(items: &Items) -> Vec<Vec<(usize, f32)>> {
    let mut near = vec![Vec::new(); items.all.len()];
    let is_passing = |it: usize| items.all[it].kind == Kind::Passing;
    let mut join = |a: usize, b: usize, weight: f32| {
        near[a].push((b, weight));
        near[b].push((a, weight));
    };
    for joint in items.joints.iter().flatten() {
        for left in &joint.left {
            for right in &joint.right {
                let passing =
                    usize::from(is_passing(left.item)) + usize::from(is_passing(right.item));
                join(left.item, right.item, [1.0, 2.0, 16.0][passing]);
            }
        }
        if joint.left.is_empty() {
            for pair in joint.right.windows(2) {
                join(pair[0].item, pair[1].item, 0.3);
            }
        }
    }
    near
}

/// The items of a column with the least distances between them.
struct Stack {
    items: Vec<usize>,
    /// From the first to each.
    shift_px: Vec<f32>,
    above_px: f32,
    below_px: f32,
}

impl Stack {
    fn of(column: &[usize], items: &Items, forms: &Forms, room: &Room) -> Self {
        let mut shift_px = Vec::new();
        for pair in column.windows(2) {
            let before = shift_px.last().copied().unwrap_or(0.0);
            if shift_px.is_empty() {
                shift_px.push(0.0);
            }
            shift_px.push(before + forms.step_px(items, pair[0], pair[1], room));
        }
        if column.len() == 1 {
            shift_px.push(0.0);
        }
        let reach =
            |it: Option<&usize>| it.map_or((0.0, 0.0), |it| forms.reach_px(items, *it, room));
        Self {
            items: column.to_vec(),
            shift_px,
            above_px: reach(column.first()).0,
            below_px: reach(column.last()).1,
        }
    }

    fn height_px(&self) -> f32 {
        self.above_px + self.shift_px.last().copied().unwrap_or(0.0) + self.below_px
    }

    /// Spreads the items over a height.
    fn spread(&self, height_px: f32, y_px: &mut [f32]) {
        let length = self.shift_px.last().copied().unwrap_or(0.0).max(1.0);
        let scale = ((height_px - self.above_px - self.below_px) / length).max(1.0);
        for (item, shift) in self.items.iter().zip(&self.shift_px) {
            y_px[*item] = self.above_px + shift * scale;
        }
    }

    /// Moves each item toward its neighbors as far as order, distances and the room allow: isotonic regression by
    /// pooling adjacent violators (Barlow, Bartholomew, Bremner, Brunk 1972).
    fn settle(&self, near: &[Vec<(usize, f32)>], height_px: f32, y_px: &mut [f32]) {
        let mut blocks: Vec<(f32, f32, usize)> = Vec::new();
        for (item, shift) in self.items.iter().zip(&self.shift_px) {
            let (aim, weight) = aim(near, *item, y_px);
            blocks.push(((aim - shift) * weight, weight, 1));
            while let [.., above, below] = blocks.as_mut_slice() {
                if above.0 / above.1 <= below.0 / below.1 {
                    break;
                }
                *above = (above.0 + below.0, above.1 + below.1, above.2 + below.2);
                blocks.pop();
            }
        }
        let low = self.above_px;
        let last = self.shift_px.last().copied().unwrap_or(0.0);
        let high = (height_px - self.below_px - last).max(low);
        let starts = blocks
            .iter()
            .flat_map(|it| std::iter::repeat_n((it.0 / it.1).clamp(low, high), it.2));
        for ((item, shift), start) in self.items.iter().zip(&self.shift_px).zip(starts) {
            y_px[*item] = start + shift;
        }
    }
}

/// The mean height of the neighbors; an item without any stays where it is.
fn aim(near: &[Vec<(usize, f32)>], item: usize, y_px: &[f32]) -> (f32, f32) {
    let weight: f32 = near[item].iter().map(|it| it.1).sum();
    if weight <= 0.0 {
        return (y_px[item], 0.01);
    }
    let sum: f32 = near[item].iter().map(|it| y_px[it.0] * it.1).sum();
    (sum / weight, weight)
}
