//! What must hold for every graph: nothing overlaps, no link runs through a box, and the same input gives the same output.

mod layers;
mod random;

use proptest::prelude::*;

use super::{Edge, Effort, Node, Placed, Spacing, lay, lay_pinned};

const BOX: Node = Node {
    width_px: 100.0,
    height_px: 30.0,
};

fn edge(from: usize, to: usize) -> Edge {
    Edge {
        from,
        to,
        label: None,
    }
}

fn edges(pairs: &[(usize, usize)]) -> Vec<Edge> {
    pairs.iter().map(|it| edge(it.0, it.1)).collect()
}

fn placed(count: usize, pairs: &[(usize, usize)]) -> Placed {
    lay(
        &vec![BOX; count],
        &edges(pairs),
        &Spacing::default(),
        Effort::Steady,
    )
}

/// Whether two segments cross at a point that is an end of neither.
fn cross(a: [(f32, f32); 2], b: [(f32, f32); 2]) -> bool {
    let side = |p: (f32, f32), q: (f32, f32), r: (f32, f32)| {
        f64::from(q.0 - p.0) * f64::from(r.1 - p.1) - f64::from(q.1 - p.1) * f64::from(r.0 - p.0)
    };
    side(a[0], a[1], b[0]) * side(a[0], a[1], b[1]) < -1e-6
        && side(b[0], b[1], a[0]) * side(b[0], b[1], a[1]) < -1e-6
}

fn crossings(placed: &Placed) -> usize {
    let pieces = |it: &Vec<(f32, f32)>| -> Vec<[(f32, f32); 2]> {
        it.windows(2).map(|it| [it[0], it[1]]).collect()
    };
    let all: Vec<Vec<[(f32, f32); 2]>> = placed.courses.iter().map(pieces).collect();
    let mut count = 0;
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            count += one
                .iter()
                .flat_map(|a| other.iter().map(move |b| cross(*a, *b)))
                .filter(|it| *it)
                .count();
        }
    }
    count
}

/// Whether a segment touches the inside of a box (Liang and Barsky 1984).
fn touches(piece: &[(f32, f32)], center: (f32, f32), node: Node) -> bool {
    let (half_w, half_h) = (node.width_px / 2.0 - 0.5, node.height_px / 2.0 - 0.5);
    let (mut first, mut last) = (0.0_f32, 1.0_f32);
    let (dx, dy) = (piece[1].0 - piece[0].0, piece[1].1 - piece[0].1);
    for (along, room) in [
        (-dx, piece[0].0 - (center.0 - half_w)),
        (dx, center.0 + half_w - piece[0].0),
        (-dy, piece[0].1 - (center.1 - half_h)),
        (dy, center.1 + half_h - piece[0].1),
    ] {
        if along == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if along < 0.0 {
            first = first.max(room / along);
        } else {
            last = last.min(room / along);
        }
    }
    first < last
}

fn check(nodes: &[Node], edges: &[Edge], placed: &Placed) -> Result<(), TestCaseError> {
    check_places(nodes, edges, placed)?;
    for (at, edge) in edges.iter().enumerate() {
        if edge.from != edge.to {
            let down = placed.center_px[edge.to].1 > placed.center_px[edge.from].1;
            prop_assert_eq!(down, !placed.turned[at]);
        }
    }
    Ok(())
}

fn check_places(nodes: &[Node], edges: &[Edge], placed: &Placed) -> Result<(), TestCaseError> {
    for (one, a) in placed.center_px.iter().enumerate() {
        for (other, b) in placed.center_px.iter().enumerate().skip(one + 1) {
            let apart = (a.0 - b.0).abs()
                >= f32::midpoint(nodes[one].width_px, nodes[other].width_px)
                || (a.1 - b.1).abs() >= f32::midpoint(nodes[one].height_px, nodes[other].height_px);
            prop_assert!(apart, "{one} and {other} overlap");
        }
    }
    for (at, edge) in edges.iter().enumerate() {
        let course = &placed.courses[at];
        prop_assert_eq!(course.is_empty(), edge.from == edge.to);
        for piece in course.windows(2) {
            for node in (0..nodes.len()).filter(|it| *it != edge.from && *it != edge.to) {
                let through = touches(piece, placed.center_px[node], nodes[node]);
                prop_assert!(!through, "edge {at} runs through {node}");
            }
        }
    }
    Ok(())
}

