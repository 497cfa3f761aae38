//! Links, sources and citations.

use serde_json::{Value, json};

use super::Fixture;

fn link_of(fixture: &mut Fixture, handle: &str, side: &str) -> Value {
    fixture.event(handle)[side]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone()
}

#[test]
fn a_link_is_made_edited_turned_and_deleted() {
    let mut fixture = Fixture::new();
    let (cause, effect) = (fixture.id("E02"), fixture.id("E32"));
    let done = fixture.reply(
        "link",
        json!({ "cause": cause, "effect": effect, "set": [
            { "field": "type", "value": "contributes to" },
            { "field": "confidence", "value": "high" },
            { "field": "lag_days", "value": 30 },
            { "field": "note", "value": "AP says so" },
        ] }),
    );
    assert_eq!(
        done["name"],
        "Link “Hang Seng Tech subindex sets its April…” → “Kingston plant due to start work”"
    );
    let id = done["added"][0]["id"].clone();
    let link = link_of(&mut fixture, "E02", "effects");
    assert_eq!(
        (&link["id"], &link["link_type"]),
        (&id, &json!("contributes_to"))
    );
    assert_eq!(
        (&link["confidence"], &link["lag_days"]),
        (&json!("high"), &json!(30))
    );
    assert_eq!(
        (&link["basis"], &link["note"]),
        (&json!("judged"), &json!("AP says so"))
    );

    // A second one between the same two is a second claim.
    let effects = |fixture: &mut Fixture| fixture.event("E02")["effects"].as_array().unwrap().len();
    let before = effects(&mut fixture);
    fixture.reply("link", json!({ "cause": cause, "effect": effect }));
    assert_eq!(effects(&mut fixture), before + 1);

    let set = |field: &str, value: Value| json!({ "id": id, "set": [{ "field": field, "value": value }] });
    let done = fixture.reply("edit_link", set("strength", json!("strong")));
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Edit strength of the link “Hang")
    );
    for (field, value) in [
        ("type", json!("likes")),
        ("confidence", json!("sure")),
        ("lag_days", json!("soon")),
        ("basis", Value::Null),
        ("color", json!("red")),
    ] {
        assert_eq!(fixture.refused("edit_link", set(field, value)).0, field);
    }
    assert_eq!(
        fixture.refused("edit_link", set("effect", json!(cause))).0,
        "effect"
    );

    let done = fixture.reply("turn_links", json!({ "ids": [id] }));
    assert!(done["name"].as_str().unwrap().starts_with("Turn the link"));
    assert_eq!(fixture.event("E02")["causes"].as_array().unwrap().len(), 1);
    fixture.reply("delete_links", json!({ "ids": [id] }));
    assert_eq!(fixture.event("E02")["causes"], json!([]));
    assert_eq!(
        fixture.refused("delete_links", json!({ "ids": [id] })).0,
        "ids"
    );
    assert_eq!(
        fixture
            .refused("link", json!({ "cause": cause, "effect": cause }))
            .0,
        "effect"
    );
}

#[test]
fn a_source_is_added_cited_and_deleted_with_its_citations() {
    let mut fixture = Fixture::new();
    let done = fixture.reply(
        "add_source",
        json!({ "set": [
            { "field": "outlet", "value": "AP" },
            { "field": "title", "value": "Talks resume" },
            { "field": "published", "value": "12 June 2025" },
            { "field": "reliability", "value": "b" },
        ] }),
    );
    assert_eq!(done["name"], "Add the source “Talks resume”");
    let source = done["added"][0].clone();
    let handle = source["name"].as_str().unwrap().to_owned();
    let (event, link) = (
        fixture.id("E32"),
        link_of(&mut fixture, "E32", "causes")["id"].clone(),
    );
    let done = fixture.reply(
        "cite",
        json!({ "source": handle, "event": event, "quote": "“It opens.”", "locator": "lead",
                "credibility": "2" }),
    );
    assert_eq!(
        done["name"],
        format!("Cite {handle} for “Kingston plant due to start work”")
    );
    assert_eq!(done["events"], json!([event]));
    let done = fixture.reply(
        "cite",
        json!({ "source": source["id"], "link": link, "stance": "against" }),
    );
    assert_eq!(done["links"], json!([link]));
    let line = fixture.event("E32")["sources"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(
        (&line["grade"], &line["locator"]),
        (&json!("B2"), &json!("lead"))
    );
    let citation = line["citation"].clone();
    let set = json!({ "id": citation, "set": [{ "field": "credibility", "value": null }] });
    fixture.reply("edit_citation", set);
    let line = fixture.event("E32")["sources"]
        .as_array()
        .unwrap()
        .last()
        .unwrap()
        .clone();
    assert_eq!(line["grade"], "B");
    let bad = json!({ "id": citation, "set": [{ "field": "credibility", "value": "7" }] });
    assert_eq!(fixture.refused("edit_citation", bad).0, "credibility");

    let cited = fixture.session.workspace().citations.len();
    fixture.reply("delete_sources", json!({ "ids": [source["id"]] }));
    assert_eq!(fixture.session.workspace().citations.len(), cited - 2);
    for (args, field) in [
        (json!({ "source": "nobody", "event": event }), "source"),
        (json!({ "source": "A1" }), "event"),
        (
            json!({ "source": "A1", "event": event, "link": link }),
            "event",
        ),
        (
            json!({ "source": "A1", "link": link, "field": "date" }),
            "field",
        ),
        (
            json!({ "source": "A1", "event": event, "credibility": "0" }),
            "credibility",
        ),
        (
            json!({ "source": "A1", "event": event, "stance": "with" }),
            "stance",
        ),
    ] {
        assert_eq!(fixture.refused("cite", args.clone()).0, field, "{args}");
    }
}

#[test]
fn a_source_needs_a_name_and_a_handle_of_its_own() {
    let mut fixture = Fixture::new();
    let add = |field: &str, value: &str| json!({ "set": [{ "field": field, "value": value }] });
    assert_eq!(fixture.refused("add_source", add("author", "X")).0, "title");
    assert_eq!(
        fixture.refused("add_source", add("handle", "a1")).0,
        "handle"
    );
    assert_eq!(
        fixture.refused("add_source", add("reliability", "G")).0,
        "reliability"
    );
    assert_eq!(
        fixture.refused("add_source", add("published", "soonish")).0,
        "published"
    );
}

#[test]
fn one_line_says_all_of_a_link() {
    let mut fixture = Fixture::new();
    let (cause, effect) = (fixture.id("E02"), fixture.id("E32"));
    let line = "triggers high confidence because AP says so";
    let args = json!({ "cause": cause, "effect": effect, "line": line,
                       "set": [{ "field": "strength", "value": "weak" }] });
    fixture.reply("link", args);
    let event = fixture.event("E32");
    let made = event["causes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["event"]["id"] == cause.as_str());
    let made = made.unwrap();
    assert_eq!(
        (&made["link_type"], &made["confidence"]),
        (&json!("triggers"), &json!("high"))
    );
    assert_eq!(
        (&made["strength"], &made["note"]),
        (&json!("weak"), &json!("AP says so"))
    );
}
