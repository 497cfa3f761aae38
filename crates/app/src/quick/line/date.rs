//! The date at the beginning of a line: the longest run of words that reads as one.
//!
//! "11 June 2025 18:00 UTC State Department orders …" is a time and a title. Some first words read as a date although
//! they belong to the title: "May Day rally", "Q1 earnings fall", "The 2015 deal", "9/11 memorial". They are taken for a
//! date only where a wide gap (two blanks), a comma, a colon or a dash ends it, and a wide gap ends a date anyway.

use model::FuzzyDate;
use model::date::{Day, MONTH_NAMES, Understood, Weekday, read};

use super::Span;
use super::token::{Sort, Token};

/// Words of a date at most.
const MOST_WORDS: usize = 14;
/// Years that are taken for years without anything beside them, but for round ones: "2000 troops".
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateRead {
    /// One meaning.
    Date(FuzzyDate),
    /// Several: the person chooses.
    Ask {
        /// What to ask.
        question: String,
        /// The readings.
        choices: Vec<FuzzyDate>,
    },
}

impl From<Understood> for DateRead {
    fn from(understood: Understood) -> Self {
        match understood {
            Understood::Date(date) => Self::Date(date),
            Understood::Ask { question, choices } => Self::Ask { question, choices },
        }
    }
}

/// A date found at the beginning.
#[derive(Debug)]
pub(crate) struct Found {
    /// What it means.
    pub(crate) date: DateRead,
    /// Its words, without the mark that ends it.
    pub(crate) span: Span,
    /// How many tokens it takes.
    pub(crate) tokens: usize,
}

/// The date with which `tokens`, all of them words in a row, begin.
pub(crate) fn at_start(line: &str, tokens: &[Token], today: Option<Day>) -> Option<Found> {
    let words = tokens.iter().take_while(|it| it.sort == Sort::Word).count();
    let most = words.min(MOST_WORDS);
    let until = |count: usize| try_words(line, tokens.get(..count)?, today);
    let gap = (1..=most).find(|count| tokens.get(count - 1).is_some_and(|it| it.gap_after));
    let by_gap = gap.and_then(until);
    by_gap
        .or_else(|| {
            (1..=most)
                .rev()
                .find_map(|count| until(count).filter(|it| it.is_sure(line, tokens)))
        })
        .map(Try::found)
}

/// Words that read as a date.
struct Try {
    date: DateRead,
    span: Span,
    tokens: usize,
    /// True when a mark or a wide gap ends it.
    ended: bool,
}

fn try_words(line: &str, tokens: &[Token], today: Option<Day>) -> Option<Try> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    let text = line.get(first.span.from..last.span.to)?;
    let bare = text.trim_end_matches([',', ':', ';', '–', '—']).trim_end();
    let bare = bare.strip_suffix(" -").unwrap_or(bare);
    let date = read(bare, today).ok()?;
    Some(Try {
        date: date.into(),
        span: Span {
            from: first.span.from,
            to: first.span.from + bare.len(),
        },
        tokens: tokens.len(),
        ended: bare.len() < text.len() || last.gap_after,
    })
}

impl Try {
    fn found(self) -> Found {
        Found {
            date: self.date,
            span: self.span,
            tokens: self.tokens,
        }
    }

    /// True when the words can hardly be anything but a date.
    fn is_sure(&self, line: &str, tokens: &[Token]) -> bool {
        let text = line.get(self.span.from..self.span.to).unwrap_or_default();
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let first = words.first().map_or("", String::as_str);
        let last = words.last().map_or("", String::as_str);
        // "11 June 2025 on Iran" and "3 June or …": the word belongs to what follows.
        let dangles = last == "on" && first != "from" && self.tokens < tokens.len();
        // A dash that stands alone ends a date; at the end of what is typed it may yet join two.
        self.ended || (!dangles && first != "the" && says_date(&words))
    }
}

fn says_date(words: &[String]) -> bool {
    if let [only] = words
        && let Ok(year) = only.parse::<u32>()
        && only.len() == 4
    {
        return YEARS.contains(&year) && year % 100 != 0;
    }
    let has = |test: &dyn Fn(&str) -> bool| words.iter().any(|word| test(word));
    let digits = has(&|word| word.contains(|it: char| it.is_ascii_digit()));
    let relative = ["today", "yesterday", "tomorrow"];
    let parts = [
        "early",
        "mid",
        "late",
        "beginning",
        "end",
        "last",
        "this",
        "next",
    ];
    has(&four_digits)
        || digits && has(&is_month)
        || has(&|word| relative.contains(&word) || is_weekday(word))
        || words.len() > 1 && has(&|word| parts.contains(&word))
}

