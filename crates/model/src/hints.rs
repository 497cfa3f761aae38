//! How charts of relations were laid out last, so that one more entry moves few others.

use std::collections::BTreeMap;

use crate::Board;

/// Rows and order of the nodes of a chart: for each connected part its rows, and of each row the ids of its nodes in order,
/// counted as in [`crate::Slot`]. It is a hint: nodes that are gone are skipped, and nodes that are missing are placed anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hint {
    /// The parts, the largest first.
    pub parts: Vec<Vec<Vec<i64>>>,
}

impl Hint {
    /// The hint with these parts; rows and parts without nodes are left out.
    #[must_use]
    pub fn of(parts: Vec<Vec<Vec<i64>>>) -> Self {
        let filled = |rows: Vec<Vec<i64>>| {
            let rows = rows.into_iter().filter(|it| !it.is_empty());
            rows.collect::<Vec<_>>()
        };
        let parts = parts.into_iter().map(filled);
        Self {
            parts: parts.filter(|it| !it.is_empty()).collect(),
        }
    }

    /// How many nodes it places.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.parts.iter().flatten().map(Vec::len).sum()
    }
}

/// The hints of all charts. They are no work of the analyst: they are outside of the history, of JSON and of exports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints(BTreeMap<Board, Hint>);

impl Hints {
    /// The hint of a chart, if it has one.
    #[must_use]
    pub fn of(&self, board: Board) -> Option<&Hint> {
        self.0.get(&board)
    }

    /// Keeps the hint of a chart; one without nodes is none.
    pub fn set(&mut self, board: Board, hint: Hint) {
        if hint.nodes() == 0 {
            self.0.remove(&board);
        } else {
            self.0.insert(board, hint);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hint, Hints};
    use crate::Board;

    #[test]
    fn a_hint_has_no_empty_rows_and_one_without_nodes_is_none() {
        let hint = Hint::of(vec![vec![vec![3, 1], vec![]], vec![vec![]], vec![vec![2]]]);
        assert_eq!(hint.parts, [vec![vec![3, 1]], vec![vec![2]]]);
        assert_eq!(hint.nodes(), 3);
        let mut hints = Hints::default();
        hints.set(Board::CauseMap, hint.clone());
        assert_eq!(hints.of(Board::CauseMap), Some(&hint));
        assert_eq!(hints.of(Board::CauseMapDown), None);
        hints.set(Board::CauseMap, Hint::default());
        assert_eq!(hints, Hints::default());
    }
}
