//! Fields that hold lists: set as a whole, added to, taken out of.

use api::Fault;
use api::dto::Way;
use model::{Event, Figure, Participant};
use serde_json::Value;

use super::resolve;
use super::resolve::Wanted;
use crate::lookup::names::List;
use crate::lookup::value::{NAME, line, named_line, several, shown};
use crate::session::plan::Plan;

/// Figures of one event.
const FIGURES: usize = 100;

/// The list after `way` was done with `given`. What is the same by `same` is there once: the given one stays.
fn combined<T>(way: Way, held: Vec<T>, given: Vec<T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut list = match way {
        Way::Set => Vec::new(),
        Way::Add | Way::Remove => held,
    };
    for new in given {
        let at = list.iter().position(|it| same(it, &new));
        match (way, at) {
            (Way::Remove, Some(at)) => drop(list.remove(at)),
            (Way::Remove, None) => {}
            (_, Some(at)) => list[at] = new,
            (_, None) => list.push(new),
        }
    }
    list
}

/// The text of an entry of a list of names.
fn name(field: &str, value: &Value) -> Result<String, Fault> {
    named_line(field, value, NAME)
}

/// What is taken out need not be made first.
fn when(way: Way, wanted: Wanted<'_>) -> Wanted<'_> {
    Wanted {
        make_new: wanted.make_new && way != Way::Remove,
        ..wanted
    }
}

pub(super) fn themes(
    plan: &mut Plan<'_>,
    event: &mut Event,
    (way, value): (Way, &Value),
    wanted: Wanted<'_>,
) -> Result<(), Fault> {
    let given = several(wanted.field, value, |it| {
        resolve::is_known(plan, List::Themes, it)
    })?;
    let ids = given.iter().map(|it| {
        let words = name(wanted.field, it)?;
        resolve::theme(plan, when(way, wanted), &words)
    });
    let ids = ids.collect::<Result<_, _>>()?;
    event.themes = combined(way, std::mem::take(&mut event.themes), ids, |a, b| a == b);
    Ok(())
}

pub(super) fn places(
    plan: &mut Plan<'_>,
    event: &mut Event,
    (way, value): (Way, &Value),
    wanted: Wanted<'_>,
) -> Result<(), Fault> {
    let given = several(wanted.field, value, |it| {
        resolve::is_known(plan, List::Places, it)
    })?;
    let ids = given.iter().map(|it| {
        let words = name(wanted.field, it)?;
        resolve::place(plan, when(way, wanted), &words)
    });
    let ids = ids.collect::<Result<_, _>>()?;
    event.places = combined(way, std::mem::take(&mut event.places), ids, |a, b| a == b);
    Ok(())
}

pub(super) fn actors(
    plan: &mut Plan<'_>,
    event: &mut Event,
    (way, value): (Way, &Value),
    wanted: Wanted<'_>,
) -> Result<(), Fault> {
    let given = several(wanted.field, value, |it| {
        resolve::is_known(plan, List::Actors, it)
    })?;
    let parts = given
        .iter()
        .map(|it| participant(plan, it, when(way, wanted)));
    let parts = parts.collect::<Result<_, _>>()?;
    event.actors = combined(
        way,
        std::mem::take(&mut event.actors),
        parts,
        |a: &Participant, b| a.actor == b.actor,
    );
    Ok(())
}

/// `{actor, role}`, or a text: the actor, or `actor:role`.
fn participant(
    plan: &mut Plan<'_>,
    value: &Value,
    wanted: Wanted<'_>,
) -> Result<Participant, Fault> {
    let (words, role) = match value {
        Value::Object(parts) => {
            let part = |key: &str| line(wanted.field, parts.get(key).unwrap_or(&Value::Null), NAME);
            (part("actor")?, part("role")?)
        }
        _ => {
            let words = name(wanted.field, value)?;
            match words.rsplit_once(':') {
                Some((actor, role)) if !resolve::is_known(plan, List::Actors, &words) => {
                    (actor.trim().to_owned(), role.trim().to_owned())
                }
                _ => (words, String::new()),
            }
        }
    };
    let actor = resolve::actor(plan, wanted, &words)?;
    Ok(Participant { actor, role })
}

pub(super) fn tags(event: &mut Event, way: Way, field: &str, value: &Value) -> Result<(), Fault> {
    let given = several(field, value, |_| false)?;
    let tags = given.iter().map(|it| name(field, it));
    let tags = tags.collect::<Result<Vec<_>, _>>()?;
    event.tags = combined(way, std::mem::take(&mut event.tags), tags, |a, b| a == b);
    Ok(())
}

pub(super) fn figures(
    event: &mut Event,
    way: Way,
    field: &str,
    value: &Value,
) -> Result<(), Fault> {
    let given = match value {
        Value::Array(all) => all.clone(),
        Value::Null => Vec::new(),
        Value::String(text) if text.trim().is_empty() => Vec::new(),
        one => vec![one.clone()],
    };
    let figures = given.iter().map(|it| figure(field, it));
    let figures = figures.collect::<Result<Vec<_>, _>>()?;
    // Two figures of one name, such as two tariffs, may both be set; adding and taking out go by name.
    event.figures = match way {
        Way::Set => figures,
        _ => combined(
            way,
            std::mem::take(&mut event.figures),
            figures,
            |a: &Figure, b| a.name == b.name,
        ),
    };
    if event.figures.len() > FIGURES {
        let message = format!("{field} has more than {FIGURES} entries");
        return Err(Fault::argument(field, message).help("leave some out"));
    }
    Ok(())
}

/// `{name, value, unit}`, or a text: "US tariff: 30 %".
fn figure(field: &str, value: &Value) -> Result<Figure, Fault> {
    let figure = match value {
        Value::Object(parts) => {
            let part = |key: &str| line(field, parts.get(key).unwrap_or(&Value::Null), NAME);
            Figure {
                name: part("name")?,
                value: part("value")?,
                unit: part("unit")?,
            }
        }
        _ => {
            let text = named_line(field, value, NAME)?;
            let (name, rest) = text.split_once(':').unwrap_or((&text, ""));
            let (value, unit) = rest.trim().split_once(' ').unwrap_or((rest.trim(), ""));
            Figure {
                name: name.trim().to_owned(),
                value: value.to_owned(),
                unit: unit.trim().to_owned(),
            }
        }
    };
    if figure.name.is_empty() {
        let message = format!("the figure {} has no name", shown(&figure.value));
        return Err(
            Fault::argument(field, message).help("say what it counts, as in \"US tariff: 30 %\"")
        );
    }
    Ok(figure)
}
