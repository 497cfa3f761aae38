//! Timelines of small workspaces: nothing overlaps, nothing is lost.

use std::collections::BTreeSet;

use chart::{LanesBy, Look, Picture, Timeline, TimelineView, Window};
use model::date::Day;
use model::{Event, EventId, FuzzyDate, Kind, Status, Theme, ThemeId, Tone, Workspace};
use scene::{HitKind, Item};

const DATES: [&str; 12] = [
    "2025-06-11",
    "2025-04",
    "[2025-05-01..2025-05-15]",
    "2025-05~",
    "2025-05/2025-06-05",
    "../2025-06-09",
    "2025-06-11/..",
    "2026-33",
    "2015-07-14",
    "[..2025-06-11]",
    "2025-06-10T18:30:00",
    "2025-05-14/2025-08-12",
];

fn event(id: i64) -> Event {
    let at = id as usize;
    Event {
        id: EventId(id),
        handle: format!("E{id}"),
        kind: Kind::ALL[at % Kind::ALL.len()],
        status: Status::ALL[at % Status::ALL.len()],
        title: format!("Entry {id} says something that takes room on its row"),
        summary: String::new(),
        date: Some(
            FuzzyDate::from_edtf(DATES[at % DATES.len()]).expect("the dates above are EDTF"),
        ),
        date_note: String::new(),
        category: None,
        cameo: String::new(),
        plover: String::new(),
        severity: (at % 5 + 1) as u8,
        tone: Tone::ALL[at % 3],
        likelihood: None,
        confidence: None,
        themes: vec![ThemeId(id % 4 + 1)],
        actors: Vec::new(),
        places: Vec::new(),
        figures: Vec::new(),
        tags: Vec::new(),
        dataset: None,
        concerns: None,
    }
}

fn workspace(count: i64) -> Workspace {
    let theme = |id: i64| Theme {
        id: ThemeId(id),
        handle: format!("theme-{id}"),
        name: format!("Theme number {id}"),
        parent: None,
        hue: "blue".into(),
    };
    Workspace {
        events: (1..=count).map(event).collect(),
        themes: (1..=4).map(theme).collect(),
        as_of: Some(Day(20_250)),
        ..Workspace::default()
    }
}

fn drawn(workspace: &Workspace, window: Option<Window>, height_px: f32) -> Picture {
    let look = Look {
        width_px: 864.0,
        height_px,
        theme: scene::Theme::Light,
        scroll_px: 0.0,
        fit: chart::Fit::Grows,
        is_page: false,
    };
    let view = TimelineView {
        look,
        window,
        selected: Some(EventId(3)),
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    };
    Timeline::new(workspace, LanesBy::Theme, workspace.as_of, |_| true).draw(workspace, &view)
}

/// The boxes of the texts in the plot: (left, right, top, bottom).
fn labels(picture: &Picture) -> Vec<(f32, f32, f32, f32)> {
    let mut clipped = 0;
    let mut boxes = Vec::new();
    for item in &picture.scene.items {
        match item {
            Item::Clip { x, .. } => clipped = if *x > 0.0 { 1 } else { 2 },
            Item::Unclip => clipped = 0,
            Item::Text { runs, y, size, .. } if clipped == 1 => {
                let left = runs.iter().map(|run| run.x).fold(f32::MAX, f32::min);
                let right = runs
                    .iter()
                    .map(|run| run.x + run.width)
                    .fold(f32::MIN, f32::max);
                boxes.push((left, right, y - size * 0.7, *y));
            }
            _ => {}
        }
    }
    boxes
}

#[test]
fn no_label_overlaps_another_or_leaves_the_plot() {
    for (count, window) in [
        (47, None),
        (300, None),
        (
            47,
            Some(Window {
                from_days: 20_245.0,
                to_days: 20_253.0,
            }),
        ),
        (
            47,
            Some(Window {
                from_days: 10_000.0,
                to_days: 30_000.0,
            }),
        ),
    ] {
        let picture = drawn(&workspace(count), window, 4000.0);
        let boxes = labels(&picture);
        assert!(boxes.len() > 5, "{count}: {} labels", boxes.len());
        for (index, a) in boxes.iter().enumerate() {
            assert!(a.0 >= 84.0 && a.1 <= 864.0, "{a:?}");
            for b in &boxes[index + 1..] {
                let apart = a.1 <= b.0 || b.1 <= a.0 || a.3 <= b.2 || b.3 <= a.2;
                assert!(apart, "{count} {window:?}: {a:?} {b:?}");
            }
        }
    }
}

#[test]
fn every_entry_is_drawn_or_counted() {
    let workspace = workspace(47);
    let picture = drawn(&workspace, None, 4000.0);
    assert_eq!(picture.drawn + picture.earlier + picture.later, 47);
    let mut pointed = BTreeSet::new();
    for hit in &picture.scene.hits {
        match hit.kind {
            HitKind::Event | HitKind::Bucket => {
                pointed.extend(hit.id.split(' ').map(str::to_owned));
            }
            _ => {}
        }
    }
    assert_eq!(pointed.len(), picture.drawn);
}

#[test]
fn panning_changes_no_row() {
    let workspace = workspace(60);
    let rows = |from_days: f64| {
        let window = Window {
            from_days,
            to_days: from_days + 120.0,
        };
        let picture = drawn(&workspace, Some(window), 6000.0);
        let hits = picture
            .scene
            .hits
            .into_iter()
            .filter(|hit| hit.kind == HitKind::Event);
        hits.map(|hit| (hit.id, hit.y))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let (before, after) = (rows(20_180.0), rows(20_190.0));
    let both: Vec<_> = before
        .iter()
        .filter_map(|(id, y)| Some((y, after.get(id)?)))
        .collect();
    assert!(both.len() > 20);
    let shift = both[0].1 - both[0].0;
    assert!(
        both.iter()
            .all(|(y, moved)| (*moved - *y - shift).abs() < 20.0)
    );
}

#[test]
fn the_same_input_gives_the_same_scene_and_nothing_shown_is_a_picture_too() {
    let workspace = workspace(47);
    assert_eq!(
        drawn(&workspace, None, 800.0),
        drawn(&workspace, None, 800.0)
    );
    let empty = drawn(
        &Workspace {
            as_of: Some(Day(20_250)),
            ..Workspace::default()
        },
        None,
        400.0,
    );
    assert!(!empty.scene.items.is_empty());
}

#[test]
fn a_crowded_lane_counts_what_does_not_fit() {
    let workspace = workspace(3000);
    let picture = drawn(&workspace, None, 4000.0);
    let buckets = picture
        .scene
        .hits
        .iter()
        .filter(|hit| hit.kind == HitKind::Bucket);
    assert!(buckets.count() > 0);
    assert!(picture.content_height_px < 4.0 * 26.0 * 16.0);
}
