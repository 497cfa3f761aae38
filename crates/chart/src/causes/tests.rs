//! What the causal chart must show, for a few events.

use std::collections::BTreeSet;

use model::date::Day;
use model::{Event, EventId, FuzzyDate, Workspace};
use scene::{HitKind, Theme};

use super::causes;
use crate::spec::{CausesSpec, Look, Picture, Window};
use crate::testing::link;

fn event(id: i64, edtf: &str) -> Event {
    Event {
        date: Some(FuzzyDate::from_edtf(edtf).unwrap()),
        ..Event::titled(
            EventId(id),
            format!("E{id:02}"),
            format!("Something number {id} that takes a few words to tell"),
        )
    }
}

fn workspace() -> Workspace {
    let dates = [
        "2015",
        "2025-06-01",
        "2025-06-05",
        "2025-06-05",
        "../2025-06-09",
        "2025-06-07",
    ];
    Workspace {
        events: (1..).zip(dates).map(|(id, edtf)| event(id, edtf)).collect(),
        links: vec![
            link(1, 1, 3),
            link(2, 2, 3),
            link(3, 3, 4),
            link(4, 5, 4),
            link(5, 2, 3),
        ],
        ..Workspace::default()
    }
}

fn draw(selected: Option<EventId>) -> Picture {
    let workspace = workspace();
    let shown = workspace.events.iter().map(|event| event.id).collect();
    causes(&workspace, &spec(&shown, selected))
}

fn spec(shown: &BTreeSet<EventId>, selected: Option<EventId>) -> CausesSpec<'_> {
    CausesSpec {
        look: Look {
            width_px: 900.0,
            height_px: 500.0,
            theme: Theme::Light,
            scroll_px: 0.0,
            fit: crate::Fit::Grows,
            is_page: false,
        },
        window: Some(Window {
            from_days: 20_239.0,
            to_days: 20_260.0,
        }),
        shown,
        passing: shown,
        selected,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        as_of: Some(Day(20_250)),
        lanes: false,
        order: false,
    }
}

fn ids(picture: &Picture, kind: HitKind) -> BTreeSet<&str> {
    let hits = picture.scene.hits.iter().filter(|hit| hit.kind == kind);
    hits.map(|hit| hit.id.as_str()).collect()
}

#[test]
fn every_event_and_every_link_can_be_pointed_at() {
    let picture = draw(None);
    assert_eq!(
        ids(&picture, HitKind::Event),
        BTreeSet::from(["1", "2", "3", "4", "5", "6"])
    );
    // Links 2 and 5 claim the same and are drawn as one.
    assert_eq!(
        ids(&picture, HitKind::Link),
        BTreeSet::from(["1", "2 5", "3", "4"])
    );
    assert_eq!((picture.drawn, picture.earlier, picture.later), (5, 1, 0));
}

#[test]
fn the_same_workspace_gives_the_same_picture_and_selecting_moves_nothing() {
    assert_eq!(draw(None), draw(None));
    let (plain, selected) = (draw(None), draw(Some(EventId(3))));
    let boxes = |picture: &Picture| -> Vec<(f32, f32)> {
        let events = picture
            .scene
            .hits
            .iter()
            .filter(|hit| hit.kind == HitKind::Event);
        events.map(|hit| (hit.x, hit.y)).collect()
    };
    assert_eq!(boxes(&plain), boxes(&selected));
    assert_ne!(plain.scene.items, selected.scene.items);
}

#[test]
fn marks_stand_at_their_exact_time() {
    let picture = draw(None);
    let x = |id: &str| {
        picture
            .scene
            .hits
            .iter()
            .find(|hit| hit.id == id && hit.kind == HitKind::Event)
            .map(|hit| hit.x)
    };
    // Two events of the same day have the same x.
    assert_eq!(x("3"), x("4"));
    assert!(x("2") < x("3"));
}

#[test]
fn in_lanes_events_of_a_theme_stand_together() {
    let mut workspace = workspace();
    let theme = |(id, name): (i64, &str)| model::Theme {
        id: model::ThemeId(id),
        handle: name.to_lowercase(),
        name: name.to_owned(),
        parent: None,
        hue: "blue".to_owned(),
    };
    workspace.themes = [(1, "Trade"), (2, "Gulf")].map(theme).to_vec();
    for event in &mut workspace.events {
        event.themes = vec![model::ThemeId(1 + event.id.0 % 2)];
    }
    let shown = workspace.events.iter().map(|it| it.id).collect();
    let spec = CausesSpec {
        lanes: true,
        ..spec(&shown, None)
    };
    let picture = causes(&workspace, &spec);
    let rows = |odd: bool| -> Vec<f32> {
        let hits = picture.scene.hits.iter();
        // The sixth has no links and is listed below all lanes.
        let linked = hits.filter(|it| it.kind == HitKind::Event && it.id != "6");
        let of = linked.filter(|it| (it.id.parse::<i64>().unwrap() % 2 == 1) == odd);
        of.map(|it| it.y).collect()
    };
    let lowest = rows(false).into_iter().fold(0.0, f32::max);
    assert!(rows(true).into_iter().all(|y| y > lowest));
}

#[test]
fn a_pinned_event_stands_in_its_row_with_a_sign_until_lanes_say_where() {
    let mut workspace = workspace();
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|event| event.id).collect();
    let free = causes(&workspace, &spec(&shown, None));
    assert!(free.legend.iter().all(|it| it.key != "tone-5-pinned"));
    let y = |picture: &Picture, kind, id: &str| {
        let hit = picture
            .scene
            .hits
            .iter()
            .find(|hit| hit.kind == kind && hit.id == id);
        hit.map(|hit| hit.y + hit.height / 2.0)
            .expect("it is drawn")
    };
    // Above all others, where there is nothing yet.
    let pin = model::Pin {
        board: model::Board::Causes,
        node: 4,
    };
    workspace.pins.set(
        pin,
        Some(model::Slot {
            row: -1.0,
            after: None,
        }),
    );
    let held = causes(&workspace, &spec(&shown, None));
    for other in ["1", "2", "3", "5"] {
        assert!(y(&held, HitKind::Event, "4") < y(&held, HitKind::Event, other));
    }
    assert!((y(&held, HitKind::Row, "-1") - y(&held, HitKind::Event, "4")).abs() < 1.0);
    assert!(held.legend.iter().any(|it| it.key == "tone-5-pinned"));
    let lanes = |workspace: &Workspace| {
        let spec = CausesSpec {
            lanes: true,
            ..spec(&shown, None)
        };
        causes(workspace, &spec)
    };
    let pinned = lanes(&workspace);
    workspace.pins.set(pin, None);
    assert_eq!(pinned, lanes(&workspace));
}
