//! Lines of what is shown: a name, and a value beside it.

use crate::print::plain;

/// Lines of "name  value"; what is empty is left out.
#[derive(Debug, Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// Under a first line of its own.
    pub(crate) fn titled(title: &str) -> Self {
        Self(format!("{}\n", plain(title)))
    }

    /// All of them.
    pub(crate) fn text(self) -> String {
        self.0
    }

    /// Adds a line.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            let line = format!("{name:<11} {}", plain(value));
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        }
    }

    /// Adds text below an empty line.
    pub(crate) fn paragraph(&mut self, text: &str) {
        self.0.push('\n');
        for line in text.lines() {
            self.0.push_str(&plain(line));
            self.0.push('\n');
        }
    }

    /// Adds lines of which the first carries the name.
    pub(crate) fn list(&mut self, name: &str, values: impl Iterator<Item = String>) {
        for (at, value) in values.enumerate() {
            self.put(if at == 0 { name } else { "" }, &value);
        }
    }
}

/// A cited source with its grade and quote, on one line.
pub(crate) fn source(line: &api::dto::SourceLine) -> String {
    let against = if line.stance == model::Stance::Against {
        "against: "
    } else {
        ""
    };
    let head = [line.outlet.as_str(), &line.title, &line.published];
    let head = head
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ");
    let grade = if line.grade.is_empty() {
        String::new()
    } else {
        format!(" ({})", line.grade)
    };
    let quote = if line.quote.is_empty() {
        String::new()
    } else {
        format!(": {}", line.quote)
    };
    format!("{} {against}{head}{grade}{quote}", line.number)
}
