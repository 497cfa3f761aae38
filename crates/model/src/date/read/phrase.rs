//! Parsing a whole phrase: one date, a span, a set, or a date with "before" and the like.

use super::super::edtf::Edtf;
use super::super::error::DateError;
use super::super::fuzzy::FuzzyDate;
use super::super::moment::Bounds;
use super::meaning::DatePhrase;
use super::span::{complete, span};
use super::token::Kind;
use super::typed::Typed;

const ON_OR_BEFORE: &[&str] = &["on or before", "in or before", "up to and including"];
/// Words of a deadline: a missing year or day is the next one.
const DEADLINE: &[&str] = &[
    "by no later than",
    "no later than",
    "not later than",
    "at the latest by",
    "due by",
    "due on",
    "due in",
    "due",
    "deadline",
    "by",
];
const AT_THE_LATEST: &[&str] = &["at the latest", "or sooner", "at latest", "latest"];
const ON_OR_AFTER: &[&str] = &[
    "on or after",
    "in or after",
    "no earlier than",
    "not before",
    "not earlier than",
];
const BEFORE: &[&str] = &["before", "prior to", "earlier than"];
const AFTER: &[&str] = &["after", "later than"];
const SINCE: &[&str] = &["ongoing since", "ever since", "since"];
const UNTIL: &[&str] = &["until", "till", "up to", "through"];
const NOW: &[&str] = &["present", "now", "the present", "ongoing", "date"];
const ONWARD: &[&str] = &["onwards", "onward", "on"];
const SOME_TIME: &[&str] = &[
    "one day",
    "one month",
    "one year",
    "some day",
    "some time",
    "sometime",
    "some point",
    "at some point",
];
const EVERY: &[&str] = &[
    "each day",
    "each month",
    "each year",
    "every day",
    "every month",
    "every year",
];

impl Typed {
    /// The whole text as one date.
    pub(super) fn whole(mut self, words: &str) -> Result<FuzzyDate, DateError> {
        let at = self.at();
        let (text, stated) = self.phrase()?;
        self.counts_from_somewhere()?;
        if self.ahead(0).is_some() {
            return Err(
                self.fail("the date ends here: remove what follows, or write a single date")
            );
        }
        let edtf: Edtf = text
            .parse()
            .map_err(|error: DateError| DateError::impossible(at, error.reason))?;
        let bounds = stated.unwrap_or_else(|| edtf.bounds());
        Ok(FuzzyDate::stated(words, edtf, bounds))
    }

    fn phrase(&mut self) -> Result<(String, Option<Bounds>), DateError> {
        if self.eat_any(DEADLINE) {
            self.is_deadline = true;
            self.eat_mark(':');
            return Ok((format!("[..{}]", self.lone()?.last_date()?), None));
        }
        if self.eat_any(ON_OR_BEFORE) {
            return Ok((format!("[..{}]", self.lone()?.last_date()?), None));
        }
        if self.eat_any(ON_OR_AFTER) {
            return Ok((format!("[{}..]", self.lone()?.first_date()?), None));
        }
        if self.eat_any(BEFORE) {
            return Ok((format!("[..{}]", self.lone()?.beside(-1)?), None));
        }
        if self.eat_any(AFTER) {
            return Ok((format!("[{}..]", self.lone()?.beside(1)?), None));
        }
        if self.eat_any(SINCE) {
            return span(Some(&self.lone()?), None, "..");
        }
        if self.eat_any(UNTIL) {
            let end = self.lone()?;
            let open = if self.eat_after(',', &["start unknown"]) {
                ""
            } else {
                ".."
            };
            return span(None, Some(&end), open);
        }
        self.set_or_span()
    }

    fn set_or_span(&mut self) -> Result<(String, Option<Bounds>), DateError> {
        let one = self.attempt(|typed| typed.counted(SOME_TIME));
        let each = one.is_none() && self.attempt(|typed| typed.counted(EVERY)).is_some();
        if one.is_some() || each {
            let (first, last) = self.pair()?;
            let (open, close) = if each { ('{', '}') } else { ('[', ']') };
            let (first, last) = (first.first_date()?, last.last_date()?);
            return Ok((format!("{open}{first}..{last}{close}"), None));
        }
        let from = self.eat("from");
        self.either(from)
    }

    /// "one day from", "sometime between".
    fn counted(&mut self, phrases: &[&str]) -> Option<()> {
        (self.eat_any(phrases) && self.eat_any(&["from", "between"])).then_some(())
    }

