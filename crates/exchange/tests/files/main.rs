//! Files of others, read.

mod marks;
mod series;
mod sorts;
