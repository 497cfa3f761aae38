//! The table of EDTF forms, with bounds, words, shapes and refusals.

use crate::date::{Edtf, End, FuzzyDate, Shape};

fn edtf(text: &str) -> Edtf {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn bounds(text: &str) -> (String, String) {
    let bounds = edtf(text).bounds();
    let words =
        |moment: Option<crate::date::Moment>| moment.map_or("open".to_owned(), |m| m.to_string());
    (words(bounds.start_earliest), words(bounds.end_latest))
}

/// The table of domain.md 1.5, line by line.
#[test]
fn bounds_follow_the_table() {
    for (text, earliest, latest) in [
        ("2025-06-11", "2025-06-11", "2025-06-11"),
        ("2025-06", "2025-06-01", "2025-06-30"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2026-33", "2026-01-01", "2026-03-31"),
        ("2025-40", "2025-01-01", "2025-06-30"),
        ("2025-39", "2025-09-01", "2025-12-31"),
        ("2025-21", "2025-03-01", "2025-05-31"),
        ("[2025-05-01..2025-05-15]", "2025-05-01", "2025-05-15"),
        ("[2025-06-14,2025-06-15]", "2025-06-14", "2025-06-15"),
        ("[..2025-06-11]", "open", "2025-06-11"),
        ("../2025-06-09", "open", "2025-06-09"),
        ("2025-06-11/..", "2025-06-11", "open"),
        ("2025-05-1X", "2025-05-10", "2025-05-19"),
        ("2025-06-XX", "2025-06-01", "2025-06-30"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
    ] {
        assert_eq!(
            bounds(text),
            (earliest.to_owned(), latest.to_owned()),
            "{text}"
        );
    }
    assert!("2025-02-30".parse::<Edtf>().is_err());
    assert!("2025-06-11/2025-06-09".parse::<Edtf>().is_err());
}

#[test]
fn bounds_of_the_other_forms() {
    for (text, earliest, latest) in [
        (
            "2025-06-11T18:30:00Z",
            "2025-06-11T18:30:00",
            "2025-06-11T18:30:00",
        ),
        (
            "2025-06-11T18:30:00+05:30",
            "2025-06-11T18:30:00",
            "2025-06-11T18:30:00",
        ),
        ("2025-05-14/2025-08-12", "2025-05-14", "2025-08-12"),
        ("Y17000", "Y17000-01-01", "Y17000-12-31"),
        ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("Y171010000S3", "Y171000000-01-01", "Y171999999-12-31"),
        ("-1985", "-1985-01-01", "-1985-12-31"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-000X", "-0009-01-01", "-0001-12-31"),
        ("2025-06-11~", "2025-06-11", "2025-06-11"),
        ("2025-?06-11", "2025-06-11", "2025-06-11"),
        ("2025-XX", "2025-01-01", "2025-12-31"),
        ("2025-XX-XX", "2025-01-01", "2025-12-31"),
        ("15XX-12-25", "1500-12-25", "1599-12-25"),
        ("XXXX-02-29", "0000-02-29", "9996-02-29"),
        ("2025-1X-01", "2025-10-01", "2025-12-01"),
        ("2025-24", "2025-12-01", "2026-02-28"),
        ("2025-30", "2025-12-01", "2026-02-28"),
        ("2025-29", "2025-09-01", "2025-11-30"),
        ("2025-36", "2025-10-01", "2025-12-31"),
        ("2025-41", "2025-07-01", "2025-12-31"),
        ("2025-06-~01/2025-06-~20", "2025-06-01", "2025-06-20"),
        ("2025/", "2025-01-01", "open"),
        ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("[2025-06..]", "2025-06-01", "open"),
    ] {
        assert_eq!(
            bounds(text),
            (earliest.to_owned(), latest.to_owned()),
            "{text}"
        );
        assert_eq!(edtf(text).to_string(), text);
    }
}

#[test]
fn every_form_reads_as_words() {
    for (text, words) in [
        ("2025-06-11", "11 June 2025"),
        ("2025-05~", "May 2025, approximately"),
        ("2025-05?", "May 2025, uncertain"),
        ("2025-06-11%", "11 June 2025, uncertain and approximate"),
        ("2025-?06-11", "11 June 2025, the month uncertain"),
        ("2025-06-~11", "11 June 2025, the day approximate"),
        (
            "2025-06~-11",
            "11 June 2025, the year approximate, the month approximate",
        ),
        (
            "[2025-05-01..2025-05-15]",
            "on a day between 1 and 15 May 2025",
        ),
        (
            "[2025-05-01..2025-05-15,2025-06-01]",
            "on a day between 1 and 15 May 2025 or 1 June 2025",
        ),
        (
            "[2025-01..2025-04]",
            "in a month between January and April 2025",
        ),
        ("[2017..2019]", "in a year between 2017 and 2019"),
        ("{2025-06-01..2025-06-05}", "each day from 1 to 5 June 2025"),
        ("2025-05-14/2025-08-12", "14 May to 12 August 2025"),
        ("2025-05/2025-06-05", "May 2025 to 5 June 2025"),
        (
            "2024-12-30/2025-01-02",
            "30 December 2024 to 2 January 2025",
        ),
        ("../2025-06-09", "until 9 June 2025"),
        ("/2025-06-09", "until 9 June 2025, start unknown"),
        ("2025-04-02/..", "from 2 April 2025 on"),
        ("2025-04-02/", "from 2 April 2025, end unknown"),
        ("2026-33", "Q1 2026"),
        ("2025-33/2025-36", "Q1 2025 to Q4 2025"),
        ("201X-34", "Q2 of 2010s"),
        ("2025-38", "second third of 2025"),
        ("2025-40", "H1 2025"),
        ("2025-41~", "H2 2025, approximately"),
        ("2025-21", "spring 2025"),
        ("[2025-06-14,2025-06-15]", "14 or 15 June 2025"),
        ("{2025-06-14,2025-06-15}", "14 and 15 June 2025"),
        ("[..2025-06-11]", "on or before 11 June 2025"),
        ("[2025-06..]", "in or after June 2025"),
        ("201X", "2010s"),
        ("20XX", "in a year between 2000 and 2099"),
        ("2X2X", "in a year between 2020 and 2929 (2X2X)"),
        ("XXXX", "unknown year"),
        ("2025-06-XX", "on a day in June 2025"),
        ("2025-06-XX/2025-08", "a day in June 2025 to August 2025"),
        ("2025-XX", "in a month in 2025"),
        ("2025-XX-XX", "on a day in 2025"),
        ("2025-05-1X", "on a day between 10 and 19 May 2025"),
        ("2025-1X", "in a month between October and December 2025"),
        (
            "2025-05-X1",
            "on a day between 1 May 2025 and 31 May 2025 (2025-05-X1)",
        ),
        (
            "15XX-12-25",
            "on a day between 25 December 1500 and 25 December 1599 (15XX-12-25)",
        ),
        ("-0043-03-15", "15 March 44 BC"),
        ("0079", "AD 79"),
        ("Y-17E7", "170000001 BC"),
        ("1950S2", "about 1950, between 1900 and 1999"),
        ("2025-06-11T18:30:00Z", "11 June 2025, 18:30 UTC"),
        (
            "2025-06-11T18:30:05+05:30",
            "11 June 2025, 18:30:05 UTC+05:30",
        ),
        ("2025-05~/2025-08", "about May 2025 to August 2025"),
    ] {
        assert_eq!(edtf(text).in_words(), words, "{text}");
    }
}

#[test]
fn every_form_has_a_shape() {
    let span = |start, end| Shape::Span { start, end };
    for (text, shape) in [
        ("2025-06-11", Shape::Day),
        ("2025-06-11T18:30:00Z", Shape::Day),
        ("2025-06", Shape::Within),
        ("2025-06-1X", Shape::Within),
        ("201X-06-11", Shape::Within),
        ("2026-33", Shape::Within),
        ("1950S2", Shape::Within),
        ("2025-06-11~", Shape::About),
        ("2025?", Shape::About),
        ("[2025-06-14,2025-06-15]", Shape::OneOf),
        ("2025-05-14/2025-08-12", span(End::Known, End::Known)),
        ("2025-05/2025-06-05~", span(End::Fuzzy, End::Fuzzy)),
        ("../2025-06-09", span(End::Open, End::Known)),
        ("2025-06-09/", span(End::Known, End::Unknown)),
        ("{2025-06-14..}", span(End::Known, End::Open)),
    ] {
        assert_eq!(edtf(text).shape(), shape, "{text}");
    }
}

#[test]
fn refusals_say_why_and_where() {
    for (text, at, reason) in [
        ("", 0, "there is no date"),
        (
            "2025-02-30",
            0,
            "there is no 30 February 2025: the month has 28 days",
        ),
        ("2023-02-29", 0, "there is no 29 February 2023"),
        ("2025-13", 5, "there is no month 13"),
        ("2025-00", 5, "there is no month 00"),
        ("2025-06-32", 8, "there is no day 32"),
        ("2025-02-3X", 0, "no day of the calendar matches 2025-02-3X"),
        ("2025-06-11T24:00:00", 11, "24:00 is not a time"),
        ("2025-06-11T18:30", 16, "includes seconds"),
        (
            "2025-06-11T18:30:60Z",
            17,
            "seconds have two digits, 00 to 59",
        ),
        ("2025-06-11T18:30:00-00:00", 19, "write zero as Z"),
        ("2025-06T18:30:00", 8, "a time needs a complete day"),
        (
            "2025-06-11/2025-06-09",
            11,
            "it ends (9 June 2025) before it begins (11 June 2025)",
        ),
        ("[2025-06-11..2025-06-09]", 13, "it ends"),
        ("2025-W24", 5, "EDTF has no weeks"),
        ("25-06-11", 0, "a year has four digits"),
        ("12025", 4, "begins with Y"),
        ("Y2025", 1, "has no Y: write 2025"),
        ("Y17E9", 0, "years range from"),
        ("Y99999999999999999999999", 0, "years range from"),
        ("Y1E99", 0, "years range from"),
        ("1950S5", 5, "1 to 4, must follow S"),
        ("19XXS2", 5, "X and S"),
        ("-0000", 0, "0000 for 1 BC"),
        ("..", 2, "\"..\" alone"),
        ("/", 0, "at one end at least"),
        ("../..", 0, "at one end at least"),
        ("[]", 1, "four digits"),
        ("[2025, 2026]", 6, "four digits"),
        ("[2025", 5, "\"]\" comes next"),
        ("2025-06-11 ", 10, "no spaces"),
        ("2025?~", 5, "% means both"),
        ("2025-06-11x", 10, "remove it and what follows"),
    ] {
        let error = text.parse::<Edtf>().unwrap_err();
        assert!(error.reason.contains(reason), "{text}: {error}");
        assert_eq!(error.at, at, "{text}: {error}");
        assert!(
            error
                .to_string()
                .contains(&format!("(at character {})", at + 1)),
            "{error}"
        );
    }
    let long = "2025,".repeat(50);
    assert!(
        long.parse::<Edtf>()
            .unwrap_err()
            .reason
            .contains("200 characters")
    );
}

#[test]
fn doubt_and_offset_leave_the_bounds_alone() {
    assert_eq!(edtf("2025-06-11~").bounds(), edtf("2025-06-11").bounds());
    assert_eq!(
        edtf("2025-06-11T18:30:00+14:00").bounds(),
        edtf("2025-06-11T18:30:00").bounds()
    );
    assert_eq!(
        edtf("2025-06-11T18:30:00-05:30")
            .offset()
            .map(|o| o.minutes()),
        Some(-330)
    );
    // Reversed on the clock, in order as instants.
    edtf("2025-06-11T12:00:00+05:00/2025-06-11T08:00:00Z");
}

#[test]
fn a_date_made_from_edtf_carries_its_words() {
    let date = FuzzyDate::from_edtf("2025-05-14/2025-08-12").unwrap();
    assert_eq!(date.words, "14 May to 12 August 2025");
    let (first, last) = date.span_days().unwrap();
    assert!((last - first - 91.0).abs() < 1e-9);
    let open = FuzzyDate::from_edtf("../1970-01-02").unwrap();
    assert_eq!(open.span_days(), Some((1.0, 2.0)));
}
