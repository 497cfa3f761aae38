//! The verbs `weights` and `set_weight`.

use model::{Weight, Workspace};

use super::method;
use crate::dto::{Done, NoArgs, SetWeightArgs, WeightRow, WeightsReply};
use crate::grade;
use crate::{Fault, Session};

/// Every weight of the index.
pub(crate) fn weights(session: &Session, _: NoArgs) -> Result<WeightsReply, Fault> {
    let workspace = session.workspace();
    let themes = workspace
        .themes
        .iter()
        .map(|it| Weight::HalfLifeOfTheme(it.id));
    let categories = workspace
        .categories
        .iter()
        .map(|it| Weight::HalfLifeOfCategory(it.id));
    let all = Weight::general().chain(themes).chain(categories);
    Ok(WeightsReply {
        formula: method::of_index(workspace),
        weights: all.map(|it| row(workspace, it)).collect(),
    })
}

fn row(workspace: &Workspace, weight: Weight) -> WeightRow {
    let weights = &workspace.weights;
    WeightRow {
        weight: weight.to_string(),
        name: name(workspace, weight),
        group: String::from(match weight {
            Weight::Severity(_) => "severity",
            Weight::Reliability(_) => "source",
            Weight::Credibility(_) => "statement",
            Weight::Unstated => "likelihood",
            Weight::HalfLife => "half-life",
            Weight::HalfLifeOfTheme(_) => "half-life of a theme",
            Weight::HalfLifeOfCategory(_) => "half-life of a category",
        }),
        value: weights.of(weight),
        usual: weight.usual(),
        is_set: weights.own(weight).is_some(),
    }
}

/// A weight in words.
fn name(workspace: &Workspace, weight: Weight) -> String {
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

/// Sets a weight, or gives it back its usual value.
pub(crate) fn set_weight(session: &mut Session, args: SetWeightArgs) -> Result<Done, Fault> {
    session.write(|plan| {
        let weight = find(plan.base(), &args.weight)?;
        if let Some(value) = args.value {
            let (least, most) = weight.range();
            crate::check::number("value", value, &(least..=most))?;
        }
        // What is usual need not be kept.
        let value = args.value.filter(|it| weight.usual() != Some(*it));
        plan.set_weight(weight, value);
        let name = name(plan.base(), weight);
        let what = match weight {
            Weight::HalfLifeOfTheme(_) | Weight::HalfLifeOfCategory(_) => {
                format!("the half-life of “{name}”")
            }
            _ => format!("the weight of “{name}”"),
        };
        Ok(match args.value {
            Some(value) => format!("Set {what} to {value}"),
            None => format!("Set {what} as usual"),
        })
    })
}

/// A weight by its word; themes and categories may go by their handles.
fn find(workspace: &Workspace, word: &str) -> Result<Weight, Fault> {
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
        Fault::argument("weight", format!("\"{word}\" names no theme or category"))
            .help("use the handle of one"),
    )
}
