//! s
/// s
pub struct Session;
