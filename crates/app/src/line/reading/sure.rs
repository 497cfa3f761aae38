//! Words that can hardly be anything but a date.

use model::date::{MONTH_NAMES, Weekday};

/// Years that are taken for years without anything beside them, but for round ones: "2000 troops".
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// True when `text`, which ends with a mark or a gap (`is_ended`), or is the whole line, can hardly be anything but a date.
pub(super) fn is_sure(text: &str, is_ended: bool, is_all: bool) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let first = words.first().map_or("", String::as_str);
    let last = words.last().map_or("", String::as_str);
    if let [only] = words.as_slice()
        && is_day_name(only)
    {
        return false;
    }
    // "11 June 2025 on Iran" and "3 June or …": the word belongs to what follows.
    let dangles = last == "on" && first != "from" && !is_all;
    // A dash that stands alone ends a date; at the end of what is typed it may yet join two.
    is_ended || (!dangles && first != "the" && says_date(&words))
}

/// True when words name a day, a month with a number, or a year, rightly or not.
pub(super) fn names_a_date(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let is_in_digits = |word: &String| {
        let parts: Vec<&str> = word.split(['/', '.', '-']).collect();
        let number = |part: &&str| matches!(part.len(), 1 | 2 | 4) && part.parse::<u32>().is_ok();
        parts.len() == 3 && parts.iter().all(number)
    };
    says_date(&words) || words.iter().any(is_in_digits)
}

fn says_date(words: &[String]) -> bool {
    if let [only] = words
        && let Ok(year) = only.parse::<u32>()
    {
        return only.len() == 8 || only.len() == 4 && YEARS.contains(&year) && year % 100 != 0;
    }
    let has = |test: &dyn Fn(&str) -> bool| words.iter().any(|word| test(word));
    let digits = has(&|word| word.contains(|it: char| it.is_ascii_digit()));
    let parts = [
        "early",
        "mid",
        "late",
        "beginning",
        "end",
        "last",
        "this",
        "next",
        "week",
        "weekend",
    ];
    has(&has_year)
        || digits && has(&is_month)
        || words.len() > 1 && has(&|word| is_day_name(word) || parts.contains(&word))
}

/// True for a word with a day such as 20250611, or with a year, or two, from 1900 to 2100: "3000-4000 troops" has none.
fn has_year(word: &str) -> bool {
    let runs = word.split(|it: char| !it.is_ascii_digit());
    let mut years = runs.filter(|run| matches!(run.len(), 4 | 8)).peekable();
    let is_year = |run: &str| run.len() == 8 || run.parse().is_ok_and(|it| YEARS.contains(&it));
    years.peek().is_some() && years.all(is_year)
}

/// True for the name of a month or its abbreviation.
pub(super) fn is_month(word: &str) -> bool {
    let letters = word.trim_matches(|it: char| !it.is_alphabetic());
    let begins = |name: &&str| {
        let head = name.get(..letters.len());
        letters.len() >= 3 && head.is_some_and(|head| head.eq_ignore_ascii_case(letters))
    };
    MONTH_NAMES.iter().any(begins)
}

/// True for "today" and its like, and the names of weekdays: alone they begin many a title.
fn is_day_name(word: &str) -> bool {
    let letters = word.trim_matches(|it: char| !it.is_alphabetic());
    let is = |name: &str| name.eq_ignore_ascii_case(letters);
    ["today", "yesterday", "tomorrow", "now", "tonight"]
        .iter()
        .any(|name| is(name))
        || Weekday::ALL.iter().any(|day| is(day.name()))
}
