//! What the commands with numbers share: replies as JSON or text, and numbers with two decimals.

use api::Fault;
use app::Session;
use serde::Serialize;

use crate::ask::{call, pretty, read};
use crate::print::plain;

/// The reply of a verb, as JSON or as the text that `tell` makes of it.
pub(crate) fn reply_text<T: serde::de::DeserializeOwned>(
    session: &mut Session,
    verb: &str,
    asked: &impl Serialize,
    is_json: bool,
    tell: impl Fn(&T) -> String,
) -> Result<String, Fault> {
    let reply = call(session, verb, asked)?;
    if is_json {
        Ok(pretty(&reply))
    } else {
        Ok(tell(&read(reply)?))
    }
}

/// A number with two decimals.
pub(crate) fn two(value: f64) -> String {
    // No "-0.00".
    let value = if value.abs() < 0.005 { 0.0 } else { value };
    format!("{value:.2}")
}

/// A number with two decimals, or "-".
pub(crate) fn two_if_any(value: Option<f64>) -> String {
    value.map_or_else(|| String::from("-"), two)
}

/// Sentences, one a line.
pub(crate) fn lines(sentences: &[String]) -> String {
    sentences
        .iter()
        .map(|it| format!("{}\n", plain(it)))
        .collect()
}
