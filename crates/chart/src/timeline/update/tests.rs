//! A timeline brought up to date is the one that would have been made anew.

use std::collections::BTreeSet;

use model::date::Day;
use model::{Event, EventId, FuzzyDate, Link, LinkId, Status, Theme, ThemeId, Workspace};
use proptest::prelude::*;

use crate::{LanesBy, Timeline};

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
        1..12i64,
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
    workspace.events.retain(|it| it.id != id);
    if edit.1 {
        let at = workspace.events.partition_point(|it| it.id < id);
        workspace.events.insert(at, event(edit));
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

proptest! {
    #[test]
    fn an_update_is_a_new_timeline(
        gestures in prop::collection::vec((
            prop::collection::vec(any_edit(), 0..4),
            prop::option::of(prop::collection::vec((1..12i64, 1..12i64), 0..6)),
        ), 1..12),
        dull in 0..6u8,
    ) {
        let mut workspace = workspace();
        let shown = |event: &Event| event.severity != dull;
        let made = |workspace: &Workspace| {
            Timeline::new(workspace, LanesBy::Theme, Some(Day(20_250)), shown)
        };
        let mut kept = made(&workspace);
        for (edits, links) in gestures {
            let touched: BTreeSet<EventId> = edits.iter().map(|it| EventId(it.0)).collect();
            edits.into_iter().for_each(|edit| apply(&mut workspace, edit));
            let linked = links.is_some();
            workspace.links = links.map_or(workspace.links, |it| it.into_iter().map(link).collect());
            kept.update(&workspace, &touched, shown);
            if linked {
                kept.recount(&workspace);
            }
            prop_assert_eq!(&kept, &made(&workspace));
        }
    }
}
