//! Approximate widths of titles, good enough to reserve room for them.

use model::Event;
use scene::{Face, text};

use crate::marks::label_face;
use crate::timeline::frame::LABEL_PX;

/// No label reserves more than this, which is wider than most windows.
const WIDEST_PX: f64 = 900.0;
/// Faces of labels, in order of their numbers.
const FACES: [Face; 5] = [
    Face::Regular,
    Face::Medium,
    Face::SemiBold,
    Face::Italic,
    Face::SemiBoldItalic,
];

/// Widths are integers in this fraction of a pixel, because those add up faster.
const PER_PX: f64 = 65_536.0;

/// Widths of characters, to reserve room for labels without measuring each of a hundred thousand.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Widths([[u32; 128]; 5]);

impl Widths {
    pub(crate) fn measure() -> Self {
        Self(FACES.map(|face| {
            let alone = text::width("nn", LABEL_PX, face);
            std::array::from_fn(|code| {
                let character = char::from(code as u8);
                if character.is_control() {
                    return 0;
                }
                let width = text::width(&format!("n{character}n"), LABEL_PX, face);
                units(f64::from(width) - f64::from(alone))
            })
        }))
    }

    /// The width reserved for the label of `event`, not including a pin.
    pub(crate) fn of(&self, event: &Event) -> f32 {
        let table = &self.0[(label_face(event) as usize).min(4)];
        let title = &event.title;
        let sum: u64 = if title.is_ascii() {
            title
                .bytes()
                .map(|it| u64::from(table[usize::from(it & 127)]))
                .sum()
        } else {
            title
                .chars()
                .map(|it| u64::from(other_than_ascii(it, table)))
                .sum()
        };
        (sum as f64 / PER_PX).min(WIDEST_PX) as f32
    }
}

/// The width of a character. Outside ASCII, at most that of a Chinese character is reserved.
fn other_than_ascii(character: char, table: &[u32; 128]) -> u32 {
    let wide = if character as u32 >= 0x2E80 { 1.0 } else { 0.6 };
    table
        .get(character as usize)
        .copied()
        .unwrap_or_else(|| units(f64::from(LABEL_PX) * wide))
}

fn units(width_px: f64) -> u32 {
    (width_px * PER_PX).round() as u32
}
