//! Which part of a year a phrase names, and how that is written in EDTF.

use super::super::bound::group_months;
use super::super::day::{
    Day, Weekday, days_in_month, month_name, no_such_day, year_in_edtf, year_in_words,
};

/// A part of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// All of it.
    Year,
    /// A part of it: from one third to another, usually the same.
    YearPart(Third, Third),
    /// A month.
    Month(u32),
    /// A part of a month.
    MonthPart(u32, Third, Third),
    /// A half of a month: 1 or 2.
    MonthHalf(u32, u32),
    /// Days of a month; the joint is `..` for all of them, `,` for only the two.
    MonthDays(u32, u32, u32, &'static str),
    /// The last days of a month, this many.
    MonthLast(u32, u32),
    /// The first, second … week of a month: days 1 to 7, 8 to 14 …, or its last seven days.
    MonthWeek(u32, Nth),
    /// The weekend whose Saturday is the first, second … of a month.
    MonthWeekend(u32, Nth),
    /// The first, second … Monday and so on of a month.
    MonthWeekday(u32, Nth, Weekday),
    /// A day of a month.
    Day(u32, u32),
    /// A day of a month that is stated elsewhere in the phrase: "10-11 May".
    BareDay(u32),
    /// A season, quarter or half by its EDTF code.
    Group(u8),
    /// A part of one of them.
    GroupPart(u8, Third),
    /// A week of the year by its ISO 8601 number.
    Week(u32),
    /// A weekday of such a week.
    WeekDay(u32, Weekday),
    /// The week that contains a day, or begins or ends with it: month, day.
    WeekOf(u32, u32, Anchor),
    /// The weekend of the week that contains a day: month, day.
    WeekendOf(u32, u32),
    /// Complete: the EDTF by itself, and as the start and the end of a span.
    Whole(Form),
}

/// Early, mid or late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Third {
    Early,
    Mid,
    Late,
}

/// Which of several in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nth {
    /// From 1.
    Number(u32),
    /// The last.
    Last,
}

/// How a day determines a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Monday to Sunday around the day.
    Holds,
    /// It begins on the day.
    Begins,
    /// It ends on the day.
    Ends,
}

/// How a phrase is written in EDTF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    /// As an end of a span, when `first` and `last` differ: the coarser date that contains them.
    pub(super) coarse: String,
    /// The first date that it can mean.
    pub(super) first: String,
    /// The last.
    pub(super) last: String,
    /// What joins the two: `..` for all between, `,` for only the two, `/` for the span from one to the other.
    pub(super) joint: &'static str,
}

impl Form {
    /// One date.
    pub(super) fn one(text: impl Into<String>) -> Self {
        let text = text.into();
        Self::spread(text.clone(), text.clone(), text)
    }

    /// Any date from `first` to `last`, within `coarse`.
    pub(super) fn spread(coarse: String, first: String, last: String) -> Self {
        Self {
            coarse,
            first,
            last,
            joint: "..",
        }
    }

    /// Any day from `first` to `last`, or with `,` one of the two; as an end of a span it is about the first.
    pub(super) fn of_days(first: Day, last: Day, joint: &'static str) -> Self {
        Self {
            joint,
            ..Self::spread(first.to_string(), first.to_string(), last.to_string())
        }
    }

