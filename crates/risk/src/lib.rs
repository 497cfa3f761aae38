//! Numbers over time that an analyst can defend: the risk index, market and reference series, the event study.
//!
//! There are no hidden weights: every weight is in the workspace ([`model::Weights`]), and every point of the index can be
//! broken down into the events behind it ([`shares`]).

mod attention;
mod change;
mod entry;
mod figure_check;
mod grades;
mod heat;
mod index;
mod scaled;
mod session;
mod share;
mod spell;
mod study;

pub use attention::attention;
pub use change::{Changes, changes};
pub use entry::{Entries, Entry, IndexPart, LeftOut, entries};
pub use figure_check::{Basis, Checked, Verdict, check_figure, is_checkable};
pub use heat::{Heat, heat};
pub use index::{Lines, lines};
pub use scaled::{rebased, standardized};
pub use session::{Close, CloseError, day_zero};
pub use share::{Share, shares};
pub use spell::Spell;
pub use study::{
    Average, Car, Line, Model, Study, StudyError, WINDOWS, average, rebased_line, study,
};
