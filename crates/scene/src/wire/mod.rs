//! A picture as bytes, little-endian: what the window receives and what the SVG writer reads.
//!
//! ```text
//! "FLSC"  u16 version  u16 zero  f32 width  f32 height  u32 items  u32 hits  u32 bytes of items  items…  hits…
//! item    u8 tag, then its fields in the order of their declaration
//! string  u32 length in bytes, UTF-8
//! paint   u8 0 none | 1 rgba | 2 f32 from_x, f32 to_x, rgba, rgba
//! stroke  u8 0 none | 1 paint, f32 width, u8 dash
//! ```
//!
//! A reader that only needs hits can skip the items, which are most of a picture, by their length.

mod format;
mod read;
mod write;

pub use format::{MAGIC, VERSION};
pub use read::{WireError, decode};
pub use write::encode;

#[cfg(test)]
mod tests;
