//! What is left when the program makes a mistake while it writes.

use api::FaultCode;
use serde_json::json;

use super::Session;
use crate::call;

fn opened() -> (tempfile::TempDir, Session) {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
    (folder, session)
}

#[test]
fn a_mistake_while_a_change_is_taken_over_says_what_is_saved_and_shows_it() {
    let (_folder, mut session) = opened();
    for (verb, args, name) in [
        (
            "add",
            json!({"line": "12 May 2025  Talks fail"}),
            "Add “Talks fail”",
        ),
        ("undo", json!({}), "Undo: Add “Talks fail”"),
        ("redo", json!({}), "Redo: Add “Talks fail”"),
        ("set_workspace", json!({"name": "Gulf"}), ""),
        ("restore", json!({"step": 1}), "Restore "),
    ] {
        session.trips = true;
        let fault = call(&mut session, verb, args).unwrap_err();
        session.trips = false;
        assert_eq!(fault.code, FaultCode::Internal);
        let said = format!("after \"{name}");
        assert!(fault.message.contains(&said), "{verb}: {}", fault.message);
        assert!(
            fault
                .message
                .ends_with("was saved: the change is in \"s.faultline\""),
            "{}",
            fault.message
        );
        assert!(
            fault
                .help
                .unwrap()
                .starts_with("what you see was read from the file again")
        );
        // What is shown is what another program would read.
        let read = session.file(|it| it.read()).unwrap();
        assert_eq!(**session.workspace(), read, "{verb}");
    }
    let found = call(&mut session, "search", json!({"words": "talks fail"}));
    assert_eq!(found.unwrap().as_array().unwrap().len(), 0);
}

#[test]
fn a_snapshot_that_is_not_whole_is_not_read_from() {
    let (_folder, mut session) = opened();
    session.stale = true;
    let refused = crate::ask(&session, "events", json!({})).unwrap_err();
    assert_eq!(refused.code, FaultCode::File);
    assert!(refused.help.unwrap().contains("is saved"));
    let size = json!({"width_px": 900.0, "height_px": 700.0});
    assert!(crate::tests::picture(&session, "timeline", &size).is_err());
    // The window asks so every few seconds, and every verb that writes does first.
    call(&mut session, "refresh", json!({})).unwrap();
    crate::ask(&session, "events", json!({})).unwrap();
    crate::tests::picture(&session, "timeline", &size).unwrap();
}

#[test]
fn a_mistake_before_anything_is_saved_says_so() {
    let (_folder, mut session) = opened();
    session.begin_writing();
    let fault = session.after_mistake();
    assert!(
        fault.message.ends_with("nothing was changed in the file"),
        "{}",
        fault.message
    );
}
