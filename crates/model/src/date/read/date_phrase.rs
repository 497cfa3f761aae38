//! Parsing one date phrase: "11 June 2025", "early May", "Q1 2026", "c. 2015".

use super::super::Weekday;
use super::super::day::month_name;
use super::super::edtf::Doubt;
use super::super::edtf_words::both;
use super::super::error::DateError;
use super::meaning::DatePhrase;
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{BETWEEN, FILLERS, SOME_TIME_IN, month, short_year, weekday};
use super::what::{Form, What, around};

/// A part of a year, and the year if it was typed.
pub(super) type Found = (What, Option<i64>);

impl Typed {
    /// One date phrase with its qualifiers.
    pub(super) fn date_phrase(&mut self) -> Result<DatePhrase, DateError> {
        let mut doubt = self.doubt_before();
        let at = self.at();
        if self.eat_any(BETWEEN) {
            let what = self.between()?;
            return Ok(DatePhrase {
                doubt,
                ..DatePhrase::new(at, what, None)
            });
        }
        if let Some((what, year)) = self.counted_on()? {
            return Ok(DatePhrase::new(at, what, year));
        }
        let _ = self.eat_any(SOME_TIME_IN);
        while !self.is_year_end() && self.eat_any(FILLERS) {}
        doubt = both(doubt, self.doubt_before());
        let at = self.at();
        let time_before = self.attempt(Self::time_before);
        let before = self.attempt(Self::weekday_before);
        let (what, year) = self.what()?;
        let is_day = matches!(
            what,
            What::Day(..) | What::WeekDay(..) | What::MonthWeekday(..)
        );
        let time = match time_before {
            Some(time) => time,
            None if is_day => self.time(),
            None => String::new(),
        };
        let weekday = before.or_else(|| self.attempt(Self::weekday_after).filter(|_| is_day));
        let doubt = both(doubt, self.doubt_after());
        Ok(DatePhrase {
            at,
            year,
            what,
            doubt,
            time,
            weekday,
        })
    }

    /// The two dates of "between 5 and 9 June 2025": any day from the first to the last.
    fn between(&mut self) -> Result<What, DateError> {
        let (first, last) = self.pair()?;
        let form = Form {
            coarse: around(first.days()?.0, last.days()?.1),
            first: first.first_date()?,
            last: last.last_date()?,
            joint: "..",
        };
        Ok(What::Whole(form))
    }

    /// "18:00 on 11 June 2025", "6pm, 11 June 2025".
    fn time_before(&mut self) -> Option<String> {
        let time = self.clock(false)?;
        let _ = self.eat_mark(',');
        while self.eat_any(FILLERS) {}
        let _ = self.attempt(Self::weekday_before);
        let is_day = match self.ahead(0)? {
            Kind::YearMonthDay(..) | Kind::Numeric { .. } | Kind::Number(_, 1 | 2 | 8) => true,
            Kind::Word(word) => {
                month(word).is_some() || matches!(word.as_str(), "today" | "yesterday" | "tomorrow")
            }
            _ => false,
        };
        is_day.then_some(time)
    }

    /// "(Wednesday)", ", Wed".
    fn weekday_after(&mut self) -> Option<Weekday> {
        let bracket = self.eat_mark('(');
        let _ = !bracket && self.eat_mark(',');
        let found = weekday(self.word(0))?;
        self.take();
        self.eat_mark('.');
        (!bracket || self.eat_mark(')')).then_some(found)
    }

    /// A weekday that is followed by a date.
    fn weekday_before(&mut self) -> Option<Weekday> {
        let found = weekday(self.word(0))?;
        self.take();
        let _ = self.eat_mark('.') || self.eat_mark(',');
        while self.eat_any(FILLERS) {}
        let date = match self.ahead(0)? {
            Kind::Word(word) => month(word).is_some(),
            Kind::Mark(_) | Kind::Time(_) => false,
            _ => true,
        };
        date.then_some(found)
    }

