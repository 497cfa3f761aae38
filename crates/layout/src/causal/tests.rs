//! What must hold for every graph: nothing overlaps, no link runs through a box, and the same input gives the same output.

use proptest::prelude::*;

use super::{Edge, Node, Placed, Spacing, lay, lay_pinned};

fn node(x_px: f32, label_px: f32) -> Node {
    let (left_px, right_px) = (x_px - 10.0, x_px + 10.0 + label_px);
    Node {
        x_px,
        left_px,
        right_px,
        height_px: 16.0,
        keep_px: (left_px, right_px),
    }
}

fn edge(cause: usize, effect: usize) -> Edge {
    Edge { cause, effect }
}

fn overlap(a: (f32, f32, f32, f32), b: (f32, f32, f32, f32)) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

fn frame(node: &Node, y: f32) -> (f32, f32, f32, f32) {
    (
        node.left_px,
        y - node.height_px / 2.0,
        node.right_px,
        y + node.height_px / 2.0,
    )
}

fn overlaps(nodes: &[Node], placed: &Placed) -> usize {
    let frames: Vec<_> = nodes
        .iter()
        .zip(&placed.y_px)
        .map(|(node, &y)| frame(node, y))
        .collect();
    let pairs = (0..frames.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs
        .filter(|&(a, b)| overlap(frames[a], frames[b]))
        .count()
}

/// How many segments of links run through the boxes of other nodes.
fn trespasses(nodes: &[Node], edges: &[Edge], placed: &Placed) -> usize {
    let mut found = 0;
    for (edge, course) in edges.iter().zip(&placed.courses) {
        for piece in course.windows(2) {
            let ((ax, ay), (bx, by)) = (piece[0], piece[1]);
            assert!(
                (ax - bx).abs() < 0.1 || (ay - by).abs() < 0.1,
                "level or upright"
            );
            let line = (
                ax.min(bx) - 0.5,
                ay.min(by) - 0.5,
                ax.max(bx) + 0.5,
                ay.max(by) + 0.5,
            );
            found += (0..nodes.len())
                .filter(|it| *it != edge.cause && *it != edge.effect)
                .filter(|&it| overlap(line, frame(&nodes[it], placed.y_px[it])))
                .count();
        }
    }
    found
}

fn graphs() -> impl Strategy<Value = (Vec<Node>, Vec<Edge>)> {
    // Few different days, so that many nodes share one.
    (2_usize..100).prop_flat_map(|count| {
        let nodes = prop::collection::vec((0_u8..30, 20_u16..280), count);
        let edges = prop::collection::vec((0..count, 0..count), 0..count * 3 / 2);
        (nodes, edges).prop_map(|(nodes, edges)| {
            let nodes = nodes
                .iter()
                .map(|&(day, px)| node(f32::from(day) * 31.0, f32::from(px)));
            (
                nodes.collect(),
                edges.iter().map(|&(a, b)| edge(a, b)).collect(),
            )
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_overlaps_and_no_link_runs_through_a_box((nodes, edges) in graphs()) {
        let placed = lay(&nodes, &edges, &Spacing::default());
        prop_assert_eq!(placed.y_px.len(), nodes.len());
        prop_assert_eq!(overlaps(&nodes, &placed), 0);
        prop_assert_eq!(trespasses(&nodes, &edges, &placed), 0);
        prop_assert_eq!(&placed, &lay(&nodes, &edges, &Spacing::default()));
    }

    #[test]
    fn links_join_their_nodes((nodes, edges) in graphs()) {
        let placed = lay(&nodes, &edges, &Spacing::default());
        for (edge, course) in edges.iter().zip(&placed.courses) {
            prop_assert_eq!(course.is_empty(), edge.cause == edge.effect);
            let ends = course.first().zip(course.last());
            for (&(x, y), it) in ends.into_iter().flat_map(|(a, b)| [(a, edge.cause), (b, edge.effect)]) {
                prop_assert!(x >= nodes[it].left_px - 0.1 && x <= nodes[it].right_px + 0.1);
                prop_assert!((y - placed.y_px[it]).abs() < 60.0);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_is_pinned_stands_in_its_row_and_the_rest_beside_it(
        (nodes, edges) in graphs(),
        pins in prop::collection::vec(prop::option::weighted(0.3, 0_u8..40), 100),
    ) {
        // Halves are between rows.
        let pins: Vec<Option<f32>> = pins[..nodes.len()]
            .iter()
            .map(|it| it.map(|half| f32::from(half) / 2.0))
            .collect();
        let placed = lay_pinned(&nodes, &edges, &pins, &Spacing::default());
        prop_assert_eq!(overlaps(&nodes, &placed), 0);
        prop_assert_eq!(trespasses(&nodes, &edges, &placed), 0);
        prop_assert_eq!(&placed, &lay_pinned(&nodes, &edges, &pins, &Spacing::default()));
        prop_assert!(placed.rows.windows(2).all(|it| it[0].number < it[1].number));
        let held = (0..nodes.len()).filter_map(|it| Some((pins[it]?, placed.y_px[it])));
        let held: Vec<(f32, f32)> = held.collect();
        for (number, y) in &held {
            let above = held.iter().filter(|it| it.0 < *number);
            prop_assert!(above.clone().all(|it| it.1 < *y), "{held:?}");
        }
        // The first of the list that is pinned to a row has it.
        let first = pins.iter().flatten().next();
        let has_row = |number: &f32| placed.rows.iter().any(|it| it.number == *number);
        prop_assert!(first.is_none_or(has_row));
    }
}

#[test]
fn a_pin_moves_nothing_but_what_is_in_its_way() {
    // Five that share a day, one below the other; the first and a sixth, on another day, go to the fourth row.
    let mut nodes = vec![node(0.0, 80.0); 5];
    nodes.push(node(400.0, 40.0));
    let edges: Vec<Edge> = (0..4).map(|it| edge(it, it + 1)).collect();
    let free = lay(&nodes, &edges, &Spacing::default());
    let order = |y_px: &[f32]| {
        let mut order: Vec<usize> = (1..5).collect();
        order.sort_by(|a, b| y_px[*a].total_cmp(&y_px[*b]));
        order
    };
    let mut pins = vec![None; 6];
    (pins[0], pins[5]) = (Some(3.0), Some(3.0));
    let placed = lay_pinned(&nodes, &edges, &pins, &Spacing::default());
    assert_eq!(order(&free.y_px), order(&placed.y_px));
    assert_eq!(placed.y_px[0], placed.y_px[5]);
    assert_eq!(overlaps(&nodes, &placed), 0);
}

#[test]
fn a_chain_flows_down_and_to_the_right_without_detours() {
    let nodes = [node(0.0, 100.0), node(40.0, 100.0), node(80.0, 100.0)];
    let placed = lay(&nodes, &[edge(0, 1), edge(1, 2)], &Spacing::default());
    assert!(placed.y_px[0] < placed.y_px[1] && placed.y_px[1] < placed.y_px[2]);
    assert!(placed.courses.iter().all(|course| course.len() == 3));
}

#[test]
fn rows_move_apart_to_fill_a_height_but_not_without_end() {
    let nodes = [node(0.0, 50.0), node(10.0, 50.0), node(20.0, 50.0)];
    let height = |fill_px| {
        let spacing = Spacing {
            fill_px,
            ..Spacing::default()
        };
        lay(&nodes, &[edge(0, 1), edge(1, 2)], &spacing).height_px
    };
    assert!((height(70.0) - 70.0).abs() < 0.1);
    assert!(height(9000.0) < 120.0);
}

#[test]
fn crossing_order_is_mended() {
    // Two crossing pairs: causes on the left, effects on the right.
    let nodes = [
        node(0.0, 40.0),
        node(0.0, 40.0),
        node(200.0, 40.0),
        node(200.0, 40.0),
        node(300.0, 40.0),
    ];
    let edges = [edge(0, 3), edge(1, 2), edge(2, 4), edge(3, 4)];
    let placed = lay(&nodes, &edges, &Spacing::default());
    let mut crossings = 0;
    for (index, a) in placed.courses.iter().enumerate() {
        for b in &placed.courses[..index] {
            for (p, q) in a.windows(2).flat_map(|p| b.windows(2).map(move |q| (p, q))) {
                crossings += usize::from(cross(p, q) || cross(q, p));
            }
        }
    }
    assert_eq!(crossings, 0, "{:?}", placed.courses);
}

/// Whether vertical `p` crosses horizontal `q`.
fn cross(p: &[(f32, f32)], q: &[(f32, f32)]) -> bool {
    let within = |it: f32, a: f32, b: f32| it > a.min(b) + 0.1 && it < a.max(b) - 0.1;
    p[0].0 == p[1].0
        && q[0].1 == q[1].1
        && within(p[0].0, q[0].0, q[1].0)
        && within(q[0].1, p[0].1, p[1].1)
}
