//! Imports files of other programs, as offers that the analyst accepts or rejects, and exports the workspace. Bytes in, bytes
//! out: nothing here opens a file.

pub mod brief;
pub mod data;
pub mod series;
pub mod whole;
