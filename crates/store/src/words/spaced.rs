//! Where words begin and end.
//!
//! Dots inside abbreviations are removed: "U.S." is "us". A word with a hyphen or an apostrophe becomes two words and,
//! at the end, one more without it, so that "anti-dumping" is found by "dumping" and by "antidumping", "O'Brien" by "obrien".

use unicode_normalization::char::is_combining_mark;

use super::fold;

/// A word of a query: in parts, and as one where that is possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its parts separated by a space: "us china" of "US-China".
    pub spaced: String,
    /// The same as one word, "uschina", where it is written with a hyphen, an apostrophe or the like.
    pub joined: Option<String>,
}

impl Asked {
    /// True when it is somewhere in `text`, which [`spaced`] gave.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        text.contains(&self.spaced) || self.joined.as_deref().is_some_and(|it| text.contains(it))
    }
}

/// The words of `text`, folded and separated by a space; then words with a hyphen or the like again, as one word.
#[must_use]
pub fn spaced(text: &str) -> String {
    let folded = fold(text);
    if !may_tie(&folded) {
        return words_alone(&folded);
    }
    let (mut words, mut joined) = (String::with_capacity(folded.len()), String::new());
    for it in chunks(&folded) {
        push(&mut words, &it.spaced);
        if let Some(whole) = &it.joined {
            push(&mut joined, whole);
        }
    }
    if !joined.is_empty() {
        push(&mut words, &joined);
    }
    words
}

/// True where something in `folded` may join two words. Most texts contain no such thing, and then a word is in them if it
/// is in [`spaced`].
#[must_use]
pub fn may_tie(folded: &str) -> bool {
    let bytes = folded.as_bytes();
    let in_word = |it: u8| it.is_ascii_alphanumeric() || !it.is_ascii();
    let mut three = bytes.windows(3);
    three.any(
        |it| matches!(it, [a, b'-' | b'\'' | b'.' | b',' | b'"', c] if in_word(*a) && in_word(*c)),
    ) || (!folded.is_ascii() && folded.contains(['\u{b7}', '\u{200c}']))
}

/// The words of a text in which nothing joins words.
fn words_alone(folded: &str) -> String {
    let mut words = String::with_capacity(folded.len());
    for word in folded
        .split(|it| !is_of_word(it))
        .filter(|it| !it.is_empty())
    {
        push(&mut words, word);
    }
    words
}

/// The words of a query, in order.
#[must_use]
pub fn asked(text: &str) -> Vec<Asked> {
    chunks(&fold(text))
}

fn push(words: &mut String, word: &str) {
    if !words.is_empty() {
        words.push(' ');
    }
    words.push_str(word);
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || (!letter.is_ascii() && is_combining_mark(letter))
}

/// The words of folded text, each with what a hyphen or the like joins to it.
fn chunks(folded: &str) -> Vec<Asked> {
    let plain;
    let text = if may_tie(folded) && folded.contains('.') {
        plain = without_points(folded);
        plain.as_str()
    } else {
        folded
    };
    let (mut all, mut rest) = (Vec::new(), text);
    while let Some(start) = rest.find(is_of_word) {
        let (chunk, after) = chunk(rest.get(start..).unwrap_or_default());
        all.push(chunk);
        rest = after;
    }
    all
}

/// The first word of `text`, which begins with it, and what comes after.
fn chunk(text: &str) -> (Asked, &str) {
    let end = |from: &str| from.find(|it| !is_of_word(it)).unwrap_or(from.len());
    let (first, mut rest) = text.split_at(end(text));
    let mut chunk = Asked {
        spaced: first.to_owned(),
        joined: None,
    };
    let mut last = first;
    loop {
        let mut letters = rest.chars();
        let Some(tie) = letters.next() else { break };
        let after = letters.as_str();
        let (next, beyond) = after.split_at(end(after));
        if next.is_empty() || !ties(tie, last, next) {
            break;
        }
        let whole = chunk.joined.get_or_insert_with(|| chunk.spaced.clone());
        whole.push_str(next);
        chunk.spaced.push(' ');
        chunk.spaced.push_str(next);
        (last, rest) = (next, beyond);
    }
    (chunk, rest)
}

/// True when `tie` makes one word of the text before and after it.
fn ties(tie: char, before: &str, after: &str) -> bool {
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let numbers = is_number(before) || is_number(after);
    match tie {
        // 1,000 and 1'000; but 5-9 and 2025-06-11 are numbers of their own.
        ',' => is_number(before) && is_number(after) && after.len() == 3,
        '\'' if numbers => is_number(before) && is_number(after) && after.len() == 3,
        '-' if numbers => !(is_number(before) && is_number(after)),
        '-' | '\'' | '\u{b7}' | '\u{200c}' => true,
        // Gershayim: צה"ל.
        '"' => before.ends_with(is_hebrew) && after.starts_with(is_hebrew),
        // Ph.D., Lt.Col.; but reuters.com is two words.
        '.' => {
            let is_short =
                |it: &str| it.chars().count() <= 3 && it.chars().all(char::is_alphabetic);
            is_short(before) && is_short(after)
        }
        _ => false,
    }
}

fn is_hebrew(letter: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&letter)
}

/// Folded text without the dots of abbreviations of single letters: "u.s.-china" is "us-china".
fn without_points(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().collect();
    let at = |index: Option<usize>| index.and_then(|it| letters.get(it)).copied();
    let is_word = |index: Option<usize>| at(index).is_some_and(is_of_word);
    let mut dropped = vec![false; letters.len()];
    for (index, _) in letters.iter().enumerate().filter(|(_, it)| **it == '.') {
        let (before, earlier) = (index.checked_sub(1), index.checked_sub(2));
        let tied = earlier
            .and_then(|it| dropped.get(it))
            .copied()
            .unwrap_or(false);
        let single = at(before).is_some_and(char::is_alphabetic) && (tied || !is_word(earlier));
        let next_is_single =
            at(Some(index + 1)).is_some_and(char::is_alphabetic) && !is_word(Some(index + 2));
        let ends = tied && !is_word(Some(index + 1));
        if let Some(it) = dropped.get_mut(index) {
            *it = single && (next_is_single || ends);
        }
    }
    let kept = letters.iter().zip(dropped).filter(|(_, dropped)| !dropped);
    kept.map(|(letter, _)| *letter).collect()
}
