//! `add`, `edit`, `delete`, `link`, `pin`, `cite` and `source`: the verbs that write, as typed.

use api::Fault;
use api::dto::{Done, Overview};
use serde_json::{Value, json};

use crate::args::{Add, Board, Cite, Delete, Edit, Link, Pin, Source, Workspace};
use crate::ask::{ask, event, pretty, read, session};
use crate::show::Lines;
use crate::understood::{About, told};

/// Adds an event from one line.
pub(crate) fn add(args: &Add) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let asked = json!({ "line": args.line, "make_new": args.new, "source": args.source });
    let reply = app::call(&mut session, "add", asked).map_err(with_new)?;
    told(&mut session, reply, About::Event, args.json)
}

/// Sets fields of an event.
pub(crate) fn edit(args: &Edit) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let id = event(&mut session, &args.event)?.id;
    let asked = json!({ "events": [id], "set": fields(&args.set)?, "make_new": args.new });
    let reply = app::call(&mut session, "edit", asked).map_err(with_new)?;
    told(&mut session, reply, About::Event, args.json)
}

/// Reads all of `--set`.
pub(crate) fn fields(set: &[String]) -> Result<Vec<Value>, Fault> {
    set.iter().map(|it| field(it)).collect()
}

/// Reads "severity=4", "themes+=tariffs", "tags-=old". Without a value the field is cleared.
fn field(words: &str) -> Result<Value, Fault> {
    let Some((name, value)) = words.split_once('=') else {
        let message = format!("\"{words}\" sets nothing");
        return Err(Fault::argument("set", message)
            .help("write field=value, such as severity=4, themes+=tariffs or tags-=old"));
    };
    let (name, way) = match (name.strip_suffix('+'), name.strip_suffix('-')) {
        (Some(name), _) => (name, "add"),
        (_, Some(name)) => (name, "remove"),
        _ => (name, "set"),
    };
    let value = if value.is_empty() {
        Value::Null
    } else {
        json!(value)
    };
    Ok(json!({ "field": name.trim(), "way": way, "value": value }))
}

/// Deletes events.
pub(crate) fn delete(args: &Delete) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let found = args.events.iter().map(|words| event(&mut session, words));
    let ids: Vec<String> = found.map(|it| Ok(it?.id)).collect::<Result<_, Fault>>()?;
    let reply = app::call(&mut session, "delete", json!({ "ids": ids }))?;
    told(&mut session, reply, About::Nothing, args.json)
}

/// Links a cause to an effect.
pub(crate) fn link(args: &Link) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let cause = event(&mut session, &args.cause)?.id;
    let effect = event(&mut session, &args.effect)?.id;
    let fields = [
        ("type", &args.link_type),
        ("confidence", &args.confidence),
        ("strength", &args.strength),
        ("basis", &args.basis),
        ("lag_days", &args.lag_days),
        ("wording", &args.wording),
        ("note", &args.note),
        ("rivals", &args.rivals),
    ];
    let said = fields
        .into_iter()
        .filter_map(|(field, value)| Some((field, value.as_ref()?)));
    let set: Vec<Value> = said
        .map(|(field, value)| json!({ "field": field, "value": value }))
        .collect();
    let asked = json!({ "cause": cause, "effect": effect, "set": set });
    let reply = app::call(&mut session, "link", asked)?;
    told(&mut session, reply, About::Link, args.json)
}

/// Holds an event in a place of a chart, or lets it go.
pub(crate) fn pin(args: &Pin) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let on = match args.view {
        Board::Causes => "causes",
        Board::Layers if args.down => "layers-down",
        Board::Layers => "layers",
    };
    let named = args.event.as_deref();
    let id = named.map(|it| event(&mut session, it)).transpose()?;
    let id = id.map(|it| it.id);
    let reply = if args.off {
        let ids: Vec<String> = id.into_iter().collect();
        app::call(&mut session, "let_go", json!({ "on": on, "ids": ids }))?
    } else {
        let (x, y) = spot(args.view, args.at.as_deref().unwrap_or_default())?;
        let nodes = json!([{ "id": id, "x": x, "y": y }]);
        app::call(&mut session, "hold", json!({ "on": on, "nodes": nodes }))?
    };
    told(&mut session, reply, About::Nothing, args.json)
}

