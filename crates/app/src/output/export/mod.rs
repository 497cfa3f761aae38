//! Exports: a chart with its page around it, written as SVG, PNG or PDF.

mod file;
mod glyphs;
mod highlighted;
mod left_out;
mod logo;
mod page_text;
mod pages;
pub(crate) mod settings;
mod sources;
mod tally;
#[cfg(test)]
mod tests;

use std::path::Path;

use api::bounds::Bounded as _;
use api::dto::{ExportArgs, Exported, PreviewInfo};
use api::words::Format;
use api::{Fault, FaultCode};
use chart::Pages;
use scene::png::Pixels;

use crate::lookup::atomic_file;
use crate::session::Session;
use pages::Drawn;

pub(crate) use logo::remove_logo;
pub use logo::take_logo;
pub(crate) use pages::presets;
pub(crate) use settings::{delete_export_settings, export_settings, save_export_settings};
pub(crate) use sources::source_line;

/// Writes a chart, or all of them as pages of one PDF, to `path`, whose ending says how: svg, png or pdf. What exists is
/// overwritten only with `force`.
///
/// # Errors
/// A bad argument, [`FaultCode::Exists`] or [`FaultCode::File`]; then `path` is as it was before.
pub fn export(
    session: &Session,
    args: &ExportArgs,
    path: impl AsRef<Path>,
    force: bool,
) -> Result<Exported, Fault> {
    export_telling(session, args, path, force, &|_| {})
}

/// Like [`export`]; progress messages go to `tell`.
///
/// # Errors
/// As [`export`].
pub fn export_telling(
    session: &Session,
    args: &ExportArgs,
    path: impl AsRef<Path>,
    force: bool,
    tell: &dyn Fn(&str),
) -> Result<Exported, Fault> {
    session.must_be_whole()?;
    api::call::edge(|| {
        let path = path.as_ref();
        args.check_bounds()?;
        let format = file::format_of(path)?;
        let name = atomic_file::file_name(path);
        if !force && path.exists() {
            return Err(atomic_file::exists(&name));
        }
        let drawn = Drawn::of(session, args, format == Format::Pdf, tell)?;
        tell(&format!("Writing {name}"));
        let bytes = file::bytes(&drawn, args, format)?;
        atomic_file::write(path, &bytes, force)?;
        Ok(Exported {
            file_name: name,
            bytes: bytes.len() as u64,
            left_out: Vec::new(),
            counts: drawn.counts,
        })
    })
}

/// What an export with these settings shows: the same pages, the one that is asked for drawn as a PNG `width_px` wide.
///
/// # Errors
/// A bad argument.
pub fn preview(
    session: &Session,
    args: &ExportArgs,
    page: u32,
    width_px: f32,
) -> Result<(PreviewInfo, Vec<u8>), Fault> {
    session.must_be_whole()?;
    api::call::edge(|| {
        args.check_bounds()?;
        api::bounds::number("width_px", width_px, &(16.0..=4_000.0))?;
        let format = args.page.format.unwrap_or(Format::Png);
        let drawn = Drawn::of(session, args, format == Format::Pdf, &|_| {})?;
        let at = (page.max(1) as usize).min(drawn.pages.len()) - 1;
        let png = file::preview(&drawn.pages[at], width_px)?;
        Ok((info(&drawn, at, args), png))
    })
}

/// The picture of an export with these settings as bare pixels, for the clipboard.
///
/// # Errors
/// A bad argument, or a picture that would be too large.
pub fn image(session: &Session, args: &ExportArgs) -> Result<Pixels, Fault> {
    session.must_be_whole()?;
    api::call::edge(|| {
        args.check_bounds()?;
        let drawn = Drawn::of(session, args, false, &|_| {})?;
        file::pixels(&drawn, args)
    })
}

/// The sheets of an image with these settings as they are laid out, before they are written: for those who measure what is
/// drawn. One for each chart.
///
/// # Errors
/// A bad argument.
pub fn sheets(session: &Session, args: &ExportArgs) -> Result<Vec<Pages>, Fault> {
    session.must_be_whole()?;
    api::call::edge(|| {
        args.check_bounds()?;
        let logo = pages::logo(session, &args.page)?;
        let laid = pages::laid(session, args, logo.as_ref(), false, &|_| {})?;
        Ok(laid.into_iter().map(|it| it.1).collect())
    })
}

fn info(drawn: &Drawn, at: usize, args: &ExportArgs) -> PreviewInfo {
    let page = &drawn.pages[at];
    let scale = args.page.scale.unwrap_or(1.0);
    let is_custom = drawn.preset.is_none();
    let mm = |px: f32| px / drawn.paper.px_per_inch * chart::MM_PER_INCH;
    let count = crate::lookup::rows::count;
    PreviewInfo {
        page: count(at + 1),
        pages: count(drawn.pages.len()),
        size_px: page.size_px.map(|side| (side * scale).round()),
        size_mm: (!is_custom).then(|| page.size_px.map(mm)),
        title: page.words.title.clone(),
        subtitle: page.words.subtitle.clone(),
        note: page.words.note.clone(),
        lacking: page.words.lacking.clone(),
    }
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::new(
        FaultCode::Internal,
        format!("the picture cannot be written: {error}"),
    )
}
