//! The brief: gathered from the workspace and its history, written as HTML, DOCX, PDF or Markdown, and shown page by page.

mod brief_writer;
mod changed;
mod changes;
mod charts;
mod entry;
mod gather;
mod material;
mod notes;
mod part;
mod summary;
#[cfg(test)]
mod tests;
mod time;

use std::path::Path;

use api::bounds::Bounded as _;
use api::dto::{BriefArgs, Exported};
use api::{Fault, FaultCode};
use exchange::brief::{self as set, Brief};
use scene::{Scene, place};

use crate::lookup::atomic_file;
use crate::session::Session;

/// Writes the brief since a day to `path`, whose ending says how: html, docx, pdf or md. What exists is overwritten only with
/// `force`.
///
/// # Errors
/// A bad argument, [`FaultCode::Exists`] or [`FaultCode::File`]; then `path` is as it was before.
pub fn brief(
    session: &Session,
    path: impl AsRef<Path>,
    args: &BriefArgs,
    force: bool,
) -> Result<Exported, Fault> {
    session.must_be_whole()?;
    api::call::edge(|| {
        let path = path.as_ref();
        args.check_bounds()?;
        let name = atomic_file::file_name(path);
        let ending = path
            .extension()
            .map(|it| it.to_string_lossy().to_lowercase());
        let ending = ending.unwrap_or_default();
        if !["html", "htm", "docx", "pdf", "md"].contains(&ending.as_str()) {
            let message = format!("\"{name}\" does not say how to write it");
            return Err(Fault::argument("path", message)
                .help("end the name with .html, .docx, .pdf or .md"));
        }
        if !force && path.exists() {
            return Err(atomic_file::exists(&name));
        }
        let bytes = bytes(&gather::gather(session, args, ending != "md")?, &ending)?;
        atomic_file::write(path, &bytes, force)?;
        Ok(Exported {
            file_name: name,
            bytes: bytes.len() as u64,
            left_out: Vec::new(),
            counts: Vec::new(),
        })
    })
}

fn bytes(brief: &Brief, ending: &str) -> Result<Vec<u8>, Fault> {
    let broken = |error: String| {
        Fault::new(
            FaultCode::Internal,
            format!("the brief cannot be written: {error}"),
        )
        .help("leave charts out, or write it as HTML")
    };
    match ending {
        "docx" => set::docx(brief).map_err(broken),
        "pdf" => set::pdf(brief).map_err(|error| broken(error.to_string())),
        "md" => Ok(set::markdown(brief).into_bytes()),
        _ => Ok(set::html(brief).into_bytes()),
    }
}

/// Pages of a brief that are shown at once.
const MOST_PAGES: usize = 12;
/// Between two pages that are shown.
const GAP_PX: f32 = 18.0;

/// The pages of the brief, one below the other: `drawn` of them, and `later` more.
pub(crate) fn pages(session: &Session, args: BriefArgs) -> Result<chart::Picture, Fault> {
    let paper = set::pages(&gather::gather(session, &args, true)?);
    let all = paper.pages.len();
    let shown = all.min(MOST_PAGES);
    let mut whole = Scene::default();
    for page in paper.pages.into_iter().take(MOST_PAGES) {
        if whole.height_px > 0.0 {
            whole.height_px += GAP_PX;
        }
        whole.items.extend(page.items.into_iter().map(|mut item| {
            place::shift(&mut item, 0.0, whole.height_px);
            item
        }));
        whole.width_px = page.width_px;
        whole.height_px += page.height_px;
    }
    Ok(chart::Picture {
        growth: chart::Growth::Whole,
        content_height_px: whole.height_px,
        scene: whole,
        window: chart::Window {
            from_days: 0.0,
            to_days: 1.0,
        },
        legend: Vec::new(),
        drawn: shown,
        earlier: 0,
        later: all - shown,
        counts: String::new(),
        free: None,
        map: None,
    })
}
