//! Dates in a few letters, before titles.

use model::FuzzyDate;
use model::date::{Day, Edtf, End, Shape, days_in_month, month_name, year_in_words};

/// "5 June", "2 Apr–9 June", "May", "Q1 2026", "from 2 Apr": the date without the year if that is the `usual` one.
pub(super) fn short(date: &FuzzyDate, usual: Option<i64>) -> String {
    let about = if date.shape() == Shape::About {
        "about "
    } else {
        ""
    };
    let words = match named_days(date) {
        (Some(from), _) if is_open(date) => format!("from {}", day(from, usual)),
        (Some(from), Some(to)) => between(from, to, usual),
        (Some(from), None) => format!("from {}", day(from, usual)),
        (None, Some(to)) => format!("until {}", day(to, usual)),
        (None, None) => return String::new(),
    };
    format!("{about}{words}")
}

/// The first and the last day: of an approximate date those that it names, not how far it may be off.
pub(super) fn named_days(date: &FuzzyDate) -> (Option<Day>, Option<Day>) {
    if let (Shape::About, Edtf::Date(named)) = (date.shape(), &date.edtf) {
        return (
            named.earliest().map(|it| it.day),
            named.latest().map(|it| it.day),
        );
    }
    let bounds = &date.bounds;
    (
        bounds.start_earliest.map(|it| it.day),
        bounds.end_latest.map(|it| it.day),
    )
}

/// Whether it lasts to an end that is open or unknown.
fn is_open(date: &FuzzyDate) -> bool {
    matches!(
        date.shape(),
        Shape::Span {
            end: End::Open | End::Unknown,
            ..
        }
    )
}

/// "11 June", with the year unless that is the usual one.
fn day(it: Day, usual: Option<i64>) -> String {
    let (year, month, number) = it.ymd();
    format!("{number} {}{}", short_month(month), year_after(year, usual))
}

fn year_after(year: i64, usual: Option<i64>) -> String {
    if usual == Some(year) {
        return String::new();
    }
    format!(" {}", year_in_words(year))
}

/// "Apr", and months of four letters in full.
fn short_month(month: u32) -> &'static str {
    let name = month_name(month);
    if name.len() <= 4 {
        name
    } else {
        name.get(..3).unwrap_or(name)
    }
}

fn between(from: Day, to: Day, usual: Option<i64>) -> String {
    let (first, last) = (from.ymd(), to.ymd());
    let ends_month = last.2 == days_in_month(last.0, last.1);
    if first.2 == 1 && ends_month {
        return months((first.0, first.1), (last.0, last.1), usual);
    }
    if from == to {
        return day(from, usual);
    }
    if last.0 > first.0 + 1 {
        return years(first.0, last.0);
    }
    if (first.0, first.1) == (last.0, last.1) {
        let joint = if from.0 + 1 == to.0 { " or " } else { "–" };
        return format!("{}{joint}{}", first.2, day(to, usual));
    }
    let first_year = if first.0 == last.0 {
        Some(first.0)
    } else {
        usual
    };
    format!("{}–{}", day(from, first_year), day(to, usual))
}

/// "April", "Q1 2026", "2015", "Apr–June".
fn months(first: (i64, u32), last: (i64, u32), usual: Option<i64>) -> String {
    let year = year_after(last.0, usual);
    match (first, last) {
        _ if first == last => format!("{}{year}", month_name(last.1)),
        ((a, 1), (b, 12)) => years(a, b),
        ((a, from), (b, to)) if a == b && to == from + 2 && to % 3 == 0 => {
            format!("Q{}{year}", to / 3)
        }
        ((a, from), (b, to)) if a == b => {
            format!("{}–{}{year}", short_month(from), short_month(to))
        }
        ((a, from), (_, to)) => format!(
            "{} {}–{}{year}",
            short_month(from),
            year_in_words(a),
            short_month(to)
        ),
    }
}

/// "2015", "2017–21".
fn years(first: i64, last: i64) -> String {
    if first == last {
        return year_in_words(first);
    }
    if first > 999 && first / 100 == last / 100 {
        return format!("{first}–{:02}", last % 100);
    }
    format!("{}–{}", year_in_words(first), year_in_words(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_short_as_they_can_be() {
        for (edtf, wanted) in [
            ("2025-06-05", "5 June"),
            ("2024-06-05", "5 June 2024"),
            ("2025-04", "April"),
            ("2025-04~", "about April"),
            ("2025-04-02/2025-06-09", "2 Apr–9 June"),
            ("[2025-06-14,2025-06-15]", "14 or 15 June"),
            ("[2025-05-01..2025-05-15]", "1–15 May"),
            ("2026-33", "Q1 2026"),
            ("2015", "2015"),
            ("2017-01-20/2021-01-20", "2017–21"),
            ("2025-04-02/..", "from 2 Apr"),
            ("../2025-06-09", "until 9 June"),
            ("2024-12-20/2025-01-20", "20 Dec 2024–20 Jan"),
        ] {
            let date = FuzzyDate::from_edtf(edtf).unwrap();
            assert_eq!(short(&date, Some(2025)), wanted, "{edtf}");
        }
    }
}
