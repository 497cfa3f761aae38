//! Moments and bounds: the range of time in which a date can lie.

use std::fmt;

use super::day::Day;

/// Seconds in a civil day; leap seconds are not counted.
pub(crate) const DAY_SECONDS: u32 = 86_400;

/// A civil day, or a second of one.
///
/// The order is by first instant; a whole day comes before its own first second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// Seconds after its midnight, below 86,400; `None` for the whole day.
    pub second: Option<u32>,
}

impl Moment {
    /// A whole day.
    #[must_use]
    pub fn whole(day: Day) -> Self {
        Self { day, second: None }
    }

    /// Its first instant, in days since 1970-01-01T00:00.
    #[must_use]
    pub fn from_days(self) -> f64 {
        match self.second {
            None => self.day.0 as f64,
            Some(_) => in_days(self.first_second()),
        }
    }

    /// Its exclusive end, in days since 1970-01-01T00:00.
    #[must_use]
    pub fn until_days(self) -> f64 {
        match self.second {
            None => self.day.0 as f64 + 1.0,
            Some(_) => in_days(self.end_second()),
        }
    }

    /// A key that orders moments by their ends.
    pub(crate) fn end_order(self) -> (Day, u32) {
        (self.day, self.second.map_or(DAY_SECONDS, |it| it + 1))
    }

    /// Seconds from 1970-01-01T00:00 to its first instant.
    pub(crate) fn first_second(self) -> i128 {
        i128::from(self.day.0) * i128::from(DAY_SECONDS) + i128::from(self.second.unwrap_or(0))
    }

    /// Seconds from 1970-01-01T00:00 to its end.
    pub(crate) fn end_second(self) -> i128 {
        self.first_second()
            + if self.second.is_some() {
                1
            } else {
                i128::from(DAY_SECONDS)
            }
    }
}

fn in_days(seconds: i128) -> f64 {
    // Exact to the second for all years in which a screen can show seconds.
    seconds as f64 / f64::from(DAY_SECONDS)
}

impl From<Day> for Moment {
    fn from(day: Day) -> Self {
        Self::whole(day)
    }
}

impl fmt::Display for Moment {
    /// ISO 8601: `2025-06-11` or `2025-06-11T18:30:00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.second {
            None => self.day.fmt(f),
            Some(s) => f.pad(&format!(
                "{}T{:02}:{:02}:{:02}",
                self.day,
                s / 3600,
                s / 60 % 60,
                s % 60
            )),
        }
    }
}

/// The bounds of a date. `None` is open or unknown.
///
/// For a single date the two ends are the same day, so both pairs hold its earliest and its latest
/// possible moment. For a span the first pair bounds where it begins and the second where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Bounds {
    /// Begins no earlier than.
    pub start_earliest: Option<Moment>,
    /// Begins no later than.
    pub start_latest: Option<Moment>,
    /// Ends no earlier than.
    pub end_earliest: Option<Moment>,
    /// Ends no later than this moment, which still belongs to the date.
    pub end_latest: Option<Moment>,
}

impl Bounds {
    /// The bounds of a single date between `earliest` and `latest`.
    #[must_use]
    pub fn single(earliest: Option<Moment>, latest: Option<Moment>) -> Self {
        Self {
            start_earliest: earliest,
            start_latest: latest,
            end_earliest: earliest,
            end_latest: latest,
        }
    }

    /// The known moments, in the order start to end.
    pub(crate) fn known(&self) -> impl Iterator<Item = Moment> {
        [
            self.start_earliest,
            self.start_latest,
            self.end_earliest,
            self.end_latest,
        ]
        .into_iter()
        .flatten()
    }
}
