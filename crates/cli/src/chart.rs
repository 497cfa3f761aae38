//! `chart`: draws into a file. No display is needed.

use app::dto::EventRef;
use app::{Fault, Session};
use serde_json::{Value, json};

use crate::args::{Chart, Colors, View};
use crate::ask::{ask, open};
use crate::risk::{scaling, studying};

/// Writes the chart that is asked for.
pub(crate) fn chart(args: Box<Chart>) -> Result<String, Fault> {
    let (mut session, filter) = open(&args.file, &args.filter)?;
    let window = |field: &str, words: &Option<String>| {
        words
            .as_deref()
            .map(|words| app::window_of(field, words))
            .transpose()
    };
    let mut wanted = json!({
        "size_px": args.size,
        "theme": match args.theme {
            Colors::Light => "light",
            Colors::Dark => "dark",
            Colors::Print => "print",
        },
        "lanes": args.lanes,
        "collapse": args.collapse,
        "arrange": { "fold": args.fold, "by_first": args.by_first, "since": [] },
        "steps": args.steps,
        "links": args.links,
        "filter": filter,
        "overview": args.overview,
        "theme_lanes": args.theme_lanes,
        "down": args.down,
        "implied": args.implied,
        "by": args.by,
        "wholes": args.wholes,
        "from_days": window("from", &args.from)?.map(|(from_days, _)| from_days),
        "to_days": window("to", &args.to)?.map(|(_, to_days)| to_days),
        "scale": args.scale,
        "as_of": args.as_of,
        "scaling": scaling(&args.scaling)?,
        "series": args.series,
        "since": args.tails_since,
        "title": args.title,
        "subtitle": args.subtitle,
    });
    if let Some([x_px, y_px, zoom]) = args.at {
        wanted["at"] = json!({ "x_px": x_px, "y_px": y_px, "zoom": zoom });
    }
    if let Some(event) = args.select {
        let found: EventRef = ask(&mut session, "find", json!({ "event": event }))?;
        wanted["selected"] = Value::String(found.id);
    }
    if let Some(event) = args.focus {
        let found: EventRef = ask(&mut session, "find", json!({ "event": event }))?;
        wanted["near"] = json!({ "ids": [found.id], "steps": args.steps.unwrap_or(1) });
    }
    if !args.collapse_themes.is_empty() {
        wanted["collapsed"] = themes(&mut session, &args.collapse_themes)?;
    }
    for event in &args.since {
        let found: EventRef = ask(&mut session, "find", json!({ "event": event }))?;
        if let Some(since) = wanted["arrange"]["since"].as_array_mut() {
            since.push(Value::String(found.id));
        }
    }
    if let View::Study = args.view {
        let series = args.series.first().map(String::as_str).unwrap_or_default();
        wanted["study"] = studying(&mut session, &args.event, series, &args.studying)?;
        wanted["series"] = json!([]);
    }
    let view = match args.view {
        View::Timeline => "timeline",
        View::Causes => "causes",
        View::Layers => "layers",
        View::Themes => "themes",
        View::Index => "index",
        View::Study => "study",
        View::Heat => "heat",
        View::Outlook => "outlook",
    };
    let done = app::export(&session, view, wanted, &args.output, args.force).map_err(with_force)?;
    Ok(format!("{}\n", done.file_name))
}

/// Ids of themes by handle or name.
fn themes(session: &mut Session, named: &[String]) -> Result<Value, Fault> {
    let words: Vec<String> = named.iter().map(|it| format!("theme:{it}")).collect();
    let asked = json!({ "words": words.join(" ") });
    Ok(app::call(session, "filter_words", asked)?["themes"].clone())
}

/// On the command line, permission to overwrite is an option.
pub(crate) fn with_force(fault: Fault) -> Fault {
    match fault.code {
        app::FaultCode::Exists => fault.help("choose another name, or overwrite it with --force"),
        _ => fault,
    }
}
