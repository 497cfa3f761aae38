//! What a picture is made of. Lengths are logical pixels, y grows downward.

use crate::color::Rgba;
use crate::path::Path;

/// A finished picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Width in logical pixels.
    pub width_px: f32,
    /// Height in logical pixels.
    pub height_px: f32,
    /// What is drawn, from back to front.
    pub items: Vec<Item>,
    /// What can be pointed at, from back to front. Not drawn.
    pub hits: Vec<Hit>,
}

/// One drawn thing.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A rectangle, with rounded corners if `radius_px` is above 0.
    Rect {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Corner radius.
        radius: f32,
        /// Inside.
        fill: Paint,
        /// Outline, centered on the edge.
        stroke: Option<Stroke>,
    },
    /// A path of lines and curves.
    Path {
        /// Its segments.
        path: Path,
        /// Inside (non-zero winding).
        fill: Paint,
        /// Outline.
        stroke: Option<Stroke>,
    },
    /// A line of text, cut into runs of one face and one direction, in visual order.
    Text {
        /// The runs; each has its own left edge.
        runs: Vec<Run>,
        /// Baseline.
        y: f32,
        /// Font size in pixels.
        size: f32,
        /// Color of the glyphs.
        color: Rgba,
        /// An outline in this color and width behind the glyphs, so that lines do not run into them.
        halo: Option<(Rgba, f32)>,
    },
    /// Everything up to the matching `Unclip` is visible inside this rectangle only. Clips nest.
    Clip {
        /// Left edge.
        x: f32,
        /// Upper edge.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
    },
    /// Ends the innermost `Clip`.
    Unclip,
    /// Everything up to the matching `Ungroup` belongs together; the SVG writer makes it a `<g id>` with a `<title>`,
    /// the screen painter ignores it. Groups nest.
    Group {
        /// Unique in the picture ("event-17").
        id: String,
        /// Read aloud by screen readers; may be empty.
        title: String,
    },
    /// Ends the innermost `Group`.
    Ungroup,
}

/// A run of text in one face and one direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Left edge.
    pub x: f32,
    /// Width as measured with the bundled font.
    pub width: f32,
    /// Which face.
    pub face: Face,
    /// True for right-to-left text.
    pub rtl: bool,
    /// The characters in reading order.
    pub text: String,
}

/// The bundled faces. The numbers are those in the encoded bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Face {
    /// Inter, weight 400.
    Regular = 0,
    /// Inter, weight 500.
    Medium = 1,
    /// Inter, weight 600.
    SemiBold = 2,
    /// Inter italic, weight 400.
    Italic = 3,
    /// Inter italic, weight 600.
    SemiBoldItalic = 4,
    /// IBM Plex Sans Arabic, for what Inter lacks. (WebKit misplaces the dots of Noto Sans Arabic, which are separate
    /// glyphs there.)
    Arabic = 5,
    /// Noto Sans Hebrew.
    Hebrew = 6,
    /// Noto Sans SC: Chinese, Japanese kana, and what else it covers.
    Cjk = 7,
    /// Noto Emoji, drawn as outlines like other glyphs, so that every program shows the same.
    Emoji = 8,
    /// Noto Sans KR, for Hangul; Chinese characters in a Korean text are drawn as everywhere else.
    Korean = 9,
    /// Noto Sans Devanagari: Hindi, Nepali, Marathi.
    Devanagari = 10,
    /// Noto Sans Thai.
    Thai = 11,
    /// Noto Sans Georgian.
    Georgian = 12,
    /// Noto Sans Armenian.
    Armenian = 13,
}

/// Which point of a text its x refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Start,
    /// The middle.
    Middle,
    /// The right end.
    End,
}

/// What fills a shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Paint {
    /// Nothing.
    None,
    /// One color.
    Solid(Rgba),
    /// A horizontal gradient between two x.
    Fade {
        /// Where it begins.
        from_x: f32,
        /// Where it ends.
        to_x: f32,
        /// Color at and left of the beginning.
        from: Rgba,
        /// Color at and right of the end.
        to: Rgba,
    },
}

