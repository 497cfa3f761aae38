//! What a chart of themes and actors must show: two sequences of events that share only an actor, and made-up workspaces
//! of any size, measured as they are drawn.

mod check;
mod made;

use std::collections::BTreeSet;

use model::{Actor, ActorId, Event, EventId, Participant, Theme as Topic, ThemeId, Workspace};
use scene::{HitKind, Item};

use super::themes;
use crate::spec::{At, GroupsBy, Highlight, Picture, ThemesSpec};
use crate::testing::link;
use check::Drawn;
use made::{Made, PANE, SLIDE, drawn, long, short, unbroken};

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
    drawn(&workspace(), PANE, by, false)
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
    assert!(picture.legend.iter().any(|it| it.key == "block-3"));
}

#[test]
fn by_actor_the_claim_is_a_line_that_lists_it() {
    let picture = draw(GroupsBy::Actor);
    let told = words(&picture);
    assert!(told.contains("causes|1 claim, no source"), "{told}");
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
    assert_eq!(
        of(&themes, "theme-1"),
        "Trade, 2 entries, 1 claim within, with US 1, China 1"
    );
    assert_eq!(of(&themes, "actor-1"), "US, acts in Trade, Security");
    let actors = told(GroupsBy::Actor);
    assert_eq!(
        of(&actors, "link-1"),
        "US → China: 1 claim, no source, raises"
    );
    assert_eq!(of(&actors, "actor-2"), "China, 1 entry, with Trade 1");
}

/// Text is at least this large in the pane and on a slide, where 11.2 are 20 pixels.
const LEAST_PX: [f32; 2] = [13.0, 11.2];

fn made(themes: usize, actors: usize, events: usize, links: usize) -> Made {
    Made {
        themes,
        actors,
        events,
        links,
        name: short,
    }
}

/// Workspaces of all sizes, sparse and dense, with long names and names without spaces.
fn all_made() -> Vec<Made> {
    let mut all = vec![
        made(1, 0, 5, 0),
        made(1, 3, 40, 20),
        made(2, 1, 9, 4),
        made(3, 0, 30, 12),
        made(5, 6, 45, 20),
        made(6, 11, 47, 42),
        made(8, 20, 60, 18),
        made(12, 12, 120, 36),
        made(12, 40, 300, 90),
        made(20, 200, 300, 0),
        made(60, 200, 600, 300),
        made(60, 0, 120, 40),
        made(0, 30, 90, 60),
    ];
    let named = |it: &Made, name| Made { name, ..*it };
    all.extend(all.clone()[4..8].iter().map(|it| named(it, long)));
    all.extend(all.clone()[4..8].iter().map(|it| named(it, unbroken)));
    all
}

