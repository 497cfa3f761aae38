//! Plans over the sample.

use model::{Event, EventId, Theme, ThemeId, Workspace};

use super::Plan;

fn sample() -> Workspace {
    crate::session::sample::workspace().unwrap()
}

#[test]
fn what_is_planned_is_seen_and_the_workspace_is_not_touched() {
    let base = sample();
    let mut plan = Plan::new(&base, None);
    let (first, second) = (base.events[0].id, base.events[1].id);
    let new = EventId(plan.fresh());
    plan.put_event(Event::titled(new, "N1", "New"));
    plan.put_event(Event {
        severity: 1,
        ..base.events[0].clone()
    });
    plan.delete_event(second);
    assert_eq!(plan.event(new).unwrap().title, "New");
    assert_eq!(plan.event(first).unwrap().severity, 1);
    assert!(plan.event(second).is_none());
    let ids: Vec<_> = plan.events().map(|it| it.id).collect();
    assert_eq!(ids.len(), base.events.len());
    assert_eq!(ids.last(), Some(&new));
    assert!(!plan.finish().is_empty());
}

#[test]
fn a_plan_that_leaves_everything_as_it_is_is_empty() {
    let base = sample();
    let mut plan = Plan::new(&base, None);
    plan.put_event(base.events[3].clone());
    plan.put_theme(base.themes[0].clone());
    plan.set_name(base.name.clone());
    plan.set_as_of(base.as_of);
    let new = ThemeId(plan.fresh());
    plan.put_theme(Theme {
        id: new,
        ..base.themes[0].clone()
    });
    plan.delete_theme(new);
    plan.delete_event(EventId(999_999));
    assert!(plan.finish().is_empty());
}
