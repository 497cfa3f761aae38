//! The themes and actors of made-up events.

use model::{Actor, ActorId, Theme, ThemeId};

/// Handle, name, hue, and the place of the theme that it is part of.
const THEMES: [(&str, &str, &str, Option<usize>); 16] = [
    ("trade", "Trade", "blue", None),
    ("tariffs", "Tariffs", "blue", Some(0)),
    ("security", "Security", "vermilion", None),
    ("energy", "Energy", "brown", None),
    ("diplomacy", "Diplomacy", "forest", None),
    ("nuclear", "Nuclear program", "vermilion", Some(2)),
    ("finance", "Finance", "slate", None),
    ("elections", "Elections", "forest", None),
    ("shipping", "Shipping", "blue", Some(0)),
    ("climate", "Climate", "forest", None),
    ("migration", "Migration", "brown", None),
    ("technology", "Technology", "slate", None),
    ("health", "Health", "forest", None),
    ("oil", "Oil", "brown", Some(3)),
    ("courts", "Courts", "slate", None),
    ("culture", "Culture", "vermilion", None),
];

const COUNTRIES: [(&str, &str); 13] = [
    ("US", "United States"),
    ("CN", "China"),
    ("RU", "Russia"),
    ("DE", "Germany"),
    ("FR", "France"),
    ("GB", "United Kingdom"),
    ("IR", "Iran"),
    ("IN", "India"),
    ("JP", "Japan"),
    ("BR", "Brazil"),
    ("TR", "Turkey"),
    ("SA", "Saudi Arabia"),
    ("KE", "Kenya"),
];

/// What is in a country besides itself.
const BODIES: [(&str, &str); 3] = [
    ("gov", "government"),
    ("mil", "armed forces"),
    ("bank", "central bank"),
];

/// Themes, the largest first, a few of them part of others.
pub(super) fn themes() -> Vec<Theme> {
    let id = |place: usize| ThemeId(place as i64 + 1);
    let all = THEMES.iter().enumerate();
    all.map(|(place, (handle, name, hue, parent))| Theme {
        id: id(place),
        handle: String::from(*handle),
        name: String::from(*name),
        parent: parent.map(id),
        hue: String::from(*hue),
    })
    .collect()
}

/// 13 countries, and in each its government, army and bank.
pub(super) fn actors() -> Vec<Actor> {
    let mut all: Vec<Actor> = Vec::new();
    for (number, (code, name)) in (1..).zip(COUNTRIES) {
        all.push(actor(number, code, name, None));
    }
    let mut number = 13;
    for (body, words) in BODIES {
        for (country, (code, name)) in (1..).zip(COUNTRIES) {
            number += 1;
            let (handle, name) = (format!("{code}-{body}"), format!("{name}: {words}"));
            all.push(Actor {
                country: String::from(code),
                ..actor(number, &handle, &name, Some(ActorId(country)))
            });
        }
    }
    all
}

fn actor(id: i64, handle: &str, name: &str, parent: Option<ActorId>) -> Actor {
    Actor {
        id: ActorId(id),
        handle: String::from(handle),
        name: String::from(name),
        parent,
        country: String::from(handle),
    }
}
