//! Days as publishers write them. Whether day or month comes first is derived from the file or asked, never guessed.

use model::date::Day;

use super::columns::DateColumns;
use super::counted::figure;
use super::day::{DayOrder, PIVOT, Written, Year};
use super::error::SeriesError;
use super::forms::Form;
use super::table::Table;
use super::written::written;

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
    // Proof comes before the answer, and the answer before mere regularity.
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

/// The only possible order, because the other gives days that do not exist.
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

/// The only order with which the days are evenly spaced.
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

/// Days in one direction, with no gap of more than ten times the usual one. A dozen rows are needed to tell.
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