#[test]
fn nothing_is_laid_out_as_nothing() {
    let placed = placed(0, &[]);
    assert_eq!((placed.width_px, placed.height_px), (0.0, 0.0));
}

#[test]
fn a_chain_runs_straight_down() {
    let placed = placed(3, &[(0, 1), (1, 2)]);
    let x: Vec<f32> = placed.center_px.iter().map(|it| it.0).collect();
    assert!(x.windows(2).all(|it| (it[0] - it[1]).abs() < 0.01));
    assert_eq!(placed.layer, [0, 1, 2]);
    assert_eq!(placed.courses[0].len(), 2);
}

#[test]
fn what_need_not_cross_does_not() {
    let tree = [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6), (0, 6)];
    assert_eq!(crossings(&placed(7, &tree)), 0);
    // Three causes, three effects, all linked: nine crossings are the fewest in two layers.
    let all: Vec<(usize, usize)> = (0..3).flat_map(|a| (3..6).map(move |b| (a, b))).collect();
    assert_eq!(crossings(&placed(6, &all)), 9);
}

#[test]
fn a_cycle_turns_one_link() {
    let placed = placed(3, &[(0, 1), (1, 2), (2, 0)]);
    assert_eq!(placed.turned, [false, false, true]);
    assert_eq!(placed.courses[2].first().map(|it| it.1 > 60.0), Some(true));
}

#[test]
fn two_links_between_the_same_two_do_not_lie_on_one_another() {
    let placed = placed(2, &[(0, 1), (0, 1), (1, 1)]);
    assert_ne!(placed.courses[0], placed.courses[1]);
    assert!(placed.courses[2].is_empty());
}

#[test]
fn parts_stand_side_by_side_as_the_page_is_shaped() {
    let pairs: Vec<(usize, usize)> = (0..30).map(|at| (2 * at, 2 * at + 1)).collect();
    for aspect in [0.4, 1.0, 2.5] {
        let spacing = Spacing {
            aspect,
            ..Spacing::default()
        };
        let node = Node {
            width_px: 100.0,
            height_px: 30.0,
        };
        let placed = lay(&[node; 60], &edges(&pairs), &spacing, Effort::Steady);
        let shape = placed.width_px / placed.height_px / aspect;
        assert!((0.6..1.6).contains(&shape), "{shape} times {aspect}");
    }
}

#[test]
fn labels_have_room_of_their_own() {
    let label = Some((60.0, 14.0));
    let edges: Vec<Edge> = (1..4)
        .map(|to| Edge {
            label,
            ..edge(0, to)
        })
        .collect();
    let placed = lay(&[BOX; 4], &edges, &Spacing::default(), Effort::Steady);
    let labels: Vec<(f32, f32)> = placed.labels.iter().copied().flatten().collect();
    assert_eq!(labels.len(), 3);
    for (at, one) in labels.iter().enumerate() {
        for other in &labels[at + 1..] {
            assert!((one.0 - other.0).abs() >= 60.0 || (one.1 - other.1).abs() >= 14.0);
        }
        for center in &placed.center_px {
            assert!((one.0 - center.0).abs() >= 80.0 || (one.1 - center.1).abs() >= 22.0);
        }
    }
}

