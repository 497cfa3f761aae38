//! Foreign files, as they come.

#[cfg(test)]
mod series;
