//! Setting the fields of items.

use api::dto::{SetField, Way};
use api::{Fault, FaultCode};
use model::{Actor, Category, Dataset, Place, Theme};
use serde_json::Value;

use crate::lookup::names;
use crate::lookup::tree::Tree;
use crate::lookup::value::{NAME, degrees, line, named_line, shown, truth};
use crate::lookup::vocabulary::hues;
use crate::session::plan::Plan;
use crate::write::event_field::{no_field, no_list};
use crate::write::handle::handle;

/// Calls `put` with each field and its value; none of them is a list.
fn each(
    set: &[SetField],
    mut put: impl FnMut(&str, &Value) -> Result<(), Fault>,
) -> Result<(), Fault> {
    set.iter().try_for_each(|it| match it.way {
        Way::Set => put(&it.field, &it.value),
        Way::Add | Way::Remove => Err(no_list(&it.field)),
    })
}

pub(super) fn theme(plan: &Plan<'_>, it: &mut Theme, set: &[SetField]) -> Result<(), Fault> {
    each(set, |field, value| {
        match field {
            "name" => it.name = named_line(field, value, NAME)?,
            "handle" => {
                let taken = |word: &str| {
                    let mut others = plan.themes().filter(|other| other.id != it.id);
                    others.any(|other| other.handle.eq_ignore_ascii_case(word))
                };
                it.handle = handle(field, value, taken)?;
            }
            "hue" => it.hue = hue(value)?,
            "parent" => {
                let pairs = plan.themes().map(|other| (other.id, other.parent));
                it.parent = parent(it.id, value, pairs, |words| names::theme(plan, words))?;
            }
            other => return Err(no_field("a theme", other, "name, handle, parent, hue")),
        }
        Ok(())
    })
}

pub(super) fn category(plan: &Plan<'_>, it: &mut Category, set: &[SetField]) -> Result<(), Fault> {
    each(set, |field, value| {
        match field {
            "name" => it.name = named_line(field, value, NAME)?,
            "handle" => {
                let taken = |word: &str| {
                    let mut others = plan.categories().filter(|other| other.id != it.id);
                    others.any(|other| other.handle.eq_ignore_ascii_case(word))
                };
                it.handle = handle(field, value, taken)?;
            }
            "cameo" => it.cameo = line(field, value, NAME)?,
            "plover" => it.plover = line(field, value, NAME)?,
            "parent" => {
                let pairs = plan.categories().map(|other| (other.id, other.parent));
                it.parent = parent(it.id, value, pairs, |words| names::category(plan, words))?;
            }
            other => {
                let known = "name, handle, parent, cameo, plover";
                return Err(no_field("a category", other, known));
            }
        }
        Ok(())
    })
}

pub(super) fn actor(plan: &Plan<'_>, it: &mut Actor, set: &[SetField]) -> Result<(), Fault> {
    each(set, |field, value| {
        match field {
            "name" => it.name = named_line(field, value, NAME)?,
            "handle" => {
                let taken = |word: &str| {
                    let mut others = plan.actors().filter(|other| other.id != it.id);
                    others.any(|other| other.handle.eq_ignore_ascii_case(word))
                };
                it.handle = handle(field, value, taken)?;
            }
            "country" => it.country = country(value)?,
            "parent" => {
                let pairs = plan.actors().map(|other| (other.id, other.parent));
                it.parent = parent(it.id, value, pairs, |words| names::actor(plan, words))?;
            }
            other => return Err(no_field("an actor", other, "name, handle, parent, country")),
        }
        Ok(())
    })
}

pub(super) fn place(it: &mut Place, set: &[SetField]) -> Result<(), Fault> {
    each(set, |field, value| {
        match field {
            "name" => it.name = named_line(field, value, NAME)?,
            "country" => it.country = country(value)?,
            "latitude_deg" => it.latitude_deg = degrees(field, value, 90.0)?,
            "longitude_deg" => it.longitude_deg = degrees(field, value, 180.0)?,
            other => {
                let known = "name, country, latitude_deg, longitude_deg";
                return Err(no_field("a place", other, known));
            }
        }
        Ok(())
    })
}

pub(super) fn dataset(it: &mut Dataset, set: &[SetField]) -> Result<(), Fault> {
    each(set, |field, value| {
        match field {
            "name" => it.name = named_line(field, value, NAME)?,
            "on" => it.on = truth(field, value)?,
            other => return Err(no_field("a dataset", other, "name, on")),
        }
        Ok(())
    })
}

/// The new parent of `id`: none, or something that is not below it.
fn parent<K: Ord + Copy>(
    id: K,
    value: &Value,
    pairs: impl Iterator<Item = (K, Option<K>)>,
    find: impl Fn(&str) -> Result<K, Fault>,
) -> Result<Option<K>, Fault> {
    let words = line("parent", value, NAME)?;
    if words.is_empty() {
        return Ok(None);
    }
    let parent = find(&words).map_err(not_in_passing)?;
    if Tree::new(pairs).line(parent).contains(&id) {
        let message = format!("{} is part of it already", shown(&words));
        return Err(Fault::argument("parent", message)
            .help("choose one that is not itself and not among its parts"));
    }
    Ok(Some(parent))
}

/// A parent is never added on the fly, so the fault does not offer that.
fn not_in_passing(mut fault: Fault) -> Fault {
    fault.field = Some(String::from("parent"));
    if fault.code == FaultCode::UnknownName {
        fault.code = FaultCode::NotFound;
        return fault.help("correct the name, or add it first");
    }
    fault
}

/// ISO 3166-1 alpha-2: two letters, or none.
fn country(value: &Value) -> Result<String, Fault> {
    let code = line("country", value, NAME)?.to_uppercase();
    let two = code.len() == 2 && code.chars().all(|it| it.is_ascii_uppercase());
    if two || code.is_empty() {
        return Ok(code);
    }
    Err(
        Fault::argument("country", format!("{} is not a country code", shown(&code)))
            .help("use two letters such as US, or leave it empty"),
    )
}

fn hue(value: &Value) -> Result<String, Fault> {
    let name = line("hue", value, NAME)?.to_lowercase();
    let hues = hues();
    if hues.contains(&name) {
        return Ok(name);
    }
    Err(
        Fault::argument("hue", format!("{} is not a color", shown(&name)))
            .help(format!("use one of {}", hues.join(", "))),
    )
}
