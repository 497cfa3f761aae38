//! Parsing dates that begin with a digit: "11 June 2025", "2025-06-11", "11/06/2025", "2010s", "2025-Q1".

use super::date_phrase::Found;
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{month, short_year};
use super::what::{Form, What};

impl Typed {
    /// "11 June 2025", "2025-06-11", "11/06/2025", "2010s", "20th century", "20250611".
    pub(super) fn in_digits(&mut self) -> Option<Found> {
        match self.take()? {
            Kind::YearMonthDay(year, month, day) => day_of(year, month, day),
            Kind::YearMonth(year, month) => year_month(year, month),
            Kind::YearAnd {
                year,
                next,
                has_stroke,
            } => {
                let is_code = matches!(next, 1..=12) || matches!(next, 21..=41) && !has_stroke;
                if self.reading.years == 0 && is_code {
                    year_month(year, next)
                } else {
                    Some((two_years(year, next)?, None))
                }
            }
            Kind::Numeric {
                first,
                second,
                year: None,
                ..
            } if month(self.word(0)).is_some() => self.two_days(first, second),
            Kind::Numeric {
                first,
                second,
                year,
                day_first,
            } => {
                let swap = !day_first && self.reading.numeric == 1;
                let (day, month) = if swap {
                    (second, first)
                } else {
                    (first, second)
                };
                let found = What::Day(u32::try_from(month).ok()?, u32::try_from(day).ok()?);
                let year = year.and_then(|year| i64::try_from(year).ok());
                (1..=12).contains(&month).then_some((found, year))
            }
            Kind::Decade(decade) => self.decade(decade),
            Kind::Number(number, 8) => day_of(number / 10_000, number / 100 % 100, number % 100),
            Kind::Number(century @ 1..=99, 1..=2) if self.eat("century") => Some((
                What::Whole(Form::one(format!("{:02}XX", century - 1))),
                None,
            )),
            Kind::Number(day @ 1..=31, 1..=2) => self.day_first(u32::try_from(day).ok()?),
            _ => None,
        }
    }

    fn decade(&self, decade: u64) -> Option<Found> {
        let text = if self.reading.decade == 1 && decade.is_multiple_of(100) {
            format!("{:02}XX", decade / 100)
        } else {
            format!("{:03}X", decade / 10)
        };
        decade
            .is_multiple_of(10)
            .then_some((What::Whole(Form::one(text)), None))
    }

    /// "12/13 June 2025": one of the two.
    fn two_days(&mut self, first: u64, second: u64) -> Option<Found> {
        let month = month(self.word(0))?;
        self.take();
        let (first, second) = (u32::try_from(first).ok()?, u32::try_from(second).ok()?);
        (first < second).then_some(())?;
        Some((What::MonthDays(month, first, second, ","), self.year()))
    }

    /// A day, with its month after it or elsewhere in the phrase.
    fn day_first(&mut self, day: u32) -> Option<Found> {
        let found = self.attempt(|typed| {
            let dashed = !typed.eat("of") && typed.eat_mark('-');
            let month = month(typed.word(0))?;
            typed.take();
            typed.eat_mark('.');
            Some((What::Day(month, day), dashed))
        });
        let Some((what, dashed)) = found else {
            return Some((What::BareDay(day), self.year()));
        };
        // The dash of "14 June - 2 July" belongs to the span, that of "11-Jun-2025" to the day.
        let behind_dash = |typed: &mut Self| {
            (dashed && typed.eat_mark('-')).then_some(())?;
            typed
                .attempt(Self::year_number)
                .or_else(|| typed.short_year(true))
        };
        let year = self
            .year()
            .or_else(|| self.attempt(behind_dash))
            .or_else(|| self.attempt(|typed| typed.short_year(false)));
        Some((what, year))
    }

    /// "2025-Jun-11", "2025 June", "2025-Q1", "2025-W24-3": what follows a year.
    pub(super) fn behind_year(&mut self) -> Option<What> {
        let dashed = self.eat_mark('-') || self.eat_mark('/') || self.eat_mark(',');
        let found = self
            .attempt(Self::group_code)
            .map(What::Group)
            .or_else(|| self.attempt(Self::week_code))
            .or_else(|| self.attempt(Self::ordinal_group))
            .or_else(|| self.attempt(|typed| typed.month_behind_year(dashed)))?;
        // "2010 - May 2012" is a span.
        let is_span = self.attempt(|typed| {
            let _ = typed.eat_mark(',');
            typed.year_number()
        });
        is_span.is_none().then_some(found)
    }

    fn month_behind_year(&mut self, dashed: bool) -> Option<What> {
        let month = month(self.word(0))?;
        self.take();
        let day = self.attempt(|typed| {
            let _ = dashed && (typed.eat_mark('-') || typed.eat_mark('/'));
            let day = typed.day_number()?;
            // "2025 May 10-11" and "2025 June 6pm" are parsed elsewhere.
            let is_more = matches!(typed.ahead(0), Some(Kind::Mark('-' | '.')))
                || matches!(typed.word(0), "am" | "pm");
            (!is_more).then_some(day)
        });
        Some(day.map_or(What::Month(month), |day| What::Day(month, day)))
    }

    /// "'25" after a month or a day, or "25" when it cannot be anything else.
    pub(super) fn short_year(&mut self, dashed: bool) -> Option<i64> {
        let marked = self.eat_mark('\'') || dashed;
        let Kind::Number(number, 2) = self.take()? else {
            return None;
        };
        let is_else = match self.ahead(0) {
            Some(Kind::Word(word)) => {
                month(word).is_some()
                    || matches!(word.as_str(), "am" | "pm" | "a" | "p" | "h" | "of")
            }
            Some(Kind::Mark(mark)) => matches!(mark, '.' | '-' | '/') && !marked,
            Some(Kind::Number(..)) => true,
            _ => false,
        };
        if is_else { None } else { short_year(number) }
    }
}

fn day_of(year: u64, month: u64, day: u64) -> Option<Found> {
    let what = What::Day(u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    Some((what, i64::try_from(year).ok()))
}

fn year_month(year: u64, month: u64) -> Option<Found> {
    let what = match u8::try_from(month).ok()? {
        code @ 21.. => What::Group(code),
        month => What::Month(month.into()),
    };
    Some((what, i64::try_from(year).ok()))
}

/// The years of "2025-26".
fn two_years(year: u64, next: u64) -> Option<What> {
    let first = i64::try_from(year).ok()?;
    let last = first - first % 100 + i64::try_from(next).ok()?;
    // "1999/00" ends in the next century.
    let last = if last < first { last + 100 } else { last };
    (last > first).then_some(What::Whole(Form::years(first, last)))
}
