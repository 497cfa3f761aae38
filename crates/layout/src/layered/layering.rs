//! Nodes and long links in layers: a long link has a slot in every layer that it passes.

use super::graph::{Edge, Node, Spacing};

/// A link directed downward.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The minimum number of layers it spans.
    pub(super) least: i64,
    /// How many links it stands for.
    pub(super) weight: i64,
}

impl Step {
    pub(super) fn other(&self, node: usize) -> usize {
        if node == self.from {
            self.to
        } else {
            self.from
        }
    }
}

/// The links that join two nodes, directed downward. A label needs a layer in between, and so does a second link between
/// the same two nodes, which would otherwise run along the same line.
pub(super) fn steps(edges: &[Edge], turned: &[bool]) -> Vec<Step> {
    let mut seen = std::collections::BTreeSet::new();
    let links = edges.iter().zip(turned).filter(|it| it.0.from != it.0.to);
    let step = |(edge, turned): (&Edge, &bool)| {
        let (from, to) = if *turned {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        };
        let is_second = !seen.insert((from, to));
        Step {
            from,
            to,
            least: if edge.label.is_some() || is_second {
                2
            } else {
                1
            },
            weight: 1,
        }
    };
    links.map(step).collect()
}

/// A position in a layer: of a node, or of a long link that passes through.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Slot {
    /// Its layer.
    pub(super) layer: u32,
    /// Width it takes.
    pub(super) width_px: f32,
    /// Height it takes.
    pub(super) height_px: f32,
    /// Whether a link passes through here, rather than a node being here.
    pub(super) is_way: bool,
}

/// Neighbors of all slots on one side, in one list.
#[derive(Debug, Clone, Default)]
pub(super) struct Sides {
    start: Vec<u32>,
    list: Vec<u32>,
}

impl Sides {
    pub(super) fn new(count: usize, pairs: &[(u32, u32)]) -> Self {
        let mut start = vec![0_u32; count + 1];
        pairs.iter().for_each(|it| start[it.0 as usize + 1] += 1);
        for at in 0..count {
            start[at + 1] += start[at];
        }
        let mut next = start.clone();
        let mut list = vec![0; pairs.len()];
        for &(of, other) in pairs {
            list[next[of as usize] as usize] = other;
            next[of as usize] += 1;
        }
        Self { start, list }
    }

    /// The neighbors of a slot.
    pub(super) fn of(&self, slot: u32) -> &[u32] {
        let at = slot as usize;
        &self.list[self.start[at] as usize..self.start[at + 1] as usize]
    }
}

/// All slots: nodes first, in order, then those of long links.
#[derive(Debug, Clone)]
pub(super) struct Layering {
    pub(super) slots: Vec<Slot>,
    /// The slots of each layer from left to right.
    pub(super) layers: Vec<Vec<u32>>,
    /// The index of each slot in its layer.
    pub(super) place: Vec<u32>,
    pub(super) up: Sides,
    pub(super) down: Sides,
    /// For each edge the slots it passes through, from its upper node to its lower one; empty for one from a node to
    /// itself.
    pub(super) chains: Vec<Vec<u32>>,
}

impl Layering {
    pub(super) fn new(
        nodes: &[Node],
        edges: &[Edge],
        steps: &[Step],
        layer: &[usize],
        spacing: &Spacing,
    ) -> Self {
        let mut slots: Vec<Slot> = nodes
            .iter()
            .zip(layer)
            .map(|(node, layer)| Slot {
                layer: *layer as u32,
                width_px: node.width_px,
                height_px: node.height_px,
                is_way: false,
            })
            .collect();
        let mut pairs = Vec::new();
        let mut steps = steps.iter();
        let mut chains = Vec::with_capacity(edges.len());
        for edge in edges {
            let step = if edge.from == edge.to {
                None
            } else {
                steps.next()
            };
            chains.push(step.map_or(Vec::new(), |step| {
                chain(step, edge, layer, spacing, &mut slots, &mut pairs)
            }));
        }
        let back: Vec<(u32, u32)> = pairs.iter().map(|it| (it.1, it.0)).collect();
        let count = slots.len();
        let mut layering = Self {
            layers: vec![Vec::new(); layer.iter().max().map_or(0, |it| it + 1)],
            place: vec![0; count],
            up: Sides::new(count, &back),
            down: Sides::new(count, &pairs),
            slots,
            chains,
        };
        for slot in 0..count {
            let layer = layering.slots[slot].layer as usize;
            layering.place[slot] = layering.layers[layer].len() as u32;
            layering.layers[layer].push(slot as u32);
        }
        layering
    }

    /// Updates indices after the order of a layer has changed.
    pub(super) fn arrange(&mut self, layer: usize) {
        for (at, slot) in self.layers[layer].iter().enumerate() {
            self.place[*slot as usize] = at as u32;
        }
    }

    /// Reorders the slots of a layer; `order` gives their previous indices.
    pub(super) fn rearrange(&mut self, layer: usize, order: &[usize]) {
        let before = self.layers[layer].clone();
        self.layers[layer] = order.iter().map(|it| before[*it]).collect();
        self.arrange(layer);
    }

    /// Restores a saved order of all layers.
    pub(super) fn restore(&mut self, layers: &[Vec<u32>]) {
        self.layers.clone_from_slice(layers);
        (0..layers.len()).for_each(|layer| self.arrange(layer));
    }

    /// How many segments links have in total.
    pub(super) fn pieces(&self) -> usize {
        self.down.list.len()
    }
}

/// The slots that an edge passes through; those between its ends are new. A label takes the middle one.
fn chain(
    step: &Step,
    edge: &Edge,
    layer: &[usize],
    spacing: &Spacing,
    slots: &mut Vec<Slot>,
    pairs: &mut Vec<(u32, u32)>,
) -> Vec<u32> {
    let (top, bottom) = (layer[step.from], layer[step.to]);
    let middle = usize::midpoint(top, bottom);
    let mut chain = vec![step.from as u32];
    for between in top + 1..bottom {
        let (width_px, height_px) = match edge.label {
            Some(label) if between == middle => label,
            _ => (0.0, 0.0),
        };
        chain.push(slots.len() as u32);
        slots.push(Slot {
            layer: between as u32,
            width_px: width_px.max(spacing.node_gap_px * 0.05),
            height_px,
            is_way: true,
        });
    }
    chain.push(step.to as u32);
    pairs.extend(chain.windows(2).map(|it| (it[0], it[1])));
    chain
}
