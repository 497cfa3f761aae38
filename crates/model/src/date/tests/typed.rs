//! What people type, and what is understood of it.

use crate::date::{DateError, Day, Edtf, FuzzyDate, Understood, read};

/// Wednesday 11 June 2025, when the seed articles were read.
fn wednesday() -> Option<Day> {
    Day::from_ymd(2025, 6, 11)
}

fn understood(words: &str, today: Option<Day>) -> String {
    match read(words, today) {
        Ok(Understood::Date(date)) => {
            assert_eq!(date.words, words);
            date.edtf.to_string()
        }
        Ok(Understood::Ask { choices, .. }) => {
            let texts: Vec<String> = choices.iter().map(|date| date.edtf.to_string()).collect();
            format!("ask {}", texts.join(" "))
        }
        Err(error) => format!("{error}"),
    }
}

fn understands(table: &[(&str, &str)]) {
    for (words, edtf) in table {
        assert_eq!(understood(words, None), *edtf, "{words}");
    }
}

#[test]
fn one_date() {
    understands(&[
        ("11 June 2025", "2025-06-11"),
        ("11th of June, 2025", "2025-06-11"),
        ("June 11, 2025", "2025-06-11"),
        ("Jun. 11 2025", "2025-06-11"),
        ("11-Jun-2025", "2025-06-11"),
        ("on Wednesday, 11 June 2025", "2025-06-11"),
        ("2025-06-11", "2025-06-11"),
        ("2025/6/11", "2025-06-11"),
        ("20250611", "2025-06-11"),
        ("11.6.2025", "2025-06-11"),
        ("13/04/2025", "2025-04-13"),
        ("04/13/2025", "2025-04-13"),
        ("04/04/2025", "2025-04-04"),
        ("May 2025", "2025-05"),
        ("5/2025", "2025-05"),
        ("2025", "2025"),
        ("early May 2025", "[2025-05-01..2025-05-15]"),
        ("mid-May 2025", "[2025-05-10..2025-05-20]"),
        ("Late May 2025", "[2025-05-16..2025-05-31]"),
        ("end of February 2024", "[2024-02-16..2024-02-29]"),
        ("second half of May 2025", "[2025-05-16..2025-05-31]"),
        ("early 2025", "[2025-01..2025-04]"),
        ("mid-2025", "[2025-05..2025-08]"),
        ("late 2025", "[2025-09..2025-12]"),
        ("late 1990s", "[1997..1999]"),
        ("Q1 2026", "2026-33"),
        ("2026 Q1", "2026-33"),
        ("2026Q4", "2026-36"),
        ("the first quarter of 2026", "2026-33"),
        ("1st quarter 2026", "2026-33"),
        ("last quarter of 2026", "2026-36"),
        ("H1 2025", "2025-40"),
        ("second half of 2025", "2025-41"),
        ("spring 2025", "2025-21"),
        ("fall of 2025", "2025-23"),
        ("winter 2025/26", "2025-24"),
        ("southern summer 2025", "2025-30"),
    ]);
}

