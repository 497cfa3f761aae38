//! What one phrase means, before it is put into EDTF.

use super::super::day::{Day, Weekday, days_in_month, year_in_edtf};
use super::super::edtf::{Doubt, Edtf};
use super::super::error::DateError;

/// One phrase such as "early May 2025", with the year perhaps still missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// Where it was typed, in characters.
    pub(super) at: usize,
    /// The year, astronomical.
    pub(super) year: Option<i64>,
    /// What of the year.
    pub(super) what: What,
    /// A doubt about it.
    pub(super) doubt: Option<Doubt>,
    /// What follows a day: `T18:30:00Z`; empty without a time.
    pub(super) time: String,
    /// The weekday that was typed before the day.
    pub(super) weekday: Option<Weekday>,
}

/// What of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// All of it.
    Year,
    /// A part of it.
    YearPart(Third),
    /// A month.
    Month(u32),
    /// A part of a month.
    MonthPart(u32, Third),
    /// A half of a month: 1 or 2.
    MonthHalf(u32, u32),
    /// A day of a month.
    Day(u32, u32),
    /// A day of a month that stands elsewhere in the phrase: "10-11 May".
    BareDay(u32),
    /// A season, quarter or half by its EDTF code.
    Group(u8),
    /// Already whole: the form alone, and as the start and the end of a span.
    Whole(Form),
}

/// Early, mid or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
}

/// How a phrase is written in EDTF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// As an end of a span, when `first` and `last` differ: the coarser date around them.
    pub(super) coarse: String,
    /// The first date that may be meant.
    pub(super) first: String,
    /// The last.
    pub(super) last: String,
    /// Between the two in a set: `..` for all between, `,` for just the two.
    pub(super) joint: &'static str,
}

impl Form {
    /// One date.
    pub(super) fn one(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            coarse: text.clone(),
            first: text.clone(),
            last: text,
            joint: "..",
        }
    }

    /// Any date from `first` to `last`, inside `coarse`.
    pub(super) fn spread(coarse: String, first: String, last: String) -> Self {
        Self {
            coarse,
            first,
            last,
            joint: "..",
        }
    }

    /// True for one date.
    pub(super) fn is_one(&self) -> bool {
        self.first == self.last
    }
}

impl Third {
    /// The third that a word names.
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "early" | "beginning" | "start" => Some(Self::Early),
            "mid" | "middle" => Some(Self::Mid),
            "late" | "end" => Some(Self::Late),
            _ => None,
        }
    }

    /// Days of a month of `length` days: 1 to 15, 10 to 20, 16 to the end (domain.md 1.6).
    fn days(self, length: u32) -> (u32, u32) {
        match self {
            Self::Early => (1, 15),
            Self::Mid => (10, 20),
            Self::Late => (16, length),
        }
    }

    /// Months of a year: January to April, May to August, September to December.
    fn months(self) -> (u32, u32) {
        match self {
            Self::Early => (1, 4),
            Self::Mid => (5, 8),
            Self::Late => (9, 12),
        }
    }

    /// Years of a decade, by their last digit.
    pub(super) fn years(self) -> (i64, i64) {
        match self {
            Self::Early => (0, 3),
            Self::Mid => (4, 6),
            Self::Late => (7, 9),
        }
    }
}

impl What {
    /// The month it names.
    pub(super) fn month(&self) -> Option<u32> {
        match self {
            Self::Month(month)
            | Self::MonthPart(month, _)
            | Self::MonthHalf(month, _)
            | Self::Day(month, _) => Some(*month),
            _ => None,
        }
    }

    /// How it is written in `year`.
    fn form(&self, year: i64) -> Form {
        let y = year_in_edtf(year);
        match self {
            Self::Year => Form::one(y),
            Self::YearPart(third) => {
                let (first, last) = third.months();
                Form::spread(
                    y.clone(),
                    format!("{y}-{first:02}"),
                    format!("{y}-{last:02}"),
                )
            }
            Self::Month(month) => Form::one(format!("{y}-{month:02}")),
            Self::MonthPart(month, third) => {
                days(&y, *month, third.days(days_in_month(year, *month)))
            }
            Self::MonthHalf(month, 1) => days(&y, *month, (1, 15)),
            Self::MonthHalf(month, _) => days(&y, *month, (16, days_in_month(year, *month))),
            Self::Day(month, day) => Form::one(format!("{y}-{month:02}-{day:02}")),
            Self::BareDay(day) => Form::one(format!("{y}-{day:02}")),
            Self::Group(code) => Form::one(format!("{y}-{code}")),
            Self::Whole(form) => form.clone(),
        }
    }
}

fn days(year: &str, month: u32, (first, last): (u32, u32)) -> Form {
    let month = format!("{year}-{month:02}");
    Form::spread(
        month.clone(),
        format!("{month}-{first:02}"),
        format!("{month}-{last:02}"),
    )
}

impl Piece {
    /// The form, once the year is known.
    pub(super) fn form(&self) -> Result<Form, DateError> {
        if let What::BareDay(day) = self.what {
            return Err(DateError::new(
                self.at,
                format!("day {day} of which month? Write {day} June 2025"),
            ));
        }
        let year = match (&self.what, self.year) {
            (What::Whole(_), year) => year.unwrap_or(0),
            (_, Some(year)) => year,
            (_, None) => {
                return Err(DateError::new(
                    self.at,
                    "which year? Write it too: 11 June 2025",
                ));
            }
        };
        let mut form = self.what.form(year);
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
        Err(DateError::new(
            self.at,
            format!("{words} is a {is}, not a {typed}: correct one of the two"),
        ))
    }

    fn check(&self, form: &Form) -> Result<(), DateError> {
        let known = [&form.first, &form.last]
            .into_iter()
            .try_for_each(|text| text.parse::<Edtf>().map(|_| ()));
        known.map_err(|error| DateError::new(self.at, error.reason))
    }

    /// The mark of its doubt.
    pub(super) fn mark(&self) -> &'static str {
        self.doubt.map_or("", Doubt::mark)
    }

    /// The first and the last day that may be meant.
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
            moment
                .map(|moment| moment.day)
                .ok_or_else(|| DateError::new(self.at, "this has no bounds"))
        };
        Ok((day(&form.first, false)?, day(&form.last, true)?))
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
        // Without a day that exists in any of them, this year gives the reason.
        self.year = Some(near.min().map_or(this_year, |(_, year)| year));
    }
}
