//! The weights of the index: their names, and finding one by its name.

use api::Fault;
use model::{Weight, Workspace};

use crate::lookup::grade;

/// A weight in words.
pub(crate) fn name(workspace: &Workspace, weight: Weight) -> String {
    match weight {
        Weight::Severity(severity) => format!("severity {severity}"),
        Weight::Reliability(letter) => {
            format!("{}: {}", letter.word(), grade::in_words(letter.word()))
        }
        Weight::Credibility(digit) => {
            format!("{}: {}", digit.word(), grade::in_words(digit.word()))
        }
        Weight::Unstated => String::from("may happen, no likelihood stated"),
        Weight::HalfLife => String::from("half-life in days"),
        Weight::HalfLifeOfTheme(id) => workspace
            .theme(id)
            .map_or_else(String::new, |it| it.name.clone()),
        Weight::HalfLifeOfCategory(id) => workspace
            .category(id)
            .map_or_else(String::new, |it| it.name.clone()),
    }
}

/// A weight by its word; themes and categories may be given by handle.
pub(crate) fn find(workspace: &Workspace, word: &str) -> Result<Weight, Fault> {
    let by_handle = || {
        let theme = word.strip_prefix("half-life-theme-");
        let theme = theme.and_then(|it| workspace.themes.iter().find(|theme| theme.handle == it));
        let category = word.strip_prefix("half-life-category-");
        let category = category.and_then(|it| {
            workspace
                .categories
                .iter()
                .find(|category| category.handle == it)
        });
        let theme = theme.map(|it| Weight::HalfLifeOfTheme(it.id));
        theme.or_else(|| category.map(|it| Weight::HalfLifeOfCategory(it.id)))
    };
    if let Some(found) = by_handle() {
        return Ok(found);
    }
    let weight: Weight = word
        .parse()
        .map_err(|error: model::UnknownWord| Fault::argument("weight", error.to_string()))?;
    let is_there = match weight {
        Weight::HalfLifeOfTheme(id) => workspace.theme(id).is_some(),
        Weight::HalfLifeOfCategory(id) => workspace.category(id).is_some(),
        _ => true,
    };
    if is_there {
        return Ok(weight);
    }
    Err(
        Fault::argument("weight", format!("\"{word}\" is not a theme or category"))
            .help("use the handle of one"),
    )
}
