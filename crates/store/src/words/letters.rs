//! Letters that Unicode does not decompose, and marks that do not matter for a search.
//!
//! Latin letters follow the transliteration Latin-ASCII of CLDR where it has them. Of other scripts only what people type
//! in place of each other is folded: forms at the end of words, letters that a common keyboard lacks.

/// The replacement for `letter`, which is in lower case and decomposed; `None` if it is kept.
pub(super) fn plain(letter: char) -> Option<&'static str> {
    if letter.is_ascii() {
        return None;
    }
    match u32::from(letter) {
        0x80..=0x36f | 0x1d00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xab30..=0xab6f => {
            latin(letter)
        }
        0x370..=0x52f => greek_or_cyrillic(letter),
        0x590..=0x8ff => hebrew_or_arabic(letter),
        _ => punctuation(letter),
    }
}

fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ƕ' => "hv",
        'ƣ' => "gh",
        'ȣ' => "ou",
        'ȸ' => "db",
        'ȹ' => "qp",
        'ⱥ' | 'ɐ' | 'ɑ' | 'ə' => "a",
        'ƀ' | 'ɓ' | 'ƃ' => "b",
        'ƈ' | 'ȼ' | 'ɕ' => "c",
        'đ' | 'ð' | 'ɖ' | 'ɗ' | 'ƌ' | 'ȡ' => "d",
        'ɇ' | 'ɛ' | 'ǝ' | 'ɘ' => "e",
        'ƒ' => "f",
        'ǥ' | 'ɠ' | 'ɣ' | 'ɡ' => "g",
        'ħ' | 'ⱨ' | 'ɦ' | 'ꜧ' => "h",
        'ı' | 'ɨ' | 'ɩ' | 'ɪ' => "i",
        'ȷ' | 'ɉ' => "j",
        'ƙ' | 'ⱪ' => "k",
        'ĸ' | 'ɋ' => "q",
        'ł' | 'ƚ' | 'ȴ' | 'ɫ' | 'ɬ' | 'ɭ' | 'ⱡ' => "l",
        'ɱ' | 'ɯ' => "m",
        'ŋ' | 'ɲ' | 'ƞ' | 'ȵ' | 'ɳ' => "n",
        'ø' | 'ɵ' | 'ɔ' => "o",
        'ƥ' | 'ᵽ' => "p",
        'ɍ' | 'ɽ' | 'ɾ' => "r",
        'ȿ' | 'ʂ' | 'ʃ' => "s",
        'ŧ' | 'ƫ' | 'ƭ' | 'ʈ' | 'ȶ' | 'ⱦ' => "t",
        'ʉ' | 'ʊ' => "u",
        'ʋ' | 'ʌ' => "v",
        'ⱳ' => "w",
        'ƴ' | 'ɏ' | 'ȝ' => "y",
        'ƶ' | 'ȥ' | 'ɀ' | 'ⱬ' | 'ʐ' | 'ʒ' | 'ƹ' => "z",
        // Ainʼ, okina, prime and the accents that people type in place of an apostrophe.
        'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | 'ʾ' | 'ʿ' | 'ˈ' | 'ˋ' | 'ꞌ' => "'",
        other => return punctuation(other),
    })
}

fn greek_or_cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ς' => "σ",
        'ґ' | 'ғ' | 'ҕ' => "г",
        'ә' | 'ӕ' => "а",
        'є' | 'ѣ' => "е",
        'җ' => "ж",
        'ҙ' | 'ѕ' => "з",
        'ѳ' => "ф",
        'ѵ' => "и",
        'қ' | 'ҝ' | 'ҟ' | 'ҡ' => "к",
        'ң' | 'ҥ' | 'ӊ' => "н",
        'ө' => "о",
        'ҏ' => "р",
        'ҫ' => "с",
        'ҭ' => "т",
        'ү' | 'ұ' => "у",
        'ҳ' | 'һ' => "х",
        'ҷ' | 'ҹ' | 'ӌ' => "ч",
        _ => return None,
    })
}

