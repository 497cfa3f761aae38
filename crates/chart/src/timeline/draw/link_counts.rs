//! How many links a timeline draws, and what becomes of the others.

use std::collections::{BTreeMap, BTreeSet};

use layout::calendar::year_words;

/// Links by what is drawn of them, in claims.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct LinkCounts {
    /// From mark to mark.
    pub(crate) whole: usize,
    /// Drawn to the count of a lane, where one of their ends is.
    pub(crate) to_counts: usize,
    /// In the window but not drawn: both ends are in counts, or there was no room.
    pub(crate) hidden: usize,
    /// Their cause is outside the window.
    pub(crate) coming: usize,
    /// The years of these causes.
    pub(crate) coming_years: BTreeSet<i64>,
    /// Their effect is outside the window.
    pub(crate) leaving: usize,
    /// The years of these effects.
    pub(crate) leaving_years: BTreeSet<i64>,
    /// Wholly outside.
    pub(crate) outside: usize,
    /// Those that come from the left or go there, and the same on the right, by lane: as far as no text at the edge says
    /// so.
    pub(crate) by_lane: BTreeMap<usize, (usize, usize)>,
}

impl LinkCounts {
    /// How many there are.
    pub(crate) fn total(&self) -> usize {
        self.whole + self.to_counts + self.hidden + self.coming + self.leaving + self.outside
    }

    /// "37 of 42 links drawn whole, 1 comes in from 2015, 2 lead out to 2026, 2 are outside."; empty without links.
    pub(crate) fn sentence(&self) -> String {
        let total = self.total();
        if total == 0 {
            return String::new();
        }
        let plural = if total == 1 { "link" } else { "links" };
        let mut parts = vec![format!("{} of {total} {plural} drawn whole", self.whole)];
        let verb = |count: usize, one: &str, more: &str| {
            format!("{count} {}", if count == 1 { one } else { more })
        };
        if self.to_counts > 0 {
            parts.push(verb(self.to_counts, "ends at a count", "end at counts"));
        }
        if self.hidden > 0 {
            parts.push(verb(self.hidden, "is not drawn", "are not drawn"));
        }
        if self.coming > 0 {
            let said = verb(self.coming, "comes in", "come in");
            parts.push(format!("{said}{}", years(&self.coming_years, "from")));
        }
        if self.leaving > 0 {
            let said = verb(self.leaving, "leads out", "lead out");
            parts.push(format!("{said}{}", years(&self.leaving_years, "to")));
        }
        if self.outside > 0 {
            parts.push(verb(
                self.outside,
                "is outside this period",
                "are outside this period",
            ));
        }
        format!("{}.", parts.join(", "))
    }
}

/// " from 2015", " from 2015 and 2017", " from 2001 to 2017"; nothing without years.
fn years(years: &BTreeSet<i64>, word: &str) -> String {
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return String::new();
    };
    let (from, to) = (year_words(*first), year_words(*last));
    match years.len() {
        1 => format!(" {word} {from}"),
        2 => format!(" {word} {from} and {to}"),
        more => format!(" {word} {more} years from {from} to {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_names_every_part_that_occurs() {
        let counts = LinkCounts {
            whole: 37,
            coming: 1,
            coming_years: [2015].into(),
            leaving: 2,
            leaving_years: [2026, 2027].into(),
            outside: 2,
            ..LinkCounts::default()
        };
        assert_eq!(
            counts.sentence(),
            "37 of 42 links drawn whole, 1 comes in from 2015, 2 lead out to 2026 and 2027, 2 are outside this period."
        );
        assert_eq!(LinkCounts::default().sentence(), "");
        let hidden = LinkCounts {
            hidden: 1,
            ..LinkCounts::default()
        };
        assert_eq!(
            hidden.sentence(),
            "0 of 1 link drawn whole, 1 is not drawn."
        );
    }
}
