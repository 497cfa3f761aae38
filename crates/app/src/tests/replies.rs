//! What the verbs say about the sample.

use api::FaultCode;
use serde_json::{Value, json};

use super::{ask, reply, sample};

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The id of what has this handle in a list.
fn id_of(verb: &str, handle: &str) -> String {
    let rows = reply(verb, json!({}));
    let row = list(&rows)
        .iter()
        .find(|row| row["handle"] == handle)
        .expect(handle);
    row["id"].as_str().unwrap().to_owned()
}

#[test]
fn the_chronology_has_47_entries_under_the_names_of_the_design() {
    let rows = reply("events", json!({}));
    assert_eq!(list(&rows).len(), 47);
    let names =
        "id kind status title date category severity tone themes actors places figures citations";
    for row in list(&rows) {
        for name in names.split(' ') {
            assert!(row.get(name).is_some(), "{name} is missing");
        }
        assert!(row["id"].is_string());
        assert!(row["dataset"].is_null(), "a dataset that is off shows");
        if !row["date"].is_null() {
            for name in [
                "words",
                "edtf",
                "start_earliest",
                "start_latest",
                "end_earliest",
                "end_latest",
            ] {
                assert!(row["date"].get(name).is_some(), "date.{name} is missing");
            }
        }
    }
    let links = reply("links", json!({}));
    assert!(!list(&links).is_empty());
    for row in list(&links) {
        for name in [
            "id",
            "cause",
            "effect",
            "type",
            "sign",
            "confidence",
            "basis",
            "citations",
        ] {
            assert!(row.get(name).is_some(), "{name} is missing");
        }
        assert!(row["id"].is_string() && row["cause"].is_string() && row["effect"].is_string());
    }
}

#[test]
fn shown_and_hidden_make_the_total() {
    for filter in [
        json!({}),
        json!({ "severity_min": 4 }),
        json!({ "words": "nothing has this" }),
    ] {
        let counts = reply("filter", json!({ "filter": filter }));
        let number = |name: &str| counts[name].as_u64().unwrap();
        assert_eq!(number("shown") + number("hidden"), number("total"));
        let rows = reply("events", json!({ "filter": filter }));
        assert_eq!(list(&rows).len() as u64, number("shown"));
        assert_eq!(number("total"), 47);
    }
}

#[test]
fn datasets_are_added_by_name_and_never_by_default() {
    let overview = reply("workspace", json!({}));
    let datasets = list(&overview["datasets"]);
    assert!(!datasets.is_empty());
    let (mut ids, mut beyond) = (Vec::new(), 0);
    for dataset in datasets {
        assert_eq!(dataset["on"], json!(false));
        ids.push(dataset["id"].clone());
        beyond += dataset["count"].as_u64().unwrap();
    }
    assert!(beyond > 0);
    let all = reply("filter", json!({ "filter": { "datasets": ids } }));
    assert_eq!(all["total"].as_u64().unwrap(), 47 + beyond);
    assert_eq!(
        reply("filter", json!({ "filter": { "datasets": [] } }))["total"],
        json!(47)
    );
}

#[test]
fn words_are_found_without_case_and_accents() {
    let shown = |words: &str| {
        reply("filter", json!({ "filter": { "words": words } }))["shown"]
            .as_u64()
            .unwrap()
    };
    assert!(shown("IRAN") > 0);
    assert_eq!(shown("IRÁN"), shown("iran"));
    assert!(shown("iran") >= shown("iran talks"));
}

#[test]
fn an_actor_stands_for_its_parts() {
    let actors = reply("actors", json!({}));
    let part = list(&actors)
        .iter()
        .find(|row| row["parent"] == "US" && row["count"] != 0)
        .expect("a part of the US");
    let count = |id: &Value| {
        reply("filter", json!({ "filter": { "actors": [id] } }))["shown"]
            .as_u64()
            .unwrap()
    };
    let whole = id_of("actors", "US");
    assert!(count(&json!(whole)) >= count(&part["id"]));
    assert_eq!(count(&part["id"]), part["count"].as_u64().unwrap());
    assert!(part["path"].as_str().unwrap().starts_with("US › "));
}

#[test]
fn every_event_opens_with_its_numbers_in_order() {
    for row in list(&reply("events", json!({}))) {
        let detail = reply("event", json!({ "id": row["id"] }));
        assert_eq!(detail["title"], row["title"]);
        let numbers: Vec<u64> = list(&detail["sources"])
            .iter()
            .map(|it| it["number"].as_u64().unwrap())
            .collect();
        assert!(
            numbers.is_sorted() && !numbers.contains(&0),
            "{}: {numbers:?}",
            row["handle"]
        );
        for field in list(&detail["claims"]) {
            let adopted = list(&field["values"])
                .iter()
                .filter(|it| it["adopted"] == true)
                .count();
            assert!(adopted <= 1);
        }
        if let Some(grade) = detail["grade"].as_str() {
            assert_eq!(grade.len(), 2);
            assert!(
                detail["grade_words"].as_str().unwrap().contains(", "),
                "{grade}"
            );
        }
    }
}

