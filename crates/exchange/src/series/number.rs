//! Numbers as publishers write them.

/// Marks a number that is stored as a number in a workbook, so that no separator is assumed in it.
pub(super) const EXACT: char = '\u{1}';

/// The decimal mark of all numbers in a file; the other one separates thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decimal {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

impl Decimal {
    /// The mark itself, and what parts thousands then.
    fn marks(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// The content of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Cell {
    /// A number.
    Number(f64),
    /// A mark for none.
    Missing,
    /// Something else.
    Other,
}

/// What a cell proves about the decimal mark of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// Only this mark makes a number of it.
    Decimal(Decimal),
    /// Both do, and they make different numbers: 1,234.
    Either,
    /// Nothing: a whole number, or no number at all.
    Nothing,
}

/// What a cell shows about the marks of its file.
pub(super) fn shows(cell: &str) -> Shows {
    if cell.starts_with(EXACT) {
        return Shows::Nothing;
    }
    let (body, _) = unit(cell);
    let (body, _) = signed(body);
    let (points, commas) = (body.matches('.').count(), body.matches(',').count());
    if points + commas == 0 {
        return Shows::Nothing;
    }
    let reads = |it: Decimal| matches!(number(cell, it), Cell::Number(_));
    match (reads(Decimal::Point), reads(Decimal::Comma)) {
        (true, false) => Shows::Decimal(Decimal::Point),
        (false, true) => Shows::Decimal(Decimal::Comma),
        (false, false) => Shows::Nothing,
        // 0,123 cannot be 123: there are no thousands of zero.
        (true, true) if body.starts_with('0') => Shows::Decimal(match points {
            0 => Decimal::Comma,
            _ => Decimal::Point,
        }),
        (true, true) => Shows::Either,
    }
}

/// Digits without thousands separators: three after the last one, and two or three (lakhs) between them. Anything else is
/// not a number, because dropping the separator would change it.
fn ungrouped(whole: &str, mark: char) -> Option<String> {
    let parts_thousands = |it: &char| *it == mark || matches!(it, '\'' | '’') || it.is_whitespace();
    // A number has one kind of thousands separator.
    let sign = whole.chars().find(parts_thousands).unwrap_or(mark);
    let parts: Vec<&str> = whole.split(sign).collect();
    let (first, rest) = parts.split_first()?;
    let digits = |it: &&str| it.bytes().all(|it| it.is_ascii_digit());
    let last = rest.last().is_none_or(|it| it.len() == 3);
    let between = rest.iter().all(|it| (2..=3).contains(&it.len()));
    let begins = rest.is_empty() || (1..=3).contains(&first.len());
    (parts.iter().all(digits) && last && between && begins).then(|| parts.concat())
}

/// The number in a cell.
pub(super) fn number(cell: &str, decimal: Decimal) -> Cell {
    let exact = cell.strip_prefix(EXACT);
    if exact.is_some() || decimal == Decimal::Point {
        match exact.unwrap_or(cell).parse::<f64>() {
            Ok(plain) if plain.is_finite() => return Cell::Number(plain),
            Ok(_) => return Cell::Missing,
            Err(_) => {}
        }
    }
    if is_missing(cell) {
        return Cell::Missing;
    }
    let (body, power) = unit(cell);
    let (body, sign) = signed(body);
    let (point, mark) = decimal.marks();
    let (whole, part) = body.split_once(point).unwrap_or((body, ""));
    let Some(whole) = ungrouped(whole, mark) else {
        return Cell::Other;
    };
    let digits = format!("{whole}.{part}");
    // Computed from its digits, so that 32.94M is exactly 32,940,000.
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

/// True for a mark for none.
pub(super) fn is_missing(cell: &str) -> bool {
    const MARKS: [&str; 14] = [
        "", ".", "..", "...", "-", "–", "—", "null", "n/a", "#n/a", "na", "nan", "none", "nd",
    ];
    MARKS.iter().any(|it| cell.eq_ignore_ascii_case(it))
}

/// Without its sign, and that sign; accountants write (12.5).
fn signed(body: &str) -> (&str, f64) {
    let (body, sign) = match body.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
        Some(inner) => (inner, -1.0),
        None => (body, 1.0),
    };
    match body.strip_prefix(['-', '−']) {
        Some(rest) => (rest.trim(), -sign),
        None => (body.strip_prefix('+').unwrap_or(body).trim(), sign),
    }
}

/// "32.94M" is millions; "%", "$" and the like are left off.
fn unit(cell: &str) -> (&str, u32) {
    let cell = cell
        .trim_start_matches(['$', '€', '£', '¥'])
        .trim_end_matches(['%', ' ', '$', '€', '£', '¥', '\u{a0}']);
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
    use super::{Cell, Decimal, Shows, number, shows};

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (cell, decimal, value) in [
            ("3,412.50", Decimal::Point, 3412.5),
            ("32.94M", Decimal::Point, 32_940_000.0),
            ("1.234,5", Decimal::Comma, 1234.5),
            ("1.000", Decimal::Comma, 1000.0),
            ("1.000", Decimal::Point, 1.0),
            ("1,000", Decimal::Point, 1000.0),
            ("1 234,5", Decimal::Comma, 1234.5),
            ("1'234.5", Decimal::Point, 1234.5),
            ("12,34,567.8", Decimal::Point, 1_234_567.8),
            ("(12.5)", Decimal::Point, -12.5),
            ("−0.5%", Decimal::Point, -0.5),
            ("-0,5 %", Decimal::Comma, -0.5),
            ("$71.29", Decimal::Point, 71.29),
            ("71,29 €", Decimal::Comma, 71.29),
            ("1e3", Decimal::Point, 1000.0),
            ("\u{1}1234.5", Decimal::Comma, 1234.5),
        ] {
            assert_eq!(number(cell, decimal), Cell::Number(value), "{cell}");
        }
        for cell in ["", ".", "..", "-", "null", "NaN", "N/A", "inf"] {
            assert_eq!(number(cell, Decimal::Point), Cell::Missing, "{cell}");
        }
        for (cell, decimal) in [
            ("abc", Decimal::Point),
            ("12abc", Decimal::Point),
            ("12,5", Decimal::Point),
            ("1,08", Decimal::Point),
            ("66.7", Decimal::Comma),
            ("1.2.3", Decimal::Point),
        ] {
            assert_eq!(number(cell, decimal), Cell::Other, "{cell}");
        }
    }

    #[test]
    fn a_cell_shows_its_marks_or_does_not() {
        let (point, comma) = (
            Shows::Decimal(Decimal::Point),
            Shows::Decimal(Decimal::Comma),
        );
        for (cell, shown) in [
            ("66,5", comma),
            ("1.234,56", comma),
            ("1.234.567", comma),
            ("0,123", comma),
            ("-0,123", comma),
            ("1234,567", comma),
            ("1 234,567", comma),
            ("12,50 €", comma),
            ("66.5", point),
            ("1,234.56", point),
            ("1,234,567", point),
            ("0.123", point),
            (".5", point),
            ("1234.567", point),
            ("32.94M", point),
            ("1.5e3", point),
            ("1,234", Shows::Either),
            ("1.234", Shows::Either),
            ("-12.345", Shows::Either),
            ("(1,234)", Shows::Either),
            ("999.000", Shows::Either),
            ("1234", Shows::Nothing),
            ("", Shows::Nothing),
            ("\u{1}1.234", Shows::Nothing),
            ("11.06.2025", Shows::Nothing),
            ("Paris, France", Shows::Nothing),
            ("1,2,3", Shows::Nothing),
        ] {
            assert_eq!(shows(cell), shown, "{cell}");
        }
    }
}
