//! Text: how wide it is, and the runs it is drawn in.
//!
//! Measured with the same font files that the window and the exports draw with. Characters that Inter lacks are taken
//! from the Arabic, Hebrew, Chinese and other faces, and right-to-left text is put into visual order here, so that
//! painters need not handle either.

mod faces;
mod measure;
mod outline;
mod split;
mod wrap;

pub use faces::{ascent, cap_height, descent};
pub use measure::width;
pub use split::{lacks_glyphs, reads_from_right};
pub use wrap::{in_two, pieces, wrap};

use crate::color::Rgba;
use crate::item::{Anchor, Face, Item, Run};

/// Marks that a text was shortened.
const ELLIPSIS: &str = "…";

/// Kerning may pull it closer to the character before it, but never by more than this.
const CLOSER_EM: f32 = 0.25;

/// The text, cut and ended with an ellipsis if it is wider than `max_width_px`; empty if not even the ellipsis fits.
#[must_use]
pub fn shorten(words: &str, size_px: f32, face: Face, max_width_px: f32) -> String {
    let line = measure::line(words, face);
    if line.width_em * size_px <= max_width_px {
        return line.text.clone();
    }
    let ends = &line.ends;
    // The longest prefix that may fit with the ellipsis, then back until it does.
    let least_em = measure::line(ELLIPSIS, face).width_em - CLOSER_EM;
    let fits = |before_em: f32| (before_em + least_em.max(0.0)) * size_px <= max_width_px;
    let mut count = ends.partition_point(|&(_, before_em)| fits(before_em));
    while count > 0 {
        count -= 1;
        let mut cut = line.text[..ends[count].0 as usize]
            .trim_end_matches(loose)
            .to_string();
        cut.push_str(ELLIPSIS);
        if width(&cut, size_px, face) <= max_width_px {
            return cut;
        }
    }
    String::new()
}

/// Punctuation that looks left over before an ellipsis.
fn loose(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            ',' | ';' | ':' | '.' | '-' | '–' | '—' | '(' | '“' | '‘' | '…'
        )
}

/// The runs of a line of text, left to right, with its anchor at `x`.
#[must_use]
pub fn runs(words: &str, x: f32, anchor: Anchor, size_px: f32, face: Face) -> Vec<Run> {
    let line = measure::line(words, face);
    let mut left = x - line.width_em
        * size_px
        * match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        };
    let mut runs = Vec::with_capacity(line.pieces.len());
    for (piece, width_em) in &line.pieces {
        let text = &line.text[piece.start..piece.end];
        let width = width_em * size_px;
        if text != " " && !text.starts_with(split::NON_JOINER) {
            runs.push(Run {
                x: left,
                width,
                face: piece.face,
                rtl: piece.rtl,
                text: text.to_string(),
            });
        }
        left += width;
    }
    runs
}

/// The glyph outlines of a run, with the baseline at `y`.
pub(crate) fn outline(run: &Run, y: f32, size_px: f32) -> crate::path::Path {
    measure::outline(run, y, size_px)
}

/// A line of text with its baseline at `y`.
#[must_use]
pub fn text(
    words: &str,
    x: f32,
    y: f32,
    anchor: Anchor,
    size_px: f32,
    face: Face,
    color: Rgba,
) -> Item {
    Item::Text {
        runs: runs(words, x, anchor, size_px, face),
        y,
        size: size_px,
        color,
        halo: None,
    }
}

