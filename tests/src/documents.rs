//! The pictures of the documents: screenshots that the tests take anyway, copied when files are renewed.

use std::path::{Path, PathBuf};

use anyhow::Result;

/// Names of screenshots, and where they stand under `docs`.
const PICTURES: [(&str, &str); 9] = [
    ("timeline-1440-light", "window.png"),
    ("quick-add", "guide/pictures/quick-add.png"),
    ("form-grade-grid", "guide/pictures/form.png"),
    ("link-timeline", "guide/pictures/link.png"),
    ("chain", "guide/pictures/chain.png"),
    ("conflict", "guide/pictures/conflict.png"),
    ("index-point", "guide/pictures/index.png"),
    ("export", "guide/pictures/export.png"),
    ("brief", "guide/pictures/brief.png"),
];

/// Copies a screenshot to where the documents show it, while `cargo xtask update` renews files.
pub(crate) fn renew(name: &str, picture: &Path) -> Result<()> {
    if std::env::var_os("FAULTLINE_UPDATE").is_none() {
        return Ok(());
    }
    let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs");
    for (_, place) in PICTURES.iter().filter(|it| it.0 == name) {
        let place = docs.join(place);
        std::fs::create_dir_all(place.parent().unwrap_or(&docs))?;
        std::fs::copy(picture, place)?;
    }
    Ok(())
}
