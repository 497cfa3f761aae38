//! Every day from 1900 to 2100 against chrono, and far years against themselves.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use crate::date::{Day, Edtf, FuzzyDate, MAX_YEAR, read};

#[test]
fn every_day_from_1900_to_2100() {
    let mut theirs = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    let mut count = 0;
    while theirs.year() <= 2100 {
        let day = Day::from_ymd(theirs.year().into(), theirs.month(), theirs.day()).unwrap();
        assert_eq!(day.0, theirs.signed_duration_since(epoch).num_days());
        assert_eq!(
            day.ymd(),
            (theirs.year().into(), theirs.month(), theirs.day())
        );
        assert_eq!(
            day.weekday() as u32,
            theirs.weekday().num_days_from_monday()
        );
        one_day(day, &theirs.to_string());
        count += 1;
        theirs = theirs.succ_opt().unwrap();
    }
    assert_eq!(count, 73_414);
}

fn one_day(day: Day, iso: &str) {
    assert_eq!(day.to_string(), iso);
    let edtf: Edtf = iso.parse().unwrap();
    assert_eq!(edtf.to_string(), iso);
    let bounds = edtf.bounds();
    let all = [
        bounds.start_earliest,
        bounds.start_latest,
        bounds.end_earliest,
        bounds.end_latest,
    ];
    assert!(all.iter().all(|moment| *moment == Some(day.into())));
    let typed = read(&day.in_words(), None).unwrap().date().unwrap();
    assert_eq!(
        typed,
        FuzzyDate {
            words: day.in_words(),
            ..edtf.into()
        }
    );
}

#[test]
fn days_that_do_not_exist() {
    for (year, month, day) in [
        (2025, 2, 29),
        (1900, 2, 29),
        (2025, 13, 1),
        (2025, 0, 1),
        (2025, 1, 0),
    ] {
        assert_eq!(Day::from_ymd(year, month, day), None);
    }
    assert!(Day::from_ymd(2000, 2, 29).is_some());
    assert_eq!(Day::from_ymd(i64::MAX, 1, 1), None);
}

#[test]
fn the_ends_of_the_count_do_not_panic() {
    for day in [Day(i64::MIN), Day(i64::MAX)] {
        let _ = (day.ymd(), day.weekday(), day.to_string(), day.plus(1));
        let _ = day.in_words();
    }
}

proptest! {
    #[test]
    fn far_days_come_back(days in -400 * MAX_YEAR..400 * MAX_YEAR) {
        let day = Day(days);
        let (year, month, of_month) = day.ymd();
        prop_assume!(year.abs() <= MAX_YEAR);
        prop_assert_eq!(Day::from_ymd(year, month, of_month), Some(day));
        prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
    }
}
