//! Sizes of text, and the lengths that follow from them. Letters never shrink: what has no room is left out and counted.

use scene::{Face, text};

use crate::spec::Look;

/// Text of the chart on screen, and the names of its blocks.
const ON_SCREEN_PX: (f32, f32) = (13.0, 14.0);
/// The same on a page. A slide 1,920 pixels wide is laid out at 1/1.8 of that, so this is 20 pixels on a slide.
const ON_PAGE_PX: (f32, f32) = (11.2, 12.6);

/// Sizes of text, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Letters {
    /// All text but names.
    pub(super) text_px: f32,
    /// Names of blocks.
    pub(super) name_px: f32,
}

impl Letters {
    pub(super) fn of(look: &Look) -> Self {
        let (text_px, name_px) = if look.is_page {
            ON_PAGE_PX
        } else {
            ON_SCREEN_PX
        };
        Self { text_px, name_px }
    }

    /// Distance from one line of text to the next.
    pub(super) fn line_px(&self) -> f32 {
        self.text_px * 1.3
    }

    /// The same for names.
    pub(super) fn name_line_px(&self) -> f32 {
        self.name_px * 1.25
    }

    pub(super) fn width(&self, words: &str, face: Face) -> f32 {
        text::width(words, self.text_px, face)
    }
}

/// Text in at most `most` lines, the last one shortened with "…" if that is not enough; and whether it was. Lists are broken
/// after a comma where that takes no more lines than there may be.
pub(super) fn lines_of(
    words: &str,
    size_px: f32,
    face: Face,
    room_px: f32,
    most: usize,
) -> (Vec<String>, bool) {
    let lines = at_commas(words, size_px, face, room_px);
    if let Some(lines) = lines.filter(|it| it.len() <= most) {
        return (lines, false);
    }
    let mut lines = text::wrap(words, size_px, face, room_px);
    if lines.len() <= most {
        return (lines, false);
    }
    let rest = lines.split_off(most.saturating_sub(1)).join(" ");
    lines.push(text::shorten(&rest, size_px, face, room_px));
    (lines, true)
}

/// Lines that end with a comma but the last; `None` if a part between two commas is wider than the room.
fn at_commas(words: &str, size_px: f32, face: Face, room_px: f32) -> Option<Vec<String>> {
    let fits = |words: &str| text::width(words, size_px, face) <= room_px;
    let mut lines: Vec<String> = Vec::new();
    for part in words.split_inclusive(", ") {
        let longer = lines.last().map(|it| format!("{it} {}", part.trim_end()));
        match (lines.last_mut(), longer) {
            (Some(line), Some(longer)) if fits(&longer) => *line = longer,
            _ if fits(part.trim_end()) => lines.push(part.trim_end().to_owned()),
            _ => return None,
        }
    }
    Some(lines)
}

/// "1 claim", "3 claims", "2 entries".
pub(super) fn counted(number: usize, one: &str) -> String {
    let many = match one.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{one}s"),
    };
    format!("{number} {}", if number == 1 { one } else { &many })
}
