//! How lanes are folded, ordered, and counted from events.

use chart::{Lanes, Look, Picture, Timeline, TimelineView, Window};
use model::{
    Basis, Confidence, Event, EventId, FuzzyDate, Link, LinkId, Theme, ThemeId, Workspace,
};
use scene::{HitKind, Item};

fn theme(id: i64, parent: Option<i64>) -> Theme {
    Theme {
        id: ThemeId(id),
        handle: format!("t{id}"),
        name: format!("Theme {id}"),
        parent: parent.map(ThemeId),
        hue: String::from("blue"),
    }
}

fn event(id: i64, day: &str, theme: i64) -> Event {
    Event {
        date: FuzzyDate::from_edtf(day).ok(),
        themes: vec![ThemeId(theme)],
        ..Event::titled(EventId(id), format!("E{id}"), format!("Entry {id}"))
    }
}

fn link(id: i64, cause: i64, effect: i64) -> Link {
    Link {
        id: LinkId(id),
        cause: EventId(cause),
        effect: EventId(effect),
        link_type: String::from("leads_to"),
        wording: String::new(),
        strength: None,
        confidence: Confidence::Moderate,
        lag_days: None,
        basis: Basis::Reported,
        note: String::new(),
        rivals: String::new(),
    }
}

/// Theme 3 is part of theme 1; two sequences of three events each, ten days and a year apart.
fn workspace() -> Workspace {
    Workspace {
        themes: vec![theme(1, None), theme(2, None), theme(3, Some(1))],
        events: vec![
            event(1, "2025-03-01", 1),
            event(2, "2025-03-11", 3),
            event(3, "2025-03-21", 3),
            event(4, "2024-03-01", 2),
            event(5, "2024-03-11", 2),
            event(6, "2024-03-31", 2),
        ],
        links: vec![
            link(11, 1, 2),
            link(12, 2, 3),
            link(13, 4, 5),
            link(14, 5, 6),
        ],
        ..Workspace::default()
    }
}

fn drawn(workspace: &Workspace, lanes: Lanes, window: Option<Window>) -> Picture {
    let view = TimelineView {
        look: Look {
            width_px: 900.0,
            height_px: 600.0,
            theme: scene::Theme::Light,
            scroll_px: 0.0,
            fit: chart::Fit::Grows,
            is_page: false,
        },
        window,
        selected: None,
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    };
    Timeline::new(workspace, lanes, None, |_| true).draw(workspace, &view)
}

fn lanes_of(picture: &Picture) -> Vec<&str> {
    let hits = picture.scene.hits.iter();
    hits.filter(|it| it.kind == HitKind::Lane)
        .map(|it| it.id.as_str())
        .collect()
}

fn says(picture: &Picture, words: &str) -> bool {
    picture.scene.items.iter().any(|item| match item {
        Item::Text { runs, .. } => runs.iter().any(|run| run.text.contains(words)),
        _ => false,
    })
}

#[test]
fn parts_stand_under_their_whole_and_fold_into_it() {
    let workspace = workspace();
    let open = drawn(&workspace, Lanes::default(), None);
    assert_eq!(lanes_of(&open), ["t1", "t3", "t2"]);
    let folded = Lanes {
        folded: [String::from("t1")].into(),
        ..Lanes::default()
    };
    let picture = drawn(&workspace, folded, None);
    assert_eq!(lanes_of(&picture), ["t1", "t2"]);
    assert!(says(&picture, "Theme 1 +1"));
    assert_eq!(picture.drawn + picture.earlier + picture.later, 6);
}

#[test]
fn lanes_stand_in_the_order_of_their_first_date_if_asked() {
    let by_first = Lanes {
        by_first: true,
        ..Lanes::default()
    };
    let mut workspace = workspace();
    assert_eq!(
        lanes_of(&drawn(&workspace, by_first.clone(), None)),
        ["t2", "t1", "t3"]
    );

    let mut timeline = Timeline::new(&workspace, by_first.clone(), None, |_| true);
    workspace.events[2].date = FuzzyDate::from_edtf("2020-01-01").ok();
    timeline.update(&workspace, &[EventId(3)].into(), |_| true);
    assert_eq!(
        timeline,
        Timeline::new(&workspace, by_first, None, |_| true)
    );
}

#[test]
fn courses_lie_side_by_side_from_their_triggers() {
    let workspace = workspace();
    let since = Lanes {
        since: vec![EventId(1), EventId(4), EventId(1)],
        ..Lanes::default()
    };
    let window = Window {
        from_days: -5.0,
        to_days: 40.0,
    };
    let picture = drawn(&workspace, since, Some(window));
    assert_eq!(lanes_of(&picture), ["E1", "E4"]);
    assert!(says(&picture, "day 0") && says(&picture, "+10 days"));
    let x = |id: i64| {
        let is_it = |it: &&scene::Hit| it.kind == HitKind::Event && it.id == id.to_string();
        picture
            .scene
            .hits
            .iter()
            .find(is_it)
            .map(|it| it.x + it.width * 0.5)
    };
    assert_eq!(x(1), x(4), "both begin on day 0");
    assert_eq!(x(2), x(5), "and go on after ten days");
    assert!(x(3) < x(6), "then one is slower");
}
