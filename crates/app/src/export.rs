//! Exports: a chart with its page around it, written as SVG, PNG or PDF.

use std::collections::BTreeSet;
use std::path::Path;

use chart::{GroupsBy, Look, PageSpec, Picture, Timeline, Window};
use model::date::Day;
use model::{Event, EventId, Source, SourceId, Target, Workspace};
use scene::svg::SvgOptions;
use serde_json::Value;

use crate::dto::{ExportArgs, Exported, StudyArgs};
use crate::filter::{Sieve, cited};
use crate::pictures::{
    Chart, View, as_of, collapsed, event, filters, flow, groups_by, lanes, near, steps,
};
use crate::risk::{Asked, Chosen, Grid, window};
use crate::verbs::typed;
use crate::{Fault, FaultCode, Session, beside};

/// A page when no size is asked for.
const SIZE_PX: [f32; 2] = [1920.0, 1080.0];

/// What an export may be written as, by the end of its file's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Pdf,
}

/// Writes the chart `view` (timeline, causes, layers, themes, index, study, heat or outlook) to `path`, whose ending says how: svg, png or pdf.
/// What exists is overwritten only with `force`.
///
/// # Errors
/// A bad argument, [`FaultCode::Exists`] or [`FaultCode::File`]; then `path` is as it was before.
pub fn export(
    session: &Session,
    view: &str,
    args: Value,
    path: impl AsRef<Path>,
    force: bool,
) -> Result<Exported, Fault> {
    crate::edge(|| {
        let path = path.as_ref();
        let args: ExportArgs = typed(args)?;
        let format = format(path)?;
        let name = beside::file_name(path);
        if !force && path.exists() {
            return Err(beside::exists(&name));
        }
        let bytes = draw(session, view, &args, format)?;
        beside::write(path, &bytes, force)?;
        Ok(Exported {
            file_name: name,
            bytes: bytes.len() as u64,
        })
    })
}

fn format(path: &Path) -> Result<Format, Fault> {
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("svg") => Ok(Format::Svg),
        Some("png") => Ok(Format::Png),
        Some("pdf") => Ok(Format::Pdf),
        _ => Err(Fault::argument(
            "path",
            format!(
                "\"{}\" does not say how to write it",
                beside::file_name(path)
            ),
        )
        .help("end the name with .svg, .png or .pdf")),
    }
}

fn draw(
    session: &Session,
    view: &str,
    args: &ExportArgs,
    format: Format,
) -> Result<Vec<u8>, Fault> {
    let grid = match view {
        "index" => Some(Grid::index(
            session,
            &args.filter,
            &args.scaling,
            &args.series,
            window(args.from_days, args.to_days),
            as_of(session, args.as_of.as_deref())?,
        )?),
        "study" => Some(Grid::Study(Box::new(Asked::of(session, study(args)?)?))),
        "heat" => {
            let window = window(args.from_days, args.to_days);
            Some(Grid::heat(
                session,
                &args.filter,
                window,
                args.scaling.known_on.as_deref(),
            )?)
        }
        "outlook" => Some(Grid::outlook(session, &args.filter, since(args)?)?),
        _ => None,
    };
    match grid {
        Some(grid) => draw_grid(session, &grid, args, format),
        None => draw_chart(session, view, args, format),
    }
}

fn study(args: &ExportArgs) -> Result<&StudyArgs, Fault> {
    args.study.as_ref().ok_or_else(|| {
        Fault::argument("study", "nothing is said to be studied").help("name events and a series")
    })
}

fn since(args: &ExportArgs) -> Result<Option<Day>, Fault> {
    args.since
        .as_deref()
        .map(|it| crate::check::day("since", it))
        .transpose()
}

/// A chart of numbers with its page.
fn draw_grid(
    session: &Session,
    grid: &Grid<'_>,
    args: &ExportArgs,
    format: Format,
) -> Result<Vec<u8>, Fault> {
    let workspace = session.workspace();
    let [width_px, height_px] = args.size_px.unwrap_or(SIZE_PX);
    let events = grid.events();
    let mut sources = cited_lines(workspace, &events, false);
    sources.extend(grid.origins());
    let as_of = as_of(session, args.as_of.as_deref())?;
    let title = || format!("{}: {}", workspace.name, grid.title());
    let page = PageSpec {
        width_px,
        height_px,
        title: args.title.clone().unwrap_or_else(title),
        subtitle: args
            .subtitle
            .clone()
            .unwrap_or_else(|| in_words(args).join("; ")),
        as_of: as_of
            .map(|day| format!("as of {}", day.in_words()))
            .unwrap_or_default(),
        sources,
        note: grid.note(workspace),
        handling: String::new(),
        theme: args.theme.into(),
    };
    let chosen = Chosen {
        selected: event(args.selected.as_deref())?,
        hovered: None,
    };
    write(&page, format, args.scale, |look| {
        grid.draw(workspace, look, chosen)
    })
}

