//! Merging events, and items of lists.

use std::collections::BTreeSet;

use model::Target;
use serde_json::{Value, json};

use super::Fixture;

/// What is cited anywhere: source, quote, locator and stance.
fn cited(fixture: &Fixture) -> BTreeSet<String> {
    let workspace = fixture.session.workspace();
    let said = workspace.citations.iter();
    said.map(|it| format!("{} {} {} {}", it.source, it.quote, it.locator, it.stance))
        .collect()
}

#[test]
fn two_events_become_one_and_nothing_is_lost() {
    let mut fixture = Fixture::new();
    let (keep, other) = (fixture.id("E21"), fixture.id("E26"));
    let before = cited(&fixture);
    let (links, claims) = {
        let all = fixture.session.workspace();
        (all.links.len(), all.claims.len())
    };
    let (old, gone) = (fixture.event("E21"), fixture.event("E26"));
    let between = gone["causes"]
        .as_array()
        .unwrap()
        .iter()
        .chain(gone["effects"].as_array().unwrap());
    let between = between
        .filter(|it| it["event"]["id"] == keep.as_str())
        .count();
    let done = fixture.reply("merge_events", json!({ "keep": keep, "others": [other] }));
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Merge “US missions in")
    );
    assert_eq!(cited(&fixture), before, "every citation is still somewhere");
    let all = fixture.session.workspace().clone();
    assert_eq!(all.links.len(), links - between);
    assert!(all.claims.len() > claims);
    assert!(all.events.iter().all(|it| it.id.to_string() != other));
    let event = fixture.event("E21");
    let titles = event["claims"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["field"] == "title")
        .unwrap();
    assert_eq!(titles["values"][0]["value"], old["title"]);
    assert_eq!(titles["values"][0]["adopted"], true);
    assert_eq!(titles["values"][1]["value"], gone["title"]);
    assert!(
        !titles["values"][1]["sources"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(event["status"], old["status"]);
    for theme in gone["themes"].as_array().unwrap() {
        assert!(event["themes"].as_array().unwrap().contains(theme));
    }
    for field in event["claims"].as_array().unwrap() {
        let adopted = field["values"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|it| it["adopted"] == true);
        assert_eq!(adopted.count(), 1, "{}", field["field"]);
    }
}

#[test]
fn a_link_between_the_two_goes_and_what_was_cited_for_it_stays() {
    let mut fixture = Fixture::new();
    let link = fixture.session.workspace().links.iter().find(|link| {
        fixture
            .session
            .workspace()
            .citations_of(Target::Link(link.id))
            .next()
            .is_some()
    });
    let link = link.unwrap().clone();
    let before = cited(&fixture);
    let args = json!({ "keep": link.cause.to_string(), "others": [link.effect.to_string()] });
    let done = fixture.reply("merge_events", args);
    assert!(
        done["links"]
            .as_array()
            .unwrap()
            .contains(&json!(link.id.to_string()))
    );
    assert_eq!(cited(&fixture), before);
    let all = fixture.session.workspace();
    assert!(
        all.links
            .iter()
            .all(|it| it.id != link.id && it.cause != it.effect)
    );
    let id = link.cause.to_string();
    let itself = json!({ "keep": id, "others": [id] });
    assert_eq!(fixture.refused("merge_events", itself).0, "others");
}

fn item(fixture: &mut Fixture, list: &str, name: &str) -> Value {
    let rows = fixture.reply("items", json!({ "list": list }));
    let found = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == name);
    found.unwrap_or_else(|| panic!("{name}: {rows}")).clone()
}

#[test]
fn items_merge_with_everything_that_refers_to_them() {
    let mut fixture = Fixture::new();
    let (keep, other) = (
        item(&mut fixture, "themes", "Tariffs"),
        item(&mut fixture, "themes", "US–China trade"),
    );
    let args = json!({ "list": "themes", "keep": keep["id"], "others": [other["id"]] });
    let done = fixture.reply("merge_items", args);
    assert_eq!(done["name"], "Merge theme “US–China trade” into “Tariffs”");
    let merged = item(&mut fixture, "themes", "Tariffs");
    assert!(merged["uses"].as_u64() >= other["uses"].as_u64());
    assert_eq!(
        fixture.event("E03")["themes"].as_array().unwrap().len(),
        1,
        "once, not twice"
    );

    let (us, state) = (
        item(&mut fixture, "actors", "United States"),
        item(&mut fixture, "actors", "State Department"),
    );
    let args = json!({ "list": "actors", "keep": state["id"], "others": [us["id"]] });
    fixture.reply("merge_items", args);
    let state = item(&mut fixture, "actors", "State Department");
    assert_eq!(
        state["parent"],
        Value::Null,
        "it was part of what became part of it"
    );
    assert_eq!(state["country"], "US");

    for (list, rows) in [("categories", 2), ("places", 2), ("datasets", 1)] {
        let all = fixture.reply("items", json!({ "list": list }));
        assert!(all.as_array().unwrap().len() >= rows, "{list}");
    }
    let categories = fixture.reply("items", json!({ "list": "categories" }));
    let used: Vec<&Value> = categories
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["uses"] != 0)
        .collect();
    let total = used[0]["uses"].as_u64().unwrap() + used[1]["uses"].as_u64().unwrap();
    let args = json!({ "list": "categories", "keep": used[0]["id"], "others": [used[1]["id"]] });
    fixture.reply("merge_items", args);
    let kept = item(
        &mut fixture,
        "categories",
        used[0]["name"].as_str().unwrap(),
    );
    assert_eq!(kept["uses"].as_u64(), Some(total));
}

#[test]
fn sources_and_places_merge() {
    let mut fixture = Fixture::new();
    let sources = fixture.session.workspace().sources.clone();
    let citations = fixture.session.workspace().citations.len();
    let args = json!({ "list": "sources", "keep": sources[0].id, "others": [sources[1].id, sources[2].id] });
    let done = fixture.reply("merge_items", args);
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Merge 2 sources into “")
    );
    assert_eq!(fixture.session.workspace().citations.len(), citations);
    let (keep, other) = (
        item(&mut fixture, "places", "Iraq"),
        item(&mut fixture, "places", "Baghdad, IQ"),
    );
    let args = json!({ "list": "places", "keep": keep["id"], "others": [other["id"]] });
    fixture.reply("merge_items", args);
    assert_eq!(fixture.event("E21")["places"][0]["name"], "Iraq");
    let args = json!({ "list": "colors", "keep": keep["id"], "others": [other["id"]] });
    assert_eq!(fixture.refused("merge_items", args).0, "list");
    let args = json!({ "list": "places", "keep": keep["id"], "others": [other["id"]] });
    assert_eq!(
        fixture.refused("merge_items", args).0,
        "others",
        "it is gone"
    );
}
