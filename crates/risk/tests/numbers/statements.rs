//! The three statements of the first article about the Hang Seng (`../shared/reference/domain.md` X15).

use model::{Figure, Measure, Points, Series, SeriesId};
use risk::{Basis, Verdict, check_figure, is_checkable};

use crate::market::{day, series};

fn figure(name: &str, value: &str) -> Figure {
    Figure {
        name: name.to_owned(),
        value: value.to_owned(),
        unit: String::from("%"),
    }
}

#[test]
fn all_three_statements_of_the_article_hold() {
    let Some(series) = series("HSI_yfinance_multiheader.csv", "Hang Seng") else {
        return;
    };
    let june = day("2025-06-09").unwrap();
    let told = |name: &str, value: &str| {
        let figure = figure(name, value);
        assert!(is_checkable(&figure, &series));
        let told = check_figure(&figure, june, &series);
        (told.verdict, told.basis, told.why)
    };
    let (verdict, basis, why) = told("Hang Seng, change on the day", "+1.6");
    assert_eq!((verdict, basis), (Verdict::Holds, Basis::Close), "{why}");
    assert!(why.contains("+1.63 %"), "{why}");
    let (verdict, basis, why) = told("Hang Seng, highest since", "2025-03-21");
    assert_eq!((verdict, basis), (Verdict::Holds, Basis::High), "{why}");
    assert_eq!(
        why,
        "By daily highs the last day beyond 24181.43 was 21 March 2025; by closes the last day beyond 24181.43 was 20 March 2025."
    );
    let (verdict, _, why) = told("Hang Seng, change since 2 April", "about +4");
    assert_eq!(verdict, Verdict::Holds);
    assert!(why.contains("+4.22 %"), "{why}");
    assert_eq!(told("Hang Seng, close", "24181.43").0, Verdict::Holds);
}

#[test]
fn what_is_wrong_or_cannot_be_told_is_said_so() {
    let Some(series) = series("HSI_yfinance_multiheader.csv", "Hang Seng") else {
        return;
    };
    let june = day("2025-06-09").unwrap();
    let verdict =
        |name: &str, value: &str, on| check_figure(&figure(name, value), on, &series).verdict;
    assert_eq!(
        verdict("Hang Seng, change on the day", "+1.7", june),
        Verdict::DoesNotHold
    );
    assert_eq!(
        verdict("Hang Seng, highest since", "2025-03-19", june),
        Verdict::DoesNotHold
    );
    assert_eq!(
        verdict("Hang Seng, turnover", "5", june),
        Verdict::NotCheckable
    );
    assert_eq!(
        verdict("Hang Seng, change since 2 April", "more than 5", june),
        Verdict::DoesNotHold
    );
    let sunday = day("2025-06-08").unwrap();
    assert_eq!(
        verdict("Hang Seng, change on the day", "+1.6", sunday),
        Verdict::NotCheckable
    );
    assert!(!is_checkable(
        &figure("Hang Seng Tech, change on the day", "+2.8"),
        &series
    ));
}

#[test]
fn a_name_may_leave_out_what_newspapers_leave_out() {
    let named = |name: &str| Series {
        id: SeriesId(1),
        handle: String::from("s1"),
        name: name.to_owned(),
        unit: String::new(),
        measure: Measure::Price,
        closes: String::new(),
        origin: String::new(),
        points: std::sync::Arc::new(Points::default()),
    };
    let speaks_of = |figure_name: &str, name| {
        let figure = figure(&format!("{figure_name}, change on the day"), "+1.6");
        is_checkable(&figure, &named(name))
    };
    assert!(speaks_of("Hang Seng", "Hang Seng Index"));
    assert!(speaks_of("the hang seng index", "Hang Seng"));
    assert!(speaks_of("S1", "Hang Seng"), "by its handle");
    assert!(!speaks_of("Hang Seng Tech", "Hang Seng Index"));
    assert!(!speaks_of("Hang Seng", "Hang Seng Tech Index"));
}
