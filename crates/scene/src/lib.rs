//! The picture: positioned marks and text, its encoded bytes, and painters to SVG, PNG and PDF.
//!
//! Every chart produces a [`Scene`]. `wire` encodes it as bytes; the screen painter (`ui/src/scene`) and the SVG writer
//! here are the only two readers of those bytes. PNG and PDF are made from that SVG, so an export shows what the screen
//! showed.

mod bounds;
mod color;
pub mod document;
mod fonts;
mod item;
pub mod logo;
mod path;
pub mod pdf;
pub mod place;
pub mod png;
pub mod svg;
pub mod text;
pub mod wire;

pub use bounds::Bounds;
pub use color::{Palette, Rgba, Theme, traffic_light};
pub use item::{Anchor, Dash, Face, Hit, HitKind, Item, Paint, Run, Scene, Stroke};
pub use path::{Path, Segment};
