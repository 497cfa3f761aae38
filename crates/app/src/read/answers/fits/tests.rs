//! What the check says of links that contradict the dates.

use model::{
    Basis, Confidence, Event, Link, LinkType, OrderRule, Sign, WhatIf, Workspace as Stored,
};

use super::*;

/// "Oil rises" causes "Strike", with these dates and this order rule.
fn with_dates(cause: &str, effect: &str, order: OrderRule, lag_days: Option<i32>) -> Stored {
    let event = |id, title: &str, edtf: &str| Event {
        date: FuzzyDate::from_edtf(edtf).ok(),
        ..Event::titled(EventId(id), format!("E{id}"), title)
    };
    let link = Link {
        id: LinkId(1),
        cause: EventId(1),
        effect: EventId(2),
        link_type: String::from("causes"),
        wording: String::new(),
        strength: None,
        confidence: Confidence::Moderate,
        lag_days,
        basis: Basis::Reported,
        note: String::new(),
        rivals: String::new(),
    };
    let link_type = LinkType {
        handle: String::from("causes"),
        label: String::from("causes"),
        sign: Sign::Plus,
        order,
        what_if: WhatIf::No,
        meaning: String::new(),
    };
    Stored {
        events: vec![event(1, "Oil rises", cause), event(2, "Strike", effect)],
        links: vec![link],
        link_types: vec![link_type],
        ..Stored::default()
    }
}

fn said(workspace: &Stored) -> String {
    let shown = workspace.events.iter().map(|it| it.id).collect();
    let fit = fit(workspace, &shown);
    let first = fit.contradictions.first();
    first.map_or_else(|| String::from("fits"), |it| sentence(workspace, it))
}

#[test]
fn events_are_named_by_their_titles() {
    let workspace = with_dates("2025-06-12", "2025-06-01", OrderRule::CauseFirst, None);
    assert_eq!(
        said(&workspace),
        "“Oil rises” causes “Strike”; but “Strike” is dated 1 June 2025 and “Oil rises” is dated 12 June 2025: \
         effect precedes cause by 11 days."
    );
}

#[test]
fn lengths_are_counted_from_day_to_day() {
    for (cause, effect, wanted) in [
        ("2025-06-12", "2025-06-01", "11 days"),
        ("2025-06-02", "2025-06-01", "1 day"),
        ("2025-06-01", "2025-06-01", "fits"),
        ("2025-03-01", "2025-02-28", "1 day"),
        ("2024-03-01", "2024-02-28", "2 days"),
        ("2026-01-01", "2025-12-31", "1 day"),
        ("2025-06-12", "2024-06-12", "365 days"),
        // Of a month its last day counts.
        ("2025-06-12", "2025-05", "12 days"),
        ("2025-07", "2025-06", "1 day"),
        // One end to the hour: still days.
        ("2025-06-12T18:00:00", "2025-06-01", "11 days"),
        ("2025-06-12", "2025-06-01T06:00:00", "11 days"),
        ("2025-06-02T00:30:00", "2025-06-01", "1 day"),
        // Both to the hour.
        (
            "2025-06-12T18:00:00",
            "2025-06-01T12:00:00",
            "11 days and 6 hours",
        ),
        ("2025-06-12T18:00:00", "2025-06-11T18:00:00", "1 day"),
        ("2025-06-11T18:00:00", "2025-06-11T12:00:00", "6 hours"),
        ("2025-06-11T18:00:00", "2025-06-11T17:40:00", "20 minutes"),
        (
            "2025-06-11T18:00:30",
            "2025-06-11T18:00:00",
            "less than a minute",
        ),
        // What lasts begins too late, or ends too early.
        ("2025-06-12/2025-07-01", "2025-06-01", "11 days"),
        ("2025-06-12", "2025-05-01/2025-06-01", "11 days"),
    ] {
        let told = said(&with_dates(cause, effect, OrderRule::CauseFirst, None));
        let length = told.rsplit_once(" by ").map_or("fits", |it| it.1);
        let length = length.trim_end_matches('.');
        assert_eq!(length, wanted, "{cause} {effect}: {told}");
    }
}

#[test]
fn what_is_allowed_or_required_is_said() {
    for (cause, effect, order, lag_days, wanted) in [
        // People act on what they expect up to 31 days ahead.
        (
            "2025-06-12",
            "2025-05-01",
            OrderRule::EffectMayPrecede,
            None,
            "effect precedes cause by 42 days, more than the 31 days allowed.",
        ),
        // Close means within 14 days.
        (
            "2025-06-01",
            "2025-06-20",
            OrderRule::CauseFirstClose,
            None,
            "effect follows cause by 19 days, more than the 14 days allowed.",
        ),
        // A lag of 10 days may be 9 to 11.
        (
            "2025-06-01",
            "2025-06-20",
            OrderRule::CauseFirst,
            Some(10),
            "effect follows cause by 19 days, more than the 11 days allowed.",
        ),
        (
            "2025-06-10",
            "2025-06-12",
            OrderRule::CauseFirst,
            Some(10),
            "effect follows cause by 2 days, less than the 9 days required.",
        ),
        (
            "2025-06-01",
            "2025-06-12",
            OrderRule::CauseFirst,
            Some(10),
            "fits",
        ),
        (
            "2025-06-10",
            "2025-06-08",
            OrderRule::EffectMayPrecede,
            Some(10),
            "effect precedes cause by 2 days, but must follow it by at least 9 days.",
        ),
        (
            "2025-06-12",
            "2025-06-02",
            OrderRule::EffectMayPrecede,
            Some(-3),
            "effect precedes cause by 10 days, more than the 4 days allowed.",
        ),
        (
            "2025-06-12",
            "2025-06-11",
            OrderRule::EffectMayPrecede,
            Some(-10),
            "effect precedes cause by 1 day, less than the 9 days required.",
        ),
        (
            "2025-06-12",
            "2025-06-15",
            OrderRule::EffectMayPrecede,
            Some(-10),
            "effect follows cause by 3 days, but must precede it by at least 9 days.",
        ),
    ] {
        let told = said(&with_dates(cause, effect, order, lag_days));
        let gap = told.rsplit_once(": ").map_or("fits", |it| it.1);
        assert_eq!(gap, wanted, "{cause} {effect}: {told}");
    }
}
