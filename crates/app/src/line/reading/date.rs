//! The date at the beginning of a line.
//!
//! Before a wide gap (two spaces or a tab) stands a date, and all of it must be understood; else the line is refused with the
//! reason. Without a gap it is the longest run of words that reads as a date: "11 June 2025 18:00 UTC State Department
//! orders …" is a time and a title. Then what follows must not look like the rest of a date, and words that may as well begin
//! a title ("May Day rally", "Friday prayers", "The 2015 deal", "9/11 memorial") are left to it.

use model::date::{DateError, Day, Understood, read};
use model::{FuzzyDate, Scale};

use super::Span;
use super::rest::{looks_like_rest, takes_from_title};
use super::sure::{is_sure, names_a_date};
use super::tail::{MOST_WORDS as MOST_TAIL_WORDS, said};
use super::token::{Sort, Token};

/// Words of a date at most.
const MOST_WORDS: usize = 14;

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

/// Words that are a date and not understood, or a date that cannot be.
#[derive(Debug)]
pub(crate) struct Refused {
    /// The words.
    pub(crate) span: Span,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) help: String,
    /// How many tokens the words are.
    pub(crate) tokens: usize,
}

/// The date with which `tokens`, all of them free words, begin; nothing when they begin with a title.
pub(crate) fn at_start(
    line: &str,
    tokens: &[Token],
    scales: &[Scale],
    now: Option<Day>,
) -> Result<Option<Found>, Refused> {
    let words = tokens.iter().take_while(|it| it.sort == Sort::Word).count();
    let words = tokens.get(..words).unwrap_or_default();
    let start = Start { line, words, now };
    let most = words.len().min(MOST_WORDS);
    let gap = (1..=most).find(|count| words.get(count - 1).is_some_and(|it| it.gap_after));
    match gap {
        Some(count) => {
            let rest = tokens.get(count..).unwrap_or_default().iter();
            let title: Vec<&Token> = rest.take_while(|it| it.is_free()).collect();
            start.before_gap(count, !title.is_empty() && !says_no_title(&title, scales))
        }
        None => start.longest(most),
    }
}

/// True for words that say a status, a grade, a likelihood or a confidence and leave nothing for a title.
fn says_no_title(tokens: &[&Token], scales: &[Scale]) -> bool {
    let words: Vec<&str> = tokens.iter().map(|it| it.value.as_str()).collect();
    words.len() <= MOST_TAIL_WORDS && said(&words.join(" "), scales).is_some()
}

/// The words at the beginning of a line.
struct Start<'a> {
    line: &'a str,
    words: &'a [Token],
    now: Option<Day>,
}

/// The first words without the mark that ends them.
struct Head<'a> {
    text: &'a str,
    span: Span,
    /// True when a mark or a wide gap ends it.
    is_ended: bool,
}

impl<'a> Start<'a> {
    fn head(&self, count: usize) -> Option<Head<'a>> {
        let (first, last) = (self.words.first()?, self.words.get(count.checked_sub(1)?)?);
        let text = self.line.get(first.span.from..last.span.to)?;
        let bare = text.trim_end_matches([',', ':', ';', '–', '—']).trim_end();
        let bare = bare.strip_suffix(" -").unwrap_or(bare);
        Some(Head {
            text: bare,
            span: Span {
                from: first.span.from,
                to: first.span.from + bare.len(),
            },
            is_ended: bare.len() < text.len() || last.gap_after,
        })
    }

    /// All of what stands before a gap, or the reason why it is not a date. Where only signs follow, the words may be the title.
    fn before_gap(&self, count: usize, has_title: bool) -> Result<Option<Found>, Refused> {
        let Some(head) = self.head(count) else {
            return Ok(None);
        };
        match read(head.text, self.now) {
            Ok(understood) => {
                self.check_year(&head, count)?;
                Ok(Some(found(understood, &head, count)))
            }
            Err(error) if error.is_impossible || has_title => Err(Refused {
                span: head.span,
                tokens: count,
                message: format!("\"{}\" is not understood as a date", head.text),
                help: if names_a_date(head.text) {
                    error.to_string()
                } else {
                    String::from(
                        "two spaces end a date: write one before them, such as 11 June 2025, or put a single space where the words belong to the title",
                    )
                },
            }),
            Err(_) => Ok(None),
        }
    }

    /// "11 June  2025 staff leave": a gap inside of a date.
    fn check_year(&self, head: &Head<'_>, count: usize) -> Result<(), Refused> {
        let next = self.words.get(count).map_or("", |it| it.value.as_str());
        let is_year = next.len() == 4
            && next
                .parse::<u32>()
                .is_ok_and(|it| (1900..2100).contains(&it));
        let lacks_year = read(head.text, None).is_err();
        let joined = format!("{} {next}", head.text);
        if is_year && lacks_year && read(&joined, self.now).is_ok() {
            return Err(unclear(head, count, next));
        }
        Ok(())
    }

    /// The longest run of words that is a date and can hardly be anything else.
    fn longest(&self, most: usize) -> Result<Option<Found>, Refused> {
        for count in (1..=most).rev() {
            let Some(head) = self.head(count) else {
                continue;
            };
            let is_all = count == self.words.len();
            let is_list = head.ends_in_list();
            match read(head.text, self.now) {
                Ok(understood) if !is_list && is_sure(head.text, head.is_ended, is_all) => {
                    self.check_rest(&head, count)?;
                    return Ok(Some(found(understood, &head, count)));
                }
                Err(error) if !is_list && error.is_impossible && names_a_date(head.text) => {
                    return Err(self.impossible(count, &error));
                }
                Ok(_) | Err(_) => {}
            }
        }
        Ok(None)
    }

    /// The refusal of a date that cannot be, at the fewest words that say it.
    fn impossible(&self, count: usize, error: &DateError) -> Refused {
        let is_refused = |count: &usize| {
            let head = self.head(*count)?;
            let error = read(head.text, self.now).err()?;
            (error.is_impossible && names_a_date(head.text)).then_some((head, error.to_string()))
        };
        let fewest = (1..=count)
            .rev()
            .map_while(|it| Some((it, is_refused(&it)?)))
            .last();
        let (tokens, span, text, help) = match &fewest {
            Some((tokens, (head, help))) => (*tokens, head.span, head.text, help.clone()),
            None => (count, Span::default(), "", error.to_string()),
        };
        Refused {
            span,
            tokens,
            message: format!("\"{text}\" is not understood as a date"),
            help,
        }
    }

    /// Refuses a date after which something stands that may be more of it, or whose last word may begin the title.
    fn check_rest(&self, head: &Head<'_>, count: usize) -> Result<(), Refused> {
        if head.is_ended {
            return Ok(());
        }
        let next = self.words.get(count).map_or("", |it| it.value.as_str());
        let after = self.words.get(count + 1).map_or("", |it| it.value.as_str());
        if looks_like_rest(next, after) {
            return Err(unclear(head, count, next));
        }
        match takes_from_title(head.text, self.now).filter(|_| !next.is_empty()) {
            Some(last) => Err(unclear(head, count, last)),
            None => Ok(()),
        }
    }
}

