//! Properties over generated forms and over any text at all.

use proptest::prelude::*;

use crate::date::{Day, Edtf, FuzzyDate, Understood, read};

fn doubt() -> impl Strategy<Value = &'static str> {
    prop_oneof![6 => Just(""), 1 => Just("?"), 1 => Just("~"), 1 => Just("%")]
}

fn year() -> BoxedStrategy<String> {
    prop_oneof![
        8 => "[0-9]{4}",
        2 => "[0-9X]{4}",
        1 => "-[1-9X][0-9X]{3}",
        1 => "Y-?[1-9][0-9]{4,8}",
    ]
    .boxed()
}

fn estimated_year() -> BoxedStrategy<String> {
    prop_oneof![
        "[1-9][0-9]{3}S[1-4]",
        "Y-?[1-9][0-9]{4,8}S[1-5]",
        "Y-?[1-9]{1,3}E[1-6](S[1-2])?"
    ]
    .boxed()
}

fn month_and_day() -> BoxedStrategy<String> {
    prop_oneof![
        "",
        "-(0[1-9]|1[0-2]|XX|1X|0X)",
        "-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]|XX|[0-2]X|X[1-9])",
        "-(2[1-9]|3[0-9]|4[01])"
    ]
    .boxed()
}

/// A date with its doubts, and without a day that does not exist.
fn any_date() -> BoxedStrategy<String> {
    let doubted = (year(), month_and_day(), prop::collection::vec(doubt(), 6)).prop_map(
        |(year, rest, doubts)| {
            let parts: Vec<String> = std::iter::once(year)
                .chain(rest.split('-').skip(1).map(str::to_owned))
                .zip(doubts.chunks(2))
                .map(|(part, marks)| format!("{}{part}{}", marks[0], marks[1]))
                .collect();
            parts.join("-")
        },
    );
    let timed = "[12][0-9]{3}-(0[1-9]|1[0-2])-[012][1-8]T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](Z|[+-]0[1-9](:[0-5][0-9])?)?";
    prop_oneof![8 => doubted, 1 => timed, 1 => estimated_year()]
        .prop_filter("a date that exists", |text| text.parse::<Edtf>().is_ok())
        .boxed()
}

fn set() -> BoxedStrategy<String> {
    let member = prop_oneof![
        3 => any_date(),
        1 => (any_date(), any_date()).prop_map(|(a, b)| format!("{a}..{b}")),
    ];
    let ends = (
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.2),
        any::<bool>(),
    );
    (prop::collection::vec(member, 1..4), any_date(), ends)
        .prop_map(|(mut members, date, (up_to, from, one))| {
            if up_to {
                members.insert(0, format!("..{date}"));
            }
            if from {
                members.push(format!("{date}.."));
            }
            let members = members.join(",");
            if one {
                format!("[{members}]")
            } else {
                format!("{{{members}}}")
            }
        })
        .boxed()
}

/// Any form of EDTF that is read.
pub(super) fn any_edtf() -> BoxedStrategy<String> {
    let interval = prop_oneof![
        (any_date(), any_date()).prop_map(|(a, b)| format!("{a}/{b}")),
        any_date().prop_map(|date| format!("../{date}")),
        any_date().prop_map(|date| format!("{date}/..")),
        any_date().prop_map(|date| format!("/{date}")),
        any_date().prop_map(|date| format!("{date}/")),
    ]
    .boxed();
    prop_oneof![4 => any_date(), 2 => interval, 2 => set()]
        .prop_filter("in order, and not too long", |text| {
            text.parse::<Edtf>().is_ok()
        })
        .boxed()
}

/// Text made of the pieces that dates are typed with.
fn nearly_a_date() -> BoxedStrategy<String> {
    let word = prop_oneof![
        Just("early"),
        Just("mid-"),
        Just("May"),
        Just("2025"),
        Just("11"),
        Just("to"),
        Just("-"),
        Just("/"),
        Just("or"),
        Just("Q1"),
        Just("first quarter of"),
        Just("last"),
        Just("weekend"),
        Just("BC"),
        Just(","),
        Just("03/04/2025"),
        Just("between"),
        Just("and"),
        Just("?"),
        Just("~"),
        Just("2010s"),
        Just("1900s"),
        Just("0"),
        Just("99999999999999999999"),
        Just("18:30"),
        Just("UTC+"),
        Just("3 days ago"),
        Just("century"),
        Just("one day from"),
        Just("on a day between"),
        Just("a month in"),
        Just("before"),
        Just("2025-06-11"),
        Just("999999999999"),
        Just("winter"),
        Just("."),
    ];
    prop::collection::vec(word, 0..7)
        .prop_map(|words| words.join(" "))
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn print_gives_back_what_was_read(text in any_edtf()) {
        let edtf: Edtf = text.parse().unwrap();
        prop_assert_eq!(edtf.to_string(), text.clone());
        prop_assert!(!edtf.in_words().is_empty());
        let typed = read(&text, None).unwrap();
        if let Understood::Date(date) = typed {
            prop_assert_eq!(date.edtf, edtf);
        }
    }

    #[test]
    fn bounds_are_in_order(text in any_edtf()) {
        let date = FuzzyDate::from_edtf(&text).unwrap();
        let bounds = date.bounds;
        let ordered = |a: Option<crate::date::Moment>, b: Option<crate::date::Moment>| {
            a.zip(b).is_none_or(|(a, b)| a.from_days() < b.until_days())
        };
        prop_assert!(ordered(bounds.start_earliest, bounds.start_latest));
        prop_assert!(ordered(bounds.end_earliest, bounds.end_latest));
        // [..a,b..] is open at both ends.
        if let Some((first, last)) = date.span_days() {
            prop_assert!(first < last);
        } else {
            prop_assert!(text.contains(".."));
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>(), today in any::<Option<i32>>()) {
        let today = today.map(|days| Day(days.into()));
        let _ = text.parse::<Edtf>();
        let _ = read(&text, today);
    }

    #[test]
    fn no_text_near_a_date_panics(text in "[0-9XYESTZ/.,~?%{}\\[\\]:+ -]{0,24}", words in nearly_a_date(), today in -1_000_000_i64..1_000_000) {
        for text in [text, words] {
            if let Ok(edtf) = text.parse::<Edtf>() {
                prop_assert_eq!(edtf.to_string(), text.clone());
            }
            let _ = read(&text, None);
            match read(&text, Some(Day(today))) {
                Ok(Understood::Date(date)) => prop_assert!(!date.in_words().is_empty()),
                Ok(Understood::Ask { choices, .. }) => prop_assert!(choices.len() > 1),
                Err(error) => prop_assert!(error.at <= text.chars().count()),
            }
        }
    }
}
