//! Numbers over time: the index and what makes its points, series, the event study, and the pictures of all of them.

mod checked;
mod extent;
mod index;
mod join;
mod kept;
mod method;
mod pictures;
mod prospects;
mod series;
mod study;
mod take;
mod weights;

pub(crate) use checked::checked;
pub(crate) use index::{index, index_point};
pub(crate) use kept::Cache;
pub(crate) use pictures::{Chosen, Grid, heat, index_chart, outlook, study_chart, window};
pub(crate) use series::{delete_series, edit_series, find_all, series};
pub(crate) use study::{Asked, study};
pub use take::{read_series, take_series};
pub(crate) use weights::{set_weight, weights};
