//! Where an event without a date may lie: the stretch that its links to dated events leave open.
//!
//! A link whose type wants the cause first says that the cause does not begin after the effect has ended
//! (the order rules of [`OrderRule`]). From that follows a bound on either side, also through other events
//! without a date. It is not followed through a condition: what lasts may begin before its cause and end
//! after its effect, so it passes no bound on.

use std::collections::BTreeMap;

use model::date::{Bounds, Moment};
use model::{Event, EventId, Kind, OrderRule, Workspace};

/// What links say about when an event took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Implied {
    /// It did not end before this; `None` when nothing says so.
    pub not_before: Option<Moment>,
    /// It did not begin after this; `None` when nothing says so.
    pub not_after: Option<Moment>,
}

impl Implied {
    /// True when no single day is left: the links contradict one another.
    #[must_use]
    pub fn is_impossible(&self) -> bool {
        let both = self.not_before.zip(self.not_after);
        both.is_some_and(|(low, high)| low.from_days() >= high.until_days())
    }

    /// Takes over a tighter bound; true when it was tighter.
    fn tighten(&mut self, by: Implied) -> bool {
        let low = later(self.not_before, by.not_before);
        let high = sooner(self.not_after, by.not_after);
        let tighter = (low, high) != (self.not_before, self.not_after);
        (self.not_before, self.not_after) = (low, high);
        tighter
    }
}

/// Every one of the `undated` events, with what the links among all that `count` imply. Only those without a date are
/// told of, whatever is among them.
#[must_use]
pub fn implied<'a>(
    workspace: &Workspace,
    undated: impl Iterator<Item = &'a Event>,
    counts: impl Fn(&Event) -> bool,
) -> BTreeMap<EventId, Implied> {
    let undated = undated.filter(|it| counts(it) && is_undated(it));
    let mut found: BTreeMap<EventId, Implied> =
        undated.map(|it| (it.id, Implied::default())).collect();
    let pairs = ordered_pairs(workspace, &counts, &found);
    // A bound travels over one more event in every round, so that there are no more rounds than events.
    for _ in 0..=found.len() {
        let mut tighter = false;
        for &(cause, effect) in &pairs {
            let (before, after) = (bounds(cause, &found).0, bounds(effect, &found).1);
            let mut tighten =
                |event: &Event, by| found.get_mut(&event.id).is_some_and(|it| it.tighten(by));
            let low = Implied {
                not_before: before,
                not_after: None,
            };
            let high = Implied {
                not_before: None,
                not_after: after,
            };
            tighter |= tighten(effect, low);
            tighter |= tighten(cause, high);
        }
        if !tighter {
            break;
        }
    }
    found
}

/// Whether nothing is known of when it was.
fn is_undated(event: &Event) -> bool {
    event
        .date
        .as_ref()
        .is_none_or(|it| it.bounds == Bounds::default())
}

/// Cause and effect of the links that put them in order and touch an event without a date.
fn ordered_pairs<'a>(
    workspace: &'a Workspace,
    counts: impl Fn(&Event) -> bool,
    undated: &BTreeMap<EventId, Implied>,
) -> Vec<(&'a Event, &'a Event)> {
    let marked = marked(undated, workspace.events.len());
    let of_undated = |id: EventId| match &marked {
        Some(marked) => usize::try_from(id.0).is_ok_and(|at| marked.get(at) == Some(&true)),
        None => undated.contains_key(&id),
    };
    let links = workspace
        .links
        .iter()
        .filter(|it| of_undated(it.cause) || of_undated(it.effect));
    let ordered = links.filter(|it| {
        let order = workspace.link_type(it).map(|it| it.order);
        matches!(
            order,
            Some(OrderRule::CauseFirst | OrderRule::CauseFirstClose)
        )
    });
    ordered
        .filter_map(|it| Some((workspace.event(it.cause)?, workspace.event(it.effect)?)))
        .filter(|(cause, effect)| counts(cause) && counts(effect))
        .collect()
}

/// A mark for each of these ids, where ids are dense: asking a map of hundreds of thousands of links takes longer.
fn marked(of: &BTreeMap<EventId, Implied>, events: usize) -> Option<Vec<bool>> {
    let last = usize::try_from(of.last_key_value()?.0.0).ok()?;
    if last > events * 4 + 1024 {
        return None;
    }
    let mut marked = vec![false; last + 1];
    for id in of.keys() {
        *marked.get_mut(usize::try_from(id.0).ok()?)? = true;
    }
    Some(marked)
}

