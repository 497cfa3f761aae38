//! How links are drawn.