fn four_digits(word: &str) -> bool {
    let runs = word.split(|it: char| !it.is_ascii_digit());
    runs.into_iter().any(|run| run.len() == 4 || run.len() == 8)
}

fn is_month(word: &str) -> bool {
    let letters = word.trim_matches(|it: char| !it.is_alphabetic());
    let begins = |name: &&str| {
        let head = name.get(..letters.len());
        letters.len() >= 3 && head.is_some_and(|head| head.eq_ignore_ascii_case(letters))
    };
    MONTH_NAMES.iter().any(begins)
}

fn is_weekday(word: &str) -> bool {
    let letters = word.trim_matches(|it: char| !it.is_alphabetic());
    Weekday::ALL
        .iter()
        .any(|day| day.name().eq_ignore_ascii_case(letters))
}

#[cfg(test)]
mod tests {
    use model::date::Day;

    use super::{DateRead, at_start};
    use crate::quick::line::token::cut;

    fn told(line: &str) -> String {
        let tokens = cut(line);
        match at_start(line, &tokens, Day::from_ymd(2025, 6, 12)) {
            None => String::from("-"),
            Some(found) => {
                let words = &line[found.span.from..found.span.to];
                match found.date {
                    DateRead::Date(date) => format!("{words} = {}", date.edtf),
                    DateRead::Ask { choices, .. } => format!("{words} = {} choices", choices.len()),
                }
            }
        }
    }

    #[test]
    fn the_longest_run_of_words_that_reads_as_a_date() {
        for (line, wanted) in [
            (
                "early May 2025 US and China agree",
                "early May 2025 = [2025-05-01..2025-05-15]",
            ),
            (
                "11 June 2025 18:00 UTC State Department",
                "11 June 2025 18:00 UTC = 2025-06-11T18:00:00Z",
            ),
            (
                "14 May to 12 August 2025 Lower tariffs",
                "14 May to 12 August 2025 = 2025-05-14/2025-08-12",
            ),
            (
                "on or before 11 June 2025 Review",
                "on or before 11 June 2025 = [..2025-06-11]",
            ),
            ("Q1 2026 Plant due", "Q1 2026 = 2026-33"),
            ("2025-06-11 Order", "2025-06-11 = 2025-06-11"),
            (
                "[2025-06-14, 2025-06-15] Round",
                "[2025-06-14, 2025-06-15] = [2025-06-14,2025-06-15]",
            ),
            ("2015 nuclear deal", "2015 = 2015"),
            ("11 June staff leave", "11 June = 2025-06-11"),
            ("yesterday staff leave", "yesterday = 2025-06-11"),
            ("Wednesday staff leave", "Wednesday = 2025-06-11"),
            ("early May talks", "early May = [2025-05-01..2025-05-15]"),
            (
                "from 9 June 2025 on trade stops",
                "from 9 June 2025 on = 2025-06-09/..",
            ),
            ("3 April 2025: China answers", "3 April 2025 = 2025-04-03"),
            ("3 April 2025 – China answers", "3 April 2025 = 2025-04-03"),
            ("3 April 2025 - China answers", "3 April 2025 = 2025-04-03"),
            ("June 11, 2025, staff leave", "June 11, 2025 = 2025-06-11"),
            ("03/04/2025 talks", "03/04/2025 = 2 choices"),
            (
                "early May 2025",
                "early May 2025 = [2025-05-01..2025-05-15]",
            ),
        ] {
            assert_eq!(told(line), wanted, "{line}");
        }
    }

    #[test]
    fn words_of_a_title_are_no_date() {
        for line in [
            "May Day rally in Paris",
            "March on Rome",
            "Q1 earnings fall",
            "The 2015 deal",
            "9/11 memorial opens",
            "24/7 watch",
            "2000 troops arrive",
            "90 days of war",
            "90-day pause",
            "Spring offensive begins",
            "may",
            "US and China agree",
            "\"3 April 2025\" is a film",
            "",
            "1,000 ships",
        ] {
            assert_eq!(told(line), "-", "{line}");
        }
        assert_eq!(told("11 June 2025 on Iran"), "11 June 2025 = 2025-06-11");
    }

    #[test]
    fn a_wide_gap_or_a_mark_ends_a_date() {
        for (line, wanted) in [
            ("May  Day rally", "May = 2025-05"),
            ("May, Day rally", "May = 2025-05"),
            ("2000  troops arrive", "2000 = 2000"),
            ("11 June  2025 staff leave", "11 June = 2025-06-11"),
            ("The 2015: deal", "The 2015 = 2015"),
        ] {
            assert_eq!(told(line), wanted, "{line}");
        }
    }
}
