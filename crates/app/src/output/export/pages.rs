//! The pages of an export, drawn.

use api::Fault;
use api::dto::{ExportArgs, NoArgs, PresetRow};
use chart::{PageSpec, Paper, Preset, Sheet, Words};
use scene::logo::Logo;
use scene::svg::SvgOptions;

use super::subject::Subject;
use super::{VIEWS, broken, words};
use crate::draw::chart::palette;
use crate::session::Session;

/// Pixels to an inch in which an SVG is measured.
const SVG_PER_INCH: f32 = 96.0;
/// A page as it goes into a file.
pub(super) struct DrawnPage {
    pub(super) svg: String,
    /// Width that the SVG says it has.
    pub(super) svg_width_px: f32,
    /// Width and height in pixels of a PNG at scale 1.
    pub(super) size_px: [f32; 2],
    pub(super) words: Words,
}

impl DrawnPage {
    /// What its SVG says about itself.
    pub(super) fn options(&self) -> SvgOptions {
        SvgOptions {
            title: self.words.title.clone(),
            description: self.words.subtitle.clone(),
            ..SvgOptions::default()
        }
    }
}

/// Everything an export shows.
pub(super) struct Drawn {
    pub(super) paper: Paper,
    /// The page by name; `None` for a custom one.
    pub(super) preset: Option<&'static Preset>,
    pub(super) pages: Vec<DrawnPage>,
}

impl Drawn {
    /// The pages of the chart `view`; with `several`, what does not fit on a sheet goes on on the next.
    pub(super) fn of(
        session: &Session,
        view: &str,
        args: &ExportArgs,
        several: bool,
        tell: &dyn Fn(&str),
    ) -> Result<Self, Fault> {
        let preset = preset(args);
        let paper = preset.map_or_else(|| custom(args), |it| it.paper);
        let logo = logo(session, args)?;
        let mut pages = Vec::new();
        let views = if view == "all" { &VIEWS[..] } else { &[view] };
        for (at, one) in views.iter().enumerate() {
            match views.len() {
                1 => tell(&format!("Drawing the {}", words::name(one))),
                all => tell(&format!(
                    "Drawing the {} ({} of {all})",
                    words::name(one),
                    at + 1
                )),
            }
            let titled = words::titled(args, view, one);
            let whole = preset.is_some_and(|it| it.whole);
            let subject = Subject::of(session, one, &titled, whole)?;
            let spec = PageSpec {
                paper: spread(paper, one),
                theme: palette(args.theme),
                transparent: args.transparent,
                logo: logo.as_ref().map(|it| [it.width_px, it.height_px]),
                several,
            };
            pages.append(&mut drawn(
                session,
                &spec,
                &subject,
                &titled,
                logo.as_ref(),
            )?);
        }
        Ok(Self {
            paper,
            preset,
            pages,
        })
    }
}

fn drawn(
    session: &Session,
    spec: &PageSpec,
    subject: &Subject<'_>,
    args: &ExportArgs,
    logo: Option<&Logo>,
) -> Result<Vec<DrawnPage>, Fault> {
    let workspace = session.workspace();
    let said = chart::pages(
        spec,
        |picture| words::words(session, subject, picture, args),
        |look| subject.draw(workspace, look),
    );
    let words = said.words;
    let svg_width_px = spec.paper.width_px * SVG_PER_INCH / spec.paper.px_per_inch;
    let page = |sheet: Sheet| {
        let grown = spec.paper.width_px / sheet.scene.width_px;
        let options = SvgOptions {
            title: words.title.clone(),
            description: words.subtitle.clone(),
            width_px: Some(svg_width_px),
            border_paths: spec.several,
            logo: logo.cloned().zip(sheet.logo),
        };
        let bytes = scene::wire::encode(&sheet.scene);
        Ok(DrawnPage {
            svg: scene::svg::write(&bytes, &options).map_err(broken)?,
            svg_width_px,
            // The last bits of a height that was laid out are no part of a size.
            size_px: [
                spec.paper.width_px,
                (sheet.scene.height_px * grown * 100.0).round() / 100.0,
            ],
            words: words.clone(),
        })
    };
    said.sheets.into_iter().map(page).collect()
}

/// Charts whose content does not grow with their width are no wider laid out than this: on a poster they get larger letters.
const SPREAD_PX: f32 = 1_400.0;

fn spread(paper: Paper, view: &str) -> Paper {
    if matches!(view, "timeline" | "causes" | "layers") {
        return paper;
    }
    Paper {
        widest_px: paper.widest_px.min(SPREAD_PX),
        ..paper
    }
}

fn custom(args: &ExportArgs) -> Paper {
    let [width_px, height_px] = args.size_px.unwrap_or([1920.0, 1080.0]);
    Paper::custom(width_px, height_px)
}

/// The page that is asked for by name; `None` for a custom one.
fn preset(args: &ExportArgs) -> Option<&'static Preset> {
    let word = match (args.preset, args.size_px) {
        (None, Some(_)) => api::words::Preset::Custom,
        (None, None) => api::words::Preset::Slide,
        (Some(word), _) => word,
    };
    chart::preset_of(word.word())
}

fn logo(session: &Session, args: &ExportArgs) -> Result<Option<Logo>, Fault> {
    let kept = session.workspace().settings.logo().filter(|_| args.logo);
    kept.map(Logo::of).transpose().map_err(|error| {
        Fault::argument("logo", error.to_string()).help("choose the logo again, or leave it out")
    })
}

/// The pages by name.
pub(crate) fn presets(_: &Session, _: NoArgs) -> Result<Vec<PresetRow>, Fault> {
    let row = |it: &Preset| {
        let word = it.word.parse().ok()?;
        let size_px = [it.paper.width_px, it.paper.height_px];
        let mm = |px: f32| px / it.paper.px_per_inch * chart::MM_PER_INCH;
        Some(PresetRow {
            word,
            name: it.name.to_owned(),
            size_px: size_px.map(f32::round),
            size_mm: size_px.map(|side| (mm(side) * 10.0).round() / 10.0),
        })
    };
    Ok(chart::PRESETS.iter().filter_map(row).collect())
}
