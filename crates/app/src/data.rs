//! The whole workspace as JSON: for scripts, for comparing two workspaces, and for leaving with all one's work.

use std::path::Path;

use exchange::data::{self as out, Picked, TableKind};
use model::{Pin, Series, Spot, Target, Weight, Workspace};
use serde_json::{Map, Value, json};

use crate::dto::{DataArgs, Exported, Filter, ItemsArgs, ListArgs, RowsArgs};
use crate::filter::Sieve;
use crate::{Fault, FaultCode, Session, beside, list, manage};

/// Writes the workspace to `path` for other programs; the ending of its name, or `args.format`, says how: json holds
/// everything; csv, xlsx, ics, graphml, gexf, dot, geojson, timelinejs and md hold what passes the filter. What exists is
/// overwritten only with `force`.
///
/// # Errors
/// A bad argument, [`FaultCode::Exists`] or [`FaultCode::File`]; then `path` is as it was before.
pub fn export_data(
    session: &Session,
    path: impl AsRef<Path>,
    args: &DataArgs,
    force: bool,
) -> Result<Exported, Fault> {
    crate::edge(|| {
        let path = path.as_ref();
        let name = beside::file_name(path);
        let bytes = written(session, &format(path, args)?, args)?;
        if !force && path.exists() {
            return Err(beside::exists(&name));
        }
        beside::write(path, &bytes, force)?;
        Ok(Exported {
            file_name: name,
            bytes: bytes.len() as u64,
        })
    })
}

/// The formats, by the endings of files.
const FORMATS: [&str; 10] = [
    "json",
    "csv",
    "xlsx",
    "ics",
    "graphml",
    "gexf",
    "dot",
    "geojson",
    "timelinejs",
    "md",
];

/// The format that is asked for, else that of the ending.
fn format(path: &Path, args: &DataArgs) -> Result<String, Fault> {
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    let wanted = args.format.clone().or(ending).unwrap_or_default();
    if FORMATS.contains(&wanted.as_str()) {
        return Ok(wanted);
    }
    let name = beside::file_name(path);
    let message = format!("\"{name}\" does not say how to write it");
    let help = "end the name with .json, .csv, .xlsx, .ics, .graphml, .gexf, .dot, .geojson or .md";
    Err(Fault::argument("path", message).help(help))
}

fn written(session: &Session, format: &str, args: &DataArgs) -> Result<Vec<u8>, Fault> {
    if format == "json" {
        return Ok(format!("{:#}\n", data(session)?).into_bytes());
    }
    let workspace = session.workspace();
    let picked = Picked::new(workspace, &Sieve::new(workspace, &args.filter)?.shown());
    Ok(match format {
        "csv" => out::csv(&out::table(&picked, table(&args.table)?)),
        "xlsx" => out::workbook(&picked).map_err(|error| {
            Fault::new(FaultCode::BadArgument, error).help("export fewer entries")
        })?,
        "ics" => out::calendar(&picked).into_bytes(),
        "graphml" => out::graphml(&picked).into_bytes(),
        "gexf" => out::gexf(&picked).into_bytes(),
        "dot" => out::dot(&picked).into_bytes(),
        "geojson" => out::geojson(&picked).into_bytes(),
        "timelinejs" => out::timelinejs(&picked).into_bytes(),
        _ => out::markdown(&picked).into_bytes(),
    })
}

/// Which table a CSV holds; that of events if it is not said.
fn table(word: &str) -> Result<TableKind, Fault> {
    if word.is_empty() {
        return Ok(TableKind::Events);
    }
    let found = TableKind::ALL.into_iter().find(|it| it.word() == word);
    found.ok_or_else(|| {
        let word: String = word.chars().take(40).collect();
        Fault::argument("table", format!("there is no table \"{word}\""))
            .help("use events, links or citations")
    })
}

/// Everything that an analyst has said, in the order of ids. The same workspace gives the same bytes; what the file
/// keeps besides, such as its history, is not in it.
pub(crate) fn data(session: &Session) -> Result<Value, Fault> {
    let workspace = session.workspace();
    let layers = workspace.layers.iter().map(|it| it.id.to_string());
    let filter = Filter {
        layers: Some(layers.collect()),
        ..Filter::default()
    };
    let rows = || RowsArgs {
        filter: filter.clone(),
        ..RowsArgs::default()
    };
    let mut whole = json!({
        "name": workspace.name,
        "as_of": workspace.as_of.map(|day| day.to_string()),
        "events": events(session, rows())?,
        "links": list::links(session, rows())?,
        "sources": list::sources(session, ListArgs { filter: filter.clone() })?,
        "claims": claims(workspace),
        "series": workspace.series.iter().map(series).collect::<Value>(),
        "weights": workspace.weights.all().map(weight).collect::<Value>(),
        "pins": workspace.pins.all().map(pin).collect::<Value>(),
    });
    for name in ["themes", "categories", "actors", "places", "layers"] {
        let rows = manage::items(
            session,
            ItemsArgs {
                list: name.to_owned(),
            },
        )?;
        whole[name] = rows.iter().map(said).collect::<Result<_, _>>()?;
    }
    for row in whole["events"].as_array_mut().into_iter().flatten() {
        add_rest(workspace, row);
    }
    sort_by_id(&mut whole);
    Ok(whole)
}

