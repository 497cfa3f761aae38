//! Moved dates, read as EDTF.

use proptest::prelude::*;

use super::{Ends, ShiftError};
use crate::date::{Bounds, Day, Edtf, FuzzyDate, Moment, Understood, read};

fn moved(text: &str, by_days: i64, ends: Ends) -> Result<String, ShiftError> {
    let edtf: Edtf = text.parse().unwrap();
    edtf.shifted(by_days, ends).map(|it| it.to_string())
}

#[test]
fn a_date_moves_at_its_own_precision() {
    for (text, by_days, there) in [
        ("2025-06-11", 3, "2025-06-14"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2025-01-01", -1, "2024-12-31"),
        ("2025-06-11?", 30, "2025-07-11?"),
        ("2025-06-11T18:30:00Z", -11, "2025-05-31T18:30:00Z"),
        ("2025-05", 31, "2025-06"),
        ("2025-05", 14, "2025-05"),
        ("2025-12~", 20, "2026-01~"),
        ("2025-03-XX", -28, "2025-02-XX"),
        ("2026-33", 91, "2026-34"),
        ("2026-33", -91, "2025-36"),
        ("2025-24", 91, "2026-21"),
        ("2025-30", 91, "2026-31"),
        ("2025-39", 122, "2026-37"),
        ("2025-41", 200, "2026-40"),
        ("2025", 400, "2026"),
        ("2025-XX", -365, "2024-XX"),
        ("2025-XX-XX", 366, "2026-XX-XX"),
        ("201X", 3652, "202X"),
        ("20XX", -36_524, "19XX"),
        ("0000-01-01", -1, "-0001-12-31"),
        ("9999-12-31", 1, "Y10000-01-01"),
        ("2025-05-14/2025-08-12", 7, "2025-05-21/2025-08-19"),
        ("2025-06-11/..", 2, "2025-06-13/.."),
        ("/2025-06-11", 2, "/2025-06-13"),
        ("[2025-05-01..2025-05-15]", 10, "[2025-05-11..2025-05-25]"),
        ("[..2025-06-11]", 1, "[..2025-06-12]"),
        ("{2025-06-14,2025-06-15}", 7, "{2025-06-21,2025-06-22}"),
    ] {
        assert_eq!(
            moved(text, by_days, Ends::Both),
            Ok(String::from(there)),
            "{text} by {by_days}"
        );
    }
}

#[test]
fn an_end_is_stretched_and_never_crosses_the_other() {
    let there = |text: &str, by_days, ends| moved(text, by_days, ends).unwrap();
    assert_eq!(there("2025-06-11", 3, Ends::End), "2025-06-11/2025-06-14");
    assert_eq!(
        there("2025-06-11", -3, Ends::Start),
        "2025-06-08/2025-06-11"
    );
    assert_eq!(there("2025-05", 31, Ends::End), "2025-05/2025-06");
    assert_eq!(
        there("2025-06-11/2025-06-14", -3, Ends::End),
        "2025-06-11",
        "a period of one day is a day"
    );
    assert_eq!(
        there("[2025-05-01..2025-05-15]", 5, Ends::End),
        "[2025-05-01..2025-05-20]"
    );
    assert_eq!(there("../2025-06-11", 5, Ends::End), "../2025-06-16");
    for (text, by_days, ends) in [
        ("2025-06-11", -1, Ends::End),
        ("2025-06-11", 1, Ends::Start),
        ("2025-06-11/2025-06-14", 4, Ends::Start),
        ("2025-06-11/2025-06-14", -4, Ends::End),
        ("[2025-05-01..2025-05-15]", 15, Ends::Start),
    ] {
        assert_eq!(
            moved(text, by_days, ends),
            Err(ShiftError::Crossed),
            "{text} by {by_days}"
        );
    }
    assert_eq!(
        moved("2025-06-11/..", 5, Ends::End),
        Err(ShiftError::NoEnd("end"))
    );
    assert_eq!(
        moved("[2025-06-14,2025-06-15]", 5, Ends::Start),
        Err(ShiftError::NoEnd("start"))
    );
}

#[test]
fn forms_without_a_step_stay_where_they_are() {
    for text in [
        "1X25",
        "1950S2",
        "2025-1X-01",
        "2025-05-1X",
        "XXXX",
        "-000X",
    ] {
        assert_eq!(
            moved(text, 30, Ends::Both),
            Err(ShiftError::NoStep(String::from(text)))
        );
    }
    assert_eq!(
        moved("Y1000000000", 366, Ends::Both),
        Err(ShiftError::OutOfReach)
    );
}

#[test]
fn words_follow_the_form_and_narrower_bounds_move_along() {
    let early = read("early May 2025", None).unwrap().date().unwrap();
    let later = early.shifted(3, Ends::Both).unwrap();
    assert_eq!(later.edtf.to_string(), "[2025-05-04..2025-05-18]");
    assert_eq!(later.words, later.in_words());
    let day = |text: &str| Some(Moment::whole(text.parse::<Day>().unwrap()));
    let narrowed = FuzzyDate::stated(
        "May, by the 11th",
        "2025-05".parse().unwrap(),
        Bounds::single(day("2025-05-01"), day("2025-05-11")),
    );
    let later = narrowed.shifted(31, Ends::Both).unwrap();
    assert_eq!(
        later.bounds,
        Bounds::single(day("2025-06-01"), day("2025-06-10")),
        "30 days of June end a day before 31 of May"
    );
    assert_eq!(narrowed.shifted(3, Ends::Both).unwrap(), narrowed);
}

/// Forms of every grain, with a date far from any end of the calendar.
fn form() -> impl Strategy<Value = String> {
    let day = "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])[~?%]?";
    let single = prop_oneof![
        3 => day,
        1 => "(19|20)[0-9]{2}-(0[1-9]|1[0-2])[~?%]?",
        1 => "(19|20)[0-9]{2}-(2[1-9]|3[0-9]|4[01])",
        1 => "(19|20)[0-9]{2}",
        1 => "(19|20)[0-9]X",
    ];
    let single = single.boxed();
    let pair = (single.clone(), single.clone());
    prop_oneof![
        4 => single,
        2 => pair.clone().prop_map(|(a, b)| format!("{a}/{b}")),
        1 => pair.prop_map(|(a, b)| format!("[{a}..{b}]")),
    ]
    .prop_filter("a date that exists", |text| text.parse::<Edtf>().is_ok())
}

proptest! {
    #[test]
    fn a_moved_date_is_a_date_near_where_it_was_put(text in form(), by_days in -4_000_i64..4_000) {
        let date = FuzzyDate::from_edtf(&text).unwrap();
        let Ok(there) = date.shifted(by_days, Ends::Both) else {
            // Ends of different precision may round past each other.
            prop_assert!(text.contains(['/', '.']));
            return Ok(());
        };
        prop_assert_eq!(FuzzyDate::from_edtf(&there.edtf.to_string()).unwrap(), there.clone());
        let at = |it: &FuzzyDate| it.bounds.start_earliest.unwrap().day.0;
        let off = (at(&there) - at(&date) - by_days).abs();
        prop_assert!(off <= 1_827, "{} by {} came {} days off: {}", text, by_days, off, there.edtf);
        if text.starts_with('[') {
            // The words of a range from decade to decade are not read back, moved or not.
            return Ok(());
        }
        let meanings = match read(&there.words, None) {
            Ok(Understood::Date(again)) => vec![again],
            // "2000s" may be the decade or the century.
            Ok(Understood::Ask { choices, .. }) => choices,
            Err(error) => return Err(TestCaseError::fail(format!("{}: {error}", there.words))),
        };
        prop_assert!(meanings.iter().any(|it| it.edtf.bounds() == there.edtf.bounds()));
    }

    #[test]
    fn days_there_and_back_are_the_same_date(
        text in "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])",
        by_days in -100_000_i64..100_000,
    ) {
        let edtf: Edtf = text.parse().unwrap();
        let back = edtf.shifted(by_days, Ends::Both).and_then(|it| it.shifted(-by_days, Ends::Both));
        prop_assert_eq!(back.unwrap(), edtf);
    }

    #[test]
    fn stretching_moves_one_end_alone(text in form(), by_days in -400_i64..400) {
        let date: Edtf = text.parse().unwrap();
        if let Ok(there) = date.shifted(by_days, Ends::End) {
            prop_assert_eq!(there.bounds().start_earliest, date.bounds().start_earliest);
            prop_assert!(there.bounds().end_latest >= there.bounds().start_earliest);
        }
        if let Ok(there) = date.shifted(by_days, Ends::Start) {
            prop_assert_eq!(there.bounds().end_latest, date.bounds().end_latest);
        }
    }
}
