//! How a date is drawn.

use super::day::Day;
use super::edtf::{Date, DatePart, Edge, Edtf, Member, Month, SetKind};

/// How a date is drawn: there is one kind of mark for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// One known day, or a time of it.
    Day,
    /// One day somewhere inside a month, season or year, or with an `X`.
    Within,
    /// One of a set of dates.
    OneOf,
    /// An approximate or uncertain date.
    About,
    /// Lasts from a start to an end.
    Span {
        /// How well the start is known.
        start: End,
        /// How well the end is known.
        end: End,
    },
}

/// How well an end of a span is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum End {
    /// To the day.
    Known,
    /// To about a month, or with a qualifier.
    Fuzzy,
    /// There is none: it is open.
    Open,
    /// There is one, but it is unknown.
    Unknown,
}

impl Edtf {
    /// The day, when it is one whole day without qualifier, `X` or time.
    #[must_use]
    pub fn as_day(&self) -> Option<Day> {
        let Self::Date(date) = self else { return None };
        let plain = date.shape() == Shape::Day && date.time.is_none();
        if plain {
            date.earliest().map(|moment| moment.day)
        } else {
            None
        }
    }

    /// How it is drawn.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match self {
            Self::Date(date) => date.shape(),
            Self::Interval { start, end } => Shape::Span {
                start: start.end(),
                end: end.end(),
            },
            Self::Set {
                kind: SetKind::OneOf,
                ..
            } => Shape::OneOf,
            Self::Set {
                kind: SetKind::AllOf,
                members,
            } => all_of_shape(members),
        }
    }
}

fn all_of_shape(members: &[Member]) -> Shape {
    let end = |date: Option<&Date>| date.map_or(End::Open, Date::end);
    Shape::Span {
        start: end(members.first().and_then(Member::first)),
        end: end(members.last().and_then(Member::last)),
    }
}

impl Edge {
    fn end(&self) -> End {
        match self {
            Self::Date(date) => date.end(),
            Self::Open => End::Open,
            Self::Unknown => End::Unknown,
        }
    }
}

impl Date {
    /// How it is drawn alone.
    #[must_use]
    pub fn shape(&self) -> Shape {
        let whole = self
            .day
            .as_ref()
            .is_some_and(|day| day.value.value().is_some());
        let month = matches!(&self.month, Some(DatePart { value: Month::Digits(digits), .. }) if digits.value().is_some());
        if self.is_doubtful() {
            Shape::About
        } else if whole && month && self.year.value.exact().is_some() {
            Shape::Day
        } else {
            Shape::Within
        }
    }

    /// How well it is known as an end of a span.
    fn end(&self) -> End {
        if self.shape() == Shape::Day {
            End::Known
        } else {
            End::Fuzzy
        }
    }
}
