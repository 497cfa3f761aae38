//! Lists as they are managed, the words of the forms, and statements without a citation.

mod cited;
mod items;
#[cfg(test)]
mod tests;
mod uncited;
mod vocabulary;

pub(crate) use cited::cited;
pub(crate) use items::items;
pub(crate) use uncited::uncited;
pub(crate) use vocabulary::vocabulary;
