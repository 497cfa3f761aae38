//! Bad arguments are refused by name and never more than that.

use api::FaultCode;
use serde_json::{Value, json};

use super::{ask, sample};
use crate::{VERBS, picture};

fn refused(verb: &str, args: Value) -> String {
    let mut session = sample();
    let shown: String = args.to_string().chars().take(100).collect();
    let reply = match VERBS.iter().find(|it| it.name == verb).unwrap().kind() {
        "picture" => picture(&session, verb, args).map(|_| ()),
        _ => crate::call(&mut session, verb, args).map(|_| ()),
    };
    let fault = reply.expect_err(&shown);
    assert_eq!(
        fault.code,
        FaultCode::BadArgument,
        "{verb} {shown}: {fault:?}"
    );
    fault.field.unwrap_or_default()
}

#[test]
fn every_verb_refuses_unknown_fields_and_other_shapes() {
    for verb in VERBS {
        refused(
            verb.name,
            json!({ "width_px": 500, "height_px": 500, "surprise": 1 }),
        );
        for shape in [
            json!(1),
            json!("text"),
            json!([]),
            json!([[1]]),
            json!(true),
        ] {
            refused(verb.name, shape);
        }
    }
}

#[test]
fn texts_have_a_longest_length() {
    let long = "x".repeat(2_001);
    assert_eq!(refused("search", json!({ "words": long })), "words");
    assert_eq!(
        refused("filter", json!({ "filter": { "words": long } })),
        "filter.words"
    );
    assert_eq!(refused("filter_words", json!({ "words": long })), "words");
    assert_eq!(refused("find", json!({ "event": long })), "event");
    assert_eq!(
        refused("date", json!({ "words": "x".repeat(201) })),
        "words"
    );
    assert!(ask("search", json!({ "words": "é".repeat(2_000) })).is_ok());
}

#[test]
fn ids_are_whole_numbers_in_strings() {
    for bad in [
        "",
        "0",
        "-1",
        "1.5",
        "9007199254740992",
        "E21",
        "1; DROP TABLE event",
    ] {
        assert_eq!(refused("event", json!({ "id": bad })), "id");
        assert_eq!(
            refused("filter", json!({ "filter": { "themes": [bad] } })),
            "filter.themes"
        );
    }
    refused("event", json!({ "id": 21 }));
    let many = vec!["1"; 1_001];
    assert_eq!(
        refused("filter", json!({ "filter": { "actors": many } })),
        "filter.actors"
    );
}

#[test]
fn pictures_have_bounds() {
    let with = |field: &str, value: Value| {
        let mut args = json!({ "width_px": 800, "height_px": 600 });
        args[field] = value;
        refused("timeline", args)
    };
    for side in [json!(99), json!(8001), json!(1e39), json!(-800)] {
        assert_eq!(with("width_px", side.clone()), "width_px");
        assert_eq!(with("height_px", side), "height_px");
    }
    assert_eq!(with("from_days", json!(1e300)), "from_days");
    assert_eq!(with("scroll_px", json!(-1)), "scroll_px");
    assert_eq!(with("as_of", json!("Junk")), "as_of");
    assert_eq!(with("lanes", json!("hue")), "lanes");
    assert_eq!(with("selected", json!("E21")), "selected");
    refused(
        "timeline",
        json!({ "width_px": 800, "height_px": 600, "from_days": 5, "to_days": 5 }),
    );
    refused(
        "timeline",
        json!({ "width_px": 800, "height_px": 600, "theme": "sepia" }),
    );
}

#[test]
fn severity_and_status_are_of_the_vocabulary() {
    assert_eq!(
        refused("filter", json!({ "filter": { "severity_min": 6 } })),
        "filter.severity_min"
    );
    assert_eq!(
        refused("filter", json!({ "filter": { "statuses": ["done"] } })),
        "filter.statuses"
    );
}

#[test]
fn an_unknown_verb_says_so() {
    assert_eq!(
        ask("drop", json!({})).unwrap_err().code,
        FaultCode::UnknownVerb
    );
    assert_eq!(
        ask("timeline", json!({})).unwrap_err().code,
        FaultCode::UnknownVerb
    );
    assert_eq!(
        picture(&sample(), "events", json!({})).unwrap_err().code,
        FaultCode::UnknownVerb
    );
    // Whoever reads has no session to write in.
    assert!(crate::writes("edit") && !crate::writes("list") && !crate::writes("timeline"));
    assert_eq!(
        crate::ask(&sample(), "edit", json!({})).unwrap_err().code,
        FaultCode::UnknownVerb
    );
}

#[test]
fn a_panic_ends_at_the_edge() {
    let fault = api::call::edge::<()>(|| panic!("a mistake that this test makes")).unwrap_err();
    assert_eq!(fault.code, FaultCode::Internal);
}

#[test]
fn what_is_written_has_bounds_too() {
    let set = json!([{ "field": "severity", "value": 1 }]);
    for (verb, args, field) in [
        ("edit", json!({ "events": [], "set": set }), "events"),
        (
            "edit",
            json!({ "events": ["1", "1"], "set": set }),
            "events",
        ),
        ("edit", json!({ "events": ["E21"], "set": set }), "events"),
        ("edit", json!({ "events": ["1"], "set": [] }), "set"),
        ("add_event", json!({ "set": [] }), "set"),
        ("edit_link", json!({ "id": "0", "set": set }), "id"),
        ("delete", json!({ "ids": [] }), "ids"),
        ("delete", json!({ "ids": vec!["1"; 100_001] }), "ids"),
        (
            "redate",
            json!({ "ids": ["1"], "by_days": 9_000_000, "end": "both" }),
            "by_days",
        ),
        (
            "merge_events",
            json!({ "keep": "1", "others": [] }),
            "others",
        ),
        (
            "merge_items",
            json!({ "keep": "a", "others": ["1"] }),
            "keep",
        ),
        ("link", json!({ "cause": "1", "effect": "b" }), "effect"),
        ("cite", json!({ "source": "A1", "claim": "c" }), "claim"),
        (
            "cite",
            json!({ "source": "A1", "event": "1", "quote": "x".repeat(100_001) }),
            "quote",
        ),
        (
            "claim",
            json!({ "event": "1", "field": "x".repeat(201), "value": "" }),
            "field",
        ),
        ("restore", json!({ "step": -1 }), "step"),
        ("history", json!({ "limit": 0 }), "limit"),
        ("set_workspace", json!({ "as_of": "June" }), "as_of"),
    ] {
        assert_eq!(refused(verb, args), field, "{verb}");
    }
    let many = vec![json!({ "field": "severity", "value": 1 }); 51];
    assert_eq!(
        refused("edit", json!({ "events": ["1"], "set": many })),
        "set"
    );
}