fn draw_chart(
    session: &Session,
    view: &str,
    args: &ExportArgs,
    format: Format,
) -> Result<Vec<u8>, Fault> {
    let workspace = session.workspace();
    let chart = Chart {
        view: match view {
            "timeline" => View::Timeline {
                lanes: lanes(&args.lanes, &args.arrange)?,
                collapse: args.collapse,
                steps: steps(args.steps)?,
                links: args.links,
                overview: args.overview,
            },
            "causes" => View::Causes {
                near: near(session, &args.near, &args.filter)?,
                lanes: args.theme_lanes,
            },
            "layers" => View::Layers {
                near: near(session, &args.near, &args.filter)?,
                flow: flow(args.down),
                implied: args.implied,
                collapsed: collapsed(&args.collapsed)?,
                at: None,
            },
            "themes" => View::Themes {
                near: near(session, &args.near, &args.filter)?,
                by: groups_by(&args.by)?,
                wholes: args.wholes,
                at: None,
            },
            _ => {
                return Err(
                    Fault::argument("view", format!("there is no chart \"{view}\"")).help(
                        "choose timeline, causes, layers, themes, index, study, heat or outlook",
                    ),
                );
            }
        },
        from_days: args.from_days,
        to_days: args.to_days,
        selected: event(args.selected.as_deref())?,
        hovered: None,
        as_of: as_of(session, args.as_of.as_deref())?,
        sieve: Sieve::new(workspace, &args.filter)?,
        filter: &args.filter,
        kept: session.kept(),
    };
    let page = page_spec(workspace, &chart, args);
    write(&page, format, args.scale, |look| {
        chart.draw(workspace, look)
    })
}

/// The page in its format.
fn write(
    page: &PageSpec,
    format: Format,
    scale: Option<f32>,
    body: impl Fn(Look) -> Picture,
) -> Result<Vec<u8>, Fault> {
    let scene = chart::page(page, body);
    let options = SvgOptions {
        title: page.title.clone(),
        description: page.subtitle.clone(),
        width_px: Some(page.width_px),
    };
    let svg = scene::svg::write(&scene::wire::encode(&scene), &options).map_err(broken)?;
    match format {
        Format::Svg => Ok(svg.into_bytes()),
        Format::Png => scene::png::from_svg(&svg, scale.unwrap_or(1.0))
            .map_err(|error| Fault::argument("scale", error.to_string())),
        Format::Pdf => scene::pdf::from_svg(&svg).map_err(broken),
    }
}

fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::new(
        FaultCode::Internal,
        format!("the picture cannot be written: {error}"),
    )
}

fn page_spec(workspace: &Workspace, chart: &Chart<'_>, args: &ExportArgs) -> PageSpec {
    let [width_px, height_px] = args.size_px.unwrap_or(SIZE_PX);
    let theme = args.theme.into();
    // Drawn once without its page, to know the stretch of time that the title names.
    let window = chart
        .draw(
            workspace,
            Look {
                width_px,
                height_px,
                theme,
                scroll_px: 0.0,
            },
        )
        .window;
    PageSpec {
        width_px,
        height_px,
        title: args
            .title
            .clone()
            .unwrap_or_else(|| title(workspace, chart, window)),
        subtitle: args
            .subtitle
            .clone()
            .unwrap_or_else(|| subtitle(workspace, chart, window, args)),
        as_of: chart
            .as_of
            .map(|day| format!("as of {}", day.in_words()))
            .unwrap_or_default(),
        sources: source_lines(workspace, chart, window),
        note: String::new(),
        handling: String::new(),
        theme,
    }
}

/// "Two weeks in June: timeline, 1 June 2025 to 14 June 2025".
fn title(workspace: &Workspace, chart: &Chart<'_>, window: Window) -> String {
    let view = match chart.view {
        _ if chart.is_relative() => return format!("{}: what followed, in days", workspace.name),
        View::Timeline { .. } => "timeline",
        View::Causes { .. } => "causes and effects",
        View::Layers { .. } => return format!("{}: what leads to what", workspace.name),
        View::Themes { by, .. } => {
            let what = match by {
                GroupsBy::Theme => "themes",
                GroupsBy::Actor => "actors",
            };
            return format!("{}: how its {what} act on one another", workspace.name);
        }
    };
    format!("{}: {view}, {}", workspace.name, period(window))
}

