//! Words that are shown, words that were shown before, and days that do not exist.

use super::everyday::{monday, reads};
use crate::date::{FuzzyDate, read};

#[test]
fn edtf_is_shown_in_words() {
    for (typed, shown) in [
        ("2025-06-11", "11 June 2025"),
        ("2024-33", "Q1 2024"),
        ("2024-41", "H2 2024"),
        (
            "[2025-05-01..2025-05-15]",
            "on a day between 1 and 15 May 2025",
        ),
        ("2025-06-11/..", "from 11 June 2025 on"),
        ("201X", "2010s"),
        ("2025", "2025"),
    ] {
        let date = FuzzyDate {
            words: typed.to_owned(),
            ..FuzzyDate::from_edtf(typed).unwrap()
        };
        assert_eq!(date.shown(), shown, "{typed}");
        let again = read(shown, None).unwrap().date().unwrap();
        assert_eq!(again.edtf, date.edtf, "{typed}");
    }
}

#[test]
fn words_that_were_shown_before_are_still_read() {
    reads(&[
        (
            "one day from 10 to 20 December 2026",
            "[2026-12-10..2026-12-20]",
        ),
        ("one month from January to April 2025", "[2025-01..2025-04]"),
        ("one year from 2017 to 2019", "[2017..2019]"),
        ("one day of June 2025", "2025-06-XX"),
        ("one month of 2025", "2025-XX"),
        ("a year that is not known", "XXXX"),
        ("first quarter of 2026", "2026-33"),
        ("first half of 2025", "2025-40"),
    ]);
}

#[test]
fn a_day_that_no_month_has_is_named() {
    for (typed, reason) in [
        ("32 December", "there is no 32 December"),
        ("32nd of December 2025", "there is no 32 December"),
        ("0 May 2025", "there is no 0 May"),
        (
            "31 June 2025",
            "there is no 31 June 2025: the month has 30 days",
        ),
        (
            "99 problems",
            "there is no day 99: write a year with four digits",
        ),
    ] {
        let error = read(typed, monday()).expect_err(typed);
        assert_eq!(error.reason, reason, "{typed}");
    }
}
