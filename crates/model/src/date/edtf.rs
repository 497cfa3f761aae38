//! The forms of EDTF (ISO 8601-2:2019, levels 0 and 1, and the parts of level 2 that dates of events
//! need), kept exactly as they were written.
//!
//! The structs cannot be built outside this crate: they come only from parsing, so every value is a
//! date that exists. Where the standard says nothing:
//!
//! - seasons without a hemisphere are northern by the months (spring is March to May); a winter, and a
//!   southern summer, belongs to the year in which it begins;
//! - a month or a day may follow a `Y` year, so that far years have days too;
//! - a date-time may end an interval, as in ISO 8601-1.

/// A date in EDTF: one date, an interval or a set.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date: `2025-06-11`, `2025-06`, `201X`, `2026-33`, `2025-06-11T18:30:00Z`.
    Date(Date),
    /// A span: `2025-05-14/2025-08-12`, `2025-06-11/..`.
    Interval {
        /// Where it begins.
        start: Edge,
        /// Where it ends.
        end: Edge,
    },
    /// One of several dates `[a,b]`, or all of them `{a,b}`.
    Set {
        /// Which of the two.
        kind: SetKind,
        /// The members between the brackets, at least one.
        members: Vec<Member>,
    },
}

/// An end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Edge {
    /// A date.
    Date(Date),
    /// `..`: it has none, the span is open.
    Open,
    /// Nothing written: it has one, but it is unknown.
    Unknown,
}

/// How many members of a set are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetKind {
    /// `[ ]`: one of them.
    OneOf,
    /// `{ }`: all of them.
    AllOf,
}

/// A member of a set.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Member {
    /// One date.
    One(Date),
    /// `a..b`: every date from a to b, both included.
    Range(Date, Date),
    /// `..b`: b and every date before; only first in a set.
    UpTo(Date),
    /// `a..`: a and every date after; only last in a set.
    From(Date),
}

/// One date, as precise as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Date {
    /// The year.
    pub year: DatePart<Year>,
    /// The month, or a season, quarter and the like.
    pub month: Option<DatePart<Month>>,
    /// The day of the month; only after a month.
    pub day: Option<DatePart<Digits<2>>>,
    /// The time of day; only after a day without `X`.
    pub time: Option<Time>,
}

/// A year, month or day with its qualifiers.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct DatePart<T> {
    /// Written before it: applies to this part alone.
    pub before: Option<Doubt>,
    /// The year, month or day.
    pub value: T,
    /// Written after it: applies to this part and all to its left.
    pub after: Option<Doubt>,
}

/// A qualifier: uncertain, approximate or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// `?`: the source may be wrong.
    Uncertain,
    /// `~`: approximate.
    Approximate,
    /// `%`: both.
    Both,
}

/// Decimal digits in their places; `None` is an `X`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digits<const N: usize>(pub [Option<u8>; N]);

/// A year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Year {
    /// Before year 0, which is 1 BC.
    pub negative: bool,
    /// How it is written.
    pub form: YearForm,
    /// `S2`: only that many leading digits are significant.
    pub significant: Option<u8>,
}

/// How a year is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum YearForm {
    /// Four digits: `2025`, `201X`.
    Four(Digits<4>),
    /// `Y17000`: more than four.
    Long(u64),
    /// `Y17E7`: 17 followed by 7 zeros.
    Exponent {
        /// The leading digits.
        mantissa: u64,
        /// The number of zeros after them.
        zeros: u8,
    },
}

/// A month or a group of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Month {
    /// A month, perhaps with `X`.
    Digits(Digits<2>),
    /// A season, quarter, third or half of a year: codes 21 to 41.
    Group(u8),
}

/// A time of day, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Time {
    /// Seconds after midnight, below 86,400.
    pub second: u32,
    /// The offset from UTC, where it is given.
    pub offset: Option<Offset>,
}

/// An offset from UTC, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Offset {
    /// `Z`.
    Utc,
    /// `+05`: hours east of UTC.
    Hours(i8),
    /// `+05:30`: minutes east of UTC.
    Minutes(i16),
}

impl Offset {
    /// Minutes east of UTC.
    #[must_use]
    pub fn minutes(self) -> i16 {
        match self {
            Self::Utc => 0,
            Self::Hours(hours) => i16::from(hours) * 60,
            Self::Minutes(minutes) => minutes,
        }
    }
}

impl Edtf {
    /// The offset of its first date-time that has one.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        match self {
            Self::Date(date) => date.offset(),
            Self::Interval { start, end } => [start, end].into_iter().find_map(|edge| match edge {
                Edge::Date(date) => date.offset(),
                Edge::Open | Edge::Unknown => None,
            }),
            Self::Set { .. } => None,
        }
    }
}

impl Date {
    /// The offset of its time, where it has one.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        self.time.and_then(|time| time.offset)
    }

    /// True when any part has a qualifier.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        let mut doubts = [self.year.before, self.year.after]
            .into_iter()
            .chain(
                self.month
                    .as_ref()
                    .map_or([None, None], |part| [part.before, part.after]),
            )
            .chain(
                self.day
                    .as_ref()
                    .map_or([None, None], |part| [part.before, part.after]),
            );
        doubts.any(|doubt| doubt.is_some())
    }
}

impl<const N: usize> Digits<N> {
    /// The number, when no digit is an `X`.
    #[must_use]
    pub fn value(self) -> Option<u32> {
        self.0.iter().try_fold(0, |sum, digit| {
            digit.map(|digit| sum * 10 + u32::from(digit))
        })
    }

    /// The number with every `X` taken as `digit`.
    #[must_use]
    pub fn filled(self, digit: u8) -> u32 {
        self.0
            .iter()
            .fold(0, |sum, known| sum * 10 + u32::from(known.unwrap_or(digit)))
    }

    /// True when `number` can be meant.
    #[must_use]
    pub fn matches(self, number: u32) -> bool {
        let mut rest = number;
        let fits = self.0.iter().rev().all(|known| {
            let digit = rest % 10;
            rest /= 10;
            known.is_none_or(|known| u32::from(known) == digit)
        });
        fits && rest == 0
    }
}
