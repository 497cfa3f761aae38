//! The history: a tree of steps, each with the rows that it changed, so that any earlier state can be restored.
//!
//! A step stores a changeset of SQLite's session extension. Undo goes to the parent of the current step by applying the
//! inverted changeset; redo goes to the newest child. A change after an undo starts a new branch; the old one is kept and
//! can be restored. A step whose changes are damaged is skipped in both directions: its effect stays, and the steps beyond it
//! are applied where the rows are as they left them. Nothing here knows what an event is: one mechanism serves every table.

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