/// How an outline is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Color, or a gradient along x.
    pub paint: Paint,
    /// Width.
    pub width: f32,
    /// Dashed or solid.
    pub dash: Dash,
}

/// The dash patterns of the visual language (`stroke` in the design tokens).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Dash {
    /// Solid.
    Solid = 0,
    /// Outline of what is doubtful: 3.5 on, 2.5 off.
    Doubtful = 1,
    /// Outline of what is hypothetical: round dots, 3 apart.
    Hypothetical = 2,
    /// A link of moderate confidence: 6 on, 3.5 off.
    Moderate = 3,
    /// A link of low confidence: round dots, 4 apart.
    Low = 4,
}

impl Dash {
    /// Every dash pattern, in the order of the numbers in the encoded bytes.
    pub const ALL: [Self; 5] = [
        Self::Solid,
        Self::Doubtful,
        Self::Hypothetical,
        Self::Moderate,
        Self::Low,
    ];

    /// Length on, length off, and whether the ends are round; `None` for a solid line.
    #[must_use]
    pub const fn pattern(self) -> Option<(f32, f32, bool)> {
        match self {
            Self::Solid => None,
            Self::Doubtful => Some((3.5, 2.5, false)),
            Self::Hypothetical => Some((0.1, 3.0, true)),
            Self::Moderate => Some((6.0, 3.5, false)),
            Self::Low => Some((0.1, 4.0, true)),
        }
    }
}

/// An area that can be pointed at.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What it is.
    pub kind: HitKind,
    /// Its identity ("17"; for a lane its handle).
    pub id: String,
}

/// What a hit is. The numbers are those in the encoded bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum HitKind {
    /// An event's mark or label.
    Event = 0,
    /// A link's line.
    Link = 1,
    /// A lane's header.
    Lane = 2,
    /// The overview strip.
    Overview = 3,
    /// The handle of the as-of line.
    AsOf = 4,
    /// The plot: where dragging pans.
    Plot = 5,
    /// A bucket of events that have no room for a mark each; its id lists them, separated by spaces.
    Bucket = 6,
    /// A row of a causal chart, or the gap between two; its id is the number that pins an event there. On a cause map a
    /// place in a row, "2 17": the row, and the entry on the left or "-". Never pointed at.
    Row = 7,
    /// The heading of a part of a map; its id lists the entries of the part, separated by spaces.
    Part = 8,
}

impl HitKind {
    /// Every kind, in the order of the numbers in the encoded bytes.
    pub const ALL: [Self; 9] = [
        Self::Event,
        Self::Link,
        Self::Lane,
        Self::Overview,
        Self::AsOf,
        Self::Plot,
        Self::Bucket,
        Self::Row,
        Self::Part,
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_are_those_of_the_token_table() {
        let table: serde_json::Value =
            serde_json::from_str(include_str!("../../../data/tokens.json")).unwrap();
        let names = [
            "link_high",
            "dash_doubtful",
            "dash_hypothetical",
            "link_moderate",
            "link_low",
        ];
        for (dash, name) in Dash::ALL.into_iter().zip(names) {
            let words = dash
                .pattern()
                .map(|(on, off, round)| format!("{on} {off}{}", if round { " round" } else { "" }));
            assert_eq!(words.as_deref(), table["stroke"][name].as_str(), "{name}");
        }
    }

    #[test]
    fn numbers_on_the_wire_are_places_in_the_lists() {
        assert!(
            Dash::ALL
                .iter()
                .enumerate()
                .all(|(index, dash)| *dash as usize == index)
        );
        assert!(
            HitKind::ALL
                .iter()
                .enumerate()
                .all(|(index, kind)| *kind as usize == index)
        );
        assert!(
            Face::ALL
                .iter()
                .enumerate()
                .all(|(index, face)| *face as usize == index)
        );
    }
}
