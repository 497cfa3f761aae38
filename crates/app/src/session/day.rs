//! Dates given as arguments.

use api::Fault;
use model::FuzzyDate;
use model::date::Day;
use serde_json::Value;

use crate::session::Session;

/// Which day an argument means where its words name more than one, such as a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// The first: something begins there.
    First,
    /// The last: something ends there.
    Last,
    /// Exactly one day: a month is refused.
    Only,
}

/// The day that an argument names, in all the ways in which the date field takes it. Words that count from a day count from the
/// workspace's own.
///
/// # Errors
/// A bad argument when the words are not a date, are ambiguous, or do not name such a day.
pub(crate) fn day(session: &Session, field: &str, words: &str, which: Which) -> Result<Day, Fault> {
    let date = date_of(session, field, words)?;
    let (first, last) = (date.bounds.start_earliest, date.bounds.end_latest);
    let found = match which {
        Which::First => first,
        Which::Last => last,
        Which::Only => first.filter(|it| last.is_some_and(|last| last.day == it.day)),
    };
    found.map(|it| it.day).ok_or_else(|| {
        let missing = match which {
            Which::First => "has no first day",
            Which::Last => "has no last day",
            Which::Only => "is not one day",
        };
        Fault::argument(field, format!("\"{}\" {missing}", words.trim()))
            .help("write a day, such as 2025-06-11 or \"11 June 2025\"")
    })
}

/// As [`day`], of an argument that may be absent.
pub(crate) fn day_if_any(
    session: &Session,
    field: &str,
    words: Option<&str>,
    which: Which,
) -> Result<Option<Day>, Fault> {
    words
        .map(|words| day(session, field, words, which))
        .transpose()
}

/// Where a window that is named by a date begins and ends, in days since 1970-01-01: "2025-06" is the whole of June. EDTF or
/// plain words; words that have several readings are refused.
///
/// # Errors
/// A bad argument when the words are not a date.
pub fn window_of(session: &Session, field: &str, words: &str) -> Result<(f64, f64), Fault> {
    let date = date_of(session, field, words)?;
    date.span_days().ok_or_else(|| {
        Fault::argument(field, format!("\"{}\" is not a date", words.trim()))
            .help("write a day, a month or a year, such as 2025-06-11, 2025-06 or \"June 2025\"")
    })
}

/// The date that an argument holds, refused as the date field refuses it.
fn date_of(session: &Session, field: &str, words: &str) -> Result<FuzzyDate, Fault> {
    let now = session.now();
    let date = crate::lookup::value::date(field, &Value::from(words), now)?;
    date.ok_or_else(|| {
        Fault::argument(field, format!("{field} is empty"))
            .help("write a day, such as 2025-06-11 or \"11 June 2025\"")
    })
}

/// The day that is asked for, else the workspace's own.
pub(crate) fn as_of(session: &Session, text: Option<&str>) -> Result<Option<Day>, Fault> {
    let asked = day_if_any(session, "as_of", text, Which::Last)?;
    Ok(asked.or(session.workspace().as_of))
}

/// The day that `FAULTLINE_TODAY` states in place of the clock, for tests: year, month and day.
///
/// # Errors
/// A bad argument when it is not one day.
pub fn stated_today() -> Result<Option<(i64, u32, u32)>, Fault> {
    let Ok(words) = std::env::var("FAULTLINE_TODAY") else {
        return Ok(None);
    };
    words.parse().map(|day: Day| Some(day.ymd())).map_err(|_| {
        Fault::argument("FAULTLINE_TODAY", format!("\"{words}\" is not a day"))
            .help("write it as 2026-11-30")
    })
}

#[cfg(test)]
mod tests {
    use super::{Which, day, window_of};
    use crate::session::Session;
    use api::FaultCode;

    fn day_of(session: &Session, words: &str, which: Which) -> String {
        match day(session, "since", words, which) {
            Ok(day) => day.to_string(),
            Err(fault) => format!("{}; {}", fault.message, fault.help.unwrap_or_default()),
        }
    }

    #[test]
    fn a_day_is_taken_in_every_way_that_the_date_field_takes_it() {
        let session = crate::tests::sample();
        for (words, first, last) in [
            ("2025-06-11", "2025-06-11", "2025-06-11"),
            (" 2025-06-11 ", "2025-06-11", "2025-06-11"),
            ("1 June 2025", "2025-06-01", "2025-06-01"),
            ("June 1, 2025", "2025-06-01", "2025-06-01"),
            ("2025-06", "2025-06-01", "2025-06-30"),
            ("June 2025", "2025-06-01", "2025-06-30"),
            ("Q1 2026", "2026-01-01", "2026-03-31"),
            ("2025", "2025-01-01", "2025-12-31"),
            ("early May 2025", "2025-05-01", "2025-05-15"),
            ("2025-04-01/2025-05-31", "2025-04-01", "2025-05-31"),
            ("2025-06-11T18:00:00Z", "2025-06-11", "2025-06-11"),
            // Words that count from a day count from the as-of day of the sample, 11 June 2025.
            ("yesterday", "2025-06-10", "2025-06-10"),
            ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ] {
            assert_eq!(day_of(&session, words, Which::First), first, "{words}");
            assert_eq!(day_of(&session, words, Which::Last), last, "{words}");
        }
    }

    #[test]
    fn what_is_not_one_day_is_refused_with_the_reason() {
        let session = crate::tests::sample();
        let hint = "write a day, such as 2025-06-11 or \"11 June 2025\"";
        for (words, which, said) in [
            (
                "since March 2025",
                Which::Last,
                "\"since March 2025\" has no last day",
            ),
            (
                "before 11 June 2025",
                Which::First,
                "\"before 11 June 2025\" has no first day",
            ),
            ("June 2025", Which::Only, "\"June 2025\" is not one day"),
            ("", Which::First, "since is empty"),
        ] {
            assert_eq!(day_of(&session, words, which), format!("{said}; {hint}"));
        }
        for words in [
            "soon",
            "29 February 2025",
            "31 June 2025",
            "2025-13-01",
            "11/",
        ] {
            let fault = day(&session, "since", words, Which::First).unwrap_err();
            assert_eq!(fault.field.as_deref(), Some("since"), "{words}");
            assert_eq!(
                fault.message,
                format!("\"{words}\" is not understood as a date")
            );
            assert!(!fault.help.unwrap_or_default().is_empty(), "{words}");
        }
        let fault = day(&session, "since", "6/11/2025", Which::First).unwrap_err();
        assert_eq!(fault.code, FaultCode::Ambiguous);
        let help = fault.help.unwrap_or_default();
        assert!(
            help.contains("2025-11-06") && help.contains("2025-06-11"),
            "{help}"
        );
    }

    #[test]
    fn a_window_is_as_wide_as_its_words() {
        let session = crate::tests::sample();
        let days = |words: &str| {
            let (from, to) = window_of(&session, "from", words).unwrap();
            to - from
        };
        assert_eq!(
            (days("June 2025"), days("2025-06-11"), days("2025")),
            (30.0, 1.0, 365.0)
        );
        assert!(window_of(&session, "from", "soonish").is_err());
    }
}
