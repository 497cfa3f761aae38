//! `add`, `edit`, `delete`, `link`, `pin`, `cite` and `source`: the verbs that write, as typed.

use api::Fault;
use api::dto::{
    AddArgs, AddLinkArgs, CiteArgs, Done, EditArgs, HeldNode, HoldArgs, IdsArgs, LetGoArgs,
    MakeArgs, NoArgs, Overview, SetField, Way, WorkspaceArgs,
};
use model::Stance;
use serde_json::Value;

use crate::args::{Add, Board, Cite, Delete, Edit, Link, Pin, Source, Workspace};
use crate::ask::{ask, call, event, pretty, read, session, word_if_any};
use crate::lines::Lines;
use crate::understood::{About, reply_text};

/// Adds an event from one line.
pub(crate) fn add(args: &Add) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let asked = AddArgs {
        line: args.line.clone(),
        make_new: args.new,
        source: args.source.clone(),
        new_source: Vec::new(),
    };
    let reply = call(&mut session, "add", &asked).map_err(with_new)?;
    reply_text(&mut session, reply, About::Event, args.json)
}

/// Sets fields of an event.
pub(crate) fn edit(args: &Edit) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let id = event(&mut session, &args.event)?.id;
    let asked = EditArgs {
        events: vec![id],
        set: fields(&args.set)?,
        make_new: args.new,
    };
    let reply = call(&mut session, "edit", &asked).map_err(with_new)?;
    reply_text(&mut session, reply, About::Event, args.json)
}

/// Reads all of `--set`.
pub(crate) fn fields(set: &[String]) -> Result<Vec<SetField>, Fault> {
    set.iter().map(|it| field(it)).collect()
}

/// Reads "severity=4", "themes+=tariffs", "tags-=old". Without a value the field is cleared.
fn field(words: &str) -> Result<SetField, Fault> {
    let Some((name, value)) = words.split_once('=') else {
        let message = format!("\"{words}\" is not an assignment");
        return Err(Fault::argument("set", message)
            .help("write field=value, such as severity=4, themes+=tariffs or tags-=old"));
    };
    let (name, way) = match (name.strip_suffix('+'), name.strip_suffix('-')) {
        (Some(name), _) => (name, Way::Add),
        (_, Some(name)) => (name, Way::Remove),
        _ => (name, Way::Set),
    };
    let value = if value.is_empty() {
        Value::Null
    } else {
        Value::from(value)
    };
    Ok(SetField {
        field: name.trim().to_owned(),
        way,
        value,
    })
}

/// A field that holds a text.
pub(crate) fn set_to(field: &str, value: &str) -> SetField {
    SetField {
        field: field.to_owned(),
        way: Way::Set,
        value: Value::from(value),
    }
}

/// Deletes events.
pub(crate) fn delete(args: &Delete) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let found = args.events.iter().map(|words| event(&mut session, words));
    let ids = found.map(|it| Ok(it?.id.to_string()));
    let ids = ids.collect::<Result<_, Fault>>()?;
    let reply = call(&mut session, "delete", &IdsArgs { ids })?;
    reply_text(&mut session, reply, About::Nothing, args.json)
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
    let asked = AddLinkArgs {
        cause,
        effect,
        line: String::new(),
        set: said.map(|(field, value)| set_to(field, value)).collect(),
    };
    let reply = call(&mut session, "link", &asked)?;
    reply_text(&mut session, reply, About::Link, args.json)
}

/// Pins an event in a place of a chart, or unpins it.
pub(crate) fn pin(args: &Pin) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let on = match args.chart {
        Board::Causes => model::Board::Causes,
        Board::CauseMap if args.flow == "right" => model::Board::CauseMap,
        Board::CauseMap => model::Board::CauseMapDown,
    };
    let named = args.event.as_deref();
    let id = named.map(|it| event(&mut session, it)).transpose()?;
    let id = id.map(|it| it.id.to_string());
    let reply = if args.off {
        let ids = id.into_iter().collect();
        call(&mut session, "let_go", &LetGoArgs { on, ids })?
    } else {
        let after = args.after.as_deref();
        let after = after.map(|it| event(&mut session, it)).transpose()?;
        let node = HeldNode {
            id: id.unwrap_or_default(),
            row: row(args.at.as_deref().unwrap_or_default())?,
            after: after.map(|it| it.id.to_string()),
        };
        let nodes = vec![node];
        call(&mut session, "hold", &HoldArgs { on, nodes })?
    };
    reply_text(&mut session, reply, About::Nothing, args.json)
}

/// Reads "3" or "2.5".
fn row(words: &str) -> Result<f64, Fault> {
    words.trim().parse().map_err(|_no_number| {
        Fault::argument("at", format!("\"{words}\" is not a row"))
            .help("give a row, such as 3, or 2.5 for between two")
    })
}

/// Cites a source.
pub(crate) fn cite(args: &Cite) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let id = event(&mut session, &args.event)?.id;
    let credibility = args.credibility.as_deref();
    let asked = CiteArgs {
        event: Some(id),
        source: args.source.clone(),
        field: args.field.clone(),
        value: args.value.clone(),
        quote: args.quote.clone().unwrap_or_default(),
        locator: args.locator.clone().unwrap_or_default(),
        credibility: word_if_any("credibility", credibility)?,
        stance: Some(if args.against {
            Stance::Against
        } else {
            Stance::For
        }),
        ..CiteArgs::default()
    };
    let reply = call(&mut session, "cite", &asked).map_err(with_new)?;
    reply_text(&mut session, reply, About::Nothing, args.json)
}

/// Adds a source.
pub(crate) fn source(args: &Source) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let asked = MakeArgs {
        set: fields(&args.set)?,
        make_new: false,
    };
    let reply = call(&mut session, "add_source", &asked)?;
    reply_text(&mut session, reply, About::Source, args.json)
}

/// Shows the name and the as-of day of a workspace, or sets them.
pub(crate) fn workspace(args: &Workspace) -> Result<String, Fault> {
    let mut session = session(&args.file)?;
    let said = if args.as_of.is_some() || args.name.is_some() {
        let asked = WorkspaceArgs {
            as_of: args.as_of.clone(),
            name: args.name.clone(),
        };
        let done: Done = ask(&mut session, "set_workspace", &asked)?;
        let name = done.step.map(|_| done.name);
        format!("{}\n", name.as_deref().unwrap_or("Nothing changed"))
    } else {
        String::new()
    };
    let reply = call(&mut session, "workspace", &NoArgs::default())?;
    if args.json {
        return Ok(pretty(&reply));
    }
    let overview: Overview = read(reply)?;
    let mut lines = Lines::default();
    lines.put("name", &overview.name);
    lines.put("as of", overview.as_of.as_deref().unwrap_or("today"));
    Ok(said + &lines.text())
}

/// For an unknown name, says how to add it.
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
        format!("{near}add it with: faultline source FILE --set outlet=NAME --set reliability=B, then cite it by its handle")
    } else {
        format!("{near}use --new to add it")
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
                it.field,
                json!(it.way).as_str().unwrap(),
                it.value
            )
        };
        assert_eq!(way("severity=4"), "severity set \"4\"");
        assert_eq!(way("themes+=tariffs"), "themes add \"tariffs\"");
        assert_eq!(way("tags-=old"), "tags remove \"old\"");
        assert_eq!(way("summary=a = b"), "summary set \"a = b\"");
        assert_eq!(field("date=").unwrap().value, json!(null));
        assert!(field("severity").is_err());
    }
}
