//! Names: finding what goes by one, names like one, and making new ones.
//!
//! Wherever a verb takes a theme, category, actor, place, source, dataset or type of link, it takes an id, a handle or a
//! name, with case, accents and punctuation ignored. Slips of the finger never choose anything by themselves: they only
//! make a name worth offering.

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
