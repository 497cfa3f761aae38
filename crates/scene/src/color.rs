//! Colors, from the one table of design tokens (`data/tokens.json`) that the window uses too.

/// Red, green, blue and opacity, 0 to 255 each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgba(pub u8, pub u8, pub u8, pub u8);

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

/// The colors of one theme.
#[derive(Debug, Clone)]
pub struct Palette {}
