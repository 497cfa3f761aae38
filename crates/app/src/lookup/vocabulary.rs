//! Words that reading and writing share: fields that claims can set, hues of themes, names of lists.

use api::Fault;

/// Fields of an event that claims can set: adopting a claim sets the field.
pub(crate) const CLAIM_FIELDS: &[&str] = &[
    "title",
    "date",
    "kind",
    "status",
    "category",
    "severity",
    "tone",
    "likelihood",
    "confidence",
    "place",
    "summary",
];

/// The names of the hues that themes are drawn in.
pub(crate) fn hues() -> Vec<String> {
    scene::Palette::of(scene::Theme::Light)
        .hues()
        .map(str::to_owned)
        .collect()
}

/// The fault for an unknown list.
pub(crate) fn no_list(list: &str) -> Fault {
    let word: String = list.chars().take(40).collect();
    Fault::argument("list", format!("there is no list \"{word}\""))
        .help("use one of themes, categories, actors, places, datasets")
}
