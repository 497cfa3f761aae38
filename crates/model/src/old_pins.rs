//! Pins of earlier versions, which held pixels of a chart of one size.

use std::collections::BTreeMap;

use crate::{Board, Pin, Pins, Slot};

/// Where a node was pinned up to version 3 of the file: on the causal chart `y` is a row and `x` nothing; on a map both are
/// pixels, of the center of the box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// How far right.
    pub x: f64,
    /// How far down.
    pub y: f64,
}

/// From one row of the old charts to the next, in pixels: columns of the cause map, its rows where it read downward, columns
/// of themes and actors. Mean distances measured on the sample as those versions drew it.
fn pitch_px(board: Board) -> f64 {
    match board {
        Board::CauseMap => 275.0,
        Board::CauseMapDown => 110.0,
        Board::Causes | Board::Themes | Board::Actors => 300.0,
    }
}

/// The rows and neighbors of pins that held pixels.
///
/// Nodes of a chart are sorted along the direction in which it read. One that is more than half a row further than the one
/// before begins another row; the number of a row follows from its mean distance, and is larger than that of the row
/// before. The neighbor is the nearest pinned node before it in its row: where unpinned ones stood is not known. On the causal
/// chart the row stays.
#[must_use]
pub fn slots(spots: &BTreeMap<Pin, Spot>) -> Pins {
    let mut pins = Pins::default();
    for &board in Board::ALL {
        let own = spots.iter().filter(|(pin, _)| pin.board == board);
        if board == Board::Causes {
            own.for_each(|(pin, spot)| pins.set(*pin, Some(alone(spot.y))));
            continue;
        }
        let mut nodes: Vec<(Pin, f64, f64)> = own
            .map(|(pin, spot)| match board {
                Board::CauseMapDown => (*pin, spot.y, spot.x),
                _ => (*pin, spot.x, spot.y),
            })
            .collect();
        nodes.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        let mut last_row = -1.0_f64;
        for row in nodes.chunk_by_mut(|a, b| b.1 - a.1 <= pitch_px(board) / 2.0) {
            let mean = row.iter().map(|it| it.1).sum::<f64>() / row.len() as f64;
            last_row = (mean / pitch_px(board)).floor().max(last_row + 1.0);
            row.sort_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
            let mut after = None;
            for (pin, _, _) in row {
                let row = last_row;
                pins.set(*pin, Some(Slot { row, after }));
                after = Some(pin.node);
            }
        }
    }
    pins
}

fn alone(row: f64) -> Slot {
    Slot { row, after: None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn placed(board: Board, spots: &[(i64, f64, f64)]) -> Vec<(i64, f64, Option<i64>)> {
        let spot = |(node, x, y): &(i64, f64, f64)| {
            let (board, node) = (board, *node);
            (Pin { board, node }, Spot { x: *x, y: *y })
        };
        let pins = slots(&spots.iter().map(spot).collect());
        pins.all()
            .map(|(pin, slot)| (pin.node, slot.row, slot.after))
            .collect()
    }

    #[test]
    fn boxes_of_a_column_or_row_are_one_row_from_their_first() {
        let spots = [
            (1, 130.0, 300.0),
            (2, 90.0, 80.0),
            (3, 700.0, 40.0),
            (4, 110.0, 190.0),
        ];
        assert_eq!(
            placed(Board::CauseMap, &spots),
            [
                (1, 0.0, Some(4)),
                (2, 0.0, None),
                (3, 2.0, None),
                (4, 0.0, Some(2))
            ]
        );
        // Read downward, y says the row and x the order.
        let down: Vec<_> = spots.iter().map(|(id, x, y)| (*id, *y, *x)).collect();
        let rows = placed(Board::CauseMapDown, &down);
        assert_eq!(
            rows.iter().map(|it| it.2).collect::<Vec<_>>(),
            [Some(4), None, None, Some(2)]
        );
    }

    #[test]
    fn on_causes_in_time_the_row_stays() {
        assert_eq!(
            placed(Board::Causes, &[(1, 0.0, 2.5), (2, 0.0, -1.0)]),
            [(1, 2.5, None), (2, -1.0, None)]
        );
    }

    proptest! {
        #[test]
        fn every_pin_has_a_slot_and_no_two_the_same(
            spots in prop::collection::btree_map(1..40_i64, (0.0..4000.0_f64, 0.0..4000.0_f64), 0..20),
            board in 1..5_usize,
        ) {
            let board = Board::ALL[board];
            let spots: Vec<_> = spots.into_iter().map(|(id, (x, y))| (id, x, y)).collect();
            let found = placed(board, &spots);
            prop_assert_eq!(found.len(), spots.len());
            let mut slots: Vec<_> = found.iter().map(|it| (it.1 as i64, it.2)).collect();
            slots.sort_unstable();
            slots.dedup();
            prop_assert_eq!(slots.len(), found.len());
            for (_, row, after) in &found {
                let before = after.map(|it| found.iter().find(|other| other.0 == it));
                prop_assert!(before.is_none_or(|it| it.is_some_and(|it| it.1 == *row)));
            }
        }
    }
}
