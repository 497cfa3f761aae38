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

/// The position of a pinned node. On the causal chart x is time and is not pinned, and y counts rows from 0 at the top; 2.5 is
/// between the third and the fourth. On a map both are pixels, of the center of the box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// How far right.
    pub x: f64,
    /// How far down.
    pub y: f64,
}

/// All pinned nodes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pins(BTreeMap<Pin, Spot>);

impl Pins {
    /// Where `node` is pinned on `board`, if it is.
    #[must_use]
    pub fn of(&self, board: Board, node: i64) -> Option<Spot> {
        self.0.get(&Pin { board, node }).copied()
    }

    /// Pins a node; `None` unpins it.
    pub fn set(&mut self, pin: Pin, spot: Option<Spot>) {
        match spot {
            Some(spot) => drop(self.0.insert(pin, spot)),
            None => drop(self.0.remove(&pin)),
        }
    }

    /// All pins, by chart, then by id.
    pub fn all(&self) -> impl Iterator<Item = (Pin, Spot)> {
        self.0.iter().map(|(pin, spot)| (*pin, *spot))
    }
}

#[cfg(test)]
mod tests {
    use super::{Board, Pin, Pins, Spot};

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
        pins.set(Pin { board, node }, Some(Spot { x: 1.0, y: 2.0 }));
        assert_eq!(pins.of(board, node), Some(Spot { x: 1.0, y: 2.0 }));
        assert_eq!(pins.of(Board::CauseMapDown, node), None);
        pins.set(Pin { board, node }, None);
        assert_eq!(pins, Pins::default());
    }
}
