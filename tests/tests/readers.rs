//! Whatever leaves Faultline is opened by a reader that is not ours, and compared with what we hold.

#[path = "readers/values.rs"]
mod values;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use api::dto::{BriefArgs, DataArgs};
use app::Session;
use serde_json::{Value, json};
use tests::readers::{flowing, may_skip, pdf_text, python, said, told};

/// A title that is everything that a title should not become: a formula, markup, a line of a calendar, a path.
const HOSTILE: &str =
    "=HYPERLINK(\"http://x\";\"../<b>&\\\"];\") */ **x** [y](z) END:VEVENT \u{2028} ایران";

/// The sample with the hostile title, planned, in a place.
fn session(folder: &Path) -> Result<Session> {
    let mut session = Session::new_sample(folder.join("own.faultline")).map_err(fault)?;
    let set = json!([
        { "field": "title", "value": HOSTILE }, { "field": "summary", "value": "- one\n- @two, **three**;" },
        { "field": "date", "value": "1 July 2025" }, { "field": "status", "value": "planned" },
        { "field": "places", "value": "Washington, DC, US" },
    ]);
    app::call(&mut session, "add_event", json!({ "set": set })).map_err(fault)?;
    Ok(session)
}

pub(crate) fn fault(fault: api::Fault) -> anyhow::Error {
    anyhow::anyhow!("{fault:?}")
}

/// The data in a file of this name.
fn data(session: &Session, folder: &Path, name: &str, args: &DataArgs) -> Result<PathBuf> {
    let path = folder.join(name);
    app::export_data(session, &path, args, false).map_err(fault)?;
    Ok(path)
}

/// What of the workspace is not in a dataset that is off.
fn shown(session: &Session) -> Vec<&model::Event> {
    let off = |it: &&model::Event| it.dataset.is_none();
    session.workspace().events.iter().filter(off).collect()
}

#[test]
fn tables_hold_every_cell_and_no_formula() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let workbook = data(&session, folder.path(), "all.xlsx", &DataArgs::default())?;
    let book = told(&python, "tables.py", &workbook)?;
    for (table, count) in [("events", 48), ("links", 42), ("citations", 111)] {
        let args = DataArgs {
            table: table.to_owned(),
            ..DataArgs::default()
        };
        let file = data(&session, folder.path(), &format!("{table}.csv"), &args)?;
        let csv = told(&python, "tables.py", &file)?;
        let (csv, sheet) = (rows(&csv["csv"])?, rows(&book[table])?);
        ensure!(
            csv.len() == count + 1 && csv[0] == sheet[0],
            "{table}: {} rows",
            csv.len()
        );
        for (own, other) in csv.iter().zip(&sheet) {
            ensure!(own.len() == csv[0].len(), "{table}: {own:?}");
            for ((cell, same), head) in own.iter().zip(other).zip(&csv[0]) {
                // The apostrophe is what makes it text where there are no types.
                let plain = cell.strip_prefix('\'').unwrap_or(cell);
                // A day in words is a date where there are dates.
                let is_day = head == "published" && same.parse::<model::date::Day>().is_ok();
                ensure!(
                    plain == same || cell == same || is_day,
                    "{table}: {cell:?} and {same:?}"
                );
                // The sign of a link is the program's own.
                ensure!(
                    !cell.starts_with(['=', '+', '-', '@', '\t', '\r']) || head == "sign",
                    "{table}: {cell:?}"
                );
            }
        }
    }
    let events = rows(&book["events"])?;
    let titles: BTreeSet<&str> = events.iter().skip(1).map(|it| it[4].as_str()).collect();
    let ours: BTreeSet<&str> = shown(&session).iter().map(|it| it.title.as_str()).collect();
    ensure!(titles == ours, "the titles are those of the workspace");
    Ok(())
}

pub(crate) fn rows(table: &Value) -> Result<Vec<Vec<String>>> {
    Ok(serde_json::from_value(table.clone())?)
}

