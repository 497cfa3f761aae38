//! What one phrase means, before it is converted to EDTF.

use super::super::day::{Day, Weekday};
use super::super::edtf::{Doubt, Edtf};
use super::super::error::DateError;
use super::what::{Form, What};

/// One phrase such as "early May 2025"; the year may still be missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DatePhrase {
    /// Its position in the text, in characters.
    pub(super) at: usize,
    /// The year, astronomical.
    pub(super) year: Option<i64>,
    /// Which part of the year.
    pub(super) what: What,
    /// Its qualifier.
    pub(super) doubt: Option<Doubt>,
    /// What follows a day: `T18:30:00Z`; empty without a time.
    pub(super) time: String,
    /// The weekday that was typed before the day.
    pub(super) weekday: Option<Weekday>,
}

impl DatePhrase {
    /// Without qualifier, time and weekday.
    pub(super) fn new(at: usize, what: What, year: Option<i64>) -> Self {
        Self {
            at,
            year,
            what,
            doubt: None,
            time: String::new(),
            weekday: None,
        }
    }

    /// Its EDTF, once the year is known.
    pub(super) fn form(&self) -> Result<Form, DateError> {
        if let What::BareDay(day) = self.what {
            return Err(DateError::new(
                self.at,
                format!("day {day} of which month? Write, for example, {day} June 2025"),
            ));
        }
        let year = match (&self.what, self.year) {
            (What::Whole(_), year) => year.unwrap_or(0),
            (_, Some(year)) => year,
            (_, None) => {
                return Err(DateError::new(
                    self.at,
                    "the year is missing: write, for example, 11 June 2025",
                ));
            }
        };
        let mut form = self
            .what
            .form(year)
            .map_err(|reason| DateError::impossible(self.at, reason))?;
        for text in [&mut form.first, &mut form.last, &mut form.coarse] {
            text.push_str(&self.time);
        }
        self.check(&form)?;
        self.check_weekday(&form)?;
        Ok(form)
    }

    fn check_weekday(&self, form: &Form) -> Result<(), DateError> {
        let day = form
            .first
            .parse::<Edtf>()
            .ok()
            .and_then(|edtf| edtf.bounds().start_earliest);
        let Some((typed, day)) = self.weekday.zip(day.map(|moment| moment.day)) else {
            return Ok(());
        };
        if day.weekday() == typed {
            return Ok(());
        }
        let (words, is, typed) = (day.in_words(), day.weekday().name(), typed.name());
        Err(DateError::impossible(
            self.at,
            format!("{words} is a {is}, not a {typed}: correct one of the two"),
        ))
    }

    fn check(&self, form: &Form) -> Result<(), DateError> {
        let known = [&form.first, &form.last]
            .into_iter()
            .try_for_each(|text| text.parse::<Edtf>().map(|_| ()));
        known.map_err(|error| DateError::impossible(self.at, error.reason))
    }

    /// The EDTF mark of its qualifier.
    pub(super) fn mark(&self) -> &'static str {
        self.doubt.map_or("", Doubt::mark)
    }

    /// The first and the last day that it can mean.
    pub(super) fn days(&self) -> Result<(Day, Day), DateError> {
        let form = self.form()?;
        let day = |text: &str, last: bool| {
            let bounds = text
                .parse::<Edtf>()
                .map_err(|error| DateError::new(self.at, error.reason))?
                .bounds();
            let moment = if last {
                bounds.end_latest
            } else {
                bounds.start_earliest
            };
            moment.map(|moment| moment.day).ok_or_else(|| {
                DateError::new(
                    self.at,
                    "this names no day: write a date, such as 11 June 2025",
                )
            })
        };
        Ok((day(&form.first, false)?, day(&form.last, true)?))
    }

    /// Sets the first year in which it is not over on `today`.
    pub(super) fn choose_next_year(&mut self, today: Day) {
        let (this_year, _, _) = today.ymd();
        let mut ahead = (this_year..=this_year + 8).filter(|year| {
            let days = Self {
                year: Some(*year),
                ..self.clone()
            }
            .days();
            days.is_ok_and(|(_, last)| last >= today)
        });
        self.year = ahead.next().or(Some(this_year));
    }

    /// Sets the year that puts it nearest to `today`.
    pub(super) fn choose_year(&mut self, today: Day) {
        let (this_year, _, _) = today.ymd();
        let distance = |year: i64| {
            let (first, last) = Self {
                year: Some(year),
                ..self.clone()
            }
            .days()
            .ok()?;
            Some(
                (first.0.saturating_sub(today.0))
                    .max(today.0.saturating_sub(last.0))
                    .max(0),
            )
        };
        let near = (this_year - 4..=this_year + 4).filter_map(|year| Some((distance(year)?, year)));
        // When no year has such a day, the error is that of this year.
        self.year = Some(near.min().map_or(this_year, |(_, year)| year));
    }
}
