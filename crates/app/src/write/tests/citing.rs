//! A source made or judged in the step that cites it: one gesture, one undo.

use serde_json::{Value, json};

use super::Fixture;

fn sources(fixture: &mut Fixture) -> usize {
    fixture
        .reply("sources", json!({}))
        .as_array()
        .unwrap()
        .len()
}

fn letter(fixture: &mut Fixture, handle: &str) -> Value {
    let rows = fixture.reply("sources", json!({}));
    let rows = rows.as_array().unwrap();
    let row = rows.iter().find(|it| it["handle"] == handle).unwrap();
    row["reliability"].clone()
}

fn fields(fields: &[(&str, &str)]) -> Value {
    let one = |(field, value): &(&str, &str)| json!({ "field": field, "value": value });
    fields.iter().map(one).collect()
}

#[test]
fn a_new_source_is_made_and_cited_in_one_step() {
    let mut fixture = Fixture::new();
    let (event, before) = (fixture.id("E08"), sources(&mut fixture));
    let args = json!({
        "event": event,
        "source_set": fields(&[("outlet", "AP"), ("published", "12 June 2025"), ("reliability", "b")]),
        "quote": "They spoke.",
        "credibility": "2",
    });
    let done = fixture.reply("cite", args);
    assert_eq!(
        done["name"],
        "Cite S5 for “Xi and Trump speak by phone, a rare lea…”"
    );
    assert_eq!(sources(&mut fixture), before + 1);
    let cited = fixture.event("E08")["sources"].clone();
    let cited = cited.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&cited["handle"], &cited["grade"]),
        (&json!("S5"), &json!("B2"))
    );
    fixture.reply("undo", json!({}));
    assert_eq!(sources(&mut fixture), before, "one undo takes both back");
}

#[test]
fn a_source_is_judged_in_the_step_that_cites_it() {
    let mut fixture = Fixture::new();
    let (event, before) = (fixture.id("E08"), letter(&mut fixture, "A1"));
    let args =
        json!({ "event": event, "source": "A1", "source_set": fields(&[("reliability", "E")]) });
    fixture.reply("cite", args);
    assert_eq!(letter(&mut fixture, "A1"), json!("E"));
    fixture.reply("undo", json!({}));
    assert_eq!(letter(&mut fixture, "A1"), before);
}

#[test]
fn both_marks_of_a_grade_are_set_in_one_step() {
    let mut fixture = Fixture::new();
    let citation = fixture.event("E08")["sources"][0].clone();
    let (id, handle) = (
        citation["citation"].clone(),
        citation["handle"].as_str().unwrap().to_owned(),
    );
    let before = letter(&mut fixture, &handle);
    let set = fields(&[("reliability", "F"), ("credibility", "6")]);
    fixture.reply("edit_citation", json!({ "id": id, "set": set }));
    assert_eq!(fixture.event("E08")["sources"][0]["grade"], "F6");
    fixture.reply("undo", json!({}));
    assert_eq!(letter(&mut fixture, &handle), before);
    assert_eq!(
        fixture.event("E08")["sources"][0]["grade"],
        citation["grade"]
    );
}

#[test]
fn what_is_wrong_with_the_new_source_is_refused_and_nothing_is_made() {
    let mut fixture = Fixture::new();
    let event = fixture.id("E08");
    for (set, field) in [
        (fields(&[("published", "12 June 2025")]), "title"),
        (
            fields(&[("outlet", "AP"), ("published", "31 June 2025")]),
            "published",
        ),
        (
            fields(&[("outlet", "AP"), ("reliability", "Z")]),
            "reliability",
        ),
        (fields(&[("outlet", "AP"), ("handle", "A1")]), "handle"),
        (fields(&[("outlet", "AP"), ("color", "red")]), "color"),
        (json!([]), "source"),
    ] {
        let args = json!({ "event": event, "source_set": set });
        assert_eq!(fixture.refused("cite", args).0, field);
    }
    let many = vec![json!({ "field": "outlet", "value": "AP" }); 51];
    let args = json!({ "event": event, "source_set": many });
    assert_eq!(fixture.refused("cite", args).0, "source_set");
}

#[test]
fn a_line_makes_the_source_that_it_names() {
    let mut fixture = Fixture::new();
    let before = sources(&mut fixture);
    let outlet = fields(&[("outlet", "Gulf Daily"), ("published", "11 June 2025")]);
    let line = "11 June 2025  Tankers wait off Fujairah  #tariffs !4 B2 from:\"Gulf Daily\"";
    let done = fixture.reply("add", json!({ "line": line, "new_source": outlet }));
    assert_eq!(done["added"][0]["kind"], "event");
    let event = fixture.event(done["added"][0]["name"].as_str().unwrap());
    let cited = &event["sources"][0];
    assert_eq!(
        (&event["title"], &cited["outlet"], &cited["grade"]),
        (
            &json!("Tankers wait off Fujairah"),
            &json!("Gulf Daily"),
            &json!("B2")
        )
    );
    assert_eq!(sources(&mut fixture), before + 1);
    fixture.reply("undo", json!({}));
    assert_eq!(sources(&mut fixture), before, "one undo takes both back");
    for title in ["One", "Two"] {
        let set = fields(&[("outlet", "Wire"), ("title", title)]);
        fixture.reply("add_source", json!({ "set": set }));
    }
    // Several go by the outlet: a new one is meant all the same. The outlet that the form says counts, not the name in the line.
    for (line, outlet) in [
        ("Talks from:Wire", "Wire"),
        ("Talks from:AP", "Associated Press"),
        ("Talks", "Reuters"),
        ("Talks source:xyz grade:3", "XYZ"),
    ] {
        let set = fields(&[("outlet", outlet)]);
        let done = fixture.reply("add", json!({ "line": line, "new_source": set }));
        let event = fixture.event(done["added"][0]["name"].as_str().unwrap());
        assert_eq!(event["sources"][0]["outlet"], outlet, "{line}");
    }
}

#[test]
fn a_new_source_does_not_hide_what_else_is_wrong_with_the_line() {
    let mut fixture = Fixture::new();
    let set = fields(&[("outlet", "AP")]);
    for (line, field, message) in [
        ("Talks from:AP !9", "line", "\"9\" is not a severity"),
        ("11 June 2025 from:AP", "line", "there is no title yet"),
        ("Talks from:AP <- zzz", "line", "no event matches \"zzz\""),
        (
            "Talks from:AP #no-such",
            "theme",
            "there is no theme \"no-such\"",
        ),
        (
            "Talks from:A1",
            "new_source",
            "the line names the source \"A1\" already",
        ),
        ("Talks from:AP from:A1", "line", "the line has two sources"),
    ] {
        let refused = fixture.refused("add", json!({ "line": line, "new_source": set }));
        assert_eq!(
            (refused.0.as_str(), refused.1.as_str()),
            (field, message),
            "{line}"
        );
    }
    // Without one, the refusal names the source, so that whoever asked can say how to make it.
    let fault = fixture
        .ask("add", json!({ "line": "Talks from:AP" }))
        .unwrap_err();
    assert_eq!(
        (fault.code, fault.field.as_deref(), fault.message.as_str()),
        (
            api::FaultCode::NotFound,
            Some("source"),
            "there is no source \"AP\""
        )
    );
}
