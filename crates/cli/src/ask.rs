//! Asking the verbs, with replies as their own types.

use std::path::Path;

use api::dto::EventRef;
use api::{Fault, FaultCode};
use app::Session;
use chrono::Datelike as _;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Asks a verb and reads its reply.
pub(crate) fn ask<T: DeserializeOwned>(
    session: &mut Session,
    verb: &str,
    args: Value,
) -> Result<T, Fault> {
    read(app::call(session, verb, args)?)
}

/// A reply as its type.
pub(crate) fn read<T: DeserializeOwned>(reply: Value) -> Result<T, Fault> {
    serde_json::from_value(reply).map_err(|error| {
        Fault::new(
            FaultCode::Internal,
            format!("a reply was not understood: {error}"),
        )
    })
}

/// Opens the workspace. Its now is its as-of day, or else the day on this machine.
pub(crate) fn session(file: &Path) -> Result<Session, Fault> {
    let (year, month, day) = today()?;
    Ok(Session::open(file)?.on_day(year, month, day))
}

/// The day it is; tests state another one.
fn today() -> Result<(i64, u32, u32), Fault> {
    if let Some(stated) = app::stated_today()? {
        return Ok(stated);
    }
    #[expect(clippy::disallowed_methods, reason = "the shell says which day it is")]
    let today = chrono::Local::now().date_naive();
    Ok((today.year().into(), today.month(), today.day()))
}

/// The event that is meant by an id, a handle or enough of its title.
pub(crate) fn event(session: &mut Session, words: &str) -> Result<EventRef, Fault> {
    ask(session, "find", json!({ "event": words }))
}

/// Opens the workspace and reads the filter that was typed.
pub(crate) fn open(file: &Path, filter: &str) -> Result<(Session, Value), Fault> {
    let mut session = session(file)?;
    let filter = app::call(&mut session, "filter_words", json!({ "words": filter }))?;
    Ok((session, filter))
}

/// JSON as it is printed: indented, with a line end.
pub(crate) fn pretty(reply: &Value) -> String {
    format!("{reply:#}\n")
}
