//! Foreign files in, as offers that the analyst takes or leaves, and the workspace out, for other programs. Bytes in, bytes
//! out: nothing here opens a file.

pub mod brief;
pub mod data;
pub mod series;
pub mod whole;
