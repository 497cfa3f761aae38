//! Whether the dates of cause and effect agree with what the type of their link requires.

use model::{Link, OrderRule, Workspace, lag_range_days};

use crate::extent::{DAY, Extent, FAR};

/// What counts as "close in time" for types that require it: two weeks. Our own choice.
pub const CLOSE_DAYS: i64 = 14;
/// How long before its cause an effect may come when people act on expectations: a month. Our own choice.
pub const AHEAD_DAYS: i64 = 31;
/// Days are counted with and without the first.
const LAG_SLACK_DAYS: i64 = 1;

/// How a link agrees with the dates of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// The order is right for all possible dates, or the type requires none.
    Fine,
    /// The dates allow the right order and the wrong one.
    Unknown,
    /// The order is wrong for all possible dates.
    Impossible,
}

impl Order {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Fine => "fits",
            Self::Unknown => "order not known",
            Self::Impossible => "impossible",
        }
    }
}

/// An end of the cause or of the effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum End {
    CauseBegins,
    CauseEnds,
    EffectBegins,
    EffectEnds,
}

/// What a demand is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DemandKind {
    /// The cause comes first.
    Order,
    /// The effect comes within a time.
    Latest,
    /// The effect comes after a time.
    Soonest,
}

/// "`later` comes at most `at_most` seconds after `earlier`."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Demand {
    pub(crate) kind: DemandKind,
    pub(crate) earlier: End,
    pub(crate) later: End,
    pub(crate) at_most: i64,
}

/// What `link` requires of the dates of its ends, from the order rule of its type and its lag.
pub(crate) fn demands(rule: OrderRule, link: &Link) -> Vec<Demand> {
    let demand = |kind, earlier, later, at_most| Demand {
        kind,
        earlier,
        later,
        at_most,
    };
    if rule == OrderRule::None {
        return Vec::new();
    }
    // The cause does not begin after the effect has ended.
    let (order, latest, soonest) = (
        |at_most| {
            demand(
                DemandKind::Order,
                End::EffectEnds,
                End::CauseBegins,
                at_most,
            )
        },
        |at_most| {
            demand(
                DemandKind::Latest,
                End::CauseEnds,
                End::EffectBegins,
                at_most,
            )
        },
        |at_most| {
            demand(
                DemandKind::Soonest,
                End::EffectBegins,
                End::CauseBegins,
                at_most,
            )
        },
    );
    let mut demands = vec![order(ahead(rule))];
    if rule == OrderRule::CauseFirstClose {
        demands.push(latest(CLOSE_DAYS * DAY));
    }
    if let Some((shortest, longest)) = link.lag_days.map(lag_range_days) {
        let longest = (i64::from(longest) + LAG_SLACK_DAYS) * DAY;
        let shortest = (i64::from(shortest) - LAG_SLACK_DAYS) * DAY;
        demands.push(latest(longest));
        demands.push(soonest(-shortest));
    }
    demands
}

/// By how many seconds an effect may come before its cause.
pub(crate) fn ahead(rule: OrderRule) -> i64 {
    match rule {
        OrderRule::CauseFirst | OrderRule::CauseFirstClose => 0,
        OrderRule::EffectMayPrecede => AHEAD_DAYS * DAY,
        OrderRule::None => FAR,
    }
}

/// The order rule of a link; none for a type that the table lacks.
pub(crate) fn rule_of(workspace: &Workspace, link: &Link) -> OrderRule {
    workspace
        .link_type(link)
        .map_or(OrderRule::None, |it| it.order)
}

/// How `link` agrees with the dates of its two ends, ignoring all other links.
#[must_use]
pub fn order(workspace: &Workspace, link: &Link) -> Order {
    let ends = workspace
        .event(link.cause)
        .zip(workspace.event(link.effect));
    let Some((cause, effect)) = ends else {
        return Order::Fine;
    };
    let between = (Extent::of(cause), Extent::of(effect));
    order_between(rule_of(workspace, link), link, &between)
}

