//! The timeline made ready, kept while window and size change, and brought up to date by edits.

pub(crate) mod fit;
pub(crate) mod since;
pub(crate) mod timeline;
pub(crate) mod update;
pub(crate) mod walk;
