//! Moving a date in time at its own precision: a day by days, a month by months, a quarter by quarters.

use super::bound::group_months;
use super::day::{Day, MAX_YEAR};
use super::edtf::{Date, Digits, Edge, Edtf, Member, Month, Year, YearForm};
use super::fuzzy::FuzzyDate;
use super::moment::{Bounds, Moment};

/// Mean length of a month of the Gregorian calendar, in days.
const MONTH_DAYS: f64 = 30.436_875;

/// Which part of a date is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ends {
    /// All of it.
    Both,
    /// Where it begins.
    Start,
    /// Where it ends; one day becomes a period.
    End,
}

/// Why a date cannot be moved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShiftError {
    /// It would end before it starts.
    #[error("it would end before it begins")]
    Crossed,
    /// The end that is to be moved is open, unknown, or one of several dates.
    #[error("it has no {0} that can be moved")]
    NoEnd(&'static str),
    /// It has no unit to move by, such as `1X25` or `1950S2`.
    #[error("\"{0}\" is too vague to be moved")]
    NoStep(String),
    /// It would be outside the years that dates can have.
    #[error("it would be outside the years that dates can have")]
    OutOfReach,
}

impl FuzzyDate {
    /// The date `by_days` later, or earlier when negative, rounded to its precision: a month moves by whole months, and so
    /// on. Qualifiers and times are kept. The words become those of the new date; a date that is too coarse for so small a
    /// move stays as it is.
    ///
    /// # Errors
    /// [`ShiftError`]; never ends before it begins.
    pub fn shifted(&self, by_days: i64, ends: Ends) -> Result<Self, ShiftError> {
        let edtf = self.edtf.shifted(by_days, ends)?;
        if edtf == self.edtf {
            return Ok(self.clone());
        }
        let by_days = if ends == Ends::Both { by_days } else { 0 };
        let bounds = carried(&self.bounds, &self.edtf.bounds(), &edtf.bounds(), by_days);
        Ok(Self::stated(edtf.in_words(), edtf, bounds))
    }
}

impl Edtf {
    /// As [`FuzzyDate::shifted`], for the form alone.
    ///
    /// # Errors
    /// [`ShiftError`].
    pub fn shifted(&self, by_days: i64, ends: Ends) -> Result<Self, ShiftError> {
        let moved = match self {
            Self::Date(date) => of_date(date, by_days, ends)?,
            Self::Interval { start, end } => of_interval(start, end, by_days, ends)?,
            Self::Set { kind, members } => Self::Set {
                kind: *kind,
                members: of_members(members, by_days, ends)?,
            },
        };
        // Parsing refuses what EDTF cannot express.
        match moved.to_string().parse::<Self>() {
            Ok(again) if again == moved => Ok(moved),
            Ok(_) => Err(ShiftError::OutOfReach),
            Err(_) => Err(ShiftError::Crossed),
        }
    }
}

fn of_date(date: &Date, by_days: i64, ends: Ends) -> Result<Edtf, ShiftError> {
    let moved = moved(date, by_days)?;
    match ends {
        Ends::Both => Ok(Edtf::Date(moved)),
        Ends::Start => span(Edge::Date(moved), Edge::Date(date.clone())),
        Ends::End => span(Edge::Date(date.clone()), Edge::Date(moved)),
    }
}

fn of_interval(start: &Edge, end: &Edge, by_days: i64, ends: Ends) -> Result<Edtf, ShiftError> {
    let edge = |edge: &Edge| match edge {
        Edge::Date(date) => moved(date, by_days).map(Edge::Date),
        other => Ok(other.clone()),
    };
    match ends {
        Ends::Both => span(edge(start)?, edge(end)?),
        Ends::Start if start.date().is_some() => span(edge(start)?, end.clone()),
        Ends::End if end.date().is_some() => span(start.clone(), edge(end)?),
        Ends::Start => Err(ShiftError::NoEnd("start")),
        Ends::End => Err(ShiftError::NoEnd("end")),
    }
}

/// A span, or a single date when both ends are the same.
fn span(start: Edge, end: Edge) -> Result<Edtf, ShiftError> {
    let (Edge::Date(first), Edge::Date(last)) = (&start, &end) else {
        return Ok(Edtf::Interval { start, end });
    };
    if first == last {
        return Ok(Edtf::Date(first.clone()));
    }
    // Months of which the later begins first would still be valid EDTF; a drag never reverses a span.
    if first.earliest() > last.earliest() || first.latest() > last.latest() {
        return Err(ShiftError::Crossed);
    }
    Ok(Edtf::Interval { start, end })
}

