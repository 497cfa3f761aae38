//! Colors, from the one table of design tokens (`data/tokens.json`) that the window uses too.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;

/// Red, green, blue and opacity, 0 to 255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgba(pub u8, pub u8, pub u8, pub u8);

impl Rgba {
    /// Fully transparent.
    pub const CLEAR: Self = Self(0, 0, 0, 0);

    /// The same color at another opacity.
    #[must_use]
    pub const fn with_alpha(self, alpha: u8) -> Self {
        Self(self.0, self.1, self.2, alpha)
    }

    /// Parses `#RRGGBB`; `none` is transparent. Anything else is not a color.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        if hex == "none" {
            return Some(Self::CLEAR);
        }
        let digits = hex.strip_prefix('#').filter(|rest| rest.len() == 6)?;
        // `u8::from_str_radix` would accept a leading plus sign in place of a digit.
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self(red, green, blue, 255))
    }

    /// `#RRGGBB`, without the opacity.
    #[must_use]
    pub fn to_hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

/// Which column of the token table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// On a white screen.
    Light,
    /// On a dark screen.
    Dark,
    /// On paper.
    Print,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// Its name: in the token table, on the command line and in requests.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }

    /// The theme with that name.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }
}

/// Declares [`Palette`] and how its fields are found in the table, from one list.
macro_rules! palette {
    ($($field:ident: $($step:literal)/+, $what:literal;)+) => {
        /// The colors of one theme. A color that the theme does not define is [`Rgba::CLEAR`].
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Palette {
            $(#[doc = $what] pub $field: Rgba,)+
            hues: BTreeMap<String, Rgba>,
        }

        impl Palette {
            /// Reads the colors, and lists what is missing from the table.
            fn read(colors: &Value, missing: &mut Vec<String>) -> Self {
                Self {
                    $($field: color_at(colors, &[$($step),+], missing),)+
                    hues: hues_of(colors),
                }
            }
        }
    };
}

palette! {
    surface_canvas: "surface"/"canvas", "Background of a picture.";
    surface_lane: "surface"/"lane", "Background of a lane.";
    surface_panel: "surface"/"panel", "Background of a panel.";
    surface_raised: "surface"/"raised", "Background of what floats.";
    surface_sunken: "surface"/"sunken", "Background of what lies deeper, such as a track.";
    surface_future: "surface"/"future", "Background right of the as-of line.";
    text_primary: "text"/"primary", "Text to read first.";
    text_secondary: "text"/"secondary", "Text to read next.";
    text_tertiary: "text"/"tertiary", "Text to read last.";
    text_inverse: "text"/"inverse", "Text on the accent.";
    line_hair: "line"/"hair", "Faintest line.";
    line_rule: "line"/"rule", "Line between parts.";
    line_strong: "line"/"strong", "Line to notice.";
    line_axis: "line"/"axis", "Line of an axis.";
    accent: "accent", "The one accent.";
    focus: "focus", "Ring of the keyboard focus; none on paper.";
    escalatory: "semantic"/"escalatory", "Mark of what escalates.";
    escalatory_tint: "semantic"/"escalatory_tint", "Band of what escalates.";
    deescalatory: "semantic"/"deescalatory", "Mark of what calms.";
    deescalatory_tint: "semantic"/"deescalatory_tint", "Band of what calms.";
    neutral: "semantic"/"neutral", "Mark of what does neither.";
    neutral_tint: "semantic"/"neutral_tint", "Band of what does neither.";
    contradiction: "semantic"/"contradiction", "Mark of a contradiction.";
    contradiction_tint: "semantic"/"contradiction_tint", "Background of a contradiction.";
    search: "semantic"/"search", "Background of a search hit; none on paper.";
    asof: "semantic"/"asof", "The as-of line.";
    link_plus: "semantic"/"link_plus", "A link that raises.";
    link_minus: "semantic"/"link_minus", "A link that lowers.";
    link_zero: "semantic"/"link_zero", "A link without direction of effect.";
}

impl Palette {
    /// The colors of this theme.
    #[must_use]
    pub fn of(theme: Theme) -> &'static Self {
        let [light, dark, print] = &*PALETTES;
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
            Theme::Print => print,
        }
    }

    /// A theme's hue by its name ("blue"); the neutral gray for a name that is not in the table.
    #[must_use]
    pub fn theme_hue(&self, name: &str) -> Rgba {
        self.hues.get(name).copied().unwrap_or(self.neutral)
    }

    /// The names that [`Palette::theme_hue`] knows, in alphabetical order.
    pub fn hues(&self) -> impl Iterator<Item = &str> {
        self.hues.keys().map(String::as_str)
    }
}

