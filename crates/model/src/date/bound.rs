//! Bounds: the earliest and the latest moment that a form allows.

use super::day::{Day, days_in_month};
use super::edtf::{Date, Digits, Edge, Edtf, Member, Month, SetKind, Year, YearForm};
use super::moment::{Bounds, Moment};

/// Which bound is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Earliest,
    Latest,
}

impl Edtf {
    /// Its bounds. Qualifiers (`?`, `~`, `%`) do not widen them, and an offset does not shift them: the
    /// bounds are in the civil time that was written.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        of(self)
    }
}

/// The bounds of a form.
fn of(edtf: &Edtf) -> Bounds {
    match edtf {
        Edtf::Date(date) => Bounds::single(date.earliest(), date.latest()),
        Edtf::Interval { start, end } => Bounds {
            start_earliest: start.date().and_then(Date::earliest),
            start_latest: start.date().and_then(Date::latest),
            end_earliest: end.date().and_then(Date::earliest),
            end_latest: end.date().and_then(Date::latest),
        },
        Edtf::Set {
            kind: SetKind::OneOf,
            members,
        } => one_of(members),
        Edtf::Set {
            kind: SetKind::AllOf,
            members,
        } => all_of(members),
    }
}

fn one_of(members: &[Member]) -> Bounds {
    let all = all_of(members);
    Bounds::single(all.start_earliest, all.end_latest)
}

/// All of a set: begins with its first member and ends with its last.
fn all_of(members: &[Member]) -> Bounds {
    let starts = || members.iter().map(Member::first);
    let ends = || members.iter().map(Member::last);
    Bounds {
        start_earliest: least(starts().map(|date| date.and_then(Date::earliest))),
        start_latest: least(starts().map(|date| date.and_then(Date::latest))),
        end_earliest: greatest(ends().map(|date| date.and_then(Date::earliest))),
        end_latest: greatest(ends().map(|date| date.and_then(Date::latest))),
    }
}

/// The earliest, or `None` when one of them is open.
fn least(moments: impl Iterator<Item = Option<Moment>>) -> Option<Moment> {
    moments.collect::<Option<Vec<_>>>()?.into_iter().min()
}

/// The one that ends last, or `None` when one of them is open.
fn greatest(moments: impl Iterator<Item = Option<Moment>>) -> Option<Moment> {
    moments
        .collect::<Option<Vec<_>>>()?
        .into_iter()
        .max_by_key(|moment| moment.end_second())
}

impl Edge {
    /// The date, where there is one.
    #[must_use]
    pub fn date(&self) -> Option<&Date> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl Member {
    /// Its first date; `None` when it goes back without end.
    #[must_use]
    pub fn first(&self) -> Option<&Date> {
        match self {
            Self::One(date) | Self::Range(date, _) | Self::From(date) => Some(date),
            Self::UpTo(_) => None,
        }
    }

    /// Its last date; `None` when it goes on without end.
    #[must_use]
    pub fn last(&self) -> Option<&Date> {
        match self {
            Self::One(date) | Self::Range(_, date) | Self::UpTo(date) => Some(date),
            Self::From(_) => None,
        }
    }
}

impl Date {
    /// The earliest moment it may mean. Never `None` for a date that was read.
    #[must_use]
    pub fn earliest(&self) -> Option<Moment> {
        self.moment(Side::Earliest)
    }

    /// The latest moment it may mean. Never `None` for a date that was read.
    #[must_use]
    pub fn latest(&self) -> Option<Moment> {
        self.moment(Side::Latest)
    }

    fn moment(&self, side: Side) -> Option<Moment> {
        let (low, high) = self.year.value.range();
        let day = match side {
            Side::Earliest => (low..=high).find_map(|year| self.in_year(year, side)),
            Side::Latest => (low..=high).rev().find_map(|year| self.in_year(year, side)),
        };
        Some(Moment {
            day: day?,
            second: self.time.map(|time| time.second),
        })
    }

    fn in_year(&self, year: i64, side: Side) -> Option<Day> {
        if !self.year.value.matches(year) {
            return None;
        }
        match self.month.as_ref().map(|part| part.value) {
            None => whole(year, 1, 12, side),
            Some(Month::Group(code)) => {
                let (first, last) = group_months(code)?;
                whole(year, first, last, side)
            }
            Some(Month::Digits(digits)) => {
                numbers(digits, 12, side).find_map(|month| self.in_month(year, month, side))
            }
        }
    }

