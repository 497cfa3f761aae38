//! The workspace for other programs, and the whole of it as JSON: for scripts, for comparing two workspaces, and for leaving
//! with all one's work and coming back.

use std::collections::BTreeMap;
use std::path::Path;

use api::dto::{DataArgs, Exported};
use api::{Fault, FaultCode};
use exchange::data::{self as out, Edits, Picked, TableKind, Written};
use model::EventId;

use crate::lookup::atomic_file;
use crate::lookup::filter::CompiledFilter;
use crate::session::Session;
use crate::session::faults::of_store;

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
    session.must_be_whole()?;
    api::call::edge(|| {
        let path = path.as_ref();
        let name = atomic_file::file_name(path);
        let written = written(session, &format(path, args)?, args)?;
        if !force && path.exists() {
            return Err(atomic_file::exists(&name));
        }
        atomic_file::write(path, &written.bytes, force)?;
        Ok(Exported {
            file_name: name,
            bytes: written.bytes.len() as u64,
            left_out: written.left_out,
            counts: Vec::new(),
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
    let name = atomic_file::file_name(path);
    let message = format!("\"{name}\" does not say how to write it");
    let help = "end the name with .json, .csv, .xlsx, .ics, .graphml, .gexf, .dot, .geojson or .md";
    Err(Fault::argument("path", message).help(help))
}

fn written(session: &Session, format: &str, args: &DataArgs) -> Result<Written, Fault> {
    if format == "json" {
        return Ok(whole(session)?.into());
    }
    let workspace = session.workspace();
    let picked = Picked::new(
        workspace,
        &CompiledFilter::new(workspace, &args.filter).shown(),
    );
    let mut written: Written = match format {
        "csv" => out::csv(&out::table(&picked, table(&args.table)?)).into(),
        "xlsx" => out::workbook(&picked).map_err(|error| {
            Fault::new(FaultCode::BadArgument, error).help("export fewer entries")
        })?,
        "ics" => out::calendar(&picked, &edits(session)?),
        "graphml" => out::graphml(&picked).into(),
        "gexf" => out::gexf(&picked).into(),
        "dot" => out::dot(&picked).into(),
        "geojson" => out::geojson(&picked),
        "timelinejs" => out::timelinejs(&picked),
        _ => out::markdown(&picked).into(),
    };
    let has_links = match format {
        "csv" => args.table == TableKind::Links.word(),
        "xlsx" | "graphml" | "gexf" | "dot" => true,
        _ => false,
    };
    written
        .left_out
        .extend(picked.cut_links().filter(|_| has_links));
    Ok(written)
}

/// How often each entry that may stand in a calendar was edited, and when last, as the history has it.
fn edits(session: &Session) -> Result<BTreeMap<EventId, Edits>, Fault> {
    let coming = session.workspace().events.iter();
    let coming = coming.filter(|it| it.is_unrealized() && it.date.is_some());
    let mut edits = BTreeMap::new();
    for event in coming {
        let steps = session.file(|it| it.steps_of_event(event.id, usize::MAX))?;
        let times = steps.iter().filter_map(|it| it.at_seconds);
        let of = Edits {
            count: crate::lookup::rows::count(steps.len()),
            last_seconds: times.max(),
        };
        edits.insert(event.id, of);
    }
    Ok(edits)
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

/// Everything that an analyst has said. The same workspace gives the same bytes; what the file keeps besides, such as its
/// history, is not in it.
pub(crate) fn whole(session: &Session) -> Result<String, Fault> {
    exchange::whole::to_json(session.workspace())
        .map_err(|error| Fault::new(FaultCode::Internal, error.to_string()))
}

impl Session {
    /// A new workspace at `path` that holds what the JSON at `json` says, as [`export_data`] writes it. Never overwrites.
    /// Its history begins there.
    ///
    /// # Errors
    /// [`FaultCode::BadArgument`] with what is wrong in the JSON and where, [`FaultCode::Exists`] or [`FaultCode::File`];
    /// then there is no file at `path`.
    pub fn from_json(path: impl AsRef<Path>, json: impl AsRef<Path>) -> Result<Self, Fault> {
        let name = atomic_file::file_name(json.as_ref());
        let bytes = std::fs::read(json.as_ref()).map_err(|error| unread(&name, &error))?;
        let workspace = exchange::whole::from_json(&bytes).map_err(|error| {
            Fault::new(
                FaultCode::BadArgument,
                format!("\"{name}\" cannot be read as a workspace: {error}"),
            )
            .help("export everything as JSON again, or fix the file")
        })?;
        drop(
            store::File::create_filled(path.as_ref(), |edit| edit.put_workspace(&workspace))
                .map_err(of_store)?,
        );
        Self::open(path)
    }

    /// As [`Session::from_json`], in place of whatever file is at `path`, which comes back if the new one cannot be made.
    ///
    /// # Errors
    /// As [`Session::from_json`].
    pub fn replace_from_json(
        path: impl AsRef<Path>,
        json: impl AsRef<Path>,
    ) -> Result<Self, Fault> {
        let path = path.as_ref();
        let kept = atomic_file::put_aside(path)?;
        kept.settle(Self::from_json(path, json))
    }
}

fn unread(name: &str, error: &std::io::Error) -> Fault {
    let what = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file",
        std::io::ErrorKind::PermissionDenied => "no permission to read it",
        std::io::ErrorKind::IsADirectory => "it is a folder",
        _ => "the operating system refused",
    };
    Fault::new(FaultCode::File, format!("\"{name}\" was not read: {what}"))
        .help("choose another file")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::{export_data, whole};
    use crate::session::Session;
    use api::FaultCode;
    use api::dto::DataArgs;

    #[test]
    fn everything_is_in_it_and_the_same_each_time() {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
        let text = whole(&session).unwrap();
        let read: Value = serde_json::from_str(&text).unwrap();
        let workspace = session.workspace();
        let count = |name: &str| read[name].as_array().unwrap().len();
        assert_eq!(
            count("events"),
            workspace.events.len(),
            "entries of hidden datasets"
        );
        assert_eq!(count("links"), workspace.links.len());
        assert_eq!(count("claims"), workspace.claims.len());
        assert_eq!(count("actors"), workspace.actors.len());
        let again = Session::open(folder.path().join("s.faultline")).unwrap();
        assert_eq!(whole(&again).unwrap(), text);
    }

    /// Out as JSON and in again: the same to the last value, also when the copy is read from its file.
    fn comes_back(session: &Session) {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        export_data(session, at("all.json"), &DataArgs::default(), false).unwrap();
        let copy = Session::from_json(at("copy.faultline"), at("all.json")).unwrap();
        assert!(copy.workspace() == session.workspace(), "value for value");
        export_data(&copy, at("again.json"), &DataArgs::default(), false).unwrap();
        let bytes = |name: &str| std::fs::read(at(name)).unwrap();
        assert!(bytes("all.json") == bytes("again.json"), "byte for byte");
    }

    #[test]
    fn the_sample_comes_back_with_series_and_weights() {
        let folder = tempfile::tempdir().unwrap();
        let mut session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
        let series = model::Series {
            id: model::SeriesId(9_000_000),
            handle: String::from("brent"),
            name: String::from("Brent, \u{201c}spot\u{201d}"),
            unit: String::from("USD"),
            measure: model::Measure::Price,
            closes: String::from("19:30 Europe/London"),
            origin: String::from("A made-up file"),
            points: std::sync::Arc::new(model::Points {
                days: vec![model::date::Day(20_000), model::date::Day(20_003)],
                values: vec![0.1 + 0.2, -1e-300],
                highs: vec![1.0, 2.0],
                lows: Vec::new(),
            }),
        };
        session
            .change("Take a series", |edit| {
                edit.put_series(&series)?;
                edit.set_weight(
                    model::Weight::HalfLifeOfTheme(model::ThemeId(1)),
                    Some(7.25),
                )?;
                edit.set_weight(model::Weight::Severity(5), Some(12.0))
            })
            .unwrap();
        comes_back(&session);
    }

    #[test]
    fn what_cannot_be_read_leaves_no_file_and_keeps_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(
            at("bad.json"),
            "{ \"format\": \"faultline workspace\", \"version\": 1 }",
        )
        .unwrap();
        let refused = Session::from_json(at("new.faultline"), at("bad.json")).unwrap_err();
        assert_eq!(refused.code, FaultCode::BadArgument);
        assert!(
            refused.message.contains("line 1, column"),
            "{}",
            refused.message
        );
        assert!(!at("new.faultline").exists());
        let missing = Session::from_json(at("new.faultline"), at("none.json")).unwrap_err();
        assert_eq!(missing.code, FaultCode::File);
        let old = Session::new_sample(at("old.faultline")).unwrap();
        let before = whole(&old).unwrap();
        drop(old);
        assert!(Session::replace_from_json(at("old.faultline"), at("bad.json")).is_err());
        let after = Session::open(at("old.faultline")).unwrap();
        assert_eq!(whole(&after).unwrap(), before);
        drop(after);
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            2,
            "nothing else is left"
        );
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
