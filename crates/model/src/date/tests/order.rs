//! The order is total, and it is the order of a chronology.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::random::any_edtf;
use crate::date::{Bounds, FuzzyDate};

fn date(text: &str) -> FuzzyDate {
    FuzzyDate::from_edtf(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn a_chronology_in_order() {
    let sorted = [
        "Y-17E7",
        "-0043-03-15",
        "0079",
        "2015",
        "2025-04-02",
        "2025-04-02/2025-06-09",
        "2025-04-02/..",
        "2025-06-09",
        "../2025-06-09",
        "2025-06-11",
        "2025-06-11T00:30:00Z",
        "2025-06",
        "Y17000",
    ];
    let mut dates: Vec<FuzzyDate> = sorted.iter().rev().map(|text| date(text)).collect();
    dates.sort();
    let texts: Vec<String> = dates.iter().map(|date| date.edtf.to_string()).collect();
    // A month begins before its days; all else as listed.
    let mut expected: Vec<&str> = sorted.to_vec();
    let month = expected.remove(11);
    expected.insert(7, month);
    assert_eq!(texts, expected);
}

#[test]
fn offsets_sort_by_instant() {
    assert!(date("2025-06-11T12:00:00+05:00") < date("2025-06-11T08:00:00Z"));
    assert!(date("2025-06-11T12:00:00") > date("2025-06-11T08:00:00Z"));
}

#[test]
fn a_date_without_bounds_comes_last() {
    let unknown = FuzzyDate::stated("?", date("2025").edtf, Bounds::default());
    assert!(unknown > date("Y17000"));
    assert_eq!(unknown.span_days(), None);
}

proptest! {
    #[test]
    fn the_order_is_total(a in any_edtf(), b in any_edtf(), c in any_edtf()) {
        let (a, b, c) = (date(&a), date(&b), date(&c));
        prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
        prop_assert_eq!(a.cmp(&b) == Ordering::Equal, a == b);
        prop_assert_eq!(a.cmp(&a), Ordering::Equal);
        if a <= b && b <= c {
            prop_assert!(a <= c);
        }
        prop_assert!(a.sort_key() == b.sort_key() || a.sort_key().cmp(&b.sort_key()) == a.cmp(&b));
    }
}
