//! Breaking text into lines, and positioning it.

use scene::{Anchor, Face, Item, Rgba, text};

/// The font of some words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hand {
    pub(super) face: Face,
    pub(super) size_px: f32,
    pub(super) color: Rgba,
}

impl Hand {
    fn width_px(self, words: &str) -> f32 {
        text::width(words, self.size_px, self.face)
    }

    fn space_px(self) -> f32 {
        self.width_px("n n") - self.width_px("nn")
    }
}

/// Words without a line break between them, in one font.
#[derive(Debug, Clone)]
struct Bit {
    words: String,
    hand: Hand,
    /// Preceded by a space: the line may break there.
    is_apart: bool,
}

/// A line of text: parts with their left edges.
pub(super) type Line = Vec<(f32, String, Hand)>;

/// Breaks words into lines no wider than `width_px`. A word that is too long for a line breaks between characters.
pub(super) fn lines(spans: &[(String, Hand)], width_px: f32) -> Vec<Line> {
    let mut lines: Vec<Vec<Bit>> = vec![Vec::new()];
    let mut x = 0.0;
    for unit in units(bits(spans), width_px) {
        let Some(first) = unit.first() else { continue };
        let unit_px: f32 = unit.iter().map(|it| it.hand.width_px(&it.words)).sum();
        let space_px = if first.is_apart {
            first.hand.space_px()
        } else {
            0.0
        };
        let is_first = lines.last().is_none_or(Vec::is_empty);
        if !is_first && x + space_px + unit_px > width_px {
            lines.push(Vec::new());
            x = 0.0;
        }
        x += unit_px + if x > 0.0 { space_px } else { 0.0 };
        if let Some(line) = lines.last_mut() {
            line.extend(unit);
        }
    }
    lines
        .into_iter()
        .filter(|it| !it.is_empty())
        .map(placed)
        .collect()
}

fn bits(spans: &[(String, Hand)]) -> Vec<Bit> {
    let mut bits = Vec::new();
    let mut is_apart = false;
    for (words, hand) in spans {
        let mut rest = words.as_str();
        while !rest.is_empty() {
            let trimmed = rest.trim_start_matches(is_gap);
            is_apart |= trimmed.len() < rest.len();
            let end = trimmed.find(is_gap).unwrap_or(trimmed.len());
            if end > 0 {
                bits.push(Bit {
                    words: trimmed[..end].to_owned(),
                    hand: *hand,
                    is_apart,
                });
                is_apart = false;
            }
            rest = &trimmed[end..];
        }
    }
    bits
}

/// Where a line may break.
fn is_gap(letter: char) -> bool {
    letter.is_whitespace() && letter != '\u{a0}'
}

/// Groups of bits without a line break between them.
fn units(bits: Vec<Bit>, width_px: f32) -> Vec<Vec<Bit>> {
    let mut units: Vec<Vec<Bit>> = Vec::new();
    for bit in bits {
        if bit.hand.width_px(&bit.words) > width_px {
            units.extend(letters(&bit, width_px).into_iter().map(|it| vec![it]));
        } else if bit.is_apart || units.is_empty() {
            units.push(vec![bit]);
        } else if let Some(unit) = units.last_mut() {
            unit.push(bit);
        }
    }
    units
}

/// A bit that is too long for any line, split.
fn letters(bit: &Bit, width_px: f32) -> Vec<Bit> {
    let piece = |words: &str, is_apart| Bit {
        words: words.to_owned(),
        hand: bit.hand,
        is_apart,
    };
    let mut pieces = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (at, letter) in bit.words.char_indices() {
        let next = at + letter.len_utf8();
        if to > from && bit.hand.width_px(&bit.words[from..next]) > width_px {
            pieces.push(piece(&bit.words[from..to], bit.is_apart && from == 0));
            from = to;
        }
        to = next;
    }
    pieces.push(piece(&bit.words[from..], bit.is_apart && from == 0));
    pieces
}

/// Combines bits in the same font into one text, so that right-to-left scripts are ordered together.
fn placed(bits: Vec<Bit>) -> Line {
    let mut line: Line = Vec::new();
    let mut x = 0.0;
    for (at, bit) in bits.into_iter().enumerate() {
        let is_apart = bit.is_apart && at > 0;
        match line.last_mut() {
            Some((left, words, hand)) if *hand == bit.hand => {
                if is_apart {
                    words.push(' ');
                }
                words.push_str(&bit.words);
                x = *left + hand.width_px(words);
            }
            _ => {
                if is_apart {
                    x += bit.hand.space_px();
                }
                let right = x + bit.hand.width_px(&bit.words);
                line.push((x, bit.words, bit.hand));
                x = right;
            }
        }
    }
    line
}

/// The line as items, its left end at `x` and its baseline at `y`.
pub(super) fn drawn(line: &Line, x: f32, y: f32) -> Vec<Item> {
    let piece = |(left, words, hand): &(f32, String, Hand)| {
        text::text(
            words,
            x + left,
            y,
            Anchor::Start,
            hand.size_px,
            hand.face,
            hand.color,
        )
    };
    line.iter().map(piece).collect()
}
