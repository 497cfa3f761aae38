//! Lines as they are saved: a real file, and what is in it afterwards.

mod dates;
mod speed;

use api::dto::Done;
use api::{Fault, FaultCode};
use serde_json::{Value, json};

use crate::call;
use crate::session::Session;

/// A sample of its own, to write to.
fn fixture() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new_sample(folder.path().join("a.faultline")).unwrap();
    (folder, session.on_day(2025, 6, 12))
}

fn add(session: &mut Session, args: Value) -> Result<Done, Fault> {
    call(session, "add", args).map(|done| serde_json::from_value(done).unwrap())
}

/// What was added, and what the event says with what is cited and linked.
fn in_words(session: &mut Session, done: &Done) -> String {
    let added: Vec<String> = done
        .added
        .iter()
        .map(|it| format!("{} {}", it.kind, it.name))
        .collect();
    let event = call(session, "event", json!({ "id": done.added[0].id })).unwrap();
    let names = |list: &str, field: &str| -> String {
        let all = event[list].as_array().unwrap().iter();
        all.map(|it| it[field].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
            .join("+")
    };
    let links = |list: &str| -> String {
        let all = event[list].as_array().unwrap().iter();
        let one = |it: &Value| {
            let cited = it["citations"].as_array().unwrap().len();
            format!(
                "{} {} {} {} cited",
                it["event"]["handle"], it["link_type"], it["basis"], cited
            )
        };
        all.map(one).collect::<Vec<_>>().join("+").replace('"', "")
    };
    [
        done.name.clone(),
        added.join(", "),
        format!(
            "{} {} {} !{}",
            event["kind"], event["status"], event["tone"], event["severity"]
        )
        .replace('"', ""),
        event["date"]["edtf"]
            .as_str()
            .unwrap_or("undated")
            .to_owned(),
        format!(
            "{} / {} / {}",
            names("themes", "name"),
            names("actors", "path"),
            names("places", "name")
        ),
        format!("roles {}", names("actors", "role")),
        format!("<- {} -> {}", links("causes"), links("effects")),
        format!(
            "{} {}",
            names("sources", "handle"),
            names("sources", "grade")
        ),
    ]
    .join("\n")
}

#[test]
fn a_line_becomes_an_event_in_one_step() {
    let (_folder, mut session) = fixture();
    let before = call(&mut session, "history", json!({})).unwrap()["now"].clone();
    let line = "early May 2025  US and China agree a 90-day pause  #tariffs @US @CN:host !4 in:Geneva <- E03 -> us-china trade war tone:de-escalatory";
    let done = add(&mut session, json!({ "line": line })).unwrap();
    let wanted = "\
Add “US and China agree a 90-day pause”
event E34, link leads_to, link leads_to
event happened de-escalatory !4
[2025-05-01..2025-05-15]
Tariffs / United States+China / Geneva, CH
roles +host
<- E03 leads_to judged 0 cited -> C03 leads_to judged 0 cited
 ";
    assert_eq!(in_words(&mut session, &done), wanted);
    let undone = call(&mut session, "undo", json!({})).unwrap();
    assert_eq!(
        undone["name"],
        "Undo: Add “US and China agree a 90-day pause”"
    );
    let after = call(&mut session, "history", json!({})).unwrap()["now"].clone();
    assert_eq!(before, after);
    assert!(
        session
            .workspace()
            .events
            .iter()
            .all(|it| it.handle != "E34")
    );
}

#[test]
fn a_source_is_cited_and_a_grade_finds_one() {
    let (_folder, mut session) = fixture();
    let mut last = |args: Value| {
        let done = add(&mut session, args).unwrap();
        let lines = in_words(&mut session, &done);
        format!("{} | {}", done.added.len(), lines.lines().last().unwrap())
    };
    assert_eq!(last(json!({ "line": "One from:A2 grade:3" })), "2 | A2 B3");
    assert_eq!(last(json!({ "line": "Two from:A2 B3" })), "2 | A2 B3");
    assert_eq!(
        last(json!({ "line": "Three B2" })),
        "3 | unnamed-B B2",
        "the source is new"
    );
    assert_eq!(
        last(json!({ "line": "Four B3" })),
        "2 | unnamed-B B3",
        "the source is there"
    );
    assert_eq!(last(json!({ "line": "Five grade:4" })), "3 | unnamed 4");
    assert_eq!(
        last(json!({ "line": "Six grade:4", "source": "A1" })),
        "2 | A1 C4"
    );
    assert_eq!(
        last(json!({ "line": "Seven from:A2", "source": "A1" })),
        "2 | A2 B"
    );
    assert_eq!(
        last(json!({ "line": "Eight <- E03", "source": "A1" })),
        "4 | A1 C",
        "the link is cited too"
    );
    assert_eq!(last(json!({ "line": "Nine" })), "1 |  ");
}

#[test]
fn names_are_made_when_asked_for() {
    let (_folder, mut session) = fixture();
    let line = "Tanker boarded #shadow-fleet #gulf-security @kaja-kallas:envoy @OPEC in:\"Basra, IQ\" in:abu-dhabi";
    let fault = add(&mut session, json!({ "line": line })).unwrap_err();
    assert_eq!(fault.code, FaultCode::UnknownName);
    assert_eq!(
        fault.message,
        "there is no theme \"shadow-fleet\", and there is no actor \"kaja-kallas\", and there is no actor \"OPEC\", \
         and there is no place \"Basra, IQ\", and there is no place \"abu-dhabi\""
    );
    let done = add(&mut session, json!({ "line": line, "make_new": true })).unwrap();
    let wanted = "\
Add “Tanker boarded”
event E34, theme shadow-fleet, actor kaja-kallas, actor OPEC, place Basra, IQ, place Abu Dhabi
event happened neutral !3
undated
Shadow fleet+Gulf security / Kaja Kallas+OPEC / Basra, IQ+Abu Dhabi
roles envoy+
<-  -> 
 ";
    assert_eq!(in_words(&mut session, &done), wanted);
    add(&mut session, json!({ "line": "Again #shadow-fleet @opec" })).unwrap();
}

#[test]
fn a_line_that_cannot_be_saved_changes_nothing() {
    let (_folder, mut session) = fixture();
    let events = session.workspace().events.len();
    for (line, code, message) in [
        ("", FaultCode::BadArgument, "the line is empty"),
        (
            "11 June 2025 #tariffs",
            FaultCode::BadArgument,
            "there is no title yet",
        ),
        (
            "03/04/2025 Talks",
            FaultCode::Ambiguous,
            "\"03/04/2025\": is it 3 April 2025, or 4 March 2025",
        ),
        (
            "Talks <- zzz",
            FaultCode::BadArgument,
            "no event matches \"zzz\"",
        ),
        (
            "Talks #tarifs",
            FaultCode::UnknownName,
            "there is no theme \"tarifs\"",
        ),
        (
            "Talks from:A2 C2",
            FaultCode::BadArgument,
            "the source A2 is graded B, not C",
        ),
    ] {
        let fault = add(&mut session, json!({ "line": line })).unwrap_err();
        assert_eq!(
            (fault.code, fault.message.as_str()),
            (code, message),
            "{line}"
        );
        assert!(fault.help.is_some() && fault.field.is_some(), "{line}");
    }
    let fault = add(&mut session, json!({ "line": "Talks C2", "source": "A2" })).unwrap_err();
    assert_eq!(fault.message, "the source A2 is graded B, not C");
    let long = "x".repeat(2_001);
    let fault = add(&mut session, json!({ "line": long })).unwrap_err();
    assert_eq!(fault.field.as_deref(), Some("line"));
    assert_eq!(session.workspace().events.len(), events);
}

#[test]
fn two_programs_add_to_one_file_and_lose_nothing() {
    let (folder, mut one) = fixture();
    let mut other = Session::open(folder.path().join("a.faultline")).unwrap();
    for round in 0..3 {
        add(&mut one, json!({ "line": format!("One {round}") })).unwrap();
        let line = format!("Other {round} <- one {round}");
        add(&mut other, json!({ "line": line })).unwrap();
    }
    let handles: Vec<_> = other
        .workspace()
        .events
        .iter()
        .map(|it| it.handle.clone())
        .collect();
    for number in 34..40 {
        assert!(handles.contains(&format!("E{number}")), "{handles:?}");
    }
}

#[test]
fn positions_count_as_the_window_does() {
    let (_folder, mut session) = fixture();
    let line = "🚢 Öl @US !9";
    let read = call(&mut session, "understand", json!({ "line": line })).unwrap();
    let units: Vec<u16> = line.encode_utf16().collect();
    let text = |it: &Value| {
        let at = |field: &str| usize::try_from(it[field].as_u64().unwrap()).unwrap();
        String::from_utf16(&units[at("from")..at("to")]).unwrap()
    };
    let parts: Vec<String> = read["parts"].as_array().unwrap().iter().map(text).collect();
    assert_eq!(parts, ["🚢 Öl", "@US", "!9"]);
    assert_eq!(text(&read["problems"][0]), "!9");
    assert_eq!(read["ready"], false);
}

#[test]
fn what_is_added_is_completed_and_alike_at_once() {
    let (_folder, mut session) = fixture();
    let asked = json!({ "kind": "event", "words": "zeppelin" });
    assert_eq!(
        call(&mut session, "complete", asked.clone()).unwrap(),
        json!([])
    );
    add(
        &mut session,
        json!({ "line": "11 June 2025 Zeppelins over Geneva @US" }),
    )
    .unwrap();
    let found = call(&mut session, "complete", asked).unwrap();
    assert_eq!(found[0]["handle"], "E34");
    let line = json!({ "line": "11 June 2025 Zeppelin above Geneva" });
    let read = call(&mut session, "understand", line).unwrap();
    assert_eq!(read["alike"][0]["event"]["handle"], "E34");
    let pairs = call(
        &mut session,
        "look_alikes",
        json!({ "event": found[0]["id"] }),
    )
    .unwrap();
    assert_eq!(pairs, json!([]));
    let fault = call(&mut session, "look_alikes", json!({ "event": "999999" })).unwrap_err();
    assert_eq!(fault.code, FaultCode::NotFound);
    let fault = call(
        &mut session,
        "complete",
        json!({ "kind": "x", "words": "" }),
    )
    .unwrap_err();
    assert_eq!(fault.field.as_deref(), Some("kind"));
}
