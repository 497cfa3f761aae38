//! The workspace file: SQLite, one write path, search. The only crate that knows SQL.
//!
//! A `.faultline` file is one file: a rollback journal exists only while a change is being written, and nothing is
//! next to the file when it is idle. Every change goes through [`File::change`].

mod change;
mod copy;
mod date;
mod derived;
mod edit;
mod error;
mod file;
mod guard;
mod hints;
mod history;
mod old_pins;
mod read;
mod salvage;
mod schema;
mod seal;
mod search;
mod table;
#[cfg(test)]
mod tests;
mod touched;
pub mod words;

pub use change::Changed;
pub use edit::Edit;
pub use error::StoreError;
pub use file::File;
pub use history::{Ahead, FieldChange, History, RowChange, RowWhat, Step, Stepped};
pub use salvage::{Examination, Salvaged, Tally, examine, salvage};
pub use schema::{APPLICATION_ID, VERSION};
pub use touched::Touched;
