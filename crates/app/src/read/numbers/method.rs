//! The methods in sentences, as they stand in the window, on the command line and in the guide.

use model::{Weight, Workspace};
use risk::LeftOut;

/// How the index is computed.
pub(crate) fn of_index(workspace: &Workspace) -> Vec<String> {
    let half_life = workspace.weights.of(Weight::HalfLife);
    vec![
        String::from(
            "I(t) = Σ severity × grade × likelihood × 2^(−age / half-life), computed separately for escalation and de-escalation; net is escalation minus de-escalation.",
        ),
        String::from(
            "Grade: the weight of the source's letter times the weight of the statement's digit (NATO Admiralty scale); F and 6 mean unknown and get a middle weight. Likelihood: 1 for what has happened, the midpoint of the stated ICD 203 range for what may happen.",
        ),
        format!(
            "Half-life: {half_life} days, unless the category or the leading theme has its own. A fuzzy date spreads its weight evenly over its bounds. An entry that lasts counts in full while it lasts, and not before or after."
        ),
        String::from(
            "The form follows news-based indexes (Caldara and Iacoviello, Measuring Geopolitical Risk, American Economic Review 2022); the weights are defaults that you can change.",
        ),
        String::from(
            "More entries raise the index: attention, the number of entries per week, is shown beside it.",
        ),
    ]
}

/// Entries that do not count, and why.
pub(crate) fn of_left_out(it: &LeftOut) -> Vec<String> {
    let told = [
        (it.undated, "without a date"),
        (it.unstated, "that may happen, without a stated likelihood"),
        (it.cancelled, "that were cancelled"),
        (it.not_known_yet, "not yet reported by a dated source"),
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
    let (noun, change) = if is_in_percent {
        ("returns", "Returns are log changes")
    } else {
        ("changes", "Changes are differences")
    };
    vec![
        format!(
            "{change} from close to close; normal {noun} are estimated by the model ({model}) over the 120 trading days that end 11 days before the event (at least 60). Abnormal {noun} are the difference from that; CAR is their sum over the window, t is CAR / (s × √n)."
        ),
        String::from(
            "Day 0 is the first trading day on which the news could be traded: for news after the close or on a holiday, the next one. For a fuzzy date, the earliest day counts. Missing days are reported, never filled in.",
        ),
        String::from(
            "MacKinlay, Event Studies in Economics and Finance, Journal of Economic Literature 35 (1997). Other events within a window are confounding: they are measured too.",
        ),
    ]
}
