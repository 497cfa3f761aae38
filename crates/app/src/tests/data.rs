//! What is written for other programs, read back by libraries that are not ours; `tests/tests/readers.rs` has it read by programs.

use std::io::Cursor;
use std::path::Path;

use api::dto::DataArgs;
use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};

use crate::export_data;
use crate::session::Session;

/// The sample, with a title that is everything that a title should not become.
fn hostile(folder: &Path) -> Session {
    let mut session = Session::new_sample(folder.join("own.faultline")).unwrap();
    let set = json!([
        { "field": "title", "value": "=HYPERLINK(\"http://x\",\"<b>&\\\"];\") */ \u{2028}" },
        { "field": "date", "value": "1 July 2025" }, { "field": "status", "value": "planned" },
    ]);
    crate::call(&mut session, "add_event", json!({ "set": set })).unwrap();
    session
}

const TITLE: &str = "=HYPERLINK(\"http://x\",\"<b>&\\\"];\") */ \u{2028}";

fn written(session: &Session, folder: &Path, name: &str, args: &DataArgs) -> Vec<u8> {
    let once = folder.join(name);
    export_data(session, &once, args, true).unwrap();
    let bytes = std::fs::read(&once).unwrap();
    export_data(session, &once, args, true).unwrap();
    assert!(
        bytes == std::fs::read(&once).unwrap(),
        "{name}: the same bytes each time"
    );
    bytes
}

#[test]
fn tables_open_and_hold_no_formula() {
    let folder = tempfile::tempdir().unwrap();
    let session = hostile(folder.path());
    for (table, count) in [("events", 48), ("links", 42), ("citations", 111)] {
        let args = DataArgs {
            table: table.to_owned(),
            ..DataArgs::default()
        };
        let bytes = written(&session, folder.path(), "t.csv", &args);
        let mut rows = csv::Reader::from_reader(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap());
        let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), count, "{table}");
        assert!(
            rows.iter().flatten().all(|it| !it.starts_with(['=', '@'])),
            "{table}"
        );
        if table == "events" {
            let title = TITLE.trim();
            assert!(
                rows.iter()
                    .any(|it| it[4].starts_with("'=HYPERLINK") && it[4].contains(&title[1..20]))
            );
        }
    }
    let bytes = written(&session, folder.path(), "t.xlsx", &DataArgs::default());
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["events", "links", "citations"]);
    let sheet = book.worksheet_range("events").unwrap();
    assert_eq!(sheet.height(), 49);
    let titles: Vec<&Data> = sheet.rows().map(|it| &it[4]).collect();
    assert!(
        titles
            .iter()
            .any(|it| matches!(it, Data::String(text) if text.starts_with("=HYPERLINK")))
    );
    assert!(
        book.worksheet_formula("events")
            .unwrap()
            .used_cells()
            .next()
            .is_none()
    );
}

/// Names of the elements of a document with how often they stand there; every piece must be well-formed.
fn elements(xml: &[u8], name: &str) -> usize {
    let mut reader = quick_xml::Reader::from_reader(xml);
    let (mut room, mut count) = (Vec::new(), 0);
    loop {
        use quick_xml::events::Event;
        match reader.read_event_into(&mut room).unwrap() {
            Event::Eof => return count,
            Event::Start(it) | Event::Empty(it) => count += usize::from(it.name().as_ref() == name),
            _ => {}
        }
        room.clear();
    }
}

#[test]
fn graphs_maps_and_texts_hold_everything() {
    let folder = tempfile::tempdir().unwrap();
    let session = hostile(folder.path());
    let all = DataArgs::default();
    for name in ["g.graphml", "g.gexf"] {
        let xml = written(&session, folder.path(), name, &all);
        assert_eq!(
            (elements(&xml, "node"), elements(&xml, "edge")),
            (48, 42),
            "{name}"
        );
    }
    let map: Value =
        serde_json::from_slice(&written(&session, folder.path(), "m.geojson", &all)).unwrap();
    let first = &map["features"][0]["geometry"]["coordinates"];
    assert!(first[0].as_f64().unwrap().abs() <= 180.0 && first[1].as_f64().unwrap().abs() <= 90.0);
    let slides = DataArgs {
        format: Some(String::from("timelinejs")),
        ..DataArgs::default()
    };
    let slides: Value =
        serde_json::from_slice(&written(&session, folder.path(), "s.json", &slides)).unwrap();
    assert_eq!(slides["events"].as_array().unwrap().len(), 48);
    assert!(!slides.to_string().contains("<b>"), "markup stays text");
    let text = String::from_utf8(written(&session, folder.path(), "t.md", &all)).unwrap();
    assert!(!text.contains("<b>"), "markup stays text");
    assert!(
        text.contains("[no source]"),
        "what nobody is cited for says so"
    );
    let only = DataArgs {
        filter: serde_json::from_value(json!({ "severity_min": 5 })).unwrap(),
        ..DataArgs::default()
    };
    let few = String::from_utf8(written(&session, folder.path(), "f.md", &only)).unwrap();
    assert!(few.matches("\n- ").count() < 10, "a filter applies");
}
