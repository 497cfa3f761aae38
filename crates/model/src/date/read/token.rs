//! Cutting typed words into numbers, words and marks. Dates in digits become one token each, because
//! "2025-06-11" and "10-11 May" use the same mark for different things.

use super::super::error::DateError;

/// A piece of what was typed, and the character where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Characters before it.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word in lower case.
    Word(String),
    /// A number, with the count of its digits.
    Number(u64, usize),
    /// `2010s`.
    Decade(u64),
    /// `2025-06-11`, `2025/6/11`.
    YearMonthDay(u64, u64, u64),
    /// `2025-06`, `6/2025`.
    YearMonth(u64, u64),
    /// `11/06/2025` or `11/06`: day and month, or month and day. With points the day is first.
    Numeric {
        first: u64,
        second: u64,
        year: Option<u64>,
        day_first: bool,
    },
    /// `18:30`: seconds after midnight.
    Time(u32),
    /// Anything else.
    Mark(char),
}

/// All tokens of a text.
pub(super) fn cut(text: &str) -> Result<Vec<Token>, DateError> {
    let chars: Vec<char> = text.chars().map(plain).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(next) = chars.get(at) {
        if next.is_whitespace() {
            at += 1;
        } else if next.is_ascii_digit() {
            at = digits(&chars, at, &mut tokens)?;
        } else if next.is_alphabetic() {
            let length = run(&chars[at..], |c| c.is_alphabetic());
            let word: String = chars[at..at + length]
                .iter()
                .flat_map(|c| c.to_lowercase())
                .collect();
            tokens.push(Token {
                at,
                kind: Kind::Word(word),
            });
            at += length;
        } else {
            tokens.push(Token {
                at,
                kind: Kind::Mark(*next),
            });
            at += 1;
        }
    }
    Ok(tokens)
}

/// Dashes of print become the hyphen.
fn plain(c: char) -> char {
    if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') {
        '-'
    } else {
        c
    }
}

fn run(chars: &[char], fits: impl Fn(char) -> bool) -> usize {
    chars.iter().take_while(|c| fits(**c)).count()
}

/// Cuts what begins with a digit; gives the place after it.
fn digits(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> Result<usize, DateError> {
    let mut length = run(&chars[at..], |c| {
        c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ':')
    });
    while !chars[at + length - 1].is_ascii_digit() {
        length -= 1;
    }
    let text: String = chars[at..at + length].iter().collect();
    if let Some(kind) = together(&text, at)? {
        tokens.push(Token { at, kind });
        return Ok(at + length);
    }
    number(chars, at, tokens)
}

/// One number, without the ending of an ordinal.
fn number(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> Result<usize, DateError> {
    let length = run(&chars[at..], |c| c.is_ascii_digit());
    let text: String = chars[at..at + length].iter().collect();
    let number = text
        .parse()
        .map_err(|_| DateError::new(at, "this number is too large for a date"))?;
    let end = at + length;
    let letters = run(&chars[end..], char::is_alphabetic);
    let ending: String = chars[end..end + letters]
        .iter()
        .flat_map(|c| c.to_lowercase())
        .collect();
    let (kind, skipped) = match ending.as_str() {
        "st" | "nd" | "rd" | "th" => (Kind::Number(number, length), letters),
        "s" if length == 4 => (Kind::Decade(number), letters),
        _ => (Kind::Number(number, length), 0),
    };
    tokens.push(Token { at, kind });
    Ok(end + skipped)
}

/// A date or time in digits that are written together.
fn together(text: &str, at: usize) -> Result<Option<Kind>, DateError> {
    let Some(mark) = text.chars().find(|c| !c.is_ascii_digit()) else {
        return Ok(None);
    };
    let parts: Vec<&str> = text.split(mark).collect();
    let numbers: Option<Vec<u64>> = parts.iter().map(|part| part.parse().ok()).collect();
    let Some(numbers) = numbers else {
        return Ok(None);
    };
    let short = |index: usize| parts[index].len() <= 2;
    let long = |index: usize| parts[index].len() == 4;
    let day_first = mark == '.';
    Ok(Some(match numbers[..] {
        _ if mark == ':' => Kind::Time(time(&numbers, at)?),
        [year, month, day] if long(0) && short(1) && short(2) => {
            Kind::YearMonthDay(year, month, day)
        }
        [first, second, year] if short(0) && short(1) && long(2) => Kind::Numeric {
            first,
            second,
            year: Some(year),
            day_first,
        },
        [_, _, _] if short(0) && short(1) && short(2) => {
            return Err(DateError::new(
                at,
                "write the year with four digits: 11 June 2025",
            ));
        }
        [year, month] if long(0) && parts[1].len() == 2 && mark == '-' => {
            Kind::YearMonth(year, month)
        }
        [month, year] if short(0) && long(1) && mark != '-' => Kind::YearMonth(year, month),
        [first, second] if short(0) && short(1) && mark == '/' => Kind::Numeric {
            first,
            second,
            year: None,
            day_first,
        },
        _ => return Ok(None),
    }))
}

fn time(numbers: &[u64], at: usize) -> Result<u32, DateError> {
    let (hour, minute, second) = match *numbers {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => (24, 0, 0),
    };
    let known = hour < 24 && minute < 60 && second < 60;
    let seconds = if known {
        u32::try_from(hour * 3600 + minute * 60 + second).ok()
    } else {
        None
    };
    seconds.ok_or_else(|| DateError::new(at, "a time goes from 00:00 to 23:59:59"))
}
