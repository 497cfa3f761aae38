//! What the cause map must show, for a few events.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use model::{Board, Event, EventId, LinkId, Pin, Slot, ThemeId, Workspace};
use scene::{HitKind, Item, Theme};

use super::cause_map;
use crate::legible::legibility;
use crate::spec::{At, CauseMapSpec, Flow, Highlight, Look, Picture};
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
static NOTHING: OnceLock<BTreeSet<ThemeId>> = OnceLock::new();

fn draw(change: impl Fn(&mut CauseMapSpec<'_>)) -> Picture {
    draw_of(&workspace(), change)
}

fn draw_of(workspace: &Workspace, change: impl Fn(&mut CauseMapSpec<'_>)) -> Picture {
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let nothing = BTreeSet::new();
    let mut spec = spec(&shown, &nothing);
    change(&mut spec);
    cause_map(workspace, &spec)
}

fn spec<'a>(shown: &'a BTreeSet<EventId>, folded: &'a BTreeSet<EventId>) -> CauseMapSpec<'a> {
    let look = Look {
        width_px: 1200.0,
        height_px: 700.0,
        theme: Theme::Light,
        scroll_px: 0.0,
        fit: crate::Fit::Grows,
        is_page: false,
    };
    CauseMapSpec {
        look,
        at: None,
        flow: Flow::Down,
        implied: false,
        collapsed: NOTHING.get_or_init(BTreeSet::new),
        folded,
        window: None,
        shown,
        passing: shown,
        selected: None,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        hint: None,
        as_of: None,
    }
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
fn linked_events_are_drawn_and_implied_links_are_counted() {
    let picture = draw(|_| ());
    assert_eq!(
        ids(&picture, HitKind::Event),
        BTreeSet::from(["1", "2", "3"])
    );
    assert_eq!(
        ids(&picture, HitKind::Link),
        BTreeSet::from(["1", "2", "4"])
    );
    assert!(picture.map.as_ref().is_some_and(|it| it.implied == 1));
    let all = draw(|spec| spec.implied = true);
    assert_eq!(ids(&all, HitKind::Link).len(), 4);
}

#[test]
fn an_implied_link_is_drawn_while_it_is_selected() {
    let picture = draw(|spec| spec.selected_link = Some(LinkId(3)));
    assert!(ids(&picture, HitKind::Link).contains("3"));
    assert!(picture.map.as_ref().is_some_and(|it| it.implied == 0));
}

#[test]
fn a_collapsed_theme_is_one_entry_with_the_links_that_leave_it() {
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
fn effects_stand_below_their_causes() {
    let picture = draw(|_| ());
    let y = |id: &str| {
        let mut hits = picture.scene.hits.iter();
        hits.find(|hit| hit.kind == HitKind::Event && hit.id == id)
            .map(|hit| hit.y)
    };
    assert!(y("1") < y("2") && y("2") < y("3"));
}

#[test]
fn to_the_right_effects_stand_right_of_their_causes_and_no_line_meets_text() {
    let picture = draw(|spec| spec.flow = Flow::Right);
    let x = |id: &str| {
        let mut hits = picture.scene.hits.iter();
        hits.find(|hit| hit.kind == HitKind::Event && hit.id == id)
            .map(|hit| hit.x)
    };
    assert!(x("1") < x("2") && x("2") < x("3"));
    assert_eq!(
        legibility(&picture.scene).faults(11.0),
        Vec::<String>::new()
    );
    assert!(says(&picture, "cause on the left"));
}

#[test]
fn each_direction_has_pins_of_its_own_which_hold() {
    let mut workspace = workspace();
    workspace.links = vec![link(1, 1, 2), link(2, 1, 3), link(3, 1, 4)];
    let across = |picture: &Picture, id: &str, is_down: bool| {
        let mut hits = picture.scene.hits.iter();
        let hit = hits.find(|hit| hit.kind == HitKind::Event && hit.id == id);
        hit.map(|it| if is_down { it.x } else { it.y }).unwrap()
    };
    for (board, flow) in [
        (Board::CauseMapDown, Flow::Down),
        (Board::CauseMap, Flow::Right),
    ] {
        for (id, after) in [(2, Some(4)), (4, Some(3)), (3, None)] {
            let slot = Slot { row: 1.0, after };
            workspace.pins.set(Pin { board, node: id }, Some(slot));
        }
        let picture = draw_of(&workspace, |spec| spec.flow = flow);
        let at = |id| across(&picture, id, flow == Flow::Down);
        assert!(at("3") < at("4") && at("4") < at("2"), "{flow:?}");
        assert!(picture.legend.iter().any(|it| it.words == "pinned"));
    }
}

/// Where entries, links and headings can be pointed at.
fn places(picture: &Picture) -> Vec<(String, f32, f32)> {
    let hits = picture.scene.hits.iter();
    let mut places: Vec<(String, f32, f32)> = hits.map(|it| (it.id.clone(), it.x, it.y)).collect();
    places.sort_by(|a, b| {
        a.0.cmp(&b.0)
            .then(a.1.total_cmp(&b.1))
            .then(a.2.total_cmp(&b.2))
    });
    places
}

#[test]
fn emphasis_moves_nothing_and_shows() {
    let mut workspace = workspace();
    workspace.events.push(Event::titled(
        EventId(5),
        String::from("E05"),
        String::from("Five"),
    ));
    workspace.links.push(link(5, 5, 4));
    let draw = |change: &dyn Fn(&mut CauseMapSpec<'_>)| draw_of(&workspace, change);
    let plain = draw(&|_| ());
    static LIT: OnceLock<Highlight> = OnceLock::new();
    let lit = LIT.get_or_init(|| Highlight {
        events: BTreeSet::from([EventId(1)]),
        links: BTreeSet::new(),
    });
    let emphasized = [
        draw(&|spec| spec.selected = Some(EventId(2))),
        draw(&|spec| spec.selected_link = Some(LinkId(1))),
        draw(&|spec| spec.hovered = Some(EventId(2))),
        draw(&|spec| spec.hovered_link = Some(LinkId(2))),
        draw(&|spec| spec.highlight = Some(lit)),
    ];
    for it in emphasized {
        assert_eq!(places(&it), places(&plain));
        assert_ne!(it.scene.items, plain.scene.items);
    }
}

#[test]
fn letters_keep_their_size_at_every_zoom_and_entries_become_cards() {
    let near = |zoom: f32| {
        draw(|spec| {
            spec.at = Some(At {
                x_px: 0.0,
                y_px: 0.0,
                zoom,
            });
        })
    };
    for zoom in [0.4, 1.0, 1.5, 3.0] {
        let picture = near(zoom);
        assert_eq!(
            legibility(&picture.scene).faults(11.0),
            Vec::<String>::new()
        );
    }
    let cards = near(1.6);
    let hit = cards.scene.hits.iter().find(|it| it.kind == HitKind::Event);
    assert!(hit.is_some_and(|it| it.height > 50.0), "{hit:?}");
    assert!(says(&cards, "no date"));
}

#[test]
fn what_is_behind_an_entry_is_put_away_and_counted() {
    let mut workspace = workspace();
    workspace.links.truncate(2);
    let folded = BTreeSet::from([EventId(2)]);
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let picture = cause_map(&workspace, &spec(&shown, &folded));
    assert_eq!(ids(&picture, HitKind::Event), BTreeSet::from(["1", "2"]));
    assert_eq!(ids(&picture, HitKind::Bucket), BTreeSet::from(["3"]));
    assert!(says(&picture, "+1"));
    let facts = picture.map.unwrap();
    assert_eq!((facts.entries, facts.named, facts.counted), (3, 2, 1));
}

#[test]
fn a_page_too_small_for_all_says_what_is_left_out() {
    let mut workspace = workspace();
    workspace.events = (1..=90)
        .map(|id| {
            let title = format!("Something that happened as number {id} of very many events");
            Event::titled(EventId(id), format!("E{id:02}"), title)
        })
        .collect();
    workspace.links = (2..=90).map(|id| link(id, (id / 3).max(1), id)).collect();
    let picture = draw_of(&workspace, |spec| {
        (spec.look.width_px, spec.look.height_px, spec.look.is_page) = (600.0, 330.0, true);
    });
    let facts = picture.map.unwrap();
    let sum = facts.named + facts.shortest + facts.marks + facts.counted;
    assert_eq!((facts.entries, sum), (90, 90));
    assert!(
        facts.named >= 6 && facts.marks + facts.counted > 0,
        "{}",
        facts.counts
    );
    assert_eq!(
        legibility(&picture.scene).faults(10.0),
        Vec::<String>::new()
    );
}
