//! Parsing a time of day and its offset.

use super::cursor::Cursor;
use super::edtf::{Offset, Time};
use super::error::DateError;

/// Parses `18:30:00`, followed by `Z` or an offset or neither, after the `T`.
pub(crate) fn read(cursor: &mut Cursor<'_>) -> Result<Time, DateError> {
    let at = cursor.at();
    if cursor.eat_all("24:") {
        return Err(DateError::new(
            at,
            "24:00 is not a time: write 00:00:00 of the next day",
        ));
    }
    let hour = field(cursor, "hours", 23)?;
    colon(cursor)?;
    let minute = field(cursor, "minutes", 59)?;
    colon(cursor)?;
    let second = field(cursor, "seconds", 59)?;
    Ok(Time {
        second: hour * 3600 + minute * 60 + second,
        offset: offset(cursor)?,
    })
}

fn colon(cursor: &mut Cursor<'_>) -> Result<(), DateError> {
    if cursor.eat(':') {
        Ok(())
    } else {
        Err(cursor.fail("an EDTF time includes seconds: 18:30:00"))
    }
}

fn field(cursor: &mut Cursor<'_>, what: &str, highest: u32) -> Result<u32, DateError> {
    let at = cursor.at();
    let mut next = || {
        let digit = cursor.peek()?.to_digit(10)?;
        cursor.skip();
        Some(digit)
    };
    let number = next().and_then(|tens| Some(tens * 10 + next()?));
    number
        .filter(|number| *number <= highest)
        .ok_or_else(|| DateError::new(at, format!("{what} have two digits, 00 to {highest:02}")))
}

fn offset(cursor: &mut Cursor<'_>) -> Result<Option<Offset>, DateError> {
    let at = cursor.at();
    if cursor.eat('Z') {
        return Ok(Some(Offset::Utc));
    }
    let sign = match cursor.peek() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return Ok(None),
    };
    cursor.skip();
    let hours = i16::try_from(field(cursor, "hours of an offset", 14)?).unwrap_or(0);
    let with_minutes = cursor.eat(':');
    let minutes = if with_minutes {
        field(cursor, "minutes of an offset", 59)?
    } else {
        0
    };
    let size = hours * 60 + i16::try_from(minutes).unwrap_or(0);
    if size > 14 * 60 || (size == 0 && sign < 0) {
        return Err(DateError::new(
            at,
            "offsets range from -14:00 to +14:00: write zero as Z",
        ));
    }
    Ok(Some(match with_minutes {
        true => Offset::Minutes(sign * size),
        false => Offset::Hours(i8::try_from(sign * hours).unwrap_or(0)),
    }))
}
