//! `chart`: draws into a file. No display is needed.

use api::dto::{
    Arrange, CauseMapChart, CausesChart, ChartArgs, ExportArgs, ExportSetting, ExportSettings,
    FilterWordsArgs, Focus, IndexChart, MapAt, Near, NoArgs, OutlookChart, PageOptions, StudyChart,
    ThemesChart, TimeWindow, TimelineChart,
};
use api::words::ChartKind;
use api::{Fault, FaultCode};
use app::Session;
use model::EventId;

use crate::args::{Chart, PageArgs};
use crate::ask::{ask, call, pretty, session, word, word_if_any};
use crate::highlight::highlight;
use crate::print::Progress;
use crate::{index::scaling, study::studying};

/// Writes the chart that is asked for.
pub(crate) fn chart(args: &Chart) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let kind = args.chart.kind();
    let mut wanted = match &args.page.settings {
        Some(name) => saved(&mut session, name, kind)?,
        None => without_options(&mut session, args)?,
    };
    put_page(&mut wanted.page, &args.page)?;
    put_content(&mut session, &mut wanted.chart, args)?;
    crate::args::refuse_unused(args, kind)?;
    if let Some(name) = &args.page.save_settings {
        let setting = ExportSetting {
            name: name.clone(),
            args: wanted.clone(),
        };
        call(&mut session, "save_export_settings", &setting)?;
    }
    let progress = Progress::new();
    let tell = |what: &str| progress.tell(what);
    let done = app::export_telling(&session, &wanted, &args.output, args.force, &tell);
    drop(progress);
    session.leave();
    let done = done.map_err(with_force)?;
    if args.json {
        return Ok(pretty(&serde_json::json!(done)));
    }
    Ok(format!("{}\n", done.file_name))
}

/// What settings of this name ask for.
fn saved(session: &mut Session, name: &str, kind: ChartKind) -> Result<ExportArgs, Fault> {
    let all: ExportSettings = ask(session, "export_settings", &NoArgs::default())?;
    if let Some(it) = all.unreadable.iter().find(|it| it.name == *name) {
        let message = format!(
            "the export settings \"{name}\" cannot be read: {}",
            it.reason
        );
        return Err(Fault::argument("settings", message).help("save them again"));
    }
    let Some(found) = all.settings.into_iter().find(|it| it.name == *name) else {
        let message = format!("there are no export settings \"{name}\"");
        return Err(
            Fault::new(FaultCode::NotFound, message).help("list them with \"faultline settings\"")
        );
    };
    let own = found.args.chart.chart.kind();
    if own != kind {
        let message = format!("\"{name}\" are settings for the {own}");
        return Err(Fault::argument("settings", message).help(format!("draw the {own}")));
    }
    Ok(found.args)
}

/// A chart of this kind without any options.
fn without_options(session: &mut Session, args: &Chart) -> Result<ExportArgs, Fault> {
    use api::dto::Chart as Of;
    let chart = match args.chart.kind() {
        ChartKind::Timeline => Of::Timeline(TimelineChart::default()),
        ChartKind::Causes => Of::Causes(CausesChart::default()),
        ChartKind::CauseMap => Of::CauseMap(CauseMapChart::default()),
        ChartKind::Themes => Of::Themes(ThemesChart::default()),
        ChartKind::Index => Of::Index(IndexChart::default()),
        ChartKind::Study => {
            let series = args.series.first().map(String::as_str).unwrap_or_default();
            let study = studying(session, &args.event, series, &args.studying)?;
            Of::Study(StudyChart { study })
        }
        ChartKind::Heat => Of::Heat(api::dto::HeatChart::default()),
        ChartKind::Outlook => Of::Outlook(OutlookChart::default()),
        ChartKind::All => Of::All(Box::default()),
    };
    Ok(ExportArgs {
        page: PageOptions::default(),
        chart: ChartArgs {
            look: None,
            window: TimeWindow::default(),
            focus: Focus::default(),
            highlight: None,
            filter: api::dto::Filter::default(),
            as_of: None,
            chart,
        },
    })
}

/// Sets a value that was typed; otherwise the saved or default value stays.
fn put<T: Clone>(into: &mut Option<T>, said: &Option<T>) {
    if said.is_some() {
        into.clone_from(said);
    }
}

fn put_page(page: &mut PageOptions, said: &PageArgs) -> Result<(), Fault> {
    if said.preset.is_some() || said.size.is_some() {
        (page.preset, page.size_px) = (word_if_any("preset", said.preset.as_deref())?, said.size);
    }
    put(&mut page.scale, &said.scale);
    if let Some(colors) = said.theme {
        page.theme = colors.word();
    }
    page.transparent |= said.transparent;
    page.outlines |= said.outlines;
    page.tiles |= said.tiles;
    page.sources_page |= said.sources_page;
    page.logo |= said.logo;
    put(&mut page.title, &said.title);
    put(&mut page.subtitle, &said.subtitle);
    put(&mut page.note, &said.note);
    put(&mut page.handling, &said.handling);
    Ok(())
}

/// What is in the chart.
fn put_content(session: &mut Session, into: &mut ChartArgs, args: &Chart) -> Result<(), Fault> {
    let window = |field: &str, words: &Option<String>| {
        let words = words.as_deref();
        words
            .map(|it| app::window_of(session, field, it))
            .transpose()
    };
    let (from, to) = (window("from", &args.from)?, window("to", &args.to)?);
    put(&mut into.window.from_days, &from.map(|it| it.0));
    put(&mut into.window.to_days, &to.map(|it| it.1));
    if let Some(words) = &args.filter {
        let words = words.clone();
        into.filter = ask(session, "filter_words", &FilterWordsArgs { words })?;
    }
    put(&mut into.as_of, &args.as_of);
    let selected = args
        .select
        .as_ref()
        .map(|it| event(session, it))
        .transpose()?;
    put(&mut into.focus.selected, &selected);
    if let Some(words) = &args.highlight {
        into.highlight = Some(highlight(session, words, args.steps)?);
    }
    put_chart(session, &mut into.chart, args)
}

