//! Moving a drawing on the page, and drawing it larger or smaller.

pub(crate) use scene::place::{scale, shift};