/// Background and text color of a Traffic Light Protocol mark ("amber"); `None` for a word that is not one of its
/// colors.
#[must_use]
pub fn traffic_light(word: &str) -> Option<(Rgba, Rgba)> {
    let colors = &*TRAFFIC_LIGHT;
    Some((*colors.get("background")?, *colors.get(word)?))
}

/// The colors that the Traffic Light Protocol 2.0 of FIRST requires: text on black, on paper and on screen.
static TRAFFIC_LIGHT: LazyLock<BTreeMap<String, Rgba>> = LazyLock::new(|| {
    let table: Value = serde_json::from_str(TOKENS).unwrap_or_default();
    let colors = table["tlp"].as_object();
    let pairs = colors.into_iter().flatten();
    pairs
        .filter_map(|(name, hex)| Some((name.clone(), Rgba::from_hex(hex.as_str()?)?)))
        .collect()
});

/// The table, built into the program.
const TOKENS: &str = include_str!("../../../data/tokens.json");

static PALETTES: LazyLock<[Palette; 3]> = LazyLock::new(|| read_palettes(&mut Vec::new()));

/// All three palettes. What the table lacks is listed in `missing` and stays transparent; a test ensures that nothing is
/// missing, so drawing never has to fail because of a color.
fn read_palettes(missing: &mut Vec<String>) -> [Palette; 3] {
    let table: Value = serde_json::from_str(TOKENS).unwrap_or_default();
    Theme::ALL.map(|theme| Palette::read(&table["color"][theme.word()], missing))
}

fn color_at(colors: &Value, steps: &[&str], missing: &mut Vec<String>) -> Rgba {
    let found = steps.iter().fold(colors, |value, step| &value[*step]);
    found.as_str().and_then(Rgba::from_hex).unwrap_or_else(|| {
        missing.push(steps.join("."));
        Rgba::CLEAR
    })
}

fn hues_of(colors: &Value) -> BTreeMap<String, Rgba> {
    let table = colors["themes"].as_object();
    let pairs = table.into_iter().flatten();
    pairs
        .filter_map(|(name, hex)| Some((name.clone(), Rgba::from_hex(hex.as_str()?)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_token_resolves_in_every_theme() {
        let mut missing = Vec::new();
        let palettes = read_palettes(&mut missing);
        assert_eq!(missing, Vec::<String>::new());
        for palette in &palettes {
            assert_eq!(palette.hues.len(), 12);
        }
    }

    #[test]
    fn colors_are_those_of_the_table() {
        assert_eq!(
            Palette::of(Theme::Light).escalatory,
            Rgba(0xB9, 0x3A, 0x00, 255)
        );
        assert_eq!(
            Palette::of(Theme::Dark).surface_canvas,
            Rgba(0x14, 0x18, 0x1B, 255)
        );
        assert_eq!(Palette::of(Theme::Print).focus, Rgba::CLEAR);
        assert_eq!(
            Palette::of(Theme::Light).theme_hue("blue"),
            Rgba(0x2D, 0x92, 0xDE, 255)
        );
        assert_eq!(
            Palette::of(Theme::Light).theme_hue("no such hue"),
            Palette::of(Theme::Light).neutral
        );
    }

    #[test]
    fn a_traffic_light_has_four_colors_on_black() {
        for word in ["red", "amber", "green", "clear"] {
            let (background, ink) = traffic_light(word).unwrap();
            assert_eq!(background, Rgba(0, 0, 0, 255));
            assert!(ink.0.max(ink.1) == 255, "{word} is dark");
        }
        assert_eq!(traffic_light("blue"), None);
    }

    #[test]
    fn only_six_digits_are_a_color() {
        assert_eq!(Rgba::from_hex("#0a66D6"), Some(Rgba(0x0A, 0x66, 0xD6, 255)));
        assert_eq!(Rgba(0x0A, 0x66, 0xD6, 9).to_hex(), "#0A66D6");
        for wrong in [
            "", "#", "#12345", "#1234567", "0A66D6", "#GGGGGG", "#+12345",
        ] {
            assert_eq!(Rgba::from_hex(wrong), None, "{wrong}");
        }
    }
}
