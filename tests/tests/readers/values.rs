//! What leaves claims no more than is known: the values, as programs of others read them.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use api::dto::{BriefArgs, DataArgs};
use app::Session;
use serde_json::{Map, Value, json};
use tests::readers::{python, told};

use super::{fault, rows};

/// Planned entries whose dates are all that a date can be, by their titles.
const DATES: [(&str, &str); 7] = [
    ("Rules in force", "2027-03-01/.."),
    ("Filing due", "[..2026-06-30]"),
    ("Talks", "{2026-07-05,2026-07-06,2026-07-09}"),
    ("Call", "2026-06-11T18:00:00-05:00"),
    ("Summit", "2026-06-11T18:30:00"),
    ("Ides", "-0043-03-15"),
    ("Vote", "2026-06-14"),
];

/// The sample with those entries, and a link between two of them that says everything.
fn session(folder: &Path) -> Result<Session> {
    let mut session = Session::new_sample(folder.join("values.faultline")).map_err(fault)?;
    let mut ids = Vec::new();
    for (title, date) in DATES {
        let set = json!([
            { "field": "title", "value": title }, { "field": "date", "value": date },
            { "field": "status", "value": "planned" }, { "field": "themes", "value": "tariffs" },
            { "field": "actors", "value": "US" }, { "field": "places", "value": "Washington, DC, US" },
            { "field": "tags", "value": "one, two" },
        ]);
        let done = app::call(&mut session, "add_event", json!({ "set": set })).map_err(fault)?;
        ids.push(done["added"][0]["id"].as_str().context("an id")?.to_owned());
    }
    let set = json!([
        { "field": "type", "value": "triggers" }, { "field": "strength", "value": "strong" },
        { "field": "lag_days", "value": "5" }, { "field": "note", "value": "=because" },
        { "field": "confidence", "value": "high" },
    ]);
    let args = json!({ "cause": ids[2], "effect": ids[0], "set": set });
    app::call(&mut session, "link", args).map_err(fault)?;
    Ok(session)
}

/// The data in a file of this name, and what it says it left out.
fn data(
    session: &Session,
    folder: &Path,
    name: &str,
    table: &str,
) -> Result<(PathBuf, Vec<String>)> {
    let path = folder.join(name);
    let args = DataArgs {
        table: table.to_owned(),
        ..DataArgs::default()
    };
    let done = app::export_data(session, &path, &args, true).map_err(fault)?;
    Ok((path, done.left_out))
}

/// The entry of that title in a list of objects.
fn of_title<'a>(list: &'a Value, field: &str, title: &str) -> Vec<&'a Value> {
    let all = list.as_array().into_iter().flatten();
    all.filter(|it| it[field] == json!(title)).collect()
}

#[test]
fn calendars_have_hours_in_utc_days_apart_and_versions_that_grow() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let mut session = session(folder.path())?;
    let read = |session: &Session| -> Result<(Value, Vec<String>)> {
        let (file, left_out) = data(session, folder.path(), "values.ics", "")?;
        Ok((told(&python, "calendar_entries.py", &file)?, left_out))
    };
    let (entries, left_out) = read(&session)?;
    ensure!(
        left_out.contains(&String::from(
            "1 entry is left out: iCalendar holds only the years 0 to 9999"
        )),
        "{left_out:?}"
    );
    for (title, first, last) in [
        ("Rules in force", "2027-03-01", json!("2027-03-01")),
        ("Filing due", "2026-06-30", json!("2026-06-30")),
        ("Call", "2026-06-11T23:00:00+00:00", Value::Null),
        ("Summit", "2026-06-11T18:30:00", Value::Null),
        ("Vote", "2026-06-14", json!("2026-06-14")),
    ] {
        let found = of_title(&entries, "title", title);
        ensure!(found.len() == 1, "{title}: {found:?}");
        ensure!(
            found[0]["first"] == json!(first) && found[0]["last"] == last,
            "{}",
            found[0]
        );
        ensure!(found[0]["transparent"] == json!(true), "{}", found[0]);
    }
    let words = |title: &str| of_title(&entries, "title", title)[0]["words"].to_string();
    ensure!(words("Rules in force").contains("end unknown"));
    ensure!(words("Filing due").contains("start unknown"));
    ensure!(of_title(&entries, "title", "Ides").is_empty());
    let talks = of_title(&entries, "title", "Talks");
    let days: Vec<&Value> = talks.iter().map(|it| &it["first"]).collect();
    ensure!(
        days == [
            &json!("2026-07-05"),
            &json!("2026-07-06"),
            &json!("2026-07-09")
        ],
        "{days:?}"
    );
    let id = talks[0]["uid"].as_str().context("a uid")?;
    let id = id.split('-').next().context("an id")?.to_owned();
    let set = json!([{ "field": "severity", "value": 5 }]);
    app::call(&mut session, "edit", json!({ "events": [id], "set": set })).map_err(fault)?;
    let (later, _) = read(&session)?;
    for (before, after) in talks.iter().zip(of_title(&later, "title", "Talks")) {
        let number = |it: &Value, field: &str| it[field].as_u64().unwrap_or_default();
        ensure!(
            number(after, "sequence") > number(before, "sequence"),
            "{before} {after}"
        );
        ensure!(after["stamp"].as_str() >= before["stamp"].as_str());
        ensure!(after["stamp"] == after["modified"]);
    }
    ensure!(read(&session)?.0 == later, "the same each time");
    Ok(())
}

