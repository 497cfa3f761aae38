//! Handles: short unique names for typing.

use api::Fault;
use serde_json::Value;

use crate::lookup::value::{named_line, shown};

/// Characters of a handle.
const MOST: usize = 60;

/// Reads a handle that `taken` does not know yet.
pub(super) fn handle(
    field: &str,
    value: &Value,
    taken: impl Fn(&str) -> bool,
) -> Result<String, Fault> {
    let handle = named_line(field, value, MOST)?;
    let fits = |it: char| it.is_alphanumeric() || matches!(it, '-' | '_' | '.' | '/' | '\'');
    let digits = handle.chars().all(|it| it.is_ascii_digit());
    if digits || !handle.chars().all(fits) {
        let message = format!("{} cannot be typed as one word", shown(&handle));
        return Err(Fault::argument(field, message)
            .help("use letters, digits, - and _ without spaces, and not only digits"));
    }
    if taken(&handle) {
        let message = format!("{} is taken already", shown(&handle));
        return Err(Fault::argument(field, message).help("choose another"));
    }
    Ok(handle)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::handle;

    #[test]
    fn a_handle_is_one_word_given_once() {
        let read = |text: &str| handle("handle", &json!(text), |it| it == "E1");
        assert_eq!(read(" E2 ").unwrap(), "E2");
        for bad in ["", "E1", "12", "a b", "#a", "a:b", "a,b"] {
            let fault = read(bad).unwrap_err();
            assert_eq!(fault.field.as_deref(), Some("handle"), "{bad}");
        }
    }
}
