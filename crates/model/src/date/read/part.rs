//! Parsing parts of a year: "early May", "mid to late June", "first quarter", "spring", "end of H1".

use super::super::day::year_in_edtf;
use super::date_phrase::Found;
use super::token::Kind;
use super::typed::Typed;
use super::vocabulary::{FILLERS, cardinal, ordinal, season, weekday};
use super::what::{Form, Nth, Third, What};

impl Typed {
    /// "early May 2025", "mid-2025", "mid to late May 2025", "end of the 1990s", "late Q2 2025".
    pub(super) fn part(&mut self) -> Option<Found> {
        let _ = self.eat_any(&["towards the", "toward the", "towards", "toward"]);
        let from = self.third()?;
        let to = self.attempt(|typed| {
            typed.eat_mark('-');
            let _ = typed.eat("to") || typed.eat("or");
            typed.eat_mark('-');
            typed.third().filter(|to| *to > from)
        });
        let to = to.unwrap_or(from);
        self.eat_mark('-');
        if let Some(found) = self.attempt(Self::unit_of_now) {
            return part_of(found, from, to);
        }
        while self.eat_any(FILLERS) {}
        if let Some(Kind::Decade(decade)) = self.ahead(0).cloned() {
            self.take();
            let year = |offset: i64| Some(year_in_edtf(i64::try_from(decade).ok()? + offset));
            let (first, last) = (year(from.years().0)?, year(to.years().1)?);
            let form = Form::spread(format!("{:03}X", decade / 10), first, last);
            return (decade % 10 == 0).then_some((What::Whole(form), None));
        }
        let found = match self.relative() {
            Some(found) => found,
            None => self
                .attempt(Self::group)
                .or_else(|| self.attempt(Self::season))
                .or_else(|| self.attempt(Self::month_first))
                .or_else(|| Some((What::Year, Some(self.year_number()?))))?,
        };
        part_of(found, from, to)
    }

    fn third(&mut self) -> Option<Third> {
        let third = Third::of(self.word(0))?;
        self.take();
        Some(third)
    }

    /// True before "year-end" and "year end".
    pub(super) fn is_year_end(&self) -> bool {
        let dash = usize::from(self.ahead(1) == Some(&Kind::Mark('-')));
        self.word(0) == "year" && self.word(1 + dash) == "end"
    }

    /// "year-end 2025", "year end": the end of a year.
    pub(super) fn year_end(&mut self) -> Option<Found> {
        self.is_year_end().then_some(())?;
        self.take();
        self.eat_mark('-');
        self.take();
        let year = self.year().unwrap_or_else(|| self.now().ymd().0);
        Some((What::YearPart(Third::Late, Third::Late), Some(year)))
    }

    /// "first quarter of 2026", "Q1 2026", "1Q25", "second half of May".
    pub(super) fn group(&mut self) -> Option<Found> {
        if let Some(code) = self.attempt(Self::group_code) {
            return Some((What::Group(code), self.group_year()));
        }
        if let Some(found) = self.attempt(Self::number_and_letter) {
            return Some(found);
        }
        let number = self.which()?;
        let (base, count) = match self.word(0) {
            "quarter" => (33, 4),
            "third" => (37, 3),
            "half" => (40, 2),
            _ => return None,
        };
        self.take();
        let number = in_range(number, count)?;
        if let Some((What::Year, year)) = self.attempt(Self::unit_of_now) {
            return Some((What::Group(base + number - 1), year));
        }
        while self.eat_any(FILLERS) {}
        if let Some((What::Month(month), year)) = self.attempt(Self::month_first) {
            return (count == 2).then_some((What::MonthHalf(month, number.into()), year));
        }
        Some((What::Group(base + number - 1), self.year()))
    }

    /// The "first quarter" of "2025 first quarter".
    pub(super) fn ordinal_group(&mut self) -> Option<What> {
        match self.group()? {
            (What::Group(code), None) => Some(What::Group(code)),
            _ => None,
        }
    }

    /// "Q1", "H2".
    pub(super) fn group_code(&mut self) -> Option<u8> {
        let (base, count) = group_letter(self.word(0))?;
        self.take();
        match self.take()? {
            Kind::Number(number, 1) if (1..=count).contains(&number) => {
                Some(base + u8::try_from(number).ok()?)
            }
            _ => None,
        }
    }

    /// "1Q25", "2H 2025".
    fn number_and_letter(&mut self) -> Option<Found> {
        let Kind::Number(number, 1) = self.take()? else {
            return None;
        };
        let (base, count) = group_letter(self.word(0))?;
        self.take();
        let number = u8::try_from(number)
            .ok()
            .filter(|it| (1..=count).contains(&u64::from(*it)))?;
        Some((What::Group(base + number), Some(self.group_year()?)))
    }

