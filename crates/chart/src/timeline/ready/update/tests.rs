//! An updated timeline equals one made from scratch.

use std::collections::BTreeSet;

use model::date::Day;
use model::{Event, EventId, FuzzyDate, Link, LinkId, Status, Theme, ThemeId, Workspace};
use proptest::prelude::*;

use crate::{LanesBy, Look, Timeline, TimelineView, Window};

const DATES: [&str; 8] = [
    "2025-06-11",
    "2025-06",
    "2025-05/2025-06-05",
    "../2025-06-09",
    "2025-06-11/",
    "[..2025-06-11]",
    "2024-01-02",
    "2025-05~",
];

/// One edit: which event, whether it is there afterwards, and what it says.
type Edit = (i64, bool, usize, i64, u8, usize);

fn any_edit() -> impl Strategy<Value = Edit> {
    (
        1..90i64,
        any::<bool>(),
        0..DATES.len() + 2,
        1..4i64,
        1..6u8,
        0..40usize,
    )
}

fn event((id, _, date, theme, severity, letters): Edit) -> Event {
    Event {
        status: if letters % 3 == 0 {
            Status::Planned
        } else {
            Status::Happened
        },
        date: DATES
            .get(date)
            .map(|edtf| FuzzyDate::from_edtf(edtf).unwrap()),
        severity,
        themes: vec![ThemeId(theme)],
        ..Event::titled(EventId(id), format!("E{id}"), "n".repeat(letters))
    }
}

fn link((cause, effect): (i64, i64)) -> Link {
    Link {
        id: LinkId(cause * 100 + effect),
        cause: EventId(cause),
        effect: EventId(effect),
        link_type: "triggers".into(),
        wording: String::new(),
        strength: None,
        confidence: model::Confidence::Moderate,
        lag_days: None,
        basis: model::Basis::Judged,
        note: String::new(),
        rivals: String::new(),
    }
}

fn apply(workspace: &mut Workspace, edit: Edit) {
    let id = EventId(edit.0);
    let at = workspace.events.partition_point(|it| it.id < id);
    let was = workspace.events.extract_if(.., |it| it.id == id).next();
    if edit.1 {
        let mut event = event(edit);
        // Every other edit leaves its date and its lane as they are.
        if let Some(was) = was
            && edit.5 % 2 == 1
        {
            (event.date, event.themes) = (was.date, was.themes);
        }
        workspace.events.insert(at, event);
    }
}

fn workspace() -> Workspace {
    let theme = |id: i64| Theme {
        id: ThemeId(id),
        handle: format!("theme-{id}"),
        name: format!("Theme {id}"),
        parent: None,
        hue: "blue".into(),
    };
    Workspace {
        themes: (1..=3).map(theme).collect(),
        ..Workspace::default()
    }
}

/// The window begins on a day and lasts so many.
fn view(window: Option<(f64, f64)>, selected: EventId) -> TimelineView<'static> {
    TimelineView {
        look: Look {
            width_px: 700.0,
            height_px: 500.0,
            theme: scene::Theme::Light,
            scroll_px: 0.0,
            fit: crate::Fit::Grows,
            is_page: false,
        },
        window: window.map(|(from_days, days)| Window {
            from_days,
            to_days: from_days + days,
        }),
        selected: Some(selected),
        steps: 1,
        links: false,
        selected_link: None,
        hovered: None,
        hovered_link: None,
        highlight: None,
        overview: true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn an_update_is_a_new_timeline(
        gestures in prop::collection::vec((
            prop::collection::vec(any_edit(), 0..4),
            prop::option::of(prop::collection::vec((1..90i64, 1..90i64), 0..6)),
        ), 1..12),
        dull in 0..6u8,
        whole in prop_oneof![Just(0), Just(usize::MAX)],
    ) {
        let mut workspace = workspace();
        (1..80).for_each(|id| apply(&mut workspace, (id, true, id as usize % 10, 1, 3, 20)));
        let shown = |event: &Event| event.severity != dull;
        let made = |workspace: &Workspace| {
            let mut made = Timeline::new(workspace, LanesBy::Theme, Some(Day(20_250)), shown);
            made.whole = whole;
            made
        };
        let mut kept = made(&workspace);
        for (edits, links) in gestures {
            let touched: BTreeSet<EventId> = edits.iter().map(|it| EventId(it.0)).collect();
            edits.into_iter().for_each(|edit| apply(&mut workspace, edit));
            let linked = links.is_some();
            workspace.links = links.map_or(workspace.links, |it| it.into_iter().map(link).collect());
            kept.update(&workspace, &touched, shown);
            kept.whole = whole;
            if linked {
                kept.recount(&workspace);
            }
            let mut new = made(&workspace);
            prop_assert!(kept == new);
            let (month, day) = (33.3, 0.9);
            for (from, length, selected) in
                [(None, month, 1), (Some(20_240.0), month, 40), (Some(20_245.0), month, 40), (Some(20_250.0), day, 2)]
            {
                let view = view(from.map(|from| (from, length)), EventId(selected));
                prop_assert!(kept.draw(&workspace, &view) == new.draw(&workspace, &view));
                new = made(&workspace);
            }
        }
    }
}
