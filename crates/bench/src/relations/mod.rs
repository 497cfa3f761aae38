//! Charts of relations: whether what is drawn can be read, and how much of it, beside graphviz and ELK on the same boxes.

mod boxes;
mod direct;
mod drawn;
mod made;
mod many;
mod north;
mod numbers;
mod others;
mod sample;
mod stability;
mod table;

use std::path::{Path, PathBuf};

use api::Fault;
use app::Session;

pub use drawn::{Drawn, Named, chart_named, charts, in_window, on_page};
pub use made::{linked, session};
pub use numbers::Numbers;
pub use table::{Row, table};

/// Our letters have to be so much larger than those of dot.
const TIMES_DOT: f32 = 1.5;
/// The slide, in pixels.
const SLIDE_PX: (f32, f32) = (1920.0, 1080.0);

/// What is at hand to measure with.
#[derive(Debug, Clone, Default)]
pub struct Tools {
    /// A folder for files that are made up.
    pub folder: PathBuf,
    /// A folder whose `node_modules` has elkjs; `None` to leave ELK out.
    pub elk: Option<PathBuf>,
    /// The folder of the North DAGs; `None` to leave them out.
    pub north: Option<PathBuf>,
}

/// Every figure, with the bar that it is held against.
///
/// # Errors
/// [`api::FaultCode::File`].
pub fn relations(tools: &Tools) -> Result<Vec<Row>, Fault> {
    let file = tools.folder.join("relations-sample.faultline");
    crate::clear(&file)?;
    let session = Session::new_sample(&file)?;
    let mut rows = fitting(&session, tools.elk.as_deref())?;
    rows.extend(sample::sample(&session)?);
    rows.extend(many::many(&tools.folder)?);
    rows.extend(stability::stability(session.workspace()));
    rows.extend(match &tools.north {
        Some(folder) => north::north(folder)?,
        None => vec![Row::beside("North", "skipped: no folder of graphs was given")],
    });
    Ok(rows)
}

/// The letters with which the whole sample fits a slide below its title: ours, dot's and ELK's.
fn fitting(session: &Session, elk: Option<&Path>) -> Result<Vec<Row>, Fault> {
    let room_px = room(session)?;
    let what = "sample, all titles in full below the title of a slide: letters";
    let Some((ours, boxes)) = boxes::largest(session.workspace(), room_px) else {
        return Ok(vec![Row::barred(
            what,
            "never in full",
            "1.5 x dot",
            false,
        )]);
    };
    let dot = others::dot(&boxes);
    let elk = elk.and_then(|it| others::elk(&boxes, it));
    let mut rows = vec![match &dot {
        Some(dot) => Row::barred(
            what,
            format!("{ours:.2} px, {:.2} x dot", ours / dot.letters_px),
            "at least 1.5 x dot",
            ours >= TIMES_DOT * dot.letters_px,
        ),
        None => Row::beside(what, format!("{ours:.2} px")),
    }];
    for (name, found) in [
        ("  the same boxes laid out by dot", dot),
        ("  the same boxes laid out by ELK", elk),
    ] {
        rows.push(Row::beside(
            name,
            found.map_or_else(
                || String::from("skipped: it is not installed"),
                |it| format!("{:.2} px ({})", it.letters_px, it.way),
            ),
        ));
    }
    Ok(rows)
}

/// The room below the title of a slide, in its pixels: as wide as the chart, down to the margin.
fn room(session: &Session) -> Result<[f32; 2], Fault> {
    let drawn = on_page(
        session,
        &chart_named("cause map")?,
        api::words::Preset::Slide,
    )?;
    let corner = drawn.room.map_or((0.0, 0.0), |it| (it.left, it.top));
    let (margin_px, top_px) = (corner.0 * drawn.scale, corner.1 * drawn.scale);
    Ok([
        SLIDE_PX.0 - 2.0 * margin_px,
        SLIDE_PX.1 - top_px - margin_px,
    ])
}
