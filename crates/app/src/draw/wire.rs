//! A picture as bytes for the window.

use chart::Picture;
use scene::wire::encode;

use crate::lookup::rows::count;

/// How much comes before the scene in the bytes of a picture.
pub const PICTURE_HEADER_BYTES: usize = 36;

/// A picture as bytes (see [`crate::picture`]), with the number of the state that was drawn.
pub(crate) fn bytes(picture: &Picture, state: u32) -> Vec<u8> {
    let scene = encode(&picture.scene);
    let mut bytes = Vec::with_capacity(PICTURE_HEADER_BYTES + scene.len());
    bytes.extend(picture.window.from_days.to_le_bytes());
    bytes.extend(picture.window.to_days.to_le_bytes());
    bytes.extend(picture.content_height_px.to_le_bytes());
    for number in [picture.drawn, picture.earlier, picture.later] {
        bytes.extend(count(number).to_le_bytes());
    }
    bytes.extend(state.to_le_bytes());
    bytes.extend(scene);
    bytes
}
