//! Quick add and the date field have one grammar: what one stores the other stores, and what is shown can be typed again.

use model::FuzzyDate;
use model::date::{Day, MONTH_NAMES, Understood, read};
use proptest::prelude::*;

use crate::line::reading;

/// Monday 30 November 2026.
fn now() -> Option<Day> {
    Day::from_ymd(2026, 11, 30)
}

/// What a line of quick add comes to: title, date and what keeps it from being saved.
fn added(line: &str) -> (String, Option<FuzzyDate>, Vec<String>) {
    let workspace = crate::session::sample::basics().unwrap();
    let context = reading::Context {
        workspace: &workspace,
        now: now(),
        events: &|_| Vec::new(),
    };
    let reading = reading::read(line, &context);
    let asked = reading.ask.into_iter().map(|(question, _)| question);
    let problems = reading.problems.into_iter();
    let kept = asked.chain(problems.map(|it| format!("{}; {}", it.message, it.help)));
    (reading.title, reading.date, kept.collect())
}

fn in_words(line: &str) -> String {
    let (title, date, problems) = added(line);
    match (problems.first(), date) {
        (Some(problem), _) => format!("not saved: {problem}"),
        (None, Some(date)) => format!("{} | {title}", date.edtf),
        (None, None) => format!("undated | {title}"),
    }
}

fn tells(cases: &[(&str, &str)]) {
    for (line, wanted) in cases {
        assert_eq!(in_words(line), *wanted, "{line}");
    }
}

#[test]
fn a_date_that_cannot_be_or_may_be_two_is_refused() {
    tells(&[
        (
            "29 February 2025  Strike",
            "not saved: \"29 February 2025\" is not understood as a date; there is no 29 February 2025: the month has 28 days (at character 1)",
        ),
        (
            "29 February 2025 Strike",
            "not saved: \"29 February 2025\" is not understood as a date; there is no 29 February 2025: the month has 28 days (at character 1)",
        ),
        (
            "Tuesday, 11 June 2025  Talks",
            "not saved: \"Tuesday, 11 June 2025\" is not understood as a date; 11 June 2025 is a Wednesday, not a Tuesday: correct one of the two (at character 1)",
        ),
        (
            "Tuesday, 11 June 2025 Talks",
            "not saved: \"Tuesday, 11 June 2025\" is not understood as a date; 11 June 2025 is a Wednesday, not a Tuesday: correct one of the two (at character 1)",
        ),
        (
            "9 June 2025 to 5 June 2025  Drill",
            "not saved: \"9 June 2025 to 5 June 2025\" is not understood as a date; it ends (5 June 2025) before it begins (9 June 2025): swap the two dates (at character 1)",
        ),
        (
            "11 June 20255  X",
            "not saved: \"11 June 20255\": is it 11 June 20255 AD, or 11 June 2025?",
        ),
        (
            "31 June 2025  Strike",
            "not saved: \"31 June 2025\" is not understood as a date; there is no 31 June 2025: the month has 30 days (at character 1)",
        ),
        (
            "2018-09-00  Report",
            "not saved: \"2018-09-00\" is not understood as a date; there is no day 00: days are 01 to 31 (at character 9)",
        ),
        (
            "2018-09-00 Report",
            "not saved: \"2018-09-00\" is not understood as a date; there is no day 00: days are 01 to 31 (at character 9)",
        ),
        (
            "Juni 2025  Streik",
            "not saved: \"Juni 2025\" is not understood as a date; \"juni\" is not understood in a date: write 11 June 2025, May 2025 or Q1 2026 (at character 1)",
        ),
        (
            "sometime soon  Strike",
            "not saved: \"sometime soon\" is not understood as a date; two spaces end a date: write one before them, such as 11 June 2025, or put a single space where the words belong to the title",
        ),
        (
            "03/04/2025  Talks",
            "not saved: \"03/04/2025\": is it 3 April 2025, or 4 March 2025?",
        ),
        (
            "11/06/25 Talks",
            "not saved: \"11/06/25\" is not understood as a date; write the year with four digits: 11 June 2025 (at character 1)",
        ),
    ]);
}

