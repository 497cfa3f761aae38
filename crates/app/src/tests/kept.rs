//! The timeline that a session keeps between pictures is never out of date.

use serde_json::{Value, json};

use crate::session::Session;

/// The pictures of a session and of another one that has just opened the same file are the same.
fn agree(session: &Session, after: &str) {
    let fresh = Session::open(session.with_file(|it| it.path().to_owned())).unwrap();
    for args in [
        json!({"width_px": 900.0, "height_px": 700.0}),
        json!({"width_px": 900.0, "height_px": 700.0, "lanes": "actor", "filter": {"severity_min": 3}}),
        json!({"width_px": 900.0, "height_px": 700.0, "filter": {"words": "talks"}}),
    ] {
        // The last one stays kept when the session changes next.
        for _ in 0..2 {
            let kept = timeline(session, &args);
            let new = timeline(&fresh, &args);
            assert!(kept == new, "after {after}: {args}");
        }
    }
}

/// A picture, but for which state of the session it is of.
fn timeline(session: &Session, args: &Value) -> Vec<u8> {
    let mut bytes = crate::tests::picture(session, "timeline", args).unwrap();
    bytes.drain(STATE..STATE + 4);
    bytes
}

/// Where a picture says of which state it is.
const STATE: usize = 32;

#[test]
fn a_picture_tells_whether_it_knows_of_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("known.faultline")).unwrap();
    let state = |session: &Session| {
        let args = json!({"width_px": 900.0, "height_px": 700.0});
        let bytes = crate::tests::picture(session, "timeline", &args).unwrap();
        let four = bytes[STATE..STATE + 4].try_into().unwrap();
        i64::from(u32::from_le_bytes(four))
    };
    let said = |reply: &Value| reply["state"].as_i64().unwrap();
    let opened = crate::ask(&session, "workspace", json!({})).unwrap();
    assert_eq!(state(&session), said(&opened));
    for (verb, args) in [
        ("add", json!({"line": "12 May 2025 Talks"})),
        ("undo", json!({})),
        ("redo", json!({})),
    ] {
        let before = state(&session);
        let done = crate::call(&mut session, verb, args).unwrap();
        assert!(before < said(&done), "{verb}");
        assert!(state(&session) >= said(&done), "{verb}");
    }
    let refreshed = crate::call(&mut session, "refresh", json!({})).unwrap();
    assert_eq!(state(&session), said(&refreshed));
    let other = Session::open(session.with_file(|it| it.path().to_owned())).unwrap();
    assert!(state(&other) > state(&session));
}

#[test]
fn whatever_is_done_the_kept_timeline_gives_the_picture_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("kept.faultline")).unwrap();
    agree(&session, "opening");
    let ids: Vec<String> = session
        .workspace()
        .events
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let (one, two) = (&ids[3], &ids[11]);
    let set = |field: &str, value: Value| json!({"events": [one], "set": [{"field": field, "value": value}]});
    let steps = [
        ("edit", set("title", json!("Peace talks called off"))),
        ("edit", set("date", json!("12 May 2025"))),
        ("edit", set("severity", json!(5))),
        ("edit", set("date", Value::Null)),
        (
            "link",
            json!({"cause": one, "effect": two, "set": [{"field": "type", "value": "triggers"}]}),
        ),
        ("delete", json!({"ids": [two]})),
        ("duplicate", json!({"ids": [one]})),
        (
            "add_item",
            json!({"list": "themes", "set": [{"field": "name", "value": "Peace"}]}),
        ),
        ("edit", set("themes", json!("Peace"))),
        ("set_workspace", json!({"as_of": "2025-05-01"})),
    ];
    for (verb, args) in steps {
        crate::call(&mut session, verb, args.clone())
            .unwrap_or_else(|fault| panic!("{verb} {args}: {fault:?}"));
        agree(&session, verb);
    }
}

#[test]
fn what_another_program_wrote_is_in_the_next_picture_after_a_change() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = Session::new_sample(folder.path().join("two.faultline")).unwrap();
    agree(&session, "opening");
    let mut other = Session::open(session.with_file(|it| it.path().to_owned())).unwrap();
    let ids: Vec<String> = [5, 6]
        .map(|at| other.workspace().events[at].id.to_string())
        .into();
    crate::call(&mut other, "delete", json!({"ids": [ids[0]]})).unwrap();
    crate::call(&mut session, "delete", json!({"ids": [ids[1]]})).unwrap();
    agree(&session, "a change by each");
}
