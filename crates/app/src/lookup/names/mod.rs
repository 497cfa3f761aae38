//! Names: finding an item by its name, similar names, and handles for new items.
//!
//! Wherever a verb takes a theme, category, actor, place, source, dataset or type of link, it takes an id, a handle or a
//! name, with case, accents and punctuation ignored. A name with typing errors is never resolved silently: it only leads to
//! suggestions.

mod find;
mod key;
mod lists;
mod near;
pub(crate) mod slug;
#[cfg(test)]
mod tests;

pub(crate) use find::{
    Found, actor, category, dataset, find, link_type, near, place, several, source, theme, unknown,
};
pub(crate) use key::{squeezed, words};
pub(crate) use lists::{List, Lists, NamedItem};
pub(crate) use near::{Typed, slips, slips_of_start};
pub(crate) use slug::{actor_handle, handle};
