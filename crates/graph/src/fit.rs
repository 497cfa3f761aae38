//! Contradictions: dates and links that cannot all be right; and what the other links imply for imprecise dates.
//!
//! All bounds of dates and all order rules of links make one network of difference constraints (`network.rs`). The
//! strongest links are added first, so that of contradictory ones the weakest is named last. A link that the dates of its
//! own ends rule out is reported by itself, before longer chains.

use std::collections::BTreeSet;

use model::{EventId, Link, LinkId, OrderRule, Workspace};

use crate::contradiction::{Contradiction, Gap};
use crate::dates::{Clash, Dates, Why};
use crate::extent::DAY;
use crate::network::{Conflict, Rule};
use crate::order::{DemandKind, Order, order_between, rule_of};
use crate::rank::strongest_first;

/// The most contradictions that are listed; with more, the chronology needs a thorough review.
pub const MOST_CONTRADICTIONS: usize = 1000;

/// What the links imply for an event with an imprecise date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follows {
    /// Which event.
    pub event: EventId,
    /// It does not begin before this second since 1970, if that is tighter than its date.
    pub not_before: Option<i64>,
    /// It does not end after this second, if that is tighter than its date.
    pub not_after: Option<i64>,
    /// The links from which it follows.
    pub because: BTreeSet<LinkId>,
}

/// How dates and links fit together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fit {
    /// What cannot all be right.
    pub contradictions: Vec<Contradiction>,
    /// Links whose order the dates leave open.
    pub unknown: Vec<LinkId>,
    /// How many links have an order rule that holds for all possible dates.
    pub fine: usize,
    /// What is implied for imprecise dates, for moments only, in the order of ids.
    pub follows: Vec<Follows>,
}

/// How the dates and links among the `shown` events fit together.
#[must_use]
pub fn fit(workspace: &Workspace, shown: &BTreeSet<EventId>) -> Fit {
    let mut fit = as_found(workspace, shown);
    for it in &mut fit.contradictions {
        *it = minimal(workspace, it);
    }
    // Direct ones first: a link against the dates of its own ends.
    fit.contradictions
        .sort_by_key(|it| (it.links.len(), it.links.clone()));
    fit
}

/// A minimal contradiction. The cycle that was found can be the tightest and still longer than needed: where a link can be
/// removed, the contradiction that remains without it is reported.
fn minimal(workspace: &Workspace, found: &Contradiction) -> Contradiction {
    let mut least = found.clone();
    while let Some(smaller) = least.links.iter().find_map(|without| {
        let rest = least.links.iter().filter(|it| *it != without);
        let alone = alone(workspace, &rest.copied().collect());
        let ends = alone.events.iter().map(|it| it.id).collect();
        as_found(&alone, &ends).contradictions.into_iter().next()
    }) {
        least = smaller;
    }
    least
}

/// A workspace with only these links and their ends.
pub(crate) fn alone(workspace: &Workspace, wanted: &BTreeSet<LinkId>) -> Workspace {
    let links: Vec<Link> = wanted
        .iter()
        .filter_map(|id| workspace.link(*id))
        .cloned()
        .collect();
    let ends: BTreeSet<EventId> = links.iter().flat_map(|it| [it.cause, it.effect]).collect();
    let events = ends.iter().filter_map(|id| workspace.event(*id)).cloned();
    Workspace {
        events: events.collect(),
        links,
        link_types: workspace.link_types.clone(),
        ..Workspace::default()
    }
}

/// As [`fit`], with contradictions as found by the network.
fn as_found(workspace: &Workspace, shown: &BTreeSet<EventId>) -> Fit {
    let linked: BTreeSet<EventId> = workspace
        .links
        .iter()
        .flat_map(|it| [it.cause, it.effect])
        .collect();
    let counts = |id: &EventId| linked.contains(id) && shown.contains(id);
    let mut dates = Dates::of(workspace.events.iter().filter(|it| counts(&it.id)));
    let mut fit = Fit::default();
    for link in firm_first(workspace) {
        let Some(ends) = dates.ends(link) else {
            continue;
        };
        let rule = rule_of(workspace, link);
        if rule == OrderRule::None {
            continue;
        }
        match order_between(rule, link, &(ends.0.extent, ends.1.extent)) {
            Order::Fine => fit.fine += 1,
            Order::Unknown => fit.unknown.push(link.id),
            Order::Impossible => {}
        }
        if fit.contradictions.len() < MOST_CONTRADICTIONS
            && let Err(clash) = dates.take(rule, link, ends)
        {
            fit.contradictions.push(contradiction(clash));
        }
    }
    fit.unknown.sort();
    fit.follows = follows(&dates);
    fit
}

