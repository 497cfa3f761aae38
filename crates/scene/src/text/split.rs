//! Cuts a line of text into pieces of one face and one direction.

use unicode_bidi::{BidiClass, BidiInfo, bidi_class};

use super::faces::covers;
use crate::item::Face;

/// A part of a line, given by its bytes, in visual order from left to right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextPiece {
    /// First byte in the line.
    pub(super) start: usize,
    /// The byte after its last.
    pub(super) end: usize,
    /// Which face draws it.
    pub(super) face: Face,
    /// True for right-to-left text.
    pub(super) rtl: bool,
}

/// The line as it will be drawn: runs of white space become one space; control characters and explicit direction marks
/// are removed. Direction then follows from the characters alone, so a pasted override cannot make a label read
/// backwards.
pub(super) fn tidy(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_whitespace() && character != '\u{a0}' && character != '\u{202f}' {
            if !line.ends_with(' ') {
                line.push(' ');
            }
        } else if !character.is_control() && !steers(character) {
            line.push(character);
        }
    }
    line
}

/// Whether the first character that has a direction is right-to-left.
#[must_use]
pub fn reads_from_right(words: &str) -> bool {
    let strong = words
        .chars()
        .map(bidi_class)
        .find(|it| matches!(it, BidiClass::L | BidiClass::R | BidiClass::AL));
    strong.is_some_and(|it| it != BidiClass::L)
}

/// Invisible characters that only control direction.
fn steers(character: char) -> bool {
    matches!(character, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// The pieces of a cleaned-up line, left to right.
pub(super) fn pieces(line: &str, primary: Face) -> Vec<TextPiece> {
    if line.is_empty() {
        return Vec::new();
    }
    if line
        .chars()
        .all(|character| plain(character) && (character.is_ascii() || covers(primary, character)))
    {
        return vec![TextPiece {
            start: 0,
            end: line.len(),
            face: primary,
            rtl: false,
        }];
    }
    let faces = faces(line, primary);
    let bidi = BidiInfo::new(line, None);
    let mut pieces = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, ranges) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for range in ranges {
            let rtl = levels.get(range.start).is_some_and(|level| level.is_rtl());
            let cut = cut(line, &faces, range.start, range.end, rtl);
            if rtl {
                pieces.extend(cut.into_iter().rev());
            } else {
                pieces.extend(cut);
            }
        }
    }
    pieces
}

/// Left-to-right characters, digits and marks that need no further analysis: Latin, Greek, Cyrillic and the punctuation
/// of English text.
fn plain(character: char) -> bool {
    matches!(character, '\0'..='\u{58f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}')
}

/// Cuts a stretch of one direction, in reading order, where the face changes; right-to-left pieces also where letters
/// end and bare punctuation begins, because a drawing program that sees such a piece alone would put the punctuation on
/// the wrong side.
fn cut(line: &str, faces: &[(usize, Face)], start: usize, end: usize, rtl: bool) -> Vec<TextPiece> {
    let mut pieces: Vec<TextPiece> = Vec::new();
    let from = faces.partition_point(|&(at, _)| at < start);
    for &(at, face) in faces[from..].iter().take_while(|&&(at, _)| at < end) {
        let stop = at + line[at..].chars().next().map_or(1, char::len_utf8);
        match pieces.last_mut() {
            Some(last) if last.face == face && !parts(line, at) && !parts(line, last.start) => {
                last.end = stop;
            }
            _ => pieces.push(TextPiece {
                start: at,
                end: stop,
                face,
                rtl,
            }),
        }
    }
    if !rtl {
        return pieces;
    }
    pieces
        .into_iter()
        .flat_map(|piece| without_loose_ends(line, &piece))
        .collect()
}

/// The character that keeps two letters from joining; many Persian words contain it. Making it a piece of its own has
/// the same effect, even in programs that look for it in the font and fall back to another font if it is missing.
pub(super) const NON_JOINER: char = '\u{200c}';

fn parts(line: &str, at: usize) -> bool {
    line[at..].starts_with(NON_JOINER)
}

