//! Days as publishers write them. Which of day and month comes first is read from the file or asked, never guessed.

use model::date::Day;

use super::columns::DateColumns;
use super::error::SeriesError;
use super::forms::Form;
use super::number::EXACT;
use super::table::Table;
use super::written::written;

/// Which comes first in 03/04/2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// Days that are counted or cut short, as programs write them.
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

    fn day(self, cell: &str) -> Option<Day> {
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
fn figure(cell: &str) -> Option<f64> {
    let number: f64 = cell.trim_start_matches(EXACT).parse().ok()?;
    number.is_finite().then_some(number)
}

/// Whether a cell is a number rather than a date; eight digits are a date.
pub(super) fn is_figure(cell: &str) -> bool {
    figure(cell).is_some() && cell.trim_start_matches(EXACT).len() != 8
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
    fn read(self, pivot: u32) -> i64 {
        match self {
            Self::Whole(year) => year,
            Self::Short(year) if year < pivot => 2000 + i64::from(year),
            Self::Short(year) => 1900 + i64::from(year),
        }
    }
}

/// The pivot of POSIX: 69 to 99 are 1969 to 1999.
const PIVOT: u32 = 69;

/// A written day: year, month and day, or two numbers whose order is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Day { year: Year, month: u32, day: u32 },
    Open { first: u32, second: u32, year: Year },
}

impl Written {
    fn read(self, order: DayOrder, pivot: u32) -> Option<Day> {
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

    fn year(self) -> Year {
        match self {
            Self::Day { year, .. } | Self::Open { year, .. } => year,
        }
    }
}

/// The day of each row, `None` where there is none, and what was assumed to read them.
pub(super) fn days(
    table: &Table,
    form: &Form,
    order: Option<DayOrder>,
) -> Result<(Vec<Option<Day>>, Option<String>), SeriesError> {
    let column = match form.date {
        DateColumns::One(column) => column,
        DateColumns::Counted(column, counted) => {
            let days = table.column(column).map(|it| counted.day(it));
            return Ok((days.collect(), None));
        }
        DateColumns::Parts { year, month, day } => {
            let part = |row: &csv::StringRecord, at: usize| figure(row.get(at)?.trim());
            let small = |it: f64| (it.fract() == 0.0).then_some(it as u32);
            let of_row = |row: &csv::StringRecord| {
                let day = day.map_or(Some(1.0), |it| part(row, it))?;
                let month = small(part(row, month)?)?;
                Day::from_ymd(part(row, year)? as i64, month, small(day)?)
            };
            return Ok((table.rows.iter().map(of_row).collect(), None));
        }
    };
    let written: Vec<Option<Written>> = table.column(column).map(written).collect();
    // What cannot be otherwise goes before what was answered, and that before what merely looks even.
    let order = proved(&written).or(order).or_else(|| even(&written));
    let order = order.ok_or_else(|| {
        let open = |it: &Option<Written>| matches!(it, Some(Written::Open { .. }));
        let at = written.iter().position(open).unwrap_or(0);
        let example = table.column(column).nth(at).unwrap_or_default();
        SeriesError::DayOrder {
            example: example.chars().take(40).collect(),
        }
    })?;
    let pivot = pivot(&written, order);
    let is_short = |it: &Written| matches!(it.year(), Year::Short(_));
    let assumed = written.iter().flatten().any(is_short).then(|| {
        format!(
            "two-digit years are read as {} to {}",
            1900 + pivot,
            1999 + pivot
        )
    });
    let days = written.into_iter();
    let days = days.map(|it| it.and_then(|it| it.read(order, pivot)));
    Ok((days.collect(), assumed))
}

/// The pivots that may be meant: that of POSIX, or none later than the year at either end of the file.
fn pivots(written: &[Option<Written>]) -> Vec<u32> {
    let mut known = written.iter().flatten();
    let ends = [known.next(), known.next_back()];
    let years = ends.into_iter().flatten().map(|it| it.year());
    let own = years.filter_map(|it| match it {
        Year::Short(year) => Some(year + 1),
        Year::Whole(_) => None,
    });
    let mut all = vec![PIVOT];
    all.extend(own);
    all
}

/// The pivot with which days go one way only.
fn pivot(written: &[Option<Written>], order: DayOrder) -> u32 {
    let all = pivots(written);
    let goes_one_way = |pivot: &u32| {
        let days: Vec<Day> = written
            .iter()
            .flatten()
            .filter_map(|it| it.read(order, *pivot))
            .collect();
        days.is_sorted() || days.is_sorted_by(|one, other| one >= other)
    };
    match all.len() {
        1 => PIVOT,
        _ => all.into_iter().find(goes_one_way).unwrap_or(PIVOT),
    }
}

/// The order that must be, because the other makes days that there are not.
fn proved(written: &[Option<Written>]) -> Option<DayOrder> {
    let mut open = written
        .iter()
        .flatten()
        .filter(|it| matches!(it, Written::Open { .. }))
        .peekable();
    if open.peek().is_none() {
        return Some(DayOrder::DayFirst);
    }
    let (mut day_first, mut month_first) = (true, true);
    for it in open {
        day_first &= it.read(DayOrder::DayFirst, PIVOT).is_some();
        month_first &= it.read(DayOrder::MonthFirst, PIVOT).is_some();
    }
    match (day_first, month_first) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// The order that alone makes the days follow one another evenly.
fn even(written: &[Option<Written>]) -> Option<DayOrder> {
    let all = pivots(written);
    let is_even = |order: DayOrder| {
        all.iter().any(|pivot| {
            let days = written.iter().flatten();
            is_even(days.filter_map(|it| it.read(order, *pivot)))
        })
    };
    match (is_even(DayOrder::DayFirst), is_even(DayOrder::MonthFirst)) {
        (true, false) => Some(DayOrder::DayFirst),
        (false, true) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

/// Days that go one way only, with no gap of more than ten times the usual one. A dozen rows show it, fewer nothing.
fn is_even(days: impl Iterator<Item = Day>) -> bool {
    let days: Vec<Day> = days.collect();
    let mut gaps: Vec<i64> = days.windows(2).map(|it| it[1].0 - it[0].0).collect();
    if gaps.len() < 12 || !(gaps.iter().all(|it| *it > 0) || gaps.iter().all(|it| *it < 0)) {
        return false;
    }
    gaps.iter_mut().for_each(|it| *it = it.abs());
    gaps.sort_unstable();
    gaps[gaps.len() - 1] <= 10 * gaps[gaps.len() / 2]
}
