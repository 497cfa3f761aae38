//! Names of steps: what was done, as the history and the undo button say it.

use model::Board;
use store::{History, Step};

/// Characters of a title in a name.
const MOST: usize = 40;

/// A title in quotation marks, shortened.
pub(crate) fn titled(title: &str) -> String {
    if title.chars().count() <= MOST {
        return format!("“{title}”");
    }
    let kept: String = title.chars().take(MOST - 1).collect();
    format!("“{}…”", kept.trim_end())
}

/// One title, or how many there are: `“Geneva talks”`, "3 events".
pub(crate) fn one_or_many<'a>(titles: impl IntoIterator<Item = &'a str>, many: &str) -> String {
    let titles: Vec<&str> = titles.into_iter().collect();
    match titles.as_slice() {
        [one] => titled(one),
        several => format!("{} {many}", several.len()),
    }
}

/// "severity", "date and status", "4 fields".
pub(crate) fn fields<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let mut names: Vec<&str> = names.into_iter().collect();
    names.dedup();
    let words = |name: &str| match name {
        "layer" => String::from("dataset"),
        other => other.replace('_', " "),
    };
    match names.as_slice() {
        [one] => words(one),
        [one, two] => format!("{} and {}", words(one), words(two)),
        several => format!("{} fields", several.len()),
    }
}

/// The names of the steps that undo and redo would take. The step that created the workspace is not undone: without it there would
/// be no link types and no scales.
pub(crate) fn undo_and_redo(history: &History) -> (Option<String>, Option<String>) {
    let undo = history.undo.as_ref().filter(|it| !is_first(it));
    let name = |step: &Step| step.name.clone();
    (undo.map(name), history.redo.as_ref().map(name))
}

/// True for the step that created the workspace: empty, with the sample, or salvaged.
pub(crate) fn is_first(step: &Step) -> bool {
    step.parent == 0
}

/// The chart in words that follow what is done there.
pub(crate) fn on_board(board: Board) -> &'static str {
    match board {
        Board::Causes => "on the causes chart",
        Board::CauseMap => "on the cause map, left to right",
        Board::CauseMapDown => "on the cause map",
        Board::Themes => "on the theme map",
        Board::Actors => "on the actor map",
    }
}

#[cfg(test)]
mod tests {
    use super::{fields, one_or_many, titled};

    #[test]
    fn long_titles_are_shortened() {
        assert_eq!(titled("Geneva talks"), "“Geneva talks”");
        let long = titled(&"word".repeat(20));
        assert_eq!(long.chars().count(), 42, "{long}");
        assert!(long.ends_with("…”"));
    }

    #[test]
    fn many_are_counted() {
        assert_eq!(one_or_many(["a"], "events"), "“a”");
        assert_eq!(one_or_many(["a", "b"], "events"), "2 events");
        assert_eq!(fields(["date_note"]), "date note");
        assert_eq!(fields(["layer", "kind"]), "dataset and kind");
        assert_eq!(fields(["date", "status"]), "date and status");
    }
}
