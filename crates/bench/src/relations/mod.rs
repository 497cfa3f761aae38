//! Charts of relations: whether what is drawn can be read, beside graphviz and ELK on the same boxes.

mod drawn;
mod made;

pub use drawn::{Drawn, Named, charts, in_window, on_page};
pub use made::{linked, session};