fn period(window: Window) -> String {
    let first = Day(window.from_days.floor() as i64);
    // A window ends before its end: one up to midnight does not touch the day that begins there.
    let last = Day((window.to_days.ceil() as i64 - 1).max(first.0));
    if first == last {
        first.in_words()
    } else {
        format!("{} to {}", first.in_words(), last.in_words())
    }
}

fn subtitle(workspace: &Workspace, chart: &Chart<'_>, window: Window, args: &ExportArgs) -> String {
    let (passing, total) = (
        chart.sieve.passing().count(),
        chart.sieve.eligible().count(),
    );
    let shown = chart.part().map_or(passing, BTreeSet::len);
    let within = entries(workspace, chart, window).len();
    if chart.is_map() || chart.part().is_some() {
        let mut parts = vec![match (shown == total, chart.part()) {
            (true, _) => format!("All {total} entries"),
            (false, None) => format!("{shown} of {total} entries pass the filter"),
            (false, Some(_)) => {
                format!(
                    "{shown} of {total} entries; +n counts what is linked with an entry and not shown"
                )
            }
        }];
        if filters(&args.filter) {
            parts.extend(in_words(args));
        }
        return parts.join("; ");
    }
    let mut parts = vec![match (within == total, shown == total) {
        (true, _) => format!("All {total} entries"),
        (false, true) => format!("{within} of {total} entries lie in this period"),
        (false, false) => {
            format!("{shown} of {total} entries pass the filter, {within} lie in this period")
        }
    }];
    if filters(&args.filter) {
        parts.extend(in_words(args));
    }
    parts.join("; ")
}

/// The filter in words, as far as they need no list.
fn in_words(args: &ExportArgs) -> Vec<String> {
    let filter = &args.filter;
    let mut parts = Vec::new();
    if filter.severity_min > 1 {
        parts.push(format!("severity {} and above", filter.severity_min));
    }
    if !filter.statuses.is_empty() {
        parts.push(filter.statuses.join(", "));
    }
    if !filter.words.is_empty() {
        parts.push(format!("with \"{}\"", filter.words));
    }
    parts
}

fn touches(event: &Event, window: Window) -> bool {
    let span = event.date.as_ref().and_then(model::FuzzyDate::span_days);
    span.is_some_and(|(from, to)| from < window.to_days && to > window.from_days)
}

/// What lies in the window.
fn entries(workspace: &Workspace, chart: &Chart<'_>, window: Window) -> BTreeSet<EventId> {
    if chart.is_relative() {
        let within = |it: &mut Timeline| it.within(window.from_days, window.to_days);
        return chart.with_timeline(workspace, within).into_iter().collect();
    }
    let inside = chart
        .sieve
        .passing()
        .filter(|it| chart.part().is_none_or(|part| part.contains(&it.id)))
        .filter(|it| chart.is_map() || touches(it, window));
    inside.map(|event| event.id).collect()
}

/// What is cited for the entries in the window and for the links between them.
fn source_lines(workspace: &Workspace, chart: &Chart<'_>, window: Window) -> Vec<String> {
    let events = entries(workspace, chart, window);
    cited_lines(
        workspace,
        &events,
        !matches!(chart.view, View::Timeline { .. }),
    )
}

/// What is cited for these events and, `with_links`, for the links between them.
fn cited_lines(workspace: &Workspace, events: &BTreeSet<EventId>, with_links: bool) -> Vec<String> {
    let cited = cited(workspace);
    let mut wanted: BTreeSet<SourceId> = events
        .iter()
        .filter_map(|id| cited.get(id))
        .flatten()
        .copied()
        .collect();
    if with_links {
        let links = workspace
            .links
            .iter()
            .filter(|it| events.contains(&it.cause) && events.contains(&it.effect));
        let citations = links.flat_map(|link| workspace.citations_of(Target::Link(link.id)));
        wanted.extend(citations.map(|citation| citation.source));
    }
    let sources = workspace
        .sources
        .iter()
        .filter(|source| wanted.contains(&source.id));
    sources.map(source_line).collect()
}

/// "Reuters, Trump ends talks, 6 June 2025"; the page sets its number before it.
pub(crate) fn source_line(source: &Source) -> String {
    let published = source
        .published
        .as_ref()
        .map(|date| date.words.as_str())
        .unwrap_or_default();
    let parts = [source.outlet.as_str(), &source.title, published];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}