fn event(session: &mut Session, words: &str) -> Result<EventId, Fault> {
    Ok(crate::ask::event(session, words)?.id)
}

fn put_chart(session: &mut Session, into: &mut api::dto::Chart, args: &Chart) -> Result<(), Fault> {
    use api::dto::Chart as Of;
    match into {
        Of::Timeline(it) => put_timeline(session, it, args),
        Of::Causes(it) => put_causes(session, it, args),
        Of::CauseMap(it) => put_cause_map(session, it, args),
        Of::Themes(it) => put_themes(session, it, args),
        Of::Index(it) => put_index(it, args),
        Of::Study(it) => {
            // With settings, what is studied may be said by them.
            if !args.event.is_empty() {
                let series = args.series.first().map(String::as_str).unwrap_or_default();
                it.study = studying(session, &args.event, series, &args.studying)?;
            }
            Ok(())
        }
        Of::Heat(it) => {
            put(&mut it.known_on, &args.scaling.known_on);
            Ok(())
        }
        Of::Outlook(it) => {
            put(&mut it.since, &args.tails_since);
            Ok(())
        }
        Of::All(all) => {
            put_timeline(session, &mut all.timeline, args)?;
            put_causes(session, &mut all.causes, args)?;
            put_cause_map(session, &mut all.cause_map, args)?;
            put_themes(session, &mut all.themes, args)?;
            put_index(&mut all.index, args)?;
            put(&mut all.heat.known_on, &args.scaling.known_on);
            put(&mut all.outlook.since, &args.tails_since);
            Ok(())
        }
    }
}

fn put_timeline(
    session: &mut Session,
    into: &mut TimelineChart,
    args: &Chart,
) -> Result<(), Fault> {
    if let Some(lanes) = &args.lanes {
        into.lanes = word("lanes", lanes)?;
    }
    if !args.fold.is_empty() || args.by_first || !args.since.is_empty() {
        let since = args.since.iter().map(|it| event(session, it));
        into.arrange = Arrange {
            fold: args.fold.clone(),
            by_first: args.by_first,
            since: since.collect::<Result<_, _>>()?,
        };
    }
    into.collapse |= args.collapse;
    into.links |= args.links;
    into.overview |= args.overview;
    put(&mut into.steps, &args.steps);
    Ok(())
}

/// Only what is within some links of an event.
fn put_near(session: &mut Session, into: &mut Near, args: &Chart) -> Result<(), Fault> {
    if let Some(words) = &args.focus {
        *into = Near {
            ids: vec![event(session, words)?],
            steps: args.steps.unwrap_or(1),
        };
    }
    Ok(())
}

fn put_causes(session: &mut Session, into: &mut CausesChart, args: &Chart) -> Result<(), Fault> {
    put_near(session, &mut into.near, args)?;
    into.theme_lanes |= args.theme_lanes;
    into.order |= args.order;
    Ok(())
}

fn at(args: &Chart) -> Option<MapAt> {
    args.at.map(|[x_px, y_px, zoom]| MapAt { x_px, y_px, zoom })
}

fn put_cause_map(
    session: &mut Session,
    into: &mut CauseMapChart,
    args: &Chart,
) -> Result<(), Fault> {
    put_near(session, &mut into.near, args)?;
    put(&mut into.at, &at(args));
    if let Some(flow) = &args.flow {
        into.flow = word("flow", flow)?;
    }
    // Among all charts, what is folded are the lanes of the timeline.
    if !args.fold.is_empty() && args.chart.kind() == ChartKind::CauseMap {
        let folded = args.fold.iter().map(|it| event(session, it));
        into.folded = folded.collect::<Result<_, _>>()?;
    }
    into.implied |= args.implied;
    if !args.collapse_themes.is_empty() {
        let themes = args.collapse_themes.iter().map(|it| format!("theme:{it}"));
        let words = themes.collect::<Vec<_>>().join(" ");
        let named: api::dto::Filter = ask(session, "filter_words", &FilterWordsArgs { words })?;
        into.collapsed = named.themes;
    }
    Ok(())
}

fn put_themes(session: &mut Session, into: &mut ThemesChart, args: &Chart) -> Result<(), Fault> {
    put_near(session, &mut into.near, args)?;
    put(&mut into.at, &at(args));
    if let Some(by) = &args.by {
        into.by = word("by", by)?;
    }
    into.wholes |= args.wholes;
    into.matrix |= args.matrix;
    Ok(())
}

fn put_index(into: &mut IndexChart, args: &Chart) -> Result<(), Fault> {
    let said = scaling(&args.scaling)?;
    // The default scale is not sent, so that it does not override a saved one.
    if said.scale != api::words::Scale::default() {
        into.scaling.scale = said.scale;
    }
    put(&mut into.scaling.base_from, &said.base_from);
    put(&mut into.scaling.base_to, &said.base_to);
    put(&mut into.scaling.window_days, &said.window_days);
    put(&mut into.scaling.known_on, &said.known_on);
    if !args.series.is_empty() {
        into.series.clone_from(&args.series);
    }
    Ok(())
}

/// On the command line, permission to overwrite is an option.
pub(crate) fn with_force(fault: Fault) -> Fault {
    match fault.code {
        FaultCode::Exists => fault.help("choose another name, or overwrite it with --force"),
        _ => fault,
    }
}
