//! Bad arguments are refused by name and never more than that.

use api::FaultCode;
use serde_json::{Value, json};

use super::{ask, sample};
use crate::session::Session;
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

/// Arguments that each verb takes, where it does not take none.
fn valid(verb: &str) -> Value {
    let ids = json!({ "ids": ["1"] });
    let set = json!([{ "field": "title", "value": "A" }]);
    match verb {
        "event" | "row" | "link_row" | "why" | "follows" => json!({ "id": "1" }),
        "hits" => json!({ "from_days": 0, "to_days": 1, "bins": 1 }),
        "present" | "pin" | "duplicate" | "delete" | "turn_links" | "delete_links"
        | "delete_sources" | "delete_citations" | "delete_claims" | "order_themes"
        | "delete_series" => ids,
        "walk" => json!({ "toward": "later" }),
        "in_lane" => json!({ "lanes": "theme", "lane": "tariffs" }),
        "search" | "date" | "filter_words" => json!({ "words": "a" }),
        "find" => json!({ "event": "a" }),
        "items" => json!({ "list": "themes" }),
        "cited" => json!({ "source": "1" }),
        "path" => json!({ "from": "1", "to": "2" }),
        "index_point" => json!({ "day": "2025-06-01" }),
        "study" => json!({ "events": ["1"], "series": "a" }),
        "pins" | "let_go" => json!({ "on": "causes" }),
        "hold" => json!({ "on": "causes", "nodes": [{ "id": "1", "row": 1 }] }),
        "remember" => json!({ "on": "layers", "parts": [[["1"]]] }),
        "step" | "restore" => json!({ "step": 1 }),
        "understand" | "understand_link" | "add" => json!({ "line": "a" }),
        "complete" => json!({ "kind": "theme", "words": "a" }),
        "add_event" | "add_source" => json!({ "set": set }),
        "edit" => json!({ "events": ["1"], "set": set }),
        "redate" => json!({ "ids": ["1"], "by_days": 1, "end": "both" }),
        "merge_events" => json!({ "keep": "1", "others": ["2"] }),
        "merge_items" => json!({ "list": "themes", "keep": "1", "others": ["2"] }),
        "link" => json!({ "cause": "1", "effect": "2" }),
        "edit_link" | "edit_source" | "edit_citation" | "edit_claim" | "edit_series" => {
            json!({ "id": "1", "set": set })
        }
        "claim" => json!({ "event": "1", "field": "date", "value": "May 2025" }),
        "add_item" | "edit_item" | "delete_item" => json!({ "list": "themes" }),
        "set_weight" => json!({ "weight": "severity-3", "value": 1 }),
        "save_export_settings" => {
            json!({ "name": "a", "args": { "chart": { "chart": { "kind": "causes" } } } })
        }
        "link_detail" => json!({ "id": "1" }),
        "delete_export_settings" => json!({ "name": "a" }),
        "chart" => json!({ "chart": { "kind": "causes" } }),
        "brief_pages" => json!({ "since": "2025-06-01" }),
        _ => json!({}),
    }
}

/// The message with which a verb refuses arguments, or nothing when it takes their shape.
fn refusal(verb: &str, args: Value) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.faultline");
    std::fs::copy(super::sample_file(), &path).unwrap();
    let mut session = Session::open(path).unwrap();
    let is_picture = VERBS
        .iter()
        .any(|it| it.name == verb && it.kind() == "picture");
    let said = if is_picture {
        picture(&session, verb, args).map(drop)
    } else {
        crate::call(&mut session, verb, args).map(drop)
    };
    said.err().map(|it| it.message).unwrap_or_default()
}

#[test]
fn every_verb_takes_its_own_fields_and_refuses_any_other() {
    for verb in VERBS {
        let mut args = valid(verb.name);
        let own = refusal(verb.name, args.clone());
        for shape in [
            "missing field",
            "unknown field",
            "invalid type",
            "unknown variant",
        ] {
            assert!(!own.contains(shape), "{}: {own}", verb.name);
        }
        args["surprise"] = json!(1);
        let more = refusal(verb.name, args);
        assert!(
            more.starts_with("unknown field `surprise`"),
            "{}: {more}",
            verb.name
        );
    }
}

#[test]
fn every_chart_refuses_fields_of_another_one() {
    for kind in api::words::ChartKind::ALL {
        let mut chart = json!({ "kind": kind, "surprise": 1 });
        if *kind == api::words::ChartKind::Study {
            chart["study"] = json!({ "events": ["1"], "series": "a" });
        }
        let said = refusal("chart", json!({ "chart": chart }));
        assert!(
            said.starts_with("unknown field `surprise`"),
            "{kind}: {said}"
        );
    }
    let said = refusal(
        "chart",
        json!({ "chart": { "kind": "causes", "near": { "surprise": 1 } } }),
    );
    assert!(said.starts_with("unknown field `surprise`"), "{said}");
}

#[test]
fn arguments_are_an_object() {
    for verb in VERBS {
        for shape in [
            json!(1),
            json!("text"),
            json!([]),
            json!([[1]]),
            json!(true),
        ] {
            let said = refusal(verb.name, shape);
            assert_eq!(said, "the arguments are not an object", "{}", verb.name);
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
        refused("chart", super::chart_args("timeline", &args))
    };
    for side in [json!(99), json!(8001), json!(1e39), json!(-800)] {
        assert_eq!(with("width_px", side.clone()), "width_px");
        assert_eq!(with("height_px", side), "height_px");
    }
    assert_eq!(with("from_days", json!(1e300)), "from_days");
    assert_eq!(with("scroll_px", json!(-1)), "scroll_px");
    assert_eq!(with("as_of", json!("Junk")), "as_of");
    assert_eq!(with("lanes", json!("hue")), "chart");
    assert_eq!(with("selected", json!("E21")), "focus.selected");
    refused(
        "chart",
        super::chart_args(
            "timeline",
            &json!({ "width_px": 800, "height_px": 600, "from_days": 5, "to_days": 5 }),
        ),
    );
    refused(
        "chart",
        super::chart_args(
            "timeline",
            &json!({ "width_px": 800, "height_px": 600, "theme": "sepia" }),
        ),
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
        ask("chart", json!({})).unwrap_err().code,
        FaultCode::UnknownVerb
    );
    assert_eq!(
        picture(&sample(), "events", json!({})).unwrap_err().code,
        FaultCode::UnknownVerb
    );
    // Whoever reads has no session to write in.
    assert!(crate::writes("edit") && !crate::writes("list") && !crate::writes("chart"));
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
