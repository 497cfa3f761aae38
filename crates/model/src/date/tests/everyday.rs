//! The everyday ways of writing a date, kind by kind: text in, EDTF out.

use crate::date::{Day, FuzzyDate, Understood, read};

/// Monday 30 November 2026.
pub(super) fn monday() -> Option<Day> {
    Day::from_ymd(2026, 11, 30)
}

fn understood(words: &str, today: Option<Day>) -> String {
    match read(words, today) {
        Ok(Understood::Date(date)) => date.edtf.to_string(),
        Ok(Understood::Ask { choices, .. }) => {
            let texts: Vec<String> = choices.iter().map(|date| date.edtf.to_string()).collect();
            format!("ask {}", texts.join(" "))
        }
        Err(error) => format!("refused: {}", error.reason),
    }
}

pub(super) fn reads(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(words, edtf)| (words, understood(words, monday()), edtf))
        .filter(|(_, found, edtf)| found != **edtf)
        .map(|(words, found, edtf)| format!("{words}: {found}, not {edtf}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_in_every_order() {
    reads(&[
        ("2025 06 11", "2025-06-11"),
        ("2025 6 1", "2025-06-01"),
        ("11 06 2025", "ask 2025-06-11 2025-11-06"),
        ("13 06 2025", "2025-06-13"),
        ("2025.06.11", "2025-06-11"),
        ("11-Jun-25", "2025-06-11"),
        ("11-Jun-2025", "2025-06-11"),
        ("11 Jun 25", "2025-06-11"),
        ("11 June '25", "2025-06-11"),
        ("11 June ’25", "2025-06-11"),
        ("11th June 98", "1998-06-11"),
        ("June 11, '25", "2025-06-11"),
        ("June 11 25", "2025-06-11"),
        ("Jun-11-2025", "2025-06-11"),
        ("2025-Jun-11", "2025-06-11"),
        ("2025 June 11", "2025-06-11"),
        ("2025/Jun/11", "2025-06-11"),
        ("2025-Jun", "2025-06"),
        ("2025 June", "2025-06"),
        ("2025/06", "2025-06"),
        ("06-2025", "2025-06"),
        ("June '25", "2025-06"),
        ("June 99", "1999-06"),
        ("202506", "2025-06"),
        ("Jun-25", "ask 2025-06 2026-06-25"),
        ("11 June 2025, Wednesday", "2025-06-11"),
        ("11 June 2025 (Wed)", "2025-06-11"),
        ("Wed 11 Jun 2025", "2025-06-11"),
        ("Wednesday, June 11, 2025", "2025-06-11"),
    ]);
}

#[test]
fn spans_with_a_dash_keep_their_ends() {
    reads(&[
        ("14-Jun - 2-Jul-2025", "2025-06-14/2025-07-02"),
        ("14 May-12 Aug 2025", "2025-05-14/2025-08-12"),
        ("9-11 June 25", "2025-06-09/2025-06-11"),
        ("2010 - May 2012", "2010/2012-05"),
        ("2024 to Q1 2025", "2024/2025-33"),
        ("2024-Q4 to 2025-Q1", "2024-36/2025-33"),
        ("Q1 to Q3 2025", "2025-33/2025-35"),
        (
            "14 June, 16 June and 20 June 2025",
            "{2025-06-14,2025-06-16,2025-06-20}",
        ),
        ("11 June 2025 to date", "2025-06-11/.."),
        ("11 June 2025–13 June 2025", "2025-06-11/2025-06-13"),
        ("13/06/2025-15/06/2025", "2025-06-13/2025-06-15"),
        ("June 2025-July 2025", "2025-06/2025-07"),
        ("11-13.06.2025", "2025-06-11/2025-06-13"),
        ("Q4 2024-Q1 2025", "2024-36/2025-33"),
    ]);
}

#[test]
fn quarters_halves_and_seasons() {
    reads(&[
        ("2025-Q1", "2025-33"),
        ("2025/Q2", "2025-34"),
        ("2025-H2", "2025-41"),
        ("2025 Q3", "2025-35"),
        ("Q1/2025", "2025-33"),
        ("Q1-2025", "2025-33"),
        ("Q1 '25", "2025-33"),
        ("Q1 25", "2025-33"),
        ("1Q25", "2025-33"),
        ("3Q 2025", "2025-35"),
        ("2H25", "2025-41"),
        ("2025 first half", "2025-40"),
        ("first half 2025", "2025-40"),
        ("early Q2 2025", "2025-04"),
        ("late Q2 2025", "2025-06"),
        ("end of H1 2025", "[2025-05..2025-06]"),
        ("early summer 2025", "2025-06"),
        ("late winter 2025", "2026-02"),
        ("winter 2025-26", "2025-24"),
        ("winter of 2025/26", "2025-24"),
        ("spring '25", "2025-21"),
        ("last summer", "2026-22"),
        ("next spring", "2027-21"),
        ("this summer", "2026-22"),
        ("last winter", "2025-24"),
        ("first half of the year", "2026-40"),
        (
            "summer 2025-26",
            "refused: the date ends here: remove what follows, or write a single date",
        ),
    ]);
}

#[test]
fn weeks_and_weekends() {
    reads(&[
        ("week of 9 June 2025", "[2025-06-09..2025-06-15]"),
        ("the week of June 11, 2025", "[2025-06-09..2025-06-15]"),
        ("week of 9-15 June 2025", "[2025-06-09..2025-06-15]"),
        ("week of June 9 to 15, 2025", "[2025-06-09..2025-06-15]"),
        ("week beginning 9 June 2025", "[2025-06-09..2025-06-15]"),
        ("week commencing 11 June 2025", "[2025-06-11..2025-06-17]"),
        ("w/c 9 June 2025", "[2025-06-09..2025-06-15]"),
        ("week ending 15 June 2025", "[2025-06-09..2025-06-15]"),
        ("w/e 15 June 2025", "[2025-06-09..2025-06-15]"),
        ("2025-W24", "[2025-06-09..2025-06-15]"),
        ("2025W24", "[2025-06-09..2025-06-15]"),
        ("2025-W24-3", "2025-06-11"),
        ("W24 2025", "[2025-06-09..2025-06-15]"),
        ("week 24 of 2025", "[2025-06-09..2025-06-15]"),
        ("week 24, 2025", "[2025-06-09..2025-06-15]"),
        ("calendar week 24 2025", "[2025-06-09..2025-06-15]"),
        ("2026-W53", "[2026-12-28..2027-01-03]"),
        (
            "2025-W53",
            "refused: 2025 has 52 weeks: there is no week 53",
        ),
        ("first week of June 2025", "[2025-06-01..2025-06-07]"),
        ("2nd week of June 2025", "[2025-06-08..2025-06-14]"),
        ("last week of June 2025", "[2025-06-24..2025-06-30]"),
        ("weekend of 14 June 2025", "[2025-06-14,2025-06-15]"),
        ("weekend of 14-15 June 2025", "[2025-06-14,2025-06-15]"),
        ("the weekend of June 14/15, 2025", "[2025-06-14,2025-06-15]"),
        ("first weekend of June 2025", "[2025-06-07,2025-06-08]"),
        ("last weekend in May 2025", "[2025-05-31,2025-06-01]"),
        ("first Monday of June 2025", "2025-06-02"),
        ("last Friday in May 2025", "2025-05-30"),
        ("fifth Monday of June 2025", "2025-06-30"),
        (
            "fifth Friday of June 2025",
            "refused: June 2025 has only four Fridays",
        ),
        ("last day of February 2024", "2024-02-29"),
        ("first ten days of June 2025", "[2025-06-01..2025-06-10]"),
        ("last 10 days of June 2025", "[2025-06-21..2025-06-30]"),
        ("week of 9 June to 20 June 2025", "2025-06-09~/2025-06-20"),
    ]);
}

#[test]
fn one_of_two_and_between() {
    reads(&[
        ("12/13 June 2025", "[2025-06-12,2025-06-13]"),
        ("June 12/13, 2025", "[2025-06-12,2025-06-13]"),
        ("31 May/1 June 2025", "[2025-05-31,2025-06-01]"),
        (
            "late May/early June 2025",
            "[2025-05-16..2025-05-31,2025-06-01..2025-06-15]",
        ),
        ("May/June 2025", "[2025-05,2025-06]"),
        ("14 May/12 Aug 2025", "2025-05-14/2025-08-12"),
        ("between 5 and 9 June 2025", "[2025-06-05..2025-06-09]"),
        (
            "between June 5 and June 9, 2025",
            "[2025-06-05..2025-06-09]",
        ),
        ("between May and July 2025", "[2025-05..2025-07]"),
        (
            "sometime between 5 and 9 June 2025",
            "[2025-06-05..2025-06-09]",
        ),
        (
            "between 28 December 2025 and 3 January 2026",
            "[2025-12-28..2026-01-03]",
        ),
        ("sometime in June 2025", "2025-06"),
        ("at some point in 2025", "2025"),
        (
            "9 June 2025 to 5 June 2025",
            "refused: it ends (5 June 2025) before it begins (9 June 2025): swap the two dates",
        ),
        (
            "between 9 and 5 June 2025",
            "refused: it ends (5 June 2025) before it begins (9 June 2025): swap the two dates",
        ),
    ]);
}

#[test]
fn parts_of_months_and_years() {
    reads(&[
        ("mid to late May 2025", "[2025-05-10..2025-05-31]"),
        ("early-to-mid June 2025", "[2025-06-01..2025-06-20]"),
        ("end-May 2025", "[2025-05-16..2025-05-31]"),
        ("end May 2025", "[2025-05-16..2025-05-31]"),
        ("towards the end of May 2025", "[2025-05-16..2025-05-31]"),
        ("early in May 2025", "[2025-05-01..2025-05-15]"),
        ("year-end 2025", "[2025-09..2025-12]"),
        ("end of the year", "[2026-09..2026-12]"),
        ("end of the month", "[2026-11-16..2026-11-30]"),
        ("mid to late 1990s", "[1994..1999]"),
        ("first half of May 2025", "[2025-05-01..2025-05-15]"),
    ]);
}

#[test]
fn deadlines_are_ahead() {
    reads(&[
        ("by 30 June", "[..2027-06-30]"),
        ("by June", "[..2027-06]"),
        ("by December", "[..2026-12]"),
        ("by 30 November", "[..2026-11-30]"),
        ("by Friday", "[..2026-12-04]"),
        ("by Monday", "[..2026-11-30]"),
        ("by the end of June", "[..2027-06-30]"),
        ("by mid-June", "[..2027-06-20]"),
        ("by the end of the year", "[..2026-12]"),
        ("by end-2027", "[..2027-12]"),
        ("by Q2", "[..2027-34]"),
        ("no later than 30 June", "[..2027-06-30]"),
        ("due 15 January", "[..2027-01-15]"),
        ("30 June 2027 at the latest", "[..2027-06-30]"),
        ("30 June at the latest", "[..2027-06-30]"),
        ("by 30 June 2025", "[..2025-06-30]"),
        ("by next week", "[..2026-12-13]"),
        ("within 90 days of 9 April 2025", "[2025-04-09..2025-07-08]"),
        ("within two weeks", "[2026-11-30..2026-12-14]"),
        ("in 3 days", "2026-12-03"),
        ("in two months", "2027-01"),
        ("two weeks from now", "[2026-12-14..2026-12-20]"),
        ("in the last ten days", "[2026-11-20..2026-11-30]"),
        ("over the next two weeks", "[2026-11-30..2026-12-14]"),
    ]);
    assert_eq!(
        understood("in 3 days", None),
        "refused: this is relative to a day that is not known here: write the full date, such as 11 June 2025"
    );
}

#[test]
fn short_ranges_of_years() {
    reads(&[
        ("2025/26", "2025/2026"),
        ("2024/25", "2024/2025"),
        ("2012-15", "2012/2015"),
        ("2025-2027", "2025/2027"),
        ("2025–27", "ask 2025-27 2025/2027"),
        ("2019-21", "ask 2019-21 2019/2021"),
        ("2020-30", "ask 2020-30 2020/2030"),
        ("2011/12", "ask 2011-12 2011/2012"),
        ("2011-12", "2011-12"),
        ("2025-21", "2025-21"),
        ("1998/99", "1998/1999"),
    ]);
}

#[test]
fn times_with_their_zones() {
    reads(&[
        ("11 June 2025 18:00 EST", "2025-06-11T18:00:00-05:00"),
        ("11 June 2025 6pm", "2025-06-11T18:00:00"),
        ("11 June 2025 at 6pm", "2025-06-11T18:00:00"),
        (
            "11 June 2025 at 6:30 p.m. CEST",
            "2025-06-11T18:30:00+02:00",
        ),
        ("11 June 2025 12am", "2025-06-11T00:00:00"),
        ("11 June 2025 12:15 pm", "2025-06-11T12:15:00"),
        ("11 June 2025 6.30pm", "2025-06-11T18:30:00"),
        ("11 June 10 pm", "2026-06-11T22:00:00"),
        ("2025-06-11T18:00Z", "2025-06-11T18:00:00Z"),
        ("2025-06-11T18:00+03:00", "2025-06-11T18:00:00+03:00"),
        ("2025-06-11T18:00-05:00", "2025-06-11T18:00:00-05:00"),
        ("2025-06-11 1800Z", "2025-06-11T18:00:00Z"),
        ("11 June 2025 1800 GMT", "2025-06-11T18:00:00Z"),
        ("11 June 2025 18h30", "2025-06-11T18:30:00"),
        ("11 June 2025 noon UTC", "2025-06-11T12:00:00Z"),
        ("11 June 2025 18:00 local time", "2025-06-11T18:00:00"),
        ("11 June 2025 18:00 UTC+3", "2025-06-11T18:00:00+03"),
        ("18:00 on 11 June 2025", "2025-06-11T18:00:00"),
        ("6pm GMT, 11 June 2025", "2025-06-11T18:00:00Z"),
        (
            "11 June 2025 18:00 CST",
            "ask 2025-06-11T18:00:00-06:00 2025-06-11T18:00:00+08:00",
        ),
        (
            "11 June 2025 18:00 IST",
            "ask 2025-06-11T18:00:00+05:30 2025-06-11T18:00:00+02:00 2025-06-11T18:00:00+01:00",
        ),
        (
            "11 June 2025 9:00 ET",
            "ask 2025-06-11T09:00:00-05:00 2025-06-11T09:00:00-04:00",
        ),
        (
            "11 June 2025 18:75",
            "refused: times range from 00:00 to 23:59:59",
        ),
    ]);
}

#[test]
fn what_cannot_be_is_told_apart_from_what_is_not_understood() {
    for (words, is_impossible) in [
        ("29 February 2025", true),
        ("31 June 2025", true),
        ("31 April", true),
        ("Tuesday, 11 June 2025", true),
        ("11 June 2025 (Tuesday)", true),
        ("9 June 2025 to 5 June 2025", true),
        ("2018-09-00", true),
        ("2025-13-01", true),
        ("11/06/25", true),
        ("14/15/2025", true),
        ("11 June 2025 25:00", true),
        ("2025-W54", true),
        ("soonish", false),
        ("Strike in May", false),
        ("11 June 2025 soonish", false),
        ("between 14 May 2025", false),
        ("Juni 2025", false),
    ] {
        let error = read(words, monday()).expect_err(words);
        assert_eq!(error.is_impossible, is_impossible, "{words}: {error}");
    }
}

#[test]
fn a_year_with_a_digit_too_many_is_asked_about() {
    reads(&[
        ("11 June 20255", "ask Y20255-06-11 2025-06-11"),
        ("20255", "ask Y20255 2025"),
        ("May 20255", "ask Y20255-05 2025-05"),
        ("since 20255", "ask Y20255/.. 2025/.."),
        ("20255 AD", "Y20255"),
        ("Y20255", "Y20255"),
    ]);
}

#[test]
fn what_is_shown_says_the_date_by_itself() {
    for (words, shown) in [
        ("yesterday", "29 November 2026"),
        ("11 June", "11 June 2026"),
        ("last week", "on a day between 23 and 29 November 2026"),
        ("by Friday", "on or before 4 December 2026"),
        ("June", "June 2026"),
        (
            "Friday to 5 December 2026",
            "27 November to 5 December 2026",
        ),
        ("early May 2025", "early May 2025"),
        (
            "from early June to 15 July 2025",
            "from early June to 15 July 2025",
        ),
        (
            "from early June to 15 July",
            "early June 2026 to 15 July 2026",
        ),
        (
            "end of the month",
            "on a day between 16 and 30 November 2026",
        ),
        ("week of 9 June 2025", "week of 9 June 2025"),
        ("last week of June 2025", "last week of June 2025"),
    ] {
        let date = read(words, monday()).unwrap().date().unwrap();
        assert_eq!(date.shown(), shown, "{words}");
        let again = read(&date.shown(), None).unwrap().date().unwrap();
        assert_eq!(
            (again.edtf, again.bounds),
            (date.edtf.clone(), date.bounds),
            "{words}"
        );
        assert_eq!(date.remark().is_some(), shown != words, "{words}");
    }
}

#[test]
fn words_of_a_source_are_shown_unless_they_count_from_a_day() {
    for (words, edtf, shown) in [
        (
            "Trump's first term",
            "2017-01-20/2021-01-20",
            "Trump's first term",
        ),
        ("the Cold War", "1947/1991", "the Cold War"),
        (
            "this weekend, 14 or 15 June 2025",
            "[2025-06-14,2025-06-15]",
            "14 or 15 June 2025",
        ),
        ("last Friday's meeting", "2025-06-06", "6 June 2025"),
        ("the June summit", "2025-06", "June 2025"),
        ("03/04/2025", "2025-04-03", "3 April 2025"),
        (
            "11 June 2025 18:00 CST",
            "2025-06-11T18:00:00+08:00",
            "11 June 2025, 18:00 UTC+08:00",
        ),
        ("Monday 9 June 2025", "2025-06-09", "Monday 9 June 2025"),
        ("first quarter of 2026", "2026-33", "first quarter of 2026"),
        ("", "2025-06", "June 2025"),
    ] {
        let date = FuzzyDate {
            words: words.to_owned(),
            ..FuzzyDate::from_edtf(edtf).unwrap()
        };
        assert_eq!(date.shown(), shown, "{words}");
    }
}

#[test]
fn ends_of_a_span_keep_what_is_known_of_them() {
    for words in [
        "early June 2025 to 15 July 2025",
        "mid to late June 2025 to 15 July 2025",
        "from late 2024 on",
        "until early 1990s",
        "week of 9 June 2025 to 20 June 2025",
        "between 3 and 7 June 2025 to 15 July 2025",
        "weekend of 14 June 2025 to late July 2025",
    ] {
        let date = read(words, None).unwrap().date().unwrap();
        let shown = date.in_words();
        let again = read(&shown, None).unwrap().date().unwrap();
        assert_eq!(
            (&again.edtf, again.bounds),
            (&date.edtf, date.bounds),
            "{words}: {shown}"
        );
        assert!(!shown.contains("about"), "{words}: {shown}");
    }
}
