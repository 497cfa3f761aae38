//! The methods in sentences, as they stand in the window, on the command line and in the guide.

use model::{Weight, Workspace};
use risk::LeftOut;

/// How the index is reckoned.
pub(crate) fn of_index(workspace: &Workspace) -> Vec<String> {
    let half_life = workspace.weights.of(Weight::HalfLife);
    vec![
        String::from(
            "I(t) = Σ severity × grade × likelihood × 2^(−age / half-life), escalation and de-escalation apart; net is the one less the other.",
        ),
        String::from(
            "Grade: the weight of the source's letter times that of the statement's digit (NATO Admiralty scale); F and 6 mean unknown and stand in the middle. Likelihood: 1 for what has happened, the middle of the stated ICD 203 band for what may.",
        ),
        format!(
            "Half-life: {half_life} days, unless the category or the leading theme has its own. A fuzzy date spreads its weight evenly over its bounds. What lasts counts in full while it lasts, and neither before nor after."
        ),
        String::from(
            "The form follows news-based indexes (Caldara and Iacoviello, Measuring Geopolitical Risk, American Economic Review 2022); the weights are our proposal and yours to change.",
        ),
        String::from(
            "An index of entries also measures the attention of whoever keeps them: attention, the entries per week, is drawn beside it.",
        ),
    ]
}

/// What does not weigh, and why.
pub(crate) fn of_left_out(it: &LeftOut) -> Vec<String> {
    let told = [
        (it.undated, "without any date"),
        (it.unstated, "that may happen, with no stated likelihood"),
        (it.cancelled, "that were cancelled"),
        (it.not_known_yet, "that no dated source had told of by then"),
    ];
    let some = told.into_iter().filter(|(count, _)| *count > 0);
    some.map(|(count, what)| {
        let entries = if count == 1 { "entry" } else { "entries" };
        format!("Not counted: {count} {entries} {what}.")
    })
    .collect()
}

/// How a study is done, with the model in words.
pub(crate) fn of_study(model: &str, is_in_percent: bool) -> Vec<String> {
    let change = if is_in_percent {
        "logarithms of the ratio of one close to the one before"
    } else {
        "differences from one close to the next"
    };
    vec![
        format!(
            "Changes are {change}; normal is what the model ({model}) learns in the 120 trading days that end 11 days before the event (at least 60). Abnormal is what differs from it; CAR is its sum over the window, t that sum over s × √n."
        ),
        String::from(
            "Day 0 is the first trading day on which the news could be traded: after the close or on a holiday it is the next one. Of a fuzzy date the earliest day counts. Missing days are told, never filled in.",
        ),
        String::from(
            "MacKinlay, Event Studies in Economics and Finance, Journal of Economic Literature 35 (1997). A window that holds other events measures them too.",
        ),
    ]
}
