//! The typed words, token by token.

use super::super::day::Day;
use super::super::error::DateError;
use super::token::{self, Kind, Token};

/// Which reading is tried where digits or words have several; each counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// 03/04 is 3 April, or March 4.
    pub(super) numeric: usize,
    /// The 1900s are ten years, or a hundred.
    pub(super) decade: usize,
    /// 2025-26 is a season's code or a month, or two years.
    pub(super) years: usize,
    /// 20255 is a far year, or a slip for 2025; 202506 is June 2025 or a far year.
    pub(super) long_year: usize,
    /// Jun-25 is June 2025, or 25 June.
    pub(super) month_dash: usize,
    /// CST is six hours behind UTC, or eight hours ahead.
    pub(super) zone: usize,
}

/// What was typed and how far it has been read.
pub(super) struct Typed {
    tokens: Vec<Token>,
    next: usize,
    end: usize,
    /// Which reading is tried.
    pub(super) reading: Reading,
    /// The day from which relative words count.
    pub(super) today: Option<Day>,
    /// True in a deadline, where a year or day that is left out is the next one.
    pub(super) is_deadline: bool,
    /// Where words stand that count from today, if some were read.
    counted_at: Option<usize>,
}

impl Typed {
    /// At the start of `text`.
    pub(super) fn new(text: &str, reading: Reading, today: Option<Day>) -> Result<Self, DateError> {
        Ok(Self {
            tokens: token::cut(text)?,
            next: 0,
            end: text.chars().count(),
            reading,
            today,
            is_deadline: false,
            counted_at: None,
        })
    }

    /// Characters before the next token.
    pub(super) fn at(&self) -> usize {
        self.tokens
            .get(self.next)
            .map_or(self.end, |token| token.at)
    }

    /// The token `ahead` places on; 0 is the next one.
    pub(super) fn ahead(&self, ahead: usize) -> Option<&Kind> {
        self.tokens.get(self.next + ahead).map(|token| &token.kind)
    }

    /// The next token, passed over.
    pub(super) fn take(&mut self) -> Option<Kind> {
        let kind = self.tokens.get(self.next)?.kind.clone();
        self.next += 1;
        Some(kind)
    }

    /// The word `ahead` places on, or nothing.
    pub(super) fn word(&self, ahead: usize) -> &str {
        match self.ahead(ahead) {
            Some(Kind::Word(word)) => word,
            _ => "",
        }
    }

    /// True when the word `ahead` places on is in capitals.
    pub(super) fn is_upper(&self, ahead: usize) -> bool {
        let token = self.tokens.get(self.next + ahead);
        token.is_some_and(|token| token.is_upper)
    }

    /// True when the token just passed over is a number.
    pub(super) fn is_behind_number(&self) -> bool {
        let before = self.next.checked_sub(1).and_then(|at| self.tokens.get(at));
        matches!(before.map(|it| &it.kind), Some(Kind::Number(..)))
    }

    /// Passes over the words of `phrase` if they are next.
    pub(super) fn eat(&mut self, phrase: &str) -> bool {
        let count = phrase.split(' ').count();
        let found = phrase
            .split(' ')
            .enumerate()
            .all(|(ahead, word)| self.word(ahead) == word);
        self.next += if found { count } else { 0 };
        found
    }

    /// Passes over the first of `phrases` that is next.
    pub(super) fn eat_any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    /// Passes over `mark` if it is next.
    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.ahead(0) == Some(&Kind::Mark(mark));
        self.next += usize::from(found);
        found
    }

    /// Passes over `mark` and then the first of `phrases`, or over nothing.
    pub(super) fn eat_after(&mut self, mark: char, phrases: &[&str]) -> bool {
        let from = self.next;
        let found = self.eat_mark(mark) && self.eat_any(phrases);
        self.next = if found { self.next } else { from };
        found
    }

    /// Tries `read`; goes back when it finds nothing.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = (self.next, self.counted_at);
        let found = read(self);
        if found.is_none() {
            (self.next, self.counted_at) = from;
        }
        found
    }

    /// The day from which words count. Where it is not known, some day: [`counts_from_somewhere`](Self::counts_from_somewhere)
    /// refuses in the end.
    pub(super) fn now(&mut self) -> Day {
        self.counted_at = self.counted_at.or(Some(self.at()));
        self.today.unwrap_or(Day(0))
    }

    /// Refuses words that count from a day that is not known.
    pub(super) fn counts_from_somewhere(&self) -> Result<(), DateError> {
        match (self.today, self.counted_at) {
            (None, Some(at)) => Err(DateError::new(
                at,
                "this is relative to a day that is not known here: write the full date, such as 11 June 2025",
            )),
            _ => Ok(()),
        }
    }

    /// A refusal at this place.
    pub(super) fn fail(&self, reason: impl Into<String>) -> DateError {
        DateError::new(self.at(), reason)
    }
}
