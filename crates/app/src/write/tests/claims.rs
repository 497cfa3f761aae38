//! Claims: rival values of a field, the adopted one being what the event holds.

use serde_json::{Value, json};

use super::Fixture;

fn claimed(fixture: &mut Fixture, handle: &str, field: &str) -> Vec<(String, bool, String)> {
    let event = fixture.event(handle);
    let fields = event["claims"].as_array().unwrap();
    let found = fields.iter().find(|it| it["field"] == field);
    let values = found.map_or(Vec::new(), |it| it["values"].as_array().unwrap().clone());
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    let row = |it: &Value| (text(&it["value"]), it["adopted"] == true, text(&it["id"]));
    values.iter().map(row).collect()
}

fn values(claims: &[(String, bool, String)]) -> Vec<(&str, bool)> {
    claims.iter().map(|it| (it.0.as_str(), it.1)).collect()
}

#[test]
fn citing_for_a_field_makes_a_claim_of_what_the_event_holds() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E08");
    let done = fixture.reply(
        "cite",
        json!({ "source": "A1", "event": id, "field": "Date" }),
    );
    assert_eq!(
        done["name"],
        "Cite A1 for the date of “Xi and Trump speak by phone, a rare lea…”"
    );
    assert_eq!(
        values(&claimed(&mut fixture, "E08", "date")),
        [("Thursday 5 June 2025", true)]
    );
    // A second source for the same value is cited for the same claim.
    fixture.reply(
        "cite",
        json!({ "source": "A2", "event": id, "field": "date" }),
    );
    assert_eq!(claimed(&mut fixture, "E08", "date").len(), 1);
}

#[test]
fn a_rival_value_stands_beside_the_held_one_until_it_is_adopted() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E08");
    let args = json!({ "source": "A2", "event": id, "field": "date", "value": "6 June 2025" });
    fixture.reply("cite", args);
    let both = claimed(&mut fixture, "E08", "date");
    assert_eq!(
        values(&both),
        [("Thursday 5 June 2025", true), ("6 June 2025", false)]
    );
    let adopt = json!({ "id": both[1].2, "set": [{ "field": "adopted", "value": true }] });
    let done = fixture.reply("edit_claim", adopt);
    assert!(
        done["name"]
            .as_str()
            .unwrap()
            .starts_with("Adopt a claim about the date of “Xi")
    );
    assert_eq!(done["events"], json!([id]));
    assert_eq!(fixture.event("E08")["date"]["edtf"], "2025-06-06");
    assert_eq!(
        values(&claimed(&mut fixture, "E08", "date")),
        [("6 June 2025", true), ("Thursday 5 June 2025", false)]
    );
    // Setting the field by hand to a claimed value adopts that claim; to another value, none.
    fixture.set("E08", "date", json!("Thursday 5 June 2025"));
    assert!(claimed(&mut fixture, "E08", "date").contains(&(
        both[0].0.clone(),
        true,
        both[0].2.clone()
    )));
    fixture.set("E08", "date", json!("7 June 2025"));
    assert!(claimed(&mut fixture, "E08", "date").iter().all(|it| !it.1));
    fixture.reply("delete_claims", json!({ "ids": [both[0].2, both[1].2] }));
    assert!(claimed(&mut fixture, "E08", "date").is_empty());
    assert_eq!(fixture.event("E08")["date"]["words"], "7 June 2025");
}

#[test]
fn adopting_sets_any_field_that_the_event_has() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E08");
    for (field, value, path) in [
        ("status", "disputed", "/status"),
        ("severity", "2", "/severity"),
        ("title", "Call", "/title"),
        ("category", "Trade talks", "/category/name"),
        ("tone", "neutral", "/tone"),
        ("likelihood", "likely", "/likelihood/word"),
        ("confidence", "high", "/confidence"),
        ("kind", "assessment", "/kind"),
        ("place", "Camp David", "/places/0/name"),
        ("summary", "A summary.", "/summary"),
    ] {
        let args = json!({ "event": id, "field": field, "value": value, "adopt": true });
        fixture.reply("claim", args);
        let event = fixture.event("E08");
        let held = event.pointer(path).unwrap();
        let held = held.as_str().map_or(held.to_string(), str::to_owned);
        assert_eq!(held, value, "{field}");
    }
    for (field, value) in [
        ("severity", "9"),
        ("status", "done"),
        ("date", "soonish"),
        ("likelihood", "may"),
    ] {
        let args = json!({ "event": id, "field": field, "value": value });
        assert_eq!(fixture.refused("claim", args).0, "value", "{field}");
    }
}

#[test]
fn fields_in_the_analysts_own_words_are_kept_too() {
    let mut fixture = Fixture::new();
    let id = fixture.id("E08");
    for (value, adopt) in [("an hour", true), ("90 minutes", true)] {
        let args = json!({ "event": id, "field": "length", "value": value, "adopt": adopt });
        fixture.reply("claim", args);
    }
    assert_eq!(
        values(&claimed(&mut fixture, "E08", "length")),
        [("90 minutes", true), ("an hour", false)],
        "at most one is adopted"
    );
    let missing = json!({ "source": "A1", "event": id, "field": "venue" });
    assert_eq!(fixture.refused("cite", missing).0, "value");
}