impl Head<'_> {
    /// True for "11 June 2025, 3", where the number rather begins the title.
    fn ends_in_list(&self) -> bool {
        let last = self.text.rsplit_once(char::is_whitespace);
        !self.is_ended
            && last.is_some_and(|(before, last)| {
                before.ends_with(',') && last.len() <= 2 && last.parse::<u32>().is_ok()
            })
    }
}

fn found(understood: Understood, head: &Head<'_>, tokens: usize) -> Found {
    Found {
        date: understood.into(),
        span: head.span,
        tokens,
    }
}

fn unclear(head: &Head<'_>, tokens: usize, word: &str) -> Refused {
    Refused {
        tokens,
        span: head.span,
        message: format!("it is not clear whether \"{word}\" belongs to the date or to the title"),
        help: String::from("put two spaces after the date"),
    }
}

#[cfg(test)]
mod tests {
    use model::date::Day;

    use super::{DateRead, at_start};
    use crate::line::reading::token::cut;

    fn in_words(line: &str) -> String {
        let tokens = cut(line);
        let scales = crate::session::sample::basics().unwrap().scales;
        match at_start(line, &tokens, &scales, Day::from_ymd(2025, 6, 12)) {
            Ok(None) => String::from("-"),
            Err(refused) => format!("{}; {}", refused.message, refused.help),
            Ok(Some(found)) => {
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
            ("yesterday  staff leave", "yesterday = 2025-06-11"),
            ("Wednesday  staff leave", "Wednesday = 2025-06-11"),
            ("last Wednesday staff leave", "last Wednesday = 2025-06-11"),
            (
                "11 June 2025 6pm staff leave",
                "11 June 2025 6pm = 2025-06-11T18:00:00",
            ),
            (
                "11 June 2025 18:00 West Bank raid",
                "11 June 2025 18:00 = 2025-06-11T18:00:00",
            ),
            ("11 June 2025 90-day pause", "11 June 2025 = 2025-06-11"),
            ("11 June 2025, 3 killed", "11 June 2025 = 2025-06-11"),
            ("11 June 2025 25% tariff", "11 June 2025 = 2025-06-11"),
            (
                "11 June 2025 3,000 troops leave",
                "11 June 2025 = 2025-06-11",
            ),
            ("June 11 staff leave", "June 11 = 2025-06-11"),
            ("11 June 25  staff leave", "11 June 25 = 2025-06-11"),
            ("11 June 25: staff leave", "11 June 25 = 2025-06-11"),
            ("2025 06 11 staff leave", "2025 06 11 = 2025-06-11"),
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
            assert_eq!(in_words(line), wanted, "{line}");
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
            "Friday prayers in Tehran",
            "Wednesday staff leave",
            "yesterday staff leave",
            "Today Show host arrested",
            "Tomorrow Party wins",
            "Monday, bloody Monday",
            "Monday morning talks",
            "10000 troops arrive",
            "3000-4000 troops arrive",
            "Talks in Geneva  #tariffs",
            "Talks in Geneva  planned #tariffs",
            "Talks in Geneva  B2",
            "May Day 2025  #protest",
            "COP30 in Belém  #climate",
        ] {
            assert_eq!(in_words(line), "-", "{line}");
        }
        assert_eq!(
            in_words("11 June 2025 on Iran"),
            "11 June 2025 = 2025-06-11"
        );
    }

    #[test]
    fn a_wide_gap_or_a_mark_ends_a_date() {
        for (line, wanted) in [
            ("May  Day rally", "May = 2025-05"),
            ("May, Day rally", "May = 2025-05"),
            ("2000  troops arrive", "2000 = 2000"),
            ("11 June:  staff leave", "11 June = 2025-06-11"),
            ("June 2025  11 people killed", "June 2025 = 2025-06"),
            ("The 2015: deal", "The 2015 = 2015"),
        ] {
            assert_eq!(in_words(line), wanted, "{line}");
        }
    }
}
