//! The pages of an export, drawn.

use api::Fault;
use api::dto::{
    Chart, ChartArgs, ExportArgs, Filter, Focus, NoArgs, PageOptions, PresetRow, TimeWindow,
};
use api::words::ChartKind;
use chart::{PageSpec, Pages, Paper, Preset, Sheet, Words};
use scene::logo::Logo;
use scene::svg::SvgOptions;

use super::{broken, page_text};
use crate::draw::subject::Subject;
use crate::draw::terms::palette;
use crate::lookup::filter::CompiledFilter;
use crate::lookup::rows::extent;
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
    /// What each chart says of its own completeness, where it says anything.
    pub(super) counts: Vec<String>,
}

impl Drawn {
    /// The pages of what is asked for; with `several`, what does not fit on a sheet goes on on the next.
    pub(super) fn of(
        session: &Session,
        args: &ExportArgs,
        several: bool,
        tell: &dyn Fn(&str),
    ) -> Result<Self, Fault> {
        let preset = preset(&args.page);
        let paper = preset.map_or_else(|| custom(&args.page), |it| it.paper);
        let logo = logo(session, &args.page)?;
        let (mut pages, mut counts) = (Vec::new(), Vec::new());
        for (spec, laid) in laid(session, args, logo.as_ref(), several, tell)? {
            counts.extend(Some(laid.words.counts.clone()).filter(|it| !it.is_empty()));
            pages.append(&mut written(&spec, laid, logo.as_ref())?);
        }
        Ok(Self {
            paper,
            preset,
            pages,
            counts,
        })
    }
}

/// The sheets of each chart that is asked for, with what they are laid out on; with `several`, what does not fit on a sheet
/// goes on on the next.
pub(super) fn laid(
    session: &Session,
    args: &ExportArgs,
    logo: Option<&Logo>,
    several: bool,
    tell: &dyn Fn(&str),
) -> Result<Vec<(PageSpec, Pages)>, Fault> {
    let preset = preset(&args.page);
    let paper = preset.map_or_else(|| custom(&args.page), |it| it.paper);
    let charts = match &args.chart.chart {
        Chart::All(all) => all.each().to_vec(),
        one => vec![one.clone()],
    };
    let count = charts.len();
    let one = |(at, chart): (usize, Chart)| {
        let name = page_text::name(chart.kind());
        match count {
            1 => tell(&format!("Drawing the {name}")),
            all => tell(&format!("Drawing the {name} ({} of {all})", at + 1)),
        }
        let whole = preset.is_some_and(|it| it.whole);
        let one = ExportArgs {
            page: page_text::titled(&args.page, count > 1, chart.kind()),
            chart: for_page(session, &args.chart, chart, whole),
        };
        let seen_px = one.chart.look.map(|it| [it.width_px, it.height_px]);
        let subject = Subject::of(session, &one.chart, seen_px)?;
        let spec = PageSpec {
            paper: spread(paper, one.chart.chart.kind()),
            theme: palette(args.page.theme),
            transparent: args.page.transparent,
            logo: logo.map(|it| [it.width_px, it.height_px]),
            several,
            sources_apart: args.page.sources_page,
        };
        let pages = chart::pages(
            &spec,
            |picture| page_text::page_text(session, &subject, picture, &one),
            |look| subject.draw(session.workspace(), look),
        );
        Ok((spec, pages))
    };
    charts.into_iter().enumerate().map(one).collect()
}

/// Before and after everything, where everything is drawn, as a share of its length.
const AROUND: f64 = 0.01;

/// What is asked for, of one chart and for a page: without what is for the screen, and on a page that shows the `whole` over
/// all the time there is.
fn for_page(session: &Session, args: &ChartArgs, mut chart: Chart, whole: bool) -> ChartArgs {
    let mut args = ChartArgs {
        chart: chart.clone(),
        ..args.clone()
    };
    (args.focus.hovered, args.focus.hovered_link) = (None, None);
    match &mut chart {
        // A timeline draws the links of the selection. Elsewhere it is only ringed.
        Chart::Timeline(it) => {
            if whole && it.arrange.since.is_empty() {
                args.window = everything(session, &args.filter).unwrap_or(args.window);
            }
            // Of a whole timeline much may be empty.
            it.collapse |= whole;
        }
        Chart::Themes(it) => {
            args.focus = Focus::default();
            it.hovered = None;
        }
        Chart::Index(it) => {
            args.focus = Focus::default();
            (it.at, it.strip_left_px) = (None, None);
        }
        _ => args.focus = Focus::default(),
    }
    args.chart = chart;
    args
}

/// All the time there is in what passes `filter`, and a little around it.
fn everything(session: &Session, filter: &Filter) -> Option<TimeWindow> {
    let all = extent(CompiledFilter::new(session.workspace(), filter).passing())?;
    let around = ((all.to_days - all.from_days) * AROUND).max(1.0);
    Some(TimeWindow {
        from_days: Some(all.from_days - around),
        to_days: Some(all.to_days + around),
    })
}

/// The sheets of a chart as they go into a file.
fn written(spec: &PageSpec, said: Pages, logo: Option<&Logo>) -> Result<Vec<DrawnPage>, Fault> {
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
            // Rounding errors of a computed height must not be part of a size.
            size_px: [
                spec.paper.width_px,
                (sheet.scene.height_px * grown * 100.0).round() / 100.0,
            ],
            words: words.clone(),
        })
    };
    said.sheets.into_iter().map(page).collect()
}

/// Charts whose content does not grow with their width are no wider laid out than this: on a poster their text is larger.
const SPREAD_PX: f32 = 1_400.0;

fn spread(paper: Paper, kind: ChartKind) -> Paper {
    if matches!(
        kind,
        ChartKind::Timeline | ChartKind::Causes | ChartKind::CauseMap
    ) {
        return paper;
    }
    Paper {
        widest_px: paper.widest_px.min(SPREAD_PX),
        ..paper
    }
}

fn custom(args: &PageOptions) -> Paper {
    let [width_px, height_px] = args.size_px.unwrap_or([1920.0, 1080.0]);
    Paper::custom(width_px, height_px)
}

/// The page that is asked for by name; `None` for a custom one.
fn preset(args: &PageOptions) -> Option<&'static Preset> {
    let word = match (args.preset, args.size_px) {
        (None, Some(_)) => api::words::Preset::Custom,
        (None, None) => api::words::Preset::Slide,
        (Some(word), _) => word,
    };
    chart::preset_of(word.word())
}

pub(super) fn logo(session: &Session, args: &PageOptions) -> Result<Option<Logo>, Fault> {
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
