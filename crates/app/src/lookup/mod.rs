//! Finding and naming things in a workspace: filters, names, titles, rows. What every verb may ask.

pub mod atomic_file;
pub(crate) mod event;
pub(crate) mod event_context;
pub(crate) mod filter;
pub(crate) mod grade;
pub(crate) mod names;
pub(crate) mod rows;
pub(crate) mod series_extent;
pub(crate) mod titles;
pub(crate) mod tree;
pub(crate) mod value;
pub(crate) mod vocabulary;
pub(crate) mod weight;
