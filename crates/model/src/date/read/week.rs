//! Parsing weeks and weekends: "week of 9 June 2025", "2025-W24", "week 24 of 2025", "weekend of 14-15 June 2025".

use super::super::day::Weekday;
use super::date_phrase::Found;
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{FILLERS, month};
use super::what::{Anchor, What};

const HOLDS: &[&str] = &["of", "containing", "around"];
const BEGINS: &[&str] = &["beginning", "commencing", "starting", "from"];

impl Typed {
    /// A week by its number or by a day in it.
    pub(super) fn week(&mut self) -> Option<Found> {
        let _ = self.eat("calendar") || self.eat("iso");
        if let Some(anchor) = self.attempt(Self::week_letters) {
            return self.week_by_day(anchor);
        }
        if let Some(what) = self.attempt(Self::week_code) {
            return Some((what, self.week_year()));
        }
        self.eat_any(&["week", "wk", "cw"]).then_some(())?;
        self.eat_mark('.');
        if let Some(number) = self.attempt(Self::week_number) {
            return Some((What::Week(number), self.week_year()));
        }
        let anchor = if self.eat_any(HOLDS) {
            Anchor::Holds
        } else if self.eat_any(BEGINS) {
            Anchor::Begins
        } else {
            self.eat("ending").then_some(Anchor::Ends)?
        };
        self.week_by_day(anchor)
    }

    /// "w/c", "w/e", as in diaries.
    fn week_letters(&mut self) -> Option<Anchor> {
        (self.eat("w") && self.eat_mark('/')).then_some(())?;
        if self.eat("c") {
            Some(Anchor::Begins)
        } else {
            self.eat("e").then_some(Anchor::Ends)
        }
    }

    /// "W24", "W24-3".
    pub(super) fn week_code(&mut self) -> Option<What> {
        self.eat("w").then_some(())?;
        let number = self.week_number()?;
        let weekday = self.attempt(|typed| {
            typed.eat_mark('-').then_some(())?;
            match typed.take()? {
                Kind::Number(day @ 1..=7, 1) => {
                    Weekday::ALL.get(usize::try_from(day - 1).ok()?).copied()
                }
                _ => None,
            }
        });
        Some(weekday.map_or(What::Week(number), |it| What::WeekDay(number, it)))
    }

    fn week_number(&mut self) -> Option<u32> {
        match self.take()? {
            Kind::Number(number, 1..=2) => u32::try_from(number).ok(),
            _ => None,
        }
    }

    fn week_year(&mut self) -> Option<i64> {
        self.attempt(|typed| {
            let _ = typed.eat_mark('/') || typed.eat_mark('-');
            typed.year()
        })
    }

    fn week_by_day(&mut self, anchor: Anchor) -> Option<Found> {
        let (month, first, last, year) = self.day_or_days()?;
        Some(match last {
            Some(last) => (What::MonthDays(month, first, last, ".."), year),
            None => (What::WeekOf(month, first, anchor), year),
        })
    }

    /// "weekend of 14 June 2025", "weekend of 14-15 June 2025".
    pub(super) fn weekend(&mut self) -> Option<Found> {
        self.eat("weekend").then_some(())?;
        let (month, first, last, year) = self.day_or_days()?;
        Some(match last {
            Some(last) => (What::MonthDays(month, first, last, ","), year),
            None => (What::WeekendOf(month, first), year),
        })
    }

    /// "9 June", "June 9", "9-15 June", "June 9 to 15", with the year if it is there.
    fn day_or_days(&mut self) -> Option<(u32, u32, Option<u32>, Option<i64>)> {
        while self.eat_any(FILLERS) {}
        let to_day = |typed: &mut Self| {
            typed.attempt(|typed| {
                (typed.eat_mark('-') || typed.eat_mark('/') || typed.eat_any(&["to", "and"]))
                    .then_some(())?;
                typed.day_number()
            })
        };
        let pair = self.attempt(|typed| {
            let (first, last) = match typed.take()? {
                Kind::Number(day @ 1..=31, 1..=2) => (u32::try_from(day).ok()?, to_day(typed)?),
                Kind::Numeric {
                    first,
                    second,
                    year: None,
                    ..
                } => (u32::try_from(first).ok()?, u32::try_from(second).ok()?),
                _ => return None,
            };
            let month = month(typed.word(0))?;
            typed.take();
            Some((month, first, Some(last), typed.year()))
        });
        if pair.is_some_and(|(_, first, last, _)| last > Some(first)) {
            return pair;
        }
        let first_then_month = self.attempt(|typed| {
            let month = month(typed.word(0))?;
            typed.take();
            let first = typed.day_number()?;
            let last = to_day(typed)?;
            (last > first).then(|| (month, first, Some(last), typed.year()))
        });
        if first_then_month.is_some() {
            return first_then_month;
        }
        let found = self
            .attempt(Self::month_first)
            .or_else(|| self.attempt(Self::in_digits))?;
        match found {
            (What::Day(month, day), year) => Some((month, day, None, year)),
            (What::MonthDays(month, first, last, _), year) => {
                Some((month, first, Some(last), year))
            }
            _ => None,
        }
    }
}
