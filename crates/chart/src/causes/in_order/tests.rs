//! What must hold for everything that is drawn in order: letters of full size, nothing over text, counts that add up.

use std::collections::BTreeSet;

use model::date::Day;
use model::{Event, EventId, FuzzyDate, LinkId, Workspace};
use proptest::prelude::*;
use scene::{Bounds, HitKind, Item, Segment, Theme};

use super::super::causes;
use crate::spec::{CausesSpec, Fit, Highlight, Look, Picture};
use crate::testing::link;

const WORDS: [&str; 8] = [
    "Talks in Geneva",
    "a rare call between leaders",
    "China restricts exports",
    "shares close higher, ahead of the meeting",
    "says the other side broke the deal",
    "pause runs out",
    "orders non-essential staff to leave the embassy",
    "tariffs",
];

/// Events on few days around 11 June 2025, some without a known start; each leads to up to two others.
fn workspace(count: usize, seed: usize) -> Workspace {
    let date = |at: usize| match (at * 7 + seed) % 9 {
        0 => String::from("../2025-06-09"),
        1 => String::from("2015"),
        2 => String::from("2025-04-02/2025-06-09"),
        3 => format!("2025-05-{:02}", 1 + (at * 5 + seed) % 28),
        4 => String::from("2025-08"),
        _ => format!("2025-06-{:02}", 5 + (at + seed) % 7),
    };
    let event = |at: usize| {
        let words =
            (0..1 + (at + seed) % 4).map(|it| WORDS[(at * 3 + it * 5 + seed) % WORDS.len()]);
        Event {
            date: Some(FuzzyDate::from_edtf(&date(at)).unwrap()),
            severity: 1 + (at % 5) as u8,
            ..Event::titled(
                EventId(at as i64 + 1),
                format!("E{at}"),
                words.collect::<Vec<_>>().join(" "),
            )
        }
    };
    let ends = |at: usize| (1 + at % count, 1 + (at * 5 + seed * 3 + at / count) % count);
    let links = (0..count + count / 4)
        .map(|at| (at, ends(at)))
        .filter(|it| it.1.0 != it.1.1);
    Workspace {
        events: (0..count).map(event).collect(),
        links: links
            .map(|(at, (cause, effect))| link(at as i64 + 1, cause as i64, effect as i64))
            .collect(),
        ..Workspace::default()
    }
}

fn spec(
    shown: &BTreeSet<EventId>,
    (width_px, height_px): (f32, f32),
    is_page: bool,
) -> CausesSpec<'_> {
    CausesSpec {
        look: Look {
            width_px,
            height_px,
            theme: Theme::Light,
            scroll_px: 0.0,
            fit: Fit::Grows,
            is_page,
        },
        window: None,
        shown,
        passing: shown,
        selected: None,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        as_of: Some(Day(20_250)),
        lanes: false,
        order: true,
    }
}

fn draw(workspace: &Workspace, size_px: (f32, f32), is_page: bool) -> Picture {
    let shown = workspace.events.iter().map(|it| it.id).collect();
    causes(workspace, &spec(&shown, size_px, is_page))
}

/// The items of each group whose name begins so.
fn groups<'a>(picture: &'a Picture, name: &str) -> Vec<(&'a str, Vec<&'a Item>)> {
    let mut found: Vec<(&str, Vec<&Item>)> = Vec::new();
    let mut is_inside = false;
    for item in &picture.scene.items {
        match item {
            Item::Group { id, .. } => {
                is_inside = id.starts_with(name);
                if is_inside {
                    found.push((id, Vec::new()));
                }
            }
            Item::Ungroup => is_inside = false,
            item if is_inside => found.last_mut().unwrap().1.push(item),
            _ => {}
        }
    }
    found
}

fn overlap(a: &Bounds, b: &Bounds) -> bool {
    a.left < b.right - 0.5
        && b.left < a.right - 0.5
        && a.top < b.bottom - 0.5
        && b.top < a.bottom - 0.5
}

/// The straight pieces of an item.
fn pieces(item: &Item) -> Vec<Bounds> {
    let Item::Path { path, .. } = item else {
        return Vec::new();
    };
    let (mut at, mut found) = ((0.0_f32, 0.0_f32), Vec::new());
    for segment in &path.0 {
        let to = match *segment {
            Segment::Move(x, y) => {
                at = (x, y);
                continue;
            }
            Segment::Line(x, y) | Segment::Cubic(.., x, y) => (x, y),
            Segment::Close => continue,
        };
        found.push(Bounds {
            left: at.0.min(to.0),
            top: at.1.min(to.1),
            right: at.0.max(to.0),
            bottom: at.1.max(to.1),
        });
        at = to;
    }
    found
}

/// The text of entries, each with its group.
fn texts(picture: &Picture) -> Vec<(String, Bounds)> {
    let mut found = Vec::new();
    for (id, items) in groups(picture, "event-") {
        let texts = items.iter().filter(|it| matches!(it, Item::Text { .. }));
        found.extend(texts.filter_map(|it| Some((id.to_owned(), it.bounds()?))));
    }
    found
}

