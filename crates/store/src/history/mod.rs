//! The history: a tree of steps, each with the rows that it changed, so that any state there was can be had back.
//!
//! A step keeps a changeset of SQLite's session extension. Undo goes to the parent of the step where the file stands,
//! by applying the changeset inverted; redo goes to the newest child. A change after an undo begins a new branch; the
//! old one stays and can be restored. Nothing here knows what an event is: one mechanism for every kind of thing.

mod apply;
mod change;
mod list;
mod record;
mod standing;
mod step;
mod travel;

pub use change::{FieldChange, RowChange, RowWhat};
pub use list::History;
pub(crate) use record::Recording;
pub(crate) use standing::Standing;
pub use step::Step;
pub(crate) use step::seal_all;
pub use travel::Stepped;