#[test]
fn the_calendar_is_read_by_a_calendar() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let file = data(&session, folder.path(), "coming.ics", &DataArgs::default())?;
    let entries = told(&python, "calendar_entries.py", &file)?;
    let by_uid: BTreeMap<&str, &Value> = entries
        .as_array()
        .context("a list")?
        .iter()
        .filter_map(|it| Some((it["uid"].as_str()?, it)))
        .collect();
    use model::Status::{Cancelled, Doubtful, Planned};
    let ours = shown(&session)
        .into_iter()
        .filter(|it| matches!(it.status, Planned | Doubtful | Cancelled) && it.date.is_some());
    let ours: Vec<&model::Event> = ours.collect();
    ensure!(
        by_uid.len() == ours.len() && ours.len() > 3,
        "{} of {}",
        by_uid.len(),
        ours.len()
    );
    for event in ours {
        let entry = by_uid
            .get(format!("{}@faultline", event.id).as_str())
            .context("it is there")?;
        ensure!(entry["title"] == json!(event.title), "{entry}");
        let bounds = event.date.as_ref().map(|it| it.bounds).unwrap_or_default();
        let first = bounds.start_earliest.map(|it| it.day.to_string());
        ensure!(first.is_none() || entry["first"] == json!(first), "{entry}");
        if let Some(last) = bounds.end_latest {
            ensure!(entry["last"] == json!(last.day.to_string()), "{entry}");
        }
    }
    Ok(())
}

#[test]
fn graphs_are_read_by_networkx_and_graphviz() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let events = shown(&session);
    let workspace = session.workspace();
    let ends = |cause: &Value, effect: &Value, kind: &Value| json!([cause, effect, kind]);
    let mut edges: Vec<Value> = workspace
        .links
        .iter()
        .map(|it| {
            let [cause, effect] = [it.cause, it.effect].map(|id| json!(format!("e{id}")));
            ends(&cause, &effect, &json!(it.link_type))
        })
        .collect();
    edges.sort_by_key(ToString::to_string);
    for name in ["causes.graphml", "causes.gexf"] {
        let file = data(&session, folder.path(), name, &DataArgs::default())?;
        let graph = told(&python, "graphs.py", &file)?;
        let nodes = graph["nodes"].as_object().context("nodes")?;
        ensure!(nodes.len() == events.len(), "{name}: {} nodes", nodes.len());
        for event in &events {
            let node = &nodes[&format!("e{}", event.id)];
            // XML makes one of the separators of lines; all else is as typed.
            ensure!(
                flowing(node["label"].as_str().unwrap_or_default()) == flowing(&event.title),
                "{name}: {node}"
            );
            ensure!(node["severity"] == json!(event.severity), "{name}: {node}");
        }
        let list = graph["edges"].as_array().context("edges")?;
        let list = list
            .iter()
            .map(|it| ends(&it["cause"], &it["effect"], &it["type"]));
        let mut list: Vec<Value> = list.collect();
        list.sort_by_key(ToString::to_string);
        ensure!(
            list == edges,
            "{name}: the claims of cause and effect, each by itself"
        );
    }
    let file = data(&session, folder.path(), "causes.dot", &DataArgs::default())?;
    let Some(drawn) = said(Command::new("dot").arg("-Tdot_json").arg(&file))? else {
        return may_skip("graphviz").map(drop);
    };
    let drawn: Value = serde_json::from_str(&drawn)?;
    let labels: BTreeSet<&str> = drawn["objects"]
        .as_array()
        .context("nodes")?
        .iter()
        .filter_map(|it| it["label"].as_str())
        .collect();
    ensure!(labels.len() == events.len(), "{} nodes", labels.len());
    ensure!(drawn["edges"].as_array().map(Vec::len) == Some(edges.len()));
    ensure!(
        labels.iter().any(|it| it.starts_with("=HYPERLINK")),
        "{labels:?}"
    );
    Ok(())
}

#[test]
fn points_lie_where_their_places_are() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let file = data(
        &session,
        folder.path(),
        "places.geojson",
        &DataArgs::default(),
    )?;
    let read = told(&python, "points.py", &file)?;
    let points = &read["points"];
    let mut ours = Vec::new();
    for event in shown(&session) {
        for place in event
            .places
            .iter()
            .filter_map(|id| session.workspace().place(*id))
        {
            if let (Some(latitude), Some(longitude)) = (place.latitude_deg, place.longitude_deg) {
                ours.push(json!([longitude, latitude, event.title]).to_string());
            }
        }
    }
    let mut theirs: Vec<String> = points
        .as_array()
        .context("a list")?
        .iter()
        .map(ToString::to_string)
        .collect();
    ours.sort();
    theirs.sort();
    ensure!(
        ours == theirs && ours.len() > 20,
        "{} and {}",
        ours.len(),
        theirs.len()
    );
    Ok(())
}

