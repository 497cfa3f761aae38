//! How links are drawn: the same visual language on the timeline and the causal chart.
//!
//! The line shows certainty (solid, dashed, dotted), the head the sign (arrow raises, bar lowers, double bar blocks,
//! ring has no direction), a sign on the line the family (chevron, diamond, double line, quotation mark, lag strokes),
//! and the width how many claims are drawn as one.

mod bundle;
mod course;
mod draw;
mod legend;
mod shapes;
mod style;

pub(crate) use bundle::{Bundle, bundles};
pub(crate) use course::{Course, Point, bulge, hits, rounded};
pub(crate) use draw::{arrow, shared_arrow};
pub(crate) use legend::legend_of;
pub(crate) use style::{Emphasis, Family, Style, sign_of};
