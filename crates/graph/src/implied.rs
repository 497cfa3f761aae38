//! When an undated event can have happened: the range that links and dates leave open.
//!
//! The answer comes from the network of all dates and order rules (`network.rs`), as far as it is connected: from an
//! undated event over links and over events with imprecise dates. An event dated to the day passes on nothing beyond its own
//! date, so the network ends there. It is small, however many events there are.

use std::collections::{BTreeMap, BTreeSet};

use model::date::{Bounds, Day, Moment};
use model::{Event, EventId, Link, OrderRule, Workspace};

use crate::dates::{Clash, Dates, Place, Why};
use crate::extent::{DAY, Extent, FAR};
use crate::network::{Conflict, ZERO};
use crate::order::rule_of;
use crate::rank::strongest_first;

/// What links imply about when an event took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Implied {
    /// It did not end before this; `None` without such a bound.
    pub not_before: Option<Moment>,
    /// It did not begin after this; `None` without such a bound.
    pub not_after: Option<Moment>,
}

impl Implied {
    /// True when no single day is left: the links contradict one another.
    #[must_use]
    pub fn is_impossible(&self) -> bool {
        let both = self.not_before.zip(self.not_after);
        both.is_some_and(|(low, high)| low.from_days() >= high.until_days())
    }

    /// Between two seconds; [`FAR`] is no bound.
    fn between(low: i64, high: i64) -> Self {
        let moment = |second: i64, whole: i64| {
            let (day, rest) = (Day(second.div_euclid(DAY)), second.rem_euclid(DAY));
            let second = u32::try_from(rest).ok().filter(|_| rest != whole);
            Moment { day, second }
        };
        Self {
            not_before: (low > -FAR).then(|| moment(low, 0)),
            not_after: (high < FAR).then(|| moment(high, DAY - 1)),
        }
    }
}

/// Each of the `undated` events with what the links among those that `count` imply; dated ones are skipped. Of contradictory
/// links the weakest gives way, but an event that it is about gets both bounds.
#[must_use]
pub fn implied<'a>(
    workspace: &'a Workspace,
    undated: impl Iterator<Item = &'a Event>,
    counts: impl Fn(&Event) -> bool,
) -> BTreeMap<EventId, Implied> {
    let undated: Vec<&Event> = undated.filter(|it| counts(it) && is_undated(it)).collect();
    let reach = Reach::of(workspace, &undated, counts);
    let mut dates = Dates::of(reach.events.values().copied());
    let mut torn: BTreeMap<usize, Implied> = BTreeMap::new();
    for link in reach.links {
        let Some(ends) = dates.ends(link) else {
            continue;
        };
        if let Err(Clash::Cycle(conflict)) = dates.take(rule_of(workspace, link), link, ends) {
            for (number, implied) in both_bounds(&conflict) {
                torn.entry(number).or_insert(implied);
            }
        }
    }
    let turned = dates.network.turned();
    let of = |place: &Place| {
        let fits = Implied::between(
            -turned.latest(place.ends),
            dates.network.latest(place.begins),
        );
        let torn = torn.get(&place.begins).filter(|_| place.extent.is_moment);
        torn.copied().unwrap_or(fits)
    };
    let told = undated
        .iter()
        .filter_map(|it| Some((it.id, dates.places.get(&it.id)?)));
    told.map(|(id, place)| (id, of(place))).collect()
}

/// Whether nothing is known about its date.
fn is_undated(event: &Event) -> bool {
    event
        .date
        .as_ref()
        .is_none_or(|it| it.bounds == Bounds::default())
}

/// Whether its begin and end are known to the day, or known to be open.
fn is_firm(event: &Event) -> bool {
    let Extent { begins, ends, .. } = Extent::of(event);
    begins.1 - begins.0 < DAY && ends.1 - ends.0 < DAY
}

/// The bounds that each number of a conflict would need, from the dates: at the latest the sum from zero to it, at the
/// earliest the sum from it to zero.
fn both_bounds(conflict: &Conflict<Why>) -> Vec<(usize, Implied)> {
    let rules = &conflict.rules;
    let Some(first) = rules.iter().position(|it| it.earlier == ZERO) else {
        return Vec::new();
    };
    let mut high = 0;
    let round = rules[first..].iter().chain(&rules[..first]);
    let bounds = round.map(|rule| {
        high += rule.at_most;
        (rule.later, Implied::between(high + conflict.lacking, high))
    });
    bounds.filter(|it| it.0 != ZERO).collect()
}

