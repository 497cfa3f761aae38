//! The bundled font files and what they cover.

use std::sync::LazyLock;

use crate::item::Face;

impl Face {
    /// Every face, in the order of the numbers on the wire.
    pub const ALL: [Self; 14] = [
        Self::Regular,
        Self::Medium,
        Self::SemiBold,
        Self::Italic,
        Self::SemiBoldItalic,
        Self::Arabic,
        Self::Hebrew,
        Self::Cjk,
        Self::Emoji,
        Self::Korean,
        Self::Devanagari,
        Self::Thai,
        Self::Georgian,
        Self::Armenian,
    ];

    /// The family name in the font file, in style sheets and in SVG.
    #[must_use]
    pub const fn family(self) -> &'static str {
        match self {
            Self::Arabic => "IBM Plex Sans Arabic",
            Self::Hebrew => "Noto Sans Hebrew",
            Self::Cjk => "Noto Sans SC",
            Self::Emoji => "Noto Emoji",
            Self::Korean => "Noto Sans KR",
            Self::Devanagari => "Noto Sans Devanagari",
            Self::Thai => "Noto Sans Thai",
            Self::Georgian => "Noto Sans Georgian",
            Self::Armenian => "Noto Sans Armenian",
            _ => "Inter",
        }
    }

    /// The weight in CSS units.
    #[must_use]
    pub const fn weight(self) -> u16 {
        match self {
            Self::Medium => 500,
            Self::SemiBold | Self::SemiBoldItalic => 600,
            _ => 400,
        }
    }

    /// True for the slanted faces.
    #[must_use]
    pub const fn italic(self) -> bool {
        matches!(self, Self::Italic | Self::SemiBoldItalic)
    }

    /// The font file.
    #[must_use]
    pub const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!(env!("FONT_REGULAR")),
            Self::Medium => include_bytes!(env!("FONT_MEDIUM")),
            Self::SemiBold => include_bytes!(env!("FONT_SEMI_BOLD")),
            Self::Italic => include_bytes!(env!("FONT_ITALIC")),
            Self::SemiBoldItalic => include_bytes!(env!("FONT_SEMI_BOLD_ITALIC")),
            Self::Arabic => include_bytes!(env!("FONT_ARABIC")),
            Self::Hebrew => include_bytes!(env!("FONT_HEBREW")),
            Self::Cjk => include_bytes!(env!("FONT_CJK")),
            Self::Emoji => include_bytes!(env!("FONT_EMOJI")),
            Self::Korean => include_bytes!(env!("FONT_KOREAN")),
            Self::Devanagari => include_bytes!(env!("FONT_DEVANAGARI")),
            Self::Thai => include_bytes!(env!("FONT_THAI")),
            Self::Georgian => include_bytes!(env!("FONT_GEORGIAN")),
            Self::Armenian => include_bytes!(env!("FONT_ARMENIAN")),
        }
    }
}

/// A font parsed for shaping; `None` if its file is not a font, which a test rules out.
type Font = Option<rustybuzz::Face<'static>>;

static FONTS: LazyLock<[Font; Face::ALL.len()]> =
    LazyLock::new(|| Face::ALL.map(|face| rustybuzz::Face::from_slice(face.bytes(), 0)));

/// The font of this face.
pub(super) fn font(face: Face) -> Option<&'static rustybuzz::Face<'static>> {
    FONTS[face as usize].as_ref()
}

/// Whether the face has a glyph for this character.
pub(super) fn covers(face: Face, character: char) -> bool {
    font(face).is_some_and(|font| font.glyph_index(character).is_some())
}

/// A measure of Inter at this size: `height` picks it in font units.
fn inter_px(size_px: f32, height: impl Fn(&rustybuzz::Face<'static>) -> i16) -> f32 {
    font(Face::Regular).map_or(size_px, |font| {
        f32::from(height(font)) / font.units_per_em() as f32 * size_px
    })
}

/// Height of a capital letter of Inter: a baseline half of it below a middle line centers a label on that line.
#[must_use]
pub fn cap_height(size_px: f32) -> f32 {
    inter_px(size_px, |font| font.capital_height().unwrap_or_default())
}

/// Inter's ascent above the baseline.
#[must_use]
pub fn ascent(size_px: f32) -> f32 {
    inter_px(size_px, |font| font.ascender())
}

/// Inter's descent below the baseline, as a positive number.
#[must_use]
pub fn descent(size_px: f32) -> f32 {
    -inter_px(size_px, |font| font.descender())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_is_a_font_of_the_family_and_weight_it_says() {
        for face in Face::ALL {
            let font = font(face).unwrap();
            let names: Vec<String> = font
                .names()
                .into_iter()
                .filter_map(|name| name.to_string())
                .collect();
            assert!(
                names.iter().any(|name| name == face.family()),
                "{face:?}: {names:?}"
            );
            assert_eq!(font.weight().to_number(), face.weight(), "{face:?}");
            assert_eq!(font.is_italic(), face.italic(), "{face:?}");
        }
    }

    #[test]
    fn heights_are_those_of_inter() {
        assert!(
            (cap_height(100.0) - 72.7).abs() < 0.5,
            "{}",
            cap_height(100.0)
        );
        assert!(ascent(100.0) > cap_height(100.0) && descent(100.0) > 10.0);
    }
}
