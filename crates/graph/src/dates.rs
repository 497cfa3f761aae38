//! The dates of events as a network (`network.rs`), and what links require of them.

use std::collections::BTreeMap;

use model::{Event, EventId, Link, LinkId, OrderRule};

use crate::contradiction::{Contradiction, Gap, Side};
use crate::extent::{Extent, FAR};
use crate::network::{Conflict, Network, Rule, ZERO};
use crate::order::{Demand, DemandKind, End, demands};

/// The two ends of an event in the network.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) extent: Extent,
    pub(crate) begins: usize,
    pub(crate) ends: usize,
}

/// What a rule of the network comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Date(EventId, Side),
    Lasts,
    Link(LinkId, DemandKind),
}

/// What a link contradicts.
#[derive(Debug)]
pub(crate) enum Clash {
    /// The dates of its own ends.
    Direct(Contradiction),
    /// Others, in a cycle that it would close.
    Cycle(Conflict<Why>),
}

pub(crate) struct Dates {
    pub(crate) places: BTreeMap<EventId, Place>,
    pub(crate) network: Network<Why>,
}

impl Dates {
    /// The constraints of the dates themselves.
    pub(crate) fn of<'a>(events: impl Iterator<Item = &'a Event>) -> Self {
        let mut numbers = ZERO + 1;
        let mut places = BTreeMap::new();
        for event in events {
            let extent = Extent::of(event);
            let (begins, ends) = (numbers, numbers + usize::from(!extent.is_moment));
            numbers = ends + 1;
            let place = Place {
                extent,
                begins,
                ends,
            };
            places.insert(event.id, place);
        }
        let mut dates = Self {
            network: Network::new(numbers),
            places,
        };
        dates.bound();
        dates
    }

    /// Adds the constraints of the dates themselves.
    fn bound(&mut self) {
        for (&id, place) in &self.places {
            let mut rules = vec![
                (ZERO, place.ends, place.extent.ends.1, Side::NotAfter),
                (place.begins, ZERO, -place.extent.begins.0, Side::NotBefore),
            ];
            if place.begins != place.ends {
                rules.push((ZERO, place.begins, place.extent.begins.1, Side::NotAfter));
                rules.push((place.ends, ZERO, -place.extent.ends.0, Side::NotBefore));
            }
            let rules = rules
                .into_iter()
                .map(|(earlier, later, at_most, side)| Rule {
                    earlier,
                    later,
                    at_most,
                    why: Why::Date(id, side),
                });
            let lasts = Rule {
                earlier: place.ends,
                later: place.begins,
                at_most: 0,
                why: Why::Lasts,
            };
            for rule in rules.chain((place.begins != place.ends).then_some(lasts)) {
                if rule.at_most < FAR {
                    // Dates that end before they begin are refused when they are parsed, so these always hold.
                    drop(self.network.add(rule));
                }
            }
        }
    }

    /// The places of both ends of a link, if both exist.
    pub(crate) fn ends(&self, link: &Link) -> Option<(Place, Place)> {
        let place = |id| self.places.get(id).copied();
        place(&link.cause).zip(place(&link.effect))
    }

    /// Adds what `link` requires, or says what it contradicts.
    pub(crate) fn take(
        &mut self,
        rule: OrderRule,
        link: &Link,
        ends: (Place, Place),
    ) -> Result<(), Clash> {
        let demands = demands(rule, link);
        let direct = demands.iter().find_map(|it| direct(it, link, &ends));
        if let Some(direct) = direct {
            return Err(Clash::Direct(direct));
        }
        let rules = demands.into_iter().map(|it| Rule {
            earlier: number(it.earlier, &ends),
            later: number(it.later, &ends),
            at_most: it.at_most,
            why: Why::Link(link.id, it.kind),
        });
        for rule in rules.filter(|it| it.earlier != it.later) {
            self.network.add(rule).map_err(Clash::Cycle)?;
        }
        Ok(())
    }
}

fn number(end: End, (cause, effect): &(Place, Place)) -> usize {
    match end {
        End::CauseBegins => cause.begins,
        End::CauseEnds => cause.ends,
        End::EffectBegins => effect.begins,
        End::EffectEnds => effect.ends,
    }
}

/// How a demand contradicts the dates of its own two ends.
fn direct(demand: &Demand, link: &Link, ends: &(Place, Place)) -> Option<Contradiction> {
    let bound = |end| match end {
        End::CauseBegins => (link.cause, ends.0.extent.begins),
        End::CauseEnds => (link.cause, ends.0.extent.ends),
        End::EffectBegins => (link.effect, ends.1.extent.begins),
        End::EffectEnds => (link.effect, ends.1.extent.ends),
    };
    let ((earlier, (_, last)), (later, (first, _))) = (bound(demand.earlier), bound(demand.later));
    let by_seconds = first - last;
    let lacking_seconds = by_seconds - demand.at_most;
    let gap = match demand.kind {
        DemandKind::Order => Gap::EffectFirst {
            by_seconds,
            allowed_seconds: demand.at_most,
        },
        DemandKind::Latest => Gap::TooLate {
            by_seconds,
            allowed_seconds: demand.at_most,
        },
        DemandKind::Soonest => Gap::TooSoon {
            by_seconds: -by_seconds,
            needed_seconds: -demand.at_most,
        },
    };
    (lacking_seconds > 0).then(|| Contradiction {
        links: vec![link.id],
        dates: vec![(earlier, Side::NotAfter), (later, Side::NotBefore)],
        lacking_seconds,
        gap,
    })
}
