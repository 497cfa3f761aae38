//! `chart`: draws into a file. No display is needed.

use api::dto::{EventRef, ExportSetting};
use api::{Fault, FaultCode};
use app::Session;
use serde_json::{Map, Value, json};

use crate::args::{Chart, Page, View};
use crate::ask::{ask, session};
use crate::print::Progress;
use crate::risk::{scaling, studying};

/// Writes the chart that is asked for.
pub(crate) fn chart(args: &Chart) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let mut wanted = match &args.page.settings {
        Some(name) => saved(&mut session, name, args.view)?,
        None => Map::new(),
    };
    if args.page.preset.is_some() || args.page.size.is_some() {
        wanted.remove("preset");
        wanted.remove("size_px");
    }
    wanted.extend(page(&args.page));
    wanted.extend(content(&mut session, args)?);
    let wanted = Value::Object(wanted);
    let view = args.view.word();
    if let Some(name) = &args.page.save_settings {
        let setting = json!({ "name": name, "view": view, "args": wanted });
        app::call(&mut session, "save_export_settings", setting)?;
    }
    let progress = Progress::new();
    let tell = |what: &str| progress.tell(what);
    let done = app::export_telling(&session, view, wanted, &args.output, args.force, &tell);
    drop(progress);
    session.leave();
    Ok(format!("{}\n", done.map_err(with_force)?.file_name))
}

/// What settings of this name ask for.
fn saved(session: &mut Session, name: &str, view: View) -> Result<Map<String, Value>, Fault> {
    let all: Vec<ExportSetting> = ask(session, "export_settings", Value::Null)?;
    let Some(found) = all.iter().find(|it| it.name == *name) else {
        let message = format!("there are no export settings \"{name}\"");
        return Err(
            Fault::new(FaultCode::NotFound, message).help("list them with \"faultline settings\"")
        );
    };
    if found.view != view.word() {
        let message = format!("\"{name}\" are settings for the {}", found.view);
        return Err(Fault::argument("settings", message).help(format!("draw the {}", found.view)));
    }
    match serde_json::to_value(&found.args) {
        Ok(Value::Object(args)) => Ok(args),
        _ => Ok(Map::new()),
    }
}

/// Those of the arguments that say something: what is not typed leaves what was saved, or what is usual.
fn said(all: Value) -> Map<String, Value> {
    let Value::Object(mut all) = all else {
        return Map::new();
    };
    all.retain(|_, value| match value {
        Value::Null | Value::Bool(false) => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(object) => !object.is_empty(),
        _ => true,
    });
    all
}

fn page(page: &Page) -> Map<String, Value> {
    said(json!({
        "preset": page.preset,
        "size_px": page.size,
        "scale": page.scale,
        "theme": page.theme.map(|it| it.word()),
        "transparent": page.transparent,
        "outlines": page.outlines,
        "tiles": page.tiles,
        "title": page.title,
        "subtitle": page.subtitle,
        "note": page.note,
        "handling": page.handling,
        "logo": page.logo,
    }))
}

/// What is in the chart.
fn content(session: &mut Session, args: &Chart) -> Result<Map<String, Value>, Fault> {
    let window = |session: &Session, field: &str, words: &Option<String>| {
        words
            .as_deref()
            .map(|words| app::window_of(session, field, words))
            .transpose()
    };
    let from = window(session, "from", &args.from)?;
    let to = window(session, "to", &args.to)?;
    let filter = args
        .filter
        .as_deref()
        .map(|words| app::call(session, "filter_words", json!({ "words": words })));
    let mut scaling = said(scaling(&args.scaling)?);
    // The usual one is not said, so that it does not go before a saved one.
    scaling.retain(|_, value| *value != "weight");
    let mut wanted = said(json!({
        "lanes": args.lanes,
        "collapse": args.collapse,
        "steps": args.steps,
        "links": args.links,
        "filter": filter.transpose()?,
        "overview": args.overview,
        "theme_lanes": args.theme_lanes,
        "down": args.down,
        "implied": args.implied,
        "by": args.by,
        "wholes": args.wholes,
        "from_days": from.map(|(from_days, _)| from_days),
        "to_days": to.map(|(_, to_days)| to_days),
        "at": args.at.map(|[x_px, y_px, zoom]| json!({ "x_px": x_px, "y_px": y_px, "zoom": zoom })),
        "as_of": args.as_of,
        "scaling": scaling,
        "series": args.series,
        "since": args.tails_since,
    }));
    wanted.extend(named(session, args)?);
    // With settings, what is studied may be said by them.
    let says_what = !args.event.is_empty() || args.page.settings.is_none();
    if matches!(args.view, View::Study) && says_what {
        let series = args.series.first().map(String::as_str).unwrap_or_default();
        let study = studying(session, &args.event, series, &args.studying)?;
        wanted.insert("study".into(), study);
        wanted.remove("series");
    }
    Ok(wanted)
}

/// What is named by the analyst's words and asked for by id.
fn named(session: &mut Session, args: &Chart) -> Result<Map<String, Value>, Fault> {
    let mut found = |event: &String| -> Result<Value, Fault> {
        let found: EventRef = ask(session, "find", json!({ "event": event }))?;
        Ok(Value::String(found.id))
    };
    let selected = args.select.as_ref().map(&mut found).transpose()?;
    let focus = args.focus.as_ref().map(&mut found).transpose()?;
    let since: Result<Vec<Value>, Fault> = args.since.iter().map(&mut found).collect();
    let arrange = said(json!({ "fold": args.fold, "by_first": args.by_first, "since": since? }));
    let near = focus.map(|id| json!({ "ids": [id], "steps": args.steps.unwrap_or(1) }));
    let words: Vec<String> = args
        .collapse_themes
        .iter()
        .map(|it| format!("theme:{it}"))
        .collect();
    let themes = app::call(session, "filter_words", json!({ "words": words.join(" ") }))?;
    Ok(said(json!({
        "selected": selected,
        "near": near,
        "arrange": arrange,
        "collapsed": themes["themes"],
    })))
}

/// On the command line, permission to overwrite is an option.
pub(crate) fn with_force(fault: Fault) -> Fault {
    match fault.code {
        FaultCode::Exists => fault.help("choose another name, or overwrite it with --force"),
        _ => fault,
    }
}
