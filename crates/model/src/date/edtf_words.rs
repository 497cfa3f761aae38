//! EDTF in words. [`read()`](super::read()) understands these words, except for rare forms (`X` in the middle of a date,
//! qualifiers of a part), which are followed by the EDTF in brackets.

use super::day::{month_name, year_in_words};
use super::edtf::{Date, Doubt, Edge, Edtf, Member, Month, SetKind};
use super::part_words::{group_words, time_words, year_words};

impl Edtf {
    /// What it means, for people: "11 June 2025", "14 May to 12 August 2025", "until 9 June 2025".
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Date(date) => with_preposition(date.in_words()),
            Self::Interval { start, end } => interval(start, end),
            Self::Set { kind, members } => with_preposition(set(*kind, members)),
        }
    }
}

/// "on a day between 1 and 15 May 2025": the words as they stand by themselves.
fn with_preposition(words: String) -> String {
    match words {
        _ if words.starts_with("a day ") => format!("on {words}"),
        _ if words.starts_with("a month ") || words.starts_with("a year ") => format!("in {words}"),
        _ => words,
    }
}

fn interval(start: &Edge, end: &Edge) -> String {
    match (start, end) {
        (Edge::Date(first), Edge::Date(last)) => from_to(first, last),
        (Edge::Open, Edge::Date(last)) => format!("until {}", inside(last)),
        (_, Edge::Date(last)) => format!("until {}, start unknown", inside(last)),
        (Edge::Date(first), Edge::Open) => format!("from {} on", inside(first)),
        (Edge::Date(first), _) => format!("from {}, end unknown", inside(first)),
        _ => "at an unknown time".to_owned(),
    }
}

fn from_to(first: &Date, last: &Date) -> String {
    format!("{} to {}", before(first, last), inside(last))
}

fn set(kind: SetKind, members: &[Member]) -> String {
    let joint = if kind == SetKind::OneOf {
        " or "
    } else {
        " and "
    };
    let mut texts: Vec<String> = members
        .iter()
        .enumerate()
        .map(|(index, member)| member_in_words(kind, member, members.get(index + 1)))
        .collect();
    let last = texts.pop().unwrap_or_default();
    if texts.is_empty() {
        last
    } else {
        format!("{}{joint}{last}", texts.join(", "))
    }
}

fn member_in_words(kind: SetKind, member: &Member, next: Option<&Member>) -> String {
    let one = kind == SetKind::OneOf;
    match (member, next) {
        (Member::One(date), Some(Member::One(next))) => before(date, next),
        (Member::One(date), _) => inside(date),
        (Member::Range(first, last), _) if one => {
            let (unit, first) = (unit(last), before(first, last));
            format!("a {unit} between {first} and {}", inside(last))
        }
        (Member::Range(first, last), _) => {
            format!("each {} from {}", unit(last), from_to(first, last))
        }
        (Member::UpTo(date), _) if one => format!("{} or before {}", at(date), inside(date)),
        (Member::From(date), _) if one => format!("{} or after {}", at(date), inside(date)),
        (Member::UpTo(date), _) => format!("every {} until {}", unit(date), inside(date)),
        (Member::From(date), _) => format!("every {} from {} on", unit(date), inside(date)),
    }
}

/// The precision of a date.
fn unit(date: &Date) -> &'static str {
    match (&date.month, &date.day) {
        (_, Some(_)) => "day",
        (Some(_), None) => "month",
        _ => "year",
    }
}

fn at(date: &Date) -> &'static str {
    if date.day.is_some() { "on" } else { "in" }
}

/// The first of two dates, without the year, or the month and year, that they share.
fn before(date: &Date, next: &Date) -> String {
    let whole = || inside(date);
    let (Some((year, month, day)), Some((next_year, next_month, next_day))) =
        (plain(date), plain(next))
    else {
        return whole();
    };
    match (month, day) {
        (Some(month), Some(day)) if next_day.is_some() && year == next_year => {
            let same = next_month == Some(month);
            if same {
                day.to_string()
            } else {
                format!("{day} {}", month_name(month))
            }
        }
        (Some(month), None) if next_day.is_none() && next_month.is_some() && year == next_year => {
            month_name(month).to_owned()
        }
        _ => whole(),
    }
}

/// Year, month and day of a date without qualifiers, `X`, groups and times.
fn plain(date: &Date) -> Option<(i64, Option<u32>, Option<u32>)> {
    let sure = !date.is_doubtful() && date.time.is_none();
    let (year, month, day) = numbers(date)?;
    sure.then_some((year, month, day))
}

fn numbers(date: &Date) -> Option<(i64, Option<u32>, Option<u32>)> {
    let year = date
        .year
        .value
        .exact()
        .filter(|_| date.year.value.significant.is_none())?;
    let month = match date.month.as_ref().map(|part| part.value) {
        None => None,
        Some(Month::Digits(digits)) => Some(digits.value()?),
        Some(Month::Group(_)) => return None,
    };
    let day = match &date.day {
        None => None,
        Some(part) => Some(part.value.value()?),
    };
    Some((year, month, day))
}