proptest! {
    #[test]
    fn nothing_overlaps_and_no_link_runs_through_a_box(
        count in 1..14_usize,
        pairs in prop::collection::vec((0..14_usize, 0..14_usize, any::<bool>()), 0..28),
        heights in prop::collection::vec(20..60_u8, 14),
    ) {
        let nodes: Vec<Node> = (0..count)
            .map(|it| Node { width_px: 60.0 + 3.0 * f32::from(heights[it]), height_px: heights[it].into() })
            .collect();
        let edges: Vec<Edge> = pairs
            .into_iter()
            .map(|it| Edge { label: it.2.then_some((40.0, 12.0)), ..edge(it.0 % count, it.1 % count) })
            .collect();
        let placed = lay(&nodes, &edges, &Spacing::default(), Effort::Steady);
        check(&nodes, &edges, &placed)?;
        prop_assert_eq!(&placed, &lay(&nodes, &edges, &Spacing::default(), Effort::Steady));
        let thorough = lay(&nodes, &edges, &Spacing::default(), Effort::Thorough);
        check(&nodes, &edges, &thorough)?;
        prop_assert!(crossings(&thorough) <= crossings(&placed));
    }
}

proptest! {
    #[test]
    fn what_is_pinned_stands_there_and_the_rest_beside_it(
        count in 2..14_usize,
        pairs in prop::collection::vec((0..14_usize, 0..14_usize, any::<bool>()), 0..28),
        pins in prop::collection::vec(prop::option::weighted(0.3, (0..700_u16, 0..700_u16)), 14),
    ) {
        let nodes = vec![BOX; count];
        let edges: Vec<Edge> = pairs
            .into_iter()
            .map(|it| Edge { label: it.2.then_some((40.0, 12.0)), ..edge(it.0 % count, it.1 % count) })
            .collect();
        let pins: Vec<Option<(f32, f32)>> = pins[..count]
            .iter()
            .map(|it| it.map(|it| (f32::from(it.0), f32::from(it.1))))
            .collect();
        let lay = || lay_pinned(&nodes, &edges, &pins, &Spacing::default(), Effort::Steady);
        let placed = lay();
        check_places(&nodes, &edges, &placed)?;
        prop_assert_eq!(&placed, &lay());
        // The first gets its position, limited to the map.
        if let Some(at) = pins.iter().position(Option::is_some) {
            let (x, y) = pins[at].unwrap();
            prop_assert_eq!(placed.center_px[at], (x.max(50.0), y.max(15.0)));
        }
        for (center, node) in placed.center_px.iter().zip(&nodes) {
            prop_assert!(center.0 + node.width_px / 2.0 <= placed.width_px + 0.1);
            prop_assert!(center.1 + node.height_px / 2.0 <= placed.height_px + 0.1);
        }
        // No link runs over the inside of its own boxes either.
        for (at, edge) in edges.iter().enumerate() {
            for (piece, node) in placed.courses[at].windows(2).flat_map(|it| [(it, edge.from), (it, edge.to)]) {
                prop_assert!(!touches(piece, placed.center_px[node], nodes[node]), "{at} over {node}");
            }
        }
    }
}

#[test]
fn a_pin_moves_nothing_but_what_is_in_its_way() {
    let pairs = [(0, 1), (0, 2), (1, 3), (2, 3)];
    let free = placed(4, &pairs);
    let mut pins = [None; 4];
    pins[3] = Some((free.center_px[3].0 + 400.0, free.center_px[3].1));
    let hold = |pins: &[Option<(f32, f32)>]| {
        lay_pinned(
            &[BOX; 4],
            &edges(&pairs),
            pins,
            &Spacing::default(),
            Effort::Steady,
        )
    };
    let held = hold(&pins);
    assert_eq!(held.center_px[..3], free.center_px[..3]);
    assert_eq!(held.courses[..2], free.courses[..2]);
    assert_ne!(held.courses[2], free.courses[2]);
    // On top of the second: that one moves aside, and only that one.
    pins[3] = Some(free.center_px[1]);
    let held = hold(&pins);
    assert_eq!(held.center_px[3], free.center_px[1]);
    assert_ne!(held.center_px[1], free.center_px[1]);
    assert_eq!(held.center_px[0], free.center_px[0]);
    assert_eq!(held.center_px[2], free.center_px[2]);
}
