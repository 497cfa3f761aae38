//! Handles for new events and sources: the next number.
//!
//! Events are "E48", conditions "C11" and scenarios "H05", as in the sample; an assessment is an "E" like an event. The
//! number is one more than the largest in use with that letter, so that a handle in somebody's notes keeps its meaning
//! after a delete in the middle. Sources are "S5": "A5" reads as a grade. Files from before have sources "A1" and so on, which
//! stay valid and are counted too, so that no two sources of a file share a number.

use model::Kind;

use crate::session::plan::Plan;

/// A handle for a new event of `kind`.
pub(crate) fn event_handle(plan: &Plan<'_>, kind: Kind) -> String {
    let letter = match kind {
        Kind::Event | Kind::Assessment => 'E',
        Kind::Condition => 'C',
        Kind::Scenario => 'H',
    };
    let number = next(letter, plan.events().map(|it| it.handle.as_str()));
    format!("{letter}{number:02}")
}

/// A handle for a new source.
pub(crate) fn source_handle(plan: &Plan<'_>) -> String {
    let next_of = |letter| next(letter, plan.sources().map(|it| it.handle.as_str()));
    format!("S{}", next_of('S').max(next_of('A')))
}

fn next<'a>(letter: char, handles: impl Iterator<Item = &'a str>) -> u64 {
    let number = |handle: &'a str| {
        let digits = handle.strip_prefix(letter)?;
        // "E+5" reads as a number too, and a number of twenty digits was not counted up to.
        let counted = digits.len() <= 9 && digits.bytes().all(|it| it.is_ascii_digit());
        counted.then(|| digits.parse::<u64>().ok()).flatten()
    };
    handles.filter_map(number).max().unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use model::Kind;

    use super::{event_handle, next, source_handle};
    use crate::session::plan::Plan;

    #[test]
    fn the_next_number_of_the_letter() {
        let sample = crate::session::sample::workspace().unwrap();
        let plan = Plan::new(&sample, None);
        let handles: Vec<String> = Kind::ALL
            .iter()
            .map(|it| event_handle(&plan, *it))
            .collect();
        assert_eq!(handles.join(" "), "E34 C11 E34 H05");
        assert_eq!(source_handle(&plan), "S5");
    }

    #[test]
    fn sources_are_numbered_from_s1() {
        let empty = model::Workspace::default();
        let mut plan = Plan::new(&empty, None);
        for wanted in ["S1", "S2"] {
            let handle = source_handle(&plan);
            assert_eq!(handle, wanted);
            let id = model::SourceId(plan.fresh());
            plan.put_source(model::Source {
                id,
                handle,
                ..source()
            });
        }
    }

    fn source() -> model::Source {
        model::Source {
            id: model::SourceId(1),
            handle: String::new(),
            outlet: String::from("AP"),
            title: String::new(),
            author: String::new(),
            published: None,
            read: None,
            address: String::new(),
            reliability: None,
        }
    }

    #[test]
    fn odd_handles_do_not_count() {
        let handles = [
            "E7",
            "E07b",
            "E",
            "E+9",
            "E99999999999999999999",
            "X50",
            "e60",
        ];
        assert_eq!(next('E', handles.into_iter()), 8);
        assert_eq!(next('E', std::iter::empty()), 1);
    }
}
