//! What tests of the real window are written with. The tests themselves are in `tests/tests`.
//!
//! [`readers`] are programs of others that open our files. [`driver`] starts a screen and `WebKitGTK`'s own driver, [`window`] is what a person can do in the window.

mod documents;
pub mod driver;
pub mod readers;
pub mod window;

pub use driver::Setting;
pub use window::{CANVAS_BYTES, Window, in_window};