fn of_members(members: &[Member], by_days: i64, ends: Ends) -> Result<Vec<Member>, ShiftError> {
    let go = |date: &Date| moved(date, by_days);
    let range = |first: Date, last: Date| {
        if first.earliest() > last.earliest() {
            return Err(ShiftError::Crossed);
        }
        Ok(vec![if first == last {
            Member::One(first)
        } else {
            Member::Range(first, last)
        }])
    };
    match (ends, members) {
        (Ends::Both, _) => members
            .iter()
            .map(|member| {
                Ok(match member {
                    Member::One(date) => Member::One(go(date)?),
                    Member::Range(first, last) => Member::Range(go(first)?, go(last)?),
                    Member::UpTo(date) => Member::UpTo(go(date)?),
                    Member::From(date) => Member::From(go(date)?),
                })
            })
            .collect(),
        (Ends::Start, [Member::Range(first, last)]) => range(go(first)?, last.clone()),
        (Ends::End, [Member::Range(first, last)]) => range(first.clone(), go(last)?),
        (Ends::Start, [Member::From(date)]) => Ok(vec![Member::From(go(date)?)]),
        (Ends::End, [Member::UpTo(date)]) => Ok(vec![Member::UpTo(go(date)?)]),
        (Ends::Start, _) => Err(ShiftError::NoEnd("start")),
        (Ends::End, _) => Err(ShiftError::NoEnd("end")),
    }
}

/// `date` moved by the number of whole steps that is nearest to `by_days`.
fn moved(date: &Date, by_days: i64) -> Result<Date, ShiftError> {
    let no_step = || ShiftError::NoStep(date.to_string());
    let from = date.earliest().ok_or(ShiftError::OutOfReach)?.day;
    match Grain::of(date).ok_or_else(no_step)? {
        Grain::Day => on_day(date, from.plus(by_days)),
        Grain::Months(length) => {
            let steps = nearest(from, by_days, length)?;
            by_months(date, steps, length)
        }
    }
}

/// The step by which a date moves.
#[derive(Clone, Copy)]
enum Grain {
    Day,
    /// This many months: 1, 3 for a quarter, 12 for a year, 120 for a decade.
    Months(i64),
}

impl Grain {
    fn of(date: &Date) -> Option<Self> {
        let open = |digits: Digits<2>| digits.0 == [None; 2];
        let day = date.day.as_ref().map(|part| part.value);
        match date.month.as_ref().map(|part| part.value) {
            None => Some(Self::Months(year_step(&date.year.value)? * 12)),
            Some(Month::Digits(month)) if open(month) => day
                .is_none_or(open)
                .then_some(year_step(&date.year.value)? * 12)
                .map(Self::Months),
            _ if date.year.value.exact().is_none() || date.year.value.significant.is_some() => None,
            Some(Month::Group(code)) => {
                let (first, last) = group_months(code)?;
                Some(Self::Months(i64::from(last - first + 1)))
            }
            Some(Month::Digits(month)) => {
                month.value()?;
                match day {
                    None => Some(Self::Months(1)),
                    Some(day) if open(day) => Some(Self::Months(1)),
                    Some(day) => day.value().map(|_| Self::Day),
                }
            }
        }
    }
}

/// Years by which a year moves: 1, or 10 for `201X`; `None` where the open digits are not the last.
fn year_step(year: &Year) -> Option<i64> {
    if year.significant.is_some() {
        return None;
    }
    let YearForm::Four(digits) = year.form else {
        return Some(1);
    };
    let open = digits.0.iter().rev().take_while(|it| it.is_none()).count();
    let rest_known = digits.0[..4 - open].iter().all(Option::is_some);
    let step = 10_i64.pow(u32::try_from(open).ok()?);
    (open < 4 && rest_known && (open == 0 || !year.negative)).then_some(step)
}

/// How many steps of `length` months from `from` come nearest to `by_days`.
fn nearest(from: Day, by_days: i64, length: i64) -> Result<i64, ShiftError> {
    let about = (by_days as f64 / (length as f64 * MONTH_DAYS)).round() as i64;
    let (year, month, _) = from.ymd();
    let distance = |steps: &i64| {
        let there = month_start(year, i64::from(month) - 1 + steps * length)?;
        Some(there.0.abs_diff(from.0.saturating_add(by_days)))
    };
    (about - 1..=about + 1)
        .filter(|steps| distance(steps).is_some())
        .min_by_key(|steps| distance(steps))
        .ok_or(ShiftError::OutOfReach)
}

/// The first day of the month that is `months` after January of `year`.
fn month_start(year: i64, months: i64) -> Option<Day> {
    let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
    Day::from_ymd(year.checked_add(months.div_euclid(12))?, month, 1)
}

fn on_day(date: &Date, day: Day) -> Result<Date, ShiftError> {
    let (year, month, day) = day.ymd();
    let mut moved = date.clone();
    moved.year.value = exact_year(year)?;
    if let Some(part) = &mut moved.month {
        part.value = Month::Digits(two_digits(month));
    }
    if let Some(part) = &mut moved.day {
        part.value = two_digits(day);
    }
    Ok(moved)
}

