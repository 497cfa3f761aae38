//! Random graphs of causes, as the harness draws them: most effects follow one of the last sixty events, some any earlier one.

use std::collections::BTreeSet;

use super::{crossings, placed};

/// Mulberry32 (Tommy Ettinger), the harness's numbers from 0 to 1.
struct Chance(u32);

impl Chance {
    fn draw(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut it = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        it = it.wrapping_add((it ^ (it >> 7)).wrapping_mul(61 | it)) ^ it;
        f64::from(it ^ (it >> 14)) / 4_294_967_296.0
    }

    fn below(&mut self, most: usize) -> usize {
        (self.draw() * most as f64) as usize
    }

    fn graph(&mut self, nodes: usize, links: usize) -> Vec<(usize, usize)> {
        let (mut seen, mut graph) = (BTreeSet::new(), Vec::new());
        while graph.len() < links {
            let effect = 1 + self.below(nodes - 1);
            let cause = if self.draw() < 0.8 {
                (effect - 1).saturating_sub(self.below(60))
            } else {
                self.below(effect)
            };
            if seen.insert((cause, effect)) {
                graph.push((cause, effect));
            }
        }
        graph
    }
}

#[test]
fn no_more_links_cross_than_graphviz_and_elk_have() {
    let mut chance = Chance(12345);
    // The fewer of both: 68 are ELK's (0.12.1), 1,622 graphviz's (2.43).
    for (nodes, links, most) in [(50, 75, 68), (200, 350, 1622)] {
        let graph = chance.graph(nodes, links);
        let found = crossings(&placed(nodes, &graph));
        assert!(found <= most, "{found} of {nodes} nodes, {most} at most");
    }
}

#[test]
fn one_event_more_leaves_most_beside_what_they_stood_beside() {
    let (mut moved, mut all) = (0, 0);
    for seed in 0..20 {
        let after = Chance(seed).graph(50, 75);
        let mut before = after.clone();
        before.retain(|it| it.1 != 49);
        let (after, before) = (beside(50, &after), beside(49, &before));
        all += before.len();
        moved += before.iter().zip(&after).filter(|it| it.0 != it.1).count();
    }
    assert!(moved * 5 < all * 2, "{moved} of {all}");
}

/// The numbers left of each node, except the last event.
fn beside(nodes: usize, graph: &[(usize, usize)]) -> Vec<Option<usize>> {
    let center_px = placed(nodes, graph).center_px;
    let left = |node: usize| {
        let (x, y) = center_px[node];
        let beside = (0..49).filter(|it| center_px[*it].1 == y && center_px[*it].0 < x);
        beside.max_by(|a, b| center_px[*a].0.total_cmp(&center_px[*b].0))
    };
    (0..49).map(left).collect()
}
