//! Two sessions on one file, as the window and the command line are.

use serde_json::json;

use super::{Fixture, edit};

#[test]
fn each_sees_what_the_other_wrote_and_nothing_is_lost() {
    let mut fixture = Fixture::new();
    let mut other = fixture.open();
    let id = fixture.id("E03");
    fixture.reply("edit", edit(&[&id], "add", "tags", json!("one")));
    // The other still has the old snapshot in its hands; its change is made on what is there now.
    let args = edit(&[&id], "add", "tags", json!("two"));
    crate::call(&mut other, "edit", args).unwrap();
    let again = crate::call(
        &mut fixture.session,
        "edit",
        edit(&[&id], "add", "tags", json!("three")),
    );
    again.unwrap();
    assert_eq!(fixture.event("E03")["tags"], json!(["one", "two", "three"]));
}

#[test]
fn many_writers_at_once_lose_nothing() {
    let fixture = Fixture::new();
    let id = fixture.id("E03");
    std::thread::scope(|scope| {
        for writer in 0..3 {
            let (mut session, id) = (fixture.open(), id.clone());
            scope.spawn(move || {
                for number in 0..10 {
                    let tag = json!(format!("{writer}-{number}"));
                    crate::call(&mut session, "edit", edit(&[&id], "add", "tags", tag)).unwrap();
                }
            });
        }
    });
    let mut session = fixture.open();
    let event = crate::call(&mut session, "event", json!({ "id": id })).unwrap();
    assert_eq!(event["tags"].as_array().unwrap().len(), 30);
}

#[test]
fn what_another_deleted_is_said_to_be_gone() {
    let mut fixture = Fixture::new();
    let mut other = fixture.open();
    let id = fixture.id("E03");
    fixture.reply("delete", json!({ "ids": [id] }));
    let fault = crate::call(
        &mut other,
        "edit",
        edit(&[&id], "set", "severity", json!(1)),
    )
    .unwrap_err();
    assert_eq!(fault.code, api::FaultCode::NotFound);
}
