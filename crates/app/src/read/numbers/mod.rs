//! Numbers over time: the index and what makes its points, series, the event study.

mod checked;
mod index;
pub(crate) mod method;
pub(crate) mod scaled;
mod series;
mod study;
mod weights;

pub(crate) use checked::checked;
pub(crate) use index::{index, index_point};
pub(crate) use series::{find_all, series};
pub(crate) use study::{Asked, study};
pub(crate) use weights::weights;