    fn in_month(&self, year: i64, month: u32, side: Side) -> Option<Day> {
        let Some(day) = &self.day else {
            return whole(year, month, month, side);
        };
        let day = numbers(day.value, days_in_month(year, month), side).next()?;
        Day::from_ymd(year, month, day)
    }
}

/// The numbers from 1 to `highest` that `digits` can mean, starting at the wanted bound.
fn numbers(digits: Digits<2>, highest: u32, side: Side) -> impl Iterator<Item = u32> {
    (1..=highest)
        .map(move |number| {
            if side == Side::Earliest {
                number
            } else {
                highest + 1 - number
            }
        })
        .filter(move |number| digits.matches(*number))
}

/// An end of the months `first` to `last` of `year`; months above 12 belong to the next year.
fn whole(year: i64, first: u32, last: u32, side: Side) -> Option<Day> {
    let month = if side == Side::Earliest { first } else { last };
    let (year, month) = if month > 12 {
        (year + 1, month - 12)
    } else {
        (year, month)
    };
    let day = if side == Side::Earliest {
        1
    } else {
        days_in_month(year, month)
    };
    Day::from_ymd(year, month, day)
}

/// First and last month of a group code (21 to 41); above 12 is the next year. `None` for other codes.
///
/// 21 to 24 name no hemisphere; they are taken as northern, by whole months.
#[must_use]
pub(crate) fn group_months(code: u8) -> Option<(u32, u32)> {
    Some(match code {
        21 | 25 | 31 => (3, 5),
        22 | 26 | 32 => (6, 8),
        23 | 27 | 29 => (9, 11),
        24 | 28 | 30 => (12, 14),
        33..=36 => (u32::from(code - 33) * 3 + 1, u32::from(code - 33) * 3 + 3),
        37..=39 => (u32::from(code - 37) * 4 + 1, u32::from(code - 37) * 4 + 4),
        40..=41 => (u32::from(code - 40) * 6 + 1, u32::from(code - 40) * 6 + 6),
        _ => return None,
    })
}

impl Year {
    /// The year itself, when no digit of it is open.
    #[must_use]
    pub fn exact(&self) -> Option<i64> {
        let (low, high) = self.range();
        (low == high).then_some(low)
    }

    /// The first and the last astronomical year it may mean.
    #[must_use]
    pub fn range(&self) -> (i64, i64) {
        let (low, high) = match (self.form, self.significant) {
            (YearForm::Four(digits), None) => (digits.filled(0).into(), digits.filled(9).into()),
            (_, None) => (self.size(), self.size()),
            (_, Some(kept)) => significant(self.size(), kept),
        };
        // A year zero has no sign, so -000X ends at -1.
        if self.negative {
            (-high, -low.max(1))
        } else {
            (low, high)
        }
    }

    /// True when `year` can be meant.
    #[must_use]
    pub(crate) fn matches(&self, year: i64) -> bool {
        match (self.form, self.significant) {
            (YearForm::Four(digits), None) => {
                u32::try_from(year.unsigned_abs()).is_ok_and(|size| digits.matches(size))
            }
            _ => true,
        }
    }

    /// The number as written, without its sign; an `X` counts as 0.
    fn size(&self) -> i64 {
        let size = match self.form {
            YearForm::Four(digits) => u64::from(digits.filled(0)),
            YearForm::Long(size) => size,
            YearForm::Exponent { mantissa, zeros } => 10_u64
                .checked_pow(zeros.into())
                .and_then(|ten| ten.checked_mul(mantissa))
                .unwrap_or(u64::MAX),
        };
        i64::try_from(size).unwrap_or(i64::MAX)
    }
}

/// The years that share the first `kept` digits of `size`.
fn significant(size: i64, kept: u8) -> (i64, i64) {
    let digits = size.checked_ilog10().unwrap_or(0) + 1;
    let unit = 10_i64.pow(digits.saturating_sub(kept.into()));
    let low = size / unit * unit;
    (low, low.saturating_add(unit - 1))
}
