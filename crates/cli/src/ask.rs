//! Asking the verbs, with arguments and replies as their own types.

use std::path::Path;
use std::str::FromStr;

use api::dto::{EventRef, Filter, FilterWordsArgs, FindArgs};
use api::{Fault, FaultCode};
use app::Session;
use chrono::Datelike as _;
use model::UnknownWord;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Asks a verb; its reply as JSON, which is printed as it is where that is asked for.
pub(crate) fn call(
    session: &mut Session,
    verb: &str,
    args: &impl Serialize,
) -> Result<Value, Fault> {
    let args = serde_json::to_value(args).map_err(|error| not_understood(&error))?;
    app::call(session, verb, args)
}

/// Asks a verb and reads its reply.
pub(crate) fn ask<T: DeserializeOwned>(
    session: &mut Session,
    verb: &str,
    args: &impl Serialize,
) -> Result<T, Fault> {
    read(call(session, verb, args)?)
}

/// A reply as its type.
pub(crate) fn read<T: DeserializeOwned>(reply: Value) -> Result<T, Fault> {
    serde_json::from_value(reply).map_err(|error| not_understood(&error))
}

fn not_understood(error: &serde_json::Error) -> Fault {
    let message = format!("a reply was not understood: {error}");
    Fault::new(FaultCode::Internal, message)
}

/// A word of a vocabulary, as typed in an option.
pub(crate) fn word<T: FromStr<Err = UnknownWord>>(option: &str, typed: &str) -> Result<T, Fault> {
    typed.parse().map_err(|error: UnknownWord| {
        let message = format!("\"{}\" is not a {}", error.word, error.what);
        Fault::argument(option, message).help(format!("use one of {}", error.known))
    })
}

/// As [`word`], of an option that may be absent.
pub(crate) fn word_if_any<T: FromStr<Err = UnknownWord>>(
    option: &str,
    typed: Option<&str>,
) -> Result<Option<T>, Fault> {
    typed.map(|it| word(option, it)).transpose()
}

/// Opens the workspace. Its now is its as-of day, or else the day on this machine.
pub(crate) fn session(file: &Path) -> Result<Session, Fault> {
    let (year, month, day) = today()?;
    Ok(Session::open(file)?.on_day(year, month, day))
}

/// Today's date; tests set another one.
fn today() -> Result<(i64, u32, u32), Fault> {
    if let Some(stated) = app::stated_today()? {
        return Ok(stated);
    }
    #[expect(
        clippy::disallowed_methods,
        reason = "the desktop or command line sets the current day"
    )]
    let today = chrono::Local::now().date_naive();
    Ok((today.year().into(), today.month(), today.day()))
}

/// The event that an id, a handle or part of a title means.
pub(crate) fn event(session: &mut Session, words: &str) -> Result<EventRef, Fault> {
    let event = words.to_owned();
    ask(session, "find", &FindArgs { event })
}

/// Opens the workspace and reads the filter that was typed.
pub(crate) fn open(file: &Path, filter: &str) -> Result<(Session, Filter), Fault> {
    let mut session = session(file)?;
    let words = filter.to_owned();
    let filter = ask(&mut session, "filter_words", &FilterWordsArgs { words })?;
    Ok((session, filter))
}

/// JSON as it is printed: indented, with a line end.
pub(crate) fn pretty(reply: &Value) -> String {
    format!("{reply:#}\n")
}