fn firm_first(workspace: &Workspace) -> Vec<&Link> {
    let mut links: Vec<&Link> = workspace.links.iter().collect();
    links.sort_by_cached_key(|link| strongest_first(link));
    links
}

/// What is implied for moments that are not dated to the day.
fn follows(dates: &Dates) -> Vec<Follows> {
    let turned = dates.network.turned();
    let moments = dates.places.iter().filter(|(_, it)| it.extent.is_moment);
    let mut found = Vec::new();
    for (&event, place) in moments {
        let (low, high) = place.extent.begins;
        let (not_before, not_after) = (
            -turned.latest(place.begins),
            dates.network.latest(place.begins),
        );
        let tighter = Follows {
            event,
            not_before: (not_before >= low + DAY).then_some(not_before),
            not_after: (not_after <= high - DAY).then_some(not_after),
            because: BTreeSet::new(),
        };
        if tighter.not_before.is_none() && tighter.not_after.is_none() {
            continue;
        }
        let below = tighter.not_before.map(|_| turned.held_by(place.begins));
        let above = tighter
            .not_after
            .map(|_| dates.network.held_by(place.begins));
        let because = below.into_iter().chain(above).flatten().filter_map(link_of);
        found.push(Follows {
            because: because.collect(),
            ..tighter
        });
    }
    found
}

fn link_of(rule: Rule<Why>) -> Option<LinkId> {
    match rule.why {
        Why::Link(link, _) => Some(link),
        Why::Date(..) | Why::Lasts => None,
    }
}

fn contradiction(clash: Clash) -> Contradiction {
    let conflict = match clash {
        Clash::Direct(direct) => return direct,
        Clash::Cycle(conflict) => conflict,
    };
    let mut found = Contradiction {
        links: Vec::new(),
        dates: Vec::new(),
        lacking_seconds: conflict.lacking,
        gap: gap(&conflict),
    };
    for rule in &conflict.rules {
        match rule.why {
            Why::Link(link, _) if !found.links.contains(&link) => found.links.push(link),
            Why::Date(event, side) => found.dates.push((event, side)),
            Why::Link(..) | Why::Lasts => {}
        }
    }
    found
}

/// Between the dates at both ends of a chain of order rules there is a gap; other rules only add up.
fn gap(conflict: &Conflict<Why>) -> Gap {
    let is_dated = conflict
        .rules
        .iter()
        .any(|rule| matches!(rule.why, Why::Date(..)));
    let mut allowed_seconds = 0;
    for rule in &conflict.rules {
        match rule.why {
            Why::Link(_, DemandKind::Order) => allowed_seconds += rule.at_most,
            Why::Link(..) => return Gap::Sum,
            Why::Date(..) | Why::Lasts => {}
        }
    }
    match is_dated {
        true => Gap::EffectFirst {
            by_seconds: conflict.lacking + allowed_seconds,
            allowed_seconds,
        },
        false => Gap::Sum,
    }
}

#[cfg(test)]
mod tests {
    use model::{Confidence, Kind};

    use super::*;
    use crate::contradiction::Side;
    use crate::testing::dated;

    fn fit_of(workspace: &Workspace) -> Fit {
        fit(
            workspace,
            &workspace.events.iter().map(|it| it.id).collect(),
        )
    }

    #[test]
    fn an_effect_before_its_cause_is_told_with_both_dates() {
        let found = fit_of(&dated(&["2025-06-11", "2025-06-09"], &[(1, 2, "causes")]));
        let [it] = found.contradictions.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(it.links, [LinkId(1)]);
        let (one, two) = ((EventId(2), Side::NotAfter), (EventId(1), Side::NotBefore));
        assert_eq!(it.dates, [one, two]);
        // From the end of the 9th to the beginning of the 11th.
        assert_eq!(it.lacking_seconds, DAY + 1);
        let (by_seconds, allowed_seconds) = (DAY + 1, 0);
        assert_eq!(
            it.gap,
            Gap::EffectFirst {
                by_seconds,
                allowed_seconds
            }
        );
    }

    #[test]
    fn a_chain_through_an_undated_event_is_told_with_all_its_links() {
        let links = [(1, 2, "causes"), (2, 3, "causes"), (4, 2, "causes")];
        let mut workspace = dated(&["2025-06-11", "", "2025-06-09", "2025-06-01"], &links);
        workspace.links[1].confidence = Confidence::Low;
        let found = fit_of(&workspace);
        assert_eq!(found.contradictions.len(), 1);
        let links: BTreeSet<LinkId> = found.contradictions[0].links.iter().copied().collect();
        assert_eq!(links, BTreeSet::from([LinkId(1), LinkId(2)]));
        assert_eq!(found.contradictions[0].dates.len(), 2);
        let (by_seconds, allowed_seconds) = (DAY + 1, 0);
        assert_eq!(
            found.contradictions[0].gap,
            Gap::EffectFirst {
                by_seconds,
                allowed_seconds
            }
        );
    }

