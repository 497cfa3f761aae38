//! How a contradiction can be fixed. Every proposal is tried on the contradictory dates and links; only those that
//! resolve the contradiction are returned.

use model::date::{Day, Edtf, Moment, Shape};
use model::{Event, EventId, FuzzyDate, LinkId, OrderRule, Workspace};

use crate::contradiction::{Contradiction, Side};
use crate::extent::DAY;
use crate::fit::{alone, fit};
use crate::order::rule_of;

/// A way to resolve a contradiction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// Widen the date to any day of a longer range.
    Widen {
        /// Whose date.
        event: EventId,
        /// The new date: a day between the two.
        to: FuzzyDate,
    },
    /// Say that the effect comes in expectation of the cause.
    Anticipate {
        /// Which claim.
        link: LinkId,
        /// Handle of the type that says so.
        link_type: String,
    },
    /// Remove the link.
    Drop {
        /// Which one.
        link: LinkId,
    },
}

/// The ways to resolve `contradiction`: dates first, then types, then removing a link.
#[must_use]
pub fn fixes(workspace: &Workspace, contradiction: &Contradiction) -> Vec<Fix> {
    let alone = alone(workspace, &contradiction.links.iter().copied().collect());
    let widened = contradiction
        .dates
        .iter()
        .filter_map(|(event, side)| widened(&alone, *event, *side, contradiction.lacking_seconds));
    let retyped = contradiction
        .links
        .iter()
        .filter_map(|link| retyped(&alone, *link));
    let dropped = contradiction
        .links
        .iter()
        .map(|link| Fix::Drop { link: *link });
    let mut fixes: Vec<Fix> = widened.chain(retyped).chain(dropped).collect();
    fixes.retain(|fix| resolves(&alone, fix));
    fixes
}

fn resolves(alone: &Workspace, fix: &Fix) -> bool {
    let mut fixed = alone.clone();
    match fix {
        Fix::Widen { event, to } => {
            for it in fixed.events.iter_mut().filter(|it| it.id == *event) {
                it.date = Some(to.clone());
            }
        }
        Fix::Anticipate { link, link_type } => {
            for it in fixed.links.iter_mut().filter(|it| it.id == *link) {
                it.link_type.clone_from(link_type);
            }
        }
        Fix::Drop { link } => fixed.links.retain(|it| it.id != *link),
    }
    let all = fixed.events.iter().map(|it| it.id).collect();
    fit(&fixed, &all).contradictions.is_empty()
}

/// The date widened by this much on one side, in whole days; for single dates, not for periods.
fn widened(alone: &Workspace, event: EventId, side: Side, by_seconds: i64) -> Option<Fix> {
    let date = alone.event(event).and_then(|it: &Event| it.date.as_ref())?;
    if matches!(date.shape(), Shape::Span { .. }) {
        return None;
    }
    let by_days = by_seconds.div_euclid(DAY) + i64::from(by_seconds.rem_euclid(DAY) > 0);
    let (first, last) = date.bounds.start_earliest.zip(date.bounds.end_latest)?;
    let (from, until) = match side {
        Side::NotBefore => (first.day.plus(-by_days), last.day),
        Side::NotAfter => (first.day, last.day.plus(by_days)),
    };
    let to = one_of(from, until)?;
    Some(Fix::Widen { event, to })
}

/// "A day between `from` and `until`", EDTF level 2.
fn one_of(from: Day, until: Day) -> Option<FuzzyDate> {
    let (from, until) = (Moment::whole(from), Moment::whole(until));
    let form: Edtf = format!("[{from}..{until}]").parse().ok()?;
    Some(FuzzyDate::from(form))
}

fn retyped(alone: &Workspace, link: LinkId) -> Option<Fix> {
    let it = alone.links.iter().find(|it| it.id == link)?;
    if rule_of(alone, it) == OrderRule::EffectMayPrecede {
        return None;
    }
    let ahead = |it: &&model::LinkType| it.order == OrderRule::EffectMayPrecede;
    let link_type = alone.link_types.iter().find(ahead)?.handle.clone();
    Some(Fix::Anticipate { link, link_type })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::testing::dated;

    fn all(workspace: &Workspace) -> BTreeSet<EventId> {
        workspace.events.iter().map(|it| it.id).collect()
    }

    #[test]
    fn dates_are_widened_by_what_is_lacking_and_types_and_claims_may_give_way() {
        let workspace = dated(&["2025-06-11", "2025-06-09"], &[(1, 2, "causes")]);
        let found = fit(&workspace, &all(&workspace));
        let fixes = fixes(&workspace, &found.contradictions[0]);
        let dates: Vec<String> = fixes
            .iter()
            .filter_map(|it| match it {
                Fix::Widen { event, to } => Some(format!("{event} {}", to.edtf)),
                _ => None,
            })
            .collect();
        assert_eq!(
            dates,
            ["2 [2025-06-09..2025-06-11]", "1 [2025-06-09..2025-06-11]"]
        );
        assert!(fixes.contains(&Fix::Drop { link: LinkId(1) }));
        assert_eq!(fixes.len(), 4);
    }

    #[test]
    fn what_came_months_before_is_not_said_to_anticipate() {
        let workspace = dated(&["2025-06-11", "2024-06-09"], &[(1, 2, "causes")]);
        let found = fit(&workspace, &all(&workspace));
        let fixes = fixes(&workspace, &found.contradictions[0]);
        assert!(!fixes.iter().any(|it| matches!(it, Fix::Anticipate { .. })));
    }

    proptest! {
        /// Every contradiction is real and minimal: the events and links it names do not fit, and they fit as soon as
        /// any one of the links is gone.
        #[test]
        fn every_contradiction_goes_with_any_of_its_links(
            days in prop::collection::vec(prop::option::of(1..9_u32), 5),
            links in prop::collection::vec((1..6_i64, 1..6_i64, 0..3_usize), 0..9),
        ) {
            let dates: Vec<String> = days
                .iter()
                .map(|it| it.map_or(String::new(), |day| format!("2025-06-{day:02}")))
                .collect();
            let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
            let types = ["causes", "triggers", "anticipates"];
            let links: Vec<_> = links.into_iter().map(|it| (it.0, it.1, types[it.2])).collect();
            let workspace = dated(&dates, &links);
            for found in fit(&workspace, &all(&workspace)).contradictions {
                let alone = alone(&workspace, &found.links.iter().copied().collect());
                prop_assert!(!fit(&alone, &all(&alone)).contradictions.is_empty());
                let drops = fixes(&workspace, &found)
                    .into_iter()
                    .filter(|it| matches!(it, Fix::Drop { .. }));
                prop_assert_eq!(drops.count(), found.links.len());
            }
        }
    }
}