#[test]
fn what_may_be_more_of_a_date_is_refused() {
    tells(&[
        (
            "11 June 25 people killed",
            "not saved: it is not clear whether \"25\" belongs to the date or to the title; put two spaces after the date",
        ),
        (
            "11 June 2025 to be decided",
            "not saved: it is not clear whether \"to\" belongs to the date or to the title; put two spaces after the date",
        ),
        (
            "11 June 2025 3 killed in raid",
            "not saved: it is not clear whether \"3\" belongs to the date or to the title; put two spaces after the date",
        ),
        (
            "11 June 2025 GMT talks",
            "not saved: it is not clear whether \"GMT\" belongs to the date or to the title; put two spaces after the date",
        ),
        (
            "11 June 2025 May resigns",
            "not saved: it is not clear whether \"May\" belongs to the date or to the title; put two spaces after the date",
        ),
        (
            "11 June  2025 staff leave",
            "not saved: it is not clear whether \"2025\" belongs to the date or to the title; put two spaces after the date",
        ),
    ]);
}

#[test]
fn a_line_stores_the_date_that_was_typed() {
    tells(&[
        ("2025 06 11  Talks", "2025-06-11 | Talks"),
        ("2025 06 11 Talks", "2025-06-11 | Talks"),
        ("11 June 25  Talks", "2025-06-11 | Talks"),
        (
            "week of 9 June 2025  Talks",
            "[2025-06-09..2025-06-15] | Talks",
        ),
        (
            "week of 9 June 2025 Talks",
            "[2025-06-09..2025-06-15] | Talks",
        ),
        ("11-Jun-25  Talks", "2025-06-11 | Talks"),
        ("2025-W24  Talks", "[2025-06-09..2025-06-15] | Talks"),
        ("12/13 June 2025  Raid", "[2025-06-12,2025-06-13] | Raid"),
        (
            "11 June 2025 18:00 EST  Talks",
            "2025-06-11T18:00:00-05:00 | Talks",
        ),
        (
            "11 June 2025 18:00 EST Talks",
            "2025-06-11T18:00:00-05:00 | Talks",
        ),
        ("11 June 2025 at 6pm Talks", "2025-06-11T18:00:00 | Talks"),
        ("2025-06-11T18:00Z  Talks", "2025-06-11T18:00:00Z | Talks"),
        ("2025-Q1  Report", "2025-33 | Report"),
        (
            "between 5 and 9 June 2025  Leak",
            "[2025-06-05..2025-06-09] | Leak",
        ),
        (
            "Friday prayers in Tehran",
            "undated | Friday prayers in Tehran",
        ),
        (
            "Today Show cancelled its guest",
            "undated | Today Show cancelled its guest",
        ),
        (
            "Friday  Prayers in Tehran",
            "2026-11-27 | Prayers in Tehran",
        ),
        (
            "11 June 2025  3 killed in raid",
            "2025-06-11 | 3 killed in raid",
        ),
        (
            "Talks in Geneva  #none planned",
            "undated | Talks in Geneva",
        ),
        ("by 30 June  Vote", "[..2027-06-30] | Vote"),
        ("Strike blocks the A1", "undated | Strike blocks the"),
        (
            "Strike blocks the A1 tag:rail",
            "undated | Strike blocks the A1",
        ),
    ]);
}

/// The examples of the guide mean what it says.
#[test]
fn the_guide_is_right() {
    let guide = include_str!("../../../../../docs/guide/dates.md");
    let mut examples = 0;
    for row in guide.lines().filter(|it| it.starts_with("| `")) {
        let mut cells = row.split('|').map(str::trim).skip(1);
        let (typed, means) = (cells.next().unwrap(), cells.next().unwrap());
        let means = means.trim_matches('`');
        for words in typed.split("`, `").map(|it| it.trim_matches('`')) {
            examples += 1;
            assert_eq!(
                in_words(&format!("{words}  Talks")),
                format!("{means} | Talks"),
                "{words}"
            );
        }
    }
    assert!(examples > 80, "{examples} examples");
}

