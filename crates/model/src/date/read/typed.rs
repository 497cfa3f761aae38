//! The typed words, token by token.

use super::super::day::Day;
use super::super::error::DateError;
use super::token::{self, Kind, Token};

/// Which of two readings is tried where digits or words have two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// 03/04 is 3 April; the 1900s are ten years.
    First,
    /// 03/04 is March 4; the 1900s are a hundred years.
    Second,
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
        let from = self.next;
        let found = read(self);
        self.next = if found.is_some() { self.next } else { from };
        found
    }

    /// A refusal at this place.
    pub(super) fn fail(&self, reason: impl Into<String>) -> DateError {
        DateError::new(self.at(), reason)
    }
}
