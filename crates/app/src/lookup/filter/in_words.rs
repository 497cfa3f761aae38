//! A filter in words, as shown under the title of an exported picture.

use api::dto::Filter;
use model::{ActorId, CategoryId, DatasetId, PlaceId, SourceId, ThemeId, Workspace};

/// Names listed before the rest is only counted.
const TOLD: usize = 3;

/// Each restriction of `filter` in words: "theme Gulf security", "severity 4 and above".
pub(crate) fn in_words(workspace: &Workspace, filter: &Filter) -> Vec<String> {
    let theme = |id: &ThemeId| workspace.theme(*id);
    let actor = |id: &ActorId| workspace.actor(*id);
    let dataset = |id: &DatasetId| workspace.datasets.iter().find(|it| it.id == *id);
    let mut parts = Vec::new();
    parts.extend(named("theme", &filter.themes, |id| Some(&theme(id)?.name)));
    parts.extend(named("actor", &filter.actors, |id| Some(&actor(id)?.name)));
    let category = |id: &CategoryId| workspace.category(*id);
    let place = |id: &PlaceId| workspace.place(*id);
    let source = |id: &SourceId| workspace.source(*id);
    let outlet = |id: &SourceId| {
        let it = source(id)?;
        Some(if it.outlet.is_empty() {
            &it.title
        } else {
            &it.outlet
        })
    };
    parts.extend(named("category", &filter.categories, |id| {
        Some(&category(id)?.name)
    }));
    parts.extend(named("place", &filter.places, |id| Some(&place(id)?.name)));
    parts.extend(named("source", &filter.sources, outlet));
    parts.extend(listed("kind", filter.kinds.iter().map(|it| it.word())));
    parts.extend(listed("tag", filter.tags.iter().map(String::as_str)));
    match (filter.from, filter.to) {
        (Some(from), Some(to)) => parts.push(format!("{from} to {to}")),
        (Some(from), None) => parts.push(format!("since {from}")),
        (None, Some(to)) => parts.push(format!("until {to}")),
        (None, None) => {}
    }
    if filter.severity_min > 1 {
        parts.push(format!("severity {} and above", filter.severity_min));
    }
    if !filter.statuses.is_empty() {
        let statuses: Vec<&str> = filter.statuses.iter().map(|it| it.word()).collect();
        parts.push(statuses.join(", "));
    }
    if !filter.words.is_empty() {
        parts.push(format!("with \"{}\"", filter.words));
    }
    if !filter.found.is_empty() {
        parts.push(format!("found by \"{}\"", filter.found));
    }
    let beside = filter.datasets.as_deref().unwrap_or_default();
    parts.extend(named("with dataset", beside, |id| Some(&dataset(id)?.name)));
    parts
}

/// "themes Tariffs, Rare earths and 2 more".
fn named<'a, T>(what: &str, ids: &[T], name: impl Fn(&T) -> Option<&'a String>) -> Option<String> {
    let names = ids.iter().filter_map(name).map(String::as_str);
    let mut names: Vec<&str> = names.collect();
    // All articles of an outlet are one name.
    names.dedup();
    listed(what, names.into_iter())
}

fn listed<'a>(what: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let names: Vec<&str> = names.collect();
    let several = match what.strip_suffix('y') {
        _ if names.len() < 2 => what.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{what}s"),
    };
    let said = names.get(..TOLD).unwrap_or(&names).join(", ");
    match names.len() {
        0 => None,
        count if count > TOLD => Some(format!("{several} {said} and {} more", count - TOLD)),
        _ => Some(format!("{several} {said}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::sample;

    #[test]
    fn every_restriction_is_told() {
        let session = sample();
        let workspace = session.workspace();
        let ids = |count: usize| -> Vec<ThemeId> {
            workspace.themes[..count].iter().map(|it| it.id).collect()
        };
        let names: Vec<&str> = workspace.themes.iter().map(|it| it.name.as_str()).collect();
        let filter = Filter {
            themes: ids(2),
            statuses: vec![model::Status::Planned],
            severity_min: 4,
            actors: vec![workspace.actors[0].id],
            words: String::from("talks"),
            found: String::new(),
            places: vec![workspace.places[0].id],
            sources: vec![workspace.sources[0].id],
            categories: workspace.categories[..2].iter().map(|it| it.id).collect(),
            kinds: vec![model::Kind::Assessment, model::Kind::Scenario],
            tags: vec![String::from("key")],
            from: "2025-06-01".parse().ok(),
            to: "2025-06-30".parse().ok(),
            datasets: Some(vec![workspace.datasets[0].id]),
        };
        let told = in_words(workspace, &filter).join("; ");
        let (actor, dataset) = (&workspace.actors[0].name, &workspace.datasets[0].name);
        assert_eq!(
            told,
            format!(
                "themes {}, {}; actor {actor}; categories {}, {}; place {}; source {}; kinds assessment, scenario; tag key; \
                 2025-06-01 to 2025-06-30; severity 4 and above; planned; with \"talks\"; with dataset {dataset}",
                names[0],
                names[1],
                workspace.categories[0].name,
                workspace.categories[1].name,
                workspace.places[0].name,
                workspace.sources[0].outlet
            )
        );
        let many = Filter {
            themes: ids(5),
            ..Filter::default()
        };
        let told = in_words(workspace, &many);
        assert_eq!(
            told,
            [format!("themes {} and 2 more", names[..3].join(", "))]
        );
        assert!(in_words(workspace, &Filter::default()).is_empty());
    }
}
