//! A picture as bytes, little-endian: what the window is sent and what the SVG writer reads.
//!
//! ```text
//! "FLSC"  u16 version  u16 zero  f32 width  f32 height  u32 items  u32 hits  u32 bytes of items  items…  hits…
//! item    u8 tag, then its fields in the order of their declaration
//! string  u32 length in bytes, UTF-8
//! paint   u8 0 none | 1 rgba | 2 f32 from_x, f32 to_x, rgba, rgba
//! stroke  u8 0 none | 1 paint, f32 width, u8 dash
//! ```
//!
//! Whoever only points at things skips the items, which are most of a picture, by their length.

mod read;
mod write;

pub use read::{WireError, decode};
pub use write::encode;

/// The first bytes of every picture.
pub const MAGIC: [u8; 4] = *b"FLSC";

/// The version of the layout of the bytes; the screen painter refuses any other.
pub const VERSION: u16 = 2;

/// Numbers of the kinds of items.
mod tag {
    pub(super) const RECT: u8 = 0;
    pub(super) const PATH: u8 = 1;
    pub(super) const TEXT: u8 = 2;
    pub(super) const CLIP: u8 = 3;
    pub(super) const UNCLIP: u8 = 4;
    pub(super) const GROUP: u8 = 5;
    pub(super) const UNGROUP: u8 = 6;
}

/// Numbers of the segments of a path.
mod step {
    pub(super) const MOVE: u8 = 0;
    pub(super) const LINE: u8 = 1;
    pub(super) const CUBIC: u8 = 2;
    pub(super) const CLOSE: u8 = 3;
}

#[cfg(test)]
mod tests;
