//! The verbs that write, on a real file with the sample.

mod citing;
mod claims;
mod events;
mod items;
mod links;
mod merging;
mod two_writers;

use api::Fault;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::session::Session;

/// A workspace of its own, which goes with the test.
pub(crate) struct Fixture {
    pub(crate) session: Session,
    folder: TempDir,
}

impl Fixture {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let session = Session::new_sample(folder.path().join("s.faultline")).unwrap();
        Self { session, folder }
    }

    pub(crate) fn ask(&mut self, verb: &str, args: Value) -> Result<Value, Fault> {
        let reply = crate::call(&mut self.session, verb, args);
        // Whatever a verb did, the snapshot is what the file holds.
        let again = self.open();
        assert!(
            *self.session.workspace() == *again.workspace(),
            "after {verb}"
        );
        reply
    }

    pub(crate) fn reply(&mut self, verb: &str, args: Value) -> Value {
        self.ask(verb, args)
            .unwrap_or_else(|fault| panic!("{verb}: {fault:?}"))
    }

    /// The fault of a verb, which leaves everything as it was: its field, message and help.
    pub(crate) fn refused(&mut self, verb: &str, args: Value) -> (String, String, String) {
        let before = self.session.workspace().clone();
        let fault = self.ask(verb, args.clone()).expect_err(&args.to_string());
        assert!(
            *self.session.workspace() == before,
            "{verb} changed something"
        );
        (
            fault.field.unwrap_or_default(),
            fault.message,
            fault.help.unwrap_or_default(),
        )
    }

    /// Another session on the same file.
    pub(crate) fn open(&self) -> Session {
        Session::open(self.folder.path().join("s.faultline")).unwrap()
    }

    /// The id of the event with this handle.
    pub(crate) fn id(&self, handle: &str) -> String {
        let events = &self.session.workspace().events;
        let event = events.iter().find(|it| it.handle == handle);
        event.expect(handle).id.to_string()
    }

    /// The event with this handle, as the inspector shows it.
    pub(crate) fn event(&mut self, handle: &str) -> Value {
        let id = self.id(handle);
        crate::call(&mut self.session, "event", json!({ "id": id })).unwrap()
    }

    /// Sets one field of one event.
    pub(crate) fn set(&mut self, handle: &str, field: &str, value: Value) -> Value {
        let id = self.id(handle);
        self.reply("edit", edit(&[&id], "set", field, value))
    }
}

/// The arguments of `edit` for one field.
pub(crate) fn edit(events: &[&str], way: &str, field: &str, value: Value) -> Value {
    json!({ "events": events, "set": [{ "field": field, "way": way, "value": value }] })
}