/// The part of the network that is connected to the undated events.
struct Reach<'a> {
    events: BTreeMap<EventId, &'a Event>,
    /// The strongest first.
    links: Vec<&'a Link>,
}

impl<'a> Reach<'a> {
    fn of(
        workspace: &'a Workspace,
        undated: &[&'a Event],
        counts: impl Fn(&Event) -> bool,
    ) -> Self {
        let mut reach = Self {
            events: undated.iter().map(|it| (it.id, *it)).collect(),
            links: Vec::new(),
        };
        let ordered: Vec<&str> = workspace
            .link_types
            .iter()
            .filter(|it| it.order != OrderRule::None)
            .map(|it| it.handle.as_str())
            .collect();
        let mut rest: Vec<&Link> = workspace.links.iter().collect();
        let mut edge = Marks::of(reach.events.keys().copied(), workspace);
        // Each round follows one more link.
        while !edge.is_empty() {
            let (met, left): (Vec<&Link>, Vec<&Link>) = rest
                .into_iter()
                .partition(|it| edge.has(it.cause) || edge.has(it.effect));
            rest = left;
            let mut next = BTreeSet::new();
            for link in met
                .into_iter()
                .filter(|it| ordered.contains(&it.link_type.as_str()))
            {
                let both = [link.cause, link.effect].map(|id| workspace.event(id));
                let [Some(cause), Some(effect)] = both else {
                    continue;
                };
                if !counts(cause) || !counts(effect) {
                    continue;
                }
                reach.links.push(link);
                for event in [cause, effect] {
                    let is_new = reach.events.insert(event.id, event).is_none();
                    if is_new && !is_firm(event) {
                        next.insert(event.id);
                    }
                }
            }
            edge = Marks::of(next.into_iter(), workspace);
        }
        reach.links.sort_by_cached_key(|it| strongest_first(it));
        reach
    }
}

/// A set of events for frequent lookups: a bit for each id where ids are dense, which is faster than a set.
enum Marks {
    Dense(Vec<bool>),
    Sparse(BTreeSet<EventId>),
}

impl Marks {
    fn of(ids: impl Iterator<Item = EventId>, workspace: &Workspace) -> Self {
        let ids: BTreeSet<EventId> = ids.collect();
        let last = ids.last().and_then(|it| usize::try_from(it.0).ok());
        match last {
            Some(last) if last <= workspace.events.len() * 4 + 1024 => {
                let mut marks = vec![false; last + 1];
                for id in ids {
                    if let Some(mark) = usize::try_from(id.0).ok().and_then(|at| marks.get_mut(at))
                    {
                        *mark = true;
                    }
                }
                Self::Dense(marks)
            }
            _ => Self::Sparse(ids),
        }
    }

    fn has(&self, id: EventId) -> bool {
        match self {
            Self::Dense(marks) => {
                usize::try_from(id.0).is_ok_and(|at| marks.get(at) == Some(&true))
            }
            Self::Sparse(ids) => ids.contains(&id),
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Sparse(ids) if ids.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use model::{FuzzyDate, Kind};

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

    #[test]
    fn a_bound_travels_through_loose_dates_and_a_lag_counts() {
        let links = [(1, 2), (2, 3)];
        let mut workspace = between(&["2025-05-20", "2025-05", ""], &links);
        // May is not before the 20th, since its cause is not; and the third comes ten days after it, or nine.
        workspace.links[1].lag_days = Some(10);
        assert_eq!(told(&workspace, 3), "2025-05-29 to 2025-06-11");
    }

    #[test]
    fn what_is_far_off_and_firm_is_not_looked_at() {
        let dates = ["2025-05-01", "2025-05-09", "", "2025-06"];
        let workspace = between(&dates, &[(1, 2), (2, 3), (3, 4)]);
        let undated = [&workspace.events[2]];
        let reach = Reach::of(&workspace, &undated, |_| true);
        let ids: Vec<i64> = reach.events.keys().map(|it| it.0).collect();
        assert_eq!(ids, [2, 3, 4]);
        assert_eq!(reach.links.len(), 2);
    }
}
