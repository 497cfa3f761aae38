use std::collections::BTreeSet;

use api::dto::Filter;
use model::DatasetId;
use proptest::prelude::*;

use super::{CompiledFilter, Counts};
use crate::tests::sample;

fn some_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len().min(3);
    proptest::sample::subsequence(all, 0..=most)
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let session = sample();
    let workspace = session.workspace();
    let themes = workspace.themes.iter().map(|it| it.id).collect();
    let actors = workspace.actors.iter().map(|it| it.id).collect();
    let statuses = model::Status::ALL.to_vec();
    let datasets: Vec<DatasetId> = workspace.datasets.iter().map(|it| it.id).collect();
    let words = prop::sample::select(vec!["", "iran", "TRADE talks", "zzz", "é", "US-China"]);
    let first = (
        some_of(themes),
        some_of(actors),
        some_of(statuses),
        0_u8..=5,
        words,
        prop::option::of(Just(datasets)),
    );
    (first, more_of(workspace)).prop_map(
        |((themes, actors, statuses, severity_min, words, datasets), more)| Filter {
            themes,
            statuses,
            severity_min,
            actors,
            words: words.to_owned(),
            datasets,
            ..more
        },
    )
}

/// None, or now and then up to four of them.
fn seldom<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len().min(4);
    prop_oneof![
        3 => Just(Vec::new()),
        1 => proptest::sample::subsequence(all, 0..=most),
    ]
}

/// Places, sources, categories, kinds, tags and periods, each seldom, so that something passes.
fn more_of(workspace: &model::Workspace) -> impl Strategy<Value = Filter> + use<> {
    let days = prop_oneof![
        2 => Just((None, None)),
        1 => Just((Some("2025-06-01"), None)),
        1 => Just((Some("2025-05-01"), Some("2025-06-10"))),
    ];
    (
        seldom(workspace.places.iter().map(|it| it.id).collect()),
        seldom(workspace.sources.iter().map(|it| it.id).collect()),
        seldom(workspace.categories.iter().map(|it| it.id).collect()),
        seldom(model::Kind::ALL.to_vec()),
        seldom(
            workspace
                .events
                .iter()
                .flat_map(|it| it.tags.clone())
                .collect(),
        ),
        days,
    )
        .prop_map(
            |(places, sources, categories, kinds, tags, (from, to))| Filter {
                places,
                sources,
                categories,
                kinds,
                tags,
                from: from.map(|it: &str| it.parse().unwrap()),
                to: to.map(|it: &str| it.parse().unwrap()),
                ..Filter::default()
            },
        )
}

/// What is shown when a filter is changed by `change`.
fn shown_with(filter: &Filter, change: impl FnOnce(&mut Filter)) -> usize {
    let session = sample();
    let mut chosen = filter.clone();
    change(&mut chosen);
    CompiledFilter::new(session.workspace(), &chosen)
        .shown()
        .len()
}

#[test]
fn a_search_looks_into_cited_sources_and_a_filter_does_not() {
    let session = sample();
    let workspace = session.workspace();
    let shown = |filter: &Filter| CompiledFilter::new(workspace, filter).shown();
    let cited = super::cited(workspace);
    let outlet = workspace.sources[0].outlet.clone();
    let by = |it: &model::EventId| {
        let mut sources = cited.get(it).into_iter().flatten();
        sources.any(|id| {
            workspace
                .sources
                .iter()
                .any(|it| it.id == *id && it.outlet == outlet)
        })
    };
    let found = shown(&Filter {
        found: outlet.clone(),
        ..Filter::default()
    });
    let all = shown(&Filter::default());
    assert!(all.iter().filter(|it| by(it)).all(|it| found.contains(it)));
    assert!(
        found.len()
            > shown(&Filter {
                words: outlet,
                ..Filter::default()
            })
            .len()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_facet_counts_what_choosing_it_would_show(filter in any_filter()) {
        let session = sample();
        let workspace = session.workspace();
        let (counts, passing, _) = Counts::of(&CompiledFilter::new(workspace, &filter));
        let shown = CompiledFilter::new(workspace, &filter).shown();
        for (event, passes) in workspace.events.iter().zip(passing) {
            prop_assert_eq!(passes, shown.contains(&event.id));
        }
        for theme in &workspace.themes {
            let chosen = Filter { themes: vec![theme.id], ..filter.clone() };
            let shown = CompiledFilter::new(workspace, &chosen).shown().len();
            prop_assert_eq!(counts.themes.get(&theme.id).copied().unwrap_or(0) as usize, shown);
        }
        for status in model::Status::ALL {
            let chosen = Filter { statuses: vec![*status], ..filter.clone() };
            let shown = CompiledFilter::new(workspace, &chosen).shown().len();
            prop_assert_eq!(counts.statuses.get(status).copied().unwrap_or(0) as usize, shown);
        }
    }

    #[test]
    fn the_other_facets_count_so_too(filter in any_filter()) {
        let session = sample();
        let workspace = session.workspace();
        let (counts, _, _) = Counts::of(&CompiledFilter::new(workspace, &filter));
        let of = |count: Option<&u32>| count.copied().unwrap_or(0) as usize;
        for it in workspace.places.iter().step_by(3) {
            let shown = shown_with(&filter, |filter| filter.places = vec![it.id]);
            prop_assert_eq!(of(counts.places.get(&it.id)), shown, "place {}", &it.name);
        }
        for it in workspace.sources.iter().step_by(5) {
            let shown = shown_with(&filter, |filter| filter.sources = vec![it.id]);
            prop_assert_eq!(of(counts.sources.get(&it.id)), shown, "source {}", &it.handle);
        }
        for it in workspace.categories.iter().step_by(3) {
            let shown = shown_with(&filter, |filter| filter.categories = vec![it.id]);
            prop_assert_eq!(of(counts.categories.get(&it.id)), shown, "category {}", &it.name);
        }
        for it in model::Kind::ALL {
            let shown = shown_with(&filter, |filter| filter.kinds = vec![*it]);
            prop_assert_eq!(of(counts.kinds.get(it)), shown, "kind {}", it);
        }
        for (tag, count) in counts.tags.iter().take(4) {
            let shown = shown_with(&filter, |filter| filter.tags = vec![tag.clone()]);
            prop_assert_eq!(of(Some(count)), shown, "tag {}", tag);
        }
    }

    #[test]
    fn asking_for_more_shows_less(filter in any_filter(), severity in 1_u8..=5) {
        let session = sample();
        let shown = |filter: &Filter| CompiledFilter::new(session.workspace(), filter).shown();
        let fewer = Filter { severity_min: filter.severity_min.max(severity), ..filter.clone() };
        let (all, some): (BTreeSet<_>, BTreeSet<_>) = (shown(&filter), shown(&fewer));
        prop_assert!(some.is_subset(&all));
    }
}
