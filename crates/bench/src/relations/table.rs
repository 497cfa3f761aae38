//! Figures beside the bars that they are held against.

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Row {
    /// What is measured.
    pub what: String,
    /// What was found.
    pub found: String,
    /// What it has to reach; empty where it only stands beside others.
    pub bar: String,
    /// Whether it reaches it; `None` where there is no bar.
    pub reached: Option<bool>,
}

impl Row {
    /// A figure with a bar.
    pub(super) fn barred(what: &str, found: impl Into<String>, bar: &str, reached: bool) -> Self {
        Self {
            what: what.to_owned(),
            found: found.into(),
            bar: bar.to_owned(),
            reached: Some(reached),
        }
    }

    /// A figure without one.
    pub(super) fn beside(what: &str, found: impl Into<String>) -> Self {
        Self {
            what: what.to_owned(),
            found: found.into(),
            bar: String::new(),
            reached: None,
        }
    }
}

/// The rows as a table in plain text.
#[must_use]
pub fn table(rows: &[Row]) -> String {
    let width = |cell: fn(&Row) -> &str, least: usize| {
        let widths = rows.iter().map(|it| cell(it).chars().count());
        widths.max().unwrap_or(0).max(least)
    };
    let (what, found) = (width(|it| &it.what, 4), width(|it| &it.found, 5));
    let line = |row: &Row| {
        let reached = match row.reached {
            Some(true) => "yes",
            Some(false) => "NO",
            None => "",
        };
        format!(
            "{:<what$}  {:<found$}  {reached:<7}  {}",
            row.what, row.found, row.bar
        )
        .trim_end()
        .to_owned()
    };
    let head = format!(
        "{:<what$}  {:<found$}  {:<7}  bar",
        "what", "found", "reached"
    );
    let lines: Vec<String> = std::iter::once(head).chain(rows.iter().map(line)).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let rows = [
            Row::barred("named on a slide", "43 of 43", "all", true),
            Row::beside("dot", "10.8 px"),
        ];
        let expected = "\
what              found     reached  bar
named on a slide  43 of 43  yes      all
dot               10.8 px
";
        assert_eq!(table(&rows), expected);
    }
}
