//! What a session remembers from one verb to the next; every change of the workspace brings it up to date or drops it.

pub(crate) mod highlight;
pub(crate) mod index;
mod recent;
pub(crate) mod shown;
mod time_order;
pub(crate) mod timeline;
pub(crate) mod titles;