/// Reads "3", "2.5" or "120,80".
fn spot(view: Board, words: &str) -> Result<(f64, f64), Fault> {
    let number = |it: &str| it.trim().parse::<f64>().ok();
    let found = match view {
        Board::Causes => number(words).map(|row| (0.0, row)),
        Board::Layers => words
            .split_once(',')
            .and_then(|(x, y)| number(x).zip(number(y))),
    };
    found.ok_or_else(|| {
        let help = match view {
            Board::Causes => "give a row, such as 3, or 2.5 for between two",
            Board::Layers => "give x and y in pixels of the map, such as 120,80",
        };
        Fault::argument("at", format!("\"{words}\" is no place on that chart")).help(help)
    })
}

/// Cites a source.
pub(crate) fn cite(args: &Cite) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let id = event(&mut session, &args.event)?.id;
    let asked = json!({
        "event": id,
        "source": args.source,
        "field": args.field,
        "value": args.value,
        "quote": args.quote.as_deref().unwrap_or_default(),
        "locator": args.locator.as_deref().unwrap_or_default(),
        "credibility": args.credibility,
        "stance": if args.against { "against" } else { "for" },
    });
    let reply = app::call(&mut session, "cite", asked).map_err(with_new)?;
    told(&mut session, reply, About::Nothing, args.json)
}

/// Adds a source.
pub(crate) fn source(args: &Source) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let asked = json!({ "set": fields(&args.set)? });
    let reply = app::call(&mut session, "add_source", asked)?;
    told(&mut session, reply, About::Source, args.json)
}

/// Shows the name and the as-of day of a workspace, or sets them.
pub(crate) fn workspace(args: &Workspace) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let said = if args.as_of.is_some() || args.name.is_some() {
        let asked = json!({ "as_of": args.as_of, "name": args.name });
        let done: Done = ask(&mut session, "set_workspace", asked)?;
        let name = done.step.map(|_| done.name);
        format!("{}\n", name.as_deref().unwrap_or("Nothing changed"))
    } else {
        String::new()
    };
    let reply = app::call(&mut session, "workspace", Value::Null)?;
    if args.json {
        return Ok(pretty(&reply));
    }
    let overview: Overview = read(reply)?;
    let mut lines = Lines::default();
    lines.put("name", &overview.name);
    lines.put("as of", overview.as_of.as_deref().unwrap_or("today"));
    Ok(said + &lines.text())
}

/// Where a name is not known, says how to make it.
fn with_new(fault: Fault) -> Fault {
    let is_source =
        fault.code == api::FaultCode::NotFound && fault.field.as_deref() == Some("source");
    if fault.code != api::FaultCode::UnknownName && !is_source {
        return fault;
    }
    let near = fault
        .help
        .as_deref()
        .map(|it| format!("{it}\n"))
        .unwrap_or_default();
    fault.help(if is_source {
        format!("{near}make it with: faultline source FILE --set outlet=NAME --set reliability=B, then cite it by its handle")
    } else {
        format!("{near}with --new it is made")
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::field;

    #[test]
    fn a_field_is_set_added_to_or_cleared() {
        let way = |words: &str| {
            let it = field(words).unwrap();
            format!(
                "{} {} {}",
                it["field"].as_str().unwrap(),
                it["way"].as_str().unwrap(),
                it["value"]
            )
        };
        assert_eq!(way("severity=4"), "severity set \"4\"");
        assert_eq!(way("themes+=tariffs"), "themes add \"tariffs\"");
        assert_eq!(way("tags-=old"), "tags remove \"old\"");
        assert_eq!(way("summary=a = b"), "summary set \"a = b\"");
        assert_eq!(field("date=").unwrap()["value"], json!(null));
        assert!(field("severity").is_err());
    }
}
