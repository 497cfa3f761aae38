//! Where lines meet an entry, and small shifts that make them straight.

use std::collections::BTreeMap;

use super::forms::Forms;
use super::graph::Room;
use super::items::{Items, Kind};

/// The side of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Right,
}

/// How far above or below the middle of its item each line ends, by item, side and net.
#[derive(Debug, Clone, Default)]
pub(super) struct Ports(BTreeMap<(usize, Side, usize), f32>);

impl Ports {
    /// The height at which a net meets an item.
    pub(super) fn y_px(&self, y_px: &[f32], item: usize, side: Side, net: usize) -> f32 {
        y_px[item] + self.0.get(&(item, side, net)).copied().unwrap_or(0.0)
    }
}

/// The ports of every entry, in the order in which their lines come from above and below; moves items by a little where
/// that makes a line straight.
pub(super) fn ports(items: &Items, y_px: &mut [f32], forms: &Forms, room: &Room) -> Ports {
    let mut lists: BTreeMap<(usize, Side), Vec<(f32, usize)>> = BTreeMap::new();
    for joint in items.joints.iter().flatten() {
        let mean = |item: usize| {
            let others = joint
                .left
                .iter()
                .chain(&joint.right)
                .filter(|it| it.item != item);
            let (sum, count) = others.fold((0.0, 0.0_f32), |all, it| {
                (all.0 + y_px[it.item], all.1 + 1.0)
            });
            sum / count.max(1.0)
        };
        let ends = joint.left.iter().map(|it| (it.item, Side::Right));
        for (item, side) in ends.chain(joint.right.iter().map(|it| (it.item, Side::Left))) {
            if matches!(items.all[item].kind, Kind::Entry(_)) {
                let list = lists.entry((item, side)).or_default();
                if list.iter().all(|it| it.1 != joint.net) {
                    list.push((mean(item), joint.net));
                }
            }
        }
    }
    let mut ports = Ports::default();
    for ((item, side), mut list) in lists {
        list.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let last = f32::from(u16::try_from(list.len() - 1).unwrap_or(u16::MAX));
        // On the right, heads of links must not reach into the second line of the text.
        let most = match side {
            Side::Left => 0.9,
            Side::Right => 0.46,
        };
        let step = room.port_px.min(room.line_px * most / last.max(1.0));
        let mut offset = -step * last / 2.0;
        for (_, net) in list {
            ports.0.insert((item, side, net), offset);
            offset += step;
        }
    }
    straighten(items, &ports, y_px, forms, room);
    ports
}

/// Moves an item onto the line that reaches it, where it is the only one and there is room.
fn straighten(items: &Items, ports: &Ports, y_px: &mut [f32], forms: &Forms, room: &Room) {
    for (at, column) in items.columns.iter().enumerate() {
        for (place, item) in column.iter().enumerate() {
            let mut reaching = items.joints[at]
                .iter()
                .filter(|it| it.right.iter().any(|end| end.item == *item));
            let (Some(joint), None) = (reaching.next(), reaching.next()) else {
                continue;
            };
            let ([left], [right]) = (joint.left.as_slice(), joint.right.as_slice()) else {
                continue;
            };
            let from = ports.y_px(y_px, left.item, Side::Right, joint.net);
            let to = ports.y_px(y_px, right.item, Side::Left, joint.net);
            let wanted = y_px[*item] + from - to;
            let above = place.checked_sub(1).map(|it| column[it]);
            let below = column.get(place + 1).copied();
            let reach = forms.reach_px(items, *item, room);
            let low = above.map_or(reach.0, |it| {
                y_px[it] + forms.step_px(items, it, *item, room)
            });
            let high = below.map_or(room.height_px - reach.1, |it| {
                y_px[it] - forms.step_px(items, *item, it, room)
            });
            if (from - to).abs() < room.line_px * 0.7
                && wanted >= low - 0.01
                && wanted <= high + 0.01
            {
                y_px[*item] = wanted;
            }
        }
    }
}
