//! Merging events, and items of lists.

use std::collections::BTreeSet;

use model::Target;
use serde_json::{Value, json};

use super::Desk;

/// What is cited anywhere: source, quote, locator and stance.
fn cited(desk: &Desk) -> BTreeSet<String> {
    let workspace = desk.session.workspace();
    let said = workspace.citations.iter();
    said.map(|it| format!("{} {} {} {}", it.source, it.quote, it.locator, it.stance))
        .collect()
}

#[test]
fn two_events_become_one_and_nothing_is_lost() {
    let mut desk = Desk::new();
    let (keep, other) = (desk.id("E21"), desk.id("E26"));
    let before = cited(&desk);
    let (links, claims) = {
        let all = desk.session.workspace();
        (all.links.len(), all.claims.len())
    };
    let (old, gone) = (desk.event("E21"), desk.event("E26"));
    let between = gone["causes"]
        .as_array()
        .unwrap()
        .iter()
        .chain(gone["effects"].as_array().unwrap());
    let between = between
        .filter(|it| it["event"]["id"] == keep.as_str())
        .count();
    let done = desk.told("merge_events", json!({ "keep": keep, "others": [other] }));
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Merge “US missions in")
    );
    assert_eq!(cited(&desk), before, "every citation is still somewhere");
    let all = desk.session.workspace().clone();
    assert_eq!(all.links.len(), links - between);
    assert!(all.claims.len() > claims);
    assert!(all.events.iter().all(|it| it.id.to_string() != other));
    let event = desk.event("E21");
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
    let mut desk = Desk::new();
    let link = desk.session.workspace().links.iter().find(|link| {
        desk.session
            .workspace()
            .citations_of(Target::Link(link.id))
            .next()
            .is_some()
    });
    let link = link.unwrap().clone();
    let before = cited(&desk);
    let args = json!({ "keep": link.cause.to_string(), "others": [link.effect.to_string()] });
    let done = desk.told("merge_events", args);
    assert!(
        done["links"]
            .as_array()
            .unwrap()
            .contains(&json!(link.id.to_string()))
    );
    assert_eq!(cited(&desk), before);
    let all = desk.session.workspace();
    assert!(
        all.links
            .iter()
            .all(|it| it.id != link.id && it.cause != it.effect)
    );
    let id = link.cause.to_string();
    let itself = json!({ "keep": id, "others": [id] });
    assert_eq!(desk.refused("merge_events", itself).0, "others");
}

fn item(desk: &mut Desk, list: &str, name: &str) -> Value {
    let rows = desk.told("items", json!({ "list": list }));
    let found = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["name"] == name);
    found.unwrap_or_else(|| panic!("{name}: {rows}")).clone()
}

#[test]
fn items_merge_with_everything_that_refers_to_them() {
    let mut desk = Desk::new();
    let (keep, other) = (
        item(&mut desk, "themes", "Tariffs"),
        item(&mut desk, "themes", "US–China trade"),
    );
    let args = json!({ "list": "themes", "keep": keep["id"], "others": [other["id"]] });
    let done = desk.told("merge_items", args);
    assert_eq!(done["name"], "Merge theme “US–China trade” into “Tariffs”");
    let merged = item(&mut desk, "themes", "Tariffs");
    assert!(merged["uses"].as_u64() >= other["uses"].as_u64());
    assert_eq!(
        desk.event("E03")["themes"].as_array().unwrap().len(),
        1,
        "once, not twice"
    );

    let (us, state) = (
        item(&mut desk, "actors", "United States"),
        item(&mut desk, "actors", "State Department"),
    );
    let args = json!({ "list": "actors", "keep": state["id"], "others": [us["id"]] });
    desk.told("merge_items", args);
    let state = item(&mut desk, "actors", "State Department");
    assert_eq!(
        state["parent"],
        Value::Null,
        "it was part of what became part of it"
    );
    assert_eq!(state["country"], "US");

    for (list, rows) in [("categories", 2), ("places", 2), ("layers", 1)] {
        let all = desk.told("items", json!({ "list": list }));
        assert!(all.as_array().unwrap().len() >= rows, "{list}");
    }
    let categories = desk.told("items", json!({ "list": "categories" }));
    let used: Vec<&Value> = categories
        .as_array()
        .unwrap()
        .iter()
        .filter(|it| it["uses"] != 0)
        .collect();
    let total = used[0]["uses"].as_u64().unwrap() + used[1]["uses"].as_u64().unwrap();
    let args = json!({ "list": "categories", "keep": used[0]["id"], "others": [used[1]["id"]] });
    desk.told("merge_items", args);
    let kept = item(&mut desk, "categories", used[0]["name"].as_str().unwrap());
    assert_eq!(kept["uses"].as_u64(), Some(total));
}

#[test]
fn sources_and_places_merge() {
    let mut desk = Desk::new();
    let sources = desk.session.workspace().sources.clone();
    let citations = desk.session.workspace().citations.len();
    let args = json!({ "list": "sources", "keep": sources[0].id, "others": [sources[1].id, sources[2].id] });
    let done = desk.told("merge_items", args);
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Merge 2 sources into “")
    );
    assert_eq!(desk.session.workspace().citations.len(), citations);
    let (keep, other) = (
        item(&mut desk, "places", "Iraq"),
        item(&mut desk, "places", "Baghdad, IQ"),
    );
    let args = json!({ "list": "places", "keep": keep["id"], "others": [other["id"]] });
    desk.told("merge_items", args);
    assert_eq!(desk.event("E21")["places"][0]["name"], "Iraq");
    let args = json!({ "list": "colors", "keep": keep["id"], "others": [other["id"]] });
    assert_eq!(desk.refused("merge_items", args).0, "list");
    let args = json!({ "list": "places", "keep": keep["id"], "others": [other["id"]] });
    assert_eq!(desk.refused("merge_items", args).0, "others", "it is gone");
}