/// A day, written in some way, and the days after it that some ways need.
fn typed() -> impl Strategy<Value = String> {
    let day = (1970_i64..2069, 1_u32..=12, 1_u32..=31);
    let rest = (1_i64..400, 0_u32..24, 0_u32..60, 0..FORMS.len(), 0_usize..4);
    (day, rest).prop_filter_map(
        "a day that exists",
        |((y, m, d), (more, hour, minute, form, pick))| {
            let first = Day::from_ymd(y, m, d)?;
            let made = Made {
                first,
                last: first.plus(more),
                hour,
                minute,
                pick,
            };
            Some(FORMS[form](&made))
        },
    )
}

struct Made {
    first: Day,
    last: Day,
    hour: u32,
    minute: u32,
    pick: usize,
}

impl Made {
    fn y(&self) -> i64 {
        self.first.ymd().0
    }
    fn yy(&self) -> String {
        format!("{:02}", self.y() % 100)
    }
    fn d(&self) -> u32 {
        self.first.ymd().2
    }
    fn m(&self) -> u32 {
        self.first.ymd().1
    }
    fn month(&self) -> &'static str {
        MONTH_NAMES[self.m() as usize - 1]
    }
    fn mon(&self) -> &'static str {
        &self.month()[..3]
    }
    fn day(&self) -> String {
        self.first.in_words()
    }
    fn end(&self) -> String {
        self.last.in_words()
    }
    fn of<'a>(&self, words: [&'a str; 4]) -> &'a str {
        words[self.pick]
    }
}

/// The ways that the guide lists.
const FORMS: [fn(&Made) -> String; 44] = [
    |it| it.day(),
    |it| format!("{} {}, {}", it.month(), it.d(), it.y()),
    |it| format!("{}-{}-{}", it.d(), it.mon(), it.yy()),
    |it| format!("{} {} '{}", it.d(), it.mon(), it.yy()),
    |it| format!("{} {} {}", it.d(), it.month(), it.yy()),
    |it| it.first.to_string(),
    |it| format!("{} {:02} {:02}", it.y(), it.m(), it.d()),
    |it| format!("{}-{}-{:02}", it.y(), it.mon(), it.d()),
    |it| format!("{}{:02}{:02}", it.y(), it.m(), it.d()),
    |it| format!("{:02}/{:02}/{}", it.d(), it.m(), it.y()),
    |it| format!("{}.{}.{}", it.d(), it.m(), it.y()),
    |it| format!("{}, {}", it.first.weekday().name(), it.day()),
    |it| format!("{} {}", it.month(), it.y()),
    |it| format!("{}-{:02}", it.y(), it.m()),
    |it| format!("{}-{}", it.y(), it.mon()),
    |it| it.y().to_string(),
    |it| {
        format!(
            "{} {} {}",
            it.of(["early", "mid", "late", "end of"]),
            it.month(),
            it.y()
        )
    },
    |it| format!("{} {}", it.of(["early", "mid-", "late", "end of"]), it.y()),
    |it| {
        format!(
            "{} to {} {} {}",
            it.of(["early", "early", "mid", "mid"]),
            it.of(["mid", "late", "late", "late"]),
            it.month(),
            it.y()
        )
    },
    |it| format!("Q{} {}", it.pick + 1, it.y()),
    |it| format!("{}-Q{}", it.y(), it.pick + 1),
    |it| format!("{}Q{}", it.pick + 1, it.yy()),
    |it| {
        format!(
            "{} half of {}",
            it.of(["first", "second", "1st", "2nd"]),
            it.y()
        )
    },
    |it| {
        format!(
            "{} {}",
            it.of(["spring", "summer", "autumn", "winter"]),
            it.y()
        )
    },
    |it| format!("week of {}", it.day()),
    |it| {
        format!(
            "week {} {}",
            it.of(["beginning", "commencing", "starting", "ending"]),
            it.day()
        )
    },
    |it| format!("{}-W{:02}", it.y(), it.d()),
    |it| {
        format!(
            "{} week of {} {}",
            it.of(["first", "second", "third", "last"]),
            it.month(),
            it.y()
        )
    },
    |it| format!("weekend of {}", it.day()),
    |it| {
        format!(
            "{} {} of {} {}",
            it.of(["first", "second", "third", "last"]),
            it.first.weekday().name(),
            it.month(),
            it.y()
        )
    },
    |it| format!("{} {:02}:{:02}", it.day(), it.hour, it.minute),
    |it| {
        format!(
            "{} {:02}:{:02} {}",
            it.day(),
            it.hour,
            it.minute,
            it.of(["UTC", "EST", "MSK", "GMT+3"])
        )
    },
    |it| {
        format!(
            "{} at {}{}",
            it.day(),
            it.hour % 12 + 1,
            it.of(["am", "pm", " a.m.", " p.m."])
        )
    },
    |it| {
        format!(
            "{} {}",
            it.of(["before", "after", "since", "until"]),
            it.day()
        )
    },
    |it| {
        format!(
            "{} {}",
            it.of(["by", "on or before", "no later than", "not before"]),
            it.day()
        )
    },
    |it| {
        format!(
            "{} {} {}",
            it.of(["by", "by the end of", "by mid", "due"]),
            it.month(),
            it.y()
        )
    },
    |it| format!("by {} {}", it.d(), it.month()),
    |it| format!("{} to {}", it.day(), it.end()),
    |it| format!("between {} and {}", it.day(), it.end()),
    |it| {
        format!(
            "from {} {} {} to {}",
            it.of(["early", "mid", "late", "end of"]),
            it.month(),
            it.y(),
            it.last.plus(40).in_words()
        )
    },
    |it| format!("{} or {}", it.day(), it.end()),
    |it| {
        format!(
            "{} {}",
            it.of(["about", "perhaps", "circa", "around"]),
            it.day()
        )
    },
    |it| {
        format!(
            "{} {}",
            it.of(["yesterday", "last week", "next month", "3 days ago"]),
            ""
        )
    },
    |it| format!("{} {}", it.d(), it.month()),
];