/// A right-to-left piece as up to three: what comes before its first letter, its letters, what comes after the last.
fn without_loose_ends(line: &str, piece: &TextPiece) -> Vec<TextPiece> {
    let text = &line[piece.start..piece.end];
    let strong = |character: char| matches!(bidi_class(character), BidiClass::R | BidiClass::AL);
    let held = |character: char| {
        strong(character) || matches!(bidi_class(character), BidiClass::NSM | BidiClass::BN)
    };
    let first = text.find(strong).unwrap_or(text.len());
    let body = &text[first..];
    // Marks on the last letter stay with it.
    let last = body.rfind(strong).map_or(0, |at| {
        at + body[at..]
            .chars()
            .take_while(|&l| held(l))
            .map(char::len_utf8)
            .sum::<usize>()
    });
    let edges = [0, first, first + last, text.len()];
    let pairs = edges
        .iter()
        .zip(edges.iter().skip(1))
        .filter(|(from, to)| from < to);
    pairs
        .map(|(from, to)| TextPiece {
            start: piece.start + from,
            end: piece.start + to,
            ..piece.clone()
        })
        .collect()
}

/// The face of each character, with its byte offset.
fn faces(line: &str, primary: Face) -> Vec<(usize, Face)> {
    let wanted: Vec<(usize, char, FaceChoice)> = line
        .char_indices()
        .map(|(at, character)| (at, character, face_choice(character, primary)))
        .collect();
    let mut next_fixed = vec![None; wanted.len()];
    let mut seen = None;
    for (index, (_, _, face_choice)) in wanted.iter().enumerate().rev() {
        if let FaceChoice::Fixed(face) = face_choice {
            seen = Some(*face);
        }
        next_fixed[index] = seen;
    }
    let mut previous = None;
    let mut out = Vec::with_capacity(wanted.len());
    for ((at, character, face_choice), next) in wanted.into_iter().zip(next_fixed) {
        let face = match face_choice {
            FaceChoice::Fixed(face) => face,
            FaceChoice::WithPrevious => previous.unwrap_or(primary),
            FaceChoice::Either if previous == next => previous
                // The space of the emoji face is as wide as an emoji.
                .filter(|&face| face != Face::Emoji && covers(face, character))
                .unwrap_or(primary),
            FaceChoice::Either => primary,
        };
        previous = Some(face);
        out.push((at, face));
    }
    out
}

/// The faces to try, in order, for characters that Inter lacks.
const FALLBACKS: [Face; 9] = [
    Face::Arabic,
    Face::Hebrew,
    Face::Cjk,
    Face::Emoji,
    Face::Korean,
    Face::Devanagari,
    Face::Thai,
    Face::Georgian,
    Face::Armenian,
];

/// Whether some character of a text is in none of the bundled fonts, so that a box is drawn instead.
#[must_use]
pub fn lacks_glyphs(words: &str) -> bool {
    !words.is_ascii() && tidy(words).chars().any(|character| !is_drawn(character))
}

fn is_drawn(character: char) -> bool {
    // Joiners and the like are invisible, and variation selectors only choose a shape.
    let is_unseen = character.is_whitespace()
        || bidi_class(character) == BidiClass::BN
        || matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{34f}');
    is_unseen
        || covers(Face::Regular, character)
        || FALLBACKS.into_iter().any(|face| covers(face, character))
}

/// How a character's face is found.
enum FaceChoice {
    /// This one.
    Fixed(Face),
    /// That of the character before: combining marks and joiners.
    WithPrevious,
    /// That of both neighbors if they agree, else the primary: spaces and punctuation.
    Either,
}

