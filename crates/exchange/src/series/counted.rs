//! Dates as numbers, and numbers that are no dates.

use model::date::Day;

use super::number::EXACT;

/// Dates as numbers, as programs write them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// 2025: its first day.
    Years,
    /// Days since 30 December 1899, as spreadsheets count.
    Serials,
    /// Since 1970-01-01 UTC.
    Seconds,
    /// Since 1970-01-01 UTC.
    Milliseconds,
}

/// 30 December 1899 in days since 1970.
const SERIAL_ZERO: i64 = -25_569;

impl Counted {
    /// What most of these cells are, if they are one kind of count.
    pub(super) fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Self> {
        let kinds: Vec<Option<Self>> = cells.map(Self::kind).collect();
        let most = |it: &Self| kinds.iter().filter(|kind| **kind == Some(*it)).count();
        let all = [
            Self::Years,
            Self::Serials,
            Self::Seconds,
            Self::Milliseconds,
        ];
        let best = all.into_iter().max_by_key(most)?;
        (most(&best) * 5 >= kinds.len() * 4 && !kinds.is_empty()).then_some(best)
    }

    fn kind(cell: &str) -> Option<Self> {
        let number: f64 = figure(cell)?;
        let is_whole = number.fract() == 0.0;
        match number.abs() {
            1500.0..=2200.0 if is_whole && number > 0.0 => Some(Self::Years),
            10_000.0..100_000.0 if number > 0.0 => Some(Self::Serials),
            1e8..1e10 => Some(Self::Seconds),
            1e11..1e13 => Some(Self::Milliseconds),
            _ => None,
        }
    }

    pub(super) fn day(self, cell: &str) -> Option<Day> {
        let number = figure(cell).filter(|_| Self::kind(cell) == Some(self))?;
        match self {
            Self::Years => Day::from_ymd(number as i64, 1, 1),
            Self::Serials => Some(Day(number.floor() as i64 + SERIAL_ZERO)),
            Self::Seconds => Some(Day((number / 86_400.0).floor() as i64)),
            Self::Milliseconds => Some(Day((number / 86_400_000.0).floor() as i64)),
        }
    }
}

/// The number of a cell that holds nothing else.
pub(super) fn figure(cell: &str) -> Option<f64> {
    let number: f64 = cell.trim_start_matches(EXACT).parse().ok()?;
    number.is_finite().then_some(number)
}

/// Whether a cell is a number rather than a date; eight digits are a date.
pub(super) fn is_figure(cell: &str) -> bool {
    figure(cell).is_some() && cell.trim_start_matches(EXACT).len() != 8
}
