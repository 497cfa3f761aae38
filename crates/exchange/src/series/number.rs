//! Numbers as publishers write them.

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell {
    /// A number.
    Number(f64),
    /// A mark for none.
    Missing,
    /// Something else.
    Other,
}

/// Whether the cells of a column have a decimal comma: only where commas do not part the columns, and unless some cell
/// shows that they part thousands.
pub(super) fn has_decimal_comma<'a>(cells: impl Iterator<Item = &'a str>, delimiter: u8) -> bool {
    let mut found = false;
    for cell in cells.filter(|_| delimiter != b',') {
        match cell.rfind(',').filter(|_| is_figure(cell)) {
            Some(comma) if cell[..comma].contains(',') || cell[comma..].contains('.') => {
                return false;
            }
            Some(_) => found = true,
            None => {}
        }
    }
    found
}

/// Words with a comma say nothing about numbers.
fn is_figure(cell: &str) -> bool {
    !cell.contains(char::is_alphabetic) && cell.contains(|it: char| it.is_ascii_digit())
}

/// Digits without what parts thousands: three behind the last mark, and two or three (lakhs) between marks. Anything else
/// is no number, because leaving the mark out would make another number of it.
fn ungrouped(whole: &str, mark: char) -> Option<String> {
    let parts: Vec<&str> = whole
        .split(|it: char| it == mark || it == '\'' || it == '’' || it.is_whitespace())
        .collect();
    let (first, rest) = parts.split_first()?;
    let digits = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
    let last = rest.last().is_none_or(|it| it.len() == 3);
    let between = rest.iter().all(|it| (2..=3).contains(&it.len()));
    let begins = rest.is_empty() || (1..=3).contains(&first.len());
    (parts.iter().all(digits) && last && between && begins).then(|| parts.concat())
}

/// The number in a cell.
pub(super) fn number(cell: &str, decimal_comma: bool) -> Cell {
    if let Ok(plain) = cell.parse::<f64>()
        && !decimal_comma
    {
        return if plain.is_finite() {
            Cell::Number(plain)
        } else {
            Cell::Missing
        };
    }
    let missing = [
        "", ".", "-", "–", "—", "null", "n/a", "#n/a", "na", "nan", "none", "nd",
    ];
    if missing.iter().any(|it| cell.eq_ignore_ascii_case(it)) {
        return Cell::Missing;
    }
    let (body, power) = unit(cell);
    let (body, sign) = match body.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => (inner, -1.0),
        None => (body, 1.0),
    };
    let (body, sign) = match body.strip_prefix(['-', '−']) {
        Some(rest) => (rest, -sign),
        None => (body.strip_prefix('+').unwrap_or(body), sign),
    };
    let (point, mark) = if decimal_comma {
        (',', '.')
    } else {
        ('.', ',')
    };
    let (whole, part) = body.trim().split_once(point).unwrap_or((body.trim(), ""));
    let Some(whole) = ungrouped(whole, mark) else {
        return Cell::Other;
    };
    let digits = format!("{whole}.{part}");
    // By its digits, so that 32.94M is 32,940,000 and no hair less.
    let scaled = if power == 0 {
        digits
    } else {
        format!("{digits}e{power}")
    };
    match scaled.parse::<f64>() {
        Ok(it) if it.is_finite() => Cell::Number(it * sign),
        _ => Cell::Other,
    }
}

/// "32.94M" is millions; "%", "$" and the like are left off.
fn unit(cell: &str) -> (&str, u32) {
    let cell = cell
        .trim_start_matches(['$', '€', '£', '¥'])
        .trim_end_matches(['%', ' ']);
    let powers = [('K', 3), ('M', 6), ('B', 9), ('T', 12)];
    for (letter, power) in powers {
        if let Some(body) = cell.strip_suffix(letter) {
            return (body, power);
        }
    }
    (cell, 0)
}

#[cfg(test)]
mod tests {
    use super::{Cell, has_decimal_comma, number};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (cell, comma, value) in [
            ("3,412.50", false, 3412.5),
            ("32.94M", false, 32_940_000.0),
            ("1.234,5", true, 1234.5),
            ("1 234,5", true, 1234.5),
            ("(12.5)", false, -12.5),
            ("−0.5%", false, -0.5),
            ("$71.29", false, 71.29),
            ("1e3", false, 1000.0),
        ] {
            assert_eq!(number(cell, comma), Cell::Number(value), "{cell}");
        }
        for cell in ["", ".", "-", "null", "NaN", "N/A", "inf"] {
            assert_eq!(number(cell, false), Cell::Missing, "{cell}");
        }
        assert_eq!(number("abc", false), Cell::Other);
        assert_eq!(number("12abc", false), Cell::Other);
        for (cell, comma) in [
            ("12,5", false),
            ("1,08", false),
            ("66.7", true),
            ("1.2.3", false),
        ] {
            assert_eq!(number(cell, comma), Cell::Other, "{cell}");
        }
    }

    #[test]
    fn a_comma_is_decimal_only_where_it_must_be() {
        assert!(has_decimal_comma(["66,5", "1.234,00"].into_iter(), b';'));
        assert!(!has_decimal_comma(["1,234", "12,345.6"].into_iter(), b';'));
        assert!(!has_decimal_comma(["66,5"].into_iter(), b','));
        assert!(has_decimal_comma(["1,085", "0,123"].into_iter(), b';'));
    }
}
