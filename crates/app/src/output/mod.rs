//! What leaves the program: exported pictures, the brief, data for other programs, copies, and what doctor says of a file.

pub(crate) mod brief;
pub(crate) mod copy;
pub(crate) mod data;
pub(crate) mod doctor;
pub(crate) mod export;