#[test]
fn doubts_limits_and_spans() {
    understands(&[
        ("c. 2015", "2015~"),
        ("circa 2015", "2015~"),
        ("about May 2025", "2025-05~"),
        ("around 11 June 2025", "2025-06-11~"),
        ("May 2025, approximately", "2025-05~"),
        ("May 2025?", "2025-05?"),
        ("perhaps about 2015", "2015%"),
        ("about early May 2025", "[2025-05-01~..2025-05-15~]"),
        ("before 11 June 2025", "[..2025-06-10]"),
        ("before May 2025", "[..2025-04]"),
        ("before 2015", "[..2014]"),
        ("on or before 11 June 2025", "[..2025-06-11]"),
        ("by 11 June 2025", "[..2025-06-11]"),
        ("11 June 2025 or earlier", "[..2025-06-11]"),
        ("after 11 June 2025", "[2025-06-12..]"),
        ("after December 2025", "[2026-01..]"),
        ("not before 11 June 2025", "[2025-06-11..]"),
        ("since April 2025", "2025-04/.."),
        ("from 2 April 2025", "2025-04-02/.."),
        ("2 April 2025 onwards", "2025-04-02/.."),
        ("2 April 2025 to present", "2025-04-02/.."),
        ("until 9 June 2025", "../2025-06-09"),
        ("14 May to 12 Aug 2025", "2025-05-14/2025-08-12"),
        ("from May 14 to August 12, 2025", "2025-05-14/2025-08-12"),
        (
            "between 14 May and 12 August 2025",
            "[2025-05-14..2025-08-12]",
        ),
        ("14 May 2025 – 12 Aug", "2025-05-14/2025-08-12"),
        ("10-11 May 2025", "2025-05-10/2025-05-11"),
        ("May 10-11, 2025", "2025-05-10/2025-05-11"),
        ("14 June - 2 July 2025", "2025-06-14/2025-07-02"),
        ("14 May–12 Aug 2025", "2025-05-14/2025-08-12"),
        ("11 June 2025 (?)", "2025-06-11?"),
        ("the year 2025", "2025"),
        ("December to February 2026", "2025-12/2026-02"),
        ("30 December 2025 to 2 January", "2025-12-30/2026-01-02"),
        ("2010-2012", "2010/2012"),
        ("2025-06-11 to 2025-06-20", "2025-06-11/2025-06-20"),
        ("early May to mid June 2025", "2025-05~/2025-06~"),
    ]);
}

#[test]
fn sets_far_years_and_times() {
    understands(&[
        ("14 or 15 June 2025", "[2025-06-14,2025-06-15]"),
        (
            "14, 16 or 20 June 2025",
            "[2025-06-14,2025-06-16,2025-06-20]",
        ),
        ("14 and 15 June 2025", "{2025-06-14,2025-06-15}"),
        (
            "sometime between 2 April and 11 June 2025",
            "[2025-04-02..2025-06-11]",
        ),
        ("[2025-06-14, 2025-06-15]", "[2025-06-14,2025-06-15]"),
        ("2010s", "201X"),
        ("the 2010s", "201X"),
        ("20th century", "19XX"),
        ("100 BC", "-0099"),
        ("15 March 44 BC", "-0043-03-15"),
        ("AD 79", "0079"),
        ("11 June 2025, 18:30", "2025-06-11T18:30:00"),
        ("11 June 2025 at 18:30 UTC", "2025-06-11T18:30:00Z"),
        ("11 June 2025 18:30 UTC+5:30", "2025-06-11T18:30:00+05:30"),
    ]);
    assert!(
        read("  ", None)
            .unwrap_err()
            .reason
            .starts_with("there is no date")
    );
}

#[test]
fn words_that_count_from_today() {
    for (words, edtf) in [
        ("today", "2025-06-11"),
        ("yesterday", "2025-06-10"),
        ("tomorrow", "2025-06-12"),
        ("11 June", "2025-06-11"),
        ("December", "2024-12"),
        ("2 January", "2025-01-02"),
        ("since March 21", "2025-03-21/.."),
        ("from May 14 to August 12", "2025-05-14/2025-08-12"),
        ("early May", "[2025-05-01..2025-05-15]"),
        ("last month", "2025-05"),
        ("early last month", "[2025-05-01..2025-05-15]"),
        ("next year", "2026"),
        ("this quarter", "2025-34"),
        ("last quarter", "2025-33"),
        ("this weekend", "[2025-06-14,2025-06-15]"),
        ("last week", "[2025-06-02..2025-06-08]"),
        ("on Thursday", "2025-06-05"),
        ("Wednesday", "2025-06-11"),
        ("last Wednesday", "2025-06-04"),
        ("next Wednesday", "2025-06-18"),
        ("next Thursday", "2025-06-12"),
        ("3 days ago", "2025-06-08"),
        ("two months ago", "2025-04"),
        ("last June", "2024-06"),
        ("next January", "2026-01"),
    ] {
        assert_eq!(understood(words, wednesday()), edtf, "{words}");
    }
}

