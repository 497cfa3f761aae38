//! The logo of a workspace: read from a file, sanitized, stored in the workspace.

use std::path::Path;

use api::dto::{Done, NoArgs};
use api::{Fault, FaultCode};
use model::Settings;

use crate::lookup::atomic_file;
use crate::session::Session;

/// Characters of a logo as it is kept.
const MOST: usize = 1_000_000;
/// Bytes of a file that is looked at.
const MOST_BYTES: u64 = 2_000_000;

/// Takes an image (PNG, JPEG or SVG) as the logo, which exports may draw. Only what is visible is stored.
///
/// # Errors
/// If it cannot be read or is not such an image.
pub fn take_logo(session: &mut Session, path: impl AsRef<Path>) -> Result<Done, Fault> {
    api::call::edge(|| {
        let path = path.as_ref();
        let name = atomic_file::file_name(path);
        let file = read(path, &name)?;
        let refused = |why: String| Fault::argument("logo", why);
        let kept = scene::logo::clean(&file).map_err(|error| refused(error.to_string()))?;
        if kept.len() > MOST {
            let why = format!("\"{name}\" is too complex for a logo");
            return Err(refused(why).help("use a simpler drawing, or a PNG of it"));
        }
        session.write(|plan| {
            plan.set_setting(Settings::logo_key().to_owned(), Some(kept.clone()));
            Ok(format!("Set “{name}” as the logo"))
        })
    })
}

fn read(path: &Path, name: &str) -> Result<Vec<u8>, Fault> {
    let size = std::fs::metadata(path).map(|it| it.len());
    if size.as_ref().is_ok_and(|it| *it > MOST_BYTES) {
        let why = format!("\"{name}\" is too large for a logo");
        return Err(Fault::argument("logo", why).help("use one of at most 2 MB"));
    }
    std::fs::read(path).map_err(|_refused| {
        let why = format!("\"{name}\" cannot be read");
        Fault::new(FaultCode::File, why).help("check its name and your permission to read it")
    })
}

/// Removes the logo.
pub(crate) fn remove_logo(session: &mut Session, _: NoArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        plan.set_setting(Settings::logo_key().to_owned(), None);
        Ok(String::from("Remove the logo"))
    })
}