/// What an event passes on: when it begins at the earliest, and ends at the latest.
fn bounds(event: &Event, found: &BTreeMap<EventId, Implied>) -> (Option<Moment>, Option<Moment>) {
    match (found.get(&event.id), &event.date) {
        (Some(_), _) if event.kind == Kind::Condition => (None, None),
        (Some(implied), _) => (implied.not_before, implied.not_after),
        (None, Some(date)) => (date.bounds.start_earliest, date.bounds.end_latest),
        (None, None) => (None, None),
    }
}

fn later(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.into_iter()
        .chain(other)
        .max_by(|a, b| a.from_days().total_cmp(&b.from_days()))
}

fn sooner(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.into_iter()
        .chain(other)
        .min_by(|a, b| a.until_days().total_cmp(&b.until_days()))
}

#[cfg(test)]
mod tests {
    use model::FuzzyDate;

    use super::*;
    use crate::testing::workspace;

    /// Events 1 to n with these dates ("" for none), and links that put the cause first.
    fn between(dates: &[&str], links: &[(i64, i64)]) -> Workspace {
        let links: Vec<_> = links.iter().map(|it| (it.0, it.1, "causes")).collect();
        let mut workspace = workspace(dates.len() as i64, &links);
        for (event, date) in workspace.events.iter_mut().zip(dates) {
            event.date = FuzzyDate::from_edtf(date).ok();
        }
        for link_type in &mut workspace.link_types {
            if link_type.handle == "causes" {
                link_type.order = OrderRule::CauseFirst;
            }
        }
        workspace
    }

    /// "2025-05-01 to 2025-06-30", an open side as "..".
    fn told(workspace: &Workspace, id: i64) -> String {
        let found = implied(workspace, workspace.events.iter(), |_| true)[&EventId(id)];
        let side = |it: Option<Moment>| it.map_or("..".into(), |it| it.to_string());
        format!("{} to {}", side(found.not_before), side(found.not_after))
    }

    #[test]
    fn it_lies_between_its_cause_and_its_effect() {
        let workspace = between(&["2025-05", "", "2025-06"], &[(1, 2), (2, 3)]);
        assert_eq!(told(&workspace, 2), "2025-05-01 to 2025-06-30");
        assert_eq!(
            implied(&workspace, workspace.events.iter(), |_| true).len(),
            1
        );
    }

    #[test]
    fn the_tightest_bound_counts_and_an_open_side_stays_open() {
        let workspace = between(&["2025-05", "", "2025-06-09"], &[(1, 2), (3, 2)]);
        assert_eq!(told(&workspace, 2), "2025-06-09 to ..");
        assert_eq!(told(&between(&["", ""], &[(1, 2)]), 1), ".. to ..");
    }

    #[test]
    fn a_bound_travels_through_others_without_a_date_and_round_a_cycle() {
        let links = [(1, 2), (2, 3), (3, 2), (3, 4)];
        let workspace = between(&["2025-05-03", "", "", "2025-05-20"], &links);
        assert_eq!(told(&workspace, 2), "2025-05-03 to 2025-05-20");
        assert_eq!(told(&workspace, 3), "2025-05-03 to 2025-05-20");
    }

    #[test]
    fn a_condition_passes_nothing_on() {
        let mut workspace = between(&["2025-05-03", "", ""], &[(1, 2), (2, 3)]);
        workspace.events[1].kind = Kind::Condition;
        assert_eq!(told(&workspace, 2), "2025-05-03 to ..");
        assert_eq!(told(&workspace, 3), ".. to ..");
    }

    #[test]
    fn links_that_set_no_order_and_events_that_do_not_count_say_nothing() {
        let mut workspace = between(&["2025-05", ""], &[(1, 2)]);
        assert!(
            implied(&workspace, workspace.events.iter(), |it| it.id
                == EventId(2))[&EventId(2)]
                == Implied::default()
        );
        workspace.links[0].link_type = "leads_to".into();
        assert_eq!(told(&workspace, 2), ".. to ..");
    }

    #[test]
    fn contradicting_links_leave_no_day() {
        let crossed = between(&["2025-06-09", "", "2025-05-03"], &[(1, 2), (2, 3)]);
        assert!(implied(&crossed, crossed.events.iter(), |_| true)[&EventId(2)].is_impossible());
        let same_day = between(&["2025-06-09", "", "2025-06-09"], &[(1, 2), (2, 3)]);
        assert!(!implied(&same_day, same_day.events.iter(), |_| true)[&EventId(2)].is_impossible());
    }
}