/// A series with all its numbers; days without a high or a low have null there.
fn series(it: &Series) -> Value {
    let points = &it.points;
    json!({
        "id": it.id.to_string(),
        "handle": it.handle,
        "name": it.name,
        "unit": it.unit,
        "measure": it.measure.word(),
        "closes": it.closes,
        "origin": it.origin,
        "days": points.days.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "values": points.values,
        "highs": points.highs,
        "lows": points.lows,
    })
}

/// A node that stands where it was put.
fn pin((pin, spot): (Pin, Spot)) -> Value {
    json!({ "on": pin.board.word(), "node": pin.node.to_string(), "x": spot.x, "y": spot.y })
}

/// A weight that is not the usual one.
fn weight((weight, value): (Weight, f64)) -> Value {
    json!({ "weight": weight.to_string(), "value": value })
}

/// What lists of events leave out.
fn add_rest(workspace: &Workspace, row: &mut Value) {
    let id = row["id"].as_str().and_then(|id| id.parse().ok());
    let Some(event) = id.and_then(|id| workspace.event(id)) else {
        return;
    };
    row["date_note"] = json!(event.date_note);
    row["cameo"] = json!(event.cameo);
    row["plover"] = json!(event.plover);
    row["concerns"] = json!(event.concerns.map(|id| id.to_string()));
}

/// The rows of the list, with the codes and the reference that the list leaves out.
fn events(session: &Session, everything: RowsArgs) -> Result<Value, Fault> {
    let workspace = session.workspace();
    let row = |row: &crate::dto::EventRow| {
        let mut value = json(row)?;
        let event = row.id.parse().ok().and_then(|id| workspace.event(id));
        if let Some(event) = event {
            value["cameo"] = event.cameo.as_str().into();
            value["plover"] = event.plover.as_str().into();
            value["concerns"] = event.concerns.map(|id| id.to_string()).into();
        }
        Ok(value)
    };
    list::events(session, everything)?.iter().map(row).collect()
}

fn json(row: &impl serde::Serialize) -> Result<Value, Fault> {
    serde_json::to_value(row).map_err(|error| Fault::new(FaultCode::Internal, error.to_string()))
}

fn claims(workspace: &Workspace) -> Value {
    let rows = workspace.claims.iter().map(|claim| {
        let citations = workspace.citations_of(Target::Claim(claim.id));
        let citations: Vec<Value> = citations
            .filter_map(|it| Some((it, workspace.source(it.source)?)))
            .map(|(it, source)| {
                json!({
                    "id": it.id.to_string(),
                    "source": source.handle,
                    "quote": it.quote,
                    "locator": it.locator,
                    "grade": crate::grade::of(source, it),
                    "stance": it.stance.to_string(),
                })
            })
            .collect();
        json!({
            "id": claim.id.to_string(),
            "event": claim.event.to_string(),
            "field": claim.field,
            "value": claim.value,
            "adopted": claim.adopted,
            "citations": citations,
        })
    });
    rows.collect()
}

/// A row without the fields that its list does not have, and without what follows from the events.
fn said(row: &crate::dto::ItemRow) -> Result<Value, Fault> {
    let value = json(row)?;
    let Value::Object(fields) = value else {
        return Ok(value);
    };
    let kept = fields.into_iter().filter(|(name, value)| {
        let derived = name == "uses" || name == "depth";
        !derived && (name == "parent" || !value.is_null())
    });
    Ok(Value::Object(kept.collect::<Map<_, _>>()))
}

fn sort_by_id(whole: &mut Value) {
    let id = |row: &Value| row["id"].as_str().and_then(|it| it.parse::<i64>().ok());
    for rows in whole
        .as_object_mut()
        .into_iter()
        .flat_map(Map::values_mut)
        .filter_map(Value::as_array_mut)
    {
        rows.sort_by_key(id);
    }
}

#[cfg(test)]
mod tests {
    use super::{data, export_data};
    use crate::dto::DataArgs;
    use crate::{FaultCode, Session};

    #[test]
    fn everything_is_in_it_and_the_same_each_time() {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
        let whole = data(&session).unwrap();
        let workspace = session.workspace();
        let count = |name: &str| whole[name].as_array().unwrap().len();
        assert_eq!(
            count("events"),
            workspace.events.len(),
            "layers that are off too"
        );
        assert_eq!(count("links"), workspace.links.len());
        assert_eq!(count("claims"), workspace.claims.len());
        assert_eq!(count("actors"), workspace.actors.len());
        let again = Session::open(folder.path().join("s.faultline")).unwrap();
        assert_eq!(data(&again).unwrap().to_string(), whole.to_string());
    }

    #[test]
    fn a_file_is_written_only_where_none_is() {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
        let path = folder.path().join("all.json");
        let done = export_data(&session, &path, &DataArgs::default(), false).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), done.bytes);
        let fails = |name: &str| {
            export_data(
                &session,
                folder.path().join(name),
                &DataArgs::default(),
                false,
            )
            .unwrap_err()
            .code
        };
        assert_eq!(fails("all.json"), FaultCode::Exists);
        assert_eq!(fails("all.text"), FaultCode::BadArgument);
    }
}
