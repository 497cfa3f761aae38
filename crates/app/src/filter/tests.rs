use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{Counts, Sieve};
use crate::dto::Filter;
use crate::tests::sample;

fn some_of(all: Vec<String>) -> impl Strategy<Value = Vec<String>> {
    let most = all.len().min(3);
    proptest::sample::subsequence(all, 0..=most)
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let session = sample();
    let workspace = session.workspace();
    let themes = workspace
        .themes
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let actors = workspace
        .actors
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let statuses = model::Status::ALL
        .iter()
        .map(|it| it.word().to_owned())
        .collect();
    let layers: Vec<String> = workspace
        .layers
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    let words = prop::sample::select(vec!["", "iran", "TRADE talks", "zzz", "é"]);
    (
        some_of(themes),
        some_of(actors),
        some_of(statuses),
        0_u8..=5,
        words,
        prop::option::of(Just(layers)),
    )
        .prop_map(
            |(themes, actors, statuses, severity_min, words, layers)| Filter {
                themes,
                statuses,
                severity_min,
                actors,
                words: words.to_owned(),
                layers,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_facet_counts_what_choosing_it_would_show(filter in any_filter()) {
        let session = sample();
        let workspace = session.workspace();
        let (counts, passing, _) = Counts::of(&Sieve::new(workspace, &filter).unwrap());
        let shown = Sieve::new(workspace, &filter).unwrap().shown();
        for (event, passes) in workspace.events.iter().zip(passing) {
            prop_assert_eq!(passes, shown.contains(&event.id));
        }
        for theme in &workspace.themes {
            let chosen = Filter { themes: vec![theme.id.to_string()], ..filter.clone() };
            let shown = Sieve::new(workspace, &chosen).unwrap().shown().len();
            prop_assert_eq!(counts.themes.get(&theme.id).copied().unwrap_or(0) as usize, shown);
        }
        for status in model::Status::ALL {
            let chosen = Filter { statuses: vec![status.word().to_owned()], ..filter.clone() };
            let shown = Sieve::new(workspace, &chosen).unwrap().shown().len();
            prop_assert_eq!(counts.statuses.get(status).copied().unwrap_or(0) as usize, shown);
        }
    }

    #[test]
    fn asking_for_more_shows_less(filter in any_filter(), severity in 1_u8..=5) {
        let session = sample();
        let shown = |filter: &Filter| Sieve::new(session.workspace(), filter).unwrap().shown();
        let fewer = Filter { severity_min: filter.severity_min.max(severity), ..filter.clone() };
        let (all, some): (BTreeSet<_>, BTreeSet<_>) = (shown(&filter), shown(&fewer));
        prop_assert!(some.is_subset(&all));
    }
}
