//! Text for searching: one way to fold letters and to find words, for indexing and for queries.
//!
//! [`fold`] removes what does not matter (case, accents, widths, kinds of quotation marks), [`spaced()`] finds the words,
//! [`asked`] does both to what a person typed, and `cut` cuts scripts without spaces between words into pieces that an
//! index can find.

mod cut;
mod letters;
mod spaced;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub(crate) use cut::{cut, cut_asked};
pub use spaced::{Asked, asked, may_tie, spaced};

/// `text` in lower case, without accents, in the plainest letters: "ŁÓDŹ" is "lodz", "ＵＳ" is "us", "إيران" is "ايران".
/// Marks that are part of the spelling are kept, such as the vowels of Thai and Hindi.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let (mut folded, mut in_pieces) = (String::with_capacity(text.len()), false);
    for letter in text.nfkd().filter(|it| !letters::is_dropped(*it)) {
        in_pieces |= is_combining_mark(letter) || letters::is_jamo(letter);
        for lower in letter.to_lowercase().filter(|it| !letters::is_dropped(*it)) {
            match letters::plain(lower) {
                Some(plain) => folded.push_str(plain),
                None => folded.push(letters::digit(lower).unwrap_or(lower)),
            }
        }
    }
    if in_pieces {
        // Korean syllables and voiced kana are composed again.
        folded.nfc().collect()
    } else {
        folded
    }
}

#[cfg(test)]
mod tests;
