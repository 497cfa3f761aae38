//! A date as the app stores it: words, EDTF and bounds.

use std::cmp::Ordering;

use super::edtf::Edtf;
use super::error::DateError;
use super::moment::Bounds;
use super::read::narrow;
use super::shape::Shape;

/// A date that states what is known and what is not.
///
/// Two are equal when words, EDTF and bounds are; the order is by [`sort_key`](Self::sort_key), then by EDTF, words and
/// bounds, so that it is total and consistent with equality.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FuzzyDate {
    /// As it was typed or printed in the source.
    pub words: String,
    /// What it means.
    pub edtf: Edtf,
    /// Its bounds; narrower than those of the EDTF where the analyst knows more.
    pub bounds: Bounds,
}

/// A key that puts dates in the order of a chronology, dates without any known moment last.
///
/// 1. The first known moment: earliest start, or, where that is open, the first that is known.
/// 2. A known start before an open one.
/// 3. The end, an earlier one first, an open one last.
///
/// A date-time with an offset sorts by its instant, one without as if it were UTC. Comparing instants
/// only where both have an offset would not be transitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey {
    first_second: i128,
    open_start: bool,
    end_second: i128,
}

impl SortKey {
    /// The same order as two numbers, which compare faster; `None` beyond about 140 billion years.
    #[must_use]
    pub fn in_two(self) -> Option<(i64, i64)> {
        let small = |second: i128| {
            i64::try_from(second)
                .ok()
                .filter(|it| it.abs() < i64::MAX / 2)
        };
        let unknown = |second: i128| (second == i128::MAX).then_some(i64::MAX / 2);
        let first = unknown(self.first_second).or_else(|| small(self.first_second))?;
        let end = unknown(self.end_second).or_else(|| small(self.end_second))?;
        Some((first * 2 + i64::from(self.open_start), end))
    }
}

impl FuzzyDate {
    /// Parses EDTF; the words are those of [`Edtf::in_words`].
    pub fn from_edtf(text: &str) -> Result<Self, DateError> {
        Ok(Self::from(text.parse::<Edtf>()?))
    }

    /// A date with given words and bounds, such as bounds that are narrowed by other knowledge.
    #[must_use]
    pub fn stated(words: impl Into<String>, edtf: Edtf, bounds: Bounds) -> Self {
        Self {
            words: words.into(),
            edtf,
            bounds,
        }
    }

    /// How it is drawn.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.edtf.shape()
    }

    /// What was understood, in words, with the ends of a span as precise as they are known. Typed again, it means the same.
    #[must_use]
    pub fn in_words(&self) -> String {
        narrow::in_words(self).unwrap_or_else(|| self.edtf.in_words())
    }

    /// Its position in a chronology.
    #[must_use]
    pub fn sort_key(&self) -> SortKey {
        let offset = self
            .edtf
            .offset()
            .map_or(0, |offset| i128::from(offset.minutes()) * 60);
        let first = self.bounds.known().next();
        SortKey {
            first_second: first.map_or(i128::MAX, |moment| moment.first_second() - offset),
            open_start: self.bounds.start_earliest.is_none(),
            end_second: self
                .bounds
                .end_latest
                .map_or(i128::MAX, |moment| moment.end_second() - offset),
        }
    }

    /// The first and the last known instant, in days since 1970-01-01T00:00, for drawing.
    ///
    /// With one open side both come from what is known; `None` when nothing is.
    #[must_use]
    pub fn span_days(&self) -> Option<(f64, f64)> {
        let first = self.bounds.known().min()?;
        let last = self.bounds.known().max_by_key(|it| it.end_order())?;
        Some((first.from_days(), last.until_days()))
    }
}

impl From<Edtf> for FuzzyDate {
    fn from(edtf: Edtf) -> Self {
        Self {
            words: edtf.in_words(),
            bounds: edtf.bounds(),
            edtf,
        }
    }
}

impl Ord for FuzzyDate {
    fn cmp(&self, other: &Self) -> Ordering {
        let moments = |b: &Bounds| {
            [
                b.start_earliest,
                b.start_latest,
                b.end_earliest,
                b.end_latest,
            ]
        };
        self.sort_key()
            .cmp(&other.sort_key())
            .then_with(|| self.edtf.to_string().cmp(&other.edtf.to_string()))
            .then_with(|| self.words.cmp(&other.words))
            .then_with(|| moments(&self.bounds).cmp(&moments(&other.bounds)))
    }
}

impl PartialOrd for FuzzyDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
