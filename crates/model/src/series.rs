//! Series: the daily values of a market or an index.

use std::sync::Arc;

use crate::date::Day;
use crate::id::SeriesId;
use crate::word::words;

words! {
    /// What the numbers of a series are, which determines how it is drawn and how its change is computed.
    Measure, "measure" {
        /// A price or an index level: change is the logarithm of the ratio.
        Price = "price",
        /// A yield, a spread or another number that may be negative: change is the difference.
        Rate = "rate",
        /// Valid until the next value, like a tariff: drawn as steps, change is the difference.
        Steps = "steps",
        /// The values are already changes, as fractions (0.01 is one percent).
        Returns = "returns",
    }
}

/// The values of a series, oldest first, at most one a day. Days without a value are gaps and are not filled.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Points {
    /// Days, each after the one before.
    pub days: Vec<Day>,
    /// The value of each day; for a market, its close.
    pub values: Vec<f64>,
    /// The high of each day; empty when the file has none, `NaN` on a day without.
    pub highs: Vec<f64>,
    /// The low of each day; empty when the file has none, `NaN` on a day without.
    pub lows: Vec<f64>,
}

impl Points {
    /// How many days have a number.
    #[must_use]
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// True without any number.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// Where `day` is, or where the next day with a number is.
    ///
    /// # Errors
    /// The place of the next day when `day` has no number.
    pub fn find(&self, day: Day) -> Result<usize, usize> {
        self.days.binary_search(&day)
    }

    /// The number on `day` or, failing that, the last before it.
    #[must_use]
    pub fn last_until(&self, day: Day) -> Option<(Day, f64)> {
        let after = self.days.partition_point(|it| *it <= day);
        let at = after.checked_sub(1)?;
        Some((self.days[at], self.values[at]))
    }
}

/// A market or reference time series.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Identity, never reused.
    pub id: SeriesId,
    /// Shortcut to type ("brent"), unique in the workspace.
    pub handle: String,
    /// Display name ("Brent crude").
    pub name: String,
    /// Unit ("USD/barrel"); empty when not said.
    pub unit: String,
    /// What the values are.
    pub measure: Measure,
    /// When the market closes, `16:00 America/New_York` (a name of the IANA time zone database): news after that is
    /// for the next trading day. Empty when not said.
    pub closes: String,
    /// Where the values come from: publisher, file.
    pub origin: String,
    /// The values. Shared, because there may be a million and a workspace is copied at every edit.
    pub points: Arc<Points>,
}