    fn doubt_before(&mut self) -> Option<Doubt> {
        let mut doubt = None;
        loop {
            let found = if self.eat_any(&["c", "ca", "approx"]) {
                self.eat_mark('.');
                Doubt::Approximate
            } else if self.eat_any(&["circa", "about", "around", "approximately", "roughly"])
                || self.eat_mark('~')
            {
                Doubt::Approximate
            } else if self.eat_any(&["perhaps", "possibly", "probably", "maybe"]) {
                Doubt::Uncertain
            } else {
                return doubt;
            };
            doubt = both(doubt, Some(found));
        }
    }

    fn doubt_after(&mut self) -> Option<Doubt> {
        let mut doubt = None;
        loop {
            let found = if self.eat_mark('?') || self.attempt(Self::bracketed_mark).is_some() {
                Doubt::Uncertain
            } else if self.eat_mark('%') || self.eat_after(',', &["uncertain and approximate"]) {
                Doubt::Both
            } else if self.eat_after(',', &["uncertain"]) {
                Doubt::Uncertain
            } else if self.eat_mark('~')
                || self.eat("or so")
                || self.eat_after(',', &["approximately"])
            {
                Doubt::Approximate
            } else {
                return doubt;
            };
            doubt = both(doubt, Some(found));
        }
    }

    /// "(?)".
    fn bracketed_mark(&mut self) -> Option<()> {
        (self.eat_mark('(') && self.eat_mark('?') && self.eat_mark(')')).then_some(())
    }

    fn what(&mut self) -> Result<Found, DateError> {
        let before = [
            Self::nth_of_month,
            Self::year_end,
            Self::week,
            Self::weekend,
        ];
        if let Some(found) = before.iter().find_map(|read| self.attempt(read)) {
            return Ok(found);
        }
        if let Some(found) = self.relative() {
            return Ok(found);
        }
        let digits = |typed: &mut Self| typed.in_digits();
        let readers = [
            Self::part,
            Self::group,
            Self::season,
            Self::one_of,
            Self::month_first,
        ];
        for read in readers {
            if let Some(found) = self.attempt(read) {
                return Ok(found);
            }
        }
        if let Some(found) = self.attempt(Self::six_digits) {
            return Ok(found);
        }
        if let Some(year) = self.attempt(Self::year_number) {
            let part = self.attempt(Self::behind_year);
            return Ok((part.unwrap_or(What::Year), Some(year)));
        }
        self.attempt(digits).ok_or_else(|| self.not_a_date())
    }

    fn not_a_date(&self) -> DateError {
        match self.ahead(0) {
            None => self.fail("the date is incomplete: write, for example, 11 June 2025"),
            Some(Kind::Number(number @ (0 | 32..), 1..=2)) => self.fail(self.no_day(*number)),
            Some(Kind::Numeric { first, second, .. }) => DateError::impossible(
                self.at(),
                format!("neither {first} nor {second} can be a month: write 11 June 2025"),
            ),
            Some(Kind::Number(_, 3)) => self.fail("write a year before 1000 with AD or BC: AD 79"),
            Some(Kind::Word(word)) => self.fail(format!(
                "\"{word}\" is not understood in a date: write 11 June 2025, May 2025 or Q1 2026"
            )),
            _ => self
                .fail("this is not understood as a date: write 11 June 2025, May 2025 or Q1 2026"),
        }
    }

    /// Why the number that comes next is not a day: "there is no 32 December".
    fn no_day(&self, number: u64) -> String {
        let of = usize::from(self.word(1) == "of");
        match month(self.word(1 + of)) {
            Some(month) => format!("there is no {number} {}", month_name(month)),
            None => format!("there is no day {number}: write a year with four digits"),
        }
    }

