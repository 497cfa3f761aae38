//! Reading one date phrase: "11 June 2025", "early May", "Q1 2026", "c. 2015".

use super::super::day::year_in_edtf;
use super::super::edtf::Doubt;
use super::super::error::DateError;
use super::super::words::both;
use super::meaning::{Form, Piece, Third, What};
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{FILLERS, month, ordinal, season, weekday};

/// What of a year, and the year where it was typed.
pub(super) type Found = (What, Option<i64>);

impl Typed {
    /// One date phrase with its doubts.
    pub(super) fn piece(&mut self) -> Result<Piece, DateError> {
        let mut doubt = self.doubt_before();
        while self.eat_any(FILLERS) {}
        doubt = both(doubt, self.doubt_before());
        let at = self.at();
        let weekday = self.attempt(Self::weekday_before);
        let (what, year) = self.what()?;
        let time = if matches!(what, What::Day(..)) {
            self.time()
        } else {
            String::new()
        };
        let doubt = both(doubt, self.doubt_after());
        Ok(Piece {
            at,
            year,
            what,
            doubt,
            time,
            weekday,
        })
    }

    /// A weekday that has a date behind it.
    fn weekday_before(&mut self) -> Option<super::super::Weekday> {
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
        if let Some(found) = self.relative()? {
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
        if let Some(year) = self.attempt(Self::year_number) {
            let group = self.attempt(Self::group_code);
            return Ok((group.map_or(What::Year, What::Group), Some(year)));
        }
        self.attempt(digits).ok_or_else(|| self.not_a_date())
    }

    fn not_a_date(&self) -> DateError {
        match self.ahead(0) {
            None => self.fail("the date ends too early: write one, such as 11 June 2025"),
            Some(Kind::Number(number, 2)) if *number > 31 => {
                self.fail(format!("{number} is no day: write a year with four digits"))
            }
            Some(Kind::Numeric { first, second, .. }) => self.fail(format!(
                "neither {first} nor {second} works as the month here: this is no date, write 11 June 2025"
            )),
            Some(Kind::Number(_, 3)) => self.fail("write a year before 1000 with AD or BC: AD 79"),
            Some(Kind::Word(word)) => self.fail(format!(
                "\"{word}\" is no word for a date here: write 11 June 2025, May 2025 or Q1 2026"
            )),
            _ => self.fail("this is no date: write 11 June 2025, May 2025 or Q1 2026"),
        }
    }

    /// "early May 2025", "mid-2025", "end of the 1990s".
    fn part(&mut self) -> Option<Found> {
        let third = Third::of(self.word(0))?;
        self.take();
        self.eat_mark('-');
        while self.eat_any(FILLERS) {}
        if let Some(Kind::Decade(decade)) = self.ahead(0).cloned() {
            self.take();
            let (first, last) = third.years();
            let year = |offset: i64| Some(year_in_edtf(i64::try_from(decade).ok()? + offset));
            let form = Form::spread(format!("{:03}X", decade / 10), year(first)?, year(last)?);
            return (decade % 10 == 0).then_some((What::Whole(form), None));
        }
        let found = match self.relative().ok()? {
            Some(found) => found,
            None => self
                .month_first()
                .or_else(|| Some((What::Year, Some(self.year_number()?))))?,
        };
        match found {
            (What::Month(month), year) => Some((What::MonthPart(month, third), year)),
            (What::Year, year) => Some((What::YearPart(third), year)),
            _ => None,
        }
    }

    /// "first quarter of 2026", "Q1 2026", "second half of May".
    fn group(&mut self) -> Option<Found> {
        if let Some(code) = self.attempt(Self::group_code) {
            return Some((What::Group(code), self.year()));
        }
        let number = match self.take()? {
            Kind::Word(word) if word == "last" => 0,
            Kind::Word(word) => ordinal(&word)?,
            Kind::Number(number, 1) => u8::try_from(number).ok()?,
            _ => return None,
        };
        let (base, count) = match self.word(0) {
            "quarter" => (33, 4),
            "third" => (37, 3),
            "half" => (40, 2),
            _ => return None,
        };
        self.take();
        let number = if number == 0 { count } else { number };
        while self.eat_any(FILLERS) {}
        if !(1..=count).contains(&number) {
            return None;
        }
        if let Some((What::Month(month), year)) = self.attempt(Self::month_first) {
            return (count == 2).then_some((What::MonthHalf(month, number.into()), year));
        }
        Some((What::Group(base + number - 1), self.year()))
    }

    /// "Q1", "H2".
    fn group_code(&mut self) -> Option<u8> {
        let (base, count) = match self.take()? {
            Kind::Word(word) if word == "q" => (32, 4),
            Kind::Word(word) if word == "h" => (39, 2),
            _ => return None,
        };
        match self.take()? {
            Kind::Number(number, 1) if (1..=count).contains(&number) => {
                Some(base + u8::try_from(number).ok()?)
            }
            _ => None,
        }
    }

    /// "spring 2025", "southern summer 2025", "winter 2025/26".
    fn season(&mut self) -> Option<Found> {
        let hemisphere = match self.word(0) {
            "northern" => 4,
            "southern" => 8,
            _ => 0,
        };
        if hemisphere > 0 {
            self.take();
        }
        let code = season(self.word(0))? + hemisphere;
        self.take();
        let year = self.year();
        if self.word(0).is_empty() && year.is_some() && (code % 4 == 0 || code == 30) {
            self.attempt(|typed| typed.second_year(year?));
        }
        Some((What::Group(code), year))
    }

    /// The "/26" of "winter 2025/26".
    fn second_year(&mut self, year: i64) -> Option<()> {
        let mark = self.eat_mark('/') || self.eat_mark('-');
        let next = match self.take()? {
            Kind::Number(number, 2) => i64::try_from(number).ok()? == (year + 1) % 100,
            Kind::Number(number, 4) => i64::try_from(number).ok()? == year + 1,
            _ => false,
        };
        (mark && next).then_some(())
    }

    /// "one day of June 2025", "one month of 2025", "a year that is not known".
    fn one_of(&mut self) -> Option<Found> {
        if self.eat("a year that is not known") {
            return Some((What::Whole(Form::one("XXXX")), None));
        }
        let day = self.eat("one day of");
        if !day && !self.eat("one month of") {
            return None;
        }
        let found = self
            .month_first()
            .or_else(|| Some((What::Year, Some(self.year_number()?))))?;
        let text = match (found.0, found.1?) {
            (What::Month(month), year) if day => format!("{}-{month:02}-XX", year_in_edtf(year)),
            (What::Year, year) if day => format!("{}-XX-XX", year_in_edtf(year)),
            (What::Year, year) => format!("{}-XX", year_in_edtf(year)),
            _ => return None,
        };
        Some((What::Whole(Form::one(text)), None))
    }

    /// "June 2025", "June 11, 2025", "June".
    pub(super) fn month_first(&mut self) -> Option<Found> {
        let month = month(self.word(0))?;
        self.take();
        self.eat_mark('.');
        if let Some(year) = self.year() {
            return Some((What::Month(month), Some(year)));
        }
        let what = match self.day_number() {
            Some(day) => What::Day(month, day),
            None => What::Month(month),
        };
        Some((what, self.year()))
    }

    fn day_number(&mut self) -> Option<u32> {
        self.attempt(|typed| match typed.take()? {
            Kind::Number(day @ 1..=31, 1..=2) => u32::try_from(day).ok(),
            _ => None,
        })
    }

    /// The year behind a month or a day.
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
        // Eight digits are a day without marks, as in news data: 20250611.
        (marked || (digits >= 4 && digits != 8)).then_some(year)
    }
}
