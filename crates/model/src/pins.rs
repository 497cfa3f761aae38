//! Nodes that the analyst has placed by hand on a chart of relations.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::word::{UnknownWord, words};

words! {
    /// A chart on which nodes can be pinned. A chart read in another direction has its own pins.
    Board, "chart with pins" {
        /// The causal chart.
        Causes = "causes",
        /// The cause map, read from left to right.
        CauseMap = "layers",
        /// The cause map, read from the top down.
        CauseMapDown = "layers-down",
        /// The map of themes.
        Themes = "themes",
        /// The map of actors.
        Actors = "actors",
    }
}

impl Board {
    /// Whether its nodes are events.
    #[must_use]
    pub fn is_of_events(self) -> bool {
        matches!(self, Self::Causes | Self::CauseMap | Self::CauseMapDown)
    }
}

/// A node on a chart. Its word ("causes 12") names it in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pin {
    /// On which chart.
    pub board: Board,
    /// The id of the event, theme or actor that it stands for.
    pub node: i64,
}

impl fmt::Display for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.board, self.node)
    }
}

impl FromStr for Pin {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let pin = || {
            let (board, node) = text.split_once(' ')?;
            let (board, node) = (board.parse().ok()?, node.parse().ok()?);
            Some(Self { board, node })
        };
        pin().ok_or_else(|| UnknownWord {
            what: "pin",
            word: text.chars().take(60).collect(),
            known: String::from("a chart and an id, such as \"causes 12\""),
        })
    }
}

/// The slot of a pinned node: which row, and which node stands before it there. It holds on a page of any size.
///
/// Rows count along the direction in which a chart reads: from the top down on causes in time and on a cause map that reads
/// downward; from left to right, as columns, on a cause map that reads to the right and on the maps of themes and actors.
/// Within a row, nodes are counted from left to right, within a column from the top down.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slot {
    /// Which row, from 0; 2.5 is a new one between the third and the fourth, -1 one before the first.
    pub row: f64,
    /// The id of the node right before it in its row; `None` if it is the first there, and on causes in time, where the date
    /// decides. A node that is gone, or in another row by now, counts as none.
    pub after: Option<i64>,
}

/// All pinned nodes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pins(BTreeMap<Pin, Slot>);

impl Pins {
    /// Where `node` is pinned on `board`, if it is.
    #[must_use]
    pub fn of(&self, board: Board, node: i64) -> Option<Slot> {
        self.0.get(&Pin { board, node }).copied()
    }

    /// Pins a node; `None` unpins it.
    pub fn set(&mut self, pin: Pin, slot: Option<Slot>) {
        match slot {
            Some(slot) => drop(self.0.insert(pin, slot)),
            None => drop(self.0.remove(&pin)),
        }
    }

    /// All pins, by chart, then by id.
    pub fn all(&self) -> impl Iterator<Item = (Pin, Slot)> {
        self.0.iter().map(|(pin, slot)| (*pin, *slot))
    }
}

#[cfg(test)]
mod tests {
    use super::{Board, Pin, Pins, Slot};

    #[test]
    fn a_pin_has_a_word_and_comes_back_from_it() {
        for &board in Board::ALL {
            let pin = Pin { board, node: 12 };
            assert_eq!(pin.to_string().parse(), Ok(pin));
        }
        for word in ["causes", "causes x", "timeline 3", "causes  3", ""] {
            assert!(word.parse::<Pin>().is_err(), "{word}");
        }
    }

    #[test]
    fn each_chart_has_its_own() {
        let mut pins = Pins::default();
        let (board, node) = (Board::CauseMap, 7);
        let slot = Slot {
            row: 1.0,
            after: Some(2),
        };
        pins.set(Pin { board, node }, Some(slot));
        assert_eq!(pins.of(board, node), Some(slot));
        assert_eq!(pins.of(Board::CauseMapDown, node), None);
        pins.set(Pin { board, node }, None);
        assert_eq!(pins, Pins::default());
    }
}
