//! The names of columns.

/// Headers of dates.
const DATES: [&str; 16] = [
    "date",
    "data",
    "day",
    "time",
    "observation_date",
    "caldt",
    "timestamp",
    "month",
    "datum",
    "fecha",
    "datetime",
    "period",
    "time_period",
    "quarter",
    "week",
    "year",
];

/// Whether a header is one of these words.
pub(super) fn is(header: &str, words: &[&str]) -> bool {
    words.iter().any(|it| header.eq_ignore_ascii_case(it))
        || words.contains(&header.to_lowercase().as_str())
}

/// Whether a header names dates.
pub(super) fn is_date_header(header: &str) -> bool {
    is(header, &DATES)
}

/// What a column without a name is called.
pub(super) fn nth(at: usize) -> String {
    format!("column {}", at + 1)
}