#[test]
fn graphs_say_what_tables_say_and_leave_open_sides_open() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    for name in ["values.graphml", "values.gexf"] {
        let (file, _) = data(&session, folder.path(), name, "")?;
        let graph = told(&python, "graphs.py", &file)?;
        let nodes = graph["nodes"].as_object().context("nodes")?;
        let node = |title: &str| -> Result<&Map<String, Value>> {
            let found = nodes.values().find(|it| it["label"] == json!(title));
            found.and_then(Value::as_object).context("a node")
        };
        let open = node("Rules in force")?;
        ensure!(open["first_day"] == json!("2027-03-01") && !open.contains_key("last_day"));
        let due = node("Filing due")?;
        ensure!(due["last_day"] == json!("2026-06-30") && !due.contains_key("first_day"));
        for (field, value) in [
            ("tags", "one; two"),
            ("places", "Washington, DC, US"),
            ("status", "planned"),
            ("edtf", "2026-06-14"),
            ("start_earliest", "2026-06-14"),
            ("themes", "Tariffs"),
        ] {
            ensure!(node("Vote")?[field] == json!(value), "{name}: {field}");
        }
        ensure!(node("Vote")?.contains_key("actors"), "{name}");
        let said = of_title(&graph["edges"], "note", "=because");
        ensure!(said.len() == 1, "{name}: {said:?}");
        ensure!(
            said[0]["strength"] == json!("strong") && said[0]["lag_days"] == json!(5),
            "{}",
            said[0]
        );
        if name.ends_with("gexf") {
            ensure!(graph["mode"] == json!("dynamic"));
            ensure!(open["start"] == json!("2027-03-01") && !open.contains_key("end"));
            ensure!(due["end"] == json!("2026-06-30") && !due.contains_key("start"));
            let spells = json!([
                ["2026-07-05", "2026-07-05"],
                ["2026-07-06", "2026-07-06"],
                ["2026-07-09", "2026-07-09"]
            ]);
            ensure!(node("Talks")?["spells"] == spells, "{:?}", node("Talks")?);
        } else {
            // Where yEd looks for labels; networkx reads them too, with the place of the box.
            ensure!(
                open.contains_key("x"),
                "the box of yEd has a place: {open:?}"
            );
        }
    }
    let dot = data(&session, folder.path(), "values.dot", "")?.0;
    let dot = std::fs::read_to_string(dot)?;
    for said in [
        "strength=\"strong\"",
        "lag_days=\"5\"",
        "note=\"=because\"",
        "tags=\"one; two\"",
    ] {
        ensure!(dot.contains(said), "{said}");
    }
    Ok(())
}

