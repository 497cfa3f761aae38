//! The name of a lane, broken to fit into the lane headers.

use scene::{Face, text};

use crate::timeline::frame::HEADER_PX;

/// Size of the name.
pub(crate) const NAME_PX: f32 = 12.0;
/// Left margin of the text in a header.
pub(crate) const INSET_PX: f32 = 11.0;
/// Width for text in a header.
pub(crate) const ROOM_PX: f32 = HEADER_PX - INSET_PX - 3.0;

/// The name on at most two lines.
pub(crate) fn wrapped(name: &str) -> Vec<String> {
    let fits = |words: &str| text::width(words, NAME_PX, Face::SemiBold) <= ROOM_PX;
    if fits(name) {
        return vec![name.to_owned()];
    }
    let cut = name
        .rmatch_indices(' ')
        .map(|(at, _)| at)
        .find(|&at| fits(&name[..at]));
    let Some(at) = cut else {
        return vec![text::shorten(name, NAME_PX, Face::SemiBold, ROOM_PX)];
    };
    let rest = text::shorten(&name[at + 1..], NAME_PX, Face::SemiBold, ROOM_PX);
    vec![name[..at].to_owned(), rest]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_takes_two_lines() {
        assert_eq!(wrapped("US–China trade"), ["US–China", "trade"]);
        assert_eq!(wrapped("Markets"), ["Markets"]);
    }
}
