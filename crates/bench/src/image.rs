//! A timeline of the events that other drawing tools are measured on, as a PNG: the work of one export, from bare events.

use std::path::Path;

use api::{Fault, FaultCode};
use chart::{LanesBy, PageSpec, Paper, Timeline, TimelineView, Words};
use model::{Event, EventId, FuzzyDate, Theme, ThemeId, Workspace};
use scene::Theme as Colors;
use scene::png::Raster;
use scene::svg::SvgOptions;
use serde_json::{Value, json};

use super::no_file;

const WIDTH_PX: f32 = 1920.0;
const HEIGHT_PX: f32 = 1080.0;

/// An event as the harness has it.
#[derive(serde::Deserialize)]
struct Given {
    start: String,
    end: String,
    title: String,
    theme: String,
    sev: u8,
}

/// Draws the events of a JSON file as a timeline in lanes by theme into a PNG 1,920 wide.
///
/// # Errors
/// [`FaultCode::File`], or [`FaultCode::BadArgument`] when the file holds no events.
pub fn image(events: &Path, out: &Path) -> Result<Value, Fault> {
    let text = std::fs::read_to_string(events).map_err(|it| no_file(&it))?;
    let given: Vec<Given> = serde_json::from_str(&text)
        .map_err(|it| Fault::new(FaultCode::BadArgument, format!("No events: {it}")))?;
    let workspace = workspace(&given)?;
    let png = drawn(&workspace).map_err(|it| no_file(&it))?;
    std::fs::write(out, &png).map_err(|it| no_file(&it))?;
    Ok(json!({ "events": workspace.events.len(), "bytes": png.len() }))
}

fn workspace(given: &[Given]) -> Result<Workspace, Fault> {
    let mut names: Vec<&str> = given.iter().map(|it| it.theme.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let hues = ["blue", "vermilion", "green", "rose", "gold", "sky"];
    let themes = (1..).zip(&names).zip(hues.iter().cycle());
    let mut workspace = Workspace {
        themes: themes
            .map(|((id, name), hue)| Theme {
                id: ThemeId(id),
                handle: (*name).to_owned(),
                name: (*name).to_owned(),
                parent: None,
                hue: (*hue).to_owned(),
            })
            .collect(),
        ..Workspace::default()
    };
    for (id, it) in (1..).zip(given) {
        let mut event = Event::titled(EventId(id), format!("E{id}"), it.title.as_str());
        let edtf = if it.start == it.end {
            it.start.clone()
        } else {
            format!("{}/{}", it.start, it.end)
        };
        let date = FuzzyDate::from_edtf(&edtf)
            .map_err(|it| Fault::new(FaultCode::BadArgument, it.to_string()))?;
        event.date = Some(date);
        event.severity = it.sev;
        let theme = workspace.themes.iter().find(|theme| theme.name == it.theme);
        event.themes.extend(theme.map(|it| it.id));
        workspace.events.push(event);
    }
    Ok(workspace)
}

fn drawn(workspace: &Workspace) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let spec = PageSpec {
        paper: Paper::custom(WIDTH_PX, HEIGHT_PX),
        theme: Colors::Print,
        transparent: false,
        logo: None,
        several: false,
        sources_apart: false,
    };
    let words = |_: &chart::Picture| Words {
        title: String::from("Fifty events"),
        ..Words::default()
    };
    let timeline = Timeline::new(workspace, LanesBy::Theme, None, |_| true);
    let timeline = std::cell::RefCell::new(timeline);
    let pages = chart::pages(&spec, words, |look| {
        let view = TimelineView {
            look,
            window: None,
            selected: None,
            steps: 1,
            links: false,
            hovered: None,
            overview: false,
        };
        timeline.borrow_mut().draw(workspace, &view)
    });
    let options = SvgOptions {
        width_px: Some(WIDTH_PX),
        ..SvgOptions::default()
    };
    let scene = pages.sheets.into_iter().next().map(|it| it.scene);
    let bytes = scene::wire::encode(&scene.unwrap_or_default());
    let raster = Raster {
        scale: 1.0,
        px_per_inch: None,
    };
    Ok(scene::png::from_svg(
        &scene::svg::write(&bytes, &options)?,
        raster,
    )?)
}