impl Item {
    /// The same text with an outline behind its glyphs; any other item unchanged.
    #[must_use]
    pub fn with_halo(mut self, border: Rgba, width_px: f32) -> Self {
        if let Self::Text { halo, .. } = &mut self {
            *halo = Some((border, width_px));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kerning_counts() {
        let apart = width("A", 100.0, Face::Regular) + width("V", 100.0, Face::Regular);
        assert!(width("AV", 100.0, Face::Regular) < apart - 1.0);
    }

    #[test]
    fn width_grows_with_size_and_weight() {
        let small = width("Trade talks", 11.0, Face::Regular);
        assert!((width("Trade talks", 22.0, Face::Regular) - 2.0 * small).abs() < 1e-3);
        assert!(width("Trade talks", 11.0, Face::SemiBold) > small);
        assert!((width("", 11.0, Face::Regular)).abs() < f32::EPSILON);
    }

    #[test]
    fn shortened_text_fits_and_is_the_longest_that_does() {
        let words = "Two-way trade worth USD 600 billion comes to a halt, breaking supply chains";
        let full = width(words, 11.0, Face::Regular);
        assert_eq!(shorten(words, 11.0, Face::Regular, full), words);
        for max in [20.0, 60.0, 143.0, 250.0, full - 0.01] {
            let cut = shorten(words, 11.0, Face::Regular, max);
            assert!(
                cut.ends_with('…') && width(&cut, 11.0, Face::Regular) <= max,
                "{max}: {cut}"
            );
            let kept = cut.chars().count() - 1;
            let more: String = words.chars().take(kept + 3).chain("…".chars()).collect();
            assert!(
                width(&more, 11.0, Face::Regular) > max,
                "{max}: {more} fits too"
            );
        }
        assert_eq!(shorten(words, 11.0, Face::Regular, 1.0), "");
    }

    proptest! {
        #[test]
        fn no_longer_cut_of_a_text_would_fit(words in "[A-Za-zÄé ,.–(’TVAWy]{0,40}", share in 0.0..1.0_f32) {
            let line = measure::line(&words, Face::Regular);
            let room_px = line.width_em * 11.0 * share;
            let cut = shorten(&words, 11.0, Face::Regular, room_px);
            let cuts = line.ends.iter().map(|end| {
                let begin = line.text[..end.0 as usize].trim_end_matches(loose);
                format!("{begin}{ELLIPSIS}")
            });
            let fitting = cuts.filter(|it| width(it, 11.0, Face::Regular) <= room_px);
            let longest = fitting.max_by_key(String::len).unwrap_or_default();
            prop_assert_eq!(cut, if line.width_em * 11.0 <= room_px { line.text.clone() } else { longest });
        }
    }

    #[test]
    fn shortening_never_separates_a_character_from_its_marks() {
        let words = "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301} سَلامٌ عَلَيْكُم";
        for max in 0..120 {
            let cut = shorten(words, 12.0, Face::Regular, max as f32);
            let kept = cut.trim_end_matches('…');
            let next = words[kept.len()..].chars().next();
            assert!(next != Some('\u{301}'), "{max}: {cut}");
        }
    }

    #[test]
    fn outlines_lie_where_the_glyphs_do() {
        for words in ["Gulf", "ایران", "東京", "🤝"] {
            for run in runs(words, 50.0, Anchor::Start, 20.0, Face::SemiBold) {
                let path = outline(&run, 100.0, 20.0);
                let item = Item::Path {
                    path,
                    fill: crate::item::Paint::None,
                    stroke: None,
                };
                let bounds = item.bounds().expect(words);
                assert!(
                    bounds.left > 48.0 && bounds.right < 52.0 + run.width,
                    "{words}: {bounds:?}"
                );
                assert!(
                    bounds.top > 75.0 && bounds.bottom < 112.0,
                    "{words}: {bounds:?}"
                );
            }
        }
    }

    #[test]
    fn runs_lie_side_by_side_around_their_anchor() {
        let words = "US–ایران talks 2025 東京";
        let all = width(words, 20.0, Face::Regular);
        for (anchor, left) in [
            (Anchor::Start, 50.0),
            (Anchor::Middle, 50.0 - all / 2.0),
            (Anchor::End, 50.0 - all),
        ] {
            let runs = runs(words, 50.0, anchor, 20.0, Face::Regular);
            assert_eq!(runs.len(), 4);
            assert!((runs[0].x - left).abs() < 1e-3);
            for pair in runs.windows(2) {
                assert!((pair[0].x + pair[0].width - pair[1].x).abs() < 1e-3);
            }
        }
    }
}
