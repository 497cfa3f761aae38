//! Sizes of what a picture is drawn on: a slide, a sheet of paper, a column of a report, a poster.

/// Millimeters in an inch.
pub const MM_PER_INCH: f32 = 25.4;
/// Points in an inch; text sizes are measured in points.
pub const PT_PER_INCH: f32 = 72.0;
/// The smallest text of every chart, in logical pixels.
const LEAST_TEXT_PX: f32 = 10.0;
/// Maximum layout width of a page, so that its smallest text is 18 pixels high on a slide 1,920 wide.
const WIDEST_PX: f32 = 1920.0 / 1.8;
/// Minimum layout width.
const NARROWEST_PX: f32 = 200.0;
/// Pixels per inch on paper at scale 1; printers ask for twice that.
const PAPER_PER_INCH: f32 = 150.0;

/// What happens if a chart needs another height than that of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Height {
    /// The page is a sheet of this size: a PDF continues on further sheets, a timeline is made to fit, other pictures
    /// grow downward.
    Sheet,
    /// The page has exactly this size: a timeline is made to fit, and what still does not fit is scaled down.
    Exact,
    /// At least this high; it grows downward.
    Grows,
    /// As high as needed.
    AsNeeded,
}

/// The dimensions of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    /// Its width in pixels of a PNG at scale 1.
    pub width_px: f32,
    /// Its height in pixels of a PNG at scale 1.
    pub height_px: f32,
    /// How many of these pixels are an inch.
    pub px_per_inch: f32,
    /// Minimum height of the smallest text, in points.
    pub least_pt: f32,
    /// Maximum layout width, in logical pixels; wider pages get larger text.
    pub widest_px: f32,
    /// What its height means.
    pub height: Height,
}

impl Paper {
    /// A page of any size on screen, at 96 pixels per inch.
    #[must_use]
    pub const fn custom(width_px: f32, height_px: f32) -> Self {
        Self {
            width_px,
            height_px,
            px_per_inch: 96.0,
            least_pt: 7.5,
            widest_px: WIDEST_PX,
            height: Height::Exact,
        }
    }

    /// A slide of 13.333 by 7.5 inches, the usual size in presentations.
    const fn slide(width_px: f32, height_px: f32) -> Self {
        Self {
            px_per_inch: width_px * 3.0 / 40.0,
            least_pt: 9.0,
            height: Height::Sheet,
            ..Self::custom(width_px, height_px)
        }
    }

    const fn sheet_mm(width_mm: f32, height_mm: f32) -> Self {
        let px = PAPER_PER_INCH / MM_PER_INCH;
        Self {
            px_per_inch: PAPER_PER_INCH,
            least_pt: 7.0,
            height: Height::Sheet,
            ..Self::custom(width_mm * px, height_mm * px)
        }
    }

    const fn column_mm(width_mm: f32) -> Self {
        Self {
            height: Height::AsNeeded,
            ..Self::sheet_mm(width_mm, 30.0)
        }
    }

    /// A poster, read from a step away.
    const fn poster_mm(width_mm: f32, height_mm: f32) -> Self {
        Self {
            least_pt: 9.0,
            widest_px: f32::MAX,
            height: Height::Grows,
            ..Self::sheet_mm(width_mm, height_mm)
        }
    }

    /// Points of print in a pixel.
    #[must_use]
    pub fn pt_per_px(&self) -> f32 {
        PT_PER_INCH / self.px_per_inch
    }

    /// Its layout width in logical pixels: the smallest text gets the height it needs.
    #[must_use]
    pub fn layout_px(&self) -> f32 {
        let readable = self.width_px * self.pt_per_px() * LEAST_TEXT_PX / self.least_pt;
        readable.min(self.widest_px).max(NARROWEST_PX)
    }

    /// Width and height in logical pixels if everything is drawn at `zoom`.
    pub(crate) fn layout_at(&self, zoom: f32) -> [f32; 2] {
        let width_px = self.layout_px() / zoom;
        [width_px, self.height_px * width_px / self.width_px.max(1.0)]
    }

    /// Logical pixels in a point of print.
    pub(crate) fn layout_px_per_pt(&self) -> f32 {
        self.layout_px() / (self.width_px * self.pt_per_px()).max(1.0)
    }
}

/// A named page size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Its name on the command line and in settings.
    pub word: &'static str,
    /// Its name for display.
    pub name: &'static str,
    /// Its dimensions.
    pub paper: Paper,
    /// Whether everything is drawn, whatever window is on screen.
    pub whole: bool,
}

const fn preset(word: &'static str, name: &'static str, paper: Paper) -> Preset {
    Preset {
        word,
        name,
        paper,
        whole: false,
    }
}

/// Every named page size, in the order in which they are offered.
pub const PRESETS: [Preset; 9] = [
    preset("slide", "Slide 16:9", Paper::slide(1920.0, 1080.0)),
    preset("slide-4k", "Slide 4K", Paper::slide(3840.0, 2160.0)),
    preset(
        "a4-landscape",
        "A4 landscape",
        Paper::sheet_mm(297.0, 210.0),
    ),
    preset("a4-portrait", "A4 portrait", Paper::sheet_mm(210.0, 297.0)),
    preset(
        "letter-landscape",
        "Letter landscape",
        Paper::sheet_mm(279.4, 215.9),
    ),
    preset(
        "letter-portrait",
        "Letter portrait",
        Paper::sheet_mm(215.9, 279.4),
    ),
    preset("column-85", "Column 85 mm", Paper::column_mm(85.0)),
    preset("column-180", "Column 180 mm", Paper::column_mm(180.0)),
    Preset {
        whole: true,
        ..preset("poster", "Poster A1", Paper::poster_mm(841.0, 594.0))
    },
];

/// The page size with that name.
#[must_use]
pub fn preset_of(word: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|it| it.word == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_text_has_the_height_that_is_promised() {
        for it in PRESETS {
            let least_pt = LEAST_TEXT_PX / it.paper.layout_px_per_pt();
            assert!(
                least_pt >= it.paper.least_pt - 0.01,
                "{}: {least_pt}",
                it.word
            );
        }
        for (word, least_px) in [("slide", 18.0), ("slide-4k", 36.0)] {
            let paper = preset_of(word).unwrap().paper;
            let text_px = LEAST_TEXT_PX * paper.width_px / paper.layout_px();
            assert!((text_px - least_px).abs() < 0.01, "{word}: {text_px}");
        }
    }

    #[test]
    fn paper_has_its_real_size() {
        for (word, width_pt, height_pt) in [
            ("slide", 960.0, 540.0),
            ("slide-4k", 960.0, 540.0),
            ("a4-portrait", 595.28, 841.89),
            ("letter-landscape", 792.0, 612.0),
            ("column-85", 240.94, 85.04),
        ] {
            let paper = preset_of(word).unwrap().paper;
            let found = [paper.width_px, paper.height_px].map(|it| it * paper.pt_per_px());
            assert!((found[0] - width_pt).abs() < 0.01, "{word}: {found:?}");
            assert!((found[1] - height_pt).abs() < 0.01, "{word}: {found:?}");
        }
    }
}