#[test]
fn links_show_at_both_ends() {
    for link in list(&reply("links", json!({}))) {
        let cause = reply("event", json!({ "id": link["cause"] }));
        let effect = reply("event", json!({ "id": link["effect"] }));
        assert!(
            list(&cause["effects"])
                .iter()
                .any(|line| line["id"] == link["id"])
        );
        assert!(
            list(&effect["causes"])
                .iter()
                .any(|line| line["id"] == link["id"])
        );
    }
}

#[test]
fn an_event_is_found_by_handle_id_or_words() {
    let id = id_of("events", "E21");
    let title = reply("event", json!({ "id": id }))["title"].clone();
    for words in [json!("E21"), json!("e21"), json!(id), title] {
        assert_eq!(reply("find", json!({ "event": words }))["id"], json!(id));
    }
    let several = ask("find", json!({ "event": "iran" })).unwrap_err();
    assert_eq!(several.code, FaultCode::Ambiguous);
    assert!(several.help.unwrap().lines().count() > 2);
    assert_eq!(
        ask("find", json!({ "event": "no such" })).unwrap_err().code,
        FaultCode::NotFound
    );
    assert_eq!(
        ask("event", json!({ "id": "999999" })).unwrap_err().code,
        FaultCode::NotFound
    );
}

#[test]
fn typed_words_make_a_filter() {
    let theme = reply("themes", json!({}))[0].clone();
    let words = format!(
        "theme:{} status:planned,doubtful severity:4+ actor:US rare earths",
        theme["handle"].as_str().unwrap()
    );
    let filter = reply("filter_words", json!({ "words": words }));
    assert_eq!(filter["themes"], json!([theme["id"]]));
    assert_eq!(filter["statuses"], json!(["planned", "doubtful"]));
    assert_eq!(filter["severity_min"], json!(4));
    assert_eq!(filter["words"], json!("rare earths"));
    assert!(ask("filter", json!({ "filter": filter })).is_ok());
    for bad in [
        "theme:nowhere",
        "color:red",
        "severity:9",
        "status:done",
        "theme:",
    ] {
        let fault = ask("filter_words", json!({ "words": bad })).unwrap_err();
        assert_eq!(fault.code, FaultCode::BadArgument, "{bad}");
        assert!(
            fault.help.is_some() || fault.message.contains("use one of"),
            "{bad}: {fault:?}"
        );
    }
}

#[test]
fn search_stays_in_the_shown_datasets() {
    let hits = reply("search", json!({ "words": "iran" }));
    assert!(!list(&hits).is_empty());
    let shown = reply("ids", json!({ "most": 100 }))["ids"].clone();
    assert!(
        list(&hits)
            .iter()
            .all(|hit| list(&shown).contains(&hit["id"]))
    );
    assert_eq!(
        list(&reply("search", json!({ "words": "iran", "limit": 1 }))).len(),
        1
    );
    for words in ["\"", "AND OR (", "iran*", "a:b", "-"] {
        assert!(ask("search", json!({ "words": words })).is_ok(), "{words}");
    }
}

#[test]
fn a_date_is_understood_or_asked_back() {
    assert_eq!(
        reply("date", json!({ "words": "11 June 2025" }))["understood"]["edtf"],
        json!("2025-06-11")
    );
    assert_eq!(
        reply("date", json!({ "words": "2025-06" }))["understood"]["start_latest"],
        json!("2025-06-30")
    );
    assert!(list(&reply("date", json!({ "words": "6/11/2025" }))["ask"]["choices"]).len() > 1);
    assert_eq!(
        ask("date", json!({ "words": "soonish" })).unwrap_err().code,
        FaultCode::BadArgument
    );
}

#[test]
fn a_picture_begins_with_its_window() {
    let args =
        json!({ "width_px": 1200, "height_px": 700, "from_days": 20_240, "to_days": 20_260.5 });
    for verb in ["timeline", "causes"] {
        let bytes = crate::tests::picture(&sample(), verb, &args).unwrap();
        let number = |at: usize| f64::from_le_bytes(bytes[at..at + 8].try_into().unwrap());
        assert_eq!((number(0), number(8)), (20_240.0, 20_260.5));
        let counts: Vec<u32> = (0..3)
            .map(|at| u32::from_le_bytes(bytes[20 + at * 4..24 + at * 4].try_into().unwrap()))
            .collect();
        assert!(counts.iter().sum::<u32>() <= 47);
        assert!(scene::wire::decode(crate::picture_parts(&bytes).unwrap()[2]).is_ok());
    }
}
