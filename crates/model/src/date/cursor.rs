//! A place in a text that is being read.

use super::error::DateError;
use super::parse::MAX_LENGTH;

/// The characters of a text and how far they have been read.
pub(crate) struct Cursor<'a> {
    /// What has not been read.
    rest: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of `text`; refuses an empty or an overlong one.
    pub(crate) fn new(text: &'a str) -> Result<Self, DateError> {
        if text.is_empty() {
            return Err(DateError::new(
                0,
                "there is no date: write one, such as 2025-06-11",
            ));
        }
        // No text has more characters than bytes.
        if text.len() > MAX_LENGTH && text.chars().count() > MAX_LENGTH {
            return Err(too_long());
        }
        Ok(Self { rest: text, at: 0 })
    }

    /// Characters read so far.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The next character.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Passes over one character.
    pub(crate) fn skip(&mut self) {
        let mut rest = self.rest.chars();
        self.at += usize::from(rest.next().is_some());
        self.rest = rest.as_str();
    }

    /// Passes over `expected` if it is next.
    pub(crate) fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.skip();
        }
        found
    }

    /// Passes over all of `expected` if it is next.
    pub(crate) fn eat_all(&mut self, expected: &str) -> bool {
        let Some(rest) = self.rest.strip_prefix(expected) else {
            return false;
        };
        self.rest = rest;
        self.at += expected.chars().count();
        true
    }

    /// One to `longest` digits as a number; more digits than that saturate.
    pub(crate) fn number(&mut self, longest: usize) -> Option<u64> {
        let from = self.at;
        let mut number: u64 = 0;
        while let Some(digit) = self.peek().and_then(|next| next.to_digit(10)) {
            number = number.saturating_mul(10).saturating_add(digit.into());
            self.skip();
        }
        let count = self.at - from;
        (count > 0).then_some(if count > longest { u64::MAX } else { number })
    }

    /// Like [`number`](Self::number), but without a leading zero and never longer than `longest`.
    pub(crate) fn plain_number(&mut self, longest: usize) -> Option<u64> {
        let from = self.at;
        let leading_zero = self.peek() == Some('0');
        let number = self.number(longest)?;
        (!leading_zero && self.at - from <= longest).then_some(number)
    }

    /// A refusal at this place.
    pub(crate) fn fail(&self, reason: impl Into<String>) -> DateError {
        DateError::new(self.at, reason)
    }
}

/// The refusal of a text that is too long to be a date.
pub(crate) fn too_long() -> DateError {
    DateError::new(
        MAX_LENGTH,
        format!("this is longer than {MAX_LENGTH} characters: keep only the date"),
    )
}