#[test]
fn tables_guard_what_people_wrote_and_nothing_else() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    let csv = |table: &str| -> Result<Vec<Vec<String>>> {
        let (file, _) = data(&session, folder.path(), "values.csv", table)?;
        rows(&told(&python, "tables.py", &file)?["csv"])
    };
    let column = |table: &[Vec<String>], name: &str| -> Result<usize> {
        let place = table[0].iter().position(|it| it == name);
        place.with_context(|| name.to_owned())
    };
    let links = csv("links")?;
    let (sign, note) = (column(&links, "sign")?, column(&links, "note")?);
    ensure!(
        links
            .iter()
            .skip(1)
            .all(|it| ["+", "-", "0"].contains(&it[sign].as_str())),
        "signs are signs"
    );
    ensure!(
        links.iter().any(|it| it[note] == "'=because"),
        "what a person wrote is guarded"
    );
    let events = csv("events")?;
    let (title, edtf, start) = (
        column(&events, "title")?,
        column(&events, "edtf")?,
        column(&events, "start_earliest")?,
    );
    let row = |table: &[Vec<String>], name: &str| {
        let place = table.iter().position(|it| it[title] == name);
        place.with_context(|| name.to_owned())
    };
    let ides = row(&events, "Ides")?;
    ensure!(
        events[ides][edtf] == "-0043-03-15" && events[ides][start] == "-0043-03-15",
        "{:?}",
        events[ides]
    );
    let (book, _) = data(&session, folder.path(), "values.xlsx", "")?;
    let book = told(&python, "tables.py", &book)?;
    let (sheet, looks) = (rows(&book["events"])?, &book["events looks"]);
    let is_date = |name: &str| -> Result<bool> {
        Ok(looks["dates"][row(&sheet, name)?][start] == json!(true))
    };
    ensure!(is_date("Vote")? && is_date("Rules in force")? && is_date("Call")?);
    ensure!(!is_date("Ides")? && !is_date("Filing due")?);
    ensure!(
        sheet[row(&sheet, "Vote")?][start] == "2026-06-14"
            && sheet[row(&sheet, "Ides")?][start] == "-0043-03-15"
    );
    ensure!(
        looks["widths"][title].as_f64().unwrap_or_default() > 40.0,
        "{looks}"
    );
    ensure!(looks["frozen"] == json!("A2"), "{}", looks["frozen"]);
    let filter = looks["filter"].as_str().unwrap_or_default();
    ensure!(
        filter.starts_with("A1:") && filter.ends_with(&sheet.len().to_string()),
        "{filter}"
    );
    Ok(())
}

#[test]
fn maps_and_slides_say_what_they_cannot_show() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let mut session = session(folder.path())?;
    let set = json!([{ "field": "title", "value": "Nowhere" }]);
    app::call(&mut session, "add_event", json!({ "set": set })).map_err(fault)?;
    let (file, left_out) = data(&session, folder.path(), "values.geojson", "")?;
    let read = told(&python, "points.py", &file)?;
    ensure!(read["days"]["Rules in force"] == json!(["2027-03-01", null]));
    ensure!(read["days"]["Filing due"] == json!([null, "2026-06-30"]));
    let absent = read["missing"][1].as_u64().context("a count")?;
    ensure!(
        absent > 0
            && left_out
                .iter()
                .any(|it| it.starts_with(&absent.to_string())),
        "{left_out:?}"
    );
    let path = folder.path().join("slides.json");
    let args = DataArgs {
        format: Some(String::from("timelinejs")),
        ..DataArgs::default()
    };
    let done = app::export_data(&session, &path, &args, true).map_err(fault)?;
    ensure!(
        done.left_out == ["1 entry without a date is left out"],
        "{:?}",
        done.left_out
    );
    let slides: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
    let slides = &slides["events"];
    let headline = |title: &str| -> Vec<&Value> {
        let all = slides.as_array().into_iter().flatten();
        all.filter(|it| it["text"]["headline"] == json!(title))
            .collect()
    };
    ensure!(headline("Talks").len() == 3);
    let open = headline("Rules in force");
    ensure!(open[0].get("end_date").is_none() && open[0]["start_date"]["year"] == json!(2027));
    let due = headline("Filing due");
    ensure!(due[0].get("end_date").is_none() && due[0]["start_date"]["day"] == json!(30));
    Ok(())
}

#[test]
fn a_document_has_title_author_and_date() -> Result<()> {
    let Some(python) = python()? else {
        return Ok(());
    };
    let folder = tempfile::tempdir()?;
    let session = session(folder.path())?;
    for (author, said) in [
        (Some("A. Writer & <Co>"), "A. Writer & <Co>"),
        (None, "Faultline"),
    ] {
        let path = folder.path().join("values.docx");
        let args = BriefArgs {
            since: String::from("1 June 2025"),
            title: Some(String::from("Week & <b>brief</b>")),
            author: author.map(str::to_owned),
            ..BriefArgs::default()
        };
        app::brief(&session, &path, &args, true).map_err(fault)?;
        let read = told(&python, "document.py", &path)?;
        ensure!(read["title"] == json!("Week & <b>brief</b>"), "{read}");
        ensure!(read["author"] == json!(said), "{}", read["author"]);
        // The sample is as of 11 June 2025.
        let created = read["created"].as_str().unwrap_or_default();
        ensure!(created.starts_with("2025-06-11T00:00:00"), "{created}");
        ensure!(read["modified"] == read["created"]);
    }
    Ok(())
}
