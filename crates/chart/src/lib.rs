//! Charts: takes a workspace and what to show of it, returns a picture.
//!
//! [`Timeline`] and [`causes()`] return a [`Picture`]: a scene with hit areas, the window as drawn and the legend entries
//! that occur. `page` adds title, legend, note and sources for export. Nothing here reads a clock or keeps state: the
//! same arguments give the same scene.

mod axis;
mod cause_map;
mod causes;
mod emphasis;
mod extent;
mod figure;
mod heat;
mod index;
mod legible;
mod links;
mod map;
mod map_facts;
mod marks;
mod outlook;
mod page;
mod paper;
mod pins;
mod plot;
mod recolor;
mod shift;
mod spec;
mod study;
#[cfg(test)]
mod testing;
mod themes;
mod timeline;

pub use cause_map::cause_map;
pub use causes::causes;
pub use figure::figure;
pub use heat::{HeatRow, heat};
pub use index::{Index, IndexScale, IndexSpec, index, index_strip};
pub use legible::{Legibility, crosses, legibility, legibility_among};
pub use map_facts::MapFacts;
pub use outlook::{OutlookSpec, Prospect, outlook};
pub use page::{PageSpec, Pages, Sheet, Words, pages, screen_legend};
pub use paper::{Height, MM_PER_INCH, PRESETS, PT_PER_INCH, Paper, Preset, preset_of};
pub use spec::{
    At, CauseMapSpec, CausesSpec, Fit, Flow, GroupsBy, Growth, Highlight, Lanes, LanesBy,
    LegendEntry, Look, Picture, ThemesSpec, TimelineView, Window,
};
pub use study::{Studied, StudySpec, study};
pub use themes::themes;
pub use timeline::Timeline;