#[test]
fn ambiguous_words_are_asked_about() {
    for (words, edtf) in [
        ("03/04/2025", "ask 2025-04-03 2025-03-04"),
        ("03-04-2025", "ask 2025-04-03 2025-03-04"),
        ("before 03/04/2025", "ask [..2025-04-02] [..2025-03-03]"),
        ("1900s", "ask 190X 19XX"),
        ("2025-26", "ask 2025-26 2025/2026"),
    ] {
        assert_eq!(understood(words, None), edtf, "{words}");
    }
    let Ok(Understood::Ask { question, .. }) = read("03/04/2025", None) else {
        panic!("it must ask")
    };
    assert_eq!(
        question,
        "\"03/04/2025\": is it 3 April 2025, or 4 March 2025?"
    );
}

#[test]
fn refused_words_say_why() {
    for (words, at, reason) in [
        ("11 June", 0, "the year is missing"),
        ("yesterday", 0, "relative to a day that is not known"),
        ("this weekend", 0, "relative to a day"),
        (
            "30 February 2025",
            0,
            "there is no 30 February 2025: the month has 28 days",
        ),
        (
            "Thursday 11 June 2025",
            0,
            "11 June 2025 is a Wednesday, not a Thursday",
        ),
        ("11 June 2025 to 9 June 2025", 0, "before it begins"),
        ("11/06/25", 0, "four digits"),
        ("14/15/2025", 0, "can be a month"),
        ("soonish", 0, "\"soonish\" is not understood in a date"),
        ("11 June 2025 soonish", 13, "the date ends here"),
        ("  soonish", 2, "not understood"),
        ("14", 0, "day 14 of which month?"),
        ("2025-13-01", 5, "there is no month 13"),
        ("300", 0, "AD or BC"),
        ("between 14 May 2025", 19, "a second date is missing"),
    ] {
        let error: DateError = read(words, None).expect_err(words);
        assert!(error.reason.contains(reason), "{words}: {error}");
        assert_eq!(error.at, at, "{words}: {error}");
    }
}

#[test]
fn parts_of_months_narrow_the_ends_of_a_span() {
    let date = read("early May to mid June 2025", None)
        .unwrap()
        .date()
        .unwrap();
    let days = |moment: Option<crate::date::Moment>| moment.unwrap().to_string();
    assert_eq!(days(date.bounds.start_earliest), "2025-05-01");
    assert_eq!(days(date.bounds.start_latest), "2025-05-15");
    assert_eq!(days(date.bounds.end_earliest), "2025-06-10");
    assert_eq!(days(date.bounds.end_latest), "2025-06-20");
}

/// The reading form can stand in an edit field: it means the same when it is read again.
#[test]
fn the_reading_form_is_understood_again() {
    for text in [
        "2025-06-11",
        "2025-05",
        "2025",
        "2025-05~",
        "2025-05?",
        "2025-06-11%",
        "[2025-05-01..2025-05-15]",
        "[2025-01..2025-04]",
        "[2017..2019]",
        "2025-05-14/2025-08-12",
        "2025-05/2025-06-05",
        "2025-04-02/..",
        "2025-04-02/",
        "../2025-06-09",
        "/2025-06-09",
        "2026-33",
        "2025-39",
        "2025-40",
        "2025-41~",
        "2025-33/2025-36",
        "[2025-05-01..2025-05-15,2025-06-01]",
        "[2025-05-14..2025-08-12]",
        "[2024-12-30..2025-01-02]",
        "[2025-05~..2025-08]",
        "[-0043..-0039]",
        "2025-21",
        "2025-28",
        "[2025-06-14,2025-06-15]",
        "{2025-06-14,2025-06-15}",
        "{2025-06-01..2025-06-05}",
        "[..2025-06-11]",
        "[2025-06..]",
        "201X",
        "XXXX",
        "2025-06-XX",
        "2025-XX",
        "2025-XX-XX",
        "-0043-03-15",
        "0079",
        "Y17000",
        "2025-06-11T18:30:00Z",
        "2025-06-11T18:30:05+05:30",
        "2025-05~/2025-08",
        "[..2025-06-11~]",
    ] {
        let edtf: Edtf = text.parse().unwrap();
        let words = FuzzyDate::from(edtf.clone()).in_words();
        assert_eq!(understood(&words, None), text, "{words}");
    }
}
