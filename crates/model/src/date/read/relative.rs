//! Words that count from today: "yesterday", "last month", "this weekend", "Thursday".

use super::super::day::{Day, Weekday};
use super::super::error::DateError;
use super::meaning::{Form, What};
use super::piece::Found;
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{cardinal, month, weekday};

impl Typed {
    /// A relative phrase; nothing when the words are not one, refused when today is not known.
    pub(super) fn relative(&mut self) -> Result<Option<Found>, DateError> {
        let at = self.at();
        // Read with any day first, to tell "not relative" from "relative, and nobody says to what".
        let today = self.today.unwrap_or(Day(0));
        let Some(found) = self.attempt(|typed| typed.from(today)) else {
            return Ok(None);
        };
        match self.today {
            Some(_) => Ok(Some(found)),
            None => Err(DateError::new(
                at,
                "this counts from a day that is not known here: write the date itself",
            )),
        }
    }

    fn from(&mut self, today: Day) -> Option<Found> {
        let ago = self.attempt(|typed| typed.ago(today));
        if ago.is_some() {
            return ago;
        }
        let Kind::Word(word) = self.take()? else {
            return None;
        };
        match word.as_str() {
            "today" => Some(day(today)),
            "yesterday" => Some(day(today.plus(-1))),
            "tomorrow" => Some(day(today.plus(1))),
            "this" => self.unit(today, 0),
            "last" | "previous" => self.unit(today, -1),
            "next" | "coming" => self.unit(today, 1),
            // News names a weekday of the week that ends with the day it is written.
            _ => Some(day(on_or_before(today, weekday(&word)?))),
        }
    }

    /// "3 days ago", "two months ago".
    fn ago(&mut self, today: Day) -> Option<Found> {
        let count = match self.take()? {
            Kind::Number(count, 1..=3) => count,
            Kind::Word(word) => cardinal(&word)?,
            _ => return None,
        };
        let count = i64::try_from(count).ok()?;
        let Kind::Word(unit) = self.take()? else {
            return None;
        };
        let (year, month, _) = today.ymd();
        let found = match unit.trim_end_matches('s') {
            "day" => day(today.plus(-count)),
            "week" => week(today.plus(-7 * count)),
            "month" => months_on(year, month, -count),
            "year" => (What::Year, Some(year - count)),
            _ => return None,
        };
        self.eat("ago").then_some(found)
    }

    /// The unit behind "this", "last" (-1) or "next" (1).
    fn unit(&mut self, today: Day, step: i64) -> Option<Found> {
        let Kind::Word(unit) = self.take()? else {
            return None;
        };
        let (year, now, _) = today.ymd();
        // "last quarter of 2025" names a quarter of that year.
        let of_year = self.word(0) == "of";
        match unit.as_str() {
            "week" => Some(week(today.plus(7 * step))),
            "weekend" => Some(weekend(today.plus(7 * step))),
            "month" => Some(months_on(year, now, step)),
            "year" => Some((What::Year, Some(year + step))),
            "quarter" if !of_year => Some(quarter(year, now, step)),
            _ if step == 0 => weekday(&unit).map(|weekday| day(of_week(today, weekday))),
            _ => weekday(&unit)
                .map(|weekday| day(beside(today, weekday, step)))
                .or_else(|| Some(named_month(month(&unit)?, year, now, step))),
        }
    }
}

fn day(day: Day) -> Found {
    let (year, month, day) = day.ymd();
    (What::Day(month, day), Some(year))
}

fn on_or_before(today: Day, weekday: Weekday) -> Day {
    let back = (today.weekday() as i64 - weekday as i64).rem_euclid(7);
    today.plus(-back)
}

/// That weekday of the week, Monday to Sunday, which holds `today`.
fn of_week(today: Day, weekday: Weekday) -> Day {
    today.plus(weekday as i64 - today.weekday() as i64)
}

/// The last one before `today`, or the next one after it.
fn beside(today: Day, weekday: Weekday, step: i64) -> Day {
    let before = on_or_before(today.plus(-1), weekday);
    if step < 0 {
        return before;
    }
    let next = before.plus(7);
    if next == today { next.plus(7) } else { next }
}

fn week(today: Day) -> Found {
    span(
        of_week(today, Weekday::Monday),
        of_week(today, Weekday::Sunday),
        "..",
    )
}

fn weekend(today: Day) -> Found {
    span(
        of_week(today, Weekday::Saturday),
        of_week(today, Weekday::Sunday),
        ",",
    )
}

fn span(first: Day, last: Day, joint: &'static str) -> Found {
    let form = Form {
        coarse: first.to_string(),
        first: first.to_string(),
        last: last.to_string(),
        joint,
    };
    (What::Whole(form), None)
}

fn months_on(year: i64, month: u32, step: i64) -> Found {
    let months = year * 12 + i64::from(month) - 1 + step;
    let month = u32::try_from(months.rem_euclid(12) + 1).unwrap_or(1);
    (What::Month(month), Some(months.div_euclid(12)))
}

fn quarter(year: i64, month: u32, step: i64) -> Found {
    let quarters = year * 4 + i64::from((month - 1) / 3) + step;
    let code = 33 + u8::try_from(quarters.rem_euclid(4)).unwrap_or(0);
    (What::Group(code), Some(quarters.div_euclid(4)))
}

/// "last June": the nearest June wholly before this month, "next June" the nearest after it.
fn named_month(month: u32, year: i64, now: u32, step: i64) -> Found {
    let this_year = if step < 0 { month < now } else { month > now };
    (
        What::Month(month),
        Some(if this_year { year } else { year + step }),
    )
}
