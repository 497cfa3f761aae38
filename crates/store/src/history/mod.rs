//! The history: a tree of steps, each with the rows that it changed, so that any state there was can be had back.
//!
//! A step keeps a changeset of SQLite's session extension. Undo goes to the parent of the step where the file stands,
//! by applying the changeset inverted; redo goes to the newest child. A change after an undo begins a new branch; the
//! old one stays and can be restored. A step of which the changes are damaged is passed over in both directions: what it did
//! stays as it is, and the steps beyond are taken where the rows are as they left them. Nothing here knows what an event is: one mechanism for every kind of thing.

mod apply;
mod change;
mod check;
mod list;
mod record;
mod standing;
mod step;
mod travel;

pub(crate) use change::Altered;
pub use change::{FieldChange, RowChange, RowWhat};
pub(crate) use check::{findings, renew_events, renew_standing};
pub use list::History;
pub(crate) use record::Recording;
pub(crate) use standing::Standing;
pub use step::Step;
pub(crate) use step::seal_all;
pub use travel::{Ahead, Stepped};
