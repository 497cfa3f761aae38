//! Undo, redo, restoring, and what steps are told to have changed.

use serde_json::{Value, json};

use crate::write::tests::{Fixture, edit};

fn fields(line: &Value) -> Vec<String> {
    let text = |it: &Value| it.as_str().unwrap_or("-").to_owned();
    let row = |it: &Value| {
        format!(
            "{}: {} -> {}",
            text(&it["field"]),
            text(&it["before"]),
            text(&it["after"])
        )
    };
    line["fields"].as_array().unwrap().iter().map(row).collect()
}

fn changes(fixture: &mut Fixture, step: &Value) -> Vec<Value> {
    let detail = fixture.reply("step", json!({ "step": step }));
    detail["changes"].as_array().unwrap().clone()
}

#[test]
fn undo_and_redo_go_all_the_way_and_survive_closing() {
    let mut fixture = Fixture::new();
    let before = fixture.session.workspace().clone();
    let id = fixture.id("E03");
    assert_eq!(
        fixture.reply("refresh", json!({}))["undo"],
        Value::Null,
        "the sample itself stays"
    );
    fixture.set("E03", "severity", json!(1));
    fixture.set("E03", "title", json!("Other"));
    let done = fixture.reply("delete", json!({ "ids": [id] }));
    assert_eq!(
        (&done["undo"], &done["redo"]),
        (&json!("Delete “Other”"), &Value::Null)
    );
    let after = fixture.session.workspace().clone();
    let done = fixture.reply("undo", json!({}));
    assert_eq!(done["name"], "Undo: Delete “Other”");
    assert_eq!(done["redo"], "Delete “Other”");
    assert!(done["events"].as_array().unwrap().contains(&json!(id)));
    fixture.session = fixture.open();
    fixture.reply("undo", json!({}));
    fixture.reply("undo", json!({}));
    assert!(*fixture.session.workspace() == before);
    let fault = fixture.ask("undo", json!({})).unwrap_err();
    assert_eq!(fault.message, "nothing to undo");
    for _ in 0..3 {
        fixture.reply("redo", json!({}));
    }
    assert!(*fixture.session.workspace() == after);
    assert!(fixture.ask("redo", json!({})).is_err());
}

#[test]
fn any_state_is_restored_as_a_new_step() {
    let mut fixture = Fixture::new();
    let first = fixture.set("E03", "severity", json!(1))["step"].clone();
    fixture.set("E03", "severity", json!(5));
    let done = fixture.reply("restore", json!({ "step": first }));
    assert!(
        done["name"].as_str().unwrap().starts_with("Restore "),
        "{}",
        done["name"]
    );
    assert_eq!(fixture.event("E03")["severity"], 1);
    fixture.reply("undo", json!({}));
    assert_eq!(fixture.event("E03")["severity"], 5);
    assert_eq!(fixture.refused("restore", json!({ "step": 999 })).0, "step");
    assert_eq!(fixture.refused("step", json!({ "step": 999 })).0, "step");
}

#[test]
fn the_history_comes_in_pages_and_by_event() {
    let mut fixture = Fixture::new();
    for severity in [1, 2, 3] {
        fixture.set("E03", "severity", json!(severity));
    }
    fixture.set("E08", "severity", json!(1));
    let page = fixture.reply("history", json!({ "limit": 2 }));
    let names = |page: &Value| -> Vec<String> {
        let steps = page["steps"].as_array().unwrap().iter();
        steps
            .map(|it| it["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&page).len(), 2);
    assert_eq!(
        (&page["more"], &page["steps"][0]["number"]),
        (&json!(true), &page["now"])
    );
    let at = page["steps"][0]["at"].as_str().unwrap();
    assert!(at.len() == 20 && at.ends_with('Z'), "{at}");
    let rest = fixture.reply("history", json!({ "before": page["steps"][1]["number"] }));
    assert_eq!((names(&rest).len(), &rest["more"]), (3, &json!(false)));
    assert_eq!(names(&rest).last().unwrap(), "Add the sample");
    let id = fixture.id("E03");
    let of_event = fixture.reply("history", json!({ "event": id, "limit": 2 }));
    assert_eq!(
        (names(&of_event).len(), &of_event["more"]),
        (2, &json!(true))
    );
    assert!(names(&of_event).iter().all(|it| it.contains("Geneva")));
    fixture.reply("undo", json!({}));
    let page = fixture.reply("history", json!({}));
    assert_eq!(page["steps"][0]["done"], json!(false));
    assert!(
        page["redo"]
            .as_str()
            .unwrap()
            .starts_with("Edit severity of “Xi")
    );
}

#[test]
fn a_step_tells_what_it_changed_in_words() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E03");
    let done = fixture.reply(
        "edit",
        json!({ "events": [id], "make_new": true, "set": [
            { "field": "date", "value": "6 May 2025" },
            { "field": "severity", "value": 5 },
            { "field": "category", "value": "Embassy drawdown" },
            { "field": "themes", "way": "add", "value": "Shadow fleet" },
            { "field": "actors", "way": "remove", "value": "CN" },
        ] }),
    );
    let told = changes(&mut fixture, &done["step"]);
    assert_eq!(told[0]["what"], "event E03, US-China trade talks in Geneva");
    assert_eq!(
        (&told[0]["change"], &told[0]["event"]),
        (&json!("edited"), &json!(id))
    );
    let fields = fields(&told[0]);
    for wanted in [
        "date: early May 2025 -> 6 May 2025",
        "severity: 4 -> 5",
        "category: Trade talks -> Embassy drawdown",
        "themes: - -> Shadow fleet",
        "actors: China -> -",
    ] {
        assert!(
            fields.iter().any(|it| it == wanted),
            "{wanted}: {fields:#?}"
        );
    }
    assert!(
        told.iter()
            .any(|it| it["what"] == "theme Shadow fleet" && it["change"] == "added")
    );
}

#[test]
fn what_is_gone_is_still_named() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E21");
    let done = fixture.reply("delete", json!({ "ids": [id] }));
    let told = changes(&mut fixture, &done["step"]);
    assert_eq!(told[0]["change"], "removed");
    assert!(
        told[0]["what"]
            .as_str()
            .unwrap()
            .starts_with("event “State Department"),
        "{}",
        told[0]["what"]
    );
    assert_eq!(told[0]["event"], Value::Null);
    let links: Vec<&Value> = told
        .iter()
        .filter(|it| it["what"].as_str().unwrap().starts_with("link "))
        .collect();
    assert_eq!(links.len(), 5);
    for line in &told {
        let text = line.to_string();
        assert!(
            !text.contains("seal") && !text.contains("start_earliest"),
            "{text}"
        );
    }
    let moved = fixture.id("E03");
    let done = fixture.reply(
        "edit",
        edit(&[&moved], "set", "themes", json!("tariffs, us-china-trade")),
    );
    let told = changes(&mut fixture, &done["step"]);
    assert_eq!(fields(&told[0]).len(), 1);
}
