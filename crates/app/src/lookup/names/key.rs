//! Names without case, accents and punctuation, for comparison.

use store::words::fold;

/// The words of `text`, folded: "US–China trade" is "us", "china", "trade". Dots within a word and apostrophes are removed,
/// so that "U.S." is "us".
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = plain(text);
    folded
        .split(|character: char| !character.is_alphanumeric() && !matches!(character, '.' | '\''))
        .map(|word| word.chars().filter(|it| it.is_alphanumeric()).collect())
        .filter(|word: &String| !word.is_empty())
        .collect()
}

/// Only the letters and digits of `text`, folded and without spaces: "us-china-trade" and "US–China trade" are the same.
pub(crate) fn squeezed(text: &str) -> String {
    let mut folded = plain(text);
    folded.retain(char::is_alphanumeric);
    folded
}

/// True when `text` squeezes to `key`. Most texts differ in the first character, so folding stops early.
pub(crate) fn is_key(text: &str, key: &str) -> bool {
    if text.is_ascii() {
        let characters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return characters.map(|it| it.to_ascii_lowercase()).eq(key.bytes());
    }
    squeezed(text) == key
}

/// Like [`fold`], but fast for plain ASCII.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        fold(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{is_key, squeezed, words};

    #[test]
    fn case_accents_and_punctuation_do_not_count() {
        for (text, split, key) in [
            ("US–China trade", "us china trade", "uschinatrade"),
            ("us-china-trade", "us china trade", "uschinatrade"),
            ("U.S. Embassy", "us embassy", "usembassy"),
            ("Iran's mission", "irans mission", "iransmission"),
            ("Baghdad, IQ", "baghdad iq", "baghdadiq"),
            ("Erdoğan", "erdogan", "erdogan"),
            ("伊朗 核", "伊朗 核", "伊朗核"),
            (" … ", "", ""),
        ] {
            assert_eq!(words(text).join(" "), split);
            assert_eq!(squeezed(text), key);
            assert!(is_key(text, key), "{text}");
        }
        assert!(!is_key("Iran", "irans"));
    }
}
