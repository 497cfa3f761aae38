//! Civil days, counted from 1970-01-01 in integers, so that years beyond the range of chrono work too.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::error::DateError;

/// A civil day: days since 1970-01-01 in the proleptic Gregorian calendar.
///
/// Years are astronomical: year 0 is 1 BC, year -1 is 2 BC.
///
/// It travels as ISO 8601 in a string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub i64);

/// The largest year, before or after year 0, that EDTF may name here.
pub const MAX_YEAR: i64 = 1_000_000_000;

/// English month names, January first.
pub const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }
}

/// Days in `month` (1 to 12) of the astronomical `year`; 0 for any other month.
#[must_use]
pub fn days_in_month(year: i64, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

/// True for a leap year of the Gregorian calendar, carried backward before 1582.
#[must_use]
pub fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

impl Day {
    /// The day of that year, month (1 to 12) and day of the month.
    ///
    /// `None` when there is no such day, or the year lies beyond ten times [`MAX_YEAR`].
    #[must_use]
    pub fn from_ymd(year: i64, month: u32, day: u32) -> Option<Self> {
        let known = (1..=days_in_month(year, month)).contains(&day);
        let near = (-10 * MAX_YEAR..=10 * MAX_YEAR).contains(&year);
        (known && near).then(|| Self(days_from_civil(year, i64::from(month), i64::from(day))))
    }

    /// Year, month (1 to 12), day of the month.
    #[must_use]
    pub fn ymd(self) -> (i64, u32, u32) {
        civil_from_days(self.0)
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday, three days after Monday.
        let since_monday = (self.0.rem_euclid(7) + 3) % 7;
        Weekday::ALL[usize::try_from(since_monday).unwrap_or(0)]
    }

    /// The day `days` later; stays at the end of the count rather than overflow.
    #[must_use]
    pub fn plus(self, days: i64) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// That weekday of the week, Monday to Sunday, in which this day lies.
    #[must_use]
    pub fn of_week(self, weekday: Weekday) -> Self {
        self.plus(weekday as i64 - self.weekday() as i64)
    }

    /// The nearest such weekday that is not after this day.
    #[must_use]
    pub fn on_or_before(self, weekday: Weekday) -> Self {
        self.plus(-(self.weekday() as i64 - weekday as i64).rem_euclid(7))
    }

    /// The nearest such weekday that is not before this day.
    #[must_use]
    pub fn on_or_after(self, weekday: Weekday) -> Self {
        self.plus((weekday as i64 - self.weekday() as i64).rem_euclid(7))
    }

    /// "11 June 2025", "15 March 44 BC".
    #[must_use]
    pub fn in_words(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{day} {} {}", month_name(month), year_in_words(year))
    }
}

/// The English name of `month` (1 to 12); empty for any other number.
#[must_use]
pub fn month_name(month: u32) -> &'static str {
    let index = usize::try_from(month).unwrap_or(0).wrapping_sub(1);
    MONTH_NAMES.get(index).copied().unwrap_or("")
}

/// The reason when a day does not exist: "there is no 30 February 2025: the month has 28 days".
pub(crate) fn no_such_day(year: i64, month: u32, day: u32) -> String {
    format!(
        "there is no {day} {} {}: the month has {} days",
        month_name(month),
        year_in_words(year),
        days_in_month(year, month)
    )
}

/// An astronomical year as people write it: "2025", "44 BC" for -43, "AD 79" below 1000, "20255 AD" from 10000 on.
#[must_use]
pub fn year_in_words(year: i64) -> String {
    match year {
        ..=0 => format!("{} BC", 1_i64.saturating_sub(year)),
        1..=999 => format!("AD {year}"),
        // A year that may be a typing error is marked.
        10_000.. => format!("{year} AD"),
        _ => year.to_string(),
    }
}

/// A year as EDTF prints it: four digits, or `Y` before more.
#[must_use]
pub(crate) fn year_in_edtf(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

// Both conversions: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2021). Years start in
// March there, so that the leap day is the last of the year.

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn civil_from_days(days: i64) -> (i64, u32, u32) {
    let shifted = i128::from(days) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let march_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * march_month + 2) / 5 + 1;
    let month = (march_month + 2) % 12 + 1;
    let year = year_of_era + era * 400 + i128::from(month <= 2);
    (
        i64::try_from(year).unwrap_or(0),
        u32::try_from(month).unwrap_or(1),
        u32::try_from(day).unwrap_or(1),
    )
}

impl fmt::Display for Day {
    /// ISO 8601: `2025-06-11`, `-0043-03-15`; EDTF's `Y` before a year of more than four digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        f.pad(&format!("{}-{month:02}-{day:02}", year_in_edtf(year)))
    }
}

impl TryFrom<String> for Day {
    type Error = DateError;

    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

impl FromStr for Day {
    type Err = DateError;

    /// Reads what [`Display`](fmt::Display) prints: one whole, certain day.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let edtf: super::Edtf = text.parse()?;
        edtf.as_day().ok_or_else(|| {
            DateError::new(0, "this is not a single day: write one, such as 2025-06-11")
        })
    }
}
