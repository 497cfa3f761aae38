//! Charts: a workspace and what to show of it in, a picture out.
//!
//! [`Timeline`] and [`causes`] give a [`Picture`]: a scene with what can be pointed at, the window as
//! drawn and the legend entries that occur. [`page`] puts title, legend, note and sources around one
//! for export. Nothing here reads a clock or keeps state: the same arguments give the same scene.

mod axis;
mod causes;
mod extent;
mod links;
mod marks;
mod page;
mod shift;
mod spec;
mod timeline;

pub use causes::causes;
pub use page::{PageSpec, page};
pub use spec::{CausesSpec, Lanes, LanesBy, LegendEntry, Look, Picture, TimelineView, Window};
pub use timeline::Timeline;
