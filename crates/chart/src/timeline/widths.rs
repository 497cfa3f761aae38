//! About how wide a title is: enough to claim room for it.

use model::Event;
use scene::{Face, text};

use super::frame::LABEL_PX;
use crate::marks::label_face;

/// A label does not claim more of its row than this; it may still take what is free.
const LABEL_CLAIM_PX: f64 = 430.0;
/// Faces of labels, by their numbers.
const FACES: [Face; 5] = [
    Face::Regular,
    Face::Medium,
    Face::SemiBold,
    Face::Italic,
    Face::SemiBoldItalic,
];

/// Widths of letters, to claim room for labels without measuring every one of a hundred thousand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Widths([[f64; 128]; 5]);

impl Widths {
    pub(super) fn measure() -> Self {
        Self(FACES.map(|face| {
            std::array::from_fn(|code| {
                let letter = char::from(code as u8);
                if letter.is_control() {
                    return 0.0;
                }
                f64::from(text::width(&format!("n{letter}n"), LABEL_PX, face))
                    - f64::from(text::width("nn", LABEL_PX, face))
            })
        }))
    }

    /// The width that the label of `event` claims.
    pub(super) fn of(&self, event: &Event) -> f32 {
        let table = &self.0[(label_face(event) as usize).min(4)];
        // What is not ASCII is claimed as wide as a letter of Chinese at most.
        let width_of = |letter: char| {
            let wide = if letter as u32 >= 0x2E80 { 1.0 } else { 0.6 };
            table
                .get(letter as usize)
                .copied()
                .unwrap_or(f64::from(LABEL_PX) * wide)
        };
        let mut sum = 0.0;
        for letter in event.title.chars() {
            sum += width_of(letter);
            if sum >= LABEL_CLAIM_PX {
                return LABEL_CLAIM_PX as f32;
            }
        }
        sum as f32
    }
}