#[test]
fn nothing_meets_and_no_letter_is_small_in_any_workspace() {
    // What is measured is found at all.
    let some = drawn(
        &made(6, 11, 47, 42).workspace(),
        PANE,
        GroupsBy::Theme,
        false,
    );
    let (blocks, lines) = Drawn::of(&some).counts();
    assert!(blocks >= 6 && lines >= 6, "{blocks} {lines}");
    let mut all: Vec<String> = Vec::new();
    for it in all_made() {
        let workspace = it.workspace();
        for (look, least_px) in [PANE, SLIDE].into_iter().zip(LEAST_PX) {
            for (by, matrix) in [
                (GroupsBy::Theme, false),
                (GroupsBy::Actor, false),
                (GroupsBy::Theme, true),
                (GroupsBy::Actor, true),
            ] {
                let picture = drawn(&workspace, look, by, matrix);
                let shown = Drawn::of(&picture);
                let faults = shown.faults(&picture);
                let which = format!("{it:?} {by:?} matrix {matrix} page {}", look.is_page);
                all.extend(faults.into_iter().map(|it| format!("{which}: {it}")));
                assert!(shown.least_text_px() >= least_px, "{which}");
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}

#[test]
fn the_chart_fills_its_room() {
    for it in all_made() {
        let workspace = it.workspace();
        for look in [PANE, SLIDE] {
            for matrix in [false, true] {
                let picture = drawn(&workspace, look, GroupsBy::Theme, matrix);
                let (wide, high) = Drawn::of(&picture).fills(&picture);
                let which = format!(
                    "{it:?} matrix {matrix} page {}: {wide} {high}",
                    look.is_page
                );
                // A single block is not stretched to the height of the room, and no block fills nothing.
                if it.themes > 1 {
                    assert!(wide.max(high) >= 0.8 && wide.min(high) >= 0.5, "{which}");
                }
            }
        }
    }
}

#[test]
fn claims_drawn_and_claims_counted_are_all_claims() {
    for it in all_made() {
        let workspace = it.workspace();
        let picture = drawn(&workspace, PANE, GroupsBy::Theme, false);
        let hits = picture
            .scene
            .hits
            .iter()
            .filter(|it| it.kind == HitKind::Link);
        let ids = hits.flat_map(|it| it.id.split(' '));
        let lines = ids.collect::<BTreeSet<_>>().len();
        let leading = |id: EventId| workspace.event(id).and_then(Event::leading_theme);
        let between = |it: &&model::Link| {
            let ends = leading(it.cause).zip(leading(it.effect));
            ends.is_some_and(|(from, to)| from != to)
        };
        let all = workspace.links.iter().filter(between).count();
        let rest = all - lines;
        let said = picture.counts.contains(&format!("{rest} claim"));
        assert!(
            rest == 0 || said,
            "{it:?}: {lines} of {all}, {}",
            picture.counts
        );
    }
}

#[test]
fn the_same_request_gives_the_same_picture() {
    let workspace = made(12, 40, 300, 90).workspace();
    for matrix in [false, true] {
        let one = drawn(&workspace, PANE, GroupsBy::Theme, matrix);
        assert_eq!(one, drawn(&workspace, PANE, GroupsBy::Theme, matrix));
    }
}

#[test]
fn zooming_into_what_has_no_room_brings_it_out_and_letters_stay() {
    let workspace = made(60, 0, 240, 40).workspace();
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let blocks = |zoom: f32| {
        let at = At {
            x_px: 0.0,
            y_px: 0.0,
            zoom,
        };
        let spec = ThemesSpec {
            look: PANE,
            at: Some(at),
            by: GroupsBy::Theme,
            wholes: false,
            shown: &shown,
            selected: None,
            hovered: None,
            hovered_group: None,
            highlight: None,
            matrix: false,
        };
        let picture = themes(&workspace, &spec);
        assert!(Drawn::of(&picture).least_text_px() >= LEAST_PX[0]);
        let items = picture.scene.items.iter();
        items
            .filter(|it| matches!(it, Item::Group { id, .. } if id.starts_with("theme-")))
            .count()
    };
    assert_eq!(blocks(0.3), blocks(1.0));
    assert!(blocks(3.0) > blocks(1.0));
}

#[test]
fn a_highlight_fades_what_has_no_part_in_it() {
    let workspace = made(6, 5, 47, 42).workspace();
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let first = &workspace.links[0];
    let highlight = Highlight {
        events: BTreeSet::from([first.cause, first.effect]),
        links: BTreeSet::from([first.id]),
    };
    let inks = |highlight: Option<&Highlight>| -> BTreeSet<u8> {
        let spec = ThemesSpec {
            look: PANE,
            at: None,
            by: GroupsBy::Theme,
            wholes: false,
            shown: &shown,
            selected: None,
            hovered: None,
            hovered_group: None,
            highlight,
            matrix: false,
        };
        let items = themes(&workspace, &spec).scene.items.into_iter();
        let ink = |it: Item| match it {
            Item::Text { color, .. } => Some(color.3),
            _ => None,
        };
        items.filter_map(ink).collect()
    };
    assert_eq!(inks(None), BTreeSet::from([255]));
    let faded = inks(Some(&highlight));
    assert!(faded.len() == 2 && faded.contains(&255), "{faded:?}");
}
