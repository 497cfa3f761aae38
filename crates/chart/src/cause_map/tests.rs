//! What the cause map must show, for a few events.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use model::{Event, EventId, ThemeId, Workspace};
use scene::{HitKind, Item, Theme};

use super::cause_map;
use crate::spec::{At, CauseMapSpec, Flow, Look, Picture};
use crate::testing::link;

/// 1 leads to 2 and 3, 2 to 3: the link from 1 to 3 is implied. 3 leads back to 1. 4 has no links.
fn workspace() -> Workspace {
    let event = |id| {
        Event::titled(
            EventId(id),
            format!("E{id:02}"),
            format!("Something number {id}"),
        )
    };
    Workspace {
        events: (1..=4).map(event).collect(),
        links: vec![link(1, 1, 2), link(2, 2, 3), link(3, 1, 3), link(4, 3, 1)],
        ..Workspace::default()
    }
}

static TRADE: OnceLock<BTreeSet<ThemeId>> = OnceLock::new();

fn draw(change: impl Fn(&mut CauseMapSpec<'_>)) -> Picture {
    draw_of(&workspace(), change)
}

fn draw_of(workspace: &Workspace, change: impl Fn(&mut CauseMapSpec<'_>)) -> Picture {
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let look = Look {
        width_px: 1200.0,
        height_px: 700.0,
        theme: Theme::Light,
        scroll_px: 0.0,
        fit: crate::Fit::Grows,
        is_page: false,
    };
    let mut spec = CauseMapSpec {
        look,
        at: None,
        flow: Flow::Right,
        implied: false,
        collapsed: &BTreeSet::new(),
        window: None,
        shown: &shown,
        passing: &shown,
        selected: None,
        hovered: None,
        as_of: None,
    };
    change(&mut spec);
    cause_map(workspace, &spec)
}

fn ids(picture: &Picture, kind: HitKind) -> BTreeSet<&str> {
    let hits = picture.scene.hits.iter().filter(|hit| hit.kind == kind);
    hits.map(|hit| hit.id.as_str()).collect()
}

fn says(picture: &Picture, words: &str) -> bool {
    picture.scene.items.iter().any(|item| match item {
        Item::Text { runs, .. } => runs.iter().any(|run| run.text.contains(words)),
        _ => false,
    })
}

#[test]
fn linked_events_are_boxes_and_implied_links_are_counted() {
    let picture = draw(|_| ());
    assert_eq!(
        ids(&picture, HitKind::Event),
        BTreeSet::from(["1", "2", "3"])
    );
    assert_eq!(
        ids(&picture, HitKind::Link),
        BTreeSet::from(["1", "2", "4"])
    );
    assert!(says(&picture, "1 indirect link hidden"));
    let all = draw(|spec| spec.implied = true);
    assert_eq!(ids(&all, HitKind::Link).len(), 4);
}

#[test]
fn a_collapsed_theme_is_one_box_with_the_links_that_leave_it() {
    let mut workspace = workspace();
    workspace.themes = vec![model::Theme {
        id: ThemeId(1),
        handle: "trade".to_owned(),
        name: "Trade".to_owned(),
        parent: None,
        hue: "blue".to_owned(),
    }];
    for event in &mut workspace.events[..2] {
        event.themes = vec![ThemeId(1)];
    }
    let picture = draw_of(&workspace, |spec| {
        spec.collapsed = TRADE.get_or_init(|| BTreeSet::from([ThemeId(1)]));
    });
    assert_eq!(ids(&picture, HitKind::Event), BTreeSet::from(["1", "3"]));
    assert!(says(&picture, "Trade: 2 events"));
    // The links from 1 and 2 to 3 are now one line, the link back another; the link between 1 and 2 is gone.
    assert_eq!(ids(&picture, HitKind::Link), BTreeSet::from(["2 3", "4"]));
}

#[test]
fn effects_stand_right_of_their_causes_and_what_closes_a_cycle_is_marked() {
    let picture = draw(|_| ());
    let x = |id: &str| {
        let mut hits = picture.scene.hits.iter();
        hits.find(|hit| hit.kind == HitKind::Event && hit.id == id)
            .map(|hit| hit.x)
    };
    assert!(x("1") < x("2") && x("2") < x("3"));
    assert!(says(&picture, "↩"));
}

#[test]
fn selecting_moves_nothing_and_a_window_zooms_everything() {
    let (plain, selected) = (draw(|_| ()), draw(|spec| spec.selected = Some(EventId(2))));
    let boxes = |picture: &Picture| -> Vec<(f32, f32)> {
        let hits = picture.scene.hits.iter();
        let events = hits.filter(|it| it.kind == HitKind::Event);
        events.map(|it| (it.x, it.y)).collect()
    };
    assert_eq!(boxes(&plain), boxes(&selected));
    assert_ne!(plain.scene.items, selected.scene.items);
    let near = draw(|spec| {
        spec.at = Some(At {
            x_px: 0.0,
            y_px: 0.0,
            zoom: 2.0,
        });
    });
    let width = |picture: &Picture| {
        picture
            .scene
            .hits
            .iter()
            .find(|it| it.kind == HitKind::Event)
            .map(|it| it.width)
    };
    assert_eq!(width(&near), width(&plain).map(|it| it * 2.0));
}

#[test]
fn a_pinned_box_has_a_sign_on_the_map_that_reads_this_way() {
    let mut workspace = workspace();
    let pin = model::Pin {
        board: model::Board::CauseMap,
        node: 2,
    };
    let slot = model::Slot {
        row: 1.0,
        after: None,
    };
    workspace.pins.set(pin, Some(slot));
    let has_sign = |flow| {
        let picture = draw_of(&workspace, |spec| spec.flow = flow);
        let mut legend = picture.legend.iter();
        legend.any(|it| it.key == "tone-5-pinned")
    };
    assert!(has_sign(Flow::Right) && !has_sign(Flow::Down));
}
