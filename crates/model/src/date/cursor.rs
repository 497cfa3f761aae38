//! A position in a text that is being parsed.

use super::error::DateError;

/// The longest text that is read, in characters.
pub(crate) const MAX_LENGTH: usize = 200;

/// A text and how much of it has been read.
pub(crate) struct Cursor<'a> {
    /// The rest of the text.
    rest: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At the start of `text`; an empty or overlong text is an error.
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

    /// Skips one character.
    pub(crate) fn skip(&mut self) {
        let mut rest = self.rest.chars();
        self.at += usize::from(rest.next().is_some());
        self.rest = rest.as_str();
    }

    /// Skips `expected` if it is next.
    pub(crate) fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.skip();
        }
        found
    }

    /// Skips all of `expected` if it is next.
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

    /// An error at this position.
    pub(crate) fn fail(&self, reason: impl Into<String>) -> DateError {
        DateError::new(self.at, reason)
    }
}

/// The error for a text that is too long to be a date.
pub(crate) fn too_long() -> DateError {
    DateError::new(
        MAX_LENGTH,
        format!("this is longer than {MAX_LENGTH} characters: keep only the date"),
    )
}