fn hebrew_or_arabic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ך' => "כ",
        'ם' => "מ",
        'ן' => "נ",
        'ף' => "פ",
        'ץ' => "צ",
        '\u{5be}' => "-",
        '\u{5f3}' => "'",
        '\u{5f4}' => "\"",
        // Alef with and without what sits on it; yeh, kaf and heh as they are typed in Arabic, Persian and Urdu.
        'ٱ' | 'ٲ' | 'ٳ' | 'ٵ' => "ا",
        'ى' | 'ی' | 'ې' | 'ۍ' => "ي",
        'ک' | 'ڪ' => "ك",
        'ة' | 'ہ' | 'ھ' | 'ە' | 'ۃ' => "ه",
        'ٶ' => "و",
        _ => return None,
    })
}

fn punctuation(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{301c}' => "-",
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2035}' | '\u{2039}' | '\u{203a}' => "'",
        '\u{201c}'..='\u{201f}' | '«' | '»' | '\u{2033}' => "\"",
        '\u{2027}' | '\u{30fb}' | '\u{2022}' => "\u{b7}",
        _ => return None,
    })
}

/// The first digit of each script that writes numbers with ten of its own.
const ZEROS: [u32; 20] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810,
];

/// The digit 0 to 9 that `letter` represents in another script.
pub(super) fn digit(letter: char) -> Option<char> {
    let number = u32::from(letter);
    let zero = ZEROS
        .iter()
        .find(|zero| (**zero..**zero + 10).contains(&number))?;
    char::from_digit(number - zero, 10)
}

/// True for what never matters: accents, points and vowel marks of scripts that are read without
/// them, marks that only join, lengthen or turn letters.
pub(super) fn is_dropped(letter: char) -> bool {
    matches!(
        u32::from(letter),
        0xad
            | 0x300..=0x36f
            | 0x483..=0x489
            | 0x591..=0x5bd
            | 0x5bf
            | 0x5c1..=0x5c2
            | 0x5c4..=0x5c5
            | 0x5c7
            | 0x610..=0x61c
            | 0x640
            | 0x64b..=0x65f
            | 0x670
            | 0x6d6..=0x6dc
            | 0x6df..=0x6e4
            | 0x6e7..=0x6e8
            | 0x6ea..=0x6ed
            | 0x8ca..=0x8ff
            | 0x93c
            | 0x9bc
            | 0xa3c
            | 0xabc
            | 0xb3c
            | 0x180b..=0x180f
            | 0x1ab0..=0x1aff
            | 0x1dc0..=0x1dff
            | 0x200b
            | 0x200d..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x2069
            | 0x20d0..=0x20ff
            | 0xfe00..=0xfe0f
            | 0xfe20..=0xfe2f
            | 0xfeff
            | 0xe0100..=0xe01ef
    )
}

/// True for a component of a Korean syllable.
pub(super) fn is_jamo(letter: char) -> bool {
    matches!(u32::from(letter), 0x1100..=0x11ff | 0xa960..=0xa97f | 0xd7b0..=0xd7ff)
}

/// True for a character of a script without spaces between words, or, like Korean, with few.
pub(super) fn is_unspaced(letter: char) -> bool {
    let number = u32::from(letter);
    number >= 0xe00
        && matches!(
            number,
            // Thai, Lao; Myanmar; Hangul in pieces.
            0xe00..=0xeff
                | 0x1000..=0x109f
                | 0x1100..=0x11ff
                // Khmer; Tai Le, New Tai Lue, Khmer symbols, Tai Tham; Balinese, Sundanese, Batak.
                | 0x1780..=0x17ff
                | 0x1950..=0x1aaf
                | 0x1b00..=0x1bff
                // Radicals; kana, bopomofo, Hangul letters, Han.
                | 0x2e80..=0x2fdf
                | 0x3005..=0x3007
                | 0x3021..=0x3029
                | 0x3031..=0x4dbf
                | 0x4e00..=0xa4cf
                // Javanese, Myanmar extended, Tai Viet; Hangul; more Han.
                | 0xa960..=0xaadf
                | 0xac00..=0xd7ff
                | 0xf900..=0xfaff
                | 0xff66..=0xffdc
                // Ahom; Tangut, Khitan, kana, Nushu; Han of later planes.
                | 0x11700..=0x1174f
                | 0x16fe0..=0x18dff
                | 0x1aff0..=0x1b2ff
                | 0x20000..=0x3ffff
        )
}
