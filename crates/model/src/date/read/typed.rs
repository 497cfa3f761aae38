//! The typed text, token by token.

use super::super::day::Day;
use super::super::error::DateError;
use super::token::{self, Kind, Token};

/// Which reading is tried where digits or words are ambiguous; each counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// 03/04 is 3 April, or March 4.
    pub(super) numeric: usize,
    /// The 1900s are ten years, or a hundred.
    pub(super) decade: usize,
    /// 2025-26 is a season's code or a month, or two years.
    pub(super) years: usize,
    /// 20255 is a distant year, or a typing error for 2025; 202506 is June 2025 or a distant year.
    pub(super) long_year: usize,
    /// Jun-25 is June 2025, or 25 June.
    pub(super) month_dash: usize,
    /// CST is six hours behind UTC, or eight hours ahead.
    pub(super) zone: usize,
}

/// The tokens and how many have been read.
pub(super) struct Typed {
    tokens: Vec<Token>,
    next: usize,
    end: usize,
    /// Which reading is tried.
    pub(super) reading: Reading,
    /// The day that relative words refer to.
    pub(super) today: Option<Day>,
    /// True in a deadline, where a missing year or day is the next one.
    pub(super) is_deadline: bool,
    /// The position of words that are relative to today, if any were read.
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

    /// The token `ahead` positions on; 0 is the next one.
    pub(super) fn ahead(&self, ahead: usize) -> Option<&Kind> {
        self.tokens.get(self.next + ahead).map(|token| &token.kind)
    }

    /// Takes the next token.
    pub(super) fn take(&mut self) -> Option<Kind> {
        let kind = self.tokens.get(self.next)?.kind.clone();
        self.next += 1;
        Some(kind)
    }

    /// The word `ahead` positions on; empty for other tokens.
    pub(super) fn word(&self, ahead: usize) -> &str {
        match self.ahead(ahead) {
            Some(Kind::Word(word)) => word,
            _ => "",
        }
    }

    /// True when the word `ahead` positions on is in capitals.
    pub(super) fn is_upper(&self, ahead: usize) -> bool {
        let token = self.tokens.get(self.next + ahead);
        token.is_some_and(|token| token.is_upper)
    }

    /// True when the token just taken is a number.
    pub(super) fn is_behind_number(&self) -> bool {
        let before = self.next.checked_sub(1).and_then(|at| self.tokens.get(at));
        matches!(before.map(|it| &it.kind), Some(Kind::Number(..)))
    }

    /// Skips the words of `phrase` if they are next.
    pub(super) fn eat(&mut self, phrase: &str) -> bool {
        let count = phrase.split(' ').count();
        let found = phrase
            .split(' ')
            .enumerate()
            .all(|(ahead, word)| self.word(ahead) == word);
        self.next += if found { count } else { 0 };
        found
    }

    /// Skips the first of `phrases` that is next.
    pub(super) fn eat_any(&mut self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.eat(phrase))
    }

    /// Skips `mark` if it is next.
    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.ahead(0) == Some(&Kind::Mark(mark));
        self.next += usize::from(found);
        found
    }

    /// Skips `mark` and then the first of `phrases`, or nothing.
    pub(super) fn eat_after(&mut self, mark: char, phrases: &[&str]) -> bool {
        let from = self.next;
        let found = self.eat_mark(mark) && self.eat_any(phrases);
        self.next = if found { self.next } else { from };
        found
    }

    /// Tries `read`; goes back when it returns `None`.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = (self.next, self.counted_at);
        let found = read(self);
        if found.is_none() {
            (self.next, self.counted_at) = from;
        }
        found
    }

    /// The day that relative words refer to. Where it is unknown this is an arbitrary day, and
    /// [`counts_from_somewhere`](Self::counts_from_somewhere) returns an error in the end.
    pub(super) fn now(&mut self) -> Day {
        self.counted_at = self.counted_at.or(Some(self.at()));
        self.today.unwrap_or(Day(0))
    }

    /// An error for relative words without a known day.
    pub(super) fn counts_from_somewhere(&self) -> Result<(), DateError> {
        match (self.today, self.counted_at) {
            (None, Some(at)) => Err(DateError::new(
                at,
                "this is relative to a day that is not known here: write the full date, such as 11 June 2025",
            )),
            _ => Ok(()),
        }
    }

    /// An error at this position.
    pub(super) fn fail(&self, reason: impl Into<String>) -> DateError {
        DateError::new(self.at(), reason)
    }
}
