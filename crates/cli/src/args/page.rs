//! The page around a picture, named settings and the logo, as they are typed.

use std::path::PathBuf;

use api::dto::PaletteWord;
use clap::{Args, ValueEnum};

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Colors {
    Light,
    Dark,
    Print,
}

impl Colors {
    /// The colors as the verbs know them.
    pub(crate) fn word(self) -> PaletteWord {
        match self {
            Self::Light => PaletteWord::Light,
            Self::Dark => PaletteWord::Dark,
            Self::Print => PaletteWord::Print,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    /// Page: slide, slide-4k, a4-landscape, a4-portrait, letter-landscape, letter-portrait, column-85, column-180 or poster
    /// (default: slide)
    #[arg(long, conflicts_with = "size")]
    pub(crate) preset: Option<String>,
    /// Width and height in pixels, such as 1920x1080
    #[arg(long, value_parser = size)]
    pub(crate) size: Option<[f32; 2]>,
    /// Title (default: the workspace's name, the chart and the period)
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Subtitle (default: what is shown and how it is filtered)
    #[arg(long)]
    pub(crate) subtitle: Option<String>,
    /// Note of your own, before the notes on what is left out
    #[arg(long)]
    pub(crate) note: Option<String>,
    /// Handling mark: TLP:AMBER, or your own wording
    #[arg(long)]
    pub(crate) handling: Option<String>,
    /// Include the workspace's logo
    #[arg(long)]
    pub(crate) logo: bool,
    /// Colors (default: light)
    #[arg(long)]
    pub(crate) theme: Option<Colors>,
    /// Transparent background, for colored slides
    #[arg(long)]
    pub(crate) transparent: bool,
    /// PNG resolution: pixels per pixel of the page, 1 to 4
    #[arg(long)]
    pub(crate) scale: Option<f32>,
    /// Convert SVG text to outlines
    #[arg(long)]
    pub(crate) outlines: bool,
    /// Split a PDF into A4 sheets
    #[arg(long)]
    pub(crate) tiles: bool,
    /// List the sources of a PDF on a page of their own
    #[arg(long)]
    pub(crate) sources_page: bool,
    /// Use saved settings; other options override them
    #[arg(long)]
    pub(crate) settings: Option<String>,
    /// Save these settings under a name
    #[arg(long)]
    pub(crate) save_settings: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Settings {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// Delete the settings with this name
    #[arg(long)]
    pub(crate) delete: Option<String>,
    /// JSON instead of a table
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Logo {
    /// Workspace file
    pub(crate) file: PathBuf,
    /// PNG, JPEG or SVG, at most 2 MB
    #[arg(required_unless_present = "remove")]
    pub(crate) image: Option<PathBuf>,
    /// Remove the logo
    #[arg(long, conflicts_with = "image")]
    pub(crate) remove: bool,
}

/// Reads "1920x1080".
fn size(text: &str) -> Result<[f32; 2], String> {
    let sides = text.split_once(['x', 'X', '×']);
    let number = |side: &str| side.trim().parse::<u16>().map(f32::from);
    match sides.map(|(width, height)| (number(width), number(height))) {
        Some((Ok(width), Ok(height))) => Ok([width, height]),
        _ => Err(String::from(
            "write width x height in pixels, such as 1920x1080",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_size_is_two_numbers() {
        assert_eq!(size("1920x1080"), Ok([1920.0, 1080.0]));
        for bad in ["1920", "x", "1e3x4", "-5x5", "1920x1080x3", ""] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }
}