fn check(picture: &Picture, least_px: f32) -> Result<(), TestCaseError> {
    for item in &picture.scene.items {
        if let Item::Text { size, .. } = item {
            prop_assert!(*size >= least_px, "{size}");
        }
    }
    let texts = texts(picture);
    for (at, (_, a)) in texts.iter().enumerate() {
        prop_assert!(
            a.left >= 0.0 && a.right <= picture.scene.width_px + 0.5,
            "{a:?}"
        );
        prop_assert!(texts[at + 1..].iter().all(|b| !overlap(a, &b.1)), "{a:?}");
    }
    for (id, items) in groups(picture, "link-") {
        for piece in items.iter().flat_map(|it| pieces(it)) {
            let through = texts.iter().find(|it| overlap(&piece, &it.1));
            prop_assert!(through.is_none(), "{id} {piece:?} {through:?}");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]
    #[test]
    fn letters_keep_their_size_and_nothing_runs_through_text(
        count in 2_usize..130, seed in 0_usize..1000, is_page: bool,
    ) {
        let workspace = workspace(count, seed);
        let picture = draw(&workspace, (1022.0, 480.0), is_page);
        check(&picture, if is_page { 10.0 } else { 11.0 })?;
        if is_page {
            prop_assert!(picture.content_height_px <= 480.0, "{}", picture.content_height_px);
            let bottom = texts(&picture).iter().map(|it| it.1.bottom).fold(0.0, f32::max);
            prop_assert!(bottom <= 480.0, "{bottom}");
        }
    }

    #[test]
    fn counts_add_up(count in 2_usize..160, seed in 0_usize..1000) {
        let workspace = workspace(count, seed);
        let picture = draw(&workspace, (1022.0, 480.0), true);
        let numbers = picture.counts.split(|it: char| !it.is_ascii_digit()).filter_map(|it| it.parse().ok());
        let numbers: Vec<usize> = numbers.collect();
        let hidden = if picture.counts.contains("no room") { numbers[4] } else { 0 };
        let drawn = picture.scene.hits.iter().filter(|it| it.kind == HitKind::Event);
        prop_assert_eq!(drawn.map(|it| &it.id).collect::<BTreeSet<_>>().len() + hidden, numbers[0], "{}", &picture.counts);
        prop_assert_eq!(numbers[1], count);
        prop_assert!(numbers[3] <= numbers[2] && numbers[2] <= numbers[0]);
    }
}

#[test]
fn the_chain_through_what_is_pointed_at_keeps_its_ink() {
    let mut workspace = workspace(6, 0);
    workspace.links = vec![link(1, 1, 2), link(2, 2, 3), link(3, 4, 5)];
    let shown: BTreeSet<EventId> = workspace.events.iter().map(|it| it.id).collect();
    let full = |spec: &CausesSpec<'_>| -> BTreeSet<String> {
        let picture = causes(&workspace, spec);
        let is_full = |items: &Vec<&Item>| {
            items
                .iter()
                .any(|it| matches!(it, Item::Text { color, .. } if color.3 == 255))
        };
        groups(&picture, "event-")
            .into_iter()
            .filter(|it| is_full(&it.1))
            .map(|it| it.0.to_owned())
            .collect()
    };
    let named = |ids: &[i64]| {
        ids.iter()
            .map(|it| format!("event-{it}"))
            .collect::<BTreeSet<_>>()
    };
    for order in [true, false] {
        let plain = CausesSpec {
            order,
            ..spec(&shown, (1022.0, 480.0), false)
        };
        let chain = CausesSpec {
            hovered: Some(EventId(2)),
            ..plain.clone()
        };
        assert_eq!(full(&chain), named(&[1, 2, 3]));
        let of_link = CausesSpec {
            hovered_link: Some(LinkId(3)),
            ..plain.clone()
        };
        assert_eq!(full(&of_link), named(&[4, 5]));
        let part = Highlight {
            events: BTreeSet::from([EventId(5)]),
            links: BTreeSet::new(),
        };
        let highlighted = CausesSpec {
            highlight: Some(&part),
            ..plain.clone()
        };
        assert_eq!(full(&highlighted), named(&[5]));
    }
}

#[test]
fn the_start_decides_and_open_starts_stand_first() {
    let workspace = Workspace {
        events: [
            (1, "2025-06-11"),
            (2, "../2025-06-11"),
            (3, "2025-04-02/2025-06-11"),
            (4, "2025-08"),
        ]
        .map(|(id, edtf)| Event {
            date: Some(FuzzyDate::from_edtf(edtf).unwrap()),
            ..Event::titled(EventId(id), format!("E{id}"), format!("Entry number {id}"))
        })
        .to_vec(),
        links: vec![link(1, 2, 3), link(2, 3, 1), link(3, 1, 4)],
        ..Workspace::default()
    };
    let picture = draw(&workspace, (1022.0, 480.0), true);
    let x = |id: &str| {
        let hit = picture
            .scene
            .hits
            .iter()
            .find(|it| it.kind == HitKind::Event && it.id == id);
        hit.map(|it| it.x).unwrap()
    };
    assert!(x("2") < x("3") && x("3") < x("1") && x("1") < x("4"));
    assert_eq!(
        picture.counts,
        "4 of 4 entries have links: 4 named, 4 of them in full. 3 of 3 links"
    );
    assert_eq!(picture, draw(&workspace, (1022.0, 480.0), true));
}
