//! Reading what begins with a digit, and times of day.

use super::meaning::{Form, What};
use super::piece::Found;
use super::token::Kind;
use super::typed::{Reading, Typed};
use super::vocabulary::month;

impl Typed {
    /// "11 June 2025", "2025-06-11", "11/06/2025", "2010s", "20th century", "20250611".
    pub(super) fn in_digits(&mut self) -> Option<Found> {
        match self.take()? {
            Kind::YearMonthDay(year, month, day) => day_of(year, month, day),
            Kind::YearMonth(year, month) => match u8::try_from(month).ok()? {
                code @ 21.. => Some((What::Group(code), i64::try_from(year).ok())),
                month => Some((What::Month(month.into()), i64::try_from(year).ok())),
            },
            Kind::Numeric {
                first,
                second,
                year,
                day_first,
            } => {
                let swap = !day_first && self.reading == Reading::Second;
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
        let text = match self.reading {
            Reading::Second if decade.is_multiple_of(100) => format!("{:02}XX", decade / 100),
            _ => format!("{:03}X", decade / 10),
        };
        decade
            .is_multiple_of(10)
            .then_some((What::Whole(Form::one(text)), None))
    }

    /// A day, with its month behind it or elsewhere in the phrase.
    fn day_first(&mut self, day: u32) -> Option<Found> {
        let found = self.attempt(|typed| {
            let dashed = !typed.eat("of") && typed.eat_mark('-');
            let month = month(typed.word(0))?;
            typed.take();
            // The dash of "14 June - 2 July" belongs to the span, that of "11-Jun-2025" to the day.
            let _ = typed.eat_mark('.') || dashed && typed.eat_mark('-');
            Some(What::Day(month, day))
        });
        Some((found.unwrap_or(What::BareDay(day)), self.year()))
    }

    /// "18:30", "at 18:30 UTC+5:30", as EDTF.
    pub(super) fn time(&mut self) -> String {
        self.attempt(|typed| {
            let _ = typed.eat_mark(',') || typed.eat("at");
            let Some(Kind::Time(second)) = typed.take() else {
                return None;
            };
            let time = format!(
                "T{:02}:{:02}:{:02}",
                second / 3600,
                second / 60 % 60,
                second % 60
            );
            Some(time + &typed.offset())
        })
        .unwrap_or_default()
    }

    fn offset(&mut self) -> String {
        if !self.eat_any(&["utc", "gmt", "z"]) {
            return String::new();
        }
        let offset = self.attempt(|typed| {
            let sign = if typed.eat_mark('+') {
                '+'
            } else {
                typed.eat_mark('-').then_some('-')?
            };
            match typed.take()? {
                Kind::Number(hours, 1..=2) => Some(format!("{sign}{hours:02}")),
                Kind::Time(second) => Some(format!(
                    "{sign}{:02}:{:02}",
                    second / 3600,
                    second / 60 % 60
                )),
                _ => None,
            }
        });
        offset.unwrap_or_else(|| "Z".to_owned())
    }
}

fn day_of(year: u64, month: u64, day: u64) -> Option<Found> {
    let what = What::Day(u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    Some((what, i64::try_from(year).ok()))
}
