//! The lists of the sample, as they are managed.

use serde_json::{Value, json};

use crate::session::Session;

fn reply(verb: &str, args: Value) -> Value {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
    crate::call(&mut session, verb, args).unwrap()
}

fn names(rows: &Value) -> Vec<String> {
    let row = |it: &Value| {
        let depth = it["depth"].as_u64().unwrap() as usize;
        format!(
            "{}{} {}",
            "  ".repeat(depth),
            it["name"].as_str().unwrap(),
            it["uses"]
        )
    };
    rows.as_array().unwrap().iter().map(row).collect()
}

#[test]
fn parts_stand_under_their_wholes() {
    let actors = reply("items", json!({ "list": "actors" }));
    let names = names(&actors);
    let at = |name: &str| {
        names
            .iter()
            .position(|it| it.trim_start().starts_with(name))
            .unwrap()
    };
    assert!(at("United States") < at("State Department"));
    assert!(names[at("State Department")].starts_with("  "));
    assert!(
        actors
            .as_array()
            .unwrap()
            .iter()
            .all(|it| it["hue"].is_null())
    );
}

#[test]
fn every_list_counts_its_uses() {
    for list in ["themes", "categories", "actors", "places", "datasets"] {
        let rows = reply("items", json!({ "list": list }));
        let uses: u64 = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["uses"].as_u64().unwrap())
            .sum();
        assert!(uses > 0, "{list}");
    }
}

#[test]
fn a_list_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
    let fault = crate::call(&mut session, "items", json!({ "list": "colors" })).unwrap_err();
    assert_eq!(fault.field.as_deref(), Some("list"));
    assert!(fault.help.unwrap().contains("actors"));
}

#[test]
fn the_sample_is_cited_throughout_but_for_what_is_judged() {
    let told = reply("uncited", json!({}));
    let statements = told["statements"].as_u64().unwrap();
    let uncited = told["uncited"].as_array().unwrap();
    assert!(statements > 89, "47 events and 42 links at least");
    for line in uncited {
        assert_ne!(line["kind"], "event", "{line}");
    }
}

#[test]
fn the_forms_have_words_for_every_choice() {
    let told = reply("vocabulary", json!({}));
    assert_eq!(told["likelihoods"][0]["word"], "almost no chance");
    assert_eq!(told["reliabilities"][1]["words"], "usually reliable");
    assert_eq!(told["hues"].as_array().unwrap().len(), 12);
    assert_eq!(told["confidences"], json!(["low", "moderate", "high"]));
    assert!(told["link_types"].as_array().unwrap().len() > 5);
}

#[test]
fn a_source_tells_what_it_is_cited_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
    let sources = crate::call(&mut session, "sources", json!({})).unwrap();
    for source in sources.as_array().unwrap() {
        let asked = json!({ "source": source["id"] });
        let told = crate::call(&mut session, "cited", asked).unwrap();
        assert_eq!(json!(told.as_array().unwrap().len()), source["citations"]);
    }
    let second = sources
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["handle"] == "A2")
        .unwrap();
    let told = crate::call(&mut session, "cited", json!({ "source": second["id"] })).unwrap();
    let kinds: std::collections::BTreeSet<_> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds.into_iter().collect::<Vec<_>>(),
        ["claim", "event", "link"]
    );
    let fault = crate::call(&mut session, "cited", json!({ "source": "999999" })).unwrap_err();
    assert_eq!(fault.field.as_deref(), Some("source"));
}