fn face_choice(character: char, primary: Face) -> FaceChoice {
    if matches!(bidi_class(character), BidiClass::NSM | BidiClass::BN) {
        return FaceChoice::WithPrevious;
    }
    if covers(primary, character) {
        return if character.is_alphanumeric() {
            FaceChoice::Fixed(primary)
        } else {
            FaceChoice::Either
        };
    }
    let other = FALLBACKS.into_iter().find(|&face| covers(face, character));
    // A character that no bundled face has stays with the primary face: the screen may still have it.
    FaceChoice::Fixed(other.unwrap_or(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(words: &str) -> Vec<(String, Face, bool)> {
        let line = tidy(words);
        let cut = pieces(&line, Face::Medium);
        cut.into_iter()
            .map(|p| (line[p.start..p.end].to_string(), p.face, p.rtl))
            .collect()
    }

    #[test]
    fn mixed_scripts_come_out_left_to_right_as_seen() {
        let got = shown("US–ایران talks 2025 東京");
        let want = [
            ("US–", Face::Medium, false),
            ("ایران", Face::Arabic, true),
            (" talks 2025 ", Face::Medium, false),
            ("東京", Face::Cjk, false),
        ];
        assert_eq!(got, want.map(|(t, f, r)| (t.to_string(), f, r)));
    }

    #[test]
    fn each_script_has_its_face() {
        for (words, face) in [
            ("서울 회담", Face::Korean),
            ("भारत", Face::Devanagari),
            ("กรุงเทพฯ", Face::Thai),
            ("თბილისი", Face::Georgian),
            ("Երևան", Face::Armenian),
            ("東京", Face::Cjk),
            ("Київ", Face::Medium),
        ] {
            let got = shown(words);
            assert_eq!(got, [(words.to_owned(), face, false)]);
        }
    }

    #[test]
    fn what_no_font_has_is_known() {
        for (words, lacks) in [
            ("Talks in Geneva", false),
            ("Łódź, Đà Nẵng, Ελλάδα, Київ", false),
            ("محادثات ایران می\u{200c}شود", false),
            ("שלום", false),
            ("关税 東京 カタカナ", false),
            ("Deal 🤝 🇨🇳 🛢️ 👍🏽", false),
            ("e\u{301}\u{301} −5 °C ≈ 3 € №", false),
            ("", false),
            ("북한이 미사일을 발사하다", false),
            ("भारत और चीन सीमा वार्ता", false),
            ("การประชุมที่กรุงเทพฯ", false),
            ("მოლაპარაკება თბილისში", false),
            ("Բանակցություններ Երևանում", false),
            ("Talks in ᚠᚢᚦ", true),
            ("\u{10fffd} private", true),
            ("ᏣᎳᎩ Cherokee", true),
            ("བོད་", true),
            ("ភ្នំពេញ", true),
        ] {
            assert_eq!(lacks_glyphs(words), lacks, "{words}");
        }
    }

    #[test]
    fn emoji_are_pieces_of_their_own_and_blanks_between_them_are_not() {
        let texts: Vec<(String, Face)> = shown("Deal 🤝 🇨🇳 ok")
            .into_iter()
            .map(|(text, face, _)| (text, face))
            .collect();
        let want = [
            ("Deal ", Face::Medium),
            ("🤝", Face::Emoji),
            (" ", Face::Medium),
            ("🇨🇳", Face::Emoji),
            (" ok", Face::Medium),
        ];
        assert_eq!(texts, want.map(|(text, face)| (text.to_string(), face)));
    }

    #[test]
    fn a_right_to_left_line_starts_at_the_right() {
        let got = shown("שלום (2025) עולם");
        let texts: Vec<&str> = got.iter().map(|(t, _, _)| t.as_str()).collect();
        assert_eq!(texts, ["עולם", ") ", "2025", " (", "שלום"]);
    }

    #[test]
    fn no_character_is_lost_or_doubled() {
        for words in [
            "a (سلام!) b",
            "！東京、大阪。",
            "e\u{301}\u{301} سَلام",
            "😀 ok",
            "abc אבג 123 «x»",
        ] {
            let line = tidy(words);
            let mut spans: Vec<(usize, usize)> = pieces(&line, Face::Regular)
                .iter()
                .map(|p| (p.start, p.end))
                .collect();
            spans.sort_unstable();
            assert_eq!(spans.first().unwrap().0, 0);
            assert_eq!(spans.last().unwrap().1, line.len());
            assert!(
                spans.windows(2).all(|w| w[0].1 == w[1].0),
                "{words}: {spans:?}"
            );
        }
    }

    #[test]
    fn characters_kept_from_joining_are_separate_pieces() {
        let texts: Vec<String> = shown("می\u{200c}شود")
            .into_iter()
            .map(|(text, _, _)| text)
            .collect();
        assert_eq!(texts, ["شود", "\u{200c}", "می"]);
    }

    #[test]
    fn overrides_and_controls_are_dropped() {
        assert_eq!(tidy("a\u{202e}b\n\t c\u{7}\u{200f}d"), "ab cd");
    }
}
