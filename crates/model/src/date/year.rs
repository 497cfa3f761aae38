//! Parsing a year in each of its forms.

use super::cursor::Cursor;
use super::day::MAX_YEAR;
use super::edtf::{Digits, Year, YearForm};
use super::error::DateError;

/// A year without its qualifiers.
pub(crate) fn year(cursor: &mut Cursor<'_>) -> Result<Year, DateError> {
    let at = cursor.at();
    let long = cursor.eat('Y');
    let negative = cursor.eat('-');
    let form = if long {
        long_year(cursor)?
    } else {
        short_year(cursor)?
    };
    let mut year = Year {
        negative,
        form,
        significant: None,
    };
    let zero = matches!(form, YearForm::Four(digits) if digits.value() == Some(0));
    if negative && zero {
        return Err(DateError::new(
            at,
            "year 0 has no sign: write 0000 for 1 BC",
        ));
    }
    if year.range().1.abs().max(year.range().0.abs()) > MAX_YEAR {
        return Err(DateError::new(
            at,
            format!("years range from -{MAX_YEAR} to {MAX_YEAR}"),
        ));
    }
    year.significant = significant(cursor, form)?;
    Ok(year)
}

fn short_year(cursor: &mut Cursor<'_>) -> Result<YearForm, DateError> {
    let at = cursor.at();
    let digits = digits::<4>(cursor)
        .ok_or_else(|| DateError::new(at, "a year has four digits, such as 2025, 0079 or 201X"))?;
    if matches!(cursor.peek(), Some('0'..='9' | 'X')) {
        return Err(cursor.fail("a year of more than four digits begins with Y: Y17000"));
    }
    Ok(YearForm::Four(digits))
}

fn long_year(cursor: &mut Cursor<'_>) -> Result<YearForm, DateError> {
    let at = cursor.at();
    let leading = cursor.peek();
    let size = cursor
        .number(11)
        .ok_or_else(|| DateError::new(at, "digits must follow Y, as in Y17000"))?;
    if leading == Some('0') {
        return Err(DateError::new(at, "a year after Y cannot begin with 0"));
    }
    if cursor.eat('E') {
        let at = cursor.at();
        let zeros = cursor.plain_number(2).filter(|zeros| *zeros > 0);
        let zeros = zeros.and_then(|zeros| u8::try_from(zeros).ok());
        let zeros = zeros
            .ok_or_else(|| DateError::new(at, "a number of zeros must follow E, as in Y17E7"))?;
        return Ok(YearForm::Exponent {
            mantissa: size,
            zeros,
        });
    }
    if size < 10_000 {
        return Err(DateError::new(
            at,
            format!("a year of four digits has no Y: write {size:04}"),
        ));
    }
    Ok(YearForm::Long(size))
}

/// `S` and the number of significant digits.
fn significant(cursor: &mut Cursor<'_>, form: YearForm) -> Result<Option<u8>, DateError> {
    if !cursor.eat('S') {
        return Ok(None);
    }
    let at = cursor.at();
    let open = matches!(form, YearForm::Four(digits) if digits.value().is_none());
    if open {
        return Err(DateError::new(
            at,
            "X and S cannot be combined: digits are either unspecified or estimated",
        ));
    }
    let digits = match form {
        YearForm::Four(digits) => u64::from(digits.filled(0)).max(1).ilog10() + 1,
        YearForm::Long(size) => size.ilog10() + 1,
        YearForm::Exponent { mantissa, zeros } => mantissa.ilog10() + 1 + u32::from(zeros),
    };
    let kept = cursor
        .plain_number(2)
        .filter(|kept| (1..=u64::from(digits)).contains(kept));
    let kept = kept.and_then(|kept| u8::try_from(kept).ok());
    kept.map(Some).ok_or_else(|| {
        DateError::new(
            at,
            format!("the number of significant digits, 1 to {digits}, must follow S"),
        )
    })
}

/// `N` characters, each a digit or an `X`.
pub(crate) fn digits<const N: usize>(cursor: &mut Cursor<'_>) -> Option<Digits<N>> {
    let mut digits = [None; N];
    for digit in &mut digits {
        *digit = match cursor.peek()? {
            'X' => None,
            next => Some(u8::try_from(next.to_digit(10)?).ok()?),
        };
        cursor.skip();
    }
    Some(Digits(digits))
}
