//! A day as it is written, before its order and its century are known.

use model::date::Day;

/// Which comes first in 03/04/2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// A year, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Whole(i64),
    /// Its last two digits.
    Short(u32),
}

impl Year {
    /// Two digits below the pivot are of this century, the others of the last.
    pub(super) fn read(self, pivot: u32) -> i64 {
        match self {
            Self::Whole(year) => year,
            Self::Short(year) if year < pivot => 2000 + i64::from(year),
            Self::Short(year) => 1900 + i64::from(year),
        }
    }
}

/// The pivot of POSIX: 69 to 99 are 1969 to 1999.
pub(super) const PIVOT: u32 = 69;

/// A written day: year, month and day, or two numbers whose order is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Day { year: Year, month: u32, day: u32 },
    Open { first: u32, second: u32, year: Year },
}

impl Written {
    pub(super) fn read(self, order: DayOrder, pivot: u32) -> Option<Day> {
        match (self, order) {
            (Self::Day { year, month, day }, _) => Day::from_ymd(year.read(pivot), month, day),
            (
                Self::Open {
                    first,
                    second,
                    year,
                },
                DayOrder::DayFirst,
            ) => Day::from_ymd(year.read(pivot), second, first),
            (
                Self::Open {
                    first,
                    second,
                    year,
                },
                DayOrder::MonthFirst,
            ) => Day::from_ymd(year.read(pivot), first, second),
        }
    }

    pub(super) fn year(self) -> Year {
        match self {
            Self::Day { year, .. } | Self::Open { year, .. } => year,
        }
    }
}
