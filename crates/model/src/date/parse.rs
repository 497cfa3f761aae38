//! Parsing EDTF character by character, with a reason for every error.

use std::str::FromStr;

use super::bound::group_months;
use super::cursor::Cursor;
use super::day::{days_in_month, no_such_day};
use super::edtf::{
    Date, DatePart, Digits, Doubt, Edge, Edtf, Member, Month, SetKind, Year, YearForm,
};
use super::error::DateError;
use super::time;
use super::year::{digits, year};

impl FromStr for Edtf {
    type Err = DateError;

    /// Parses an EDTF text of at most 200 characters, without spaces.
    fn from_str(text: &str) -> Result<Self, DateError> {
        edtf(text)
    }
}

/// Parses a whole text.
fn edtf(text: &str) -> Result<Edtf, DateError> {
    plain_day(text).map_or_else(|| form(text), Ok)
}

/// A plain day such as 2025-06-11, as most dates are: [`form`] takes ten times as long, and a workspace can have a million.
fn plain_day(text: &str) -> Option<Edtf> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes() else {
        return None;
    };
    let digit = |it: u8| it.is_ascii_digit().then(|| it - b'0');
    let year = Digits([a, b, c, d].map(digit));
    let (month, day) = (Digits([e, f].map(digit)), Digits([g, h].map(digit)));
    let date = Date {
        year: plain(Year {
            negative: false,
            form: YearForm::Four(year),
            significant: None,
        }),
        month: Some(plain(Month::Digits(month))),
        day: Some(plain(day)),
        time: None,
    };
    let days = days_in_month(i64::from(year.value()?), month.value()?);
    (1..=days)
        .contains(&day.value()?)
        .then_some(Edtf::Date(date))
}

fn plain<T>(value: T) -> DatePart<T> {
    DatePart {
        before: None,
        value,
        after: None,
    }
}

/// Any form of EDTF.
fn form(text: &str) -> Result<Edtf, DateError> {
    let mut cursor = Cursor::new(text)?;
    let edtf = match cursor.peek() {
        Some('[') => set(&mut cursor, SetKind::OneOf)?,
        Some('{') => set(&mut cursor, SetKind::AllOf)?,
        _ => date_or_interval(&mut cursor)?,
    };
    match cursor.peek() {
        None => Ok(edtf),
        Some(' ') => Err(cursor.fail("an EDTF date contains no spaces")),
        Some(found) => Err(cursor.fail(format!(
            "\"{found}\" does not belong to the date: remove it and what follows"
        ))),
    }
}

fn date_or_interval(cursor: &mut Cursor<'_>) -> Result<Edtf, DateError> {
    let start = edge(cursor)?;
    if !cursor.eat('/') {
        return match start {
            Edge::Date(date) => Ok(Edtf::Date(date)),
            _ => {
                Err(cursor.fail("\"..\" alone is not a date: write ../2025-06-11 or 2025-06-11/.."))
            }
        };
    }
    let at = cursor.at();
    let end = edge(cursor)?;
    if start.date().is_none() && end.date().is_none() {
        return Err(DateError::new(
            0,
            "an interval needs a date at one end at least",
        ));
    }
    if let (Edge::Date(first), Edge::Date(last)) = (&start, &end) {
        in_order(first, last, at)?;
    }
    Ok(Edtf::Interval { start, end })
}

fn edge(cursor: &mut Cursor<'_>) -> Result<Edge, DateError> {
    if cursor.eat_all("..") {
        Ok(Edge::Open)
    } else if cursor.peek().is_none_or(|next| next == '/') {
        Ok(Edge::Unknown)
    } else {
        date(cursor).map(Edge::Date)
    }
}

/// An error for a span that starts after its end.
fn in_order(first: &Date, last: &Date, at: usize) -> Result<(), DateError> {
    let (Some(begins), Some(ends)) = (first.earliest(), last.latest()) else {
        return Ok(());
    };
    // Two offsets give two instants; with only one, the civil times are compared as written.
    let offsets = first.offset().zip(last.offset());
    let shift = offsets.map_or(0, |(a, b)| i128::from(b.minutes() - a.minutes()) * 60);
    if begins.first_second() + shift < ends.end_second() {
        return Ok(());
    }
    Err(DateError::new(
        at,
        format!(
            "it ends ({}) before it begins ({}): swap the two dates",
            last.in_words(),
            first.in_words()
        ),
    ))
}

fn set(cursor: &mut Cursor<'_>, kind: SetKind) -> Result<Edtf, DateError> {
    let (open, close) = kind.brackets();
    cursor.eat(open);
    let mut members = Vec::new();
    loop {
        let at = cursor.at();
        let next = member(cursor)?;
        if matches!(next, Member::UpTo(_)) && !members.is_empty() {
            return Err(DateError::new(
                at,
                "only the first date of a set can have \"..\" before it",
            ));
        }
        let last = matches!(next, Member::From(_));
        members.push(next);
        if cursor.eat(close) {
            return Ok(Edtf::Set { kind, members });
        }
        if last {
            return Err(cursor.fail(format!("only \"{close}\" can follow an open \"..\"")));
        }
        if !cursor.eat(',') {
            return Err(cursor.fail(format!(
                "in a set, \",\" or \"{close}\" comes next, without spaces"
            )));
        }
    }
}