/// The same for ends whose extents are known.
pub(crate) fn order_between(rule: OrderRule, link: &Link, ends: &(Extent, Extent)) -> Order {
    let verdict = |it: &Demand| {
        let (earlier, later) = (reach(it.earlier, ends), reach(it.later, ends));
        if later.0 - earlier.1 > it.at_most {
            Order::Impossible
        } else if later.1 - earlier.0 <= it.at_most {
            Order::Fine
        } else {
            Order::Unknown
        }
    };
    let demands = demands(rule, link);
    demands.iter().map(verdict).max().unwrap_or(Order::Fine)
}

fn reach(end: End, ends: &(Extent, Extent)) -> (i64, i64) {
    match end {
        End::CauseBegins => ends.0.begins,
        End::CauseEnds => ends.0.ends,
        End::EffectBegins => ends.1.begins,
        End::EffectEnds => ends.1.ends,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::dated;

    fn between(link_type: &str, cause: &str, effect: &str) -> Order {
        let workspace = dated(&[cause, effect], &[(1, 2, link_type)]);
        order(&workspace, &workspace.links[0])
    }

    #[test]
    fn dates_say_fine_unknown_or_impossible() {
        assert_eq!(between("causes", "2025-05-12", "2025-05-14"), Order::Fine);
        assert_eq!(
            between("causes", "2025-06-11", "2025-06-11"),
            Order::Unknown
        );
        assert_eq!(between("causes", "2025-05", "2025-05-03"), Order::Unknown);
        assert_eq!(
            between("causes", "2025-06-11", "2025-06-10"),
            Order::Impossible
        );
        assert_eq!(between("causes", "", "2025-06-10"), Order::Unknown);
    }

    #[test]
    fn shares_may_rise_before_the_talks_that_they_anticipate() {
        assert_eq!(
            between("anticipates", "2025-06-09", "2025-06-08"),
            Order::Fine
        );
        assert_eq!(
            between("anticipates", "2025-06-09", "2025-04-01"),
            Order::Impossible
        );
        assert_eq!(between("refers_to", "2025-06-09", "2018-01"), Order::Fine);
    }

    #[test]
    fn a_trigger_is_close() {
        assert_eq!(between("triggers", "2025-06-01", "2025-06-04"), Order::Fine);
        assert_eq!(
            between("triggers", "2025-06-01", "2025-06-15"),
            Order::Unknown
        );
        assert_eq!(
            between("triggers", "2025-06-01", "2025-06-16"),
            Order::Impossible
        );
    }

    #[test]
    fn a_state_that_goes_on_may_be_acted_upon_at_any_time() {
        assert_eq!(between("causes", "2025-05", "2025-04-02/.."), Order::Fine);
        assert_eq!(between("causes", "2025-05", "2025-04-02/"), Order::Unknown);
    }

    #[test]
    fn a_stated_lag_is_meant_to_the_day() {
        let mut workspace = dated(&["2025-05-14", "2025-08-12"], &[(1, 2, "causes")]);
        workspace.links[0].lag_days = Some(90);
        assert_ne!(order(&workspace, &workspace.links[0]), Order::Impossible);
        workspace.links[0].lag_days = Some(60);
        assert_eq!(order(&workspace, &workspace.links[0]), Order::Impossible);
    }

    #[test]
    fn a_lag_in_weeks_is_about_so_long() {
        for (effect, order_found) in [
            ("2025-05-23", Order::Impossible),
            ("2025-05-25", Order::Fine),
            ("2025-05-28", Order::Fine),
            ("2025-05-31", Order::Fine),
            ("2025-06-03", Order::Impossible),
        ] {
            let mut workspace = dated(&["2025-05-14", effect], &[(1, 2, "causes")]);
            workspace.links[0].lag_days = Some(14);
            let found = order(&workspace, &workspace.links[0]);
            let is_right = (found == Order::Impossible) == (order_found == Order::Impossible);
            assert!(is_right, "{effect}: {found:?}");
        }
    }
}
