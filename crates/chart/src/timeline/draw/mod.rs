//! Drawing a timeline.

pub(crate) mod all_links;
pub(crate) mod band;
pub(crate) mod bucket;
pub(crate) mod card;
pub(crate) mod density;
pub(crate) mod fade;
pub(crate) mod folded;
pub(crate) mod header;
#[cfg(test)]
mod icons;
pub(crate) mod label;
pub(crate) mod legend;
pub(crate) mod lettering;
pub(crate) mod link_counts;
pub(crate) mod link_tag;
pub(crate) mod mark;
pub(crate) mod obstacles;
pub(crate) mod overview;
pub(crate) mod paint_mark;
pub(crate) mod painter;
pub(crate) mod placed;
pub(crate) mod rails;
pub(crate) mod selection;
pub(crate) mod set_label;
pub(crate) mod short_count;
pub(crate) mod since_axis;
pub(crate) mod spot;
pub(crate) mod stops;
pub(crate) mod stub;
pub(crate) mod tracks;
pub(crate) mod trend;
