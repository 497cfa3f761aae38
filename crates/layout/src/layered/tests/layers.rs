//! Layers compared with every possible assignment.

use proptest::prelude::*;

use super::super::layering::Step;
use super::super::rank::rank;

/// Steps from earlier to later nodes that join them all.
fn joined() -> impl Strategy<Value = Vec<Step>> {
    let step = |from, to, least| Step {
        from,
        to,
        least,
        weight: 1,
    };
    let joining = (0..1_usize, 0..2_usize, 0..3_usize, 0..4_usize);
    let others = prop::collection::vec((0..4_usize, 0..4_usize, 1..3_i64), 0..6);
    (joining, others).prop_map(move |(joining, others)| {
        let joining = [joining.0, joining.1, joining.2, joining.3];
        let joining = (1..).zip(joining).map(|(to, from)| step(from, to, 1));
        let others = others
            .iter()
            .map(|&(from, on, least)| step(from, (from + 1 + on).min(4), least));
        joining.chain(others).collect()
    })
}

fn length(steps: &[Step], layer: &[usize]) -> usize {
    steps.iter().map(|it| layer[it.to] - layer[it.from]).sum()
}

/// The minimum total length of all steps, given the layers of the first nodes.
fn least(steps: &[Step], layer: &mut Vec<usize>) -> usize {
    let node = layer.len();
    if node == 5 {
        return length(steps, layer);
    }
    let above = steps.iter().filter(|it| it.to == node);
    let first = above.map(|it| layer[it.from] + it.least as usize).max();
    let mut best = usize::MAX;
    for at in first.unwrap_or(0)..=8 {
        layer.push(at);
        best = best.min(least(steps, layer));
        layer.pop();
    }
    best
}

proptest! {
    #[test]
    fn links_lead_down_and_are_as_short_in_total_as_may_be(steps in joined()) {
        let layer = rank(5, &steps);
        for it in &steps {
            prop_assert!(layer[it.to] >= layer[it.from] + it.least as usize);
        }
        prop_assert_eq!(layer.iter().min(), Some(&0));
        prop_assert_eq!(length(&steps, &layer), least(&steps, &mut Vec::new()));
    }
}
