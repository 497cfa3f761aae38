//! The verbs that read: rows, details, answers, numbers, history. None of them changes anything or draws.

pub(crate) mod answers;
mod counts;
pub(crate) mod date;
pub(crate) mod event;
pub(crate) mod filter_words;
pub(crate) mod history;
pub(crate) mod hits;
pub(crate) mod in_lane;
pub(crate) mod list;
pub(crate) mod manage;
pub(crate) mod numbers;
pub(crate) mod overview;
pub(crate) mod page;
pub(crate) mod pins;
pub(crate) mod search;
pub(crate) mod undated;