    #[test]
    fn what_expectation_allows_is_part_of_the_gap() {
        let dates = ["2025-06-11", "", "2025-04-01"];
        let found = fit_of(&dated(&dates, &[(1, 2, "anticipates"), (2, 3, "causes")]));
        let [it] = found.contradictions.as_slice() else {
            panic!("{found:?}");
        };
        // From the end of 1 April to the beginning of 11 June.
        let (by_seconds, allowed_seconds) = (70 * DAY + 1, 31 * DAY);
        assert_eq!(
            it.gap,
            Gap::EffectFirst {
                by_seconds,
                allowed_seconds
            }
        );
        assert_eq!(it.lacking_seconds, by_seconds - allowed_seconds);
    }

    #[test]
    fn a_detour_that_is_not_needed_is_not_told() {
        let links = [(1, 2, "causes"), (4, 3, "causes"), (2, 4, "causes")];
        // The first link says no more of 2 than its own date does, or more than is needed.
        for second in ["2025-06-08", "[2025-06-05..2025-06-08]"] {
            let found = fit_of(&dated(&["2025-06-08", second, "2025-06-01", ""], &links));
            let [it] = found.contradictions.as_slice() else {
                panic!("{found:?}");
            };
            let links: BTreeSet<LinkId> = it.links.iter().copied().collect();
            assert_eq!(links, BTreeSet::from([LinkId(2), LinkId(3)]), "{second}");
            let (last, first) = ((EventId(3), Side::NotAfter), (EventId(2), Side::NotBefore));
            assert_eq!(it.dates, [last, first], "{second}");
        }
    }

    #[test]
    fn the_least_firm_link_gives_way_and_the_rest_still_tells_where_a_date_lies() {
        let links = [(1, 2, "causes"), (2, 3, "causes"), (2, 4, "causes")];
        let mut workspace = dated(&["2025-05-05", "", "2025-05-12", "2025-05-01"], &links);
        workspace.links[2].confidence = Confidence::Low;
        let found = fit_of(&workspace);
        assert_eq!(found.contradictions.len(), 1);
        let [it] = found.follows.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(it.event, EventId(2));
        assert_eq!(it.because, BTreeSet::from([LinkId(1), LinkId(2)]));
        let days = |seconds: i64| seconds.div_euclid(DAY);
        let may = |day| i64::from(day) + 20208;
        assert_eq!(it.not_before.map(days), Some(may(5)));
        assert_eq!(it.not_after.map(days), Some(may(12)));
    }

    #[test]
    fn a_loop_of_moments_fits_only_if_they_may_coincide() {
        let links = [(1, 2, "causes"), (2, 1, "causes")];
        let same_day = fit_of(&dated(&["2025-06-11", "2025-06-11"], &links));
        assert!(same_day.contradictions.is_empty());
        assert_eq!(same_day.unknown.len(), 2);
        let apart = fit_of(&dated(&["2025-06-11", "2025-06-12"], &links));
        assert_eq!(apart.contradictions.len(), 1);
    }

    #[test]
    fn a_condition_passes_no_order_on() {
        let links = [(1, 2, "causes"), (2, 3, "causes")];
        let mut workspace = dated(&["2025-06-11", "", "2025-06-09"], &links);
        workspace.events[1].kind = Kind::Condition;
        assert!(fit_of(&workspace).contradictions.is_empty());
    }

    #[test]
    fn a_lag_in_a_chain_is_only_summed_up() {
        let links = [(1, 2, "causes"), (2, 3, "causes")];
        let mut workspace = dated(&["2025-06-01", "", "2025-06-10"], &links);
        for link in &mut workspace.links {
            link.lag_days = Some(10);
        }
        let found = fit_of(&workspace);
        let [it] = found.contradictions.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((it.gap, it.links.len()), (Gap::Sum, 2));
    }

    #[test]
    fn lags_that_cannot_both_be_are_told_without_any_date() {
        let links = [(1, 2, "causes"), (2, 3, "causes"), (1, 3, "causes")];
        let mut workspace = dated(&["", "", ""], &links);
        for (link, lag) in workspace.links.iter_mut().zip([30, 30, 10]) {
            link.lag_days = Some(lag);
        }
        let found = fit_of(&workspace);
        assert_eq!(found.contradictions.len(), 1);
        assert_eq!(found.contradictions[0].links.len(), 3);
        assert!(found.contradictions[0].dates.is_empty());
        assert_eq!(found.contradictions[0].gap, Gap::Sum);
    }
}
