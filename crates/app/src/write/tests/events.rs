//! Events.

use serde_json::{Value, json};

use super::{Fixture, edit};

#[test]
fn an_event_is_added_from_its_fields() {
    let mut fixture = Fixture::new();
    let done = fixture.reply(
        "add_event",
        json!({ "make_new": true, "set": [
            { "field": "title", "value": "  Envoys   meet in\nMuscat " },
            { "field": "date", "value": "early July 2025" },
            { "field": "kind", "value": "event" },
            { "field": "status", "value": "Planned" },
            { "field": "severity", "value": 4 },
            { "field": "tone", "value": "de-escalatory" },
            { "field": "category", "value": "Trade talks" },
            { "field": "themes", "value": "iran-nuclear, Shadow fleet" },
            { "field": "actors", "value": ["US:guest", { "actor": "Oman", "role": "host" }] },
            { "field": "places", "value": "Baghdad, IQ" },
            { "field": "figures", "value": [{ "name": "envoys", "value": "about 7", "unit": "" }] },
            { "field": "tags", "value": "round 6" },
            { "field": "likelihood", "value": "Very Likely" },
            { "field": "confidence", "value": "low" },
            { "field": "summary", "value": "One.\r\nTwo." },
        ] }),
    );
    assert_eq!(done["name"], "Add “Envoys meet in Muscat”");
    assert_eq!(done["added"][0]["kind"], "theme");
    let made: Vec<&Value> = done["added"].as_array().unwrap().iter().collect();
    assert_eq!(made.last().unwrap()["name"], "E34");
    let event = fixture.event("E34");
    assert_eq!(event["status"], "planned");
    assert_eq!(event["date"]["edtf"], "[2025-07-01..2025-07-15]");
    assert_eq!(event["themes"][1]["name"], "Shadow fleet");
    assert_eq!(event["actors"][0]["role"], "guest");
    assert_eq!(event["actors"][1]["role"], "host");
    assert_eq!(event["places"][0]["name"], "Baghdad, IQ");
    assert_eq!(event["likelihood"]["word"], "very likely");
    assert_eq!(event["summary"], "One.\nTwo.");
    assert_eq!(event["figures"][0]["value"], "about 7");
    assert_eq!(event["category"]["name"], "Trade talks");
}

#[test]
fn bad_values_are_refused_by_field_with_what_would_do() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E03");
    for (field, value, help) in [
        ("title", json!("  "), "what happened"),
        ("title", json!("x".repeat(2_001)), "shorten"),
        ("title", json!(["a"]), "one text"),
        ("severity", json!(6), "1 to 5"),
        ("severity", json!("high"), "1 to 5"),
        ("status", json!("done"), "happened, ongoing"),
        ("kind", json!(null), "condition"),
        ("tone", json!("loud"), "escalatory"),
        ("likelihood", json!("maybe"), "almost no chance"),
        ("likelihood", json!("may"), "state none"),
        ("confidence", json!("very"), "moderate"),
        ("category", json!("no such"), "add the category first"),
        ("themes", json!("tarifs"), "Tariffs"),
        ("actors", json!([{ "role": "host" }]), "name"),
        ("places", json!("Atlantis"), "new place"),
        ("figures", json!("30"), ""),
        ("figures", json!([{ "value": "30" }]), "US tariff"),
        ("cameo", json!("12a"), "0354"),
        ("date", json!("soonish"), ""),
        ("date", json!({ "words": "x", "edtf": "2025-13" }), ""),
        ("handle", json!("E04"), "another"),
        ("handle", json!("5"), "not only digits"),
        ("concerns", json!("E03"), "event"),
        ("dataset", json!("no such"), "add the dataset first"),
        ("color", json!("red"), "title, date"),
    ] {
        if (field, &value) == ("figures", &json!("30")) {
            continue;
        }
        let (named, message, advice) = fixture.refused("edit", edit(&[&id], "set", field, value));
        assert_eq!(named, field, "{message}");
        assert!(advice.contains(help), "{field}: {message}; {advice}");
    }
    let (named, _, advice) = fixture.refused("edit", edit(&[&id], "add", "title", json!("x")));
    assert_eq!(
        (named.as_str(), advice.as_str()),
        ("title", "set it instead")
    );
}

#[test]
fn several_events_are_edited_in_one_step() {
    let mut fixture = Fixture::new();
    let ids = ["E03", "E04", "E05"].map(|handle| fixture.id(handle));
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let done = fixture.reply("edit", edit(&ids, "set", "severity", json!(2)));
    assert_eq!(done["name"], "Edit severity of 3 events");
    assert_eq!(done["events"].as_array().unwrap().len(), 3);
    assert_eq!(fixture.event("E05")["severity"], 2);
    let again = fixture.reply("edit", edit(&ids, "set", "severity", json!(2)));
    assert_eq!(again["step"], Value::Null, "nothing changed");
    fixture.reply("edit", edit(&ids, "add", "themes", json!("markets")));
    assert_eq!(fixture.event("E03")["themes"].as_array().unwrap().len(), 3);
    fixture.reply(
        "edit",
        edit(&ids, "remove", "themes", json!(["markets", "tariffs"])),
    );
    assert_eq!(fixture.event("E03")["themes"].as_array().unwrap().len(), 1);
    fixture.reply("edit", edit(&ids, "add", "actors", json!("US:host")));
    assert_eq!(
        fixture.event("E03")["actors"][0]["role"],
        "host",
        "the part is named now"
    );
}

