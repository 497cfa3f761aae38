//! Constraints of a workspace: valid references, unique names, numbers in range.

use std::collections::BTreeSet;
use std::fmt::Display;

use model::{Event, Points, Workspace};

use super::WholeError;

type Checked = Result<(), WholeError>;

/// The farthest row of a pinned node, and the farthest position in pixels that earlier versions wrote.
pub(super) const FARTHEST: f64 = 1e6;
/// The largest id in a file: numbers up to it are exact in JSON.
const LAST_ID: i64 = 9_007_199_254_740_991;

pub(super) fn check(it: &Workspace) -> Checked {
    once(it)?;
    parents(it)?;
    let of = Known::of(it);
    it.events.iter().try_for_each(|event| of.event(event))?;
    for link in &it.links {
        let at = format!("link {}", link.id);
        of.event_id(&at, link.cause)?;
        of.event_id(&at, link.effect)?;
        hold(
            link.cause != link.effect,
            &at,
            "cause and effect are the same event",
        )?;
    }
    adopted_once(it)?;
    for claim in &it.claims {
        of.event_id(&format!("claim {}", claim.id), claim.event)?;
    }
    it.places.iter().try_for_each(place)?;
    it.scales.iter().try_for_each(scale)?;
    it.series
        .iter()
        .try_for_each(|it| points(&format!("series {}", it.id), &it.points))?;
    it.pins.all().try_for_each(|(pin, slot)| {
        let at = format!("pin {pin}");
        hold(
            slot.row.abs() <= FARTHEST,
            &at,
            "its row is too far from the first",
        )?;
        let is_id = slot.after.is_none_or(|it| (1..=LAST_ID).contains(&it));
        hold(is_id, &at, "the node before it has no valid id")
    })?;
    it.settings.all().try_for_each(|(key, value)| {
        let fits = (1..=300).contains(&key.chars().count()) && value.chars().count() <= 2_000_000;
        hold(fits, &format!("setting {key:.40}"), "it is too long")
    })?;
    it.weights.all().try_for_each(|(weight, value)| {
        let (low, high) = weight.range();
        let what = format!("{value} is not from {low} to {high}");
        hold(
            (low..=high).contains(&value),
            &format!("weight {weight}"),
            &what,
        )
    })
}

fn hold(holds: bool, at: &str, what: &str) -> Checked {
    match holds {
        true => Ok(()),
        false => Err(WholeError::content(at, what)),
    }
}

/// Ids and handles are unique in their list.
fn once(it: &Workspace) -> Checked {
    macro_rules! each_once {
        ($($list:ident $what:literal: $($field:ident)*;)*) => {
            $($(taken_once($what, stringify!($field), it.$list.iter().map(|it| &it.$field))?;)*)*
        };
    }
    each_once! {
        events "event": id handle;
        links "link": id;
        link_types "link type": handle;
        themes "theme": id handle;
        categories "category": id handle;
        actors "actor": id handle;
        places "place": id;
        datasets "dataset": id;
        sources "source": id handle;
        citations "citation": id;
        claims "claim": id;
        scales "scale": name;
        series "series": id handle;
    }
    Ok(())
}

fn taken_once<T: Ord + Display>(what: &str, field: &str, all: impl Iterator<Item = T>) -> Checked {
    let mut taken = BTreeSet::new();
    for value in all {
        let said: String = value.to_string().chars().take(60).collect();
        hold(!said.is_empty(), what, &format!("its {field} is empty"))?;
        let again = format!("the {field} \"{said}\" occurs twice");
        hold(taken.insert(value), what, &again)?;
    }
    Ok(())
}

