//! Parsing dates relative to today: "yesterday", "last month", "this weekend", "Thursday", "in two weeks".

use super::super::bound::group_months;
use super::super::day::{Day, Weekday, days_in_month};
use super::super::error::DateError;
use super::date_phrase::Found;
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{cardinal, month, season, weekday};
use super::what::{Form, What};

impl Typed {
    /// A relative phrase; `None` when the words are not one.
    pub(super) fn relative(&mut self) -> Option<Found> {
        self.attempt(|typed| {
            let today = typed.now();
            typed.from(today)
        })
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
            _ => {
                let weekday = weekday(&word)?;
                Some(day(if self.is_deadline {
                    today.on_or_after(weekday)
                } else {
                    // In news, a weekday is the last one up to the day of writing.
                    today.on_or_before(weekday)
                }))
            }
        }
    }

    /// "of the month", "of the year" after "end": the current ones.
    pub(super) fn unit_of_now(&mut self) -> Option<Found> {
        let _ = self.eat("of");
        let _ = self.eat("the");
        if !matches!(self.word(0), "month" | "year" | "quarter") || !self.word(1).is_empty() {
            return None;
        }
        // "the year 2025" states its year.
        if matches!(self.ahead(1), Some(Kind::Number(..))) {
            return None;
        }
        let today = self.now();
        self.unit(today, 0)
    }

    /// "in two weeks", "two weeks from now", "in the last ten days", "within 90 days of 9 April 2025".
    pub(super) fn counted_on(&mut self) -> Result<Option<Found>, DateError> {
        let found = self.attempt(Self::in_so_long);
        if found.is_some() {
            return Ok(found);
        }
        let found = self.attempt(Self::over_so_long);
        if found.is_some() {
            return Ok(found);
        }
        let Some((count, unit)) = self.attempt(|typed| {
            typed.eat("within").then_some(())?;
            typed.count_and_unit()
        }) else {
            return Ok(None);
        };
        let first = if self.eat_any(&["of", "from", "after"]) && !self.eat("now") {
            self.lone()?.days()?.0
        } else {
            self.now()
        };
        let last = later(first, &unit, count).unwrap_or(first);
        Ok(Some((What::Whole(Form::of_days(first, last, "..")), None)))
    }

    /// "in 3 days", "two weeks from now".
    fn in_so_long(&mut self) -> Option<Found> {
        let today = self.now();
        let before = self.eat("in");
        let (count, unit) = self.count_and_unit()?;
        // "in a month in 2025" is some month of that year.
        if matches!(self.word(0), "ago" | "in") {
            return None;
        }
        let behind = self.eat_any(&["from now", "from today"]);
        (before || behind).then(|| steps_on(today, &unit, count))?
    }

    /// "in the last ten days", "over the next two weeks", "the past week" without a number is not one.
    fn over_so_long(&mut self) -> Option<Found> {
        let today = self.now();
        let _ = self.eat_any(&["in", "over", "during", "within"]);
        self.eat("the");
        let is_past = self.eat_any(&["last", "past", "previous"]);
        if !is_past && !self.eat_any(&["next", "coming", "following"]) {
            return None;
        }
        let (count, unit) = self.count_and_unit()?;
        // "last 10 days of June" counts from the end of June.
        (self.word(0) != "of").then_some(())?;
        let other = later(today, &unit, if is_past { -count } else { count })?;
        let form = Form::of_days(today.min(other), today.max(other), "..");
        Some((What::Whole(form), None))
    }

    /// "3 days", "two weeks": the unit without its s.
    fn count_and_unit(&mut self) -> Option<(i64, String)> {
        let count = match self.take()? {
            Kind::Number(count, 1..=3) => count,
            Kind::Word(word) if word == "a" => 1,
            Kind::Word(word) => cardinal(&word)?,
            _ => return None,
        };
        self.eat_mark('-');
        let Kind::Word(unit) = self.take()? else {
            return None;
        };
        let unit = unit.trim_end_matches('s').to_owned();
        let is_known = matches!(unit.as_str(), "day" | "week" | "month" | "year");
        is_known.then_some((i64::try_from(count).ok()?, unit))
    }

    /// "3 days ago", "two months ago".
    fn ago(&mut self, today: Day) -> Option<Found> {
        let (count, unit) = self.count_and_unit()?;
        let found = steps_on(today, &unit, -count)?;
        self.eat("ago").then_some(found)
    }

    /// The unit after "this", "last" (-1) or "next" (1).
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
            name if season(name).is_some() && !of_year => Some(named_season(name, today, step)?),
            _ if step == 0 => weekday(&unit).map(|weekday| day(today.of_week(weekday))),
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

/// The date after this many days, weeks, months or years, as precise as the unit.
fn steps_on(today: Day, unit: &str, count: i64) -> Option<Found> {
    let (year, month, _) = today.ymd();
    Some(match unit {
        "day" => day(today.plus(count)),
        "week" => week(today.plus(7 * count)),
        "month" => months_on(year, month, count),
        "year" => (What::Year, Some(year + count)),
        _ => return None,
    })
}

/// The day after this many days, weeks, months or years.
fn later(day: Day, unit: &str, count: i64) -> Option<Day> {
    let months = match unit {
        "day" => return Some(day.plus(count)),
        "week" => return Some(day.plus(7 * count)),
        "month" => count,
        _ => 12 * count,
    };
    let (year, month, number) = day.ymd();
    let all = year * 12 + i64::from(month) - 1 + months;
    let (year, month) = (
        all.div_euclid(12),
        u32::try_from(all.rem_euclid(12) + 1).ok()?,
    );
    Day::from_ymd(year, month, number.min(days_in_month(year, month)))
}

/// The last one before `today`, or the next one after it.
fn beside(today: Day, weekday: Weekday, step: i64) -> Day {
    let before = today.plus(-1).on_or_before(weekday);
    if step < 0 {
        return before;
    }
    let next = before.plus(7);
    if next == today { next.plus(7) } else { next }
}

fn week(today: Day) -> Found {
    let (first, last) = (
        today.of_week(Weekday::Monday),
        today.of_week(Weekday::Sunday),
    );
    (What::Whole(Form::of_days(first, last, "..")), None)
}

fn weekend(today: Day) -> Found {
    let (first, last) = (
        today.of_week(Weekday::Saturday),
        today.of_week(Weekday::Sunday),
    );
    (What::Whole(Form::of_days(first, last, ",")), None)
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

/// "last summer": the nearest that is over, "next summer" the nearest that has not begun.
fn named_season(name: &str, today: Day, step: i64) -> Option<Found> {
    let code = season(name)?;
    let (first, last) = group_months(code)?;
    let (this_year, now, _) = today.ymd();
    let months_of = |year: i64| (year * 12 + i64::from(first), year * 12 + i64::from(last));
    let this_month = this_year * 12 + i64::from(now);
    let year = match step {
        0 => this_year,
        ..0 => (this_year - 2..=this_year).rfind(|year| months_of(*year).1 < this_month)?,
        _ => (this_year..=this_year + 1).find(|year| months_of(*year).0 > this_month)?,
    };
    Some((What::Group(code), Some(year)))
}

/// "last June": the nearest June before this month, "next June" the nearest after it.
fn named_month(month: u32, year: i64, now: u32, step: i64) -> Found {
    let this_year = if step < 0 { month < now } else { month > now };
    (
        What::Month(month),
        Some(if this_year { year } else { year + step }),
    )
}
