//! A picture as bytes for the window.

use api::dto::PictureFacts;
use chart::Picture;
use scene::Scene;
use scene::wire::encode;

use crate::lookup::rows::count;

/// How much comes before the facts, the legend and the scene in the bytes of a picture.
pub const PICTURE_HEADER_BYTES: usize = 44;
/// Where the header says how many bytes the facts and the legend have.
const LENGTHS_AT: usize = 36;

/// A picture with the legend that was asked for.
pub(crate) struct Drawn {
    pub(crate) picture: Picture,
    /// Its rows and order, if they are to be kept.
    pub(crate) layout: Option<Vec<Vec<Vec<String>>>>,
    pub(crate) legend: Option<Scene>,
}

impl From<Picture> for Drawn {
    fn from(picture: Picture) -> Self {
        Self {
            picture,
            layout: None,
            legend: None,
        }
    }
}

/// A picture as bytes (see [`crate::picture`]), with the number of the state that was drawn.
pub(crate) fn bytes(drawn: Drawn, state: u32) -> Vec<u8> {
    let picture = drawn.picture;
    let scene = encode(&picture.scene);
    let legend = drawn.legend.as_ref().map(encode).unwrap_or_default();
    let facts = serde_json::json!(PictureFacts {
        counts: picture.counts,
        layout: drawn.layout,
    });
    let facts = facts.to_string().into_bytes();
    let length = PICTURE_HEADER_BYTES + facts.len() + legend.len() + scene.len();
    let mut bytes = Vec::with_capacity(length);
    bytes.extend(picture.window.from_days.to_le_bytes());
    bytes.extend(picture.window.to_days.to_le_bytes());
    bytes.extend(picture.content_height_px.to_le_bytes());
    for number in [picture.drawn, picture.earlier, picture.later] {
        bytes.extend(count(number).to_le_bytes());
    }
    bytes.extend(state.to_le_bytes());
    for part in [&facts, &legend] {
        bytes.extend(count(part.len()).to_le_bytes());
    }
    bytes.extend(facts);
    bytes.extend(legend);
    bytes.extend(scene);
    bytes
}

/// The parts of a picture's bytes after the header: facts as JSON, legend and scene; `None` if they are cut off.
#[must_use]
pub fn picture_parts(bytes: &[u8]) -> Option<[&[u8]; 3]> {
    let length = |at: usize| {
        let four = bytes.get(LENGTHS_AT + at..)?.first_chunk::<4>()?;
        usize::try_from(u32::from_le_bytes(*four)).ok()
    };
    let rest = bytes.get(PICTURE_HEADER_BYTES..)?;
    let (facts, rest) = rest.split_at_checked(length(0)?)?;
    let (legend, scene) = rest.split_at_checked(length(4)?)?;
    Some([facts, legend, scene])
}