    /// The year after Q1: "2025", "/2025", "-2025", "'25", "25".
    fn group_year(&mut self) -> Option<i64> {
        let year = self.year().or_else(|| {
            self.attempt(|typed| {
                (typed.eat_mark('/') || typed.eat_mark('-')).then_some(())?;
                typed.year_number()
            })
        });
        year.or_else(|| {
            self.attempt(|typed| {
                let marked = typed.eat_mark('/');
                typed.short_year(marked)
            })
        })
    }

    /// "first", "2nd", "last" (which is 0).
    fn which(&mut self) -> Option<u8> {
        match self.take()? {
            Kind::Word(word) if word == "last" => Some(0),
            Kind::Word(word) => ordinal(&word),
            Kind::Number(number, 1) => u8::try_from(number).ok(),
            _ => None,
        }
    }

    /// "spring 2025", "southern summer 2025", "winter 2025/26".
    pub(super) fn season(&mut self) -> Option<Found> {
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
        let goes_on = code % 4 == 0 || code == 30;
        let winter = |typed: &mut Self| typed.winter_year().filter(|_| goes_on);
        if let Some(year) = self.attempt(winter) {
            return Some((What::Group(code), Some(year)));
        }
        Some((
            What::Group(code),
            self.year()
                .or_else(|| self.attempt(|typed| typed.short_year(false))),
        ))
    }

    /// "2025/26", "2025-2026" of a winter: the year in which it begins.
    fn winter_year(&mut self) -> Option<i64> {
        while self.eat_any(&["of", "in"]) {}
        if let Some(Kind::YearAnd { year, next, .. }) = self.ahead(0).cloned() {
            self.take();
            return i64::try_from(year)
                .ok()
                .filter(|_| next == (year + 1) % 100);
        }
        let year = self.year_number()?;
        let mark = self.eat_mark('/') || self.eat_mark('-');
        let next = match self.take()? {
            Kind::Number(number, 2) => i64::try_from(number).ok()? == (year + 1) % 100,
            Kind::Number(number, 4) => i64::try_from(number).ok()? == year + 1,
            _ => false,
        };
        (mark && next).then_some(year)
    }

    /// "a day in June 2025", "a month in 2025", "unknown year".
    pub(super) fn one_of(&mut self) -> Option<Found> {
        if self.eat_any(&["unknown year", "a year that is not known"]) {
            return Some((What::Whole(Form::one("XXXX")), None));
        }
        let day = self.eat_any(&["a day in", "one day of"]);
        if !day && !self.eat_any(&["a month in", "one month of"]) {
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

    /// "first week of June", "last weekend of May", "second Tuesday in November", "last day of June", "first ten days of June".
    pub(super) fn nth_of_month(&mut self) -> Option<Found> {
        let nth = match self.which()? {
            0 => Nth::Last,
            number => Nth::Number(number.into()),
        };
        let count = self.attempt(|typed| match typed.take()? {
            Kind::Number(count @ 2..=20, 1..=2) => u32::try_from(count).ok(),
            Kind::Word(word) => u32::try_from(cardinal(&word)?).ok(),
            _ => None,
        });
        let Kind::Word(unit) = self.take()? else {
            return None;
        };
        while self.eat_any(FILLERS) {}
        let (What::Month(month), year) = self.month_first()? else {
            return None;
        };
        Some((nth_unit(month, nth, count, &unit)?, year))
    }
}

fn nth_unit(month: u32, nth: Nth, count: Option<u32>, unit: &str) -> Option<What> {
    Some(match (unit, count, nth) {
        ("week", None, Nth::Last | Nth::Number(1..=4)) => What::MonthWeek(month, nth),
        ("weekend", None, _) => What::MonthWeekend(month, nth),
        ("day", None, Nth::Number(1)) => What::Day(month, 1),
        ("day", None, Nth::Last) => What::MonthLast(month, 1),
        ("days", Some(count), Nth::Number(1)) => What::MonthDays(month, 1, count, ".."),
        ("days", Some(count), Nth::Last) => What::MonthLast(month, count),
        (name, None, _) => What::MonthWeekday(month, nth, weekday(name)?),
        _ => return None,
    })
}

fn part_of((what, year): Found, from: Third, to: Third) -> Option<Found> {
    let part = match what {
        What::Month(month) => What::MonthPart(month, from, to),
        What::Year => What::YearPart(from, to),
        What::Group(code) if from == to => What::GroupPart(code, from),
        _ => return None,
    };
    Some((part, year))
}

fn group_letter(word: &str) -> Option<(u8, u64)> {
    match word {
        "q" => Some((32, 4)),
        "h" => Some((39, 2)),
        _ => None,
    }
}

/// A number from 1 to `count`; 0 stands for the last.
fn in_range(number: u8, count: u8) -> Option<u8> {
    let number = if number == 0 { count } else { number };
    (1..=count).contains(&number).then_some(number)
}
