//! Golden pictures: pictures that were reviewed and are kept in `tests/pictures`, to be compared with what is drawn now.
//!
//! Only for tests, of any crate. A picture that differs is written to `target/goldens` beside the expected one and an image
//! of the difference, and `target/goldens/report.html` shows all of them. Look at it before renewing pictures with
//! `FAULTLINE_UPDATE=1`.

mod difference;
mod pixels;
mod report;

use std::path::{Path, PathBuf};

use pixels::Pixels;
use report::Report;

/// Compares `png` with the golden picture `tests/pictures/GROUP/NAME`, by pixels. Returns the name if they differ, after
/// adding both to the report; with `FAULTLINE_UPDATE` set, the golden picture is replaced instead.
///
/// # Panics
/// If a file cannot be written.
#[must_use]
pub fn differs(group: &str, name: &str, png: &[u8]) -> Option<String> {
    let folder = root().join("tests/pictures").join(group);
    let file = folder.join(name);
    if std::env::var_os("FAULTLINE_UPDATE").is_some() && !same(&read(&file), png) {
        std::fs::create_dir_all(&folder).expect("the folder of pictures can be made");
        std::fs::write(&file, png).expect("a picture can be written");
    }
    compare(group, name, &read(&file), png)
}

/// Compares two pictures by pixels. Returns the name if they differ, after adding both to the report; if they do not, they are
/// taken off the report. An `expected` picture that is missing is empty.
///
/// # Panics
/// If a file cannot be written.
#[must_use]
pub fn compare(group: &str, name: &str, expected: &[u8], actual: &[u8]) -> Option<String> {
    let report = Report::in_folder(target().join("goldens"));
    if same(expected, actual) {
        report.remove(group, name);
        return None;
    }
    report.add(group, name, expected, actual);
    Some(name.to_owned())
}

/// Whether two PNGs have the same pixels. Their bytes also depend on how the compressor was built.
fn same(one: &[u8], other: &[u8]) -> bool {
    let one = Pixels::read(one);
    one.is_some() && one == Pixels::read(other)
}

fn read(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap_or_default()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
