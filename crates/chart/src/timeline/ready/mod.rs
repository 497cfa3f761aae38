//! The timeline kept ready while window and size change, and updated after edits.

pub(crate) mod fit;
pub(crate) mod since;
pub(crate) mod timeline;
pub(crate) mod update;
pub(crate) mod walk;