    /// "June 2025", "June 11, 2025", "June 12/13", "Jun-25", "June".
    pub(super) fn month_first(&mut self) -> Option<Found> {
        let dashed = self.has_month_dash(0);
        let month = month(self.word(0))?;
        self.take();
        self.eat_mark('.');
        let year = self.year().or_else(|| {
            let is_year = dashed && self.reading.month_dash == 0;
            self.attempt(|typed| typed.year_behind_month(is_year))
        });
        if let Some(year) = year {
            return Some((What::Month(month), Some(year)));
        }
        if let Some(what) = self.attempt(|typed| typed.two_days_behind(month)) {
            return Some((what, self.year()));
        }
        let _ = (dashed || self.is_month_day_year()) && self.eat_mark('-');
        let Some(day) = self.day_number() else {
            return Some((What::Month(month), None));
        };
        let year = self.year().or_else(|| self.attempt(Self::year_behind_day));
        Some((What::Day(month, day), year))
    }

    /// "'25" of "June '25", "-25" of "Jun-25", and a number that cannot be a day: "June 99".
    fn year_behind_month(&mut self, is_dashed_year: bool) -> Option<i64> {
        if self.ahead(0) == Some(&Kind::Mark('\'')) {
            return self.short_year(false);
        }
        self.eat_mark('-');
        match self.take()? {
            Kind::Number(number, 2) if is_dashed_year || number > 31 => short_year(number),
            _ => None,
        }
    }

    /// "-2025", ", '25" and "25" after "Jun-11".
    fn year_behind_day(&mut self) -> Option<i64> {
        if self.eat_mark('-') {
            return self.year_number();
        }
        let comma = self.eat_mark(',');
        if comma && self.ahead(0) != Some(&Kind::Mark('\'')) {
            return None;
        }
        self.short_year(false)
    }

    /// "12/13" after a month.
    fn two_days_behind(&mut self, month: u32) -> Option<What> {
        let Kind::Numeric {
            first,
            second,
            year: None,
            ..
        } = self.take()?
        else {
            return None;
        };
        let (first, second) = (u32::try_from(first).ok()?, u32::try_from(second).ok()?);
        (first < second).then_some(What::MonthDays(month, first, second, ","))
    }

    /// True before "-11-2025" of "Jun-11-2025".
    fn is_month_day_year(&self) -> bool {
        self.ahead(0) == Some(&Kind::Mark('-'))
            && matches!(self.ahead(1), Some(Kind::Number(1..=31, 1..=2)))
            && self.ahead(2) == Some(&Kind::Mark('-'))
            && matches!(self.ahead(3), Some(Kind::Number(_, 4)))
    }

    pub(super) fn day_number(&mut self) -> Option<u32> {
        self.attempt(|typed| match typed.take()? {
            Kind::Number(day @ 1..=31, 1..=2) => u32::try_from(day).ok(),
            _ => None,
        })
    }

    /// The year after a month or a day.
    pub(super) fn year(&mut self) -> Option<i64> {
        self.attempt(|typed| {
            let _ = typed.eat_mark(',') || typed.eat_any(&["of", "in"]);
            typed.year_number()
        })
    }

    /// "2025", "44 BC", "AD 79".
    pub(super) fn year_number(&mut self) -> Option<i64> {
        let marked = self.eat_any(&["ad", "ce"]);
        let Kind::Number(number, digits) = self.take()? else {
            return None;
        };
        let year = i64::try_from(number).ok()?;
        if self.eat_any(&["bc", "bce"]) {
            return (year > 0 && !marked).then_some(1 - year);
        }
        let marked = self.eat_any(&["ad", "ce"]) || marked;
        // Eight digits are a day without separators, as in news data: 20250611.
        match digits {
            _ if marked => Some(year),
            5..=7 if self.reading.long_year == 1 => {
                let more = u32::try_from(digits).ok()? - 4;
                Some(year / 10_i64.pow(more))
            }
            4..=7 | 9.. => Some(year),
            _ => None,
        }
    }

    /// "202506": June 2025.
    fn six_digits(&mut self) -> Option<Found> {
        let Kind::Number(number @ 100_000..300_000, 6) = self.take()? else {
            return None;
        };
        let month = u32::try_from(number % 100).ok()?;
        let is_month = (1..=12).contains(&month);
        is_month.then_some((What::Month(month), i64::try_from(number / 100).ok()))
    }
}