/// A date inside a longer phrase: its qualifier comes first.
pub(crate) fn inside(date: &Date) -> String {
    match date.whole_doubt() {
        Some(Doubt::Approximate) => format!("about {}", undoubted(date)),
        Some(Doubt::Uncertain) => format!("perhaps {}", undoubted(date)),
        Some(Doubt::Both) => format!("perhaps about {}", undoubted(date)),
        None if date.is_doubtful() => format!("{} ({date})", undoubted(date)),
        None => undoubted(date),
    }
}

impl Date {
    /// What it means, for people: "11 June 2025", "May 2025, approximately", "Q1 2026".
    #[must_use]
    pub fn in_words(&self) -> String {
        let words = undoubted(self);
        match self.whole_doubt() {
            Some(doubt) => format!("{words}, {}", doubt_in_words(doubt)),
            None if self.is_doubtful() => format!("{words}, {}", partly(self)),
            None => words,
        }
    }

    /// The qualifier of the whole date; `None` when there is none, or it differs from part to part.
    #[must_use]
    pub fn whole_doubt(&self) -> Option<Doubt> {
        let [year, month, day] = self.doubts();
        let same = (self.month.is_none() || month == year) && (self.day.is_none() || day == year);
        if same { year } else { None }
    }

    /// The qualifiers of year, month and day, each from its own marks and those to its right.
    #[must_use]
    pub fn doubts(&self) -> [Option<Doubt>; 3] {
        let (month, day) = (self.month.as_ref(), self.day.as_ref());
        let from_day = day.and_then(|part| part.after);
        let from_month = both(month.and_then(|part| part.after), from_day);
        let from_year = both(self.year.after, from_month);
        [
            both(self.year.before, from_year),
            both(month.and_then(|part| part.before), from_month),
            both(day.and_then(|part| part.before), from_day),
        ]
    }
}

/// Two qualifiers of the same part as one.
pub(crate) fn both(one: Option<Doubt>, other: Option<Doubt>) -> Option<Doubt> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Some(Doubt::Both),
        (one, other) => one.or(other),
    }
}

fn doubt_in_words(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Uncertain => "uncertain",
        Doubt::Approximate => "approximately",
        Doubt::Both => "uncertain and approximate",
    }
}

/// "the day approximate", "the year uncertain and the month approximate".
fn partly(date: &Date) -> String {
    let names = ["year", "month", "day"].into_iter().zip(date.doubts());
    let texts: Vec<String> = names
        .filter_map(|(name, doubt)| {
            let words = match doubt? {
                Doubt::Approximate => "approximate",
                doubt => doubt_in_words(doubt),
            };
            Some(format!("the {name} {words}"))
        })
        .collect();
    texts.join(", ")
}

fn undoubted(date: &Date) -> String {
    let day = match (numbers(date), date.month.as_ref().map(|part| part.value)) {
        (Some((year, Some(month), Some(day))), _) => {
            format!("{day} {} {}", month_name(month), year_in_words(year))
        }
        (Some((year, Some(month), None)), _) => {
            format!("{} {}", month_name(month), year_in_words(year))
        }
        (_, None) => year_words(&date.year.value),
        (_, Some(Month::Group(code))) => group_words(code, &date.year.value),
        (None, _) => unspecified(date),
        (Some((year, None, _)), _) => year_in_words(year),
    };
    date.time
        .map_or(day.clone(), |time| format!("{day}, {}", time_words(time)))
}

/// A date with `X` in it.
fn unspecified(date: &Date) -> String {
    let month = match date.month.as_ref().map(|part| part.value) {
        Some(Month::Digits(digits)) => digits,
        _ => return year_words(&date.year.value),
    };
    let all_open =
        |digits: Option<super::Digits<2>>| digits.is_none_or(|digits| digits.0 == [None; 2]);
    let day = date.day.as_ref().map(|part| part.value);
    match (date.year.value.exact(), month.value()) {
        (Some(year), Some(month)) if all_open(day) => {
            format!("a day in {} {}", month_name(month), year_in_words(year))
        }
        (Some(year), None) if all_open(Some(month)) && all_open(day) => {
            format!("a {} in {}", unit(date), year_in_words(year))
        }
        (Some(_), known) => bounded(date, known, month, day),
        _ => bounded(date, None, month, None),
    }
}

/// The earliest and the latest day or month of a date with `X`. Where not every one between them is meant, the form
/// follows in brackets.
fn bounded(
    date: &Date,
    known_month: Option<u32>,
    month: super::Digits<2>,
    day: Option<super::Digits<2>>,
) -> String {
    let Some((first, last)) = date.earliest().zip(date.latest()) else {
        return date.to_string();
    };
    let is_last_open = |digits: super::Digits<2>| matches!(digits.0, [Some(_), None]);
    let last_words = last.day.in_words();
    match (known_month, day) {
        (Some(_), Some(day)) if is_last_open(day) => {
            format!("a day between {} and {last_words}", first.day.ymd().2)
        }
        (None, None) if date.year.value.exact().is_some() && is_last_open(month) => {
            let (year, last_month, _) = last.day.ymd();
            let (first, last) = (month_name(first.day.ymd().1), month_name(last_month));
            format!("a month between {first} and {last} {}", year_in_words(year))
        }
        _ => {
            let (unit, first) = (unit(date), first.day.in_words());
            format!("a {unit} between {first} and {last_words} ({date})")
        }
    }
}
