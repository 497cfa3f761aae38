//! Words that count from a day: what is stored, shown and written for others is the date itself.

use std::path::Path;

use api::dto::{BriefArgs, DataArgs};
use serde_json::{Value, json};

use crate::session::Session;
use crate::{brief, call, export_data};

/// A workspace of 30 November 2026 with everything said in words that count from that day.
fn typed(folder: &Path) -> Session {
    let session = Session::create(folder.join("r.faultline")).unwrap();
    let mut session = session.on_day(2026, 11, 30);
    let source = json!({ "set": [
        { "field": "outlet", "value": "AP" }, { "field": "title", "value": "Cabinet" },
        { "field": "reliability", "value": "B" }, { "field": "published", "value": "yesterday" },
    ] });
    call(&mut session, "add_source", source).unwrap();
    for line in [
        "yesterday  Minister resigns from:S1",
        "last week  Protests grow from:S1",
        "11 June  Treaty is signed from:S1",
        "tomorrow  Vote on the budget from:S1",
        "by Friday  Answer from the union from:S1",
        "since Monday  Strike at the port from:S1",
    ] {
        call(&mut session, "add", json!({ "line": line })).unwrap();
    }
    session
}

const WORDS: [&str; 6] = [
    "yesterday",
    "last week",
    "tomorrow",
    "by friday",
    "since monday",
    "(11 june)",
];

#[test]
fn no_word_that_counts_from_a_day_leaves_the_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let session = typed(folder.path());
    let check = |name: &str, text: &str| {
        let text = text.to_lowercase();
        for words in WORDS {
            assert!(!text.contains(words), "{name} says {words}: {text}");
        }
        assert!(text.contains("2026"), "{name} has the year");
    };
    for name in [
        "e.csv",
        "e.md",
        "e.ics",
        "e.graphml",
        "e.gexf",
        "e.dot",
        "t.json",
    ] {
        let path = folder.path().join(name);
        let format = (name == "t.json").then(|| String::from("timelinejs"));
        let args = DataArgs {
            format,
            ..DataArgs::default()
        };
        export_data(&session, &path, &args, true).unwrap();
        check(name, &std::fs::read_to_string(&path).unwrap());
    }
    for name in ["b.md", "b.html"] {
        let path = folder.path().join(name);
        let args = BriefArgs {
            since: String::from("1 January 2026"),
            ..BriefArgs::default()
        };
        brief(&session, &path, &args, true).unwrap();
        check(name, &std::fs::read_to_string(&path).unwrap());
    }
}

#[test]
fn what_was_typed_is_kept_as_a_remark_and_means_the_same_on_another_day() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("r.faultline");
    drop(typed(folder.path()));
    let mut later = Session::open(&path).unwrap().on_day(2027, 5, 5);
    let shown = |session: &mut Session, event: &str| -> (String, String, String) {
        let found = call(session, "find", json!({ "event": event })).unwrap();
        let detail = call(session, "event", json!({ "id": found["id"] })).unwrap();
        let text = |field: &str| detail["date"][field].as_str().unwrap().to_owned();
        (text("words"), text("edtf"), text("typed"))
    };
    for (event, words, edtf, typed) in [
        ("Minister", "29 November 2026", "2026-11-29", "yesterday"),
        (
            "Protests",
            "on a day between 23 and 29 November 2026",
            "[2026-11-23..2026-11-29]",
            "last week",
        ),
        ("Treaty", "11 June 2026", "2026-06-11", "11 June"),
        ("Vote", "1 December 2026", "2026-12-01", "tomorrow"),
        (
            "Answer",
            "on or before 4 December 2026",
            "[..2026-12-04]",
            "by Friday",
        ),
        (
            "Strike",
            "from 30 November 2026 on",
            "2026-11-30/..",
            "since Monday",
        ),
    ] {
        let (is_words, is_edtf, is_typed) = shown(&mut later, event);
        assert_eq!(
            (is_words.as_str(), is_edtf.as_str(), is_typed.as_str()),
            (words, edtf, typed)
        );
    }
    let sources: Value = call(&mut later, "sources", json!({})).unwrap();
    assert_eq!(sources[0]["published"]["words"], "29 November 2026");
}

#[test]
fn the_as_of_day_is_the_workspaces_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = typed(folder.path());
    let mut read = |as_of: &str, words: &str| -> String {
        call(&mut session, "set_workspace", json!({ "as_of": as_of })).unwrap();
        let reply = call(&mut session, "date", json!({ "words": words })).unwrap();
        reply["understood"]["edtf"].as_str().unwrap().to_owned()
    };
    for (as_of, words, edtf) in [
        ("", "yesterday", "2026-11-29"),
        ("2025-06-11", "yesterday", "2025-06-10"),
        ("11 June 2025", "last month", "2025-05"),
        ("2025-06-11", "11 June", "2025-06-11"),
        ("2025-06-11", "by 1 June", "[..2026-06-01]"),
        ("today", "yesterday", "2026-11-29"),
        ("yesterday", "today", "2026-11-29"),
    ] {
        assert_eq!(read(as_of, words), edtf, "{words}, as of {as_of:?}");
    }
    let line = json!({ "line": "yesterday  Talks" });
    call(
        &mut session,
        "set_workspace",
        json!({ "as_of": "2025-06-11" }),
    )
    .unwrap();
    let read = call(&mut session, "understand", line.clone()).unwrap();
    let means = read["parts"][0]["means"].as_str().unwrap().to_owned();
    assert_eq!(
        means,
        "10 June 2025, counted from 11 June 2025, this workspace's as-of day"
    );
    call(&mut session, "set_workspace", json!({ "as_of": "today" })).unwrap();
    let read = call(&mut session, "understand", line).unwrap();
    assert_eq!(
        read["parts"][0]["means"],
        "29 November 2026, counted from 30 November 2026, today"
    );
}
