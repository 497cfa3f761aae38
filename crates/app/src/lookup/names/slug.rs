//! Handles for new items, made from their names.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::key::squeezed;

/// Maximum characters of a handle; a longer name is cut at a word.
const LONGEST: usize = 48;

/// A handle for `name` that is not in `taken`: Latin letters in lower case without accents, other scripts unchanged, a
/// hyphen for everything in between. An empty name gives `otherwise`.
pub(crate) fn handle<'a>(
    name: &str,
    otherwise: &str,
    taken: impl Iterator<Item = &'a str>,
) -> String {
    let slug = slug(name);
    let slug = if slug.is_empty() {
        otherwise.to_owned()
    } else if slug.bytes().all(|it| it.is_ascii_digit()) {
        // A bare number would be read as an id.
        format!("{otherwise}-{slug}")
    } else {
        slug
    };
    unique(&slug, taken)
}

/// Like [`handle`], but words in capitals are kept: "IAEA", "US".
pub(crate) fn actor_handle<'a>(name: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let short = name.len() <= 6 && name.chars().any(char::is_alphabetic);
    let capitals = |character: char| character.is_ascii_uppercase() || character.is_ascii_digit();
    // Only a word that holds a letter: see the digits in [`handle`].
    if short && name.chars().all(capitals) {
        unique(name, taken)
    } else {
        handle(name, "actor", taken)
    }
}

/// `wanted`, or `wanted` with the first number from 2 that makes it unique.
fn unique<'a>(wanted: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let key = squeezed(wanted);
    // Only what begins alike can be in the way.
    let taken: Vec<String> = taken
        .map(squeezed)
        .filter(|it| it.starts_with(&key))
        .collect();
    let free = |key: &String| !taken.contains(key);
    if free(&key) {
        return wanted.to_owned();
    }
    (2_u64..)
        .map(|number| format!("{wanted}-{number}"))
        .find(|it| free(&squeezed(it)))
        .unwrap_or_default()
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for character in latin(name).chars() {
        if character.is_alphanumeric() || is_combining_mark(character) {
            slug.push(character);
        } else if character != '\'' && character != '.' && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    cut(slug.trim_matches('-')).to_owned()
}

/// Lower case, and letters of Latin script without accents.
fn latin(name: &str) -> String {
    let mut plain = String::new();
    let mut on_latin = false;
    for character in name.nfd() {
        if is_combining_mark(character) {
            if !on_latin {
                plain.push(character);
            }
            continue;
        }
        on_latin = character.is_ascii_alphabetic();
        match character {
            'ß' | 'ẞ' => plain.push_str("ss"),
            'æ' | 'Æ' => plain.push_str("ae"),
            'œ' | 'Œ' => plain.push_str("oe"),
            'ø' | 'Ø' => plain.push('o'),
            'đ' | 'Đ' | 'ð' | 'Ð' => plain.push('d'),
            'ł' | 'Ł' => plain.push('l'),
            'ı' => plain.push('i'),
            'þ' | 'Þ' => plain.push_str("th"),
            '\u{2018}' | '\u{2019}' => plain.push('\''),
            other => plain.extend(other.to_lowercase()),
        }
    }
    plain.nfc().collect()
}

fn cut(slug: &str) -> &str {
    let Some((end, _)) = slug.char_indices().nth(LONGEST) else {
        return slug;
    };
    let head = slug.get(..end).unwrap_or(slug);
    head.rsplit_once('-').map_or(head, |(words, _)| words)
}

#[cfg(test)]
mod tests {
    use super::{actor_handle, handle};

    #[test]
    fn a_handle_is_a_word_for_typing() {
        let none = || std::iter::empty();
        for (name, wanted) in [
            ("US–China trade", "us-china-trade"),
            ("  Rare earths!  ", "rare-earths"),
            ("Iran's “missile” program", "irans-missile-program"),
            ("Łódź, Øresund & Straße", "lodz-oresund-strasse"),
            ("U.S. Navy", "us-navy"),
            ("Эскалация", "эскалация"),
            ("核協議", "核協議"),
            ("한국 정부", "한국-정부"),
            ("हिन्दी", "हिन्दी"),
            ("…", "theme"),
            ("2025", "theme-2025"),
        ] {
            assert_eq!(handle(name, "theme", none()), wanted);
        }
        assert_eq!(
            handle(&"very long name ".repeat(9), "theme", none()),
            "very-long-name-very-long-name-very-long-name"
        );
    }

    #[test]
    fn a_handle_is_like_no_other() {
        let taken = ["tariffs", "Tariffs-2", "US"];
        assert_eq!(handle("Tariffs", "theme", taken.into_iter()), "tariffs-3");
        assert_eq!(actor_handle("US", taken.into_iter()), "US-2");
        assert_eq!(actor_handle("OPEC", taken.into_iter()), "OPEC");
        assert_eq!(actor_handle("Opec", taken.into_iter()), "opec");
        assert_eq!(
            actor_handle("State Department", taken.into_iter()),
            "state-department"
        );
    }
}
