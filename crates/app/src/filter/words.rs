//! What a filter asks for, as it stands under the title of a picture.

use model::Workspace;

use crate::dto::Filter;

/// Names that are told before the rest is only counted.
const TOLD: usize = 3;

/// Each restriction of `filter` in words: "theme Gulf security", "severity 4 and above".
pub(crate) fn in_words(workspace: &Workspace, filter: &Filter) -> Vec<String> {
    let theme = |id: &str| workspace.themes.iter().find(|it| it.id.to_string() == id);
    let actor = |id: &str| workspace.actors.iter().find(|it| it.id.to_string() == id);
    let layer = |id: &str| workspace.layers.iter().find(|it| it.id.to_string() == id);
    let mut parts = Vec::new();
    parts.extend(named("theme", &filter.themes, |id| Some(&theme(id)?.name)));
    parts.extend(named("actor", &filter.actors, |id| Some(&actor(id)?.name)));
    if filter.severity_min > 1 {
        parts.push(format!("severity {} and above", filter.severity_min));
    }
    if !filter.statuses.is_empty() {
        parts.push(filter.statuses.join(", "));
    }
    if !filter.words.is_empty() {
        parts.push(format!("with \"{}\"", filter.words));
    }
    let beside = filter.layers.as_deref().unwrap_or_default();
    parts.extend(named("with layer", beside, |id| Some(&layer(id)?.name)));
    parts
}

/// "themes Tariffs, Rare earths and 2 more".
fn named<'a>(
    what: &str,
    ids: &[String],
    name: impl Fn(&str) -> Option<&'a String>,
) -> Option<String> {
    let names: Vec<&str> = ids
        .iter()
        .filter_map(|it| name(it))
        .map(String::as_str)
        .collect();
    let several = if names.len() > 1 { "s" } else { "" };
    let told = names.get(..TOLD).unwrap_or(&names).join(", ");
    match names.len() {
        0 => None,
        count if count > TOLD => Some(format!("{what}s {told} and {} more", count - TOLD)),
        _ => Some(format!("{what}{several} {told}")),
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
        let ids = |count: usize| -> Vec<String> {
            workspace.themes[..count]
                .iter()
                .map(|it| it.id.to_string())
                .collect()
        };
        let names: Vec<&str> = workspace.themes.iter().map(|it| it.name.as_str()).collect();
        let filter = Filter {
            themes: ids(2),
            statuses: vec![String::from("planned")],
            severity_min: 4,
            actors: vec![workspace.actors[0].id.to_string()],
            words: String::from("talks"),
            layers: Some(vec![workspace.layers[0].id.to_string()]),
        };
        let told = in_words(workspace, &filter).join("; ");
        let (actor, layer) = (&workspace.actors[0].name, &workspace.layers[0].name);
        assert_eq!(
            told,
            format!(
                "themes {}, {}; actor {actor}; severity 4 and above; planned; with \"talks\"; with layer {layer}",
                names[0], names[1]
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
