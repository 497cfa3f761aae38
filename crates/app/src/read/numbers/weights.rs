//! The verbs `weights` and `set_weight`.

use api::Fault;
use api::dto::{NoArgs, WeightRow, WeightsReply};
use model::{Weight, Workspace};

use super::method;
use crate::lookup::weight::name;
use crate::session::Session;

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
