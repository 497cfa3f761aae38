//! Splitting typed text into numbers, words and marks. Dates in digits become one token each, because
//! "2025-06-11" and "10-11 May" use the same mark for different things.

use super::super::error::DateError;
use super::vocabulary::month;

/// A token, and the character where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Characters before it.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// True for a word in capitals: "EST", not "est".
    pub(super) is_upper: bool,
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
    /// `2025-06`, `2025/06`, `6/2025`.
    YearMonth(u64, u64),
    /// `2025-26`, `2025/26`, `2011/12`: two years, or a month or season code where the number can be one.
    YearAnd {
        year: u64,
        next: u64,
        /// With a slash it is never a code.
        has_stroke: bool,
    },
    /// `11/06/2025` or `11/06`: day and month, or month and day. With dots the day comes first.
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
    pieces(text).map(joined)
}

/// Dates in digits separated by spaces as one token: `2025 06 11`, `11 06 2025`.
fn joined(tokens: Vec<Token>) -> Vec<Token> {
    let mut rest = tokens.as_slice();
    let mut joined = Vec::with_capacity(rest.len());
    while let [first, after @ ..] = rest {
        let kind = match (&first.kind, after) {
            (
                Kind::Number(a, m),
                [
                    Token {
                        kind: Kind::Number(b, n),
                        ..
                    },
                    Token {
                        kind: Kind::Number(c, o),
                        ..
                    },
                    ..,
                ],
            ) => in_blanks([(*a, *m), (*b, *n), (*c, *o)]),
            _ => None,
        };
        rest = if kind.is_some() { &after[2..] } else { after };
        joined.push(Token {
            kind: kind.unwrap_or_else(|| first.kind.clone()),
            ..first.clone()
        });
    }
    joined
}

/// Three numbers with their numbers of digits.
fn in_blanks([(a, long), (b, middle), (c, last)]: [(u64, usize); 3]) -> Option<Kind> {
    match (long, middle, last) {
        (4, 1..=2, 1..=2) => Some(Kind::YearMonthDay(a, b, c)),
        (1..=2, 1..=2, 4) => Some(Kind::Numeric {
            first: a,
            second: b,
            year: Some(c),
            day_first: false,
        }),
        _ => None,
    }
}

fn pieces(text: &str) -> Result<Vec<Token>, DateError> {
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
            let letters = &chars[at..at + length];
            let word: String = letters.iter().flat_map(|c| c.to_lowercase()).collect();
            tokens.push(Token {
                at,
                kind: Kind::Word(word),
                is_upper: letters.iter().all(|c| c.is_uppercase()),
            });
            at += length;
        } else {
            tokens.push(plain_token(at, Kind::Mark(*next)));
            at += 1;
        }
    }
    Ok(tokens)
}

fn plain_token(at: usize, kind: Kind) -> Token {
    Token {
        at,
        kind,
        is_upper: false,
    }
}

/// Typographic dashes and apostrophes become plain ones.
fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    }
}

fn run(chars: &[char], fits: impl Fn(char) -> bool) -> usize {
    chars.iter().take_while(|c| fits(**c)).count()
}

/// Splits text that begins with a digit; returns the position after it.
fn digits(chars: &[char], at: usize, tokens: &mut Vec<Token>) -> Result<usize, DateError> {
    let mut length = run(&chars[at..], |c| {
        c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | ':')
    });
    // The dash of "18:00-20:00", "11/06/2025-13/06/2025" and "June 2025-13 July" ends what is before it.
    let place = |test: fn(&char) -> bool| chars[at..at + length].iter().position(test);
    let mark = place(|c| matches!(c, ':' | '/' | '.'));
    let dash = place(|c| *c == '-');
    let is_behind_month = matches!(tokens.last(), Some(Token { kind: Kind::Word(word), .. }) if month(word).is_some());
    if let Some(dash) = dash
        && (mark.is_some_and(|mark| mark < dash) || is_behind_month)
    {
        length = dash;
    }
    while !chars[at + length - 1].is_ascii_digit() {
        length -= 1;
    }
    let text: String = chars[at..at + length].iter().collect();
    // The "1" of "Q1/2025" and the "11" of "Jun-11-2025" belong to what is before them.
    let before = |back: usize| at.checked_sub(back).map(|it| chars[it]);
    let behind_letter = |back| before(back).is_some_and(char::is_alphabetic);
    let belongs = behind_letter(1) || before(1) == Some('-') && behind_letter(2);
    if belongs && !text.contains(':') {
        return number(chars, at, tokens);
    }
    if let Some(kind) = together(&text, at)? {
        tokens.push(plain_token(at, kind));
        return Ok(at + length);
    }
    number(chars, at, tokens)
}

/// One number, without an ordinal suffix.
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
    tokens.push(plain_token(at, kind));
    Ok(end + skipped)
}

/// A date or time in digits without spaces.
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
            return Err(DateError::impossible(
                at,
                "write the year with four digits: 11 June 2025",
            ));
        }
        [year, next] if long(0) && parts[1].len() == 2 && mark != ':' => year_and(year, next, mark),
        [year, month] if long(0) && short(1) && mark == '/' => Kind::YearMonth(year, month),
        [month @ 1..=12, year] if short(0) && long(1) => Kind::YearMonth(year, month),
        [first, second] if short(0) && short(1) && mark == '/' => Kind::Numeric {
            first,
            second,
            year: None,
            day_first,
        },
        _ => return Ok(None),
    }))
}

/// `2025-06` is a month; `2025-26`, `2012/13` and `2011/12` are, or can be, two years.
fn year_and(year: u64, next: u64, mark: char) -> Kind {
    let is_month = (1..=12).contains(&next);
    // 2011-12 is a month of ISO 8601; with a slash it can also be a season of two years.
    let follows = next == (year + 1) % 100;
    if next > year % 100 && !is_month || is_month && follows && mark == '/' {
        Kind::YearAnd {
            year,
            next,
            has_stroke: mark == '/',
        }
    } else {
        Kind::YearMonth(year, next)
    }
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
    seconds.ok_or_else(|| DateError::impossible(at, "times range from 00:00 to 23:59:59"))
}
