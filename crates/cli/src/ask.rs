//! Asking the verbs, with replies as their own types.

use std::path::Path;

use app::{Fault, FaultCode, Session};
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

/// Opens the workspace and reads the filter that was typed.
pub(crate) fn open(file: &Path, filter: &str) -> Result<(Session, Value), Fault> {
    let mut session = Session::open(file)?;
    let filter = app::call(&mut session, "filter_words", json!({ "words": filter }))?;
    Ok((session, filter))
}

/// JSON as it is printed: indented, with a line end.
pub(crate) fn pretty(reply: &Value) -> String {
    format!("{reply:#}\n")
}
