//! Foreign files, as they come.

#[cfg(test)]
mod marks;
#[cfg(test)]
mod series;
#[cfg(test)]
mod sorts;