proptest! {
    /// 256 cases as a rule; PROPTEST_CASES says how many.
    #[test]
    fn quick_add_and_the_date_field_agree(words in typed()) {
        let words = words.trim();
        let field = read(words, now());
        let (title, date, problems) = added(&format!("{words}  Talks"));
        match field {
            Ok(Understood::Date(field)) => {
                prop_assert!(problems.is_empty(), "{}: {:?}", words, problems);
                prop_assert_eq!(title, "Talks");
                let date = date.unwrap();
                prop_assert_eq!((&date.edtf, date.bounds), (&field.edtf, field.bounds));
                for shown in [date.shown().into_owned(), date.in_words()] {
                    let again = read(&shown, None).map(Understood::date);
                    prop_assert!(matches!(&again, Ok(Some(_))), "{} shown as {}: {:?}", words, shown, again);
                    let again = again.unwrap().unwrap();
                    prop_assert_eq!((&again.edtf, again.bounds), (&date.edtf, date.bounds), "{} shown as {}", words, shown);
                    let (_, quick, _) = added(&format!("{shown}  Talks"));
                    prop_assert_eq!(quick.map(|it| it.edtf), Some(date.edtf.clone()), "{} shown as {}", words, shown);
                }
            }
            Ok(Understood::Ask { .. }) | Err(_) => prop_assert!(!problems.is_empty(), "{}", words),
        }
    }

    /// Without two spaces a line stores the same date, or is not saved, or takes none of it.
    #[test]
    fn without_two_spaces_a_line_never_stores_another_date(words in typed()) {
        let words = words.trim();
        let (title, date, problems) = added(&format!("{words} Talks"));
        let field = read(words, now()).ok().and_then(Understood::date);
        match (date, problems.is_empty()) {
            (_, false) => {}
            (Some(date), true) => {
                prop_assert_eq!(&title, "Talks", "{}", words);
                prop_assert_eq!(Some(date.edtf), field.map(|it| it.edtf));
            }
            (None, true) => prop_assert_eq!(title, format!("{words} Talks").split_whitespace().collect::<Vec<_>>().join(" ")),
        }
    }
}