#[test]
fn the_chronology_is_text_and_no_markup() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let file = data(&session, folder.path(), "all.md", &DataArgs::default())?;
    let read = told(&python, "markup.py", &file)?;
    let text = read["text"].as_str().context("text")?;
    for event in shown(&session) {
        ensure!(
            text.contains(&flowing(&event.title)),
            "{:?} is not in it as it was typed",
            event.title
        );
    }
    ensure!(
        read["elements"] == json!(["h1", "h2", "li", "ol", "p", "strong", "ul"]),
        "{}",
        read["elements"]
    );
    Ok(())
}

/// A brief with everything that a brief can have.
fn everything() -> BriefArgs {
    let parts = "summary happened changed coming timeline causes layers themes index heat outlook sources notes";
    BriefArgs {
        since: String::from("2025-06-05"),
        title: Some(format!("Brief {HOSTILE}")),
        handling: Some(String::from("amber")),
        parts: Some(parts.split(' ').map(str::to_owned).collect()),
        ..BriefArgs::default()
    }
}

/// The sentences of a text that can be sought in another form of it: a form breaks lines and puts signs before entries.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(". ").filter(|it| it.len() > 20)
}

/// Only its letters and digits: where lines broke, no blank or hyphen is told from another.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|it| it.is_ascii_alphanumeric())
        .collect()
}

#[test]
fn the_brief_says_the_same_in_every_form() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let written = |name: &str| -> Result<PathBuf> {
        let path = folder.path().join(name);
        app::brief(&session, &path, &everything(), false).map_err(fault)?;
        Ok(path)
    };
    let html = told(&python, "markup.py", &written("brief.html")?)?;
    let elements = html["elements"].to_string();
    for element in ["script", "b", "iframe", "object", "link"] {
        ensure!(!elements.contains(&format!("\"{element}\"")), "{elements}");
    }
    let text = html["text"].as_str().context("text")?;
    ensure!(
        text.contains(&flowing(HOSTILE)),
        "the title is there as it was typed"
    );
    // In Word and on paper the mark stands at the head and foot of pages.
    let text = text.replace("TLP:AMBER", "");
    is_in_word(
        &told(&python, "document.py", &written("brief.docx")?)?,
        &text,
    )?;
    is_on_paper(&written("brief.pdf")?, &text)
}

/// The document is one for Word, and says what the text says.
fn is_in_word(word: &Value, text: &str) -> Result<()> {
    ensure!(word["page_mm"] == json!([210, 297]), "{}", word["page_mm"]);
    ensure!(word["head"] == json!(["TLP:AMBER"]), "{}", word["head"]);
    let pictures: BTreeSet<String> = serde_json::from_value(word["pictures"].clone())?;
    ensure!(pictures.len() == 7, "a text for each chart: {pictures:?}");
    let paragraphs: Vec<(String, String)> = serde_json::from_value(word["paragraphs"].clone())?;
    let headings = paragraphs.iter().filter(|it| it.0 == "Heading 1");
    let headings: Vec<&str> = headings.map(|it| it.1.as_str()).collect();
    let first = ["In short", "What happened", "Changed assessments, and why"];
    ensure!(headings.starts_with(&first), "{headings:?}");
    ensure!(headings.ends_with(&["Sources", "Notes"]), "{headings:?}");
    ensure!(headings.len() == 13, "{headings:?}");
    let said: String = paragraphs.iter().map(|it| letters(&it.1)).collect();
    for piece in pieces(text) {
        ensure!(said.contains(&letters(piece)), "not in the DOCX: {piece}");
    }
    Ok(())
}

/// The PDF is on A4, has a title, and says what the text says.
fn is_on_paper(pdf: &Path, text: &str) -> Result<()> {
    let Some(said_by_pdf) = pdf_text(pdf)? else {
        return Ok(());
    };
    let said_by_pdf = letters(&said_by_pdf);
    for piece in pieces(text).filter(|it| it.is_ascii()) {
        ensure!(
            said_by_pdf.contains(&letters(piece)),
            "not in the PDF: {piece}"
        );
    }
    let info = said(Command::new("pdfinfo").arg(pdf))?.context("pdfinfo")?;
    ensure!(info.contains("595.5 x 842.25 pts (A4)"), "{info}");
    ensure!(info.contains("Brief =HYPERLINK("), "{info}");
    Ok(())
}
