//! Pages as a file.

use std::path::Path;

use api::Fault;
use api::dto::ExportArgs;
use api::words::Format;
use scene::pdf::Page;
use scene::png::{Pixels, PngError, Raster};
use scene::{pdf, png, svg};

use super::broken;
use super::pages::{Drawn, DrawnPage};
use crate::lookup::atomic_file;

/// A sheet of A4 that part of a poster is printed on, its margin that printers leave white, and how far neighbors overlap;
/// in points.
const TILE_PT: [f32; 2] = [841.89, 595.28];
const TILE_MARGIN_PT: f32 = 20.0;
const OVERLAP_PT: f32 = 24.0;

/// What the ending of a file's name says that it is written as.
pub(super) fn format_of(path: &Path) -> Result<Format, Fault> {
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    ending.unwrap_or_default().parse().map_err(|_unknown| {
        let name = atomic_file::file_name(path);
        let message = format!("\"{name}\" does not say how to write it");
        Fault::argument("path", message).help("end the name with .svg, .png or .pdf")
    })
}

/// The pages in their format.
pub(super) fn bytes(drawn: &Drawn, args: &ExportArgs, format: Format) -> Result<Vec<u8>, Fault> {
    match format {
        Format::Pdf if args.page.tiles => pdf_of(&tiles(drawn)),
        Format::Pdf => pdf_of(&filled(drawn)),
        Format::Png => {
            let page = only(drawn)?;
            png::from_svg(&page.svg, raster(drawn, page, args)).map_err(too_large)
        }
        Format::Svg if args.page.outlines => {
            let page = only(drawn)?;
            svg::outlined(&page.svg, &page.options())
                .map(String::into_bytes)
                .map_err(broken)
        }
        Format::Svg => Ok(only(drawn)?.svg.clone().into_bytes()),
    }
}

/// The picture as bare pixels.
pub(super) fn pixels(drawn: &Drawn, args: &ExportArgs) -> Result<Pixels, Fault> {
    let page = only(drawn)?;
    png::pixels(&page.svg, raster(drawn, page, args)).map_err(too_large)
}

/// A page as a PNG of this width.
pub(super) fn preview(page: &DrawnPage, width_px: f32) -> Result<Vec<u8>, Fault> {
    let raster = Raster {
        scale: width_px / page.svg_width_px,
        px_per_inch: None,
    };
    png::from_svg(&page.svg, raster).map_err(too_large)
}

/// PNG and SVG hold one picture.
fn only(drawn: &Drawn) -> Result<&DrawnPage, Fault> {
    match drawn.pages.as_slice() {
        [page] => Ok(page),
        _ => Err(Fault::argument("view", "only a PDF holds several charts")
            .help("end the name with .pdf, or export one chart at a time")),
    }
}

fn raster(drawn: &Drawn, page: &DrawnPage, args: &ExportArgs) -> Raster {
    let scale = args.page.scale.unwrap_or(1.0);
    Raster {
        scale: page.size_px[0] / page.svg_width_px * scale,
        px_per_inch: Some(drawn.paper.px_per_inch * scale),
    }
}

fn too_large(error: PngError) -> Fault {
    Fault::argument("scale", error.to_string())
}

fn pdf_of(pages: &[Page<'_>]) -> Result<Vec<u8>, Fault> {
    pdf::from_svgs(pages).map_err(broken)
}

/// One page of its real size for each.
fn filled(drawn: &Drawn) -> Vec<Page<'_>> {
    let points = |page: &DrawnPage| page.size_px.map(|side| side * drawn.paper.pt_per_px());
    let pages = drawn.pages.iter();
    pages
        .map(|page| Page::filled(&page.svg, points(page)))
        .collect()
}

/// Each page on as many sheets of A4 as it takes, row by row, overlapping so that they can be glued.
fn tiles(drawn: &Drawn) -> Vec<Page<'_>> {
    drawn
        .pages
        .iter()
        .flat_map(|it| tiles_of(drawn, it))
        .collect()
}

fn tiles_of<'a>(drawn: &Drawn, page: &'a DrawnPage) -> Vec<Page<'a>> {
    let whole = page.size_px.map(|side| side * drawn.paper.pt_per_px());
    let held = TILE_PT.map(|side| side - 2.0 * TILE_MARGIN_PT);
    let count = |side: usize| {
        let beyond = (whole[side] - held[side]).max(0.0);
        1 + (beyond / (held[side] - OVERLAP_PT)).ceil() as usize
    };
    let at =
        |side: usize, number: usize| TILE_MARGIN_PT - number as f32 * (held[side] - OVERLAP_PT);
    let places = (0..count(1)).flat_map(|row| (0..count(0)).map(move |column| (row, column)));
    places
        .map(|(row, column)| Page {
            svg: &page.svg,
            paper_pt: TILE_PT,
            drawing_width_pt: whole[0],
            at_pt: [at(0, column), at(1, row)],
        })
        .collect()
}
