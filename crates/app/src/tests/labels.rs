//! How many labels of the sample's timeline are cut, over all zooms, lanes and widths of a window or a page.

use std::collections::BTreeMap;

use chart::{Fit, LanesBy, Look, Timeline, TimelineView, Window};
use scene::{Item, Theme};

use super::goldens::{ZOOMS, day};
use super::sample;

/// Labels of marks that are drawn.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Counted {
    whole: usize,
    cut: usize,
    /// Marks that have none.
    bare: usize,
}

/// A width, and how many labels may be cut or missing at it.
type Most = (f32, usize);

/// What is drawn on, and how high that is.
type Setup = (Fit, bool, f32);
/// A page that grows with what is on it, the window, and a page that counts what finds no room.
const GROWING: Setup = (Fit::Grows, true, 4000.0);
const WINDOW: Setup = (Fit::Grows, false, 900.0);
const COUNTING: Setup = (Fit::Counts, true, 430.0);

/// What may be cut or have no label, of all that is drawn at a width.
const MOST_CUT: [(Setup, [Most; 5]); 3] = [
    (
        WINDOW,
        [
            (470.0, 370),
            (700.0, 180),
            (1022.0, 74),
            (1280.0, 31),
            (1920.0, 13),
        ],
    ),
    (
        GROWING,
        [
            (470.0, 290),
            (700.0, 104),
            (1022.0, 47),
            (1280.0, 26),
            (1920.0, 12),
        ],
    ),
    (
        COUNTING,
        [
            (470.0, 132),
            (700.0, 77),
            (1022.0, 49),
            (1280.0, 37),
            (1920.0, 14),
        ],
    ),
];

#[test]
fn few_labels_are_cut() {
    for (ground, widths) in MOST_CUT {
        for (width_px, most) in widths {
            let mut all = Counted::default();
            for lanes in [LanesBy::Theme, LanesBy::Category, LanesBy::None] {
                for (_, days) in ZOOMS {
                    let it = counted(lanes, days, width_px, ground);
                    all.whole += it.whole;
                    all.cut += it.cut;
                    all.bare += it.bare;
                }
            }
            println!("{ground:?} {width_px}: {all:?}");
            assert!(all.cut + all.bare <= most, "{ground:?} {width_px}: {all:?}");
            // It is not that nothing was drawn.
            assert!(all.whole > 100, "{ground:?} {width_px}: {all:?}");
        }
    }
}

fn counted(
    lanes: LanesBy,
    days: Option<(&str, &str)>,
    width_px: f32,
    (fit, is_page, height_px): Setup,
) -> Counted {
    let session = sample();
    let workspace = session.workspace();
    let look = Look {
        width_px,
        height_px,
        theme: Theme::Light,
        scroll_px: 0.0,
        fit,
        is_page,
    };
    let view = TimelineView {
        look,
        window: days.map(|(from, to)| Window {
            from_days: day(from),
            to_days: day(to),
        }),
        selected: None,
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    };
    let mut timeline = Timeline::new(workspace, lanes, workspace.as_of, |_| true);
    let picture = timeline.draw(workspace, &view);
    let said = words_by_event(&picture.scene.items);
    let mut counted = Counted::default();
    for (id, words) in said {
        let event = workspace.events.iter().find(|it| it.id.to_string() == id);
        let title = event.map_or("", |it| it.title.as_str());
        if words.is_empty() {
            counted.bare += 1;
        } else if without_spaces(&words).starts_with(&without_spaces(title)) {
            counted.whole += 1;
        } else {
            counted.cut += 1;
        }
    }
    counted
}

fn without_spaces(words: &str) -> String {
    words.split_whitespace().collect()
}

/// What is written within the marks of each event, by its id.
fn words_by_event(items: &[Item]) -> BTreeMap<String, String> {
    let mut said: BTreeMap<String, String> = BTreeMap::new();
    let mut within = None;
    for item in items {
        match item {
            Item::Group { id, .. } => {
                let (_, event) = id.split_once('-').unwrap_or_default();
                said.entry(event.to_owned()).or_default();
                within = Some(event.to_owned());
            }
            Item::Ungroup => within = None,
            Item::Text { runs, .. } => {
                if let Some(words) = within.as_ref().and_then(|it| said.get_mut(it)) {
                    words.extend(runs.iter().map(|it| it.text.as_str()));
                }
            }
            _ => {}
        }
    }
    said
}
