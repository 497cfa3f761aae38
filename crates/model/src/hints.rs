//! How charts of relations were laid out last, so that one more entry moves few others.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::Board;
use crate::word::UnknownWord;

/// What stands in a row of a chart. Its word is "12", or "12>15" for a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// A node, by the id of the event, theme or actor that it stands for.
    Node(i64),
    /// A link that passes between the nodes of the row, by its cause and its effect.
    Lane(i64, i64),
}

impl fmt::Display for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Node(id) => write!(f, "{id}"),
            Self::Lane(cause, effect) => write!(f, "{cause}>{effect}"),
        }
    }
}

impl FromStr for Held {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let held = || match text.split_once('>') {
            Some((cause, effect)) => Some(Self::Lane(cause.parse().ok()?, effect.parse().ok()?)),
            None => Some(Self::Node(text.parse().ok()?)),
        };
        held().ok_or_else(|| UnknownWord {
            what: "node or link in a row",
            word: text.chars().take(60).collect(),
            known: String::from("an id, such as \"12\", or two, such as \"12>15\""),
        })
    }
}

/// Rows and order of a chart: for each connected part its rows, and of each row what stands in it, in order, counted as in
/// [`crate::Slot`]. It is a hint: what is gone is skipped, and what is missing is placed as if new.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hint {
    /// The parts, the largest first.
    pub parts: Vec<Vec<Vec<Held>>>,
}

impl Hint {
    /// The hint with these parts; rows and parts in which nothing stands are left out.
    #[must_use]
    pub fn of(parts: Vec<Vec<Vec<Held>>>) -> Self {
        let filled = |rows: Vec<Vec<Held>>| {
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
        let all = self.parts.iter().flatten().flatten();
        all.filter(|it| matches!(it, Held::Node(_))).count()
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
    use super::Held::{self, Lane, Node};
    use super::{Hint, Hints};
    use crate::Board;

    #[test]
    fn what_stands_in_a_row_has_a_word_and_comes_back_from_it() {
        for it in [Node(12), Lane(12, 15)] {
            assert_eq!(it.to_string().parse(), Ok(it));
        }
        for word in ["", "a", "1>", ">1", "1>2>3", "1 2"] {
            assert!(word.parse::<Held>().is_err(), "{word}");
        }
    }

    #[test]
    fn a_hint_has_no_empty_rows_and_one_without_nodes_is_none() {
        let row = vec![Node(3), Lane(1, 2), Node(1)];
        let hint = Hint::of(vec![
            vec![row.clone(), vec![]],
            vec![vec![]],
            vec![vec![Node(2)]],
        ]);
        assert_eq!(hint.parts, [vec![row], vec![vec![Node(2)]]]);
        assert_eq!(hint.nodes(), 3);
        let mut hints = Hints::default();
        hints.set(Board::CauseMap, hint.clone());
        assert_eq!(hints.of(Board::CauseMap), Some(&hint));
        assert_eq!(hints.of(Board::CauseMapDown), None);
        hints.set(Board::CauseMap, Hint::default());
        assert_eq!(hints, Hints::default());
    }
}