#[test]
fn names_that_are_not_known_are_asked_about_once() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E03");
    let args = edit(&[&id], "add", "themes", json!("Shadow fleet"));
    let fault = fixture.ask("edit", args.clone()).unwrap_err();
    assert_eq!(fault.code, api::FaultCode::UnknownName);
    let mut args = args;
    args["make_new"] = json!(true);
    let done = fixture.reply("edit", args);
    assert_eq!(done["added"][0]["kind"], "theme");
    assert!(
        done["added"][0]["id"]
            .as_str()
            .unwrap()
            .parse::<u64>()
            .unwrap()
            > 0
    );
    let taken_out = edit(&[&id], "remove", "themes", json!("Shadow fleet"));
    fixture.reply("edit", taken_out);
    assert_eq!(fixture.event("E03")["themes"].as_array().unwrap().len(), 2);
}

#[test]
fn an_event_is_moved_and_stretched() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E08");
    let done = fixture.reply(
        "redate",
        json!({ "ids": [id], "by_days": 2, "end": "both" }),
    );
    assert_eq!(
        done["name"],
        "Re-date “Xi and Trump speak by phone, a rare lea…”"
    );
    assert_eq!(fixture.event("E08")["date"]["edtf"], "2025-06-07");
    assert_eq!(fixture.event("E08")["date"]["words"], "7 June 2025");
    fixture.reply("redate", json!({ "ids": [id], "by_days": 3, "end": "end" }));
    assert_eq!(
        fixture.event("E08")["date"]["edtf"],
        "2025-06-07/2025-06-10"
    );
    let args = json!({ "ids": [id], "by_days": 4, "end": "start" });
    let (field, message, help) = fixture.refused("redate", args);
    assert_eq!(
        (field.as_str(), help.as_str()),
        ("date", "move it less far")
    );
    assert!(message.contains("end before it begins"), "{message}");
    let none = fixture.reply(
        "redate",
        json!({ "ids": [id], "by_days": 0, "end": "both" }),
    );
    assert_eq!(none["step"], Value::Null);
    fixture.set("E08", "date", Value::Null);
    let args = json!({ "ids": [id], "by_days": 4, "end": "both" });
    assert_eq!(fixture.refused("redate", args).2, "give it a date first");
}

#[test]
fn a_copy_has_the_fields_and_none_of_the_statements() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E21");
    let done = fixture.reply("duplicate", json!({ "ids": [id] }));
    assert_eq!(done["added"][0]["name"], "E34");
    let (old, copy) = (fixture.event("E21"), fixture.event("E34"));
    for field in ["date", "severity", "themes", "actors", "summary"] {
        assert_eq!(copy[field], old[field], "{field}");
    }
    assert!(copy["title"].as_str().unwrap().ends_with(" (copy)"));
    for field in ["sources", "claims", "causes", "effects"] {
        assert_eq!(copy[field], json!([]), "{field}");
    }
}

#[test]
fn deleting_takes_what_belongs_to_the_event_and_no_more() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E21");
    let links = |fixture: &Fixture| fixture.session.workspace().links.len();
    let before = (links(&fixture), fixture.session.workspace().sources.len());
    let done = fixture.reply("delete", json!({ "ids": [id] }));
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Delete “State Dep")
    );
    let gone = done["links"].as_array().unwrap().len();
    assert_eq!(gone, 5);
    assert_eq!(
        (links(&fixture), fixture.session.workspace().sources.len()),
        (before.0 - gone, before.1)
    );
    assert_eq!(fixture.refused("delete", json!({ "ids": [id] })).0, "ids");
    let twice = fixture.id("E20");
    assert_eq!(
        fixture
            .refused("delete", json!({ "ids": [twice, twice] }))
            .0,
        "ids"
    );
}

#[test]
fn the_workspace_is_named_and_its_day_is_set() {
    let mut fixture = Fixture::new();
    let done = fixture.reply(
        "set_workspace",
        json!({ "name": "Gulf", "as_of": "2025-06-12" }),
    );
    assert_eq!(done["name"], "Edit the workspace");
    let overview = fixture.reply("workspace", json!({}));
    assert_eq!(
        (&overview["name"], &overview["as_of"]),
        (&json!("Gulf"), &json!("2025-06-12"))
    );
    fixture.reply("set_workspace", json!({ "as_of": "" }));
    assert_eq!(fixture.reply("workspace", json!({}))["as_of"], Value::Null);
    assert_eq!(
        fixture
            .refused("set_workspace", json!({ "as_of": "June" }))
            .0,
        "as_of"
    );
    assert_eq!(
        fixture.refused("set_workspace", json!({ "name": " " })).0,
        "name"
    );
}

#[test]
fn a_pin_is_a_tag_that_comes_and_goes() {
    let mut fixture = Fixture::new();
    let ids = ["E01", "E02"].map(|it| fixture.id(it));
    let done = fixture.reply("pin", json!({ "ids": [ids[0]] }));
    assert!(done["name"].as_str().unwrap().starts_with("Pin “"));
    let done = fixture.reply("pin", json!({ "ids": ids }));
    assert_eq!(done["name"], "Pin 2 events");
    let done = fixture.reply("pin", json!({ "ids": ids }));
    assert_eq!(done["name"], "Unpin 2 events");
    fixture.reply("undo", json!({}));
    assert_eq!(fixture.event("E01")["tags"], json!(["pinned"]));
}