/// Parents exist, and nothing is its own ancestor.
fn parents(it: &Workspace) -> Checked {
    let of = |list: Vec<(i64, Option<i64>)>, what: &str| {
        let all: std::collections::BTreeMap<i64, Option<i64>> = list.into_iter().collect();
        for &first in all.keys() {
            let mut next = first;
            for _ in 0..=all.len() {
                let at = format!("{what} {first}");
                let Some(parent) = all.get(&next) else {
                    return Err(WholeError::content(
                        at,
                        format!("there is no {what} {next}"),
                    ));
                };
                let Some(parent) = parent else { break };
                hold(*parent != first, &at, "it is its own ancestor")?;
                next = *parent;
            }
        }
        Ok(())
    };
    of(
        it.themes
            .iter()
            .map(|it| (it.id.0, it.parent.map(|it| it.0)))
            .collect(),
        "theme",
    )?;
    of(
        it.categories
            .iter()
            .map(|it| (it.id.0, it.parent.map(|it| it.0)))
            .collect(),
        "category",
    )?;
    of(
        it.actors
            .iter()
            .map(|it| (it.id.0, it.parent.map(|it| it.0)))
            .collect(),
        "actor",
    )
}

/// Only one value of a field can be adopted.
fn adopted_once(it: &Workspace) -> Checked {
    let mut adopted = BTreeSet::new();
    for claim in it.claims.iter().filter(|it| it.adopted) {
        let is_first = adopted.insert((claim.event, claim.field.as_str()));
        let what = format!("another value of \"{}\" is adopted too", claim.field);
        hold(is_first, &format!("claim {}", claim.id), &what)?;
    }
    Ok(())
}

fn place(it: &model::Place) -> Checked {
    let within = |value: Option<f64>, most: f64| value.is_none_or(|it| it.abs() <= most);
    let holds = within(it.latitude_deg, 90.0) && within(it.longitude_deg, 180.0);
    hold(
        holds,
        &format!("place {}", it.id),
        "its coordinates are out of range",
    )
}

fn scale(it: &model::Scale) -> Checked {
    let holds = it
        .words
        .iter()
        .all(|(_, band)| band.low_percent <= band.high_percent && band.high_percent <= 100);
    hold(
        holds,
        &format!("scale {}", it.name),
        "a band is not from 0 to 100",
    )
}

/// Days are in order, and each has a value.
fn points(at: &str, it: &Points) -> Checked {
    let as_many = |list: &[f64]| list.is_empty() || list.len() == it.len();
    hold(
        it.values.len() == it.len(),
        at,
        "there are not as many values as days",
    )?;
    hold(
        as_many(&it.highs) && as_many(&it.lows),
        at,
        "there are not as many highs or lows as days",
    )?;
    hold(
        it.values.iter().all(|it| it.is_finite()),
        at,
        "a day has no value",
    )?;
    hold(
        it.days.windows(2).all(|it| it[0] < it[1]),
        at,
        "its days are not in order",
    )?;
    let far = it.days.iter().any(|it| i32::try_from(it.0).is_err());
    hold(!far, at, "a day is out of range")
}

/// The ids that can be referred to.
struct Known {
    events: BTreeSet<model::EventId>,
    places: BTreeSet<model::PlaceId>,
    datasets: BTreeSet<model::DatasetId>,
}

impl Known {
    fn of(it: &Workspace) -> Self {
        Self {
            events: it.events.iter().map(|it| it.id).collect(),
            places: it.places.iter().map(|it| it.id).collect(),
            datasets: it.datasets.iter().map(|it| it.id).collect(),
        }
    }

    fn event_id(&self, at: &str, id: model::EventId) -> Checked {
        hold(
            self.events.contains(&id),
            at,
            &format!("there is no event {id}"),
        )
    }

    fn event(&self, it: &Event) -> Checked {
        let at = format!("event {}", it.id);
        hold(!it.title.is_empty(), &at, "it has no title")?;
        hold(
            (1..=5).contains(&it.severity),
            &at,
            "its severity is not from 1 to 5",
        )?;
        hold(it.concerns != Some(it.id), &at, "it concerns itself")?;
        it.concerns.map_or(Ok(()), |id| self.event_id(&at, id))?;
        for id in &it.places {
            hold(
                self.places.contains(id),
                &at,
                &format!("there is no place {id}"),
            )?;
        }
        if let Some(id) = it.dataset {
            hold(
                self.datasets.contains(&id),
                &at,
                &format!("there is no dataset {id}"),
            )?;
        }
        Ok(())
    }
}