    /// "A to B" or "A and B" where only a pair makes sense.
    pub(super) fn pair(&mut self) -> Result<(DatePhrase, DatePhrase), DateError> {
        let first = self.date_phrase()?;
        if !self.to() && !self.eat("and") {
            return Err(
                self.fail("a second date is missing: write between 14 May and 12 August 2025")
            );
        }
        let mut pieces = [first, self.date_phrase()?];
        self.complete(&mut pieces);
        Ok(pieces.into())
    }

    fn to(&mut self) -> bool {
        self.eat_any(&["to", "until", "till", "through", "thru"])
            || self.eat_mark('-')
            || self.eat_mark('/')
    }

    /// One date, a span, or dates joined by "or" or "and".
    fn either(&mut self, from: bool) -> Result<(String, Option<Bounds>), DateError> {
        self.eat("either");
        let first = self.date_phrase()?;
        let is_stroke = self.ahead(0) == Some(&Kind::Mark('/'));
        if self.to() {
            return self.span_from(first, is_stroke);
        }
        if from || self.eat_any(ONWARD) {
            self.eat_any(ONWARD);
            let first = self.completed(first);
            let open = if self.eat_after(',', &["end unknown"]) {
                ""
            } else {
                ".."
            };
            return span(Some(&first), None, open);
        }
        if self.eat_any(&["or earlier", "or before"]) {
            return Ok((format!("[..{}]", self.completed(first).last_date()?), None));
        }
        if self.eat_any(AT_THE_LATEST) {
            self.is_deadline = true;
            return Ok((format!("[..{}]", self.completed(first).last_date()?), None));
        }
        if self.eat_any(&["or later", "or after"]) {
            return Ok((format!("[{}..]", self.completed(first).first_date()?), None));
        }
        self.joined(first)
    }

    fn span_from(
        &mut self,
        first: DatePhrase,
        is_stroke: bool,
    ) -> Result<(String, Option<Bounds>), DateError> {
        if self.eat_any(NOW) {
            return span(Some(&self.completed(first)), None, "..");
        }
        let mut pieces = [first, self.date_phrase()?];
        self.complete(&mut pieces);
        // "31 May/1 June" and "late May/early June" are one or the other.
        if is_stroke && pieces[0].touches(&pieces[1])? {
            let text = format!("[{},{}]", pieces[0].member()?, pieces[1].member()?);
            return Ok((text, None));
        }
        span(Some(&pieces[0]), Some(&pieces[1]), "")
    }

    fn joined(&mut self, first: DatePhrase) -> Result<(String, Option<Bounds>), DateError> {
        let mut pieces = vec![first];
        let mut all = false;
        while self.ahead(0).is_some() {
            let comma = self.eat_mark(',');
            let and = self.eat("and") || self.eat_mark('&');
            let or = !and && self.eat("or");
            if !(comma || and || or) {
                break;
            }
            all |= and;
            pieces.push(self.date_phrase()?);
        }
        self.complete(&mut pieces);
        if let [one] = pieces.as_slice() {
            return Ok((one.alone()?, None));
        }
        let texts: Vec<String> = pieces
            .iter()
            .map(DatePhrase::member)
            .collect::<Result<_, _>>()?;
        let texts = texts.join(",");
        Ok((
            if all {
                format!("{{{texts}}}")
            } else {
                format!("[{texts}]")
            },
            None,
        ))
    }

    /// One date that stands alone, with its year.
    pub(super) fn lone(&mut self) -> Result<DatePhrase, DateError> {
        let date_phrase = self.date_phrase()?;
        Ok(self.completed(date_phrase))
    }

    fn completed(&self, date_phrase: DatePhrase) -> DatePhrase {
        let mut pieces = [date_phrase];
        self.complete(&mut pieces);
        let [date_phrase] = pieces;
        date_phrase
    }

    fn complete(&self, pieces: &mut [DatePhrase]) {
        complete(pieces, self.today, self.is_deadline);
    }
}

/// True when a text is EDTF rather than words.
pub(super) fn looks_like_edtf(text: &str) -> bool {
    let known = |c: char| c.is_ascii_digit() || "XYSETZ-/.[]{}?~%:+,".contains(c);
    // 14/15/2025 is not: its author meant a day and a month.
    let first = text.split(['-', '/', '.']).next().unwrap_or("");
    text.chars().all(known) && !matches!(first.len(), 1..=3)
}

/// The other reading of a text such as `2025-26`: two years rather than the code of a part of one.
pub(super) fn two_years(text: &str) -> Option<String> {
    let (year, next) = text.split_once('-')?;
    let digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    let year: u32 = year
        .parse()
        .ok()
        .filter(|_| digits(year, 4) && digits(next, 2))?;
    let next: u32 = next.parse().ok()?;
    let is_later = next > 12 && next > year % 100;
    is_later.then(|| format!("{year:04}/{:04}", year - year % 100 + next))
}
