//! How links are drawn: one grammar for the timeline and the causal chart.
//!
//! The line tells certainty (whole, dashed, dotted), the head the sign (arrow raises, bar lowers,
//! double bar blocks, ring without direction), a sign on the line the family (chevron, diamond, double
//! line, quotation mark, lag strokes), the width how many claims are drawn as one.

mod bundle;
mod course;
mod draw;
mod legend;
mod shapes;
mod style;

pub(crate) use bundle::{Bundle, bundles};
pub(crate) use course::{Course, bulge, hits, rounded};
pub(crate) use draw::arrow;
pub(crate) use legend::legend_of;
pub(crate) use style::{Emphasis, Family, Style};