    /// All the years from one to another.
    pub(super) fn years(first: i64, last: i64) -> Self {
        let (first, last) = (year_in_edtf(first), year_in_edtf(last));
        Self {
            joint: "/",
            ..Self::spread(first.clone(), first, last)
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

    /// Months of a season, quarter or half of `count` months, from 0.
    fn of_months(self, count: u32) -> (u32, u32) {
        let from = count * (self as u32) / 3;
        (from, count * (self as u32 + 1) / 3 - 1)
    }
}

impl What {
    /// The month it names.
    pub(super) fn month(&self) -> Option<u32> {
        match self {
            Self::Month(month)
            | Self::MonthPart(month, ..)
            | Self::MonthHalf(month, _)
            | Self::MonthDays(month, ..)
            | Self::MonthLast(month, _)
            | Self::MonthWeek(month, _)
            | Self::MonthWeekend(month, _)
            | Self::MonthWeekday(month, ..)
            | Self::WeekOf(month, ..)
            | Self::WeekendOf(month, _)
            | Self::Day(month, _) => Some(*month),
            _ => None,
        }
    }

    /// Its EDTF in `year`; an error with the reason where that year has no such day.
    pub(super) fn form(&self, year: i64) -> Result<Form, String> {
        let y = year_in_edtf(year);
        Ok(match self {
            Self::Year => Form::one(y),
            Self::YearPart(from, to) => months(year, year, from.months().0, to.months().1),
            Self::Month(month) => Form::one(format!("{y}-{month:02}")),
            Self::MonthPart(month, from, to) => {
                let length = days_in_month(year, *month);
                days(&y, *month, from.days(length).0, to.days(length).1)
            }
            Self::MonthHalf(month, 1) => days(&y, *month, 1, 15),
            Self::MonthHalf(month, _) => days(&y, *month, 16, days_in_month(year, *month)),
            Self::MonthDays(month, first, last, joint) => Form {
                joint,
                ..days(&y, *month, *first, *last)
            },
            Self::MonthLast(month, count) => {
                let last = days_in_month(year, *month);
                days(&y, *month, (last + 1).saturating_sub(*count).max(1), last)
            }
            Self::MonthWeek(month, nth) => month_week(year, *month, *nth),
            Self::MonthWeekend(month, nth) => {
                let saturday = nth_weekday(year, *month, *nth, Weekday::Saturday)?;
                Form::of_days(saturday, saturday.plus(1), ",")
            }
            Self::MonthWeekday(month, nth, weekday) => {
                Form::one(nth_weekday(year, *month, *nth, *weekday)?.to_string())
            }
            Self::Day(month, day) => Form::one(format!("{y}-{month:02}-{day:02}")),
            Self::BareDay(day) => Form::one(format!("{y}-{day:02}")),
            Self::Group(code) => Form::one(format!("{y}-{code}")),
            Self::GroupPart(code, third) => group_part(year, *code, *third)?,
            Self::Week(number) => {
                let monday = week(year, *number)?;
                Form::of_days(monday, monday.plus(6), "..")
            }
            Self::WeekDay(number, weekday) => {
                Form::one(week(year, *number)?.plus(*weekday as i64).to_string())
            }
            Self::WeekOf(month, day, anchor) => week_of(known_day(year, *month, *day)?, *anchor),
            Self::WeekendOf(month, day) => {
                let saturday = known_day(year, *month, *day)?.of_week(Weekday::Saturday);
                Form::of_days(saturday, saturday.plus(1), ",")
            }
            Self::Whole(form) => form.clone(),
        })
    }
}

/// The month, year or decade that contains both days, or else the first day.
pub(super) fn around(first: Day, last: Day) -> String {
    let ((year, month, _), (last_year, last_month, _)) = (first.ymd(), last.ymd());
    let y = year_in_edtf(year);
    let is_in_decade = (1000..=9999).contains(&year) && year / 10 == last_year / 10;
    match (year == last_year, month == last_month) {
        (true, true) => format!("{y}-{month:02}"),
        (true, false) => y,
        _ if is_in_decade => format!("{:03}X", year / 10),
        _ => first.to_string(),
    }
}

/// From a month of one year to a month of another, within the first year.
fn months(year: i64, last_year: i64, first: u32, last: u32) -> Form {
    let (y, end) = (year_in_edtf(year), year_in_edtf(last_year));
    Form::spread(
        y.clone(),
        format!("{y}-{first:02}"),
        format!("{end}-{last:02}"),
    )
}

fn days(year: &str, month: u32, first: u32, last: u32) -> Form {
    let month = format!("{year}-{month:02}");
    Form::spread(
        month.clone(),
        format!("{month}-{first:02}"),
        format!("{month}-{last:02}"),
    )
}

fn month_week(year: i64, month: u32, nth: Nth) -> Form {
    let length = days_in_month(year, month);
    let (first, last) = match nth {
        Nth::Last => (length.saturating_sub(6), length),
        Nth::Number(number) => (number * 7 - 6, (number * 7).min(length)),
    };
    days(&year_in_edtf(year), month, first, last)
}

/// A part of a season, quarter or half, by months.
fn group_part(year: i64, code: u8, third: Third) -> Result<Form, String> {
    let (first, last) =
        group_months(code).ok_or_else(|| format!("no part of the year has the code {code}"))?;
    let (from, to) = third.of_months(last + 1 - first);
    // The months of a winter continue past December.
    let month = |index: u32| (year + i64::from((index - 1) / 12), (index - 1) % 12 + 1);
    let ((first_year, first), (last_year, last)) = (month(first + from), month(first + to));
    Ok(if (first_year, first) == (last_year, last) {
        Form::one(format!("{}-{first:02}", year_in_edtf(first_year)))
    } else {
        months(first_year, last_year, first, last)
    })
}

fn known_day(year: i64, month: u32, day: u32) -> Result<Day, String> {
    Day::from_ymd(year, month, day).ok_or_else(|| no_such_day(year, month, day))
}

fn week_of(day: Day, anchor: Anchor) -> Form {
    let first = match anchor {
        Anchor::Holds => day.of_week(Weekday::Monday),
        Anchor::Begins => day,
        Anchor::Ends => day.plus(-6),
    };
    Form::of_days(first, first.plus(6), "..")
}

/// The first, second … or last such weekday of a month.
fn nth_weekday(year: i64, month: u32, nth: Nth, weekday: Weekday) -> Result<Day, String> {
    let first = known_day(year, month, 1)?.on_or_after(weekday);
    let day = match nth {
        Nth::Number(number) => first.plus(7 * i64::from(number - 1)),
        Nth::Last => known_day(year, month, days_in_month(year, month))?.on_or_before(weekday),
    };
    let (_, found, _) = day.ymd();
    if found == month {
        return Ok(day);
    }
    let (month, year, name) = (month_name(month), year_in_words(year), weekday.name());
    Err(format!("{month} {year} has only four {name}s"))
}

/// The Monday of an ISO week. Week 1 holds 4 January (ISO 8601-1:2019, 3.1.1.23).
fn week(year: i64, number: u32) -> Result<Day, String> {
    let monday_of_first = |year: i64| Some(Day::from_ymd(year, 1, 4)?.of_week(Weekday::Monday));
    let too_far = || format!("weeks are not numbered in the year {year}: write the days");
    let first = monday_of_first(year).ok_or_else(too_far)?;
    let next = monday_of_first(year + 1).ok_or_else(too_far)?;
    let count = (next.0 - first.0) / 7;
    if !(1..=count).contains(&i64::from(number)) {
        let year = year_in_words(year);
        return Err(format!(
            "{year} has {count} weeks: there is no week {number}"
        ));
    }
    Ok(first.plus(7 * i64::from(number - 1)))
}