fn by_months(date: &Date, steps: i64, length: i64) -> Result<Date, ShiftError> {
    let year = date.year.value.range().0;
    let (value, month) = match date.month.as_ref().map(|part| part.value) {
        Some(Month::Group(code)) => {
            let (place, count) = in_year(code);
            let there = year * count + place + steps;
            let code = at_place(code, there.rem_euclid(count));
            (exact_year(there.div_euclid(count))?, Month::Group(code))
        }
        Some(Month::Digits(digits)) if digits.value().is_some() => {
            let there = year * 12 + i64::from(digits.filled(0)) - 1 + steps;
            let month = u32::try_from(there.rem_euclid(12) + 1).unwrap_or(1);
            let month = Month::Digits(two_digits(month));
            (exact_year(there.div_euclid(12))?, month)
        }
        _ => return by_years(date, steps.saturating_mul(length / 12)),
    };
    let mut moved = date.clone();
    moved.year.value = value;
    if let Some(part) = &mut moved.month {
        part.value = month;
    }
    Ok(moved)
}

fn by_years(date: &Date, years: i64) -> Result<Date, ShiftError> {
    let mut moved = date.clone();
    let there = date.year.value.range().0.saturating_add(years);
    moved.year.value = like(&date.year.value, there)?;
    Ok(moved)
}

/// The codes of a season, quarter, third or half in the order of their months.
const GROUPS: [&[u8]; 6] = [
    &[21, 22, 23, 24],
    &[25, 26, 27, 28],
    &[31, 32, 29, 30],
    &[33, 34, 35, 36],
    &[37, 38, 39],
    &[40, 41],
];

/// Its position among the groups of its kind in a year, and how many there are.
fn in_year(code: u8) -> (i64, i64) {
    let family = GROUPS.iter().find(|it| it.contains(&code));
    let (place, count) = family.map_or((0, 1), |family| {
        let place = family.iter().position(|it| *it == code).unwrap_or(0);
        (place, family.len())
    });
    (
        i64::try_from(place).unwrap_or(0),
        i64::try_from(count).unwrap_or(1),
    )
}

fn at_place(code: u8, place: i64) -> u8 {
    let family = GROUPS.iter().find(|it| it.contains(&code));
    let found = family.and_then(|family| family.get(usize::try_from(place).ok()?));
    found.copied().unwrap_or(code)
}

fn exact_year(year: i64) -> Result<Year, ShiftError> {
    if year.abs() > MAX_YEAR {
        return Err(ShiftError::OutOfReach);
    }
    let size = year.unsigned_abs();
    let form = if size <= 9999 {
        YearForm::Four(four_digits(size))
    } else {
        YearForm::Long(size)
    };
    Ok(Year {
        negative: year < 0,
        form,
        significant: None,
    })
}

/// The year that begins with `first`, with the open digits of `model`.
fn like(model: &Year, first: i64) -> Result<Year, ShiftError> {
    let mut year = exact_year(first)?;
    let (YearForm::Four(open), YearForm::Four(digits)) = (model.form, &mut year.form) else {
        return Ok(year);
    };
    if open.value().is_some() {
        return Ok(year);
    }
    if year.negative {
        return Err(ShiftError::OutOfReach);
    }
    for (digit, open) in digits.0.iter_mut().zip(open.0) {
        *digit = open.and(*digit);
    }
    Ok(year)
}

fn two_digits(number: u32) -> Digits<2> {
    let digit = |number: u32| u8::try_from(number % 10).ok();
    Digits([digit(number / 10), digit(number)])
}

fn four_digits(number: u64) -> Digits<4> {
    let digit = |unit: u64| u8::try_from(number / unit % 10).ok();
    Digits([digit(1000), digit(100), digit(10), digit(1)])
}

/// The bounds of the new date; bounds that were narrower than those of the EDTF move along.
fn carried(known: &Bounds, old: &Bounds, new: &Bounds, by_days: i64) -> Bounds {
    let one = |pick: fn(&Bounds) -> Option<Moment>| {
        let (known, old, new) = (pick(known), pick(old), pick(new));
        match (known, old, new) {
            (Some(known), Some(old), Some(new)) if known != old => Some(Moment {
                day: known.day.plus(new.day.0 - old.day.0),
                second: known.second,
            }),
            (Some(known), None, None) => Some(Moment {
                day: known.day.plus(by_days),
                second: known.second,
            }),
            _ => new,
        }
    };
    Bounds {
        start_earliest: one(|it| it.start_earliest),
        start_latest: one(|it| it.start_latest),
        end_earliest: one(|it| it.end_earliest),
        end_latest: one(|it| it.end_latest),
    }
}

#[cfg(test)]
mod tests;
