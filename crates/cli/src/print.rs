//! The only place that prints.
#![expect(clippy::print_stderr, reason = "the command line talks to people here")]

use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use api::Fault;

/// Prints what was asked for. A reader that stops reading, such as `head`, is not an error.
pub(crate) fn say(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

/// Says what went wrong, where, and what to do.
pub(crate) fn complain(fault: &Fault, file: &Path) -> ExitCode {
    eprint!("{}", message(fault, file));
    ExitCode::FAILURE
}

/// A progress line, on terminals only, that is removed at the end.
pub(crate) struct Progress {
    shows: bool,
}

impl Progress {
    /// Shows nothing yet.
    pub(crate) fn new() -> Self {
        let shows = std::io::stderr().is_terminal();
        Self { shows }
    }

    /// Replaces the line shown before.
    pub(crate) fn tell(&self, what: &str) {
        if self.shows {
            eprint!("\r\u{1b}[K{}…", plain(what));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shows {
            eprint!("\r\u{1b}[K");
        }
    }
}

fn message(fault: &Fault, file: &Path) -> String {
    let mut text = format!(
        "error: {}\n  in {}",
        plain(&fault.message),
        plain(&file.to_string_lossy())
    );
    if let Some(field) = &fault.field {
        text.push_str(&format!(", {}", plain(field)));
    }
    text.push('\n');
    let mut lines = fault.help.iter().flat_map(|help| help.lines());
    if let Some(first) = lines.next() {
        text.push_str(&format!("  help: {}\n", plain(first)));
    }
    for line in lines {
        text.push_str(&format!("    {}\n", plain(line)));
    }
    text
}

/// `text` without control sequences for the terminal.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use api::{Fault, FaultCode};

    use super::message;

    #[test]
    fn a_message_says_what_where_and_what_to_do() {
        let fault = Fault::new(FaultCode::NotFound, "no \u{1b}[31mevent").help("one\ntwo");
        let text = message(&fault, Path::new("s.faultline"));
        assert_eq!(
            text,
            "error: no  [31mevent\n  in s.faultline\n  help: one\n    two\n"
        );
    }
}
