//! What a map of themes and actors must show: two sequences of events that share only an actor.

use std::collections::BTreeSet;

use model::{Actor, ActorId, Event, EventId, Participant, Theme as Topic, ThemeId, Workspace};
use scene::{HitKind, Item, Theme};

use super::themes;
use crate::spec::{GroupsBy, Look, Picture, ThemesSpec};
use crate::testing::link;

/// Events 1 and 2 of trade, the first leading to the second; 3 and 4 of security; China acts in 2, the US in all others.
fn workspace() -> Workspace {
    let event = |id: i64| {
        let mut event = Event::titled(EventId(id), format!("E{id}"), format!("Event {id}"));
        event.themes = vec![ThemeId(1 + (id - 1) / 2)];
        event.actors = vec![Participant {
            actor: ActorId(if id == 2 { 2 } else { 1 }),
            role: String::new(),
        }];
        event
    };
    let theme = |(id, name): (i64, &str)| Topic {
        id: ThemeId(id),
        handle: name.to_lowercase(),
        name: name.to_owned(),
        parent: None,
        hue: "blue".to_owned(),
    };
    let actor = |(id, name): (i64, &str)| Actor {
        id: ActorId(id),
        handle: name.to_lowercase(),
        name: name.to_owned(),
        parent: None,
        country: String::new(),
    };
    Workspace {
        events: (1..=4).map(event).collect(),
        links: vec![link(1, 1, 2)],
        themes: [(1, "Trade"), (2, "Security")].map(theme).to_vec(),
        actors: [(1, "US"), (2, "China")].map(actor).to_vec(),
        ..Workspace::default()
    }
}

fn draw(by: GroupsBy) -> Picture {
    let workspace = workspace();
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let look = Look {
        width_px: 900.0,
        height_px: 600.0,
        theme: Theme::Light,
        scroll_px: 0.0,
        fit: crate::Fit::Grows,
        is_page: false,
    };
    let spec = ThemesSpec {
        look,
        at: None,
        by,
        wholes: false,
        shown: &shown,
        selected: None,
    };
    themes(&workspace, &spec)
}

fn words(picture: &Picture) -> String {
    let text = picture.scene.items.iter().filter_map(|item| match item {
        Item::Text { runs, .. } => {
            Some(runs.iter().map(|run| run.text.as_str()).collect::<String>())
        }
        _ => None,
    });
    text.collect::<Vec<_>>().join("|")
}

#[test]
fn stories_that_share_only_an_actor_are_tied_by_it() {
    let picture = draw(GroupsBy::Theme);
    let told = words(&picture);
    assert!(
        told.contains("Trade") && told.contains("Security"),
        "{told}"
    );
    assert!(
        told.contains("1 claim within") && told.contains("US"),
        "{told}"
    );
    assert!(picture.legend.iter().any(|it| it.key == "tie"));
}

#[test]
fn by_actor_the_claim_is_a_line_that_lists_it() {
    let picture = draw(GroupsBy::Actor);
    let told = words(&picture);
    assert!(
        told.contains("1 claim") && !told.contains("within"),
        "{told}"
    );
    let hits = &picture.scene.hits;
    assert!(
        hits.iter()
            .any(|it| it.kind == HitKind::Link && it.id == "1")
    );
    assert!(
        hits.iter()
            .any(|it| it.kind == HitKind::Lane && it.id == "actor 2")
    );
}

#[test]
fn every_node_and_line_is_told_in_words() {
    let told = |by| -> Vec<(String, String)> {
        let items = draw(by).scene.items.into_iter();
        let groups = items.filter_map(|it| match it {
            Item::Group { id, title } => Some((id, title)),
            _ => None,
        });
        groups.collect()
    };
    let of = |all: &[(String, String)], id: &str| {
        let found = all.iter().find(|it| it.0 == id);
        found.map(|it| it.1.clone()).unwrap_or_default()
    };
    let themes = told(GroupsBy::Theme);
    assert_eq!(of(&themes, "theme-1"), "Trade, 2 events, 1 claim within");
    assert_eq!(of(&themes, "actor-1"), "US, acts in Trade, Security");
    let actors = told(GroupsBy::Actor);
    assert_eq!(
        of(&actors, "link-1"),
        "US → China: 1 claim, 0 sources, raises"
    );
    assert_eq!(of(&actors, "actor-2"), "China, 1 event");
}