fn member(cursor: &mut Cursor<'_>) -> Result<Member, DateError> {
    if cursor.eat_all("..") {
        return date(cursor).map(Member::UpTo);
    }
    let first = date(cursor)?;
    if !cursor.eat_all("..") {
        return Ok(Member::One(first));
    }
    if matches!(cursor.peek(), None | Some(']' | '}' | ',')) {
        return Ok(Member::From(first));
    }
    let at = cursor.at();
    let last = date(cursor)?;
    in_order(&first, &last, at)?;
    Ok(Member::Range(first, last))
}

fn date(cursor: &mut Cursor<'_>) -> Result<Date, DateError> {
    let at = cursor.at();
    let mut date = Date {
        year: part(cursor, year)?,
        month: None,
        day: None,
        time: None,
    };
    if date.year.value.significant.is_none() && cursor.eat('-') {
        if cursor.peek() == Some('W') {
            return Err(cursor.fail("EDTF has no weeks: write the days, 2025-06-09/2025-06-15"));
        }
        date.month = Some(part(cursor, month)?);
        let group = matches!(
            date.month,
            Some(DatePart {
                value: Month::Group(_),
                ..
            })
        );
        if !group && cursor.eat('-') {
            date.day = Some(part(cursor, day)?);
        }
    }
    if date.earliest().is_none() {
        return Err(no_day_matches(&date, at));
    }
    if cursor.eat('T') {
        if date.shape() != super::Shape::Day {
            return Err(cursor.fail("a time needs a complete day before it, without ?, ~, % or X"));
        }
        date.time = Some(time::read(cursor)?);
    }
    Ok(date)
}

fn part<T>(
    cursor: &mut Cursor<'_>,
    read: fn(&mut Cursor<'_>) -> Result<T, DateError>,
) -> Result<DatePart<T>, DateError> {
    let before = doubt(cursor);
    let value = read(cursor)?;
    let after = doubt(cursor);
    if after.is_some() && matches!(cursor.peek(), Some('?' | '~' | '%')) {
        return Err(cursor.fail("write one mark: % means both uncertain and approximate"));
    }
    Ok(DatePart {
        before,
        value,
        after,
    })
}

fn doubt(cursor: &mut Cursor<'_>) -> Option<Doubt> {
    [Doubt::Uncertain, Doubt::Approximate, Doubt::Both]
        .into_iter()
        .find(|doubt| cursor.eat_all(doubt.mark()))
}

fn month(cursor: &mut Cursor<'_>) -> Result<Month, DateError> {
    let at = cursor.at();
    let digits = digits::<2>(cursor)
        .ok_or_else(|| DateError::new(at, "a month has two digits, 01 to 12 or XX"))?;
    let group = digits.value().and_then(|code| u8::try_from(code).ok());
    if let Some(code) = group.filter(|code| group_months(*code).is_some()) {
        return Ok(Month::Group(code));
    }
    if (1..=12).any(|month| digits.matches(month)) {
        return Ok(Month::Digits(digits));
    }
    Err(DateError::new(
        at,
        format!(
            "there is no month {digits}: months are 01 to 12, and 21 to 41 are seasons, quarters, thirds and halves"
        ),
    ))
}

fn day(cursor: &mut Cursor<'_>) -> Result<Digits<2>, DateError> {
    let at = cursor.at();
    let digits = digits::<2>(cursor)
        .ok_or_else(|| DateError::new(at, "a day has two digits, 01 to 31 or XX"))?;
    if (1..=31).any(|day| digits.matches(day)) {
        return Ok(digits);
    }
    Err(DateError::new(
        at,
        format!("there is no day {digits}: days are 01 to 31"),
    ))
}

/// The reason when no calendar day matches `date`.
fn no_day_matches(date: &Date, at: usize) -> DateError {
    let month = match date.month.as_ref().map(|part| part.value) {
        Some(Month::Digits(digits)) => digits.value(),
        _ => None,
    };
    let day = date.day.as_ref().map(|part| part.value);
    let day = day.and_then(Digits::value);
    let reason = match (date.year.value.exact(), month, day) {
        (Some(year), Some(month), Some(day)) => no_such_day(year, month, day),
        _ => format!("no day of the calendar matches {date}"),
    };
    DateError::new(at, reason)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_plain_day_is_read_as_any_form(text in "[0-9X-][0-9X]{3}-[0-3X][0-9?]-[0-4X][0-9~]") {
            match plain_day(&text) {
                Some(day) => prop_assert_eq!(Ok(day), form(&text)),
                None => prop_assert!(form(&text).is_err() || text.contains(['X', '?', '~'])),
            }
        }
    }
}
